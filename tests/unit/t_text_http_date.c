#include <check.h>

#include "base/clock.h"
#include "text/http_date.h"
#include "../lib/suite.h"

/* 1994-11-06T08:49:37Z is RFC 9110's own example. */
#define EXAMPLE (INT64_C(784111777) * CLOCK_SECOND)

static const struct {
	struct sv text;
	int64_t right;
} cases[] = {
	{ SV_INIT("Sun, 06 Nov 1994 08:49:37 GMT"), EXAMPLE },
	{ SV_INIT("Sunday, 06-Nov-94 08:49:37 GMT"), EXAMPLE },
	{ SV_INIT("Sun Nov  6 08:49:37 1994"), EXAMPLE },
	{ SV_INIT(" 6 Nov 1994 09:49:37 +0100 "), EXAMPLE },
	{ SV_INIT("Sun, 6 Nov 1994 03:49:37 EST"), EXAMPLE },
	{ SV_INIT("6 Nov 94 08:49 UT"), EXAMPLE - 37 * CLOCK_SECOND },
	{ SV_INIT("Sun, 06 Nov 1994 00:19:37 -0830"), EXAMPLE },
	{ SV_INIT("Thu, 29 Feb 2024 00:00:00 GMT"), INT64_C(1709164800) * CLOCK_SECOND },
};
static const struct sv none[] = {
	SV_INIT(""), SV_INIT("soon"), SV_INIT("120"), SV_INIT("-5"), SV_INIT("Sun, 06 Nov 1994"), SV_INIT("Wed, 29 Feb 2023 00:00:00 GMT"),
	SV_INIT("Sun, 06 Nov 1994 25:00:00 GMT"), SV_INIT("Sun, 06 Nov 1994 08:49:37 XYZ"), SV_INIT("6 7 8 Nov 1994 08:49:37 GMT"), SV_INIT("1994-11-06T08:49:37Z"),
};

START_TEST(every_form_in_use_is_read)
{
	int64_t at = 0;
	ck_assert_msg(http_date_parse(cases[_i].text, &at) && at == cases[_i].right, SV_FMT " gives %lld", SV_ARG(cases[_i].text), (long long)at);
}
END_TEST

START_TEST(what_is_no_date_is_none)
{
	int64_t at = 7;
	ck_assert_msg(!http_date_parse(none[_i], &at) && at == 7, SV_FMT, SV_ARG(none[_i]));
}
END_TEST

START_TEST(a_written_date_reads_back)
{
	AUTO_ARENA a = arena_new(1 << 16);
	int64_t at;
	ck_assert(sv_eq(http_date(a, EXAMPLE + 999999), SV("Sun, 06 Nov 1994 08:49:37 GMT")));
	for (int64_t t = -CLOCK_DAY * 20000; t < CLOCK_DAY * 20000; t += CLOCK_DAY * 777 + 86399 * CLOCK_SECOND)
		ck_assert(http_date_parse(http_date(a, t), &at) && at == t);
}
END_TEST

int main(void)
{
	Suite *s = suite_create("http_date");
	TCase *t = tcase_create("http_date");
	tcase_add_loop_test(t, every_form_in_use_is_read, 0, sizeof(cases) / sizeof(*cases));
	tcase_add_loop_test(t, what_is_no_date_is_none, 0, sizeof(none) / sizeof(*none));
	tcase_add_test(t, a_written_date_reads_back);
	suite_add_tcase(s, t);
	return suite_run(s);
}
