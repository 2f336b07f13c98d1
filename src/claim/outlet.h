#ifndef CLAIM_OUTLET_H
#define CLAIM_OUTLET_H
/*
 * News outlets by the names that articles use for them (claim/outlet.def). An alias that could be several outlets ("the
 * Times", "the Post") is kept as written. A name that is not in the table still counts as an outlet where it is shaped
 * like one ("Northern Wire", "Al Something TV", "the Harbour Gazette").
 */
#include "claim/word.h"

/*
 * The outlet whose name starts at word i ("the" before it is stepped over): how many words it takes, 0 for none;
 * *ret_name is its usual name ("BBC" for "the Beeb"), or the words as written.
 */
size_t outlet_at(struct sv text, const struct words *w, size_t i, struct sv *ret_name);
#endif
