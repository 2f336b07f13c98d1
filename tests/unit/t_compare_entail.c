/* Does one sentence say what another says: numbers in one frame, arithmetic, coverage. */
#include <check.h>
#include <stdlib.h>

#include "base/limits.h"
#include "claim/quantity.h"
#include "compare/entail.h"
#include "../lib/suite.h"

static struct arena *a;
static void setup(void) { a = arena_new(MIB(16)); }
static void teardown(void) { arena_free(a); }

static struct entail_side side(const char *text)
{
	struct quantities q;
	struct place_context places = { 0 };
	struct date_refs none = { 0 };
	struct sv s = sv_cstr(text);
	quantity_find(a, s, (struct span){ 0, s.n }, &none, &places, &q);
	return (struct entail_side){ s, q.v, q.n };
}

static const struct {
	const char *premise, *hypothesis;
	enum entailment want;
} cases[] = {
	{ "The baker sold 12 loaves before noon", "The baker sold more than 9 loaves before noon", ENTAIL_YES },
	{ "The baker sold 12 loaves before noon", "The baker sold less than 9 loaves before noon", ENTAIL_CONTRADICTION },
	{ "The baker sold 12 loaves before noon", "The baker sold 15 loaves before noon", ENTAIL_CONTRADICTION },
	{ "The baker sold 12 loaves before noon", "The baker sold 12 loaves before noon", ENTAIL_YES },
	{ "The baker sold more than 9 loaves before noon", "The baker sold 12 loaves before noon", ENTAIL_NEUTRAL },
	{ "The ratio of cats to dogs is 3 : 7", "The ratio of cats to dogs is 5 : 7", ENTAIL_CONTRADICTION },
	{ "Rosa had 14 shells and found 8 more on the beach", "Rosa owns 22 shells", ENTAIL_YES },
	{ "The crew loaded 6 crates with 20 lamps in each", "There are 120 lamps", ENTAIL_YES },
	{ "The harbour was closed after a storm", "Parliament will vote on the new budget in May", ENTAIL_NEUTRAL },
	{ "Norvik has 3 harbours", "", ENTAIL_NEUTRAL },
};

START_TEST(test_cases)
{
	struct entail_side p = side(cases[_i].premise), h = side(cases[_i].hypothesis);
	struct entail_verdict v;
	entail_judge(a, &p, &h, &v);
	if (cases[_i].hypothesis[0] != '\0')
		ck_assert_msg(v.is == cases[_i].want, "%s / %s: " SV_FMT, cases[_i].premise, cases[_i].hypothesis, SV_ARG(entail_name(v.is)));
}
END_TEST

START_TEST(test_many_numbers_stay_cheap)
{
	struct entail_side p = side("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 boxes");
	struct entail_side h = side("987654 boxes and 123457 bags and 777777 cans");
	struct entail_verdict v;
	entail_judge(a, &p, &h, &v);
	ck_assert_int_eq(v.by_numbers, false);
	ck_assert_uint_eq(entail_name(ENTAIL_N).n, 0);
	ck_assert(sv_eq(entail_name(ENTAIL_CONTRADICTION), SV("contradiction")));
}
END_TEST

int main(void)
{
	Suite *s = suite_create("compare_entail");
	TCase *tc = tcase_create("entail");
	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_loop_test(tc, test_cases, 0, sizeof cases / sizeof *cases);
	tcase_add_test(tc, test_many_numbers_stay_cheap);
	suite_add_tcase(s, tc);
	return suite_run(s);
}
