#ifndef COMPARE_COMPARE_H
#define COMPARE_COMPARE_H
/*
 * How claims relate: interval arithmetic over their quantities, with the reason in words. Pure. The machine never says
 * true or false: it says what two sentences allow and shows why. 'Not comparable' is a good answer.
 */
#include "claim/claim.h"

enum relation {
	RELATION_NOT_COMPARABLE, /* another measure, place or group, or nothing to compare */
	RELATION_EQUAL,
	RELATION_ROUNDING,
	RELATION_OVERLAP,
	RELATION_IMPLIED,    /* by arithmetic over the story's own numbers */
	RELATION_DIFFER,     /* same measure, place and group; another as-of time, or a part against the whole */
	RELATION_CONTRADICT, /* same measure, place, group and time; intervals apart */
	RELATION_N
};

struct comparison {
	enum relation relation;
	struct sv why; /* one sentence for a person: "about 5,200 and roughly 5,000 overlap" */
};

/* A claim and the article it stands in (its index among those compared). */
struct compare_item {
	const struct claim *claim;
	size_t article;
	int32_t published; /* day the article was published; DAY_NONE unknown */
};

struct compare_pair {
	size_t a, b; /* indexes into the items, a < b */
	struct comparison is;
};

struct compare_pairs {
	const struct compare_pair *v;
	size_t n;
};

/*
 * Every pair of items that can be compared at all (and those that look alike but are 'not comparable', with why).
 * Arithmetic (5,200 - 3,000 = 2,200) uses quantities of any of the items. At most 2,000 items are paired.
 */
void compare_all(struct arena *a, const struct compare_item *items, size_t n, struct compare_pairs *ret);
/* Two claims: the gravest that their numbers allow, or that their words do where neither has one. */
struct comparison compare_claims(struct arena *a, const struct compare_item *x, const struct compare_item *y);
/* One quantity of each claim where it stands: measure, place, group, moment and time are looked at too. */
struct comparison compare_values(struct arena *a, const struct compare_item *x, const struct quantity *qx, const struct compare_item *y,
    const struct quantity *qy);
/* Two quantities alone, as if everything around them were the same. */
struct comparison compare_quantities(struct arena *a, const struct quantity *x, const struct quantity *y);
/* "equal", "rounding", ..., "not comparable" and back. */
struct sv relation_name(enum relation r);
bool relation_parse(struct sv s, enum relation *ret);
static inline bool relation_agrees(enum relation r) { return r >= RELATION_EQUAL && r <= RELATION_IMPLIED; }
#endif
