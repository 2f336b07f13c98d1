#ifndef CLAIM_WORTH_H
#define CLAIM_WORTH_H
/*
 * How surely a sentence is worth checking: logistic regression over hashed features (words, pairs of words, pieces of words,
 * shapes, a few counts), its weights in data/claim/checkworthy.def, made by tools/train-worth from what docs/DATA.md names.
 */
#include <stdint.h>

#include "claim/word.h"

#define WORTH_BUCKETS 262144u

struct worth_feature {
	uint32_t bucket;
	float weight; /* each kind of feature has length 1 in all */
};

struct worth_features {
	const struct worth_feature *v;
	size_t n;
};

/* The features of one sentence; also what the training command learns from. Linear. */
void worth_features(struct arena *a, struct sv text, struct span sentence, struct worth_features *ret);
/* The calibrated probability, 0..1. */
double worth_score(struct arena *a, struct sv text, struct span sentence);
#endif
