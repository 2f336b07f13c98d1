#ifndef EXTRACT_CHOOSE_H
#define EXTRACT_CHOOSE_H
/* Which lines of a page are its article, and what each is in it. */
#include "extract/clue.h"
#include "extract/feature.h"

/* The article's blocks in the page's order, none empty. */
void choose_blocks(struct arena *a, const struct clues *clues, const struct describer *describer, struct sv title, struct article *ret);
#endif
