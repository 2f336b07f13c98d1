#ifndef EXTRACT_DATELINE_H
#define EXTRACT_DATELINE_H
/* When the article was published and changed. */
#include "extract/clue.h"

struct dateline {
	struct dated published, modified;
	struct finding rejected; /* the first date that was given and not believed: in the future or before the web */
};

/*
 * Published: metas and JSON-LD of publication, itemprop, <time> and dates in words near the heading, the address; the finest
 * of what agrees is not sought, the first believable source is. A modification date is never taken for it.
 */
void dateline_find(struct arena *a, const struct clues *clues, struct dateline *ret);
#endif
