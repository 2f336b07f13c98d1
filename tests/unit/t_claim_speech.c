#include <check.h>

#include "base/buf.h"
#include "base/limits.h"
#include "claim/speech_cluster.h"
#include "claim/speech_data.h"
#include "claim/speech_link.h"
#include "../lib/suite.h"

static struct arena *arena;

static void setup(void)
{
	arena = arena_new(MIB(64));
}

static void teardown(void)
{
	arena_free(arena);
}

static struct speech_relations read_all(struct sv text)
{
	struct speech_relations r;
	speech_link_paragraph(arena, text, &(struct span){ 0, text.n }, 1, speech_data_model(), &r);
	return r;
}

static bool is_at(struct sv text, struct span at, const char *want)
{
	return sv_eq(sv_sub(text, at.start, at.end), sv_cstr(want));
}

START_TEST(the_model_finds_who_said_what)
{
	static const struct {
		const char *text, *source, *cue;
	} rows[] = {
		{ "The harbour board said the two new cranes would arrive in spring.", "The harbour board", "said" },
		{ "“We never saw the bill,” Nora Petersen told reporters.", "Nora Petersen", "told" },
		{ "The town will close four schools, according to a report released Monday.", "a report released Monday", "according to" },
		{ "Mayor Ortiz argued that the fares were too low.", "Mayor Ortiz", "argued" },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct sv text = sv_cstr(rows[i].text);
		struct speech_relations r = read_all(text);
		ck_assert_msg(r.n == 1, "%s: %zu relations", rows[i].text, r.n);
		ck_assert_msg(is_at(text, r.v[0].source, rows[i].source), "%s: source " SV_FMT, rows[i].text,
		    SV_ARG(sv_sub(text, r.v[0].source.start, r.v[0].source.end)));
		ck_assert_msg(is_at(text, r.v[0].cue, rows[i].cue), "%s: cue " SV_FMT, rows[i].text,
		    SV_ARG(sv_sub(text, r.v[0].cue.start, r.v[0].cue.end)));
		ck_assert_uint_ge(r.v[0].n_content, 1);
	}
}
END_TEST

START_TEST(plain_narration_has_no_source)
{
	ck_assert_uint_eq(read_all(SV("The river rose by two metres in one night.")).n, 0);
	ck_assert_uint_eq(read_all(SV("")).n, 0);
}
END_TEST

/* Hand-made scores: the middle word is a cue, whatever comes before and behind stays outside. */
START_TEST(decoding_keeps_to_legal_states)
{
	struct speech_words w;
	uint8_t states[3];
	int32_t(*emit)[SPEECH_LABELS] = arena_array(arena, sizeof(*emit), 3);
	int32_t(*step)[SPEECH_STATES][SPEECH_STATES] = arena_alloc(arena, SPEECH_HEAD_BYTES);
	speech_feature_words(arena, SV("one two three"), &(struct span){ 0, 13 }, 1, &w);
	ck_assert_uint_eq(w.n, 3);
	emit[1][1 + 2 * SPEECH_CUE] = 5;
	emit[0][2 + 2 * SPEECH_CUE] = 50; /* an inside without a beginning may not be chosen */
	speech_tag_decode(arena, &w, &(struct speech_scores){ emit, step }, states);
	ck_assert_uint_eq(speech_tag_label(states[1]), 1 + 2 * SPEECH_CUE);
	ck_assert_uint_ne(speech_tag_label(states[0]), 2 + 2 * SPEECH_CUE);
	for (size_t to = 0; to < SPEECH_STATES; to++)
		for (size_t from = 0; from < SPEECH_STATES; from++)
			if (to >= SPEECH_OUTSIDES && (to - SPEECH_OUTSIDES) % 2 == 1)
				ck_assert(speech_tag_may_follow(from, to) == (from == to || from == to - 1));
}
END_TEST

START_TEST(a_possessive_is_a_word_of_its_own)
{
	struct speech_words w;
	speech_feature_words(arena, SV("Ortiz’s aide"), &(struct span){ 0, 14 }, 1, &w);
	ck_assert_uint_eq(w.n, 3);
	ck_assert(sv_eq(w.v[0].lower, SV("ortiz")) && w.v[0].at.end == 5 && w.v[1].at.end == 9);
}
END_TEST

START_TEST(the_tables_are_whole)
{
	uint16_t fine, coarse, other, family;
	ck_assert_uint_eq(speech_data_model().n, SPEECH_HEAD_BYTES + ((size_t)SPEECH_BUCKET_BYTES << SPEECH_BUCKET_BITS));
	speech_cluster_find(speech_cluster_hash(SV("said")), &fine, &family);
	speech_cluster_find(speech_cluster_hash(SV("told")), &other, &coarse);
	ck_assert(fine > 0 && fine <= 1024 && family == coarse && family <= 256);
	speech_cluster_find(speech_cluster_hash(SV("qqzzxw")), &fine, &family);
	ck_assert(fine == 0 && family == 0);
}
END_TEST

START_TEST(hostile_paragraphs_end)
{
	static const char *const bits[] = { "said ", "“", "\"", ", ", "a", "x ", "\xe2\x80\x99s", "Said Said " };
	for (size_t k = 0; k < sizeof(bits) / sizeof(*bits); k++) {
		AUTO_BUF b = BUF_INIT(MIB(1));
		while (b.n < KIB(100))
			buf_add(&b, sv_cstr(bits[k]));
		ck_assert_uint_le(read_all(buf_sv(&b)).n, SPEECH_WORDS_MAX);
	}
}
END_TEST

int main(void)
{
	TCase *tc = tcase_create("speech");
	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_test(tc, the_model_finds_who_said_what);
	tcase_add_test(tc, plain_narration_has_no_source);
	tcase_add_test(tc, decoding_keeps_to_legal_states);
	tcase_add_test(tc, a_possessive_is_a_word_of_its_own);
	tcase_add_test(tc, the_tables_are_whole);
	tcase_add_test(tc, hostile_paragraphs_end);
	Suite *s = suite_create("claim_speech");
	suite_add_tcase(s, tc);
	return suite_run(s);
}
