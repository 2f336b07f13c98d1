#ifndef COMPARE_ENTAIL_H
#define COMPARE_ENTAIL_H
/*
 * Does one sentence say what another says? Where the two differ in nothing but their numbers, the intervals decide; a number
 * that only one has must follow from the other's by arithmetic; else a small logistic regression over how much of the
 * second the first covers (weights: compare/entail.def, made by tools/train-entail). Pure.
 */
#include "claim/claim.h"

enum entailment { ENTAIL_NEUTRAL, ENTAIL_YES, ENTAIL_CONTRADICTION, ENTAIL_N };

struct entail_side {
	struct sv text;
	const struct quantity *quantities;
	size_t n;
};

#define ENTAIL_FEATURES 16

struct entail_verdict {
	enum entailment is;
	bool by_numbers; /* decided without the regression */
	double features[ENTAIL_FEATURES];
};

/* Whether `premise` says what `hypothesis` says. */
void entail_judge(struct arena *a, const struct entail_side *premise, const struct entail_side *hypothesis, struct entail_verdict *ret);
/* "neutral", "entailment", "contradiction" */
struct sv entail_name(enum entailment e);
#endif
