#ifndef CLAIM_NUMBER_H
#define CLAIM_NUMBER_H
/*
 * English numbers in digits and words, with scales and fractions: "5,200", "1.9 million", "four-and-a-half thousand",
 * "two hundred and six", "three-quarters", "half a million", "a dozen", "tens of thousands", "one in five". No context:
 * whether a number counts anything is claim/quantity.h's question.
 */
#include "claim/number_token.h"

struct number {
	double lo, hi; /* the same, but for the vague ones: "dozens" is 12 to 120, hi open */
	int digits;
	bool is_vague, is_fraction, is_ratio; /* ratio: "one in five" */
	bool has_scale;  /* ends in a scale word: "4 million" */
	double scale;
	bool is_word; /* no digits in it */
};

/* The longest number that starts at token i: how many tokens it takes, 0 for none. */
size_t number_read(const struct number_tokens *t, size_t i, struct number *ret);
#endif
