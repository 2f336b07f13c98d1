#ifndef CLAIM_NUMBER_TOKEN_H
#define CLAIM_NUMBER_TOKEN_H
/*
 * The tokens of a sentence as numbers see them: runs of digits with their grouping and decimals ("5,200", "3.5", "1 234"),
 * runs of letters ("km" of "140km", both halves of "six-mile"), dotted abbreviations ("U.S."), and single marks.
 */
#include <stdint.h>

#include "claim/claim.h"

enum number_class {
	NUMBER_END, /* past either end of the sentence */
	NUMBER_WORD,
	NUMBER_MARK,     /* value: the code point */
	NUMBER_DIGITS,
	NUMBER_CARDINAL, /* "seven" */
	NUMBER_SCALE,    /* "million" */
	NUMBER_VAGUE,    /* "dozens": the scale that is meant */
	NUMBER_PART,     /* "quarter", "third" (also ordinals): the denominator */
	NUMBER_PARTS,    /* "quarters" */
	NUMBER_ORDINAL,  /* "second", "22nd" */
	NUMBER_VULGAR    /* one character: the value of a half, a quarter ... */
};

struct number_token {
	struct span at;
	struct sv text, lower;
	enum number_class class;
	double value;
	int digits; /* significant ones */
	bool is_glued, is_capital;
};

struct number_tokens {
	const struct number_token *v;
	size_t n;
};

/* Linear; more than 30 digits in a row are no number but a word. */
void number_token_list(struct arena *a, struct sv text, struct span sentence, struct number_tokens *ret);
/* Token i, or one of class NUMBER_END where there is none. */
const struct number_token *number_token_at(const struct number_tokens *t, size_t i);
bool number_token_is(const struct number_tokens *t, size_t i, struct sv lower);
bool number_token_is_mark(const struct number_tokens *t, size_t i, uint32_t mark);
/* "-" or a dash of any length. */
bool number_token_is_dash(const struct number_tokens *t, size_t i);
/* Is token i one of the words in `list`, lower case, each between two spaces (" in at near ")? */
bool number_token_in(const struct number_tokens *t, size_t i, const char *list);
#endif
