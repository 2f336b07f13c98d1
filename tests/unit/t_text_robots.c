#include <check.h>

#include "text/robots.h"
#include "../lib/suite.h"

#define STAR "User-agent: *\n"
#define US "User-agent: Crosscheck\n"

static const struct {
	struct sv text, path;
	bool right;
} cases[] = {
	{ SV_INIT(""), SV_INIT("/a"), true },
	{ SV_INIT("<!DOCTYPE html><p>Disallow: /"), SV_INIT("/a"), true },
	{ SV_INIT("Disallow: /\n"), SV_INIT("/a"), true }, /* before any group */
	{ SV_INIT(STAR "Disallow: /\n"), SV_INIT("/a"), false },
	{ SV_INIT(STAR "Disallow: /\r\rAllow: /a\r"), SV_INIT("/a"), true },
	{ SV_INIT(STAR "Disallow:\n"), SV_INIT("/a"), true },
	{ SV_INIT("\xEF\xBB\xBF" STAR "Disallow: /"), SV_INIT("/a"), false },
	{ SV_INIT(STAR "Disallow: /\n" US "Allow: /\n"), SV_INIT("/a"), true },
	{ SV_INIT(US "Disallow: /x\n" STAR "Disallow: /\n"), SV_INIT("/a"), true },
	{ SV_INIT(US "Disallow: /x\n\n" STAR "Disallow: /y\n\nuser-agent: CROSSCHECK/2.0\nDisallow: /a\n"), SV_INIT("/a"), false }, /* groups join */
	{ SV_INIT("User-agent: Crosscheckers\nDisallow: /\n"), SV_INIT("/a"), true },
	{ SV_INIT("User-agent: Other\n" US "Disallow: /a\n"), SV_INIT("/a"), false },
	{ SV_INIT("User-agent: Other\nSitemap: https://x.example/s\n" US "Disallow: /a\n"), SV_INIT("/a"), false },
	{ SV_INIT(STAR "Disallow: /news\nAllow: /news/open\n"), SV_INIT("/news/open/1"), true },
	{ SV_INIT(STAR "Allow: /page\nDisallow: /page\n"), SV_INIT("/page"), true },
	{ SV_INIT(STAR "Allow: /\nDisallow: /news # the archive\n"), SV_INIT("/news/1"), false },
	{ SV_INIT(STAR "Disallow: /*.pdf$\n"), SV_INIT("/a/b.pdf"), false },
	{ SV_INIT(STAR "Disallow: /*.pdf$\n"), SV_INIT("/a/b.pdf?x"), true },
	{ SV_INIT(STAR "Disallow: /a$b\n"), SV_INIT("/a$bc"), false },
	{ SV_INIT(STAR "Disallow: /*?*print=\n"), SV_INIT("/a?x=1&print=1"), false },
	{ SV_INIT(STAR "Disallow: /*?*print=\n"), SV_INIT("/print=1"), true },
	{ SV_INIT(STAR "Disallow: *private\n"), SV_INIT("/a/private"), false },
	{ SV_INIT(STAR "Disallow: /a*aa$\n"), SV_INIT("/aa"), true }, /* the parts may not overlap */
	{ SV_INIT(STAR "Disallow: /Private\n"), SV_INIT("/private"), true },
	{ SV_INIT(STAR "Disallow: /caf\xC3\xA9\n"), SV_INIT("/caf%C3%A9/1"), false },
	{ SV_INIT(STAR "Disallow: /caf%c3%a9\n"), SV_INIT("/caf%C3%A9/1"), false },
	{ SV_INIT(STAR "Allow: /x/index.html\nDisallow: /\n"), SV_INIT("/x/"), true },
	{ SV_INIT(STAR "Disallow /a\n"), SV_INIT("/a"), false },
	{ SV_INIT(STAR "Disallow /a b\n"), SV_INIT("/a"), true },
	{ SV_INIT(STAR "Dissallow: /a\n"), SV_INIT("/a"), false },
};

START_TEST(the_longest_pattern_of_the_right_group_decides)
{
	AUTO_ARENA a = arena_new(1 << 20);
	struct robots_says says;
	robots_read(a, cases[_i].text, SV("Crosscheck"), cases[_i].path, &says);
	ck_assert_msg(says.is_allowed == cases[_i].right, SV_FMT "against " SV_FMT, SV_ARG(cases[_i].text), SV_ARG(cases[_i].path));
}
END_TEST

START_TEST(a_pause_is_asked_of_those_it_names)
{
	AUTO_ARENA a = arena_new(1 << 20);
	struct robots_says says;
	robots_read(a, SV(STAR "Crawl-delay: 9\n" US "Crawl-delay: 2.5\nDisallow: /p\n"), SV("Crosscheck"), SV("/p/1"), &says);
	ck_assert(says.delay > 2.4 && says.delay < 2.6 && !says.is_allowed && sv_eq(says.rule, SV("/p")));
	robots_read(a, SV(STAR "Crawl-delay: 9\n"), SV("Crosscheck"), SV("/"), &says);
	ck_assert(says.delay > 8.9 && says.is_allowed && says.rule.n == 0);
	robots_read(a, SV(STAR "Crawl-delay: soon\n"), SV("Crosscheck"), SV("/"), &says);
	ck_assert(says.delay < 0.1);
}
END_TEST

/* 500 KiB are read and no more, and hostile patterns cost no more than honest ones. */
START_TEST(a_long_file_is_cut_and_read_in_time)
{
	AUTO_ARENA a = arena_new(64 << 20);
	struct robots_says says;
	size_t n = (size_t)2 << 20;
	char *text = arena_alloc(a, n);
	struct sv head = SV(STAR "Disallow: /early\n"), late = SV("\nDisallow: /late\n"), line = SV("\nAllow: /a*a*a*a*a*a*a*a*a*a*b*b*b*b*b*b*b*b*b*b$\n");
	struct sv path = { arena_alloc(a, 4096), 4096 };
	for (size_t i = 0; i < n; i++)
		text[i] = line.p[i % line.n];
	memcpy(text, head.p, head.n);
	memcpy(text + ROBOTS_READ + 1000, late.p, late.n);
	for (size_t i = 0; i < path.n; i++)
		((char *)(uintptr_t)path.p)[i] = i == 0 ? '/' : 'a';
	robots_read(a, (struct sv){ text, n }, SV("Crosscheck"), SV("/early"), &says);
	ck_assert(!says.is_allowed);
	robots_read(a, (struct sv){ text, n }, SV("Crosscheck"), SV("/late"), &says);
	ck_assert(says.is_allowed);
	int64_t began = clock();
	robots_read(a, (struct sv){ text, n }, SV("Crosscheck"), path, &says);
	ck_assert_int_lt((int64_t)(clock() - began) / (CLOCKS_PER_SEC / 1000), 2000);
}
END_TEST

int main(void)
{
	Suite *s = suite_create("robots");
	TCase *t = tcase_create("robots");
	tcase_set_timeout(t, 30);
	tcase_add_loop_test(t, the_longest_pattern_of_the_right_group_decides, 0, sizeof(cases) / sizeof(*cases));
	tcase_add_test(t, a_pause_is_asked_of_those_it_names);
	tcase_add_test(t, a_long_file_is_cut_and_read_in_time);
	suite_add_tcase(s, t);
	return suite_run(s);
}
