#include "compare/interval.h"

#include <math.h>

/* Bare counts below this are counted, not rounded: 10 killed is not 11. */
#define COUNTED_BELOW 100.0

static double base_factor(const struct quantity *q) { return q->to_base != 0 ? q->to_base : 1; }

/* The place value of the last significant digit: 100 for 5,200 with two digits. */
static double digit_step(double value, int digits)
{
	if (value == 0 || digits <= 0)
		return 0;
	return pow(10, floor(log10(fabs(value))) + 1 - digits);
}

static double hedge_width(const struct quantity *q)
{
	double share = q->digits >= 4 ? 0.025 : q->digits == 3 ? 0.05 : 0.10;
	return fmax(fabs(q->lo) * share, digit_step(q->lo, q->digits) / 2);
}

struct interval interval_of(const struct quantity *q)
{
	struct interval r = { q->lo, q->hi, q->lo_open, q->hi_open };
	double factor = base_factor(q);
	if (q->approx && q->lo == q->hi) {
		double w = hedge_width(q);
		r.lo = q->above ? q->lo : q->lo - w;
		r.hi = q->below ? q->hi : q->hi + w;
	}
	r.lo *= factor;
	r.hi *= factor;
	return r;
}

bool interval_is_point(const struct quantity *q) { return q->lo == q->hi && !q->approx && !q->lo_open && !q->hi_open; }

bool interval_near(double x, double y)
{
	return x == y || (isfinite(x) && isfinite(y) && fabs(x - y) <= 1e-9 * fmax(1, fmax(fabs(x), fabs(y))));
}

bool interval_meet(struct interval x, struct interval y)
{
	if (interval_near(x.hi, y.lo))
		return !x.hi_open && !y.lo_open;
	if (interval_near(y.hi, x.lo))
		return !y.hi_open && !x.lo_open;
	return x.lo < y.hi && y.lo < x.hi;
}

double interval_rounding(const struct quantity *q)
{
	if (!interval_is_point(q) || (q->dimension == DIM_COUNT && fabs(q->lo) < COUNTED_BELOW) || q->dimension == DIM_ORDINAL
	    || q->dimension == DIM_AGE)
		return 0;
	return fmin(digit_step(q->lo, q->digits) / 2, fabs(q->lo) * 0.05) * base_factor(q);
}

struct sv interval_number(struct arena *a, double v)
{
	struct sv plain = fabs(v - rint(v)) < 1e-9 * fmax(1, fabs(v)) ? arena_printf(a, "%.0f", v) : arena_printf(a, "%.4g", v);
	size_t start = plain.n > 0 && plain.p[0] == '-';
	size_t whole = sv_find_char(plain, '.', 0), out = 0;
	if (sv_find_char(plain, 'e', 0) < plain.n || whole - start <= 3)
		return plain;
	char *grouped = arena_alloc(a, plain.n + plain.n / 3 + 1);
	for (size_t i = 0; i < plain.n; i++) {
		if (i > start && i < whole && (whole - i) % 3 == 0)
			grouped[out++] = ',';
		grouped[out++] = plain.p[i];
	}
	return (struct sv){ grouped, out };
}

static struct sv with_unit(struct arena *a, struct sv number, struct sv unit)
{
	if (unit.n == 0)
		return number;
	return sv_eq(unit, SV("%")) ? arena_printf(a, SV_FMT " %%", SV_ARG(number)) : arena_printf(a, SV_FMT " " SV_FMT, SV_ARG(number), SV_ARG(unit));
}

struct sv interval_words(struct arena *a, const struct quantity *q)
{
	if (q->text.n > 0)
		return q->text;
	struct sv lo = with_unit(a, interval_number(a, q->lo), q->unit), hi = with_unit(a, interval_number(a, q->hi), q->unit);
	if (isinf(q->lo))
		return arena_printf(a, q->hi_open ? "fewer than " SV_FMT : "up to " SV_FMT, SV_ARG(hi));
	if (isinf(q->hi))
		return arena_printf(a, q->lo_open ? "more than " SV_FMT : "at least " SV_FMT, SV_ARG(lo));
	if (q->lo != q->hi)
		return arena_printf(a, SV_FMT " to " SV_FMT, SV_ARG(interval_number(a, q->lo)), SV_ARG(hi));
	return q->approx ? arena_printf(a, "about " SV_FMT, SV_ARG(lo)) : lo;
}
