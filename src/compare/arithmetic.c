#include "compare/arithmetic.h"

#include <math.h>

#include "compare/interval.h"

static double middle(const struct quantity *q) { return q->lo == q->hi ? q->lo : (double)NAN; }

/* `got`, calculated from one or two values, against what is said: within its interval, its rounding, or the hedge of a source. */
static bool fits(const struct quantity *said, double got, const struct quantity *from, const struct quantity *to)
{
	struct interval i = interval_of(said);
	double v = got * (said->to_base != 0 ? said->to_base : 1), slack = interval_rounding(said);
	if (!isfinite(got) || got == 0)
		return false;
	if (from->approx || to->approx)
		slack = fmax(slack, fabs(v) * 0.05);
	if (said->dimension == DIM_PERCENT)
		slack = fmax(slack, 0.5);
	return interval_meet(i, (struct interval){ v - slack, v + slack, false, false });
}

static struct sv num(struct arena *a, double v) { return interval_number(a, v); }

struct sv arithmetic_change(struct arena *a, const struct measure *change, const struct measure *from, const struct measure *to)
{
	double x = middle(from->q), y = middle(to->q), d = y - x;
	if (!isfinite(d) || (change->q->change == CHANGE_UP && d < 0) || (change->q->change == CHANGE_DOWN && d > 0))
		return SV_NONE;
	struct sv hi = num(a, fmax(x, y)), lo = num(a, fmin(x, y));
	if (change->q->dimension == DIM_PERCENT && from->q->dimension != DIM_PERCENT) {
		double share = 100 * fabs(d) / fabs(x);
		return !fits(change->q, share, from->q, to->q)
		    ? SV_NONE
		    : arena_printf(a, "from " SV_FMT " to " SV_FMT " is %.0f %%: the change follows from the two levels", SV_ARG(num(a, x)),
			  SV_ARG(num(a, y)), share);
	}
	if (!measure_is_one_series(change, from) || !fits(change->q, fabs(d), from->q, to->q))
		return SV_NONE;
	return arena_printf(a, SV_FMT " - " SV_FMT " = " SV_FMT ": the change follows from the two levels", SV_ARG(hi), SV_ARG(lo),
	    SV_ARG(num(a, fabs(d))));
}

static double as_percent(const struct quantity *q, double ratio) { return q->dimension == DIM_PERCENT ? 100 * ratio : ratio; }

struct sv arithmetic_share(struct arena *a, const struct measure *share, const struct measure *part, const struct measure *whole)
{
	double x = middle(part->q), y = middle(whole->q);
	if ((share->q->dimension != DIM_PERCENT && share->q->dimension != DIM_RATIO) || part->q->dimension != whole->q->dimension
	    || part->q->dimension == DIM_PERCENT || !(x < y) || !fits(share->q, as_percent(share->q, x / y), part->q, whole->q))
		return SV_NONE;
	return arena_printf(a, SV_FMT " of " SV_FMT " = %.0f %%", SV_ARG(num(a, x)), SV_ARG(num(a, y)), 100 * x / y);
}

struct sv arithmetic_sum(struct arena *a, const struct measure *whole, const struct measure *x, const struct measure *y)
{
	double sum = middle(x->q) + middle(y->q);
	if (!isfinite(sum) || middle(x->q) <= 0 || middle(y->q) <= 0 || x->q->dimension != whole->q->dimension
	    || !fits(whole->q, sum, x->q, y->q))
		return SV_NONE;
	return arena_printf(a, SV_FMT " + " SV_FMT " = " SV_FMT ": the parts add up to the whole", SV_ARG(num(a, middle(x->q))),
	    SV_ARG(num(a, middle(y->q))), SV_ARG(num(a, sum)));
}
