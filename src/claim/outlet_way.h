#ifndef CLAIM_OUTLET_WAY_H
#define CLAIM_OUTLET_WAY_H
/*
 * The way a statement came: the outlet, platform or document a sentence names as where the article got it ("according to
 * the BBC", "told Reuters", "the Guardian reported", "said in a statement", "court filings show", "(AP) -"). An outlet
 * that is only spoken about ("the BBC will cut jobs") is no way.
 */
#include "claim/word.h"

struct outlet_way {
	struct sv name; /* p == NULL: none */
	struct span at;
};

/* The first way of the sentence, outlets before documents. Linear in the sentence for all practical lengths. */
void outlet_way_find(struct sv text, const struct words *w, struct outlet_way *ret);
/* Is this way a document ("statement", "court filings") and no outlet? Two of them with one name need not be the same. */
bool outlet_way_is_document(struct sv via);
#endif
