#ifndef COMPARE_MEASURE_H
#define COMPARE_MEASURE_H
/*
 * What a quantity measures, made ready for quick comparing: what is counted, where, of which group, at which moment. Two
 * values can only disagree where all of these are the same; otherwise both can be right.
 */
#include "compare/compare.h"
#include "compare/term.h"

/* Which point of a development a value speaks of. A plan's 'from' is how things stand now, a report's 'from' how they stood. */
enum moment { MOMENT_NOW, MOMENT_EARLIER, MOMENT_TARGET, MOMENT_CHANGE };

struct measure {
	const struct quantity *q;
	const struct claim *claim;
	int32_t published;
	enum moment moment;
	uint32_t head;       /* the thing counted, as a term; 0: unknown */
	struct terms names;  /* qualifying names: "US" in "US troops" */
	struct terms traits; /* other qualifying words: "active" in "active cases" */
	struct terms place, group;
};

struct alignment {
	enum { ALIGN_SAME, ALIGN_OTHER_TIME, ALIGN_PART, ALIGN_UNSURE, ALIGN_APART, ALIGN_UNRELATED } kind;
	struct sv why; /* for OTHER_TIME, PART and APART */
};

void measure_of(struct arena *a, const struct claim *claim, const struct quantity *q, int32_t published, struct measure *ret);
/*
 * SAME: one question. OTHER_TIME: the same, at another time. PART: one is a part of the other. UNSURE: nothing speaks
 * against it, but not enough for it to call two values apart. APART: alike, but place, group, kind or moment differ.
 * UNRELATED: nothing in common.
 */
struct alignment measure_align(struct arena *a, const struct measure *x, const struct measure *y);
/* Same thing, place and group, whatever the moment: the levels and the change that arithmetic ties together. */
bool measure_is_one_series(const struct measure *x, const struct measure *y);
#endif
