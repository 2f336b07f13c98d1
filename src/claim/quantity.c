#include "claim/quantity.h"

#include <math.h>

#include "base/vec.h"
#include "claim/bound.h"
#include "claim/change.h"
#include "claim/label.h"
#include "claim/multiple.h"

enum { LINK_MOST = 4, NEGATION_BACK = 4 };



/* What one sentence's numbers are read with. */
struct reader {
	struct arena *arena;
	struct sv text;
	struct number_tokens tokens;
	const bool *skip; /* tokens of dates */
	struct place_mentions places;
	struct {
		struct quantity *v;
		size_t n, cap;
	} found;
};

static struct sv words(const struct reader *r, size_t first, size_t end)
{
	if (first >= end)
		return SV_NONE;
	return sv_sub(r->text, number_token_at(&r->tokens, first)->at.start, number_token_at(&r->tokens, end - 1)->at.end);
}

static bool is_negated(const struct number_tokens *t, size_t first)
{
	for (size_t back = 1; back <= NEGATION_BACK && back <= first; back++) {
		if (number_token_at(t, first - back)->class == NUMBER_MARK && !number_token_is_dash(t, first - back))
			return false;
		if (number_token_in(t, first - back, " not never cannot ") || sv_ends(number_token_at(t, first - back)->lower, SV("n't")) ||
		    sv_ends(number_token_at(t, first - back)->lower, SV("n\xe2\x80\x99t")))
			return !number_token_is(t, first - back + 1, SV("only"));
	}
	return false;
}

static struct quantity *push(struct reader *r, const struct amount *am)
{
	struct quantity *q = VEC_PUSH(r->arena, &r->found);
	*q = (struct quantity){ .lo = am->number.lo, .hi = am->number.hi, .hi_open = am->number.is_vague, .digits = am->number.digits,
		.dimension = am->unit.dimension, .unit = am->unit.symbol, .to_base = am->unit.to_base, .as_of_lo = DAY_NONE, .as_of_hi = DAY_NONE };
	q->number.start = number_token_at(&r->tokens, am->number_first)->at.start;
	q->number.end = number_token_at(&r->tokens, am->number_end - 1)->at.end;
	return q;
}

/* Everything that depends on where the amount stands: hedge, bounds, place, what it counts, role. */
static void describe(struct reader *r, struct quantity *q, const struct amount *am, size_t from, size_t to)
{
	const struct number_tokens *t = &r->tokens;
	enum bound before = BOUND_NONE, after = BOUND_NONE;
	size_t n_before = bound_before(t, from, &before), n_after = bound_after(t, to, &after);
	struct noun_phrase of = counted_by(t, am), group = counted_group(t, am);
	bound_apply(before, q);
	bound_apply(after, q);
	q->at = (struct span){ number_token_at(t, from - n_before)->at.start, number_token_at(t, to + n_after - 1)->at.end };
	q->text = sv_sub(r->text, q->at.start, q->at.end);
	q->of = words(r, of.first, of.end);
	q->group = words(r, group.first, group.end);
	q->place = place_for(&r->places, from, to, of.first, of.end);
	q->negated = is_negated(t, from - n_before);
	change_find(t, from - n_before, to + n_after, q);
}

/* The amount behind a link word at token i, hedges before it stepped over; *ret_from is where its hedge starts. */
static bool linked(struct reader *r, size_t i, struct amount *ret, size_t *ret_from)
{
	enum bound bound;
	for (size_t k = i; k <= i + LINK_MOST && k < r->tokens.n; k++) {
		if (!amount_read_from(r->arena, &r->tokens, k, ret))
			continue;
		*ret_from = k - bound_before(&r->tokens, k, &bound);
		return *ret_from <= i && k >= i && !label_is(&r->tokens, ret, r->skip);
	}
	return false;
}

/* "$4 and $5 million", "10 to 20 km": the first takes over what stands only behind the second. */
static void share(struct amount *x, struct amount *y)
{
	bool is_scaled = y->number.has_scale && !x->number.has_scale && x->number.lo < 1000 && x->number.lo < y->number.lo / y->number.scale;
	if (is_scaled) {
		x->number.lo *= y->number.scale;
		x->number.hi *= y->number.scale;
	}
	if (x->unit.dimension == DIM_COUNT || (x->unit.dimension == y->unit.dimension && x->unit.symbol.n < y->unit.symbol.n))
		x->unit = y->unit;
	else if (y->unit.dimension == DIM_COUNT)
		y->unit = x->unit;
}

static bool is_range_link(const struct number_tokens *t, const struct amount *x)
{
	size_t at = x->end;
	enum bound bound;
	size_t before = x->first - bound_before(t, x->first, &bound);
	if (number_token_is(t, before - 1, SV("between")) || (number_token_is(t, before - 1, SV("either"))))
		return number_token_in(t, at, " and or to ");
	return number_token_in(t, at, " to or through ") || (number_token_is_dash(t, at) && number_token_at(t, at)->is_glued == number_token_at(t, at + 1)->is_glued);
}

/* Is "from X to Y" a movement, not an interval: is Y the smaller one, or does a word of movement stand before it? */
static bool is_movement(const struct number_tokens *t, size_t from, bool is_falling)
{
	if (!number_token_is(t, from - 1, SV("from")))
		return false;
	if (is_falling)
		return true;
	for (size_t back = 2; back <= 14 && back <= from; back++)
		if (change_word_at(t, from - back).kind == CHANGE_KIND_MOVE)
			return true;
	return false;
}

/* Both ends of "from about 5,200 to 3,000". */
static void push_movement(struct reader *r, const struct amount *x, const struct amount *y)
{
	struct quantity *from = push(r, x), *to;
	from->role = ROLE_FROM;
	describe(r, from, x, x->first, x->end);
	enum change change = y->number.lo < x->number.lo ? CHANGE_DOWN : CHANGE_UP;
	from->change = change;
	to = push(r, y);
	to->role = ROLE_TO;
	describe(r, to, y, y->first, y->end);
	to->change = change;
}

/* "296 hp (224 kW)", "190 points, or 0.6%": the same once more, so it takes over bounds and role. */
static void restate(struct reader *r, size_t from, struct quantity *q)
{
	const struct number_tokens *t = &r->tokens;
	const struct quantity *before = r->found.n > 1 ? q - 1 : NULL;
	bool is_open = number_token_is_mark(t, from - 1, '(') || number_token_is_mark(t, from - 1, '/');
	bool is_or = number_token_is(t, from - 1, SV("or")) && number_token_is_mark(t, from - 2, ',');
	if (before == NULL || !(is_open || is_or) || sv_eq(before->unit, q->unit))
		return;
	size_t last = from - (is_or ? 2 : 1);
	if (last == 0 || number_token_at(t, last - 1)->at.end != before->at.end)
		return;
	q->role = before->role;
	q->change = before->change;
	q->approx |= before->approx;
	bound_copy(before, q);
}

/* "more than 100 but fewer than 300 people": two bounds on one thing are one interval; the token to go on from, 0 for none. */
static size_t read_two_bounds(struct reader *r, const struct amount *x)
{
	const struct number_tokens *t = &r->tokens;
	struct amount y;
	size_t y_from;
	enum bound bounds[2] = { BOUND_NONE, BOUND_NONE };
	size_t n = bound_before(t, x->first, &bounds[0]);
	if (n == 0 || !number_token_in(t, x->end, " and but ") || !linked(r, x->end + 1, &y, &y_from) || y_from != x->end + 1)
		return 0;
	bool is_lower = bounds[0] == BOUND_OVER || bounds[0] == BOUND_LEAST;
	(void)bound_before(t, y.first, &bounds[1]);
	if (!is_lower || (bounds[1] != BOUND_UNDER && bounds[1] != BOUND_MOST) || y.number.lo <= x->number.lo)
		return 0;
	struct amount whole = y;
	struct quantity *q = push(r, x);
	whole.first = x->first;
	describe(r, q, &whole, x->first, y.end);
	q->hi = y.number.hi;
	q->hi_open = bounds[1] == BOUND_UNDER;
	return y.end;
}

static void push_interval(struct reader *r, const struct amount *x, const struct amount *y)
{
	struct amount whole = *y;
	struct quantity *q = push(r, x);
	bool has_opener = number_token_in(&r->tokens, x->first - 1, " between from either ");
	size_t from = x->first - (has_opener && x->first > 0 ? 1 : 0);
	q->hi = y->number.hi;
	q->hi_open = y->number.is_vague;
	q->digits = x->number.digits > y->number.digits ? x->number.digits : y->number.digits;
	q->number.end = number_token_at(&r->tokens, y->number_end - 1)->at.end;
	whole.first = x->first;
	describe(r, q, &whole, from, y->end);
}

/* Do the units allow one interval? Not "fell 0.4% to 13,176", nor "rose by $43 million to $419 million". */
static bool are_ends(const struct number_tokens *t, const struct amount *x, const struct amount *y)
{
	bool x_has = x->unit.dimension != DIM_COUNT, y_has = y->unit.dimension != DIM_COUNT;
	bool is_moved = number_token_is(t, x->first - 1, SV("by")) || change_word_at(t, x->first - 1).kind == CHANGE_KIND_MOVE;
	if (x_has && y_has && !sv_eq(x->unit.symbol, y->unit.symbol) && !(x->has_money_before && y->has_money_before))
		return false;
	if (x_has && !y_has && !x->has_money_before)
		return false;
	return !(is_moved && x_has && number_token_is(t, x->end, SV("to")));
}

/* Two amounts joined by a range word at x->end; how many tokens they take together, 0 when there is no second one. */
static size_t read_pair(struct reader *r, struct amount *x)
{
	struct amount y;
	size_t y_from;
	const struct number_tokens *t = &r->tokens;
	if (!is_range_link(t, x) || !linked(r, x->end + 1, &y, &y_from))
		return 0;
	if (!are_ends(t, x, &y))
		return 0;
	enum bound bound;
	size_t x_from = x->first - bound_before(t, x->first, &bound);
	bool is_or = number_token_is(t, x->end, SV("or"));
	share(x, &y);
	if (is_movement(t, x_from, y.number.lo < x->number.lo))
		push_movement(r, x, &y);
	else if (x->number.lo < y.number.lo && !(is_or && y.number.lo > 4 * x->number.lo))
		push_interval(r, x, &y);
	else
		return 0;
	return y.end;
}

/* A rank: "the third largest", "ranked 5th". */
static bool read_rank(struct reader *r, size_t i)
{
	const struct number_tokens *t = &r->tokens;
	const struct number_token *token = number_token_at(t, i);
	bool is_ordinal = token->class == NUMBER_ORDINAL || (token->class == NUMBER_PART && token->value > 2);
	size_t next = i + 1 + (number_token_is_dash(t, i + 1) ? 1 : 0);
	struct sv word = number_token_at(t, next)->lower;
	bool is_superlative = (word.n > 4 && sv_ends(word, SV("est"))) || number_token_in(t, next, " most worst best least ");
	bool is_ranked = number_token_in(t, i - 1, " rank ranks ranked finished placed came finish ");
	if (!is_ordinal || r->skip[i] || (!is_superlative && !is_ranked) || number_token_is(t, next, SV("interest")))
		return false;
	struct amount am = { .number = { .lo = token->value, .hi = token->value, .digits = 1 }, .unit = { DIM_ORDINAL, 1, SV_NONE, SV_NONE },
		.first = i, .number_first = i, .number_end = i + 1, .end = i + 1 };
	struct quantity *q = push(r, &am);
	q->role = ROLE_RANK;
	describe(r, q, &am, i, i + 1);
	struct noun_phrase of = counted_phrase(t, next, true);
	q->of = words(r, of.first, of.end);
	return true;
}

/* "doubled", "halved": a ratio in one verb. */
static bool read_multiple(struct reader *r, size_t i)
{
	double times = multiple_of(number_token_at(&r->tokens, i)->lower);
	if (times == 0)
		return false;
	struct amount am = { .number = { .lo = times, .hi = times, .digits = 1 }, .unit = { DIM_RATIO, 1, SV("times"), SV("time") },
		.first = i, .number_first = i, .number_end = i + 1, .end = i + 1 };
	struct quantity *q = push(r, &am);
	q->role = ROLE_CHANGE;
	q->change = times < 1 ? CHANGE_DOWN : CHANGE_UP;
	describe(r, q, &am, i, i + 1);
	q->number = (struct span){ 0, 0 };
	return true;
}

/* ", 34," behind a name is an age. */
static bool is_age(const struct number_tokens *t, const struct amount *am)
{
	if (am->unit.dimension != DIM_COUNT || am->number.lo < 1 || am->number.lo > 115 || am->number_end != am->number_first + 1)
		return false;
	if (number_token_in(t, am->first - 1, " aged age ") || (number_token_is(t, am->first - 1, SV("of")) && number_token_is(t, am->first - 2, SV("age"))))
		return true;
	return number_token_is_mark(t, am->first - 1, ',') && number_token_at(t, am->first - 2)->is_capital && am->number.lo >= 10 &&
	       number_token_at(t, am->number_first)->class == NUMBER_DIGITS &&
	       (number_token_is_mark(t, am->end, ',') || number_token_is_mark(t, am->end, '.'));
}

/* Reads what starts at token i; the token to go on from. */
static size_t read_at(struct reader *r, size_t i)
{
	struct amount am;
	if (read_rank(r, i) || read_multiple(r, i))
		return i + 1;
	if (!amount_read(r->arena, &r->tokens, i, &am))
		return i + 1;
	if (is_age(&r->tokens, &am))
		am.unit = (struct unit){ DIM_AGE, 1, SV("year"), SV("year") };
	else if (label_is(&r->tokens, &am, r->skip))
		return am.number_end;
	size_t end = read_pair(r, &am);
	end = end > 0 ? end : read_two_bounds(r, &am);
	if (end == 0 && am.unit.dimension == DIM_COUNT && label_is_bare(&r->tokens, &am))
		return am.number_end;
	if (end == 0) {
		struct quantity *q = push(r, &am);
		describe(r, q, &am, am.first, am.end);
		restate(r, am.first, q);
		end = am.end;
	}
	return end;
}

/* "from 5,200 to 3,000 troops": the counted words stand behind the last number only. */
static void share_counted(struct quantity *v, size_t n, struct sv text)
{
	for (size_t i = n; i-- > 0;) {
		if (v[i].of.n > 0 || v[i].dimension != DIM_COUNT)
			continue;
		const struct quantity *other = i + 1 < n ? &v[i + 1] : i > 0 ? &v[i - 1] : NULL;
		if (other == NULL || other->dimension != DIM_COUNT)
			continue;
		size_t from = other > &v[i] ? v[i].at.end : other->at.end, to = other > &v[i] ? other->at.start : v[i].at.start;
		if (from <= to && to - from < 12 && !sv_has(sv_sub(text, from, to), SV(".")))
			v[i].of = other->of;
	}
}

static const bool *mark_dates(struct arena *a, const struct number_tokens *t, const struct date_refs *dates)
{
	bool *skip = ARENA_ARRAY(a, bool, t->n + 1);
	size_t k = 0;
	for (size_t i = 0; i < dates->n; i++) {
		const struct date_ref *d = &dates->v[i];
		while (k < t->n && t->v[k].at.end <= d->when.start)
			k++;
		for (size_t j = k; j < t->n && t->v[j].at.start < d->when.end; j++)
			skip[j] = !d->duration && !d->recurring;
	}
	return skip;
}

void quantity_find(struct arena *a, struct sv text, struct span sentence, const struct date_refs *dates, struct place_context *inout,
    struct quantities *ret)
{
	struct reader r = { .arena = a, .text = text };
	number_token_list(a, text, sentence, &r.tokens);
	r.skip = mark_dates(a, &r.tokens, dates);
	place_list(a, text, &r.tokens, r.skip, inout, &r.places);
	for (size_t i = 0; i < r.tokens.n;)
		i = read_at(&r, i);
	share_counted(r.found.v, r.found.n, text);
	*ret = (struct quantities){ r.found.v, r.found.n };
}
