#ifndef CLAIM_PLACE_H
#define CLAIM_PLACE_H
/*
 * Places in a sentence: countries and regions from a table, also by their demonyms ("the Iraqi government" speaks of
 * Iraq), and any other name that stands after "in", "from" and the like.
 */
#include "claim/word.h"

/*
 * The country or region whose name or demonym starts at word i ("inter-Afghan" counts): how many words, 0 for none.
 * *ret_is_name tells the name itself from a demonym.
 */
size_t place_at(const struct words *w, size_t i, struct sv *ret_name, bool *ret_is_name);
/*
 * Where a figure at words [from, to) holds: the place after it ("troops in Iraq"), else one named with "in" elsewhere in
 * the sentence, else what "the country" or "there" points back to, else `before` (the last place of the text so far) if
 * the sentence has a demonym for it or points back. SV_NONE when none. `head` is where the counted noun begins and ends:
 * a demonym in it ("US troops") is no place.
 */
struct sv place_of(struct sv text, const struct words *w, size_t from, size_t to, struct sv before);
#endif
