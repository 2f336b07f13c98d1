#include <stdio.h>

#include "claim/date_rule.h"

/* "and a half" at i adds to the count; tokens taken. */
static size_t and_a_half(const struct date_tokens *t, size_t i, double *count)
{
	if (!date_token_is(t, i, SV("and")) || !date_token_is(t, i + 1, SV("a")) || !date_token_is(t, i + 2, SV("half")))
		return 0;
	*count += 0.5;
	return 3;
}

/* A unit that can be counted: no weekends, and of quarters only several. */
static bool is_unit(const struct date_tokens *t, size_t i, enum grain *ret)
{
	const struct date_token *k = date_token_at(t, i);
	if (i > 0 && date_token_is(t, i, SV("second")) && date_token_is_mark(t, i - 1, '-')) {
		*ret = GRAIN_SECOND;
		return true;
	}
	*ret = k->class == TOK_UNIT ? (enum grain)k->value : GRAIN_N;
	return *ret != GRAIN_N && *ret != GRAIN_WEEKEND && (*ret != GRAIN_QUARTER || k->is_plural);
}

/* The number and unit at i: "three days", "18-month", "two and a half years", "a year and a half". */
static size_t amount(const struct date_tokens *t, size_t i, double *count, enum grain *grain)
{
	static const char *const between[] = { "more", "straight", "full", "consecutive", NULL };
	size_t n = date_cardinal(t, i, count);
	if (n == 0)
		return 0;
	size_t at = i + n;
	at += and_a_half(t, at, count);
	bool is_hyphened = date_token_is_mark(t, at, '-') && date_token_at(t, at)->is_glued;
	at += is_hyphened;
	at += date_token_in(t, at, between);
	if (!is_unit(t, at, grain) || (is_hyphened && *grain == GRAIN_QUARTER)) /* "three-quarters" is a share */
		return 0;
	at++;
	at += and_a_half(t, at, count);
	bool is_age = date_token_is(t, at, SV("old")) || (date_token_is_mark(t, at, '-') && date_token_is(t, at + 1, SV("old")));
	return is_age ? 0 : at - i;
}

/* The day or period n units from `day`, as exact as the unit is. */
static void moved(int32_t day, enum grain grain, double n, struct when *ret)
{
	if (grain == GRAIN_DECADE || grain == GRAIN_CENTURY) {
		n *= grain == GRAIN_DECADE ? 10 : 100;
		grain = GRAIN_YEAR;
	}
	if (grain == GRAIN_FORTNIGHT) {
		n *= 2;
		grain = GRAIN_WEEK;
	}
	when_period(day, grain < GRAIN_DAY ? GRAIN_DAY : grain, grain < GRAIN_DAY ? 0 : (int)n, ret);
}

static void some_time(const struct date_scan *s, int sign, struct when *ret)
{
	*ret = (struct when){ WHEN_DATE, GRAIN_YEAR, DAY_NONE, DAY_NONE, "" };
	snprintf(ret->value, sizeof(ret->value), sign < 0 ? "PAST_REF" : "FUTURE_REF");
	*(sign < 0 ? &ret->hi : &ret->lo) = s->published;
}

/* "two days after Christmas", "the day before the vote" needs the day; 0 where none follows. */
static size_t from_named_day(const struct date_scan *s, size_t at, enum grain grain, double n, struct when *ret)
{
	struct when day = { .lo = DAY_NONE };
	size_t article = date_token_is(&s->tokens, at, SV("the"));
	size_t taken = date_day(s, at, &day);
	if (taken == 0 && article > 0) {
		taken = date_day(s, at + 1, &day);
		taken += taken > 0;
	}
	if (taken == 0 || day.grain != GRAIN_DAY || day.lo == DAY_NONE)
		return 0;
	if (grain <= GRAIN_DAY)
		when_day(day.lo + (grain < GRAIN_DAY ? 0 : (int)n), ret);
	else
		when_day(when_move_day(day.lo, grain, (int)n), ret);
	return taken;
}

/* "ago", "earlier", "later", "from now": which way, from which day, and how many tokens say so (0: none of these). */
static size_t bare_direction(const struct date_scan *s, size_t at, int *sign, int32_t *base)
{
	const struct date_tokens *t = &s->tokens;
	*sign = date_token_at(t, at)->value;
	*base = s->published;
	if (date_token_is(t, at, SV("ago")))
		return 1;
	if (date_token_is(t, at, SV("from"))) {
		*sign = 1;
		return date_token_is(t, at + 1, SV("now")) || date_token_is(t, at + 1, SV("today")) ? 2 : 0;
	}
	*base = s->reference;
	return date_token_is(t, at, SV("earlier")) || date_token_is(t, at, SV("later"));
}

/* What follows an amount may make it a date: ago, earlier, later, from now, after X. 0: it stays a duration. */
static size_t direction_word(const struct date_scan *s, size_t at, enum grain grain, double n, struct when *ret)
{
	enum { MOST = 9000 };
	int32_t base;
	int sign;
	size_t taken = bare_direction(s, at, &sign, &base);
	bool is_from_reference = date_token_at(&s->tokens, at)->class == TOK_AWAY && !date_token_is(&s->tokens, at, SV("ago"));
	if (taken == 0) {
		if (n < 0 || n > MOST || (!is_from_reference && !date_token_is(&s->tokens, at, SV("from"))))
			return 0;
		taken = from_named_day(s, at + 1, grain, sign * n, ret);
		return taken > 0 ? taken + 1 : 0;
	}
	if (n < 0 || n > MOST) {
		some_time(s, sign, ret);
		return is_from_reference ? 0 : taken;
	}
	if (base == DAY_NONE && is_from_reference && grain >= GRAIN_YEAR)
		base = s->published;
	if (base == DAY_NONE)
		return 0;
	moved(base, grain, sign * n, ret);
	return taken;
}

/* "for weeks", "within months": a bare plural after a preposition. */
static size_t bare_plural(const struct date_tokens *t, size_t i, struct when *ret)
{
	static const char *const before[] = { "for", "within", "in", "over", "after", NULL };
	const struct date_token *k = date_token_at(t, i);
	if (k->class != TOK_UNIT || !k->is_plural || i == 0 || !date_token_in(t, i - 1, before) || k->value >= GRAIN_N)
		return 0;
	when_duration(-1, (enum grain)k->value, ret);
	if (date_token_is(t, i + 1, SV("or")) && date_token_at(t, i + 2)->class == TOK_UNIT)
		return 3;
	return 1;
}

/* "three times a week", "40 percent a year": a rate, not a time. */
static bool is_rate(const struct date_tokens *t, size_t i)
{
	static const char *const before[] = { "percent", "times", "once", "twice", NULL };
	const struct date_token *k = date_token_at(t, i), *prev = date_token_at(t, i - 1), *number = date_token_at(t, i - 2);
	if (k->class != TOK_ARTICLE || i < 2)
		return false;
	bool is_counted = prev->class == TOK_OTHER && sv_ends(prev->word, SV("s")) &&
	    (number->class == TOK_NUMBER || number->class == TOK_CARDINAL || number->class == TOK_SCALE);
	return is_counted || prev->class == TOK_NUMBER || prev->class == TOK_SCALE || date_token_in(t, i - 1, before);
}

size_t date_duration(const struct date_scan *s, size_t i, struct when *ret)
{
	double count;
	enum grain grain;
	size_t n = bare_plural(&s->tokens, i, ret);
	if (n > 0)
		return n;
	n = amount(&s->tokens, i, &count, &grain);
	if (n == 0)
		return 0;
	size_t more = direction_word(s, i + n, grain, count, ret);
	if (more == 0 && is_rate(&s->tokens, i))
		return 0;
	if (more == 0)
		when_duration(count, grain, ret);
	return ret->value[0] ? n + more : 0;
}

static void set_of(enum token_class class, int value, struct when *ret)
{
	static const char *const parts[] = { "MO", "AF", "EV", "NI" };
	*ret = (struct when){ WHEN_SET, GRAIN_DAY, DAY_NONE, DAY_NONE, "" };
	if (class == TOK_WEEKDAY)
		snprintf(ret->value, sizeof(ret->value), "XXXX-WXX-%d", value + 1);
	else if (class == TOK_MONTH)
		snprintf(ret->value, sizeof(ret->value), "XXXX-%02d", value);
	else if (class == TOK_PART)
		snprintf(ret->value, sizeof(ret->value), "XXXX-XX-XXT%s", parts[value & 3]);
}

/* "Mondays", "Tuesday nights" */
static size_t plural_weekday(const struct date_tokens *t, size_t i, struct when *ret)
{
	const struct date_token *k = date_token_at(t, i), *part = date_token_at(t, i + 1);
	bool has_parts = part->class == TOK_PART && part->is_plural;
	if (k->class != TOK_WEEKDAY || (!k->is_plural && !has_parts))
		return 0;
	set_of(TOK_WEEKDAY, k->value, ret);
	if (has_parts)
		when_part(ret, part->value, ret);
	ret->type = WHEN_SET;
	return 1 + has_parts;
}

size_t date_recurring(const struct date_scan *s, size_t i, struct when *ret)
{
	const struct date_tokens *t = &s->tokens;
	const struct date_token *k = date_token_at(t, i);
	double count = 1;
	if (k->class == TOK_FREQUENCY && !(i > 0 && ascii_is_upper(k->word.p[0]))) {
		when_duration(1, (enum grain)k->value, ret);
		ret->type = WHEN_SET;
		return 1;
	}
	if (k->class != TOK_EVERY)
		return plural_weekday(t, i, ret);
	size_t n = date_cardinal(t, i + 1, &count);
	const struct date_token *next = date_token_at(t, i + 1 + n);
	if (next->class == TOK_UNIT && next->value < GRAIN_N)
		when_duration(count, (enum grain)next->value, ret);
	else if (n == 0)
		set_of(next->class, next->value, ret);
	ret->type = WHEN_SET;
	return ret->value[0] ? n + 2 : 0;
}
