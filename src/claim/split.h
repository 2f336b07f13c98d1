#ifndef CLAIM_SPLIT_H
#define CLAIM_SPLIT_H
/*
 * A sentence's separate facts: clauses and verb phrases joined by "and", "but", "while" or a semicolon, relative clauses and
 * appositions, each with figures or dates of its own. Rules that would rather leave two facts together than tear one apart:
 * nothing is cut inside quotation marks, inside a subordinate clause, or between a claimant and what is said.
 */
#include "claim/date.h"
#include "claim/place.h"
#include "claim/quantity.h"
#include "claim/word.h"

struct split_input {
	struct sv text;
	const struct words *w;
	const struct quantities *quantities;
	const struct date_refs *dates;
	const struct attribution *said;
};

struct split_part {
	struct span at;    /* as it stands in the text */
	struct span shared; /* what stands before a joined verb and holds for it too ("In May the firm"); empty: nothing */
	struct sv wording; /* readable alone: a joined verb or a relative clause has its subject before it */
	bool is_inner;     /* a relative clause or an apposition: it lies inside or behind another part */
};

struct split_parts {
	const struct split_part *v;
	size_t n; /* at least 1; 1: the sentence is one claim, and its part is the whole of it */
};

/* Parts in text order. Linear in the sentence but for the few places where it may be cut. */
void split_sentence(struct arena *a, const struct split_input *in, struct split_parts *ret);
/* Does what stands at `at` belong to part i: in it or in what it shares, and in no part inside it? */
bool split_holds(const struct split_parts *parts, size_t i, struct span at);
#endif
