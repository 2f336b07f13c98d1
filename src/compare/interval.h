#ifndef COMPARE_INTERVAL_H
#define COMPARE_INTERVAL_H
/*
 * A quantity's value as the interval that its words allow, in its dimension's base unit. A hedge widens by the step of the
 * last significant digit, and by 10 % of a value with one or two of them, 5 % with three, 2.5 % with more ("about 5,200":
 * 4,680 to 5,720; "about 5,213" is meant more exactly).
 */
#include "claim/claim.h"

struct interval {
	double lo, hi;
	bool lo_open, hi_open;
};

struct interval interval_of(const struct quantity *q);
/* One exact value without hedge or bound. */
bool interval_is_point(const struct quantity *q);
bool interval_meet(struct interval x, struct interval y);
/* Half of the step of the last significant digit, in the base unit; 0 where the writer is taken to mean it exactly. */
double interval_rounding(const struct quantity *q);
/* Equal but for the noise of arithmetic. */
bool interval_near(double x, double y);
/* The value in words: as written, or made from the numbers: "5,200", "fewer than 5,000", "4,000 to 5,000". */
struct sv interval_words(struct arena *a, const struct quantity *q);
/* "5,200", "2.5", "-3" */
struct sv interval_number(struct arena *a, double v);
#endif
