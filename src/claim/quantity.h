#ifndef CLAIM_QUANTITY_H
#define CLAIM_QUANTITY_H
/*
 * The quantities of one English sentence: numbers with unit, hedge and bounds as intervals, what they count, where, and
 * whether they are a level, a change, or one end of a movement. Numbers that only name something are left out.
 */
#include "claim/date.h"
#include "claim/place.h"

struct quantities {
	const struct quantity *v;
	size_t n;
};

/*
 * `dates` are the sentence's time expressions: their numbers are not read again, but for durations. *inout carries the
 * place from sentence to sentence; start with all zero. Linear in the sentence.
 */
void quantity_find(struct arena *a, struct sv text, struct span sentence, const struct date_refs *dates, struct place_context *inout,
    struct quantities *ret);
#endif
