#include <stdio.h>

#include "claim/date_rule.h"

static void set_value(struct when *w, enum when_type type, const char *value)
{
	*w = (struct when){ type, GRAIN_DAY, DAY_NONE, DAY_NONE, "" };
	snprintf(w->value, sizeof(w->value), "%s", value);
}

/* A relative expression without a day to count from. */
static void unresolved(enum grain grain, struct when *ret)
{
	set_value(ret, WHEN_DATE, grain == GRAIN_WEEK ? "XXXX-WXX" : grain >= GRAIN_YEAR ? "XXXX" : "XXXX-XX-XX");
	ret->grain = grain;
}

/* A part of the day after a day's name: "Friday night", "tomorrow in the morning"; tokens taken. */
static size_t add_part(const struct date_tokens *t, size_t at, struct when *w)
{
	size_t lead = date_token_is(t, at, SV("in")) && date_token_is(t, at + 1, SV("the")) ? 2 : 0;
	size_t early = date_token_at(t, at + lead)->class == TOK_EDGE;
	const struct date_token *k = date_token_at(t, at + lead + early);
	if (k->class != TOK_PART || k->is_plural)
		return 0;
	when_part(w, k->value, w);
	return lead + early + 1;
}

static size_t rule_deictic(const struct date_scan *s, size_t i, struct when *ret)
{
	const struct date_tokens *t = &s->tokens;
	const struct date_token *k = date_token_at(t, i);
	if (k->class != TOK_DEICTIC)
		return 0;
	if (s->published == DAY_NONE)
		unresolved(GRAIN_DAY, ret);
	else
		when_day(s->published + k->value, ret);
	if (date_token_is(t, i, SV("tonight")))
		when_part(ret, 3, ret);
	return 1 + add_part(t, i + 1, ret);
}

/* "the day before yesterday", "the day after tomorrow" */
static size_t rule_day_beyond(const struct date_scan *s, size_t i, struct when *ret)
{
	const struct date_tokens *t = &s->tokens;
	size_t lead = date_token_is(t, i, SV("the"));
	const struct date_token *away = date_token_at(t, i + lead + 1), *day = date_token_at(t, i + lead + 2);
	if (!date_token_is(t, i + lead, SV("day")) || away->class != TOK_AWAY || day->class != TOK_DEICTIC ||
	    day->value != away->value)
		return 0;
	if (s->published == DAY_NONE)
		unresolved(GRAIN_DAY, ret);
	else
		when_day(s->published + 2 * day->value, ret);
	return lead + 3;
}

static size_t rule_now(const struct date_scan *s, size_t i, struct when *ret)
{
	if (date_token_at(&s->tokens, i)->class != TOK_NOW)
		return 0;
	set_value(ret, WHEN_DATE, "PRESENT_REF");
	ret->lo = ret->hi = s->published;
	return 1;
}

/* Which weekday is meant: 0 the one the direction of the sentence asks for, -1 the last before, 1 that of next week. */
static int32_t weekday_near(const struct date_scan *s, size_t i, int weekday, int rel)
{
	int32_t today = s->published, back = (weekday_of(today) - weekday + 7) % 7;
	if (rel < 0)
		return today - (back == 0 ? 7 : back);
	if (rel > 0)
		return today - weekday_of(today) + 7 + weekday;
	return date_direction(&s->tokens, i) > 0 && back != 0 ? today + 7 - back : today - back;
}

static bool is_weekday_name(const struct date_tokens *t, size_t i)
{
	const struct date_token *k = date_token_at(t, i), *next = date_token_at(t, i + 1);
	if (k->class != TOK_WEEKDAY || k->is_plural)
		return false;
	if (sv_ends_icase(k->word, SV("day")))
		return true;
	return next->is_glued && (date_token_is_mark(t, i + 1, '.') || date_token_is_mark(t, i + 1, ',')) &&
	       (date_token_at(t, i + 2)->class == TOK_MONTH || date_token_at(t, i + 2)->class == TOK_NUMBER);
}

/* "Wednesday", "Friday night", "next Monday", "Wednesday of last week", "Wednesday, Sept. 9" */
static size_t rule_weekday(const struct date_scan *s, size_t i, struct when *ret)
{
	const struct date_tokens *t = &s->tokens;
	size_t rel = date_token_at(t, i)->class == TOK_REL;
	size_t at = i + rel;
	if (!is_weekday_name(t, at))
		return 0;
	const struct date_token *k = date_token_at(t, at), *after = date_token_at(t, at + 1);
	size_t more = at + 1 + (after->class == TOK_MARK && (after->value == ',' || after->value == '.'));
	more += date_token_is_mark(t, more, ',');
	size_t n = rel ? 0 : date_absolute(s, more, ret);
	if (n > 0 && ret->grain == GRAIN_DAY)
		return more + n - i;
	if (s->published == DAY_NONE) {
		set_value(ret, WHEN_DATE, "");
		snprintf(ret->value, sizeof(ret->value), "XXXX-WXX-%d", k->value + 1);
	} else {
		size_t of = date_token_is(t, at + 1, SV("of"));
		const struct date_token *week = date_token_at(t, at + 1 + of);
		if (!rel && week->class == TOK_REL && date_token_is(t, at + 2 + of, SV("week"))) {
			when_day(s->published - weekday_of(s->published) + 7 * week->value + k->value, ret);
			return at + 3 + of - i;
		}
		when_day(weekday_near(s, i, k->value, rel ? date_token_at(t, i)->value : 0), ret);
	}
	return at + 1 - i + add_part(t, at + 1, ret);
}

static size_t rule_relative_month(const struct date_scan *s, size_t i, struct when *ret)
{
	const struct date_tokens *t = &s->tokens;
	const struct date_token *rel = date_token_at(t, i), *k = date_token_at(t, i + 1);
	if (rel->class != TOK_REL || k->class != TOK_MONTH || s->published == DAY_NONE || date_token_at(t, i + 2)->class == TOK_NUMBER)
		return 0;
	struct civil c = civil_from_day(s->published);
	int year = c.year;
	if (rel->value < 0 && k->value >= c.month)
		year--;
	if (rel->value > 0 && k->value <= c.month)
		year++;
	when_month(year, k->value, ret);
	return 2;
}

/* "this morning", "last night" */
static size_t rule_relative_part(const struct date_scan *s, size_t i, struct when *ret)
{
	const struct date_tokens *t = &s->tokens;
	const struct date_token *rel = date_token_at(t, i);
	size_t away = rel->class == TOK_AWAY && (date_token_is(t, i, SV("later")) || date_token_is(t, i, SV("earlier")));
	rel = date_token_at(t, i + away);
	size_t edge = date_token_at(t, i + away + 1)->class == TOK_EDGE;
	const struct date_token *k = date_token_at(t, i + away + 1 + edge);
	bool is_last_night = rel->value < 0 && k->value == 3;
	if (rel->class != TOK_REL || k->class != TOK_PART || k->is_plural || (rel->value != 0 && !is_last_night))
		return 0;
	if (s->published == DAY_NONE)
		unresolved(GRAIN_DAY, ret);
	else
		when_day(s->published + rel->value, ret);
	when_part(ret, k->value, ret);
	return away + edge + 2;
}

/* "recent weeks", "the coming months": how many is not said. */
static void vague_run(const struct date_scan *s, int rel, struct when *ret)
{
	set_value(ret, WHEN_DATE, rel > 0 ? "FUTURE_REF" : "PAST_REF");
	if (rel > 0)
		ret->lo = s->published;
	else
		ret->hi = s->published;
}

static bool is_period(const struct date_token *k)
{
	return k->class == TOK_UNIT && k->value >= GRAIN_DAY && k->value < GRAIN_N;
}

/* "recent years", "the coming months" */
static size_t rule_vague_run(const struct date_scan *s, size_t i, struct when *ret)
{
	const struct date_tokens *t = &s->tokens;
	size_t at = i + date_token_is(t, i, SV("the"));
	bool is_recent = date_token_is(t, at, SV("recent"));
	if ((date_token_at(t, at)->class != TOK_REL && !is_recent) || !is_period(date_token_at(t, at + 1)) ||
	    !date_token_at(t, at + 1)->is_plural)
		return 0;
	vague_run(s, is_recent ? -1 : date_token_at(t, at)->value, ret);
	return at + 2 - i;
}

/* "last month", "this week", "the current year", "later this year" */
static size_t rule_relative_unit(const struct date_scan *s, size_t i, struct when *ret)
{
	const struct date_tokens *t = &s->tokens;
	bool is_later = date_token_is(t, i, SV("later")), is_earlier = date_token_is(t, i, SV("earlier"));
	size_t at = i + (is_later || is_earlier || date_token_is(t, i, SV("the")));
	const struct date_token *rel = date_token_at(t, at), *k = date_token_at(t, at + 1);
	if (rel->class != TOK_REL || !is_period(k) || k->is_plural)
		return 0;
	if (k->value == GRAIN_DAY && date_token_is(t, at, SV("past")))
		return 0;
	if (s->published == DAY_NONE) {
		unresolved((enum grain)k->value, ret);
		return at + 2 - i;
	}
	when_period(s->published, (enum grain)k->value, rel->value, ret);
	if (is_later && ret->hi > s->published)
		ret->lo = s->published;
	else if (is_earlier && ret->lo < s->published)
		ret->hi = s->published;
	return at + 2 - i;
}

/* "the last two weeks", "the next several days", "the past 18 months"; "the first nine months" without days */
static size_t rule_relative_run(const struct date_scan *s, size_t i, struct when *ret)
{
	const struct date_tokens *t = &s->tokens;
	double count;
	size_t at = i + date_token_is(t, i, SV("the"));
	const struct date_token *rel = date_token_at(t, at);
	bool is_first = at > i && date_token_is(t, at, SV("first"));
	if (!is_first && (rel->class != TOK_REL || rel->value == 0))
		return 0;
	size_t n = date_cardinal(t, at + 1, &count);
	const struct date_token *k = date_token_at(t, at + 1 + n);
	if (n == 0 || k->class != TOK_UNIT || k->value >= GRAIN_N)
		return 0;
	when_duration(count, (enum grain)k->value, ret);
	if (!is_first && s->published != DAY_NONE && count >= 1 && count < 1000 && k->value >= GRAIN_DAY) {
		int32_t far = when_move_day(s->published, (enum grain)k->value, rel->value * (int)count);
		ret->lo = rel->value < 0 ? far : s->published;
		ret->hi = rel->value < 0 ? s->published : far;
	}
	return at + 2 + n - i;
}

/* "over the weekend": the nearest one in the direction of the sentence */
static size_t rule_weekend(const struct date_scan *s, size_t i, struct when *ret)
{
	const struct date_tokens *t = &s->tokens;
	if (!date_token_is(t, i, SV("the")) || !date_token_is(t, i + 1, SV("weekend")) || i == 0 ||
	    !date_token_in(t, i - 1, (const char *const[]){ "over", "on", "at", "during", NULL }) || s->published == DAY_NONE)
		return 0;
	bool is_past = date_direction(t, i) <= 0 && weekday_of(s->published) < 5;
	when_period(s->published, GRAIN_WEEKEND, is_past ? -1 : 0, ret);
	return 2;
}

size_t date_relative(const struct date_scan *s, size_t i, struct when *ret)
{
	static size_t (*const rules[])(const struct date_scan *, size_t, struct when *) = { rule_deictic, rule_day_beyond,
		rule_now, rule_weekday, rule_relative_month, rule_relative_part, rule_vague_run, rule_relative_unit,
		rule_relative_run, rule_weekend };
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
