#ifndef CLAIM_WORD_H
#define CLAIM_WORD_H
/*
 * The words and marks of one sentence with their places: what the attribution rules walk over. A word is a run of letters
 * and digits with inner apostrophes, hyphens, full stops and commas between digits or letters ("al-Kadhemi", "U.S.",
 * "5,200", "ministry's"); every other visible character is a mark of its own.
 */
#include "claim/claim.h"

struct word {
	struct span at;
	struct sv text, lower;
	bool is_mark, is_number, is_capital; /* capital: its first letter is upper case */
};

struct words {
	const struct word *v;
	size_t n;
};

void word_list(struct arena *a, struct sv text, struct span sentence, struct words *ret);
/* Word i, or an empty mark past either end (so rules may look one further without a check). */
const struct word *word_at(const struct words *w, size_t i);
bool word_is(const struct words *w, size_t i, struct sv lower);
/* The text from the first word to before word `end`. */
struct sv word_span(struct sv text, const struct words *w, size_t first, size_t end);
#endif
