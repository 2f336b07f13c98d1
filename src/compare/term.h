#ifndef COMPARE_TERM_H
#define COMPARE_TERM_H
/*
 * The words of a text as matching sees them: lower case, ending taken off, words of one meaning in the news folded together
 * (compare/synonym.def: "soldier" and "troop" are one term).
 */
#include <stdint.h>

#include "base/arena.h"

struct term {
	struct sv text;   /* as written, without a possessive ending */
	uint32_t hash;    /* of the folded stem */
	bool is_stop;     /* "the", "of", "has": no meaning of its own */
	bool is_name;     /* starts with a capital and does not open the text */
	bool is_number;   /* starts with a digit */
	bool is_negation; /* "not", "never", "no", "n't" */
};

struct terms {
	const struct term *v;
	size_t n;
};

/* Every word in text order. Linear in the text. */
void term_list(struct arena *a, struct sv text, struct terms *ret);
/* The terms that mean something (no stop words), ascending by hash, each once. */
void term_set(struct arena *a, const struct terms *from, struct terms *ret);
/* How many hashes two sets of term_set have in common. */
size_t term_common(const struct terms *x, const struct terms *y);
/* The hash of one word, folded as in a text. */
uint32_t term_hash(struct sv word);
#endif
