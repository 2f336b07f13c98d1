#include "compare/collection.h"

#include <math.h>
#include <stdlib.h>

#define K1 1.2
#define B 0.75

/* One term in one text. */
struct posting {
	uint32_t hash, at;
	float count;
};

struct collection {
	size_t n;
	const struct posting *postings; /* by hash, then by text */
	size_t n_postings;
	const double *lengths; /* in terms, as a share of the mean */
};

static int by_hash(const void *x, const void *y)
{
	const struct posting *a = x, *b = y;
	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	return a->at < b->at ? -1 : a->at > b->at;
}

static size_t merge(struct posting *v, size_t n)
{
	size_t kept = 0;
	for (size_t i = 0; i < n; i++) {
		if (kept > 0 && v[kept - 1].hash == v[i].hash && v[kept - 1].at == v[i].at)
			v[kept - 1].count += v[i].count;
		else
			v[kept++] = v[i];
	}
	return kept;
}

static size_t add(struct posting *ret, struct arena *a, struct sv text, size_t at)
{
	struct terms t;
	size_t n = 0;
	term_list(a, text, &t);
	for (size_t i = 0; i < t.n; i++)
		if (!t.v[i].is_stop)
			ret[n++] = (struct posting){ t.v[i].hash, (uint32_t)at, 1 };
	return n;
}

const struct collection *collection_build(struct arena *a, const struct collection_text *v, size_t n)
{
	struct collection *c = ARENA_NEW(a, struct collection);
	double *lengths = ARENA_ARRAY(a, double, n);
	size_t room = 0, n_postings = 0;
	for (size_t i = 0; i < n; i++)
		room += v[i].title.n + v[i].text.n + 2; /* no text has more words than bytes */
	struct posting *p = ARENA_ARRAY(a, struct posting, room);
	for (size_t i = 0; i < n; i++) {
		size_t before = n_postings;
		n_postings += add(&p[n_postings], a, v[i].title, i);
		n_postings += add(&p[n_postings], a, v[i].text, i);
		lengths[i] = (double)(n_postings - before);
	}
	for (size_t i = 0; i < n && n_postings > 0; i++)
		lengths[i] *= (double)n / (double)n_postings;
	if (n_postings > 0)
		qsort(p, n_postings, sizeof *p, by_hash);
	*c = (struct collection){ n, p, merge(p, n_postings), lengths };
	return c;
}

static size_t first_of(const struct collection *c, uint32_t hash)
{
	size_t lo = 0, hi = c->n_postings;
	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		if (c->postings[mid].hash < hash)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static void add_scores(const struct collection *c, uint32_t hash, double *scores)
{
	size_t first = first_of(c, hash), last = first;
	while (last < c->n_postings && c->postings[last].hash == hash)
		last++;
	double df = (double)(last - first), idf = log(1 + ((double)c->n - df + 0.5) / (df + 0.5));
	for (size_t i = first; i < last; i++) {
		double tf = (double)c->postings[i].count;
		scores[c->postings[i].at] += idf * tf * (K1 + 1) / (tf + K1 * (1 - B + B * c->lengths[c->postings[i].at]));
	}
}

static int by_score(const void *x, const void *y)
{
	const struct collection_hit *a = x, *b = y;
	if (a->score > b->score || a->score < b->score)
		return a->score > b->score ? -1 : 1;
	return a->at < b->at ? -1 : a->at > b->at;
}

const struct collection_hit *collection_find(struct arena *a, const struct collection *c, struct sv query, size_t at_most, size_t *ret_n)
{
	struct terms all, set;
	double *scores = ARENA_ARRAY(a, double, c->n);
	struct collection_hit *hits = ARENA_ARRAY(a, struct collection_hit, c->n);
	size_t n = 0;
	term_list(a, query, &all);
	term_set(a, &all, &set);
	for (size_t i = 0; i < set.n; i++)
		add_scores(c, set.v[i].hash, scores);
	for (size_t i = 0; i < c->n; i++)
		if (scores[i] > 0)
			hits[n++] = (struct collection_hit){ i, scores[i] };
	if (n > 0)
		qsort(hits, n, sizeof *hits, by_score);
	*ret_n = n < at_most ? n : at_most;
	return hits;
}
