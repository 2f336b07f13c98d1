#include <check.h>
#include <math.h>

#include "claim/amount.h"
#include "claim/bound.h"
#include "../lib/suite.h"

static struct arena *arena;
static struct number_tokens tokens;

static void setup(void)
{
	arena = arena_new((size_t)1 << 26);
}

static void teardown(void)
{
	arena_free(arena);
}

static void tokenise(const char *text)
{
	struct sv s = sv_cstr(text);
	number_token_list(arena, s, (struct span){ 0, s.n }, &tokens);
}

START_TEST(whole_texts_are_one_number)
{
	static const struct {
		const char *text;
		double value;
		int digits;
	} rows[] = {
		{ "0", 0, 0 }, { "7", 7, 1 }, { "5,200", 5200, 2 }, { "5,213", 5213, 4 }, { "1,234,567.89", 1234567.89, 9 }, { "3.50", 3.5, 3 },
		{ "twenty-five", 25, 2 }, { "two hundred and six", 206, 2 }, { "one hundred", 100, 1 }, { "a thousand", 1000, 1 },
		{ "three hundred thousand", 3e5, 1 }, { "4.5 million", 4.5e6, 2 }, { "two and a half million", 2.5e6, 2 }, { "half a million", 5e5, 1 },
		{ "a quarter of a million", 2.5e5, 2 }, { "three-quarters", 0.75, 2 }, { "two thirds", 2.0 / 3, 2 }, { "half a dozen", 6, 1 },
		{ "3/4", 0.75, 2 }, { "2 1/2", 2.5, 2 }, { "2\xC2\xBD", 2.5, 2 }, { "one in five", 0.2, 2 }, { "nine out of 10", 0.9, 2 },
		{ "four point two", 4.2, 2 }, { "25 lakh", 2.5e6, 2 }, { "4 thousand 3 hundred", 4300, 2 },
		{ "one million two hundred thousand", 1.2e6, 2 }, { "ninety five", 95, 2 },
		{ "hundred thousand", 1e5, 1 }, { "three dozens", 36, 1 }, { "quarter million", 2.5e5, 1 }, { "three lakh crore", 3e12, 1 },
		{ "two hundred point seventy-one", 200.71, 3 }, { "naught point five", 0.5, 1 }, { "12,34,567", 1234567, 7 },
		{ "1 414 021 100", 1414021100, 8 }, { "40 000", 40000, 1 }, { "3 hundred and 21", 321, 3 }, { "twenty and three", 23, 2 },
		{ "fifty-four hundredths", 0.54, 2 }, { "five billion and three quarters", 5.75e9, 2 }, { "one - fourth", 0.25, 2 },
		{ "one in 21", 1.0 / 21, 2 }, { "2.5x10^6", 2.5e6, 2 }, { "3\xC3\x97" "10\xE2\x88\x92" "4", 3e-4, 1 }, { "5/16", 0.3125, 2 },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct number n = { 0 };
		tokenise(rows[i].text);
		ck_assert_msg(number_read(&tokens, 0, &n) == tokens.n, "%s is not read whole", rows[i].text);
		ck_assert_msg(fabs(n.lo - rows[i].value) <= 1e-9 * fabs(rows[i].value) && n.lo == n.hi, "%s: %g", rows[i].text, n.lo);
		ck_assert_msg(n.digits == rows[i].digits, "%s: %d digits", rows[i].text, n.digits);
	}
}
END_TEST

START_TEST(numbers_end_where_they_end)
{
	static const struct {
		const char *text;
		size_t tokens;
	} rows[] = { { "two people", 1 }, { "twenty and more", 1 }, { "five six", 1 }, { "9/11 attacks", 1 }, { "five in 2011", 1 }, { "people", 0 },
		{ "third man", 0 }, { "a man", 0 }, { "and six", 0 }, { "half-hearted", 0 },
		{ "3 hundred and 0", 2 }, { "2014 500 people", 1 }, { "12 345 people", 1 }, { "half an hour", 0 }, { "three 10", 1 } };
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct number n;
		tokenise(rows[i].text);
		ck_assert_msg(number_read(&tokens, 0, &n) == rows[i].tokens, "%s: %zu", rows[i].text, number_read(&tokens, 0, &n));
	}
}
END_TEST

START_TEST(vague_numbers_are_intervals)
{
	struct number n;
	tokenise("tens of thousands");
	ck_assert(number_read(&tokens, 0, &n) == 3 && n.is_vague && n.lo == 1e4 && n.hi == 1e5);
	tokenise("dozens");
	ck_assert(number_read(&tokens, 0, &n) == 1 && n.lo == 12 && n.hi == 120);
	tokenise("he scores twice");
	ck_assert(number_read(&tokens, 1, &n) == 0);
}
END_TEST

START_TEST(amounts_have_units)
{
	static const struct {
		const char *text;
		double value;
		enum dimension dimension;
		const char *symbol;
	} rows[] = {
		{ "$48.2 million", 48.2e6, DIM_CURRENCY, "USD" }, { "\xE2\x82\xAC" "5m", 5e6, DIM_CURRENCY, "EUR" }, { "US$ 3bn", 3e9, DIM_CURRENCY, "USD" },
		{ "75ml", 75, DIM_VOLUME, "ml" }, { "six-mile", 6, DIM_LENGTH, "mi" }, { "40 miles per hour", 40, DIM_SPEED, "mi/hour" },
		{ "140km/h", 140, DIM_SPEED, "km/h" }, { "34-year-old", 34, DIM_AGE, "year" }, { "five years of age", 5, DIM_AGE, "year" },
		{ "-5 degrees celsius", -5, DIM_TEMPERATURE, "\xC2\xB0" "C" }, { "12 per cent", 12, DIM_PERCENT, "%" },
		{ "6 percentage points", 6, DIM_PERCENT_POINT, "pp" }, { "$58 per barrel", 58, DIM_CURRENCY, "USD/bbl" },
		{ "90 square kilometres", 90, DIM_AREA, "km2" }, { "256GB", 256, DIM_DATA, "GB" }, { "$3 a share", 3, DIM_CURRENCY, "USD/share" },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct amount am = { 0 };
		tokenise(rows[i].text);
		ck_assert_msg(amount_read_from(arena, &tokens, 0, &am) && am.end == tokens.n, "%s is not read whole", rows[i].text);
		ck_assert_msg(fabs(am.number.lo - rows[i].value) < 1e-6, "%s: %g", rows[i].text, am.number.lo);
		ck_assert_msg(am.unit.dimension == rows[i].dimension, "%s: dimension %d", rows[i].text, (int)am.unit.dimension);
		ck_assert_msg(sv_eq(am.unit.symbol, sv_cstr(rows[i].symbol)), "%s: " SV_FMT, rows[i].text, SV_ARG(am.unit.symbol));
	}
}
END_TEST

START_TEST(the_longest_bound_wins)
{
	enum bound b = BOUND_NONE;
	tokenise("no more than 40");
	ck_assert(bound_before(&tokens, 3, &b) == 3 && b == BOUND_MOST);
	tokenise("just over 40");
	ck_assert(bound_before(&tokens, 2, &b) == 2 && b == BOUND_JUST_OVER);
	tokenise("40 or more");
	ck_assert(bound_after(&tokens, 1, &b) == 2 && b == BOUND_LEAST);
	tokenise("the 40");
	ck_assert(bound_before(&tokens, 1, &b) == 0);
}
END_TEST

START_TEST(long_runs_of_digits_are_no_number)
{
	char text[10001];
	struct number n;
	memset(text, '7', 10000);
	text[10000] = '\0';
	tokenise(text);
	ck_assert(tokens.n == 1 && number_read(&tokens, 0, &n) == 0);
}
END_TEST

int main(void)
{
	Suite *s = suite_create("number");
	TCase *t = tcase_create("number");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, whole_texts_are_one_number);
	tcase_add_test(t, numbers_end_where_they_end);
	tcase_add_test(t, vague_numbers_are_intervals);
	tcase_add_test(t, amounts_have_units);
	tcase_add_test(t, the_longest_bound_wins);
	tcase_add_test(t, long_runs_of_digits_are_no_number);
	suite_add_tcase(s, t);
	return suite_run(s);
}
