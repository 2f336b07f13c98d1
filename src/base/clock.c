#include "base/clock.h"

#include <time.h>

static int64_t clock_read(clockid_t id)
{
	struct timespec t;
	if (clock_gettime(id, &t) != 0)
		abort();
	return (int64_t)t.tv_sec * CLOCK_SECOND + t.tv_nsec / 1000;
}

int64_t clock_now(void)
{
	return clock_read(CLOCK_REALTIME);
}

int64_t clock_ticks(void)
{
	return clock_read(CLOCK_MONOTONIC);
}

int32_t day_from_civil(struct civil c)
{
	int year = c.year - (c.month <= 2);
	int era = (year >= 0 ? year : year - 399) / 400;
	int of_era = year - era * 400;
	int of_year = (153 * (c.month + (c.month > 2 ? -3 : 9)) + 2) / 5 + c.day - 1;
	int day_of_era = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
	return era * 146097 + day_of_era - 719468;
}

struct civil civil_from_day(int32_t day)
{
	int64_t z = (int64_t)day + 719468;
	int64_t era = (z >= 0 ? z : z - 146096) / 146097;
	int64_t of_era = z - era * 146097;
	int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
	int64_t month = (5 * of_year + 2) / 153;
	struct civil c = { .day = (int)(of_year - (153 * month + 2) / 5 + 1), .month = (int)(month < 10 ? month + 3 : month - 9) };
	c.year = (int)(year + era * 400 + (c.month <= 2));
	return c;
}

int days_in_month(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return month == 2 && leap ? 29 : days[month - 1];
}

int weekday_of(int32_t day)
{
	int32_t w = (day + 3) % 7; /* 1970-01-01 was a Thursday */
	return w < 0 ? w + 7 : w;
}

/* n digits at `at`, or -1. */
static int digits_at(struct sv s, size_t at, size_t n)
{
	int v = 0;
	for (size_t i = at; i < at + n; i++) {
		if (i >= s.n || !ascii_is_digit(s.p[i]))
			return -1;
		v = v * 10 + (s.p[i] - '0');
	}
	return v;
}

bool day_parse(struct sv s, int32_t *ret)
{
	struct civil c = { digits_at(s, 0, 4), digits_at(s, 5, 2), digits_at(s, 8, 2) };
	if (s.n != 10 || s.p[4] != '-' || s.p[7] != '-' || c.year < 1 || c.month < 1 || c.month > 12 || c.day < 1 ||
	    c.day > days_in_month(c.year, c.month))
		return false;
	*ret = day_from_civil(c);
	return true;
}

struct sv day_iso(struct arena *a, int32_t day)
{
	struct civil c = civil_from_day(day);
	return arena_printf(a, "%04d-%02d-%02d", c.year, c.month, c.day);
}

int32_t day_of_instant(int64_t instant)
{
	int64_t d = instant / CLOCK_DAY;
	return (int32_t)(instant % CLOCK_DAY < 0 ? d - 1 : d);
}

static bool zone_is_shaped(struct sv s)
{
	bool length = s.n == 3 || s.n == 5 || (s.n == 6 && s.p[3] == ':');
	return length && (s.p[0] == '+' || s.p[0] == '-');
}

/* "+02:00", "+0200", "+02", "Z" or nothing: seconds east of UTC. */
static bool zone_parse(struct sv s, int *ret_offset, bool *ret_zoned)
{
	*ret_zoned = s.n > 0;
	*ret_offset = 0;
	if (s.n == 0 || sv_eq_icase(s, SV("Z")))
		return true;
	int hours = digits_at(s, 1, 2);
	int minutes = s.n == 3 ? 0 : digits_at(s, s.n == 6 ? 4 : 3, 2);
	if (!zone_is_shaped(s) || hours < 0 || hours > 18 || minutes < 0 || minutes > 59)
		return false;
	*ret_offset = (s.p[0] == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
	return true;
}

/* "hh:mm[:ss[.fff]]" at the front of s; *ret_len says how much of it. */
static bool time_parse(struct sv s, int64_t *ret, size_t *ret_len)
{
	int h = digits_at(s, 0, 2), m = digits_at(s, 3, 2), sec = 0;
	size_t at = 5;
	int64_t micros = 0;
	if (h < 0 || h > 24 || m < 0 || m > 59 || s.p[2] != ':')
		return false;
	if (s.n > at && s.p[at] == ':') {
		sec = digits_at(s, 6, 2);
		if (sec < 0 || sec > 60)
			return false;
		at = 8;
		if (s.n > at && s.p[at] == '.') {
			int64_t unit = CLOCK_SECOND / 10;
			for (at++; at < s.n && ascii_is_digit(s.p[at]); at++, unit /= 10)
				micros += unit * (s.p[at] - '0');
		}
	}
	*ret = ((int64_t)h * 3600 + m * 60 + sec) * CLOCK_SECOND + micros;
	*ret_len = at;
	return true;
}

bool instant_parse(struct sv s, int64_t *ret, bool *ret_zoned)
{
	int32_t day;
	int64_t of_day = 0;
	int offset = 0;
	bool zoned = false;
	s = sv_trim(s);
	if (!day_parse(sv_sub(s, 0, 10), &day))
		return false;
	if (s.n > 10) {
		size_t len = 0;
		struct sv rest = sv_sub(s, 11, s.n);
		if ((s.p[10] != 'T' && s.p[10] != 't' && s.p[10] != ' ') || !time_parse(rest, &of_day, &len) ||
		    !zone_parse(sv_trim(sv_sub(rest, len, rest.n)), &offset, &zoned))
			return false;
	}
	*ret = day * CLOCK_DAY + of_day - offset * CLOCK_SECOND;
	if (ret_zoned != NULL)
		*ret_zoned = zoned;
	return true;
}

struct sv instant_iso(struct arena *a, int64_t instant)
{
	int32_t day = day_of_instant(instant);
	int64_t second = (instant - day * CLOCK_DAY) / CLOCK_SECOND;
	struct civil c = civil_from_day(day);
	return arena_printf(a, "%04d-%02d-%02dT%02d:%02d:%02dZ", c.year, c.month, c.day, (int)(second / 3600),
	    (int)(second / 60 % 60), (int)(second % 60));
}
