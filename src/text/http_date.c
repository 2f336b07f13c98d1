#include "text/http_date.h"

#include "base/clock.h"

static const char months[12][4] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
static const char weekdays[7][4] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };

/* Hours east of UTC; RFC 5322 section 4.3. */
static const struct {
	struct sv name;
	int hours;
} zones[] = {
	{ SV_INIT("GMT"), 0 }, { SV_INIT("UTC"), 0 }, { SV_INIT("UT"), 0 }, { SV_INIT("Z"), 0 }, { SV_INIT("EST"), -5 }, { SV_INIT("EDT"), -4 },
	{ SV_INIT("CST"), -6 }, { SV_INIT("CDT"), -5 }, { SV_INIT("MST"), -7 }, { SV_INIT("MDT"), -6 }, { SV_INIT("PST"), -8 }, { SV_INIT("PDT"), -7 },
};

struct parts {
	struct civil date;
	int seconds;       /* of the day; -1: no time seen */
	int offset;        /* seconds east */
	int n_numbers;
};

/* A number of 1 to 4 digits, leading zeros allowed; -1 for anything else. */
static int number(struct sv s)
{
	int v = 0;
	if (s.n == 0 || s.n > 4)
		return -1;
	for (size_t i = 0; i < s.n; i++) {
		if (!ascii_is_digit(s.p[i]))
			return -1;
		v = v * 10 + (s.p[i] - '0');
	}
	return v;
}

/* "08:49:37" or "08:49" */
static bool read_time(struct sv word, struct parts *p)
{
	int v[3] = { 0, 0, 0 };
	size_t n = 0;
	struct sv part;
	while (n < 3 && sv_split(&word, ':', &part))
		if ((v[n++] = number(part)) < 0)
			return false;
	if (n < 2 || word.p != NULL || p->seconds >= 0 || v[0] > 23 || v[1] > 59 || v[2] > 60)
		return false;
	p->seconds = v[0] * 3600 + v[1] * 60 + v[2];
	return true;
}

static bool read_zone(struct sv word, struct parts *p)
{
	for (size_t i = 0; i < sizeof(zones) / sizeof(*zones); i++)
		if (sv_eq_icase(word, zones[i].name)) {
			p->offset = zones[i].hours * 3600;
			return true;
		}
	int v = word.n == 5 ? number(sv_sub(word, 1, 5)) : -1;
	if (v < 0 || v / 100 > 18 || v % 100 > 59 || (word.p[0] != '+' && word.p[0] != '-'))
		return false;
	p->offset = (word.p[0] == '-' ? -1 : 1) * (v / 100 * 3600 + v % 100 * 60);
	return true;
}

static bool read_name(struct sv word, struct parts *p)
{
	for (int i = 0; i < 12; i++)
		if (sv_starts_icase(word, sv_cstr(months[i])) && p->date.month == 0) {
			p->date.month = i + 1;
			return true;
		}
	for (int i = 0; i < 7; i++)
		if (word.n >= 3 && sv_starts_icase(word, sv_cstr(weekdays[i])))
			return true;
	return read_zone(word, p);
}

/* The first number is the day, the second the year; two digits mean 1970 to 2069. */
static bool read_number(struct sv word, struct parts *p)
{
	int v = number(word);
	if (v < 0 || p->n_numbers > 1)
		return false;
	if (p->n_numbers++ == 0)
		p->date.day = v;
	else
		p->date.year = word.n > 2 ? v : v < 70 ? 2000 + v : 1900 + v;
	return true;
}

static bool read_word(struct sv word, struct parts *p)
{
	if (sv_find_char(word, ':', 0) < word.n)
		return read_time(word, p);
	if (ascii_is_digit(word.p[0]))
		return read_number(word, p);
	return p->seconds >= 0 && !ascii_is_alpha(word.p[0]) ? read_zone(word, p) : read_name(word, p);
}

/* A day that exists and a time. */
static bool is_whole(const struct parts *p)
{
	if (p->n_numbers != 2 || p->date.month == 0 || p->date.year < 1 || p->date.day < 1 || p->seconds < 0)
		return false;
	return p->date.day <= days_in_month(p->date.year, p->date.month);
}

bool http_date_parse(struct sv s, int64_t *ret)
{
	struct parts p = { .seconds = -1 };
	s = sv_trim(s);
	for (size_t from = 0, at = 0; at <= s.n; at++) {
		/* '-' stands between the parts of a date, and before a zone after the time. */
		bool is_dash = at < s.n && s.p[at] == '-' && p.seconds < 0;
		if (at < s.n && s.p[at] != ' ' && s.p[at] != ',' && !is_dash)
			continue;
		if (at > from && !read_word(sv_sub(s, from, at), &p))
			return false;
		from = at + 1;
	}
	if (!is_whole(&p))
		return false;
	*ret = day_from_civil(p.date) * CLOCK_DAY + (p.seconds - p.offset) * CLOCK_SECOND;
	return true;
}

struct sv http_date(struct arena *a, int64_t instant)
{
	int32_t day = day_of_instant(instant);
	int64_t second = (instant - day * CLOCK_DAY) / CLOCK_SECOND;
	struct civil c = civil_from_day(day);
	return arena_printf(a, "%s, %02d %s %04d %02d:%02d:%02d GMT", weekdays[weekday_of(day)], c.day, months[c.month - 1], c.year, (int)(second / 3600),
	    (int)(second / 60 % 60), (int)(second % 60));
}
