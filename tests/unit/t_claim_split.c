/* One sentence, several facts: each part with its own span, wording, figures and claimant (claim/split.h, through claim_read). */
#include <check.h>

#include "claim/claim.h"
#include "../lib/suite.h"

static struct arena *arena;

static void setup(void)
{
	arena = arena_new((size_t)1 << 26);
}

static void teardown(void)
{
	arena_free(arena);
}

static struct claim_list read_text(const char *text)
{
	struct claim_list list;
	claim_read(arena, &(struct claim_input){ .text = sv_cstr(text), .published = day_from_civil((struct civil){ 2021, 3, 10 }) }, &list);
	return list;
}

/* The wordings of a sentence's claims, divided by '|'. */
static void expect(const char *text, const char *want)
{
	struct claim_list got = read_text(text);
	struct sv rest = sv_cstr(want), part;
	size_t i = 0;
	while (sv_split(&rest, '|', &part)) {
		ck_assert_msg(i < got.n, "too few claims: %s", text);
		ck_assert_msg(sv_eq(got.v[i].wording, part), "got <" SV_FMT ">\nnot <" SV_FMT ">", SV_ARG(got.v[i].wording), SV_ARG(part));
		ck_assert(sv_eq(sv_sub(sv_cstr(text), got.v[i].at.start, got.v[i].at.end), got.v[i].quote));
		ck_assert(got.v[i].sentence.start <= got.v[i].at.start && got.v[i].at.end <= got.v[i].sentence.end);
		i++;
	}
	ck_assert_msg(got.n == i, "too many claims: %s", text);
}

static const struct claim *find(const struct claim_list *list, const char *opening)
{
	for (size_t i = 0; i < list->n; i++)
		if (sv_starts(list->v[i].quote, sv_cstr(opening)))
			return &list->v[i];
	ck_abort_msg("no claim begins with %s", opening);
}

START_TEST(joined_verbs_take_their_subject_along)
{
	expect("The firm cut 300 jobs in May and closed two plants in June.", "The firm cut 300 jobs in May|The firm closed two plants in June");
	expect("The port will hire 400 dockers by June and build three cranes by 2025.",
	    "The port will hire 400 dockers by June|The port will build three cranes by 2025");
	expect("In 2019 the ministry bought 40 tanks and sold 12 ships.", "In 2019 the ministry bought 40 tanks|In 2019 the ministry sold 12 ships");
	struct claim_list list = read_text("In 2019 the ministry bought 40 tanks and sold 12 ships.");
	const struct claim *sold = find(&list, "sold");
	ck_assert_uint_eq(sold->n_quantities, 1);
	ck_assert(sold->quantities[0].lo == 12);
	ck_assert_uint_eq(sold->n_dates, 1); /* "In 2019" holds for both */
}
END_TEST

START_TEST(clauses_with_subjects_of_their_own_stand_apart)
{
	expect("Sales rose 4% in 2019, and the number of shops fell to 300.", "Sales rose 4% in 2019|The number of shops fell to 300");
	expect("Prices rose 3 percent; wages fell 1 percent.", "Prices rose 3 percent|Wages fell 1 percent");
	expect("The army lost 300 men, while the rebels lost 90.", "The army lost 300 men|The rebels lost 90");
}
END_TEST

START_TEST(relative_clauses_and_appositions_are_facts_too)
{
	expect("The plant, which employs 400 people, will close in June.", "The plant, which employs 400 people, will close in June.|The plant employs 400 people");
	expect("The war against the Vandals, who sacked 12 towns in 1990, cost $4 billion.",
	    "The war against the Vandals, who sacked 12 towns in 1990, cost $4 billion.|The Vandals sacked 12 towns in 1990");
	expect("Some 300 people, 40 of them children, died in the flood.", "Some 300 people, 40 of them children, died in the flood.|Some 300 people, 40 of them children");
	struct claim_list list = read_text("The plant, which employs 400 people, will close in June.");
	ck_assert_uint_eq(list.v[0].n_quantities, 0);
	ck_assert_uint_eq(list.v[1].n_quantities, 1);
	ck_assert_uint_eq(list.v[0].n_dates, 1);
}
END_TEST

START_TEST(the_claimant_holds_for_what_was_said_only)
{
	struct claim_list list = read_text("Siemens, which employs 290,000 people, said on Monday that sales rose 4 percent and the number of orders fell to 300.");
	ck_assert_uint_eq(list.n, 3);
	ck_assert(find(&list, "Siemens")->said.speaker.p != NULL);
	ck_assert(find(&list, "the number of orders")->said.speaker.p != NULL);
	ck_assert_ptr_null(find(&list, "which employs")->said.speaker.p);
}
END_TEST

START_TEST(what_hangs_together_is_left_together)
{
	static const char *const whole[] = {
		"Soldiers killed 40 civilians and 12 aid workers stationed in the town.",
		"“We lost 40 boats and we sold 12,” said Captain Holt.",
		"The bridge was built in 1970 and renovated in 2010.",
		"Because sales fell 3% and costs rose 5%, the firm closed two plants.",
		"Between May and July the army lost 300 men.",
		"Anna Berg, 45, said that two schools would close.",
		"The river rose by 3 metres in 2014 and by 5 metres in 2019.",
		"The mayor named a firm that built 12 bridges and sold two of them.",
		"Some 12 dogs, 3 cats and 4 birds died in the fire.",
	};
	for (size_t i = 0; i < sizeof(whole) / sizeof(*whole); i++)
		expect(whole[i], whole[i]);
}
END_TEST

START_TEST(hostile_sentences_are_cut_in_bounds)
{
	char *s = arena_alloc(arena, 4000);
	for (size_t i = 0; i + 8 <= 3900; i += 8)
		memcpy(s + i, "; and 4 ", 8);
	memcpy(s + 3896, "end.", 5);
	(void)read_text(s);
	(void)read_text("; ; ; 4, which, who 5; and");
	(void)read_text(", which rose 4");
	(void)read_text("and 4 rose, which");
}
END_TEST

int main(void)
{
	Suite *s = suite_create("split");
	TCase *t = tcase_create("split");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, joined_verbs_take_their_subject_along);
	tcase_add_test(t, clauses_with_subjects_of_their_own_stand_apart);
	tcase_add_test(t, relative_clauses_and_appositions_are_facts_too);
	tcase_add_test(t, the_claimant_holds_for_what_was_said_only);
	tcase_add_test(t, what_hangs_together_is_left_together);
	tcase_add_test(t, hostile_sentences_are_cut_in_bounds);
	suite_add_tcase(s, t);
	return suite_run(s);
}
