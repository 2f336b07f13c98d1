#include "compare/entail.h"

#include <math.h>
#include <stdlib.h>

#include "base/num.h"
#include "compare/interval.h"
#include "compare/term.h"

/* Shares of common words from which on two sentences differ in nothing but their numbers. */
#define FRAME_SHARE 0.8
/* Arithmetic over more numbers than this would derive anything. */
#define MAX_OPERANDS 6

enum feature { F_bias, F_covered, F_all_covered, F_pairs, F_names, F_soft, F_window, F_numbers_met, F_numbers_apart, F_numbers_missing,
	F_neighbours, F_negation, F_length, F_premise_length, F_first_half, F_no_numbers };

static const double weights[ENTAIL_FEATURES] = {
#define WEIGHT(name, value) [F_##name] = value,
#include "compare/entail.def"
#undef WEIGHT
};

static const struct sv names[ENTAIL_N] = { SV_INIT("neutral"), SV_INIT("entailment"), SV_INIT("contradiction") };

struct sv entail_name(enum entailment e) { return e < ENTAIL_N ? names[e] : SV_NONE; }

struct side {
	struct entail_side given;
	struct terms all, words; /* in order; as a set, without numbers */
};

static bool has_hash(const struct terms *set, uint32_t hash)
{
	size_t lo = 0, hi = set->n;
	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		if (set->v[mid].hash < hash)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < set->n && set->v[lo].hash == hash;
}

/* "more than 5", "less than 5" before a bare number: the bound that the words give. */
static void read_bound(const struct terms *all, size_t i, struct quantity *q)
{
	if (i < 2 || !sv_eq_icase(all->v[i - 1].text, SV("than")))
		return;
	bool more = sv_eq_icase(all->v[i - 2].text, SV("more")), less = sv_eq_icase(all->v[i - 2].text, SV("less"));
	q->lo = less ? -(double)INFINITY : q->lo;
	q->hi = more ? (double)INFINITY : q->hi;
	q->lo_open = more;
	q->hi_open = less;
}

static bool bare_number(struct sv word, double *ret)
{
	char digits[32];
	size_t n = 0;
	for (size_t i = 0; i < word.n && n < sizeof digits; i++)
		if (word.p[i] != ',')
			digits[n++] = word.p[i];
	return num_f64((struct sv){ digits, n }, ret);
}

static int by_place(const void *x, const void *y)
{
	const struct quantity *a = x, *b = y;
	return a->at.start < b->at.start ? -1 : a->at.start > b->at.start;
}

static bool is_in_quantity(const struct entail_side *side, struct sv word)
{
	size_t at = (size_t)(word.p - side->text.p);
	for (size_t i = 0; i < side->n; i++)
		if (at >= side->quantities[i].at.start && at < side->quantities[i].at.end)
			return true;
	return false;
}

/* The quantities of a sentence and its other numbers (years, the two halves of a ratio), in the order they stand in. */
static void gather_numbers(struct arena *a, const struct entail_side *given, const struct terms *all, struct entail_side *ret)
{
	struct quantity *v = ARENA_ARRAY(a, struct quantity, given->n + all->n);
	size_t n = 0;
	for (; n < given->n; n++)
		v[n] = given->quantities[n];
	for (size_t i = 0; i < all->n; i++) {
		double value;
		size_t at = (size_t)(all->v[i].text.p - given->text.p);
		if (!all->v[i].is_number || is_in_quantity(given, all->v[i].text) || !bare_number(all->v[i].text, &value))
			continue;
		v[n] = (struct quantity){ .at = { at, at + all->v[i].text.n }, .lo = value, .hi = value, .to_base = 1 };
		read_bound(all, i, &v[n++]);
	}
	if (n > 0)
		qsort(v, n, sizeof *v, by_place);
	*ret = (struct entail_side){ given->text, v, n };
}

static void side_of(struct arena *a, const struct entail_side *given, struct side *ret)
{
	struct terms all;
	term_list(a, given->text, &all);
	struct term *words = ARENA_ARRAY(a, struct term, all.n);
	size_t n = 0;
	for (size_t i = 0; i < all.n; i++)
		if (!all.v[i].is_number && !is_in_quantity(given, all.v[i].text))
			words[n++] = all.v[i];
	ret->all = all;
	gather_numbers(a, given, &all, &ret->given);
	term_set(a, &(struct terms){ words, n }, &ret->words);
}

static bool covers(struct interval wide, struct interval narrow)
{
	bool lo = wide.lo < narrow.lo || (interval_near(wide.lo, narrow.lo) && (!wide.lo_open || narrow.lo_open));
	bool hi = wide.hi > narrow.hi || (interval_near(wide.hi, narrow.hi) && (!wide.hi_open || narrow.hi_open));
	return lo && hi;
}

static bool are_one_kind(const struct quantity *x, const struct quantity *y)
{
	return x->dimension == y->dimension || x->dimension == DIM_COUNT || y->dimension == DIM_COUNT;
}

/* What the intervals say of two sentences with the same words: number by number in order. */
static enum entailment judge_frame(const struct entail_side *p, const struct entail_side *h)
{
	enum entailment is = ENTAIL_YES;
	for (size_t i = 0; i < h->n; i++) {
		struct interval ip = interval_of(&p->quantities[i]), ih = interval_of(&h->quantities[i]);
		if (!interval_meet(ip, ih))
			return ENTAIL_CONTRADICTION;
		if (!covers(ih, ip))
			is = ENTAIL_NEUTRAL;
	}
	return is;
}

static bool is_frame(const struct side *p, const struct side *h)
{
	size_t common = term_common(&p->words, &h->words), most = p->words.n > h->words.n ? p->words.n : h->words.n;
	for (size_t i = 0; i < p->given.n && p->given.n == h->given.n; i++)
		if (!are_one_kind(&p->given.quantities[i], &h->given.quantities[i]))
			return false;
	return p->given.n == h->given.n && p->given.n > 0 && (double)common >= FRAME_SHARE * (double)most;
}

struct values {
	double v[MAX_OPERANDS];
	size_t n;
};

static struct values values_of(const struct entail_side *s)
{
	struct values r = { .n = 0 };
	for (size_t i = 0; i < s->n && r.n < MAX_OPERANDS; i++)
		if (s->quantities[i].lo == s->quantities[i].hi)
			r.v[r.n++] = s->quantities[i].lo;
	return r;
}

static double apply(char op, double x, double y)
{
	switch (op) {
	case '+':
		return x + y;
	case '-':
		return x - y;
	case '*':
		return x * y;
	default:
		return y == 0 ? (double)NAN : x / y;
	}
}

/* Every number or the first two joined by an operation, then the rest of them: is `want` among what comes out? */
static bool is_derived(double want, const struct values *v, unsigned depth)
{
	static const char ops[] = "+-*/";
	for (size_t i = 0; i < v->n; i++)
		for (size_t j = 0; j < v->n; j++)
			for (const char *op = ops; i != j && *op != '\0'; op++) {
				double got = apply(*op, v->v[i], v->v[j]);
				if (!isfinite(got))
					continue;
				if (fabs(got - want) < 1e-6 * fmax(1, fabs(want)))
					return true;
				struct values next = { .n = 0 };
				for (size_t k = 0; k < v->n; k++)
					if (k != i && k != j)
						next.v[next.n++] = v->v[k];
				next.v[next.n++] = got;
				if (depth > 1 && next.n > 1 && is_derived(want, &next, depth - 1))
					return true;
			}
	return false;
}

static bool is_met(const struct quantity *q, const struct entail_side *others)
{
	for (size_t i = 0; i < others->n; i++)
		if (are_one_kind(q, &others->quantities[i]) && interval_meet(interval_of(q), interval_of(&others->quantities[i])))
			return true;
	return false;
}

/* Numbers of the hypothesis that the premise lacks, all of which follow from the premise's. */
static bool follows_by_arithmetic(const struct side *p, const struct side *h)
{
	struct values v = values_of(&p->given);
	bool lacks = false, all = true;
	for (size_t i = 0; i < h->given.n; i++) {
		const struct quantity *q = &h->given.quantities[i];
		if (is_met(q, &p->given))
			continue;
		lacks = true;
		all = all && q->lo == q->hi && v.n >= 2 && is_derived(q->lo, &v, v.n <= 4 ? 3 : 2);
	}
	return lacks && all;
}

static double share(size_t part, size_t whole) { return whole > 0 ? (double)part / (double)whole : 1; }

static bool begins_alike(struct sv x, struct sv y)
{
	size_t n = 0;
	while (n < x.n && n < y.n && ascii_lower(x.p[n]) == ascii_lower(y.p[n]))
		n++;
	return n >= 4;
}

static void count_words(const struct side *p, const struct side *h, double *f)
{
	size_t n_names = 0, names_in = 0, soft = 0, first = 0, n = h->words.n;
	for (size_t i = 0; i < n; i++) {
		const struct term *t = &h->words.v[i];
		bool in = has_hash(&p->words, t->hash), alike = in;
		n_names += t->is_name;
		names_in += t->is_name && in;
		for (size_t k = 0; !alike && k < p->words.n; k++)
			alike = begins_alike(t->text, p->words.v[k].text);
		soft += alike;
		for (size_t k = 0; in && k < p->all.n / 2; k++)
			if (p->all.v[k].hash == t->hash) {
				first++;
				break;
			}
	}
	size_t common = term_common(&p->words, &h->words);
	f[F_covered] = share(common, n);
	f[F_all_covered] = common == n;
	f[F_names] = share(names_in, n_names);
	f[F_soft] = share(soft, n);
	f[F_first_half] = share(first, n);
	f[F_length] = log1p((double)h->words.n);
	f[F_premise_length] = log1p((double)p->words.n);
}

/* Neighbouring words of the hypothesis that stand within three words of each other in the premise. */
static double pairs_share(const struct side *p, const struct side *h)
{
	size_t n = 0, found = 0;
	const struct term *last = NULL;
	for (size_t i = 0; i < h->all.n; i++) {
		const struct term *t = &h->all.v[i];
		if (t->is_stop)
			continue;
		bool is_found = false;
		for (size_t k = 0; last != NULL && k < p->all.n && !is_found; k++)
			for (size_t m = k + 1; p->all.v[k].hash == last->hash && m < p->all.n && m <= k + 4 && !is_found; m++)
				is_found = p->all.v[m].hash == t->hash;
		n += last != NULL;
		found += is_found;
		last = t;
	}
	return share(found, n);
}

/* The best share of the hypothesis's words within one stretch of the premise twice its length. */
static double window_share(const struct side *p, const struct side *h)
{
	size_t width = 2 * h->all.n, best = 0;
	for (size_t from = 0; from < p->all.n; from += 3) {
		size_t n = 0;
		for (size_t i = 0; i < h->words.n; i++)
			for (size_t k = from; k < p->all.n && k < from + width; k++)
				if (p->all.v[k].hash == h->words.v[i].hash) {
					n++;
					break;
				}
		best = n > best ? n : best;
	}
	return share(best, h->words.n);
}

/* Is the word after the number the same in both? */
static bool is_same_neighbour(struct sv x, const struct quantity *q, struct sv y, const struct quantity *r)
{
	struct sv after_x = sv_trim(sv_sub(x, q->at.end, x.n)), after_y = sv_trim(sv_sub(y, r->at.end, y.n)), wx, wy;
	if (!sv_split(&after_x, ' ', &wx) || !sv_split(&after_y, ' ', &wy))
		return false;
	return term_hash(wx) == term_hash(wy) || (q->of.n > 0 && term_hash(q->of) == term_hash(r->of));
}

static void count_numbers(const struct entail_side *p, const struct entail_side *h, double *f)
{
	size_t met = 0, apart = 0, neighbours = 0;
	for (size_t i = 0; i < h->n; i++) {
		const struct quantity *q = &h->quantities[i];
		bool is_one = is_met(q, p), is_near = false, has_rival = false;
		for (size_t k = 0; k < p->n; k++) {
			bool same = is_same_neighbour(h->text, q, p->text, &p->quantities[k]);
			bool meets = interval_meet(interval_of(q), interval_of(&p->quantities[k]));
			is_near |= same && meets;
			has_rival |= same && !meets;
		}
		met += is_one;
		neighbours += is_near;
		apart += has_rival && !is_near;
	}
	f[F_numbers_met] = share(met, h->n);
	f[F_numbers_missing] = (double)(h->n - met);
	f[F_numbers_apart] = (double)apart;
	f[F_neighbours] = share(neighbours, h->n);
	f[F_no_numbers] = h->n == 0;
}

static bool is_negated(const struct terms *t)
{
	bool odd = false;
	for (size_t i = 0; i < t->n; i++)
		odd ^= t->v[i].is_negation;
	return odd;
}

static void measure(const struct side *p, const struct side *h, double *f)
{
	f[F_bias] = 1;
	count_words(p, h, f);
	count_numbers(&p->given, &h->given, f);
	f[F_pairs] = pairs_share(p, h);
	f[F_window] = window_share(p, h);
	f[F_negation] = is_negated(&p->all) != is_negated(&h->all);
}

void entail_judge(struct arena *a, const struct entail_side *premise, const struct entail_side *hypothesis, struct entail_verdict *ret)
{
	struct side p, h;
	double sum = 0;
	*ret = (struct entail_verdict){ .is = ENTAIL_NEUTRAL };
	side_of(a, premise, &p);
	side_of(a, hypothesis, &h);
	measure(&p, &h, ret->features);
	ret->by_numbers = true;
	if (is_frame(&p, &h)) {
		ret->is = judge_frame(&p.given, &h.given);
		return;
	}
	if (follows_by_arithmetic(&p, &h)) {
		ret->is = ENTAIL_YES;
		return;
	}
	ret->by_numbers = false;
	for (size_t i = 0; i < ENTAIL_FEATURES; i++)
		sum += weights[i] * ret->features[i];
	ret->is = sum > 0 ? ENTAIL_YES : ENTAIL_NEUTRAL;
}
