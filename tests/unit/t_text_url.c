#include <check.h>

#include "text/url.h"
#include "../lib/suite.h"

static struct arena *arena;

static void setup(void)
{
	arena = arena_new(1 << 24);
}

static void teardown(void)
{
	arena_free(arena);
}

static struct sv href(const char *input, const char *base)
{
	struct url b, u;
	if (base != NULL)
		ck_assert(url_parse(arena, sv_cstr(base), NULL, &b));
	return url_parse(arena, sv_cstr(input), base == NULL ? NULL : &b, &u) ? url_href(arena, &u) : SV_NONE;
}

START_TEST(urls_are_written_in_one_way)
{
	static const struct {
		const char *input, *base, *want;
	} rows[] = {
		{ "HTTPS://Desk.Example:443/a/./b/../c?x=1#top", NULL, "https://desk.example/a/c?x=1#top" },
		{ "http:desk.example", NULL, "http://desk.example/" },
		{ "http:\\\\desk.example\\a\\b", NULL, "http://desk.example/a/b" },
		{ "  http://desk.exa\nmple/ ", NULL, "http://desk.example/" },
		{ "http://bücher.example/ü?ü#ü", NULL, "http://xn--bcher-kva.example/%C3%BC?%C3%BC#%C3%BC" },
		{ "http://u:p:q@h@desk.example:8080/", NULL, "http://u:p%3Aq%40h@desk.example:8080/" },
		{ "http://desk.example/a%2e%2E/b", NULL, "http://desk.example/a%2e%2E/b" },
		{ "http://desk.example/a/%2e%2E/b", NULL, "http://desk.example/b" },
		{ "../x", "http://desk.example/a/b/c", "http://desk.example/a/x" },
		{ "?q", "http://desk.example/a?p", "http://desk.example/a?q" },
		{ "#f", "http://desk.example/a?p", "http://desk.example/a?p#f" },
		{ "", "http://desk.example/a?p#f", "http://desk.example/a?p" },
		{ "//other.example", "https://desk.example/a", "https://other.example/" },
		{ "/\\other.example", "https://desk.example/a", "https://other.example/" },
		{ "mailto:a@b", NULL, "mailto:a@b" },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct sv got = href(rows[i].input, rows[i].base);
		ck_assert_msg(sv_eq(got, sv_cstr(rows[i].want)), "%s gave " SV_FMT, rows[i].input, SV_ARG(got));
	}
}
END_TEST

START_TEST(addresses_in_any_disguise_are_seen)
{
	static const char *const loopbacks[] = { "http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0x7f.1/", "http://0177.0.0.1/",
		"http://%31%32%37.0.0.1/", "http://①②⑦.0.0.1/" };
	for (size_t i = 0; i < sizeof(loopbacks) / sizeof(*loopbacks); i++) {
		struct url u;
		ck_assert_msg(url_parse(arena, sv_cstr(loopbacks[i]), NULL, &u), "%s", loopbacks[i]);
		ck_assert_msg(u.host_kind == URL_HOST_IPV4 && u.address[0] == 127 && u.address[3] == 1, "%s", loopbacks[i]);
	}
	struct url u;
	ck_assert(url_parse(arena, SV("http://8.8.8.8\\@127.0.0.1/"), NULL, &u));
	ck_assert(sv_eq(u.host, SV("8.8.8.8")));
	ck_assert(sv_eq(href("http://[0:0:0:0:0:ffff:127.0.0.1]/", NULL), SV("http://[::ffff:7f00:1]/")));
	ck_assert(sv_eq(href("http://[1:0:0:2:0:0:0:3]/", NULL), SV("http://[1:0:0:2::3]/")));
}
END_TEST

START_TEST(what_is_no_url_is_refused)
{
	static const char *const bad[] = { "", "desk.example", "http://", "http://[::1", "http://256.256.256.256/", "http://a b.example/",
		"http://desk.example:65536/", "http://desk.example:8a/", "http://a%00b/", "http://[1:2:3]/", "http://1.2.3.4.5/", "http://u@/",
		"http://[::1%25lo]/", "file:///etc/passwd" };
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		ck_assert_msg(href(bad[i], NULL).p == NULL, "%s", bad[i]);
}
END_TEST

START_TEST(the_policy_names_what_is_wrong)
{
	static const struct {
		const char *input;
		enum url_verdict want;
	} rows[] = {
		{ "https://desk.example/a", URL_ALLOWED },
		{ "http://desk.example:8080/", URL_ALLOWED },
		{ "ftp://desk.example/", URL_SCHEME },
		{ "javascript:alert(1)", URL_SCHEME },
		{ "http://desk.example:22/", URL_PORT },
		{ "http://a:b@desk.example/", URL_CREDENTIALS },
		{ "http://localhost/", URL_LOCAL_NAME },
		{ "http://intranet/", URL_LOCAL_NAME },
		{ "http://printer.local./", URL_LOCAL_NAME },
		{ "http://wire.localhost/", URL_LOCAL_NAME },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct url u;
		ck_assert(url_parse(arena, sv_cstr(rows[i].input), NULL, &u));
		ck_assert_msg(url_policy(&u) == rows[i].want, "%s: " SV_FMT, rows[i].input, SV_ARG(url_verdict_words(url_policy(&u))));
	}
}
END_TEST

START_TEST(one_article_has_one_identity)
{
	static const struct {
		const char *input, *want;
	} rows[] = {
		{ "http://desk.example/a?utm_source=x&id=5&fbclid=z#c", "http://desk.example/a?id=5" },
		{ "http://desk.example./a", "http://desk.example/a" },
		{ "http://desk.example/%7euser/%e3%83%84?", "http://desk.example/~user/%E3%83%84" },
		{ "http://desk.example/?b=&a=2&a=1&c", "http://desk.example/?b=&a=2&a=1&c" },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct url u;
		ck_assert(url_parse(arena, sv_cstr(rows[i].input), NULL, &u));
		struct sv got = url_identity(arena, &u);
		ck_assert_msg(sv_eq(got, sv_cstr(rows[i].want)), "%s gave " SV_FMT, rows[i].input, SV_ARG(got));
	}
	ck_assert(sv_eq(url_site(arena, SV("news.bbc.co.uk")), SV("bbc.co.uk")));
	ck_assert(sv_eq(url_site(arena, SV("a.b.desk.com")), SV("desk.com")));
}
END_TEST

int main(void)
{
	Suite *s = suite_create("url");
	TCase *t = tcase_create("url");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, urls_are_written_in_one_way);
	tcase_add_test(t, addresses_in_any_disguise_are_seen);
	tcase_add_test(t, what_is_no_url_is_refused);
	tcase_add_test(t, the_policy_names_what_is_wrong);
	tcase_add_test(t, one_article_has_one_identity);
	suite_add_tcase(s, t);
	return suite_run(s);
}
