/* What pages are made of that needs no request: dates in words, marked texts, sentences, signs. */
#include <check.h>

#include "base/limits.h"
#include "web/article.h"
#include "web/claim.h"
#include "web/home.h"
#include "web/layout.h"
#include "web/search.h"
#include "web/submit.h"
#include "../lib/suite.h"

static struct arena *a;

static void begin(void)
{
	a = arena_new(MIB(1));
}

static void end(void)
{
	arena_free(a);
}

START_TEST(dates_in_words)
{
	int32_t day = day_from_civil((struct civil){ 2020, 9, 9 });
	int64_t at = day * CLOCK_DAY + (14 * 60 + 5) * 60 * CLOCK_SECOND;
	ck_assert(sv_eq(layout_day(a, day), SV("9 Sep 2020")));
	ck_assert(sv_eq(layout_day(a, DAY_NONE), SV("no date")));
	ck_assert(sv_eq(layout_instant(a, at), SV("9 Sep 2020, 14:05 UTC")));
	ck_assert(sv_eq(layout_instant(a, -CLOCK_SECOND), SV("31 Dec 1969, 23:59 UTC")));
	ck_assert(sv_eq(layout_instant(a, INSTANT_NONE), SV("no date")));
}
END_TEST

static const struct {
	int64_t seconds;
	const char *words;
} ages[] = { { 0, "just now" }, { 59, "just now" }, { 60, "1 min ago" }, { 3599, "59 min ago" }, { 3600, "1 h ago" }, { 86399, "23 h ago" },
	{ 86400, "1 d ago" }, { 7 * 86400 - 1, "6 d ago" }, { 7 * 86400, "2 Sep 2020" }, { -61, "9 Sep 2020" } };

START_TEST(ages_in_words)
{
	int64_t now = day_from_civil((struct civil){ 2020, 9, 9 }) * CLOCK_DAY + 12 * 3600 * CLOCK_SECOND;
	struct sv got = layout_ago(a, now, now - ages[_i].seconds * CLOCK_SECOND);
	ck_assert_msg(sv_eq(got, sv_cstr(ages[_i].words)), "%.*s", SV_ARG(got));
}
END_TEST

/* The blocks as text: [..] around a claim's run, / between blocks, # before headings. */
static struct sv drawn(const char *text, const struct q_appearance *spans, size_t n)
{
	static const struct sv kinds[] = { SV_INIT("h2"), SV_INIT("p"), SV_INIT("p") };
	struct article_page m = { 0 };
	struct q_revision_latest rev = { .content = sv_cstr(text), .block_kinds = { kinds, 3 } };
	AUTO_BUF out = BUF_INIT(4096);
	article_blocks(a, &rev, &(struct q_appearance_list){ spans, n }, &m);
	for (size_t i = 0; i < m.n_blocks; i++) {
		buf_addf(&out, "%s%s", i ? "/" : "", m.blocks[i].is_heading ? "#" : "");
		for (size_t j = 0; j < m.blocks[i].n; j++)
			buf_addf(&out, m.blocks[i].runs[j].appearance ? "[" SV_FMT "]" : SV_FMT, SV_ARG(m.blocks[i].runs[j].text));
	}
	return arena_sv(a, buf_sv(&out));
}

static const struct {
	const char *text, *drawn;
	struct q_appearance spans[3];
	size_t n;
} texts[] = {
	{ "head\nabc def\nghi", "#head/abc def/ghi", { { 0 } }, 0 },
	{ "head\nabc def\nghi", "#head/[abc] def/ghi", { { .start_at = 5, .end_at = 8 } }, 1 },
	{ "head\nabc def\nghi", "#head/abc [def]/[ghi]", { { .start_at = 9, .end_at = 12 }, { .start_at = 13, .end_at = 16 } }, 2 },
	/* Offsets are code points. */
	{ "t\xC3\xAAte\n\xE2\x80\x93 d\xC3\xA9j\xC3\xA0 vu", "#t\xC3\xAAte/\xE2\x80\x93 [d\xC3\xA9j\xC3\xA0] vu", { { .start_at = 7, .end_at = 11 } }, 1 },
	/* Of two that overlap the first counts; touching ones both. */
	{ "h\nabcdef", "#h/[abc]def", { { .start_at = 2, .end_at = 5 }, { .start_at = 3, .end_at = 6 } }, 2 },
	{ "h\nabcdef", "#h/[abc][def]", { { .start_at = 2, .end_at = 5 }, { .start_at = 5, .end_at = 8 } }, 2 },
	/* A span never leaves its block, and one behind the end is no harm. */
	{ "h\nabc\ndef", "#h/a[bc]/def", { { .start_at = 3, .end_at = 8 } }, 1 },
	{ "h\nabc", "#h/abc", { { .start_at = 90, .end_at = 99 } }, 1 },
	{ "h\n\nabc", "#h//abc", { { 0 } }, 0 },
	{ "", "", { { 0 } }, 0 },
};

START_TEST(claims_are_marked_in_the_text)
{
	struct sv got = drawn(texts[_i].text, texts[_i].spans, texts[_i].n);
	ck_assert_msg(sv_eq(got, sv_cstr(texts[_i].drawn)), "%.*s", SV_ARG(got));
}
END_TEST

START_TEST(a_quote_in_its_sentence)
{
	struct q_appearance p = { .sentence = SV("\xE2\x80\x9CNo,\xE2\x80\x9D about 600 stay."), .sentence_start = 100, .start_at = 106, .end_at = 115, .sentence_end = 121 };
	struct claim_sentence s = claim_sentence(&p);
	ck_assert(sv_eq(s.before, SV("\xE2\x80\x9CNo,\xE2\x80\x9D ")));
	ck_assert(sv_eq(s.quote, SV("about 600")));
	ck_assert(sv_eq(s.after, SV(" stay.")));
	/* A text that went: nothing, and no reading behind its end. */
	p.sentence = SV("");
	s = claim_sentence(&p);
	ck_assert(s.before.n == 0 && s.quote.n == 0 && s.after.n == 0);
}
END_TEST

START_TEST(search_pieces)
{
	struct sv rest = SV("a \2b\3 c\2d\3");
	struct search_piece p;
	ck_assert(search_next_piece(&rest, &p) && !p.is_match && sv_eq(p.text, SV("a ")));
	ck_assert(search_next_piece(&rest, &p) && p.is_match && sv_eq(p.text, SV("b")));
	ck_assert(search_next_piece(&rest, &p) && !p.is_match && sv_eq(p.text, SV(" c")));
	ck_assert(search_next_piece(&rest, &p) && p.is_match && sv_eq(p.text, SV("d")));
	ck_assert(!search_next_piece(&rest, &p));
	rest = SV("\2open");
	ck_assert(search_next_piece(&rest, &p) && p.is_match && sv_eq(p.text, SV("open")));
	ck_assert(!search_next_piece(&rest, &p));
}
END_TEST

START_TEST(signs_and_relations)
{
	static const char *const words[] = { "agrees", "differs", "silent", "carried", "alone" };
	for (size_t i = 0; i < COUNT(words); i++)
		ck_assert(sv_eq(home_sign(sv_cstr(words[i]))->word, sv_cstr(words[i])));
	ck_assert(sv_eq(home_sign(SV("unheard of"))->word, SV("alone")));
	ck_assert(sv_eq(claim_relation_css(SV("contradict")), SV("contra")));
	ck_assert(sv_eq(claim_relation_css(SV("not comparable")), SV("silent")));
}
END_TEST

START_TEST(jobs_in_words)
{
	ck_assert(sv_eq(submit_words(&(struct q_job){ .state = SV("queued") }), SV("queued")));
	ck_assert(sv_eq(submit_words(&(struct q_job){ .state = SV("queued"), .reason = SV("timeout") }), SV("queued again")));
	ck_assert(!submit_is_final(&(struct q_job){ .state = SV("reading") }));
	ck_assert(submit_is_final(&(struct q_job){ .state = SV("failed") }));
}
END_TEST

int main(void)
{
	Suite *s = suite_create("web_view");
	TCase *c = tcase_create("web_view");
	tcase_add_checked_fixture(c, begin, end);
	tcase_add_test(c, dates_in_words);
	tcase_add_loop_test(c, ages_in_words, 0, (int)COUNT(ages));
	tcase_add_loop_test(c, claims_are_marked_in_the_text, 0, (int)COUNT(texts));
	tcase_add_test(c, a_quote_in_its_sentence);
	tcase_add_test(c, search_pieces);
	tcase_add_test(c, signs_and_relations);
	tcase_add_test(c, jobs_in_words);
	suite_add_tcase(s, c);
	return suite_run(s);
}
