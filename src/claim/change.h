#ifndef CLAIM_CHANGE_H
#define CLAIM_CHANGE_H
/* Words of movement around a number (claim/change.def): which way it went, and so whether it is a level or a change. */
#include "claim/number_token.h"

enum change_kind { CHANGE_KIND_NONE, CHANGE_KIND_MOVE, CHANGE_KIND_TRANSFER, CHANGE_KIND_REACH, CHANGE_KIND_BEHIND };

struct change_word {
	enum change change;
	enum change_kind kind;
};

/* Token i's movement; kind CHANGE_KIND_NONE for any other word. */
struct change_word change_word_at(const struct number_tokens *t, size_t i);
/*
 * Sets q's role and change from the words around it; [first, end) are the tokens with hedge and unit, `number` the first token of
 * the number itself. A role that is already set is kept. Looks at most 14 tokens far.
 */
void change_find(const struct number_tokens *t, size_t first, size_t end, struct quantity *q);
#endif
