#include <check.h>

#include "text/segment.h"
#include "../lib/suite.h"

/* Splits `text` and compares with the sentences in `want`, divided by '|'. */
static void expect(const char *text, const char *want)
{
	AUTO_ARENA a = arena_new(1 << 22);
	struct segments got;
	struct sv rest = sv_cstr(want), part;
	size_t i = 0;
	ck_assert_int_eq(segment_sentences(a, sv_cstr(text), SV("en"), &got), 0);
	while (sv_split(&rest, '|', &part)) {
		ck_assert_msg(i < got.n, "too few: %s", text);
		struct sv is = sv_sub(sv_cstr(text), got.v[i].start, got.v[i].end);
		ck_assert_msg(sv_eq(is, part), "got <" SV_FMT ">\nnot <" SV_FMT ">", SV_ARG(is), SV_ARG(part));
		i++;
	}
	ck_assert_msg(got.n == i, "too many: %s", text);
}

START_TEST(sentences_end_at_full_stops)
{
	expect("It rained. The river rose! Who knew?", "It rained.|The river rose!|Who knew?");
	expect("  It rained.  \n\n The river rose ", "It rained.|The river rose");
	expect("“It rained.” He left.", "“It rained.”|He left.");
	expect("It cost 4.5 million. Nobody paid.", "It cost 4.5 million.|Nobody paid.");
}
END_TEST

START_TEST(titles_and_abbreviations_do_not_end_one)
{
	expect("Gen. Holt met Sen. Ada Roth on Nov. 5. They spoke.", "Gen. Holt met Sen. Ada Roth on Nov. 5.|They spoke.");
	expect("The U.S. Army left. It was late.", "The U.S. Army left.|It was late.");
	expect("They came to the U.S. The army left.", "They came to the U.S.|The army left.");
	expect("It was signed by J. R. Weiss. He smiled.", "It was signed by J. R. Weiss.|He smiled.");
	expect("He said no. Then he sat. We went to the sun. See No. 7.", "He said no.|Then he sat.|We went to the sun.|See No. 7.");
	expect("Several firms, incl. Falk Ltd. of Bremen, closed.", "Several firms, incl. Falk Ltd. of Bremen, closed.");
}
END_TEST

START_TEST(a_line_break_always_ends_one)
{
	expect("A headline without a stop\nthe text begins small.", "A headline without a stop|the text begins small.");
	AUTO_ARENA a = arena_new(1 << 20);
	struct segments got;
	ck_assert_int_eq(segment_sentences(a, SV("One.\n\nTwo. Three.\nFour"), SV_NONE, &got), 0);
	static const size_t line[] = { 0, 2, 2, 3 };
	ck_assert_uint_eq(got.n, 4);
	for (size_t i = 0; i < 4; i++)
		ck_assert_uint_eq(got.v[i].line, line[i]);
}
END_TEST

START_TEST(hostile_texts_are_split_in_bounds)
{
	AUTO_ARENA a = arena_new(1 << 26);
	struct segments got;
	char *long_word = arena_alloc(a, 1 << 20);
	memset(long_word, 'x', 1 << 20);
	ck_assert_int_eq(segment_sentences(a, (struct sv){ long_word, 1 << 20 }, SV("en"), &got), 0);
	ck_assert_uint_eq(got.n, 1);
	memset(long_word, '\n', 1 << 20);
	ck_assert_int_eq(segment_sentences(a, (struct sv){ long_word, 1 << 20 }, SV("en"), &got), 0);
	ck_assert_uint_eq(got.n, 0);
	ck_assert_int_eq(segment_sentences(a, SV(""), SV("en"), &got), 0);
	ck_assert_int_eq(segment_sentences(a, SV("\0.\0. A\0b."), SV("no-such-language"), &got), 0);
}
END_TEST

int main(void)
{
	Suite *s = suite_create("segment");
	TCase *t = tcase_create("segment");
	tcase_add_test(t, sentences_end_at_full_stops);
	tcase_add_test(t, titles_and_abbreviations_do_not_end_one);
	tcase_add_test(t, a_line_break_always_ends_one);
	tcase_add_test(t, hostile_texts_are_split_in_bounds);
	suite_add_tcase(s, t);
	return suite_run(s);
}
