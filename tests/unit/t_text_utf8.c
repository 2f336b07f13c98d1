#include <check.h>

#include "text/utf8.h"
#include "../lib/suite.h"

START_TEST(ill_formed_bytes_become_one_mark_a_maximal_part)
{
	AUTO_ARENA a = arena_new(1 << 16);
	size_t bad = 9;
	/* Unicode 15, table 3-8: 61 F1 80 80 E1 80 C2 62 80 63 80 BF 64 */
	struct sv got = utf8_clean(a, SV("a\xF1\x80\x80\xE1\x80\xC2"
					 "b\x80"
					 "c\x80\xBF"
					 "d"),
	    &bad);
	ck_assert(sv_eq(got, SV("a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
				"b\xEF\xBF\xBD"
				"c\xEF\xBF\xBD\xEF\xBF\xBD"
				"d")));
	ck_assert_uint_eq(bad, 6);
	struct sv good = SV("plain, “quoted” \xEF\xBF\xBD 𝔘nicode");
	ck_assert_ptr_eq(utf8_clean(a, good, &bad).p, good.p);
	ck_assert_uint_eq(bad, 0);
}
END_TEST

START_TEST(overlong_forms_surrogates_and_beyond_are_refused)
{
	const char *const bad[] = { "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "\xFF", "\xE2\x82" };
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		ck_assert_msg(!utf8_is_valid(sv_cstr(bad[i])), "%zu", i);
	ck_assert(utf8_is_valid(SV("\xF4\x8F\xBF\xBF\xED\x9F\xBF\x00")));
}
END_TEST

START_TEST(code_points_are_counted_and_found)
{
	struct sv s = SV("aé“𝔘z");
	size_t len;
	ck_assert_uint_eq(utf8_count(s), 5);
	ck_assert_uint_eq(utf8_byte_of(s, 2), 3);
	struct utf8_ruler ruler = { .text = s };
	ck_assert_uint_eq(utf8_ruler_at(&ruler, 3), 2);
	ck_assert_uint_eq(utf8_ruler_at(&ruler, s.n), 5);
	ck_assert_uint_eq(utf8_ruler_at(&ruler, 1), 1); /* back again */
	ck_assert_uint_eq(utf8_byte_of(s, 9), s.n);
	ck_assert(sv_eq(utf8_head(s, 2), SV("aé")));
	ck_assert(sv_eq(utf8_tail(s, 2), SV("𝔘z")));
	ck_assert(sv_eq(utf8_tail(s, 50), s));
	ck_assert_uint_eq(utf8_at(s, 6, &len), 0x1D518);
	ck_assert_uint_eq(len, 4);
	ck_assert_uint_eq(utf8_before(s, 6, &len), 0x201C);
	ck_assert_uint_eq(len, 3);
}
END_TEST

START_TEST(every_scalar_value_goes_both_ways)
{
	for (uint32_t cp = 0; cp <= 0x10FFFF; cp += cp < 0x3000 ? 1 : 251) {
		char out[4];
		size_t n = utf8_put(out, cp), len;
		bool surrogate = cp >= 0xD800 && cp <= 0xDFFF;
		ck_assert_uint_eq(utf8_at((struct sv){ out, n }, 0, &len), surrogate ? UTF8_BAD : cp);
		ck_assert_uint_eq(len, n);
	}
}
END_TEST

START_TEST(letters_have_case_and_class_in_any_script)
{
	AUTO_ARENA a = arena_new(1 << 16);
	ck_assert(sv_eq(utf8_lower(a, SV("ÀÉÎ Straße ДОМ US")), SV("àéî straße дом us")));
	ck_assert(utf8_is_alpha(0x414) && utf8_is_upper(0x414) && !utf8_is_upper(0x434));
	ck_assert(utf8_is_digit('7') && utf8_is_digit(0x0667) && !utf8_is_digit('x'));
	ck_assert(utf8_is_space(0xA0) && utf8_is_space('\n') && !utf8_is_space('x'));
}
END_TEST

int main(void)
{
	Suite *s = suite_create("utf8");
	TCase *t = tcase_create("utf8");
	tcase_add_test(t, ill_formed_bytes_become_one_mark_a_maximal_part);
	tcase_add_test(t, overlong_forms_surrogates_and_beyond_are_refused);
	tcase_add_test(t, code_points_are_counted_and_found);
	tcase_add_test(t, every_scalar_value_goes_both_ways);
	tcase_add_test(t, letters_have_case_and_class_in_any_script);
	suite_add_tcase(s, t);
	return suite_run(s);
}
