#include "store.h"

static struct q_claim_line claim_now(int64_t id)
{
	struct q_claim_line claim;
	OK(q_claim_by_id(web, arena, &(struct q_claim_by_id_in){ id }, &claim));
	return claim;
}

START_TEST(a_verdict_is_bound_to_the_version_that_was_seen)
{
	int64_t id = 0;
	(void)fixture_article("verdict", SV("The mayor owns nine goats."), &id);
	struct actor ann = fixture_person("v-ann", "reviewer"), bob = fixture_person("v-bob", "reviewer");
	ck_assert_int_eq(review_verdict(web, arena, &ann, (struct review_seen){ id, 1 }, SV("true-ish"), SV("Because.")), STORE_DENIED);
	ck_assert_int_eq(review_verdict(web, arena, &ann, (struct review_seen){ id, 1 }, SV("supported"), SV("")), STORE_DENIED);
	ck_assert_int_eq(review_verdict(web, arena, &ann, (struct review_seen){ 999999, 1 }, SV("supported"), SV("Because.")), STORE_MISSING);
	OK(review_verdict(web, arena, &ann, (struct review_seen){ id, 1 }, SV("supported"), SV("The register says so.")));
	ck_assert_int_eq(review_verdict(web, arena, &bob, (struct review_seen){ id, 1 }, SV("disputed"), SV("A neighbour counted eight.")), STORE_STALE);
	struct q_claim_line claim = claim_now(id);
	ck_assert(sv_eq(claim.rating, SV("supported")) && sv_eq(claim.rating_label, SV("Supported")) && sv_eq(claim.state, SV("reviewed")) && claim.version == 2);
	struct q_kept_edit_list_list kept;
	OK(q_kept_edit_list(web, arena, &(struct q_kept_edit_list_in){ SV("verdict"), id }, &kept));
	ck_assert(kept.n == 1 && sv_eq(kept.v[0].person, SV("v-bob")) && sv_has(kept.v[0].content, SV("A neighbour counted eight.")));
	struct q_verdict_list_list verdicts;
	OK(q_verdict_list(web, arena, &(struct q_verdict_list_in){ id }, &verdicts));
	ck_assert(verdicts.n == 1 && sv_eq(verdicts.v[0].reason, SV("The register says so.")) && sv_eq(verdicts.v[0].wording, SV("The mayor owns nine goats.")));
	OK(review_reword(web, arena, &ann, (struct review_seen){ id, 2 }, SV("The mayor owns nine goats and a dog.")));
	claim = claim_now(id);
	ck_assert(sv_eq(claim.state, SV("reopened")) && claim.version == 3);
}
END_TEST

START_TEST(a_flag_has_an_assignee_who_answers_it)
{
	int64_t id = 0, flag = 0;
	(void)fixture_article("flag", SV("The bridge is 90 metres long."), &id);
	struct actor ann = fixture_person("f-ann", "reviewer"), bob = fixture_person("f-bob", "reviewer");
	struct q_flag_list mine;
	ck_assert_int_eq(review_flag(web, arena, &ann, (struct review_seen){ id, 1 }, SV("Look."), 999999, &flag), STORE_DENIED);
	OK(review_flag(web, arena, &ann, (struct review_seen){ id, 1 }, SV("Another page says 900."), bob.person_id, &flag));
	ck_assert(sv_eq(claim_now(id).state, SV("flagged")));
	OK(q_flag_of_person(web, arena, &(struct q_flag_of_person_in){ bob.person_id }, &mine));
	ck_assert(mine.n == 1 && mine.v[0].id == flag && sv_eq(mine.v[0].raised_by, SV("f-ann")) && sv_eq(mine.v[0].wording, SV("The bridge is 90 metres long.")));
	OK(review_answer_flag(web, arena, &bob, flag, 1, SV("That is the road, not the bridge.")));
	ck_assert_int_eq(review_answer_flag(web, arena, &ann, flag, 1, SV("Too late.")), STORE_STALE);
	ck_assert(sv_eq(claim_now(id).state, SV("unreviewed")));
	OK(q_flag_list(web, arena, &(struct q_flag_list_in){ id }, &mine));
	ck_assert(mine.n == 1 && sv_eq(mine.v[0].state, SV("answered")) && sv_eq(mine.v[0].answered_by, SV("f-bob")) && mine.v[0].answered != INSTANT_NONE);
	OK(q_flag_of_person(web, arena, &(struct q_flag_of_person_in){ bob.person_id }, &mine));
	ck_assert_uint_eq(mine.n, 0);
}
END_TEST

START_TEST(notes_evidence_and_corrections_are_kept_with_their_author)
{
	int64_t id = 0;
	(void)fixture_article("notes", SV("The lake froze in 1963."), &id);
	struct actor ann = fixture_person("n-ann", "reviewer");
	OK(review_note(web, arena, &ann, id, SV("I asked the archive.")));
	ck_assert_int_eq(review_note(web, arena, &ann, id, SV("")), STORE_DENIED);
	OK(review_evidence(web, arena, &ann, id, SV("https://archive.example/1963"), SV("A photograph of skaters"), SV("supports")));
	ck_assert_int_eq(review_evidence(web, arena, &ann, id, SV("https://archive.example/1963"), SV("A photograph"), SV("proves")), STORE_DENIED);
	struct q_appearance_list appearances;
	OK(q_appearance_of_claim(web, arena, &(struct q_appearance_of_claim_in){ id }, &appearances));
	OK(review_correct_machine(web, arena, &ann, appearances.v[0].id, SV("date"), SV("The year is a winter.")));
	struct q_note_list_list notes;
	struct q_evidence_list_list evidence;
	struct q_correction_of_claim_list corrections;
	OK(q_note_list(web, arena, &(struct q_note_list_in){ id }, &notes));
	OK(q_evidence_list(web, arena, &(struct q_evidence_list_in){ id }, &evidence));
	OK(q_correction_of_claim(web, arena, &(struct q_correction_of_claim_in){ id }, &corrections));
	ck_assert(notes.n == 1 && sv_eq(notes.v[0].person, SV("n-ann")) && evidence.n == 1 && sv_eq(evidence.v[0].stance, SV("supports")));
	ck_assert(corrections.n == 1 && sv_eq(corrections.v[0].part, SV("date")));
	struct q_audit_list history;
	OK(q_audit_list(web, arena, &(struct q_audit_list_in){ 0, SV("claim"), id, 50 }, &history));
	ck_assert_uint_eq(history.n, 3);
}
END_TEST

START_TEST(a_person_adds_the_claim_the_machine_missed)
{
	int64_t id = 0;
	struct article_place place = fixture_article("missed", SV("Première phrase, déjà lue.\nThe café sold 70 cakes — all gone."), NULL);
	struct actor ann = fixture_person("m-ann", "reviewer");
	struct review_selection in = { .article_id = place.article_id, .revision_id = place.revision_id, .start = 31, .end = 49, .quote = SV("café sold 70 cakes"), .wording = SV("") };
	OK(review_add_claim(web, arena, &ann, &in, &id));
	struct q_appearance_list appearances;
	OK(q_appearance_of_claim(web, arena, &(struct q_appearance_of_claim_in){ id }, &appearances));
	ck_assert_uint_eq(appearances.n, 1);
	const struct q_appearance *p = &appearances.v[0];
	ck_assert(sv_eq(p->sentence, SV("The café sold 70 cakes — all gone.")) && p->sentence_start == 27 && p->sentence_end == 61);
	ck_assert(sv_eq(p->prefix, SV("Première phrase, déjà lue.\nThe ")) && sv_eq(p->suffix, SV(" — all gone.")) && !p->is_machine);
	struct q_claim_line claim = claim_now(id);
	ck_assert(!claim.is_machine && claim.n_appearances == 1 && claim.n_sources == 1);
	in.start++;
	ck_assert_int_eq(review_add_claim(web, arena, &ann, &in, &id), STORE_DENIED);
	in.start = 20;
	in.end = 40;
	in.quote = SV("jà lue.\nThe café so");
	ck_assert_int_eq(review_add_claim(web, arena, &ann, &in, &id), STORE_DENIED);
	in.end = 4000;
	ck_assert_int_eq(review_add_claim(web, arena, &ann, &in, &id), STORE_DENIED);
	in.revision_id++;
	ck_assert_int_eq(review_add_claim(web, arena, &ann, &in, &id), STORE_STALE);
}
END_TEST

START_TEST(a_claim_is_found_by_its_words)
{
	int64_t id = 0;
	struct q_search_claims_list found;
	(void)fixture_article("words", SV("Ninety quokkas escaped from the reserve."), &id);
	OK(q_search_claims(web, arena, &(struct q_search_claims_in){ SV("escaping quokka"), 10, 0 }, &found));
	ck_assert(found.n == 1 && found.v[0].id == id && sv_has(found.v[0].shown, SV("\x02quokkas\x03")));
	OK(q_search_claims(web, arena, &(struct q_search_claims_in){ SV("quokka -reserve"), 10, 0 }, &found));
	ck_assert_uint_eq(found.n, 0);
	OK(q_search_claims(web, arena, &(struct q_search_claims_in){ SV("\"(' :* & |"), 10, 0 }, &found));
	ck_assert_uint_eq(found.n, 0);
}
END_TEST

Suite *store_reviews(void)
{
	Suite *s = suite_create("reviews");
	TCase *t = tcase_create("reviews");
	tcase_add_checked_fixture(t, fixture_open, fixture_close);
	tcase_add_test(t, a_verdict_is_bound_to_the_version_that_was_seen);
	tcase_add_test(t, a_flag_has_an_assignee_who_answers_it);
	tcase_add_test(t, notes_evidence_and_corrections_are_kept_with_their_author);
	tcase_add_test(t, a_person_adds_the_claim_the_machine_missed);
	tcase_add_test(t, a_claim_is_found_by_its_words);
	suite_add_tcase(s, t);
	return s;
}
