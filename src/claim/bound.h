#ifndef CLAIM_BOUND_H
#define CLAIM_BOUND_H
/* Hedges and bounds beside a number (claim/bound.def): "about", "at least", "fewer than", "or more". */
#include "claim/number_token.h"

enum bound {
	BOUND_NONE,
	BOUND_EXACT, /* says nothing about the value: "only", "just" */
	BOUND_APPROX,
	BOUND_NEARLY,
	BOUND_JUST_OVER,
	BOUND_LEAST,
	BOUND_MOST,
	BOUND_OVER,
	BOUND_UNDER,
	BOUND_TOTAL
};

/* The longest phrase that ends before token i, or starts at token i: how many tokens, 0 for none. */
size_t bound_before(const struct number_tokens *t, size_t i, enum bound *ret);
size_t bound_after(const struct number_tokens *t, size_t i, enum bound *ret);
/* Turns q's point or interval into what the bound says. */
void bound_apply(enum bound b, struct quantity *q);
/* Gives q the unbounded side that `from` has. */
void bound_copy(const struct quantity *from, struct quantity *q);
#endif
