#include <stdio.h>

#include "claim/date_rule.h"

struct month_day {
	int month, day, last; /* last: of a run of days ("3-5 May"), else the same day */
};

static void make_day(int year, const struct month_day *md, struct when *ret)
{
	if (md->month < 1 || md->month > 12 || md->day < 1 || md->last > days_in_month(year, md->month) || md->last < md->day) {
		*ret = (struct when){ .lo = DAY_NONE, .hi = DAY_NONE };
		return;
	}
	when_day(day_from_civil((struct civil){ year, md->month, md->day }), ret);
	ret->hi += md->last - md->day;
}

static void day_in_year(const void *what, int year, struct when *ret)
{
	make_day(year, what, ret);
}

static void month_in_year(const void *what, int year, struct when *ret)
{
	when_month(year, *(const int *)what, ret);
}

static void season_in_year(const void *what, int year, struct when *ret)
{
	when_season(year, *(const int *)what, ret);
}

static void quarter_in_year(const void *what, int year, struct when *ret)
{
	when_quarter(year, *(const int *)what, ret);
}

static size_t skip_mark(const struct date_tokens *t, size_t i, int mark)
{
	return i + date_token_is_mark(t, i, mark);
}

/* Is the number at i only the head of a longer one: "3:15", "2.5", "1,250"? */
static bool is_number_head(const struct date_tokens *t, size_t i)
{
	if (!date_token_at(t, i + 1)->is_glued)
		return false;
	if (date_token_is_mark(t, i + 1, ','))
		return date_token_is_glued_number(t, i + 2, 3);
	return (date_token_is_mark(t, i + 1, ':') || date_token_is_mark(t, i + 1, '.')) && date_token_is_glued_number(t, i + 2, 0);
}

static bool is_day_number(const struct date_token *k)
{
	return k->class == TOK_NUMBER && k->word.n <= 2 && k->value >= 1 && k->value <= 31;
}

/* A day of the month at i: "2", "2nd", "second"; "2-4" gives both ends. */
static size_t day_number(const struct date_tokens *t, size_t i, struct month_day *md)
{
	size_t n = date_ordinal(t, i, &md->day);
	if (n == 0 && is_day_number(date_token_at(t, i)) && !is_number_head(t, i)) {
		md->day = date_token_at(t, i)->value;
		n = 1;
	}
	if (n == 0 || md->day > 31)
		return 0;
	md->last = md->day;
	const struct date_token *last = date_token_at(t, i + n + 1);
	if (date_token_is_dash(t, i + n) && is_day_number(last) && last->value > md->day) {
		md->last = last->value;
		n += 2;
	}
	return n;
}

/* A year at i, after an optional comma, "of" or "in"; tokens taken or 0. */
static size_t trailing_year(const struct date_tokens *t, size_t i, int *year)
{
	size_t at = skip_mark(t, i, ',');
	at += date_token_is(t, at, SV("of")) || (at == i && date_token_is(t, at, SV("in")));
	size_t n = date_year_number(t, at, year);
	const struct date_token *next = date_token_at(t, at + n);
	if (n == 0 || next->class == TOK_UNIT)
		return 0;
	return at + n - i;
}

/* "this year", "last year" after a month; tokens taken or 0. */
static size_t trailing_relative_year(const struct date_scan *s, size_t i, int *year)
{
	const struct date_tokens *t = &s->tokens;
	size_t at = i + date_token_is(t, i, SV("of"));
	if (s->published == DAY_NONE || date_token_at(t, at)->class != TOK_REL || !date_token_is(t, at + 1, SV("year")))
		return 0;
	*year = civil_from_day(s->published).year + date_token_at(t, at)->value;
	return at + 2 - i;
}

static size_t finish_day(const struct date_scan *s, size_t i, size_t at, const struct month_day *md, struct when *ret)
{
	int year;
	size_t n = trailing_year(&s->tokens, at, &year);
	if (n == 0)
		n = trailing_relative_year(s, at, &year);
	if (n > 0)
		make_day(year, md, ret);
	else
		date_choose_year(s, i, day_in_year, md, ret);
	return ret->value[0] ? at + n - i : 0;
}

static size_t rule_month_day(const struct date_scan *s, size_t i, struct when *ret)
{
	const struct date_tokens *t = &s->tokens;
	struct month_day md = { .month = date_token_at(t, i)->value };
	if (date_token_at(t, i)->class != TOK_MONTH)
		return 0;
	size_t at = skip_mark(t, i + 1, '.');
	at += date_token_is(t, at, SV("the"));
	size_t n = day_number(t, at, &md);
	return n > 0 ? finish_day(s, i, at + n, &md, ret) : 0;
}

static size_t rule_day_month(const struct date_scan *s, size_t i, struct when *ret)
{
	const struct date_tokens *t = &s->tokens;
	struct month_day md;
	size_t at = i + date_token_is(t, i, SV("the"));
	size_t n = day_number(t, at, &md);
	if (n == 0)
		return 0;
	at += n;
	at += date_token_is(t, at, SV("of"));
	if (date_token_at(t, at)->class != TOK_MONTH)
		return 0;
	md.month = date_token_at(t, at)->value;
	return finish_day(s, i, skip_mark(t, at + 1, '.'), &md, ret);
}

/* Three numbers with the same mark between them, nothing apart. */
static bool three_numbers(const struct date_tokens *t, size_t i, int v[3])
{
	int mark = date_token_at(t, i + 1)->value;
	for (size_t k = 0; k < 5; k++) {
		const struct date_token *x = date_token_at(t, i + k);
		bool fits = k % 2 == 1 ? x->class == TOK_MARK && x->value == mark : x->class == TOK_NUMBER && x->value >= 0;
		if (!fits || (k > 0 && !x->is_glued))
			return false;
		if (k % 2 == 0)
			v[k / 2] = x->value;
	}
	return mark == '-' || mark == '/' || mark == '.';
}

/* "2018-09-23", "23.9.2018", "9/23/2018". Which is the day stays open where both could be the month. */
static size_t rule_numeric(const struct date_scan *s, size_t i, struct when *ret)
{
	const struct date_tokens *t = &s->tokens;
	int v[3];
	if (!three_numbers(t, i, v))
		return 0;
	bool year_first = date_token_at(t, i)->word.n == 4, is_dotted = date_token_is_mark(t, i + 1, '.');
	int year = year_first ? v[0] : v[2], month = year_first ? v[1] : v[0], day = year_first ? v[2] : v[1];
	if (year < 1000 || year > 2199)
		return 0;
	if (!year_first && (is_dotted || month > 12)) {
		int first = month;
		month = day;
		day = first;
	}
	bool is_open = !year_first && !is_dotted && day <= 12 && month != day;
	make_day(year, &(struct month_day){ month, day, day }, ret);
	if (is_open)
		ret->lo = ret->hi = DAY_NONE;
	return ret->value[0] ? 5 : 0;
}

/* Words before which "May" or "March" is no month unless a day or year follows. */
static bool is_month_alone(const struct date_tokens *t, size_t i)
{
	static const char *const before[] = { "in", "by", "since", "until", "till", "of", "from", "to", "for", "last", "next",
		"this", "early", "late", "mid", "through", "during", "before", "after", "between", "and", "the", "until", "on",
		"following", "and", "past", NULL };
	const struct date_token *k = date_token_at(t, i);
	bool is_doubtful = date_token_is(t, i, SV("may")) || date_token_is(t, i, SV("march"));
	bool is_short = k->word.n <= 4 && !date_token_is(t, i, SV("june")) && !date_token_is(t, i, SV("july"));
	bool has_before = i > 0 && (date_token_in(t, i - 1, before) || date_token_is_mark(t, i - 1, '-'));
	if (is_doubtful || is_short)
		return has_before;
	return !date_token_is_mark(t, i + 1, '-') || date_token_at(t, i + 2)->class == TOK_NUMBER || has_before;
}

static size_t rule_month(const struct date_scan *s, size_t i, struct when *ret)
{
	const struct date_tokens *t = &s->tokens;
	const struct date_token *k = date_token_at(t, i);
	int year, month = k->value;
	if (k->class != TOK_MONTH)
		return 0;
	size_t at = skip_mark(t, i + 1, '.');
	size_t n = trailing_year(t, at, &year);
	if (n == 0)
		n = trailing_relative_year(s, at, &year);
	if (n > 0) {
		when_month(year, month, ret);
		return at + n - i;
	}
	if (!is_month_alone(t, i))
		return 0;
	date_choose_year(s, i, month_in_year, &month, ret);
	return k->word.n <= 4 && !date_token_is(t, i, SV("may")) ? at - i : 1;
}

/* May a year stand right behind this mark? */
static bool mark_opens_year(const struct date_token *k)
{
	static const int marks[] = { '(', '-', '"', '/', 0x201c, 0x2013, 0x2014 };
	for (size_t m = 0; m < sizeof(marks) / sizeof(*marks); m++)
		if (k->value == marks[m])
			return true;
	return k->class != TOK_MARK;
}

/* Is what follows at i counted by the number, or a part of it? */
static bool follows_count(const struct date_tokens *t, size_t i)
{
	static const char *const counted[] = { "percent", "people", "men", "women", "troops", "points", "miles", "dollars",
		"feet", "meters", "metres", "jobs", "pounds", "euros", "votes", "soldiers", "children", "words", NULL };
	const struct date_token *next = date_token_at(t, i);
	if (next->class == TOK_UNIT || date_token_in(t, i, counted) || date_token_is_mark(t, i, '%'))
		return true;
	return next->is_glued && next->class != TOK_MARK;
}

/* Is a bare four-digit number a year here, and not a count, a price or a part of a longer number? */
static bool is_year_place(const struct date_tokens *t, size_t i, size_t n, int year)
{
	static const char *const before[] = { "in", "since", "until", "till", "by", "from", "of", "during", "before", "after",
		"late", "early", "mid", "through", "year", "to", "between", "and", "fiscal", "around", "circa", "for", NULL };
	if (date_token_at(t, i)->is_glued && i > 0 && !mark_opens_year(date_token_at(t, i - 1)))
		return false;
	if (follows_count(t, i + n))
		return false;
	return (year >= 1800 && year <= 2050) || (i > 0 && date_token_in(t, i - 1, before));
}

static size_t rule_year(const struct date_scan *s, size_t i, struct when *ret)
{
	const struct date_tokens *t = &s->tokens;
	int year;
	size_t lead = date_token_is(t, i, SV("the")) && date_token_is(t, i + 1, SV("year")) ? 2 : date_token_is(t, i, SV("year"));
	size_t n = date_year_number(t, i + lead, &year);
	if (n == 0 || !is_year_place(t, i + lead, n, year))
		return 0;
	when_year(year, ret);
	return lead + n;
}

/* "1990s", "'90s", "the nineties" */
static size_t rule_decade(const struct date_scan *s, size_t i, struct when *ret)
{
	const struct date_tokens *t = &s->tokens;
	size_t lead = date_token_is(t, i, SV("the"));
	size_t at = i + lead + date_token_is_apostrophe(t, i + lead);
	const struct date_token *k = date_token_at(t, at);
	int year = k->value;
	if (k->class == TOK_CARDINAL && k->is_plural && lead) {
		when_decade(1900 + year, ret);
		return at + 1 - i;
	}
	bool has_ending = date_token_at(t, at + 1)->is_glued && sv_eq(date_token_at(t, at + 1)->word, SV("s"));
	if (k->class != TOK_NUMBER || !has_ending || year % 10 != 0)
		return 0;
	if (k->word.n == 2 && at > i)
		year += year >= 30 ? 1900 : 2000;
	if (year < 1000 || year > 2100)
		return 0;
	when_decade(year, ret);
	return at + 2 - i;
}

static size_t rule_century(const struct date_scan *s, size_t i, struct when *ret)
{
	const struct date_tokens *t = &s->tokens;
	int c;
	size_t n = date_ordinal(t, i, &c);
	size_t at = i + n + (n > 0 && date_token_is_mark(t, i + n, '-'));
	if (n == 0 || c < 2 || c > 30 || !date_token_is(t, at, SV("century")))
		return 0;
	when_century(c, ret);
	return at + 1 - i;
}

/* "third quarter", "first half", "Q3": which of how many parts of a year; tokens taken or 0. */
static size_t part_of_year(const struct date_tokens *t, size_t i, int *part, bool *is_half)
{
	size_t n = date_ordinal(t, i, part);
	*is_half = n > 0 && date_token_is(t, i + n, SV("half"));
	if (n > 0)
		n = *is_half || date_token_is(t, i + n, SV("quarter")) ? n + 1 : 0;
	else if (date_token_is(t, i, SV("q")) && date_token_is_glued_number(t, i + 1, 1))
		n = (size_t)((*part = date_token_at(t, i + 1)->value) > 0) * 2;
	return *part >= 1 && *part <= (*is_half ? 2 : 4) ? n : 0;
}

static size_t any_trailing_year(const struct date_scan *s, size_t at, int *year)
{
	size_t n = trailing_year(&s->tokens, at, year);
	return n > 0 ? n : trailing_relative_year(s, at, year);
}

/* "the third quarter [of 2019]", "Q3 2019", "the first half of 2012" */
static size_t rule_part_of_year(const struct date_scan *s, size_t i, struct when *ret)
{
	const struct date_tokens *t = &s->tokens;
	int part = 0, year;
	bool is_half;
	size_t at = i + date_token_is(t, i, SV("the"));
	size_t n = part_of_year(t, at, &part, &is_half);
	if (n == 0)
		return 0;
	at += n;
	n = any_trailing_year(s, at, &year);
	if (n > 0 && is_half)
		when_half(year, part, ret);
	else if (n > 0)
		when_quarter(year, part, ret);
	else if (is_half) /* "the first half" may be one of a game */
		return 0;
	else
		date_choose_year(s, i, quarter_in_year, &part, ret);
	return at + n - i;
}

/* The season last (-1), this (0) or next (1) seen from the day of publication. */
static void relative_season(int32_t published, int season, int rel, struct when *ret)
{
	struct when w;
	int from = civil_from_day(published).year - 1;
	for (int y = from; y <= from + 3; y++) {
		when_season(y, season, &w);
		if (rel < 0 && w.hi < published)
			*ret = w;
		if ((rel == 0 && w.hi >= published) || (rel > 0 && w.lo > published)) {
			*ret = w;
			return;
		}
	}
}

/* "the summer of 2014", "summer 2014", "last spring", "this winter", and after a preposition "the fall". */
static size_t rule_season(const struct date_scan *s, size_t i, struct when *ret)
{
	static const char *const before[] = { "in", "by", "during", "until", "since", "before", "after", "through", "of", NULL };
	const struct date_tokens *t = &s->tokens;
	size_t the = date_token_is(t, i, SV("the")), rel = !the && date_token_at(t, i)->class == TOK_REL;
	size_t at = i + the + rel;
	int year, season = date_token_at(t, at)->value;
	if (date_token_at(t, at)->class != TOK_SEASON)
		return 0;
	at++;
	size_t n = rel ? 0 : any_trailing_year(s, at, &year);
	if (n > 0)
		when_season(year, season, ret);
	else if (rel && s->published != DAY_NONE)
		relative_season(s->published, season, date_token_at(t, i)->value, ret);
	else if (the && i > 0 && date_token_in(t, i - 1, before))
		date_choose_year(s, i, season_in_year, &season, ret);
	else
		return 0;
	return at + n - i;
}

size_t date_absolute(const struct date_scan *s, size_t i, struct when *ret)
{
	static size_t (*const rules[])(const struct date_scan *, size_t, struct when *) = { rule_numeric, rule_month_day,
		rule_day_month, rule_month, rule_year, rule_decade, rule_century, rule_part_of_year, rule_season };
	size_t best = 0;
	for (size_t k = 0; k < sizeof(rules) / sizeof(*rules); k++) {
		struct when w = { .lo = DAY_NONE, .hi = DAY_NONE };
		size_t n = rules[k](s, i, &w);
		if (n > best) {
			best = n;
			*ret = w;
		}
	}
	return best;
}
