#include "claim/date_calendar.h"

#include <stdio.h>

static const struct {
	const char *letter;
	bool is_time; /* after the T of PT4H */
	int times;    /* how many of the letter's unit make one */
} units[GRAIN_N] = {
	[GRAIN_SECOND] = { "S", true, 1 },   [GRAIN_MINUTE] = { "M", true, 1 },   [GRAIN_HOUR] = { "H", true, 1 },
	[GRAIN_PART] = { "D", false, 1 },    [GRAIN_DAY] = { "D", false, 1 },     [GRAIN_WEEKEND] = { "WE", false, 1 },
	[GRAIN_WEEK] = { "W", false, 1 },    [GRAIN_FORTNIGHT] = { "W", false, 2 }, [GRAIN_MONTH] = { "M", false, 1 },
	[GRAIN_QUARTER] = { "M", false, 3 }, [GRAIN_SEASON] = { "M", false, 3 },  [GRAIN_HALF] = { "M", false, 6 },
	[GRAIN_YEAR] = { "Y", false, 1 },    [GRAIN_DECADE] = { "Y", false, 10 }, [GRAIN_CENTURY] = { "Y", false, 100 },
};

static bool year_is_good(int year)
{
	return year >= 1 && year <= 9999;
}

/* Months from_month .. from_month + n - 1 of a year; from_month may lie outside 1-12. */
static void months_span(int year, int from_month, int n, struct when *w)
{
	int first = year * 12 + from_month - 1, last = first + n - 1;
	if (!year_is_good(first / 12) || !year_is_good(last / 12) || first < 12) {
		*w = (struct when){ .type = WHEN_DATE, .grain = w->grain, .lo = DAY_NONE, .hi = DAY_NONE };
		return;
	}
	w->type = WHEN_DATE;
	w->lo = day_from_civil((struct civil){ first / 12, first % 12 + 1, 1 });
	w->hi = day_from_civil((struct civil){ last / 12, last % 12 + 1, days_in_month(last / 12, last % 12 + 1) });
}

void when_day(int32_t day, struct when *ret)
{
	struct civil c = civil_from_day(day);
	*ret = (struct when){ WHEN_DATE, GRAIN_DAY, day, day, "" };
	snprintf(ret->value, sizeof(ret->value), "%04d-%02d-%02d", c.year, c.month, c.day);
}

/* ISO 8601: a week belongs to the year its Thursday falls in. */
static void week_value(int32_t monday, const char *tail, struct when *w)
{
	int year = civil_from_day(monday + 3).year;
	int week = (monday + 3 - day_from_civil((struct civil){ year, 1, 1 })) / 7 + 1;
	snprintf(w->value, sizeof(w->value), "%04d-W%02d%s", year, week, tail);
}

void when_week(int32_t day, struct when *ret)
{
	int32_t monday = day - weekday_of(day);
	*ret = (struct when){ WHEN_DATE, GRAIN_WEEK, monday, monday + 6, "" };
	week_value(monday, "", ret);
}

void when_weekend(int32_t day, struct when *ret)
{
	int32_t monday = day - weekday_of(day);
	*ret = (struct when){ WHEN_DATE, GRAIN_WEEKEND, monday + 5, monday + 6, "" };
	week_value(monday, "-WE", ret);
}

void when_month(int year, int month, struct when *ret)
{
	*ret = (struct when){ .grain = GRAIN_MONTH };
	months_span(year, month, 1, ret);
	snprintf(ret->value, sizeof(ret->value), "%04d-%02d", year, month);
}

void when_quarter(int year, int quarter, struct when *ret)
{
	*ret = (struct when){ .grain = GRAIN_QUARTER };
	months_span(year, quarter * 3 - 2, 3, ret);
	snprintf(ret->value, sizeof(ret->value), "%04d-Q%d", year, quarter);
}

void when_half(int year, int half, struct when *ret)
{
	*ret = (struct when){ .grain = GRAIN_HALF };
	months_span(year, half * 6 - 5, 6, ret);
	snprintf(ret->value, sizeof(ret->value), "%04d-H%d", year, half);
}

void when_season(int year, int season, struct when *ret)
{
	static const char *const names[] = { "WI", "SP", "SU", "FA" };
	*ret = (struct when){ .grain = GRAIN_SEASON };
	months_span(year, season * 3, 3, ret);
	snprintf(ret->value, sizeof(ret->value), "%04d-%s", year, names[season & 3]);
}

void when_year(int year, struct when *ret)
{
	*ret = (struct when){ .grain = GRAIN_YEAR };
	months_span(year, 1, 12, ret);
	snprintf(ret->value, sizeof(ret->value), "%04d", year);
}

void when_decade(int first_year, struct when *ret)
{
	*ret = (struct when){ .grain = GRAIN_DECADE };
	months_span(first_year, 1, 120, ret);
	snprintf(ret->value, sizeof(ret->value), "%03d", first_year / 10);
}

void when_century(int century, struct when *ret)
{
	*ret = (struct when){ .grain = GRAIN_CENTURY };
	months_span(century * 100 - 99, 1, 1200, ret);
	snprintf(ret->value, sizeof(ret->value), "%02d", century - 1);
}

void when_period(int32_t day, enum grain grain, int n, struct when *ret)
{
	int32_t moved = when_move_day(day, grain, n);
	struct civil c = civil_from_day(moved);
	switch (grain) {
	case GRAIN_WEEKEND: when_weekend(moved, ret); return;
	case GRAIN_WEEK:
	case GRAIN_FORTNIGHT: when_week(moved, ret); return;
	case GRAIN_MONTH: when_month(c.year, c.month, ret); return;
	case GRAIN_QUARTER: when_quarter(c.year, (c.month + 2) / 3, ret); return;
	case GRAIN_HALF: when_half(c.year, (c.month + 5) / 6, ret); return;
	case GRAIN_SEASON: when_season(c.year + c.month / 12, c.month / 3 % 4, ret); return;
	case GRAIN_YEAR: when_year(c.year, ret); return;
	case GRAIN_DECADE: when_decade(c.year / 10 * 10, ret); return;
	case GRAIN_CENTURY: when_century((c.year + 99) / 100, ret); return;
	case GRAIN_SECOND:
	case GRAIN_MINUTE:
	case GRAIN_HOUR:
	case GRAIN_PART:
	case GRAIN_DAY:
	case GRAIN_N: when_day(moved, ret); return;
	}
}

void when_part(const struct when *day, int part, struct when *ret)
{
	static const char *const names[] = { "MO", "AF", "EV", "NI" };
	struct when whole = *day; /* ret may be day */
	*ret = whole;
	ret->type = WHEN_TIME;
	ret->grain = GRAIN_PART;
	snprintf(ret->value, sizeof(ret->value), "%.20sT%s", whole.value, names[part & 3]);
}

void when_duration(double n, enum grain grain, struct when *ret)
{
	const char *t = units[grain].is_time ? "T" : "", *letter = units[grain].letter;
	*ret = (struct when){ WHEN_DURATION, grain, DAY_NONE, DAY_NONE, "" };
	if (n < 0) {
		const char *vague = grain == GRAIN_DECADE ? "DE" : grain == GRAIN_CENTURY ? "C" : letter;
		snprintf(ret->value, sizeof(ret->value), "P%sX%s", t, vague);
		return;
	}
	n *= units[grain].times;
	if (grain == GRAIN_YEAR || n < 1e6)
		snprintf(ret->value, sizeof(ret->value), "P%s%.6g%s", t, n, letter);
}

static void narrow_years(struct when *w, const int *years)
{
	int first = civil_from_day(w->lo).year;
	w->hi = day_from_civil((struct civil){ first + years[1] - 1, 12, 31 });
	w->lo = day_from_civil((struct civil){ first + years[0], 1, 1 });
}

void when_narrow(struct when *w, enum edge edge)
{
	static const int decade[][2] = { { 0, 10 }, { 0, 4 }, { 4, 7 }, { 7, 10 } };
	struct civil c;
	if (w->lo == DAY_NONE || w->hi == DAY_NONE || edge == EDGE_NONE)
		return;
	c = civil_from_day(w->lo);
	int32_t end = w->hi, length = w->hi - w->lo + 1, third = length / 3;
	if (w->grain == GRAIN_DECADE) {
		narrow_years(w, decade[edge]);
		return;
	}
	int32_t one = w->lo + third, two = w->hi - third + 1;
	if (w->grain == GRAIN_YEAR) {
		one = day_from_civil((struct civil){ c.year, 5, 1 });
		two = day_from_civil((struct civil){ c.year, 9, 1 });
	} else if (w->grain == GRAIN_MONTH) {
		one = w->lo + 10;
		two = w->lo + 20;
	}
	w->lo = edge == EDGE_START ? w->lo : edge == EDGE_MID ? one : two;
	w->hi = edge == EDGE_START ? one - 1 : edge == EDGE_MID ? two - 1 : end;
}

int32_t when_move_day(int32_t day, enum grain grain, int n)
{
	static const int days[GRAIN_N] = {
		[GRAIN_PART] = 1, [GRAIN_DAY] = 1, [GRAIN_WEEKEND] = 7, [GRAIN_WEEK] = 7, [GRAIN_FORTNIGHT] = 14,
	};
	if (grain < GRAIN_PART || grain >= GRAIN_N || n < -120000 || n > 120000)
		return day;
	if (grain < GRAIN_MONTH)
		return day + days[grain] * n;
	struct civil c = civil_from_day(day);
	int by = units[grain].letter[0] == 'Y' ? units[grain].times * 12 : units[grain].times;
	long month = (long)c.year * 12 + c.month - 1 + (long)by * n;
	if (month < 12 || month >= 120000)
		return day;
	c.year = (int)(month / 12);
	c.month = (int)(month % 12) + 1;
	int last = days_in_month(c.year, c.month);
	c.day = c.day < last ? c.day : last;
	return day_from_civil(c);
}

int32_t when_nth_weekday(int year, int month, int weekday, int nth)
{
	int length = days_in_month(year, month);
	int32_t first = day_from_civil((struct civil){ year, month, 1 });
	int day = (weekday - weekday_of(first) + 7) % 7 + 1 + (nth > 0 ? nth - 1 : 4) * 7;
	if (day > length && nth < 0)
		day -= 7;
	return day <= length ? first + day - 1 : DAY_NONE;
}

int32_t when_easter(int year)
{
	int a = year % 19, b = year / 100, c = year % 100;
	int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
	int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
	int m = (a + 11 * h + 22 * l) / 451;
	int month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
	return day_from_civil((struct civil){ year, month, day });
}
