#ifndef CLAIM_PLACE_H
#define CLAIM_PLACE_H
/*
 * Where a sentence's numbers hold: "in Iraq", "across the UK", "in the country" (the one last named), and countries by
 * their people's name ("Iraqi forces"). Countries and regions stand in claim/place.def; after "in" any other name counts too.
 */
#include "claim/number_token.h"

/* The country last named in the text, handed from sentence to sentence; start with all zero. */
struct place_context {
	struct sv last;
};

struct place_mention {
	size_t first, end; /* tokens of the name */
	struct sv name;
	bool is_where;   /* stands behind "in", "from", "across" ... */
	bool is_demonym;
};

struct place_mentions {
	const struct place_mention *v;
	size_t n;
};

/* The places of a sentence in order; *inout then holds the last one. `skip` tells which tokens are dates. */
void place_list(struct arena *a, struct sv text, const struct number_tokens *t, const bool *skip, struct place_context *inout,
    struct place_mentions *ret);
/*
 * The place for a number at tokens [first, end), whose counted words end before token `counted_end`: the nearest one behind
 * it, else before it, else a people's name that is not part of what is counted, else none.
 */
struct sv place_for(const struct place_mentions *places, size_t first, size_t end, size_t counted_first, size_t counted_end);
#endif
