#ifndef CLAIM_NUMBER_H
#define CLAIM_NUMBER_H
/*
 * Numbers as English writes them: digits with separators and decimals, number words, scales ("4.5 million", "two hundred
 * and six"), fractions ("three-quarters", "half", "a third"), dozens. One number, without hedge or unit.
 */
#include "claim/word.h"

struct number {
	double value;
	double scale;  /* the scale word that closed it: 1e6 in "4 million"; 1 for none */
	int digits;    /* significant digits as written; number words count their value's */
	bool is_fraction, is_percent; /* "three-quarters"; "40%" */
	bool is_plain_year; /* four bare digits that could be a year, 1500 to 2099 */
	bool is_vague;      /* "tens of thousands", "dozens": hi has no bound */
};

/* The number that starts at word i: how many words it takes, 0 for none. */
size_t number_at(const struct words *w, size_t i, struct number *ret);
#endif
