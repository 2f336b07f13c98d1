#include "claim/quantity.h"

#include <math.h>

#include "base/vec.h"
#include "claim/hedge.h"
#include "claim/number.h"
#include "claim/place.h"
#include "claim/role.h"
#include "claim/unit.h"

/* One figure being read: where it stands and what it is so far. */
struct figure {
	struct place_in_words at; /* with hedge, currency sign and unit */
	size_t number_from, number_to;
	struct number number;
	enum hedge_effect hedge;
	struct unit unit;
	bool has_unit;
};

static bool in_date(const struct quantity_context *c, struct span at)
{
	for (size_t i = 0; i < c->n_dates; i++)
		if (at.start < c->dates[i].at.end && c->dates[i].at.start < at.end)
			return true;
	return false;
}

static bool is_month_name(struct sv lower)
{
	static const char months[] = " january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec ";
	char spaced[16];
	if (lower.n < 3 || lower.n > 10)
		return false;
	int n = snprintf(spaced, sizeof(spaced), " " SV_FMT " ", SV_ARG(lower));
	return sv_has(sv_cstr(months), (struct sv){ spaced, (size_t)n });
}

/* "November 3", "3 November", "2014": parts of a date even where the date rules were not asked. */
static bool looks_like_date(const struct words *w, size_t from, size_t to, const struct number *n)
{
	bool by_month = n->value <= 31 && ((from > 0 && is_month_name(word_at(w, from - 1)->lower)) || is_month_name(word_at(w, to)->lower));
	bool is_time = sv_eq(word_at(w, to)->text, SV(":")) && word_at(w, to + 1)->is_number;
	return by_month || is_time || n->is_plain_year;
}

/* "one" as a pronoun ("one of", "no one"), and a lone small number word without a noun, are no figures. */
static bool is_figure_of_speech(const struct words *w, size_t from, size_t to)
{
	if (!word_is(w, from, SV("one")) || to != from + 1)
		return false;
	return !word_is(w, to, SV("in")) || !word_at(w, to + 1)->is_number;
}

/* A hyphen or letters glued behind the digits: "18-month" has a unit, "G-20", "5G" and "F-16" are names. */
static bool take_glued(const struct words *w, struct figure *f)
{
	struct sv word = word_at(w, f->number_from)->lower;
	size_t end = 0;
	while (end < word.n && (ascii_is_digit(word.p[end]) || word.p[end] == ',' || word.p[end] == '.'))
		end++;
	struct sv rest = sv_sub(word, end, word.n);
	if (rest.n == 0 || f->number.scale > 1)
		return true;
	if (rest.p[0] == '-')
		rest = sv_sub(rest, 1, rest.n);
	f->has_unit = unit_glued(rest, &f->unit);
	return f->has_unit;
}

static void take_unit(const struct words *w, struct figure *f)
{
	size_t sign = 0;
	for (size_t k = 1; k <= 2 && k <= f->number_from && sign == 0; k++)
		sign = unit_currency_sign(w, f->number_from - k, &f->unit) == k ? k : 0;
	f->at = (struct place_in_words){ f->number_from - sign, f->number_to };
	f->has_unit = f->has_unit || sign > 0;
	if (f->number.is_percent) {
		f->unit = (struct unit){ SV("%"), DIM_PERCENT, 1 };
		f->has_unit = true;
		struct unit points;
		if (word_is(w, f->at.to, SV("points")) && unit_at(w, f->at.to, &points) > 0) {
			f->unit = points;
			f->at.to++;
		}
	} else if (!f->has_unit) {
		size_t n = unit_at(w, f->at.to, &f->unit);
		f->has_unit = n > 0;
		f->at.to += n;
	}
}

/* The figure whose number starts at word i; false where there is none. */
static bool figure_at(const struct words *w, size_t i, const struct quantity_context *c, struct figure *ret)
{
	struct figure f = { .number_from = i };
	size_t n = number_at(w, i, &f.number);
	if (n == 0)
		return false;
	f.number_to = i + n;
	struct span at = { word_at(w, i)->at.start, word_at(w, i + n - 1)->at.end };
	if (in_date(c, at) || looks_like_date(w, i, i + n, &f.number) || is_figure_of_speech(w, i, i + n))
		return false;
	if (word_at(w, i)->is_number && !take_glued(w, &f))
		return false;
	take_unit(w, &f);
	f.at.from -= hedge_before(w, f.at.from, &f.hedge);
	if (f.hedge == EFFECT_NONE)
		f.at.to += hedge_after(w, f.at.to, &f.hedge);
	*ret = f;
	return true;
}

static struct quantity quantity_from(struct sv text, const struct words *w, const struct figure *f)
{
	struct quantity q = { .to_base = 1, .as_of_lo = DAY_NONE, .as_of_hi = DAY_NONE };
	q.at = (struct span){ w->v[f->at.from].at.start, w->v[f->at.to - 1].at.end };
	q.number = (struct span){ w->v[f->number_from].at.start, w->v[f->number_to - 1].at.end };
	q.text = sv_sub(text, q.at.start, q.at.end);
	q.lo = q.hi = f->number.value;
	q.digits = f->number.digits;
	if (f->number.is_vague) {
		q.hi = (double)INFINITY;
		q.approx = true;
	}
	if (f->has_unit) {
		q.unit = f->unit.name;
		q.dimension = f->unit.dimension;
		q.to_base = f->unit.to_base;
	} else if (f->number.is_fraction) {
		q.dimension = DIM_RATIO;
	}
	hedge_apply(&q, f->hedge);
	return q;
}

/* A range's halves share scale and unit: "between $4 and $5 million", "4 to 5 km". */
static void share_scale(struct figure *left, const struct figure *right)
{
	if (left->number.scale <= 1 && right->number.scale > 1 && left->number.value < 1000) {
		left->number.value *= right->number.scale;
		left->number.scale = right->number.scale;
	}
	if (!left->has_unit && right->has_unit) {
		left->unit = right->unit;
		left->has_unit = true;
	}
}

enum range_kind { RANGE_NONE, RANGE_SPAN, RANGE_FROM_TO };

static bool has_before(const struct words *w, size_t i, struct sv word)
{
	return i > 0 && word_is(w, i - 1, word);
}

/* The one word or mark between the two figures; SV_NONE where there are more or none. */
static struct sv joint_of(const struct words *w, const struct figure *left, const struct figure *right)
{
	return right->at.from == left->at.to + 1 ? word_at(w, left->at.to)->lower : SV_NONE;
}

/* How the figures `left` and `right` belong together: "4,000 to 5,000", "between 4 and 5", "from 5,200 to 3,000". */
static enum range_kind range_between(const struct words *w, const struct figure *left, const struct figure *right)
{
	struct sv joint = joint_of(w, left, right);
	bool to = sv_eq(joint, SV("to"));
	bool dash = sv_eq(joint, SV("–")) || sv_eq(joint, SV("-"));
	bool and = sv_eq(joint, SV("and")) && has_before(w, left->at.from, SV("between"));
	bool or = sv_eq(joint, SV("or")) && left->hedge == EFFECT_NONE && right->hedge == EFFECT_NONE;
	if (to && has_before(w, left->at.from, SV("from")))
		return RANGE_FROM_TO;
	bool is_span = to || dash || and || or;
	return is_span && left->number.value <= right->number.value ? RANGE_SPAN : RANGE_NONE;
}

struct finder {
	struct arena *a;
	struct sv text;
	const struct words *w;
	struct quantity_context *context;
	struct {
		struct quantity *v;
		size_t n, cap;
	} found;
};

static void finish(struct finder *f, struct quantity *q, struct place_in_words at)
{
	size_t end;
	struct sv counted = role_counted(f->text, f->w, at, &end);
	q->of = counted;
	struct sv place = place_of(f->text, f->w, at.from, end, f->context->place);
	q->place = place;
	if (place.p != NULL)
		f->context->place = place;
}

/* One figure, or two that make a range or a from-to pair; gives the word to go on from. */
static size_t take_figures(struct finder *f, struct figure *left)
{
	struct figure right = { 0 };
	enum range_kind range = RANGE_NONE;
	for (size_t i = left->at.to; i < f->w->n && i <= left->at.to + 4; i++)
		if (figure_at(f->w, i, f->context, &right)) {
			share_scale(left, &right);
			range = range_between(f->w, left, &right);
			break;
		}
	struct quantity *q = VEC_PUSH(f->a, &f->found);
	*q = quantity_from(f->text, f->w, left);
	if (range == RANGE_SPAN) {
		struct figure both = *left;
		bool is_between = has_before(f->w, left->at.from, SV("between"));
		both.at = (struct place_in_words){ left->at.from - (is_between ? 1 : 0), right.at.to };
		both.number_to = right.number_to;
		*q = quantity_from(f->text, f->w, &both);
		q->hi = right.number.value;
		role_of(f->w, both.at, q);
		finish(f, q, both.at);
		return both.at.to;
	}
	if (range == RANGE_FROM_TO) {
		q->role = ROLE_FROM;
		finish(f, q, left->at);
		struct quantity *to = VEC_PUSH(f->a, &f->found);
		*to = quantity_from(f->text, f->w, &right);
		to->role = ROLE_TO;
		finish(f, to, right.at);
		return right.at.to;
	}
	role_of(f->w, left->at, q);
	finish(f, q, left->at);
	return left->at.to;
}

/* A figure without a noun of its own counts what its neighbour counts: "from about 5,200 troops to 3,000". */
static void inherit(struct quantity *v, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct quantity *from = i > 0 ? &v[i - 1] : i + 1 < n ? &v[i + 1] : NULL;
		if (from == NULL || v[i].dimension != from->dimension || v[i].dimension != DIM_COUNT)
			continue;
		if (v[i].of.p == NULL)
			v[i].of = from->of;
		if (v[i].place.p == NULL)
			v[i].place = from->place;
	}
}

void quantity_find(struct arena *a, struct sv text, const struct words *w, struct quantity_context *inout, struct quantities *ret)
{
	struct finder f = { .a = a, .text = text, .w = w, .context = inout };
	for (size_t i = 0; i < w->n;) {
		struct figure figure;
		i = figure_at(w, i, inout, &figure) ? take_figures(&f, &figure) : i + 1;
	}
	inherit(f.found.v, f.found.n);
	*ret = (struct quantities){ f.found.v, f.found.n };
}
