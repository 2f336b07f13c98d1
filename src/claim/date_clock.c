#include <stdio.h>

#include "claim/date_rule.h"

struct clock {
	int hour, minute; /* minute -1: not said */
};

/* "a.m.", "pm": 0 for the morning, 12 for the afternoon in *ret_add; tokens taken or 0. */
static size_t half_of_day(const struct date_tokens *t, size_t i, int *ret_add)
{
	bool is_am = date_token_is(t, i, SV("am")) || date_token_is(t, i, SV("a"));
	bool is_pm = date_token_is(t, i, SV("pm")) || date_token_is(t, i, SV("p"));
	if (!is_am && !is_pm)
		return 0;
	*ret_add = is_pm ? 12 : 0;
	if (date_token_at(t, i)->word.n == 2)
		return 1;
	size_t at = i + 1 + date_token_is_mark(t, i + 1, '.');
	if (at == i + 1 || !date_token_is(t, at, SV("m")))
		return 0;
	return at + 1 + date_token_is_mark(t, at + 1, '.') - i;
}

static size_t minutes(const struct date_tokens *t, size_t i, int *ret)
{
	const struct date_token *k = date_token_at(t, i + 1);
	bool is_mark = date_token_is_mark(t, i, ':') || date_token_is_mark(t, i, '.');
	if (!is_mark || !date_token_at(t, i)->is_glued || k->class != TOK_NUMBER || !k->is_glued || k->word.n != 2 || k->value > 59)
		return 0;
	*ret = k->value;
	return 2;
}

/* "7", "7:15", "seven"; tokens taken or 0. */
static size_t hour_and_minute(const struct date_tokens *t, size_t i, struct clock *ret)
{
	const struct date_token *k = date_token_at(t, i);
	*ret = (struct clock){ k->value, -1 };
	if (k->class == TOK_CARDINAL)
		return k->value <= 12 && !k->is_plural;
	if (k->class != TOK_NUMBER || k->word.n > 2)
		return 0;
	return 1 + minutes(t, i + 1, &ret->minute);
}

/* "7:15 p.m.", "ten o'clock", "19:30", "noon"; tokens taken or 0. */
static size_t time_of_day(const struct date_tokens *t, size_t i, struct clock *ret)
{
	int add = 0;
	if (date_token_at(t, i)->class == TOK_NOON) {
		*ret = (struct clock){ date_token_at(t, i)->value, -1 };
		return 1;
	}
	size_t n = hour_and_minute(t, i, ret);
	size_t half = n > 0 ? half_of_day(t, i + n, &add) : 0;
	bool is_sharp = date_token_is(t, i + n, SV("o")) && date_token_is(t, i + n + 2, SV("clock"));
	if (half > 0 && ret->hour >= 1 && ret->hour <= 12) {
		ret->hour = ret->hour % 12 + add;
		return n + half;
	}
	if (n > 0 && is_sharp && ret->hour <= 12)
		return n + 3;
	return n == 3 && date_token_is_mark(t, i + 1, ':') && ret->hour < 24 ? n : 0;
}

static size_t time_zone(const struct date_tokens *t, size_t i)
{
	static const char *const zones[] = { "GMT", "UTC", "BST", "CET", "CEST", "EST", "EDT", "ET", "CST", "CDT", "CT", "MST", "PST",
		"PDT", "PT", NULL };
	const struct date_token *k = date_token_at(t, i);
	return k->word.n > 0 && ascii_is_upper(k->word.p[0]) && date_token_in(t, i, zones);
}

size_t date_clock(const struct date_scan *s, size_t i, struct when *ret)
{
	const struct date_tokens *t = &s->tokens;
	struct clock c;
	struct when day = { .grain = GRAIN_DAY, .lo = DAY_NONE, .hi = DAY_NONE };
	size_t n = time_of_day(t, i, &c);
	if (n == 0)
		return 0;
	size_t at = i + n + time_zone(t, i + n);
	size_t skip = date_token_is_mark(t, at, ',') + date_token_is(t, at, SV("on"));
	size_t more = date_day(s, at + skip, &day);
	if (more > 0 && day.grain == GRAIN_DAY) {
		at += skip + more;
	} else {
		int32_t base = s->reference != DAY_NONE ? s->reference : s->published;
		day = (struct when){ .grain = GRAIN_DAY, .lo = DAY_NONE, .hi = DAY_NONE, .value = "XXXX-XX-XX" };
		if (base != DAY_NONE)
			when_day(base, &day);
	}
	*ret = day;
	ret->type = WHEN_TIME;
	ret->grain = GRAIN_HOUR;
	snprintf(ret->value, sizeof(ret->value), "%.20sT%02d:%02d", day.value, c.hour, c.minute < 0 ? 0 : c.minute);
	return at - i;
}
