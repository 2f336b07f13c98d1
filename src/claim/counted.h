#ifndef CLAIM_COUNTED_H
#define CLAIM_COUNTED_H
/* What a number counts: the noun phrase beside it ("US troops" of "5,000 US troops deployed in"), found without a parser. */
#include "claim/amount.h"

struct noun_phrase {
	size_t first, end; /* tokens; equal when there is none */
};

/* The noun phrase that starts at token i: up to and including its first plural noun, or as far as plain words go. */
struct noun_phrase counted_phrase(const struct number_tokens *t, size_t i, bool is_one);
/* What `am` counts: behind it, behind "of" or "in", the "number of ..." before it, or for percentages what moved. */
struct noun_phrase counted_by(const struct number_tokens *t, const struct amount *am);
/* Whom it is about, beside what is counted: "among women", "for pensioners". */
struct noun_phrase counted_group(const struct number_tokens *t, const struct amount *am);
#endif
