#ifndef BASE_NUM_H
#define BASE_NUM_H
/* Strict number parsing: the whole text or nothing, no white space, no locale. */
#include <stdint.h>

#include "base/sv.h"

/* Decimal, optional '-', no '+', no leading zeros but "0" itself, within [min, max]. */
bool num_i64(struct sv s, int64_t min, int64_t max, int64_t *ret);
/* Decimal digits with optional '-' and one '.' with digits on both sides; no exponent; at most 40 bytes. */
bool num_f64(struct sv s, double *ret);
#endif
