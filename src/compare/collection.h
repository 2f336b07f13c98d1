#ifndef COMPARE_COLLECTION_H
#define COMPARE_COLLECTION_H
/*
 * A set of short texts to be searched by one of them: Okapi BM25 (Robertson and Zaragoza 2009, k1 = 1.2, b = 0.75) over the
 * terms of compare/term.h, titles counted as text. Pure; built once, then asked often.
 */
#include "compare/term.h"

struct collection;

struct collection_text {
	struct sv title, text;
};

struct collection_hit {
	size_t at; /* index into the texts */
	double score;
};

const struct collection *collection_build(struct arena *a, const struct collection_text *v, size_t n) __attribute__((returns_nonnull));
/* The best `at_most` texts for the query, best first; *ret_n of them. Texts without a common term are no hits. */
const struct collection_hit *collection_find(struct arena *a, const struct collection *c, struct sv query, size_t at_most, size_t *ret_n);
#endif
