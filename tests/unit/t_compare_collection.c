/* Searching a set of short texts, and weighing fingerprints by how rare their terms are. */
#include <check.h>
#include <stdlib.h>

#include "base/limits.h"
#include "compare/collection.h"
#include "compare/story.h"
#include "../lib/suite.h"

static struct arena *a;
static void setup(void) { a = arena_new(MIB(16)); }
static void teardown(void) { arena_free(a); }

static const struct collection_text texts[] = {
	{ SV_INIT("Did the mayor sell the harbour?"), SV_INIT("The mayor of Norvik sold the harbour to a foreign company.") },
	{ SV_INIT("Ferry fares"), SV_INIT("Ferry fares in Norvik will double next year.") },
	{ SV_INIT(""), SV_INIT("A photo shows a shark swimming in a flooded street.") },
};

START_TEST(test_find)
{
	size_t n;
	const struct collection *c = collection_build(a, texts, 3);
	const struct collection_hit *hits = collection_find(a, c, SV("picture of sharks in the flooded streets"), 5, &n);
	ck_assert_uint_eq(n, 1);
	ck_assert_uint_eq(hits[0].at, 2);
	hits = collection_find(a, c, SV("Norvik mayor selling harbour"), 5, &n);
	ck_assert_uint_eq(n, 2);
	ck_assert_uint_eq(hits[0].at, 0);
	ck_assert_double_gt(hits[0].score, hits[1].score);
	(void)collection_find(a, c, SV("Norvik"), 1, &n);
	ck_assert_uint_eq(n, 1);
	(void)collection_find(a, c, SV("the of and"), 5, &n);
	ck_assert_uint_eq(n, 0);
	(void)collection_find(a, collection_build(a, NULL, 0), SV("Norvik"), 5, &n);
	ck_assert_uint_eq(n, 0);
}
END_TEST

START_TEST(test_weigh)
{
	struct fingerprint v[3];
	story_fingerprint(a, SV("Police report: ferry Aurora sank"), SV("Police report that the ferry Aurora sank."), &v[0]);
	story_fingerprint(a, SV("Police report: Aurora lost"), SV("Police report the loss of the Aurora at sea."), &v[1]);
	story_fingerprint(a, SV("Police report: bank robbed"), SV("Police report that a bank was robbed."), &v[2]);
	double before = story_similarity(&v[0], &v[2]);
	story_weigh(a, v, 3);
	ck_assert_double_lt(story_similarity(&v[0], &v[2]), before);
	ck_assert_double_gt(story_similarity(&v[0], &v[1]), story_similarity(&v[0], &v[2]));
	ck_assert_double_eq_tol(story_similarity(&v[1], &v[1]), 1, 1e-5);
	story_weigh(a, NULL, 0);
}
END_TEST

int main(void)
{
	Suite *s = suite_create("compare_collection");
	TCase *tc = tcase_create("collection");
	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_test(tc, test_find);
	tcase_add_test(tc, test_weigh);
	suite_add_tcase(s, tc);
	return suite_run(s);
}
