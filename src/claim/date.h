#ifndef CLAIM_DATE_H
#define CLAIM_DATE_H
/*
 * Finds the time expressions of one English sentence and says which days they mean: absolute ("3 March 2014"), relative
 * to the day of publication ("on Wednesday", "last month", "three days ago"), parts of a period ("late 2011", "the end
 * of September"), named days (holidays, known elections), durations and recurring ones, with the operator before them
 * ("by", "since", "until"). A wrong guess is worse than none: what stays open keeps DAY_NONE and an XXXX in its timex.
 */
#include "claim/claim.h"

struct date_context {
	int32_t published; /* the day the text came out; DAY_NONE leaves relative expressions unresolved */
	bool split_ranges; /* "from May to July" as two expressions, as TimeML wants, instead of one interval */
};

struct date_refs {
	const struct date_ref *v;
	size_t n;
};

/*
 * The expressions of text[sentence], in text order, not overlapping; spans are offsets into text. Seasons are the
 * northern meteorological ones; early, mid and late YEAR are its first, second and last four months. Linear time.
 */
void date_find(struct arena *a, struct sv text, struct span sentence, const struct date_context *context,
    struct date_refs *ret);
#endif
