#include <check.h>

#include "page/page.h"
#include "../lib/suite.h"

#define CHECK_OUT(macro, value, expected)                             \
	do {                                                          \
		AUTO_BUF out = BUF_INIT(4096);                        \
		macro(&out, value);                                   \
		ck_assert_msg(sv_eq(buf_sv(&out), SV(expected)), "%.*s", SV_ARG(buf_sv(&out))); \
	} while (0)

START_TEST(text_is_escaped)
{
	CHECK_OUT(OUT_TEXT, SV("a<b>&\"'c"), "a&lt;b&gt;&amp;&quot;&#39;c");
	CHECK_OUT(OUT_TEXT, SV(""), "");
	CHECK_OUT(OUT_TEXT, SV("<"), "&lt;");
	CHECK_OUT(OUT_TEXT, "plain", "plain");
	CHECK_OUT(OUT_TEXT, SV("tab\tline\nnul\0bell\a"), "tab\tline\nnul\xEF\xBF\xBD" "bell\xEF\xBF\xBD");
	CHECK_OUT(OUT_ATTR, SV("\" onload=\"x"), "&quot; onload=&quot;x");
}
END_TEST

START_TEST(numbers_and_markup)
{
	CHECK_OUT(OUT_TEXT, INT64_MIN, "-9223372036854775808");
	CHECK_OUT(OUT_TEXT, (size_t)SIZE_MAX, "18446744073709551615");
	CHECK_OUT(OUT_TEXT, 7, "7");
	CHECK_OUT(OUT_TEXT, ((struct html){ SV("<b>bold</b>") }), "<b>bold</b>");
}
END_TEST

START_TEST(urls_keep_to_http_and_here)
{
	CHECK_OUT(OUT_URL, SV("https://a.example/?x=1&y=2"), "https://a.example/?x=1&amp;y=2");
	CHECK_OUT(OUT_URL, SV("HTTP://a.example"), "HTTP://a.example");
	CHECK_OUT(OUT_URL, SV("/claim/1"), "/claim/1");
	CHECK_OUT(OUT_URL, SV("?page=2"), "?page=2");
	CHECK_OUT(OUT_URL, SV("#here"), "#here");
	CHECK_OUT(OUT_URL, ((struct link){ "/story/4" }), "/story/4");
}
END_TEST

START_TEST(other_schemes_lead_nowhere)
{
	CHECK_OUT(OUT_URL, SV("javascript:alert(1)"), "#");
	CHECK_OUT(OUT_URL, SV(" javascript:alert(1)"), "#");
	CHECK_OUT(OUT_URL, SV("JaVaScRiPt:alert(1)"), "#");
	CHECK_OUT(OUT_URL, SV("data:text/html,x"), "#");
	CHECK_OUT(OUT_URL, SV("//evil.example/"), "#");
	CHECK_OUT(OUT_URL, SV("/\\evil.example/"), "#");
	CHECK_OUT(OUT_URL, SV(""), "#");
}
END_TEST

START_TEST(url_parts_are_percent_escaped)
{
	CHECK_OUT(OUT_URL_PART, SV("a b&c=d/\xC3\xA9~-._"), "a%20b%26c%3Dd%2F%C3%A9~-._");
	CHECK_OUT(OUT_URL_PART, 12, "12");
	CHECK_OUT(OUT_URL_PART, SV("\"'<>"), "%22%27%3C%3E");
}
END_TEST

START_TEST(a_full_page_stops_cleanly)
{
	AUTO_BUF out = BUF_INIT(8);
	page_sv(&out, SV("12345"));
	page_sv(&out, SV("<<"));
	ck_assert(out.failed);
	ck_assert_uint_le(out.n, 8);
}
END_TEST

int main(void)
{
	Suite *s = suite_create("page");
	TCase *c = tcase_create("page");
	tcase_add_test(c, text_is_escaped);
	tcase_add_test(c, numbers_and_markup);
	tcase_add_test(c, urls_keep_to_http_and_here);
	tcase_add_test(c, other_schemes_lead_nowhere);
	tcase_add_test(c, url_parts_are_percent_escaped);
	tcase_add_test(c, a_full_page_stops_cleanly);
	suite_add_tcase(s, c);
	return suite_run(s);
}
