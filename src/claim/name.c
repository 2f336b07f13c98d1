/* The names of claim.h's enums, as in JSON and in the database. */
#include "claim/claim.h"

static bool find(const struct sv *names, size_t n, struct sv s, size_t *ret)
{
	for (size_t i = 0; i < n; i++)
		if (sv_eq(names[i], s)) {
			*ret = i;
			return true;
		}
	return false;
}

/* NAMES(prefix, enum, COUNT, names in order): the two functions of one enum. */
#define NAMES(prefix, type, count, ...)                                     \
	static const struct sv prefix##_names[count] = { __VA_ARGS__ };     \
	struct sv prefix##_name(type v)                                     \
	{                                                                   \
		return prefix##_names[v];                                   \
	}                                                                   \
	bool prefix##_parse(struct sv s, type *ret)                         \
	{                                                                   \
		size_t i;                                                   \
		if (!find(prefix##_names, count, s, &i))                    \
			return false;                                       \
		*ret = (type)i;                                             \
		return true;                                                \
	}

NAMES(claim_kind, enum claim_kind, CLAIM_KIND_N, SV_INIT("quantity"), SV_INIT("comparison"), SV_INIT("cause"), SV_INIT("event"),
    SV_INIT("law"), SV_INIT("plan"), SV_INIT("quote"), SV_INIT("experience"))
NAMES(quantity_role, enum quantity_role, ROLE_N, SV_INIT("level"), SV_INIT("from"), SV_INIT("to"), SV_INIT("change"), SV_INIT("share"),
    SV_INIT("rank"), SV_INIT("total"), SV_INIT("part"))
NAMES(dimension, enum dimension, DIM_N, SV_INIT("count"), SV_INIT("percent"), SV_INIT("percent point"), SV_INIT("ratio"),
    SV_INIT("currency"), SV_INIT("length"), SV_INIT("area"), SV_INIT("volume"), SV_INIT("mass"), SV_INIT("speed"),
    SV_INIT("temperature"), SV_INIT("time"), SV_INIT("age"), SV_INIT("energy"), SV_INIT("power"), SV_INIT("data"),
    SV_INIT("ordinal"), SV_INIT("other"))
NAMES(date_op, enum date_op, DATE_OP_N, SV_INIT("on"), SV_INIT("by"), SV_INIT("since"), SV_INIT("until"), SV_INIT("before"),
    SV_INIT("after"), SV_INIT("during"))
NAMES(hedge_kind, enum hedge_kind, HEDGE_N, SV_INIT("none"), SV_INIT("may"), SV_INIT("expected"), SV_INIT("planned"),
    SV_INIT("alleged"), SV_INIT("denied"))
