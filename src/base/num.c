#include "base/num.h"

#include <string.h>

/* Decimal digits without leading zeros as a value <= 0 (INT64_MIN has no positive twin); false if not that or too small. */
static bool digits_downwards(struct sv digits, int64_t *ret)
{
	int64_t v = 0;
	if (digits.n == 0 || (digits.p[0] == '0' && digits.n > 1))
		return false;
	for (size_t i = 0; i < digits.n; i++) {
		if (!ascii_is_digit(digits.p[i]))
			return false;
		int64_t digit = digits.p[i] - '0';
		if (__builtin_mul_overflow(v, (int64_t)10, &v) || __builtin_sub_overflow(v, digit, &v))
			return false;
	}
	*ret = v;
	return true;
}

bool num_i64(struct sv s, int64_t min, int64_t max, int64_t *ret)
{
	int64_t v;
	bool negative = sv_starts(s, SV("-"));
	if (!digits_downwards(sv_sub(s, negative ? 1 : 0, s.n), &v) || (negative && v == 0))
		return false;
	if (!negative && __builtin_sub_overflow((int64_t)0, v, &v))
		return false;
	if (v < min || v > max)
		return false;
	*ret = v;
	return true;
}

bool num_f64(struct sv s, double *ret)
{
	char text[48];
	size_t digits = 0, points = 0;
	if (s.n == 0 || s.n > 40)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (ascii_is_digit(s.p[i]))
			digits++;
		else if (s.p[i] == '.' && digits > 0 && i + 1 < s.n)
			points++;
		else if (!(s.p[i] == '-' && i == 0))
			return false;
		text[i] = s.p[i];
	}
	if (digits == 0 || points > 1)
		return false;
	text[s.n] = '\0';
	*ret = strtod(text, NULL);
	return true;
}
