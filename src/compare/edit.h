#ifndef COMPARE_EDIT_H
#define COMPARE_EDIT_H
/*
 * What an edit did to a sentence: which of the things a checker goes by differ between two wordings of it (number, date, name,
 * attribution, hedge, negation), with before and after in words. English; of other languages only numbers and names are told.
 */
#include "claim/claim.h"

enum edit_part { EDIT_NUMBER, EDIT_DATE, EDIT_NAME, EDIT_ATTRIBUTION, EDIT_HEDGE, EDIT_NEGATION, EDIT_WORDING, EDIT_PART_N };

struct edit {
	unsigned parts; /* 1u << enum edit_part; 0: nothing but marks, white space and capitals differ */
	struct sv why;  /* "number: 12 million \u2192 15 million; hedge: added" */
};

/* Relative dates are read as of `published` (DAY_NONE: unknown). */
void edit_of(struct arena *a, struct sv before, struct sv after, int32_t published, struct edit *ret);
/* "number", "date", ... */
struct sv edit_part_name(enum edit_part part);
#endif
