#ifndef COMPARE_DIFF_H
#define COMPARE_DIFF_H
/*
 * What changed between two texts, word by word: lines that stand in both are found first, then words between them; in each gap
 * by patience (words that stand once on both sides, in order: Bram Cohen's method) and where there are none by Myers' O(ND)
 * algorithm up to a ceiling of changes, past which the gap counts as replaced. Words are compared as they are written.
 * About linear in the texts.
 */
#include "base/arena.h"
#include "text/span.h"

enum diff_kind { DIFF_SAME, DIFF_REMOVED, DIFF_ADDED };

/* A run of whole words with the white space and marks between them. A SAME run stands in both texts. */
struct diff_run {
	enum diff_kind kind;
	struct span before, after; /* bytes; the side where the run does not stand is empty, at its place */
};

/* The runs' spans on one side follow each other without gaps and cover the whole text. */
struct diff {
	const struct diff_run *v;
	size_t n;
	size_t n_words, n_changed; /* words of both texts; those that stand in only one */
};

void diff_texts(struct arena *a, struct sv before, struct sv after, struct diff *ret);
#endif
