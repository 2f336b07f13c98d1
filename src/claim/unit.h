#ifndef CLAIM_UNIT_H
#define CLAIM_UNIT_H
/* Units of measure by the words articles use (claim/unit.def), with the factor to the base unit of their dimension. */
#include "claim/word.h"

struct unit {
	struct sv name; /* normal form: "km", "USD", "%" */
	enum dimension dimension;
	double to_base;
};

/* The unit that starts at word i (the longest): how many words it takes, 0 for none. */
size_t unit_at(const struct words *w, size_t i, struct unit *ret);
/* A unit glued to its number by a hyphen ("18-month", "44-year-old"): `rest` is what follows the hyphen. */
bool unit_glued(struct sv rest, struct unit *ret);
/* The currency sign at word i ("$", "€", "£", "¥", also "US$"): how many words it takes, 0 for none. */
size_t unit_currency_sign(const struct words *w, size_t i, struct unit *ret);
#endif
