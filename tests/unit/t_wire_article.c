/* Articles through JSON and back, and what the reader refuses from a process that may have been taken over. */
#include <check.h>

#include "base/limits.h"
#include "wire/article_json.h"
#include "../lib/suite.h"

static struct arena *arena;

static void set_up(void) { arena = arena_new(MIB(64)); }
static void tear_down(void) { arena_free(arena); }

static struct sv write_article(const struct article *article)
{
	AUTO_BUF buf = BUF_INIT(MIB(1));
	struct json_out out = { .out = &buf };
	article_json_write(&out, article);
	ck_assert(!buf.failed);
	return arena_sv(arena, buf_sv(&buf));
}

START_TEST(comes_back_the_same)
{
	const struct block blocks[] = { { BLOCK_HEADING, 2, SV("Cost") }, { BLOCK_CORRECTION, 0, SV("Correction: \"six\", not five \xe2\x80\x93 sorry") } };
	const struct finding authors[] = { { SV("Ada Quay"), SV("h") }, { SV("Ben Mole"), SV("i") } };
	struct article article = { .title = { SV("T"), SV("h1") }, .blocks = blocks, .n_blocks = 2, .authors = authors, .n_authors = 2, .is_paywalled = true }, back;
	article.published = (struct dated){ .at = 1709623800 * CLOCK_SECOND, .precision = PRECISION_SECOND, .has_time = true, .has_zone = true, .offset_minutes = -90, .from = SV("x") };
	article.modified.at = INSTANT_NONE;
	struct sv json = write_article(&article);
	ck_assert_int_eq(article_json_read(arena, json, &back), 0);
	ck_assert(sv_eq(write_article(&back), json));
	ck_assert(back.published.has_time && back.published.has_zone && back.published.offset_minutes == -90);
	ck_assert(back.modified.at == INSTANT_NONE);
	ck_assert(back.blocks[0].level == 2 && back.blocks[1].kind == BLOCK_CORRECTION);
}
END_TEST

START_TEST(refuses)
{
	static const char *const bad[] = {
		"", "[]", "{\"blocks\":[]}", "{\"blocks\":[{\"kind\":\"poem\",\"text\":\"x\"}]}", "{\"blocks\":[{\"kind\":\"paragraph\",\"text\":\"\"}]}",
		"{\"blocks\":[{\"kind\":\"paragraph\",\"text\":\"a\\nb\"}]}", "{\"blocks\":[{\"kind\":\"paragraph\",\"text\":\"a\\u0000b\"}]}",
		"{\"blocks\":[{\"kind\":\"heading\",\"level\":99,\"text\":\"x\"}]}", "{\"blocks\":[{\"kind\":\"heading\",\"level\":-1,\"text\":\"x\"}]}",
		"{\"why_empty\":\"no text\",\"blocks\":[{\"kind\":\"paragraph\",\"text\":\"x\"}]}", "{\"why_empty\":\"x\",\"title\":{\"value\":7,\"from\":\"h1\"}}",
		"{\"why_empty\":\"x\",\"published\":{\"at\":9223372036854775807,\"precision\":\"day\",\"from\":\"x\"}}",
		"{\"why_empty\":\"x\",\"published\":{\"at\":0,\"precision\":\"century\",\"from\":\"x\"}}",
		"{\"why_empty\":\"x\",\"published\":{\"at\":0,\"precision\":\"day\",\"offset_minutes\":5000,\"from\":\"x\"}}",
		"{\"why_empty\":\"x\",\"authors\":[{\"value\":\"A\"}]}", "{\"why_empty\":\"x\xff\"}", "{\"why_empty\":\"x\"} x",
	};
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		struct article article = { .n_blocks = 77 };
		ck_assert_msg(article_json_read(arena, sv_cstr(bad[i]), &article) == ARTICLE_JSON_BAD, "%s", bad[i]);
		ck_assert_uint_eq(article.n_blocks, 77);
	}
}
END_TEST

START_TEST(refuses_too_long)
{
	AUTO_BUF buf = BUF_INIT(MIB(1));
	buf_add(&buf, SV("{\"why_empty\":\""));
	for (int i = 0; i <= LIMIT_ARTICLE_VALUE; i++)
		buf_add_char(&buf, 'x');
	buf_add(&buf, SV("\"}"));
	struct article article;
	ck_assert_int_eq(article_json_read(arena, buf_sv(&buf), &article), ARTICLE_JSON_BAD);
}
END_TEST

int main(void)
{
	TCase *tcase = tcase_create("article");
	tcase_add_checked_fixture(tcase, set_up, tear_down);
	tcase_add_test(tcase, comes_back_the_same);
	tcase_add_test(tcase, refuses);
	tcase_add_test(tcase, refuses_too_long);
	Suite *suite = suite_create("wire_article");
	suite_add_tcase(suite, tcase);
	return suite_run(suite);
}
