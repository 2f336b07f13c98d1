#include "claim/amount.h"

static const struct {
	const char *letters;
	double scale;
	bool needs_money; /* "5m" alone are metres */
} scale_letters[] = {
	{ " k ", 1e3, false },
	{ " m ", 1e6, true },
	{ " bn ", 1e9, false },
	{ " mil ", 1e6, false },
	{ " mm ", 1e6, true },
	{ " b ", 1e9, true },
	{ " t ", 1e12, true },
};

/* "1.2m tons", "35m of its users": what is counted stands behind the letter. */
static bool stands_before_plural(const struct number_tokens *t, size_t i)
{
	struct sv word = number_token_at(t, i)->lower;
	struct sv next = number_token_at(t, i + 1)->lower;
	bool plural = word.n > 3 && sv_ends(word, SV("s")) && !sv_ends(word, SV("ss"));
	return plural || (word.n > 3 && next.n > 3 && sv_ends(next, SV("s")) && number_token_at(t, i)->class == NUMBER_WORD) ||
	       number_token_in(t, i, " people men women children euros ");
}

/* "$5m", "30k": the letter right behind the digits. */
static size_t scale_letter(const struct number_tokens *t, struct amount *am)
{
	size_t i = am->number_end;
	for (size_t k = 0; k < sizeof(scale_letters) / sizeof(*scale_letters); k++) {
		if (!number_token_at(t, i)->is_glued || am->number.has_scale || !number_token_in(t, i, scale_letters[k].letters))
			continue;
		bool is_counted = number_token_is(t, i + 1, SV("of")) || number_token_at(t, i)->is_capital || stands_before_plural(t, i + 1);
		if (scale_letters[k].needs_money && !am->has_money_before && !is_counted)
			continue;
		am->number.lo *= scale_letters[k].scale;
		am->number.hi *= scale_letters[k].scale;
		am->number.has_scale = true;
		am->number.scale = scale_letters[k].scale;
		return 1;
	}
	return 0;
}

/* "2.33 k" and, behind a currency's code, "75 USD million": the scale stands apart. */
static size_t scale_apart(const struct number_tokens *t, size_t i, struct amount *am)
{
	const struct number_token *token = number_token_at(t, i);
	bool is_k = sv_eq(token->text, SV("k")) && number_token_at(t, i - 1)->class == NUMBER_DIGITS;
	bool is_behind_code = am->end > am->number_end && am->unit.dimension == DIM_CURRENCY && token->class == NUMBER_SCALE;
	if (am->number.has_scale || token->is_glued || !(is_k || is_behind_code))
		return 0;
	am->number.scale = is_k ? 1e3 : token->value;
	am->number.has_scale = true;
	am->number.lo *= am->number.scale;
	am->number.hi *= am->number.scale;
	return 1;
}

static bool is_minus(const struct number_tokens *t, size_t i)
{
	bool is_sign = (number_token_is_mark(t, i, '-') || number_token_is_mark(t, i, 0x2212)) && number_token_at(t, i + 1)->is_glued &&
	               !number_token_at(t, i)->is_glued;
	return is_sign || number_token_in(t, i, " minus negative ");
}

/* "years old", "-year-old", "years of age": tokens behind the unit of time that make it an age. */
static size_t age_words(const struct number_tokens *t, size_t i)
{
	size_t dash = number_token_is_dash(t, i) && number_token_at(t, i)->is_glued ? 1 : 0;
	if (number_token_in(t, i + dash, " old olds "))
		return dash + 1;
	return number_token_is(t, i, SV("of")) && number_token_is(t, i + 1, SV("age")) ? 2 : 0;
}

/* "pounds" are money where they come in millions or are paid. */
static bool are_pounds_money(const struct number_tokens *t, const struct amount *am)
{
	static const char payments[] = " cost costs costing paid pay pays worth price priced earn earned spent spend for fine fined ";
	if (am->number.has_scale)
		return true;
	for (size_t back = 1; back <= 4 && back <= am->first; back++)
		if (number_token_in(t, am->first - back, payments))
			return true;
	return false;
}

static void read_unit(const struct number_tokens *t, struct amount *am)
{
	struct unit unit;
	/* "millions of dollars" */
	size_t of = (am->number.is_vague || am->number.has_scale) && number_token_is(t, am->end, SV("of")) ? 1 : 0;
	size_t n = unit_after(t, am->end + of, &unit);
	n += n > 0 ? of : 0;
	if (n == 0 || (am->has_money_before && unit.dimension != DIM_CURRENCY)) {
		if (number_token_in(t, am->end, " yo ")) {
			am->unit = (struct unit){ DIM_AGE, 1, SV("year"), SV("year") };
			am->end++;
		}
		return;
	}
	if (sv_eq(unit.symbol, SV("lb")) && are_pounds_money(t, am))
		(void)unit_find(SV("GBP"), &unit);
	am->unit = unit;
	am->end += n;
	size_t age = unit.dimension == DIM_TIME ? age_words(t, am->end) : 0;
	if (age > 0) {
		am->unit.dimension = DIM_AGE;
		am->end += age;
	}
}

/* Is `small` the part of `large` that is said behind it: inches of feet, minutes of hours, cents of dollars? */
static bool is_part_of(const struct unit *small, const struct unit *large)
{
	bool is_cent = large->dimension == DIM_CURRENCY && small->to_base < 1 && large->to_base == 1;
	bool is_measure = large->dimension == DIM_LENGTH || large->dimension == DIM_MASS || large->dimension == DIM_TIME;
	return small->dimension == large->dimension && small->to_base < large->to_base && (is_cent || is_measure);
}

/* "5 ft 2 in", "three dollars and 50 cents", "an hour and 20 minutes": adds what follows in the smaller unit. */
static void read_smaller(const struct number_tokens *t, struct amount *am)
{
	struct number rest;
	struct unit unit;
	size_t at = am->end + (number_token_is(t, am->end, SV("and")) ? 1 : 0);
	size_t n = am->end > am->number_end || am->has_money_before ? number_read(t, at, &rest) : 0;
	size_t u = n > 0 ? unit_after(t, at + n, &unit) : 0;
	bool is_inch = n > 0 && am->unit.dimension == DIM_LENGTH && number_token_is(t, at + n, SV("in")) && sv_eq(am->unit.symbol, SV("ft"));
	if (is_inch && u == 0)
		u = unit_find(SV("in"), &unit);
	if (u == 0 || !is_part_of(&unit, &am->unit) || rest.is_vague || rest.lo * unit.to_base >= am->unit.to_base)
		return;
	am->number.lo += rest.lo * unit.to_base / am->unit.to_base;
	am->number.hi = am->number.lo;
	am->number.digits += rest.digits;
	am->end = at + n + u;
}

/* "per barrel" behind "$58.24", "an hour" behind "40 miles" */
static void read_rate(struct arena *a, const struct number_tokens *t, struct amount *am)
{
	am->plain = am->unit;
	am->plain_end = am->end;
	if (am->end > am->number_end || am->has_money_before)
		am->end += unit_rate(a, t, am->end, &am->unit);
}

bool amount_read(struct arena *a, const struct number_tokens *t, size_t i, struct amount *ret)
{
	struct amount am = { .unit = { .dimension = DIM_COUNT, .to_base = 1 } };
	size_t n = number_read(t, i, &am.number), before;
	if (n == 0)
		return false;
	am.first = am.number_first = i;
	am.number_end = am.end = i + n;
	before = unit_before(t, i, &am.unit);
	am.has_money_before = before > 0;
	am.first -= before;
	am.number_end += scale_letter(t, &am);
	am.number_end += scale_apart(t, am.number_end, &am);
	am.end = am.number_end;
	read_unit(t, &am);
	am.end += scale_apart(t, am.end, &am);
	read_smaller(t, &am);
	read_rate(a, t, &am);
	if (am.number.is_ratio || (am.number.is_fraction && am.unit.dimension == DIM_COUNT && am.number.hi < 1))
		am.unit = (struct unit){ DIM_RATIO, 1, SV(""), SV("") };
	bool is_hyphened = am.first > 1 && number_token_is_dash(t, am.first - 1) && number_token_is(t, am.first - 2, SV("minus"));
	if (is_hyphened || (am.first > 0 && is_minus(t, am.first - 1))) {
		am.first -= is_hyphened ? 2 : 1;
		am.number.lo = -am.number.lo;
		am.number.hi = -am.number.hi;
	}
	*ret = am;
	return true;
}

bool amount_read_from(struct arena *a, const struct number_tokens *t, size_t i, struct amount *ret)
{
	for (size_t k = 0; k <= 3; k++)
		if (amount_read(a, t, i + k, ret))
			return ret->first == i;
	return false;
}
