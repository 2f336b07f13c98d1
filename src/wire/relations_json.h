#ifndef WIRE_RELATIONS_JSON_H
#define WIRE_RELATIONS_JSON_H
/*
 * How claims relate, as JSON: what `crosscheck compare` prints.
 */
#include "compare/compare.h"
#include "json/json_out.h"

/*
 * {"pairs":[{"a","b","relation","why"}]}: a and b are indexes into the items; where the items come from several articles,
 * [article, index of the claim in it].
 */
void relations_json_write(struct json_out *j, const struct compare_item *items, size_t n, const struct compare_pairs *pairs);
#endif
