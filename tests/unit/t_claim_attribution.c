#include <check.h>

#include "claim/attribution.h"
#include "claim/outlet.h"
#include "../lib/suite.h"

static struct arena *arena;
static struct speech_context context;

static void setup(void)
{
	arena = arena_new(1 << 22);
	context = (struct speech_context){ 0 };
}

static void teardown(void)
{
	arena_free(arena);
}

static struct attribution read_one(const char *sentence)
{
	struct attribution said;
	struct sv text = sv_cstr(sentence);
	attribution_find(arena, text, (struct span){ 0, text.n }, &context, &said);
	return said;
}

static void expect(const char *sentence, const char *speaker, const char *via)
{
	struct attribution said = read_one(sentence);
	ck_assert_msg(sv_eq(said.speaker, sv_cstr(speaker)), "%s\n  speaker: " SV_FMT, sentence, SV_ARG(said.speaker));
	ck_assert_msg(sv_eq(said.via, sv_cstr(via)), "%s\n  via: " SV_FMT, sentence, SV_ARG(said.via));
}

START_TEST(the_subject_of_a_reporting_verb_speaks)
{
	expect("The ministry said 40 people had been hurt.", "The ministry", NULL);
	expect("Mayor Lena Ortiz announced on Monday that the bridge would close.", "Mayor Lena Ortiz", NULL);
	expect("Two schools will close by June, a senior official has said.", "a senior official", NULL);
	expect("Jonas Falk, chairman of the port authority, told reporters that 12 ships waited.", "Jonas Falk", NULL);
	expect("Ortiz, who took office in May, has previously promised lower fares.", "Mayor Lena Ortiz", NULL);
	expect("During a visit to the harbour in June, Falk said cranes would be replaced.", "Jonas Falk", NULL);
	expect("“We lost nine boats,” said Captain Mira Holt.", "Captain Mira Holt", NULL);
}
END_TEST

START_TEST(a_sentence_without_speech_has_no_speaker)
{
	expect("The river rose by two metres in a week.", NULL, NULL);
	expect("The reports were burned in the yard.", NULL, NULL);
	expect("Insurance claims doubled.", NULL, NULL);
	expect("One dollar is the estimated cost of a page.", NULL, NULL);
	expect("The mayor stayed away, citing the cost.", NULL, NULL);
	expect("Lena Ortiz, the mayor's aide, said Falk's planned visit had been put off.", "Lena Ortiz", NULL);
}
END_TEST

START_TEST(the_way_it_came_is_an_outlet)
{
	expect("The number of beds will fall from 900 to 700, according to the BBC.", NULL, "BBC");
	expect("Minister Ada Roth told reporters that 30 trains were late, according to Reuters.", "Minister Ada Roth", "Reuters");
	expect("Roth mentioned in an interview with Axios that fares would rise.", "Minister Ada Roth", "Axios");
	expect("“It was dark,” Nils Berg told the Harbour Gazette.", "Nils Berg", "Harbour Gazette");
	expect("The Beeb reported that 15 houses had burned.", NULL, "BBC");
	expect("The court rejected the appeal, the Times reported.", "The court", "Times");
	expect("Speaking to Sky News, the chancellor said taxes would fall.", "the chancellor", "Sky News");
	expect("At least 20 people died, according to local police.", "local police", NULL);
}
END_TEST

START_TEST(pronouns_titles_and_surnames_are_resolved)
{
	expect("General Aron Weiss said the base would close.", "General Aron Weiss", NULL);
	expect("He said 300 soldiers would move.", "General Aron Weiss", NULL);
	expect("Weiss added that nobody would lose their post.", "General Aron Weiss", NULL);
	expect("The general told lawmakers that the move would cost $2 million.", "General Aron Weiss", NULL);
}
END_TEST

START_TEST(unnamed_sources_and_direct_speech_are_marked)
{
	ck_assert(read_one("A senior official said the talks had failed.").is_anonymous);
	ck_assert(!read_one("General Aron Weiss said the talks had failed.").is_anonymous);
	ck_assert(read_one("“The talks have failed,” Weiss said.").is_direct);
	ck_assert(!read_one("Weiss said the “final” talks had failed.").is_direct);
}
END_TEST

START_TEST(hedges_are_named)
{
	static const struct {
		const char *sentence;
		enum hedge_kind want;
	} rows[] = {
		{ "The plant may close.", HEDGE_MAY },
		{ "It closed in May 2019.", HEDGE_NONE },
		{ "Sales are expected to fall.", HEDGE_EXPECTED },
		{ "The city plans to build 90 flats.", HEDGE_PLANNED },
		{ "He allegedly took $400.", HEDGE_ALLEGED },
		{ "The ministry denied that 40 had died.", HEDGE_DENIED },
		{ "Forty died.", HEDGE_NONE },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct words w;
		struct sv text = sv_cstr(rows[i].sentence);
		word_list(arena, text, (struct span){ 0, text.n }, &w);
		ck_assert_msg(attribution_hedge(&w) == rows[i].want, "%s", rows[i].sentence);
	}
}
END_TEST

START_TEST(words_keep_their_inner_marks)
{
	static const char *const want[] = { "The", "U.S.", "ministry's", "5,200", "pro-market", "men", ",", "al-Kadhi", "." };
	struct sv text = SV("The U.S. ministry's 5,200 pro-market men, al-Kadhi.");
	struct words w;
	word_list(arena, text, (struct span){ 0, text.n }, &w);
	ck_assert_uint_eq(w.n, sizeof(want) / sizeof(*want));
	for (size_t i = 0; i < w.n; i++)
		ck_assert(sv_eq(w.v[i].text, sv_cstr(want[i])));
	ck_assert(word_at(&w, 99)->is_mark && w.v[3].is_number && !w.v[4].is_capital);
}
END_TEST

START_TEST(hostile_sentences_are_read_in_bounds)
{
	char *commas = arena_alloc(arena, 20000);
	memset(commas, ',', 20000);
	struct sv text = { commas, 20000 };
	struct attribution said;
	attribution_find(arena, text, (struct span){ 0, text.n }, &context, &said);
	ck_assert_ptr_null(said.speaker.p);
	(void)read_one("said");
	(void)read_one("according to");
	(void)read_one("told the");
	(void)read_one(", , said said of of of");
}
END_TEST

int main(void)
{
	Suite *s = suite_create("attribution");
	TCase *t = tcase_create("attribution");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, the_subject_of_a_reporting_verb_speaks);
	tcase_add_test(t, a_sentence_without_speech_has_no_speaker);
	tcase_add_test(t, the_way_it_came_is_an_outlet);
	tcase_add_test(t, pronouns_titles_and_surnames_are_resolved);
	tcase_add_test(t, unnamed_sources_and_direct_speech_are_marked);
	tcase_add_test(t, hedges_are_named);
	tcase_add_test(t, words_keep_their_inner_marks);
	tcase_add_test(t, hostile_sentences_are_read_in_bounds);
	suite_add_tcase(s, t);
	return suite_run(s);
}
