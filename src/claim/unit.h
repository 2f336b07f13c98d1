#ifndef CLAIM_UNIT_H
#define CLAIM_UNIT_H
/*
 * Units and currencies (claim/unit.def) and how they stand beside a number: behind it ("5.2 km", "six-mile", "40 miles
 * per hour", "$3 a barrel"), or before it ("$5", "EUR 125").
 */
#include "claim/number_token.h"

struct unit {
	enum dimension dimension;
	double to_base;
	struct sv symbol, name; /* "km", "kilometre"; compound: "USD/bbl", "dollar per barrel" */
};

/* The unit that starts at token i, the hyphen before it included: how many tokens, 0 for none. */
size_t unit_after(const struct number_tokens *t, size_t i, struct unit *ret);
/* "per barrel", "a year", "/day" at token i: divides *inout by it and says how many tokens it takes. */
size_t unit_rate(struct arena *a, const struct number_tokens *t, size_t i, struct unit *inout);
/* The currency sign or code that ends before token i: how many tokens it takes, 0 for none. */
size_t unit_before(const struct number_tokens *t, size_t i, struct unit *ret);
/* The unit with this symbol, money by its plainest name; false for an unknown one. */
bool unit_find(struct sv symbol, struct unit *ret);
/* The long name of a symbol as in `struct unit`, "USD/bbl" too: "dollar per barrel"; the symbol itself when unknown. */
struct sv unit_name(struct arena *a, struct sv symbol);
#endif
