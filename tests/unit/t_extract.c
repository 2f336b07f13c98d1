/* Whole pages through extract_article: what is kept, what is dropped, and where each value comes from. */
#include <check.h>

#include "dom/dom.h"
#include "extract/extract.h"
#include "../lib/suite.h"

#define LONG1 "The council of the harbour town voted on Tuesday to build a second bridge, although the money is not there yet."
#define LONG2 "Work is to start in spring, the mayor said, and to take three years; the old bridge stays open all that time."
#define LONG3 "Shopkeepers on the quay fear for their trade, while the ferry company welcomed the plan in a short statement."

static struct arena *arena;

static void set_up(void) { arena = arena_new((size_t)64 << 20); }
static void tear_down(void) { arena_free(arena); }

static struct article extract_at(const char *html, const char *url)
{
	struct dom dom;
	struct article article;
	int64_t now;
	ck_assert(instant_parse(SV("2024-06-01T12:00:00Z"), &now, NULL));
	dom_parse(arena, sv_cstr(html), &dom);
	extract_article(arena, &(struct extract_input){ .dom = &dom, .url = sv_cstr(url), .now = now }, &article);
	return article;
}

static struct article extract(const char *html) { return extract_at(html, "http://news.test/story"); }

static void expect(struct sv got, const char *wanted) { ck_assert_str_eq(arena_cstr(arena, got), wanted); }

static bool has_line(const struct article *article, const char *line, enum block_kind kind)
{
	for (size_t i = 0; i < article->n_blocks; i++)
		if (sv_eq(article->blocks[i].text, sv_cstr(line)))
			return article->blocks[i].kind == kind;
	return false;
}

START_TEST(keeps_structure)
{
	struct article article = extract("<title>Second bridge - Harbour Post</title><body><nav><a href=/>Home</a> <a href=/a>Sport</a></nav><article>"
					 "<h1>Second bridge</h1><p>" LONG1 "<h2>Cost</h2><p>" LONG2 "<ul><li>Four lanes for cars</ul>"
					 "<blockquote>We have waited long</blockquote><table><tr><td>Year<td>Cost</table><p>" LONG3 "</article><footer><p>" LONG2 "</footer>");
	expect(article.title.value, "Second bridge");
	ck_assert(has_line(&article, LONG1, BLOCK_PARAGRAPH));
	ck_assert(has_line(&article, "Cost", BLOCK_HEADING));
	ck_assert(has_line(&article, "Four lanes for cars", BLOCK_LIST_ITEM));
	ck_assert(has_line(&article, "We have waited long", BLOCK_QUOTE));
	ck_assert(has_line(&article, "Year | Cost", BLOCK_TABLE_ROW));
	ck_assert(!has_line(&article, "Second bridge", BLOCK_HEADING));
	ck_assert_uint_eq(article.n_blocks, 7);
}
END_TEST

START_TEST(drops_furniture)
{
	struct article article = extract("<body><article><p>" LONG1 "<p>Read more: the long way to a bridge<div class=related-posts><p>" LONG2 "</div>"
					 "<div class=newsletter><p>Sign up for our morning letter</div><p>" LONG3 "</article>"
					 "<div class=comments><p>I for one think this is all far too late, and far too dear, for a town like ours.</div>");
	ck_assert_uint_eq(article.n_blocks, 2);
	expect(article_text(arena, &article), LONG1 "\n" LONG3);
}
END_TEST

START_TEST(keeps_corrections)
{
	struct article article = extract("<body><article><p>" LONG1 "<p>" LONG2 "<p>Correction: an earlier version gave the wrong year for the vote.</article>");
	ck_assert(has_line(&article, "Correction: an earlier version gave the wrong year for the vote.", BLOCK_CORRECTION));
}
END_TEST

START_TEST(blocks_hold_no_control_characters)
{
	struct article article = extract("<article><p>" LONG1 "<p>One\001two\177three, four five six seven eight nine ten eleven twelve thirteen.</article>");
	ck_assert(has_line(&article, "One two three, four five six seven eight nine ten eleven twelve thirteen.", BLOCK_PARAGRAPH));
}
END_TEST

START_TEST(says_why_empty)
{
	ck_assert_uint_gt(extract("").why_empty.n, 0);
	ck_assert_uint_gt(extract("<script>render()</script>").why_empty.n, 0);
	ck_assert_uint_gt(extract("<ul><li><a href=/a>One</a><li><a href=/b>Two</a></ul>").why_empty.n, 0);
	ck_assert_uint_eq(extract("<p>" LONG1 "<p>" LONG2).why_empty.n, 0);
}
END_TEST

START_TEST(reads_json_ld)
{
	struct article article = extract("<script type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"WebPage\",\"datePublished\":\"2024-01-01\"},"
					 "{\"@type\":\"NewsArticle\",\"headline\":\"Bridge\nvote\",\"datePublished\":\"2024-03-05T09:30:00+02:00\","
					 "\"isAccessibleForFree\":\"False\",\"author\":[{\"@type\":\"Person\",\"name\":\"Ada Quay\"},{\"name\":\"By Ben Mole\"},"
					 "{\"name\":\"Reuters\"}]}]}</script><p>x");
	expect(article.title.value, "Bridge vote");
	ck_assert_uint_eq(article.n_authors, 2);
	expect(article.authors[0].value, "Ada Quay");
	expect(article.authors[1].value, "Ben Mole");
	expect(article.agency.value, "Reuters");
	expect(dated_iso(arena, &article.published), "2024-03-05T09:30:00+02:00");
	ck_assert(article.is_paywalled);
}
END_TEST

START_TEST(cleans_bylines)
{
	static const struct {
		const char *html, *first, *second;
	} cases[] = {
		{ "<p class=byline>By Ada Quay and Ben Mole, Staff Writers", "Ada Quay", "Ben Mole" },
		{ "<a rel=author href=/q>Ada Quay</a>", "Ada Quay", NULL },
		{ "<meta name=author content='Von Ada Quay'>", "Ada Quay", NULL },
		{ "<meta name=author content='Harbour Post Staff'>", NULL, NULL },
		{ "<p>By Ada van der Quay, BBC News, London | 5 March 2024", "Ada van der Quay", NULL },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct article article = extract(arena_cstr(arena, arena_printf(arena, "<h1>T</h1>%s<p>" LONG1 "<p>" LONG2, cases[i].html)));
		ck_assert_uint_eq(article.n_authors, (size_t)(cases[i].first != NULL) + (cases[i].second != NULL));
		if (cases[i].first != NULL)
			expect(article.authors[0].value, cases[i].first);
		if (cases[i].second != NULL)
			expect(article.authors[1].value, cases[i].second);
	}
}
END_TEST

START_TEST(dates_as_fine_as_written)
{
	static const struct {
		const char *html, *url, *date;
	} cases[] = {
		{ "<meta name=date content=2024-03-05>", "http://news.test/story", "2024-03-05" },
		{ "<meta property=article:published_time content=1970-01-01T00:00:00Z><meta name=date content=2024-03-05>", "http://news.test/s", "2024-03-05" },
		{ "<meta property='og:regDate' content=20210820030646>", "http://news.test/s", "2021-08-20T03:06:46" },
		{ "", "http://news.test/2021/07/harbour/", "2021-07" },
		{ "", "http://news.test/2018/02/01/harbour", "2018-02-01" },
		{ "<p class=byline>Ver\xc3\xb6" "ffentlicht am 3. Januar 2019 um 14:56 Uhr", "http://news.test/s", "2019-01-03T14:56" },
		{ "<div class=comments><time datetime=2018-08-27T10:05:00-07:00>8 hours ago</time></div>", "http://news.test/s", NULL },
		{ "<footer>\xc2\xa9 2010-2024 News Ltd</footer>", "http://news.test/s", NULL },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct article article = extract_at(cases[i].html, cases[i].url);
		if (cases[i].date == NULL)
			ck_assert(article.published.at == INSTANT_NONE);
		else
			expect(dated_iso(arena, &article.published), cases[i].date);
	}
}
END_TEST

START_TEST(future_dates_are_rejected)
{
	struct article article = extract("<meta property=article:published_time content=2030-01-01T00:00:00Z>");
	ck_assert(article.published.at == INSTANT_NONE);
	expect(article.rejected_date.value, "2030-01-01T00:00:00Z");
}
END_TEST

START_TEST(order_of_day_and_month)
{
	struct article british = extract("<html lang=en-GB><p class=byline>Published 05/04/2018"), american = extract("<html lang=en-US><p class=byline>Published 05/04/2018");
	expect(dated_iso(arena, &british.published), "2018-04-05");
	expect(dated_iso(arena, &american.published), "2018-05-04");
	ck_assert(british.published.is_ambiguous);
}
END_TEST

START_TEST(canonical_addresses)
{
	expect(extract("<link rel=canonical href=/2016/a.html>").canonical.value, "http://news.test/2016/a.html");
	struct article front = extract("<link rel=canonical href=http://news.test/>"), local = extract("<link rel=canonical href=http://localhost:8080/x>");
	ck_assert_uint_eq(front.canonical.value.n, 0);
	expect(front.rejected_canonical.value, "http://news.test/");
	ck_assert_uint_eq(local.canonical.value.n, 0);
}
END_TEST

START_TEST(title_without_the_site)
{
	expect(extract("<title>Budget vote &amp; tax - The Daily Test</title><meta property=og:title content='Budget vote &amp;amp; tax'>"
		       "<meta property=og:site_name content='The Daily Test'><p>x").title.value, "Budget vote & tax");
	expect(extract("<title>A vote on the bridge | News Test</title><p>x").title.value, "A vote on the bridge");
}
END_TEST

int main(void)
{
	TCase *tcase = tcase_create("pages");
	tcase_add_checked_fixture(tcase, set_up, tear_down);
	tcase_add_test(tcase, keeps_structure);
	tcase_add_test(tcase, drops_furniture);
	tcase_add_test(tcase, keeps_corrections);
	tcase_add_test(tcase, blocks_hold_no_control_characters);
	tcase_add_test(tcase, says_why_empty);
	tcase_add_test(tcase, reads_json_ld);
	tcase_add_test(tcase, cleans_bylines);
	tcase_add_test(tcase, dates_as_fine_as_written);
	tcase_add_test(tcase, future_dates_are_rejected);
	tcase_add_test(tcase, order_of_day_and_month);
	tcase_add_test(tcase, canonical_addresses);
	tcase_add_test(tcase, title_without_the_site);
	Suite *suite = suite_create("extract");
	suite_add_tcase(suite, tcase);
	return suite_run(suite);
}
