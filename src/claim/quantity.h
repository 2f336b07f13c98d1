#ifndef CLAIM_QUANTITY_H
#define CLAIM_QUANTITY_H
/*
 * The quantities of a sentence: number grammar (claim/number.h) with hedges, ranges, units, what is counted, where, and
 * the role each plays ("from 5,200 to 3,000": from and to; "call back 2,200": a change). Dates are not quantities: the
 * caller gives the spans the date rules took.
 */
#include "claim/word.h"

struct quantities {
	const struct quantity *v;
	size_t n;
};

struct quantity_context {
	struct sv place; /* the last place a figure of this text held for; SV_NONE at the start */
	const struct date_ref *dates; /* of this sentence: numbers inside them are left out */
	size_t n_dates;
};

void quantity_find(struct arena *a, struct sv text, const struct words *w, struct quantity_context *inout, struct quantities *ret);
#endif
