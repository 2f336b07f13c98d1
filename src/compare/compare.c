#include "compare/compare.h"

#include <math.h>

#include "base/vec.h"
#include "compare/arithmetic.h"
#include "compare/interval.h"
#include "compare/measure.h"
#include "compare/story.h"

#define MAX_ITEMS 2000
/* In a larger set the pairs that merely look alike would bury those that matter. */
#define MAX_ITEMS_WITH_UNLIKE 300
/* Arithmetic inside one claim looks at no more numbers than this. */
#define MAX_OPERANDS 12

static const struct sv relation_names[RELATION_N] = {
	[RELATION_NOT_COMPARABLE] = SV_INIT("not comparable"),
	[RELATION_EQUAL] = SV_INIT("equal"),
	[RELATION_ROUNDING] = SV_INIT("rounding"),
	[RELATION_OVERLAP] = SV_INIT("overlap"),
	[RELATION_IMPLIED] = SV_INIT("implied"),
	[RELATION_DIFFER] = SV_INIT("differ"),
	[RELATION_CONTRADICT] = SV_INIT("contradict"),
};

struct sv relation_name(enum relation r) { return r < RELATION_N ? relation_names[r] : SV_NONE; }

bool relation_parse(struct sv s, enum relation *ret)
{
	for (unsigned i = 0; i < RELATION_N; i++)
		if (sv_eq(s, relation_names[i])) {
			*ret = (enum relation)i;
			return true;
		}
	return false;
}

/* Everything that stands by one claim, read once. */
struct operand_set {
	const struct compare_item *item;
	struct measure *v;
	size_t n;
	struct terms words;
};

static struct comparison made(enum relation r, struct sv why) { return (struct comparison){ r, why }; }

static bool is_same_dimension(const struct quantity *x, const struct quantity *y)
{
	return x->dimension == y->dimension
	    && ((x->dimension != DIM_CURRENCY && x->dimension != DIM_OTHER) || sv_eq_icase(x->unit, y->unit));
}

static bool is_ratio_pair(const struct quantity *x, const struct quantity *y)
{
	return (x->dimension == DIM_PERCENT && y->dimension == DIM_RATIO) || (x->dimension == DIM_RATIO && y->dimension == DIM_PERCENT);
}

/* A ratio as per cent, so that "a third" and "33 %" can be laid side by side. */
static struct quantity as_percent(const struct quantity *q)
{
	struct quantity r = *q;
	if (r.dimension == DIM_RATIO) {
		r.dimension = DIM_PERCENT;
		r.lo *= 100;
		r.hi *= 100;
		r.to_base = 1;
		r.digits = r.digits > 0 && r.digits < 2 ? 2 : r.digits;
	}
	return r;
}

static struct comparison compare_negated(struct comparison is, const struct quantity *x, const struct quantity *y)
{
	if (x->negated == y->negated)
		return is;
	if (is.relation == RELATION_EQUAL)
		return made(RELATION_CONTRADICT, SV("one gives the number, the other says it is not so"));
	return made(RELATION_NOT_COMPARABLE, SV("one only says what the number is not"));
}

static struct comparison compare_points(struct arena *a, const struct quantity *x, const struct quantity *y)
{
	struct interval ix = interval_of(x), iy = interval_of(y);
	struct sv wx = interval_words(a, x), wy = interval_words(a, y);
	if (interval_near(ix.lo, iy.lo))
		return made(RELATION_EQUAL, arena_printf(a, "both say " SV_FMT, SV_ARG(wx)));
	double rx = interval_rounding(x), ry = interval_rounding(y), d = fabs(ix.lo - iy.lo);
	if (d <= fmax(rx, ry) + 1e-9 && rx != ry) {
		bool x_is_round = rx > ry;
		return made(RELATION_ROUNDING, arena_printf(a, SV_FMT " is " SV_FMT " rounded", SV_ARG(x_is_round ? wx : wy), SV_ARG(x_is_round ? wy : wx)));
	}
	return made(RELATION_CONTRADICT, arena_printf(a, SV_FMT " and " SV_FMT " can't both be right", SV_ARG(wx), SV_ARG(wy)));
}

/* The very same words for the value: "fewer than 5,000" twice, "about 40 %" twice. */
static bool is_same_interval(const struct quantity *x, const struct quantity *y)
{
	struct interval ix = interval_of(x), iy = interval_of(y);
	return x->approx == y->approx && ix.lo_open == iy.lo_open && ix.hi_open == iy.hi_open && interval_near(ix.lo, iy.lo)
	    && interval_near(ix.hi, iy.hi);
}

static struct comparison compare_intervals(struct arena *a, const struct quantity *x, const struct quantity *y)
{
	struct sv wx = interval_words(a, x), wy = interval_words(a, y);
	struct interval ix = interval_of(x), iy = interval_of(y);
	if (is_same_interval(x, y))
		return made(RELATION_EQUAL, arena_printf(a, "both say " SV_FMT, SV_ARG(wx)));
	double slack = x->approx || y->approx ? fmax(interval_rounding(x), interval_rounding(y)) : 0;
	struct interval wide = { ix.lo - slack, ix.hi + slack, ix.lo_open, ix.hi_open };
	if (interval_meet(wide, iy))
		return made(RELATION_OVERLAP, arena_printf(a, SV_FMT " and " SV_FMT " overlap", SV_ARG(wx), SV_ARG(wy)));
	return made(RELATION_CONTRADICT, arena_printf(a, SV_FMT " and " SV_FMT " lie apart", SV_ARG(wx), SV_ARG(wy)));
}

struct comparison compare_quantities(struct arena *a, const struct quantity *x, const struct quantity *y)
{
	struct quantity px = as_percent(x), py = as_percent(y);
	if (is_ratio_pair(x, y)) {
		px.text = interval_words(a, x);
		py.text = interval_words(a, y);
		px.approx = py.approx = true; /* a fraction in words is no exact percentage */
	} else if (!is_same_dimension(x, y)) {
		return made(RELATION_NOT_COMPARABLE, SV("different units"));
	} else {
		px = *x;
		py = *y;
	}
	bool points = interval_is_point(&px) && interval_is_point(&py);
	return compare_negated(points ? compare_points(a, &px, &py) : compare_intervals(a, &px, &py), x, y);
}

/* Two quantities where they stand: what the values say, held back by what they measure. */
static struct comparison compare_measures(struct arena *a, const struct measure *x, const struct measure *y)
{
	struct alignment align = measure_align(a, x, y);
	if (align.kind == ALIGN_UNRELATED)
		return made(RELATION_NOT_COMPARABLE, SV_NONE);
	if (align.kind == ALIGN_APART)
		return made(RELATION_NOT_COMPARABLE, align.why);
	struct comparison is = compare_quantities(a, x->q, y->q);
	bool turns = x->moment == MOMENT_CHANGE && x->q->change != CHANGE_NONE && y->q->change != CHANGE_NONE && x->q->change != y->q->change;
	if (turns)
		is = made(RELATION_CONTRADICT, SV("one says it rose, the other that it fell"));
	if (is.relation != RELATION_CONTRADICT || align.kind == ALIGN_SAME)
		return is;
	if (align.kind == ALIGN_UNSURE)
		return made(RELATION_NOT_COMPARABLE, SV("the sentences don't show that both numbers mean the same thing"));
	return made(RELATION_DIFFER, arena_printf(a, SV_FMT " and " SV_FMT ": " SV_FMT, SV_ARG(interval_words(a, x->q)), SV_ARG(interval_words(a, y->q)), SV_ARG(align.why)));
}

/* One number of one claim against two of the other. */
static struct sv implied_by_two(struct arena *a, const struct measure *m, const struct measure *x, const struct measure *y)
{
	struct sv why = SV_NONE;
	if (m->moment == MOMENT_CHANGE && x->q->role == ROLE_FROM && y->q->role == ROLE_TO)
		why = arithmetic_change(a, m, x, y);
	if (why.n == 0 && m->moment != MOMENT_CHANGE)
		why = arithmetic_share(a, m, x, y);
	if (why.n == 0 && x < y && m->moment == MOMENT_NOW && m->head != 0 && measure_is_one_series(m, x) && x->q->role == y->q->role)
		why = arithmetic_sum(a, m, x, y);
	return why;
}

static struct sv implied(struct arena *a, const struct operand_set *one, const struct operand_set *two)
{
	size_t n = two->n < MAX_OPERANDS ? two->n : MAX_OPERANDS;
	for (size_t k = 0; k < one->n && k < MAX_OPERANDS; k++)
		for (size_t i = 0; i < n; i++)
			for (size_t j = 0; j < n; j++) {
				struct sv why = i == j ? SV_NONE : implied_by_two(a, &one->v[k], &two->v[i], &two->v[j]);
				if (why.n > 0)
					return why;
			}
	return SV_NONE;
}

/* How much a relation says about two claims that hold several numbers; agreement on one number outweighs a mismatch of others. */
static int weight_of(enum relation r)
{
	static const int weights[RELATION_N] = {
		[RELATION_NOT_COMPARABLE] = 0, [RELATION_DIFFER] = 1, [RELATION_CONTRADICT] = 2, [RELATION_OVERLAP] = 3,
		[RELATION_ROUNDING] = 4, [RELATION_IMPLIED] = 5, [RELATION_EQUAL] = 6,
	};
	return weights[r];
}

/* The best partner of m among the other claim's numbers. */
static struct comparison best_partner(struct arena *a, const struct measure *m, const struct operand_set *others, size_t *ret_at)
{
	struct comparison best = { RELATION_NOT_COMPARABLE, SV_NONE };
	*ret_at = 0;
	for (size_t i = 0; i < others->n; i++) {
		struct comparison is = compare_measures(a, m, &others->v[i]);
		if (weight_of(is.relation) > weight_of(best.relation) || (best.why.n == 0 && is.why.n > 0 && is.relation == best.relation)) {
			best = is;
			*ret_at = i;
		}
	}
	return best;
}

/*
 * A number disagrees only if it has no partner that agrees and its partner has none either. Disagreement on one number then
 * shows even where another one agrees.
 */
static struct comparison compare_numbers(struct arena *a, const struct operand_set *x, const struct operand_set *y)
{
	struct comparison grave = { RELATION_NOT_COMPARABLE, SV_NONE }, good = grave, none = grave;
	for (size_t i = 0; i < x->n; i++) {
		size_t at, back;
		struct comparison is = best_partner(a, &x->v[i], y, &at);
		if (relation_agrees(is.relation) && weight_of(is.relation) > weight_of(good.relation))
			good = is;
		else if (is.relation == RELATION_NOT_COMPARABLE && none.why.n == 0)
			none = is;
		else if (is.relation > grave.relation && is.relation >= RELATION_DIFFER
		    && !relation_agrees(best_partner(a, &y->v[at], x, &back).relation))
			grave = is;
	}
	if (grave.relation != RELATION_NOT_COMPARABLE)
		return grave;
	return good.relation != RELATION_NOT_COMPARABLE ? good : none;
}

static struct sv hedge_words(enum hedge_kind h)
{
	static const struct sv words[HEDGE_N] = { [HEDGE_MAY] = SV_INIT("may"), [HEDGE_EXPECTED] = SV_INIT("expected"),
		[HEDGE_PLANNED] = SV_INIT("planned"), [HEDGE_ALLEGED] = SV_INIT("alleged"), [HEDGE_DENIED] = SV_INIT("denied") };
	return words[h];
}

static struct sv wording_note(struct arena *a, const struct claim *x, const struct claim *y)
{
	bool x_sure = x->hedge == HEDGE_NONE, y_sure = y->hedge == HEDGE_NONE;
	if (x_sure != y_sure)
		return arena_printf(a, "the same statement, but one hedges it (" SV_FMT ") and the other states it as fact",
		    SV_ARG(hedge_words(x_sure ? y->hedge : x->hedge)));
	if ((x->said.speaker.n > 0) != (y->said.speaker.n > 0))
		return arena_printf(a, "the same statement, but one says it comes from " SV_FMT " and the other states it as fact",
		    SV_ARG(x->said.speaker.n > 0 ? x->said.speaker : y->said.speaker));
	return SV("the same statement in other words");
}

/* Claims without numbers: the same words, or nothing is said. */
static struct comparison compare_words(struct arena *a, const struct operand_set *x, const struct operand_set *y)
{
	struct sameness same;
	size_t least = x->words.n < y->words.n ? x->words.n : y->words.n;
	if (2 * term_common(&x->words, &y->words) < least || least < 3)
		return made(RELATION_NOT_COMPARABLE, SV_NONE);
	story_same_claim(a, x->item->claim, y->item->claim, &same);
	if (same.score < CLAIM_JOIN)
		return made(RELATION_NOT_COMPARABLE, SV_NONE);
	bool x_denies = x->item->claim->negated || x->item->claim->hedge == HEDGE_DENIED;
	bool y_denies = y->item->claim->negated || y->item->claim->hedge == HEDGE_DENIED;
	if (x_denies != y_denies)
		return made(RELATION_CONTRADICT, SV("one says it, the other says it is not so"));
	if (same.is_blocked)
		return made(RELATION_NOT_COMPARABLE, arena_printf(a, "alike but for " SV_FMT, SV_ARG(same.differing)));
	if (sv_eq_icase(x->item->claim->quote, y->item->claim->quote))
		return made(RELATION_EQUAL, SV("the same words"));
	return made(RELATION_OVERLAP, wording_note(a, x->item->claim, y->item->claim));
}

static void operands_of(struct arena *a, const struct compare_item *item, struct operand_set *ret)
{
	const struct claim *c = item->claim;
	struct terms all;
	*ret = (struct operand_set){ .item = item, .v = ARENA_ARRAY(a, struct measure, c->n_quantities), .n = c->n_quantities };
	for (size_t i = 0; i < c->n_quantities; i++)
		measure_of(a, c, &c->quantities[i], item->published, &ret->v[i]);
	term_list(a, c->quote, &all);
	term_set(a, &all, &ret->words);
}

static struct comparison compare_sets(struct arena *a, const struct operand_set *x, const struct operand_set *y)
{
	if (x->n == 0 || y->n == 0)
		return x->n == y->n ? compare_words(a, x, y) : made(RELATION_NOT_COMPARABLE, SV_NONE);
	struct comparison is = compare_numbers(a, x, y);
	if (is.relation == RELATION_CONTRADICT || is.relation == RELATION_EQUAL)
		return is;
	struct sv why = implied(a, x, y);
	if (why.n == 0)
		why = implied(a, y, x);
	return why.n > 0 ? made(RELATION_IMPLIED, why) : is;
}

struct comparison compare_claims(struct arena *a, const struct compare_item *x, const struct compare_item *y)
{
	struct operand_set sx, sy;
	operands_of(a, x, &sx);
	operands_of(a, y, &sy);
	return compare_sets(a, &sx, &sy);
}

struct comparison compare_values(struct arena *a, const struct compare_item *x, const struct quantity *qx, const struct compare_item *y,
    const struct quantity *qy)
{
	struct measure mx, my;
	measure_of(a, x->claim, qx, x->published, &mx);
	measure_of(a, y->claim, qy, y->published, &my);
	return compare_measures(a, &mx, &my);
}

void compare_all(struct arena *a, const struct compare_item *items, size_t n, struct compare_pairs *ret)
{
	VEC(struct compare_pair) out = { 0 };
	n = n < MAX_ITEMS ? n : MAX_ITEMS;
	struct operand_set *sets = ARENA_ARRAY(a, struct operand_set, n);
	for (size_t i = 0; i < n; i++)
		operands_of(a, &items[i], &sets[i]);
	for (size_t i = 0; i < n; i++)
		for (size_t j = i + 1; j < n; j++) {
			struct comparison is = compare_sets(a, &sets[i], &sets[j]);
			bool says_nothing = is.relation == RELATION_NOT_COMPARABLE && (is.why.n == 0 || n > MAX_ITEMS_WITH_UNLIKE);
			if (!says_nothing)
				*VEC_PUSH(a, &out) = (struct compare_pair){ i, j, is };
		}
	*ret = (struct compare_pairs){ out.v, out.n };
}
