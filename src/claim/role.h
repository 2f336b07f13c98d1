#ifndef CLAIM_ROLE_H
#define CLAIM_ROLE_H
/* The part a quantity plays in its sentence, and what it counts: read from the words around it. */
#include "claim/word.h"

/* Where a quantity stands among the sentence's words: [from, to) with hedge and unit. */
struct place_in_words {
	size_t from, to;
};

/*
 * Sets role and change of a quantity that is no half of "from X to Y": the verb before it decides ("cut by", "fell to",
 * "withdraw"), percentages without one are shares.
 */
void role_of(const struct words *w, struct place_in_words at, struct quantity *q);
/* The head noun phrase behind a number ("US troops"); when there is none, what "the number of ..." before it counts. */
struct sv role_counted(struct sv text, const struct words *w, struct place_in_words at, size_t *ret_end);
#endif
