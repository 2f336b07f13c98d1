#ifndef CLAIM_HEDGE_H
#define CLAIM_HEDGE_H
/* Hedges and bounds around a number (claim/hedge.def): what "about", "at least" or "or more" make of its interval. */
#include "claim/word.h"

enum hedge_effect { EFFECT_NONE, EFFECT_APPROX, EFFECT_BELOW, EFFECT_ABOVE, EFFECT_OVER, EFFECT_AT_LEAST, EFFECT_UNDER, EFFECT_AT_MOST };

/* The longest hedge that ends right before word i: how many words it takes, 0 for none. */
size_t hedge_before(const struct words *w, size_t i, enum hedge_effect *ret);
size_t hedge_after(const struct words *w, size_t i, enum hedge_effect *ret);
/* Makes q's bounds of the plain values already in q->lo and q->hi. */
void hedge_apply(struct quantity *q, enum hedge_effect effect);
#endif
