#include <check.h>
#include <math.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/num.h"
#include "base/vec.h"
#include "../lib/suite.h"

START_TEST(a_view_is_cut_searched_and_split)
{
	struct sv s = SV("  a,b,,c  "), part, rest = sv_trim(s);
	ck_assert(sv_eq(rest, SV("a,b,,c")));
	ck_assert_uint_eq(sv_find(rest, SV("b,"), 0), 2);
	ck_assert_uint_eq(sv_find(rest, SV("zz"), 0), rest.n);
	ck_assert_uint_eq(sv_find_icase(SV("Hello WORLD"), SV("world"), 0), 6);
	const char *const want[] = { "a", "b", "", "c" };
	for (int i = 0; i < 4; i++) {
		ck_assert(sv_split(&rest, ',', &part));
		ck_assert(sv_eq(part, sv_cstr(want[i])));
	}
	ck_assert(!sv_split(&rest, ',', &part));
	ck_assert(sv_starts_icase(SV("HTTP://x"), SV("http://")));
	ck_assert(sv_ends(SV("a.html"), SV(".html")) && !sv_ends(SV("l"), SV("ml")));
	ck_assert(sv_is_listed(" the a of ", SV("The")) && sv_is_listed(" the a of ", SV("of")));
	ck_assert(!sv_is_listed(" the a of ", SV("h")) && !sv_is_listed(" the a of ", SV("the a")) && !sv_is_listed(" the a of ", SV("")));
	ck_assert_int_lt(sv_cmp(SV("ab"), SV("abc")), 0);
}
END_TEST

START_TEST(numbers_are_written_whole)
{
	static const struct {
		int64_t value;
		const char *written;
	} cases[] = { { 0, "0" }, { 7, "7" }, { -1, "-1" }, { 1000000, "1000000" }, { INT64_MAX, "9223372036854775807" }, { INT64_MIN, "-9223372036854775808" } };
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		AUTO_BUF b = BUF_INIT(100);
		buf_add_i64(&b, cases[i].value);
		ck_assert_msg(sv_eq(buf_sv(&b), sv_cstr(cases[i].written)), "%.*s", SV_ARG(buf_sv(&b)));
	}
}
END_TEST

START_TEST(a_buffer_stops_at_its_ceiling_and_stays_failed)
{
	AUTO_BUF b = BUF_INIT(10);
	buf_add(&b, SV("12345"));
	buf_addf(&b, "%d", 678);
	ck_assert(!b.failed);
	buf_add(&b, SV("toolong"));
	ck_assert(b.failed);
	buf_add(&b, SV("9"));
	ck_assert(sv_eq(buf_sv(&b), SV("12345678")));
	buf_clear(&b);
	ck_assert(!b.failed && b.n == 0);
}
END_TEST

START_TEST(an_arena_gives_zeroed_memory_and_forgets)
{
	AUTO_ARENA a = arena_new(1 << 20);
	ck_assert_str_eq(arena_cstr(a, SV("abc")), "abc");
	ck_assert(sv_eq(arena_printf(a, "%s-%d", "x", 7), SV("x-7")));
	memset(arena_alloc(a, 64), 0xff, 64);
	arena_reset(a);
	ck_assert_uint_eq(arena_used(a), 0);
	const unsigned char *p = arena_alloc(a, 128);
	for (int i = 0; i < 128; i++)
		ck_assert_uint_eq(p[i], 0);
}
END_TEST

START_TEST(an_arena_ends_the_process_at_its_ceiling)
{
	struct arena *a = arena_new(1024);
	ck_assert_ptr_nonnull(arena_alloc(a, 2048));
}
END_TEST

START_TEST(a_vector_grows)
{
	AUTO_ARENA a = arena_new(1 << 20);
	VEC(int) v = { 0 };
	for (int i = 0; i < 1000; i++)
		*VEC_PUSH(a, &v) = i;
	ck_assert_uint_eq(v.n, 1000);
	ck_assert_int_eq(v.v[999], 999);
}
END_TEST

START_TEST(numbers_are_read_whole_or_not_at_all)
{
	int64_t v = 5;
	ck_assert(num_i64(SV("-42"), -100, 100, &v) && v == -42);
	ck_assert(num_i64(SV("9223372036854775807"), INT64_MIN, INT64_MAX, &v) && v == INT64_MAX);
	const char *const bad[] = { "", "-", "+1", "01", "-0", "1 ", "1.0", "9223372036854775808", "101", "1e3" };
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		ck_assert_msg(!num_i64(sv_cstr(bad[i]), -100, i == 7 ? INT64_MAX : 100, &v), "%s", bad[i]);
	double d = 0;
	ck_assert(num_f64(SV("-12.5"), &d) && fabs(d + 12.5) < 1e-12);
	ck_assert(!num_f64(SV("1."), &d) && !num_f64(SV(".5"), &d) && !num_f64(SV("1e5"), &d) && !num_f64(SV("--1"), &d));
}
END_TEST

START_TEST(days_and_instants_go_both_ways)
{
	AUTO_ARENA a = arena_new(1 << 16);
	int32_t day = 0;
	for (int32_t d = -800000; d < 800000; d += 7919)
		ck_assert_int_eq(day_from_civil(civil_from_day(d)), d);
	ck_assert(day_parse(SV("2020-09-09"), &day) && weekday_of(day) == 2);
	ck_assert(sv_eq(day_iso(a, day), SV("2020-09-09")));
	ck_assert(!day_parse(SV("2021-02-29"), &day) && !day_parse(SV("2020-9-09"), &day));
	int64_t t = 0;
	bool zoned = true;
	ck_assert(instant_parse(SV("2020-09-09T14:05:00+02:00"), &t, &zoned) && zoned);
	ck_assert(sv_eq(instant_iso(a, t), SV("2020-09-09T12:05:00Z")));
	ck_assert(instant_parse(SV("2020-09-09 14:05"), &t, &zoned) && !zoned);
	ck_assert(instant_parse(SV("2020-09-09"), &t, NULL) && t == day_from_civil((struct civil){ 2020, 9, 9 }) * CLOCK_DAY);
	ck_assert(!instant_parse(SV("2020-09-09T1405"), &t, NULL) && !instant_parse(SV("yesterday"), &t, NULL));
}
END_TEST

START_TEST(an_error_tells_where_it_came_from)
{
	AUTO_BUF out = BUF_INIT(4096);
	int r = ERR_NEW(-5, "open %s", "x.txt");
	r = ERR_PASS(r);
	ck_assert_int_eq(r, -5);
	err_describe(&out);
	ck_assert(sv_starts(buf_sv(&out), SV("open x.txt (-5) at ")));
	ck_assert(sv_has(buf_sv(&out), SV(" < ")));
	err_clear();
	ck_assert_uint_eq(err_text().n, 0);
}
END_TEST

int main(void)
{
	Suite *s = suite_create("base");
	TCase *t = tcase_create("base");
	tcase_add_test(t, a_view_is_cut_searched_and_split);
	tcase_add_test(t, numbers_are_written_whole);
	tcase_add_test(t, a_buffer_stops_at_its_ceiling_and_stays_failed);
	tcase_add_test(t, an_arena_gives_zeroed_memory_and_forgets);
	tcase_add_test_raise_signal(t, an_arena_ends_the_process_at_its_ceiling, 6);
	tcase_add_test(t, a_vector_grows);
	tcase_add_test(t, numbers_are_read_whole_or_not_at_all);
	tcase_add_test(t, days_and_instants_go_both_ways);
	tcase_add_test(t, an_error_tells_where_it_came_from);
	suite_add_tcase(s, t);
	return suite_run(s);
}
