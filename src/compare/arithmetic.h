#ifndef COMPARE_ARITHMETIC_H
#define COMPARE_ARITHMETIC_H
/*
 * What follows from two numbers by arithmetic: a change from two levels, a percentage from two amounts, a total from its
 * parts. Each answer is the calculation as a person would write it, empty when nothing follows.
 */
#include "compare/measure.h"

/* "5,200 - 3,000 = 2,200: the change follows from the two levels"; or the same in per cent of the first level. */
struct sv arithmetic_change(struct arena *a, const struct measure *change, const struct measure *from, const struct measure *to);
/* "2,200 of 5,200 = 42 %": a share of the whole. */
struct sv arithmetic_share(struct arena *a, const struct measure *share, const struct measure *part, const struct measure *whole);
/* "11 + 6 = 17: the parts add up to the whole" */
struct sv arithmetic_sum(struct arena *a, const struct measure *whole, const struct measure *x, const struct measure *y);
#endif
