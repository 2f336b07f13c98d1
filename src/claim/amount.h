#ifndef CLAIM_AMOUNT_H
#define CLAIM_AMOUNT_H
/* One number with its sign, currency and unit: "$48.2 million", "-5 degrees", "six-mile", "34-year-old", "5m euros". */
#include "claim/unit.h"
#include "claim/number.h"

struct amount {
	struct number number;
	struct unit unit;              /* dimension DIM_COUNT where there is none */
	size_t first, end;                /* tokens: from the sign or currency to after the unit */
	size_t number_first, number_end;  /* tokens of the number alone, with its scale */
	bool has_money_before;
	struct unit plain;  /* the unit before "a share", "per barrel" divides it, and the token behind it */
	size_t plain_end;
};

/* The amount whose number starts at token i; false when there is none. */
bool amount_read(struct arena *a, const struct number_tokens *t, size_t i, struct amount *ret);
/* The amount that starts at token i with its sign or currency. */
bool amount_read_from(struct arena *a, const struct number_tokens *t, size_t i, struct amount *ret);
#endif
