#include "compare/story.h"

#include <math.h>
#include <stdlib.h>

#include "base/limits.h"
#include "base/vec.h"
#include "compare/interval.h"
#include "compare/measure.h"
#include "compare/term.h"

/* A story's gist stands at the top; the rest of a long text only adds noise and cost. */
#define FINGERPRINT_TERMS 600
#define TITLE_WEIGHT 2.0F
#define NAME_WEIGHT 2.0F
#define NUMBER_WEIGHT 1.3F

static int by_hash(const void *x, const void *y)
{
	const struct term *a = x, *b = y;
	return a->hash < b->hash ? -1 : a->hash > b->hash;
}

/* The words that mean something, those of the title marked by standing first; counted terms come out ascending. */
static size_t gather(struct arena *a, struct sv title, struct sv text, struct term **ret, size_t *ret_title)
{
	struct terms parts[2];
	VEC(struct term) all = { 0 };
	term_list(a, title, &parts[0]);
	term_list(a, text, &parts[1]);
	for (size_t p = 0; p < 2; p++) {
		for (size_t i = 0; i < parts[p].n && all.n < FINGERPRINT_TERMS; i++)
			if (!parts[p].v[i].is_stop)
				*VEC_PUSH(a, &all) = parts[p].v[i];
		if (p == 0)
			*ret_title = all.n;
	}
	*ret = all.v;
	return all.n;
}

void story_fingerprint(struct arena *a, struct sv title, struct sv text, struct fingerprint *ret)
{
	struct term *v;
	size_t n_title = 0, n = gather(a, title, text, &v, &n_title), out = 0;
	uint32_t *terms = ARENA_ARRAY(a, uint32_t, n);
	float *weights = ARENA_ARRAY(a, float, n), sum = 0;
	/* is_stop is free by now: it carries 'stands in the title' through the sort */
	for (size_t i = 0; i < n_title; i++)
		v[i].is_stop = true;
	if (n > 0)
		qsort(v, n, sizeof *v, by_hash);
	for (size_t i = 0; i < n;) {
		float count = 0, weight = 1;
		size_t from = i;
		for (; i < n && v[i].hash == v[from].hash; i++) {
			count += v[i].is_stop ? TITLE_WEIGHT : 1;
			weight = v[i].is_name ? NAME_WEIGHT : v[i].is_number && weight < NUMBER_WEIGHT ? NUMBER_WEIGHT : weight;
		}
		terms[out] = v[from].hash;
		weights[out] = (1 + logf(count)) * weight;
		sum += weights[out] * weights[out];
		out++;
	}
	for (size_t i = 0; i < out; i++)
		weights[i] /= sqrtf(sum);
	*ret = (struct fingerprint){ terms, weights, out };
}

static int by_number(const void *x, const void *y)
{
	uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
	return a < b ? -1 : a > b;
}

/* How many of the sorted terms equal `term`. */
static size_t count_of(const uint32_t *all, size_t n, uint32_t term)
{
	size_t ends[2];
	for (size_t k = 0; k < 2; k++) {
		size_t lo = 0, hi = n;
		while (lo < hi) {
			size_t mid = lo + (hi - lo) / 2;
			if (all[mid] < term || (k == 1 && all[mid] == term))
				lo = mid + 1;
			else
				hi = mid;
		}
		ends[k] = lo;
	}
	return ends[1] - ends[0];
}

void story_weigh(struct arena *a, struct fingerprint *v, size_t n)
{
	size_t total = 0, at = 0;
	for (size_t i = 0; i < n; i++)
		total += v[i].n;
	uint32_t *all = ARENA_ARRAY(a, uint32_t, total);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < v[i].n; k++)
			all[at++] = v[i].terms[k];
	if (total > 0)
		qsort(all, total, sizeof *all, by_number);
	for (size_t i = 0; i < n; i++) {
		float *weights = ARENA_ARRAY(a, float, v[i].n), sum = 0;
		for (size_t k = 0; k < v[i].n; k++) {
			weights[k] = v[i].weights[k] * logf((float)(n + 1) / (float)count_of(all, total, v[i].terms[k]));
			sum += weights[k] * weights[k];
		}
		for (size_t k = 0; k < v[i].n && sum > 0; k++)
			weights[k] /= sqrtf(sum);
		v[i].weights = weights;
	}
}

double story_similarity(const struct fingerprint *x, const struct fingerprint *y)
{
	double dot = 0;
	for (size_t i = 0, j = 0; i < x->n && j < y->n;) {
		if (x->terms[i] == y->terms[j])
			dot += (double)x->weights[i++] * (double)y->weights[j++];
		else if (x->terms[i] < y->terms[j])
			i++;
		else
			j++;
	}
	return dot < 1 ? dot : 1;
}

/* The first term of x that `wanted` picks and y has none of, where y has others of that kind: the two differ in it. */
static struct sv lacks(const struct terms *x, const struct terms *y, bool (*wanted)(const struct term *))
{
	struct sv missing = SV_NONE;
	bool other_too = false;
	for (size_t i = 0; i < x->n; i++)
		if (wanted(&x->v[i]) && term_common(&(struct terms){ &x->v[i], 1 }, y) == 0 && missing.n == 0)
			missing = x->v[i].text;
	for (size_t i = 0; i < y->n; i++)
		other_too |= wanted(&y->v[i]) && term_common(&(struct terms){ &y->v[i], 1 }, x) == 0;
	return other_too ? missing : SV_NONE;
}

static bool is_name(const struct term *t) { return t->is_name; }
static bool is_number(const struct term *t) { return t->is_number; }

static bool is_negated(const struct terms *all)
{
	bool odd = false;
	for (size_t i = 0; i < all->n; i++)
		odd ^= all->v[i].is_negation;
	return odd;
}

static bool has_other_quantity(const struct claim *x, const struct claim *y)
{
	for (size_t i = 0; i < x->n_quantities; i++) {
		bool found = false;
		for (size_t j = 0; j < y->n_quantities; j++)
			found |= x->quantities[i].dimension == y->quantities[j].dimension
			    && interval_meet(interval_of(&x->quantities[i]), interval_of(&y->quantities[j]));
		if (!found)
			return true;
	}
	return false;
}

static bool has_other_date(const struct claim *x, const struct claim *y)
{
	for (size_t i = 0; i < x->n_dates; i++)
		for (size_t j = 0; j < y->n_dates; j++) {
			const struct date_ref *d = &x->dates[i], *e = &y->dates[j];
			if ((d->hi == DAY_NONE || e->lo == DAY_NONE || d->hi >= e->lo) && (e->hi == DAY_NONE || d->lo == DAY_NONE || e->hi >= d->lo))
				return false;
		}
	return x->n_dates > 0 && y->n_dates > 0;
}

static struct sv differing(const struct claim *x, const struct claim *y, const struct terms *tx, const struct terms *ty)
{
	struct sv number = lacks(tx, ty, is_number), name = lacks(tx, ty, is_name);
	if (x->negated != y->negated)
		return SV("a negation");
	if (x->n_quantities > 0 && y->n_quantities > 0 && (has_other_quantity(x, y) || has_other_quantity(y, x)))
		return x->quantities[0].text.n > 0 ? x->quantities[0].text : SV("a number");
	if (number.n > 0 && x->n_quantities + y->n_quantities == 0)
		return number;
	if (has_other_date(x, y))
		return x->dates[0].text;
	return name;
}

void story_same_claim(struct arena *a, const struct claim *x, const struct claim *y, struct sameness *ret)
{
	struct terms all_x, all_y, tx, ty;
	term_list(a, x->quote, &all_x);
	term_list(a, y->quote, &all_y);
	term_set(a, &all_x, &tx);
	term_set(a, &all_y, &ty);
	double common = (double)term_common(&tx, &ty), least = (double)(tx.n < ty.n ? tx.n : ty.n), both = (double)(tx.n + ty.n);
	/* Dice, lifted towards containment: a short claim whole inside a long one is the same assertion with more around it. */
	ret->score = both > 0 && least >= 2 ? 0.6 * (2 * common / both) + 0.4 * (common / least) : 0;
	ret->differing = is_negated(&all_x) != is_negated(&all_y) ? SV("a negation") : differing(x, y, &tx, &ty);
	ret->is_blocked = ret->differing.n > 0;
}

#define WORDING_CHARS 90

static struct sv shortened(struct arena *a, struct sv s)
{
	if (s.n <= WORDING_CHARS)
		return s;
	size_t n = WORDING_CHARS;
	while (n > WORDING_CHARS / 2 && !ascii_is_space(s.p[n]))
		n--;
	while (n > 0 && ((unsigned char)s.p[n] & 0xc0) == 0x80)
		n--;
	return arena_printf(a, SV_FMT "\xe2\x80\xa6", (int)n, s.p);
}

static const char *after_words(const struct measure *m)
{
	if (m->moment == MOMENT_EARLIER)
		return m->q->change == CHANGE_DOWN ? ", before the cut" : ", before";
	if (m->moment == MOMENT_TARGET)
		return m->q->change == CHANGE_DOWN ? ", after the cut" : m->q->change == CHANGE_UP ? ", after the rise" : ", target";
	if (m->moment == MOMENT_CHANGE)
		return m->q->change == CHANGE_DOWN ? ", cut by" : m->q->change == CHANGE_UP ? ", up by" : ", change";
	return "";
}

struct sv story_slot(struct arena *a, const struct claim *claim, const struct quantity *q)
{
	struct measure m;
	if (q == NULL || (q->of.n == 0 && q->place.n == 0))
		return shortened(a, claim->quote);
	measure_of(a, claim, q, DAY_NONE, &m);
	struct sv what = q->of.n > 0 ? q->of : SV("amount");
	bool says_place = q->place.n > 0 && !sv_has(what, q->place), says_group = q->group.n > 0 && !sv_has(what, q->group);
	return arena_printf(a, SV_FMT "%s" SV_FMT "%s" SV_FMT "%s%s", SV_ARG(what), says_group ? " of " : "", says_group ? (int)q->group.n : 0,
	    q->group.p, says_place ? " in " : "", says_place ? (int)q->place.n : 0, q->place.p, after_words(&m),
	    q->role == ROLE_SHARE ? ", share" : "");
}

bool story_same_slot(const struct claim *cx, const struct quantity *x, const struct claim *cy, const struct quantity *y)
{
	AUTO_ARENA a = arena_new(MIB(1));
	struct measure mx, my;
	measure_of(a, cx, x, DAY_NONE, &mx);
	measure_of(a, cy, y, DAY_NONE, &my);
	return mx.moment == my.moment && measure_is_one_series(&mx, &my);
}
