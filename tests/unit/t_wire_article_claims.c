/* From an extracted article to its claims: blocks stay known, the article's day and language are used. */
#include <check.h>

#include "wire/article_claims.h"
#include "../lib/suite.h"

static const struct block blocks[] = {
	{ BLOCK_HEADING, 2, SV_INIT("Port will cut 300 jobs by June") },
	{ BLOCK_STANDFIRST, 0, SV_INIT("The port said that two of its nine docks had closed.") },
	{ BLOCK_TIME, 0, SV_INIT("14:05 on 3 May 2021") },
	{ BLOCK_CAPTION, 0, SV_INIT("The port lost 12 cranes in the storm of 2019.") },
	{ BLOCK_PARAGRAPH, 0, SV_INIT("Read more: 40 ships lost in 2019") },
	{ BLOCK_LIST_ITEM, 1, SV_INIT("On Monday 40 ships waited outside the port.") },
	{ BLOCK_QUOTE, 0, SV_INIT("We lost 90 containers in one night, the captain said.") },
};

static void read_blocks(struct arena *a, const char *lang, struct article_claims *ret)
{
	struct article article = { .blocks = blocks, .n_blocks = sizeof(blocks) / sizeof(*blocks), .lang = { sv_cstr(lang), SV("html") },
		.published = { .at = day_from_civil((struct civil){ 2021, 3, 10 }) * CLOCK_DAY + INT64_C(23) * 3600 * CLOCK_SECOND, .has_zone = true, .offset_minutes = 120 },
		.modified = { .at = INSTANT_NONE } };
	article_claims_read(a, &article, DAY_NONE, ret);
}

START_TEST(each_claim_knows_its_block)
{
	AUTO_ARENA a = arena_new(1 << 24);
	struct article_claims is;
	static const enum block_kind want[] = { BLOCK_HEADING, BLOCK_STANDFIRST, BLOCK_CAPTION, BLOCK_LIST_ITEM, BLOCK_QUOTE };
	read_blocks(a, "en-GB", &is);
	ck_assert(is.claims.was_read);
	ck_assert_uint_eq(is.claims.n, sizeof(want) / sizeof(*want));
	for (size_t i = 0; i < is.claims.n; i++) {
		ck_assert_int_eq(is.claims.v[i].block, want[i]);
		ck_assert(sv_eq(blocks[is.claims.v[i].line].text, is.claims.v[i].quote));
	}
	ck_assert(is.claims.v[4].said.is_direct);
}
END_TEST

START_TEST(the_day_is_the_one_where_it_was_written)
{
	AUTO_ARENA a = arena_new(1 << 24);
	struct article_claims is;
	read_blocks(a, "", &is);
	ck_assert_int_eq(is.published, day_from_civil((struct civil){ 2021, 3, 11 }));
}
END_TEST

START_TEST(another_language_is_passed_through)
{
	AUTO_ARENA a = arena_new(1 << 24);
	struct article_claims is;
	read_blocks(a, "fi", &is);
	ck_assert(!is.claims.was_read && is.claims.n == 0 && is.text.n > 0);
}
END_TEST

int main(void)
{
	Suite *s = suite_create("wire article claims");
	TCase *t = tcase_create("wire article claims");
	tcase_add_test(t, each_claim_knows_its_block);
	tcase_add_test(t, the_day_is_the_one_where_it_was_written);
	tcase_add_test(t, another_language_is_passed_through);
	suite_add_tcase(s, t);
	return suite_run(s);
}
