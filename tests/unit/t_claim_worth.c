#include <check.h>

#include "claim/worth.h"
#include "../lib/suite.h"

static double score(const char *text)
{
	AUTO_ARENA a = arena_new((size_t)1 << 26);
	struct sv s = sv_cstr(text);
	return worth_score(a, s, (struct span){ 0, s.n });
}

START_TEST(figures_are_worth_more_than_courtesies)
{
	static const char *const high[] = {
		"Unemployment fell from 7 percent to 4 percent under the last government.",
		"We lost 300,000 factory jobs in the last four years.",
		"The deficit has doubled to $900 billion since 2012.",
	};
	static const char *const low[] = {
		"Thank you very much, and good evening to you all.",
		"Let me come back to that question in a moment.",
		"I think we can do better than that.",
	};
	for (size_t i = 0; i < 3; i++) {
		ck_assert_msg(score(high[i]) > 0.5, "%s: %g", high[i], score(high[i]));
		ck_assert_msg(score(low[i]) < 0.5, "%s: %g", low[i], score(low[i]));
	}
}
END_TEST

START_TEST(digits_are_read_by_shape)
{
	ck_assert(score("We lost 300,000 jobs.") > 0 && score("We lost 300,000 jobs.") < 1);
	double x = score("We lost 311,420 jobs in May."), y = score("We lost 388,790 jobs in May.");
	ck_assert_msg(x - y < 0.2 && y - x < 0.2, "%g %g", x, y);
}
END_TEST

START_TEST(any_text_gives_a_probability)
{
	AUTO_ARENA a = arena_new((size_t)1 << 29);
	static const char *const texts[] = { "", " ", "?", "\xEF\xBF\xBD", "((((((((", "\xCC\x81" };
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		ck_assert(score(texts[i]) > 0 && score(texts[i]) < 1);
	char *big = arena_alloc(a, 1 << 20);
	memset(big, 'x', 1 << 20);
	double p = worth_score(a, (struct sv){ big, 1 << 20 }, (struct span){ 0, 1 << 20 });
	ck_assert(p > 0 && p < 1);
}
END_TEST

START_TEST(features_are_bounded_and_repeatable)
{
	AUTO_ARENA a = arena_new((size_t)1 << 24);
	struct worth_features x, y;
	struct sv s = SV("The town has 40 bakers.");
	worth_features(a, s, (struct span){ 0, s.n }, &x);
	worth_features(a, s, (struct span){ 0, s.n }, &y);
	ck_assert(x.n == y.n && x.n > 10);
	for (size_t i = 0; i < x.n; i++) {
		ck_assert(x.v[i].bucket < WORTH_BUCKETS && x.v[i].weight > 0 && x.v[i].weight <= 1);
		ck_assert(x.v[i].bucket == y.v[i].bucket);
	}
}
END_TEST

int main(void)
{
	Suite *s = suite_create("worth");
	TCase *t = tcase_create("worth");
	tcase_add_test(t, figures_are_worth_more_than_courtesies);
	tcase_add_test(t, digits_are_read_by_shape);
	tcase_add_test(t, any_text_gives_a_probability);
	tcase_add_test(t, features_are_bounded_and_repeatable);
	suite_add_tcase(s, t);
	return suite_run(s);
}
