#include <check.h>

#include "base/limits.h"
#include "compare/revision.h"
#include "../lib/suite.h"

#define PART(p) (1u << EDIT_##p)

/* Two wordings of a sentence, what the edit did, and a piece of how it is said. */
static const struct {
	struct sv before, after;
	unsigned parts;
	struct sv says;
} edits[] = {
	{ SV_INIT("The bridge cost 12 million euros."), SV_INIT("The bridge cost 12 million euros."), 0, SV_INIT("") },
	{ SV_INIT("The bridge cost 12 million euros."), SV_INIT("The bridge cost, 12 million euros"), 0, SV_INIT("") },
	{ SV_INIT("The bridge cost 12 million euros."), SV_INIT("The bridge cost 15 million euros."), PART(NUMBER), SV_INIT("15 million euros") },
	{ SV_INIT("The bridge cost 12 million euros."), SV_INIT("The bridge cost 12m euros."), PART(WORDING), SV_INIT("other words") },
	{ SV_INIT("The bridge cost 12 million euros."), SV_INIT("The bridge cost about 12 million euros."), PART(HEDGE), SV_INIT("about 12 million euros") },
	{ SV_INIT("The bridge will close on 3 March 2026."), SV_INIT("The bridge will close on 5 March 2026."), PART(DATE), SV_INIT("5 March 2026") },
	{ SV_INIT("The bridge was inspected by Anna Keller."), SV_INIT("The bridge was inspected by Anna Kessler."), PART(NAME), SV_INIT("Keller") },
	{ SV_INIT("The bridge is unsafe, the mayor said."), SV_INIT("The bridge is unsafe, an engineer said."), PART(ATTRIBUTION), SV_INIT("the mayor") },
	{ SV_INIT("The bridge is safe."), SV_INIT("The bridge is not safe."), PART(NEGATION), SV_INIT("added") },
	{ SV_INIT("The crews have never seen the crack."), SV_INIT("The crews have seen the crack."), PART(NEGATION), SV_INIT("removed") },
	{ SV_INIT("The bridge will close for repairs."), SV_INIT("The bridge may close for repairs."), PART(HEDGE), SV_INIT("may") },
	{ SV_INIT("The bridge is old and rusty."), SV_INIT("The bridge is old and worn."), PART(WORDING), SV_INIT("other words") },
};

START_TEST(an_edit_is_told_by_what_a_checker_goes_by)
{
	AUTO_ARENA a = arena_new(MIB(64));
	struct edit e;
	edit_of(a, edits[_i].before, edits[_i].after, day_from_civil((struct civil){ 2026, 3, 1 }), &e);
	ck_assert_msg(e.parts == edits[_i].parts && sv_has(e.why, edits[_i].says), SV_FMT " -> " SV_FMT ": parts %u, '" SV_FMT "'", SV_ARG(edits[_i].before),
	    SV_ARG(edits[_i].after), e.parts, SV_ARG(e.why));
}
END_TEST

#define FIRST "The old bridge over the Elbe will close in autumn.\n"
#define COST "It costs 12 million euros to repair. "
#define LORRIES "About 600 lorries a day will go round through the town.\n"
#define LAST "Residents fear the noise and the dust of the detour."

static struct sv anchored(struct arena *a, struct sv before, struct sv after, struct sv sentence, struct anchor *ret)
{
	struct revision_pair pair;
	size_t at = sv_find(before, sentence, 0);
	struct span where = { at, at + sentence.n };
	ck_assert_uint_lt(at, before.n);
	ck_assert_int_eq(revision_pair_open(a, before, after, DAY_NONE, &pair), 0);
	revision_anchor(a, &pair, where, where, ret);
	return sv_sub(after, ret->sentence.start, ret->sentence.end);
}

static const struct {
	struct sv after, sentence;
	enum anchor_state state;
	struct sv stands;
} anchors[] = {
	{ SV_INIT(FIRST COST LORRIES LAST), SV_INIT("It costs 12 million euros to repair."), ANCHOR_INTACT, SV_INIT("It costs 12 million euros to repair.") },
	{ SV_INIT("A word before it all.\n" FIRST COST LORRIES LAST), SV_INIT("It costs 12 million euros to repair."), ANCHOR_INTACT, SV_INIT("It costs 12 million euros to repair.") },
	{ SV_INIT(FIRST "It costs 15 million euros to repair. " LORRIES LAST), SV_INIT("It costs 12 million euros to repair."), ANCHOR_EDITED, SV_INIT("It costs 15 million euros to repair.") },
	{ SV_INIT(FIRST LORRIES LAST), SV_INIT("It costs 12 million euros to repair."), ANCHOR_GONE, SV_INIT("") },
	{ SV_INIT(LAST "\n" FIRST COST LORRIES), SV_INIT(LAST), ANCHOR_MOVED, SV_INIT(LAST) },
	{ SV_INIT("Nothing of it is left but these few words."), SV_INIT("It costs 12 million euros to repair."), ANCHOR_GONE, SV_INIT("") },
	{ SV_INIT(FIRST COST "Some 700 lorries a day will go round through the town, the mayor said.\n" LAST), SV_INIT("About 600 lorries a day will go round through the town."), ANCHOR_EDITED,
	    SV_INIT("Some 700 lorries a day will go round through the town, the mayor said.") },
};

START_TEST(every_claim_is_found_again_or_said_to_be_gone)
{
	AUTO_ARENA a = arena_new(MIB(64));
	struct anchor is;
	struct sv stands = anchored(a, SV(FIRST COST LORRIES LAST), anchors[_i].after, anchors[_i].sentence, &is);
	ck_assert_msg(is.state == anchors[_i].state && sv_eq(stands, anchors[_i].stands), SV_FMT ": '" SV_FMT "'", SV_ARG(anchor_state_name(is.state)), SV_ARG(stands));
	ck_assert((is.state == ANCHOR_EDITED) == (is.edit.parts != 0));
}
END_TEST

START_TEST(an_edit_beside_a_claim_says_what_it_did)
{
	AUTO_ARENA a = arena_new(MIB(64));
	struct anchor is;
	(void)anchored(a, SV(FIRST COST LORRIES LAST), anchors[6].after, anchors[6].sentence, &is);
	ck_assert(is.edit.parts & PART(NUMBER));
	ck_assert(is.edit.parts & PART(ATTRIBUTION));
}
END_TEST

static const struct {
	struct sv before, after;
	bool right;
} pairs[] = {
	{ SV_INIT("A bridge closes.\nUpdated 10:45 GMT"), SV_INIT("A bridge closes.\nUpdated 2 hours ago"), true },
	{ SV_INIT("A bridge closes.\n12 comments"), SV_INIT("A bridge  closes.\n1.3k comments\n"), true },
	{ SV_INIT("A bridge closes.\n3 min read"), SV_INIT("A bridge closes."), true },
	{ SV_INIT("A bridge \xE2\x80\x9C" "closes\xE2\x80\x9D \xE2\x80\x93 soon."), SV_INIT("A bridge \"closes\" - soon."), true },
	{ SV_INIT("A bridge closes. It is old."), SV_INIT("A bridge closes.\nIt is old."), true },
	{ SV_INIT("A bridge closes."), SV_INIT("A bridge has closed."), false },
	{ SV_INIT("It costs 12 million."), SV_INIT("It costs 13 million."), false },
	{ SV_INIT("It closed in May 2025."), SV_INIT("It closed in June 2025."), false },
	{ SV_INIT("A bridge closes."), SV_INIT("A bridge closes.\nCorrection: it is a tunnel."), false },
};

START_TEST(clocks_and_counters_are_no_change)
{
	AUTO_ARENA a = arena_new(MIB(64));
	ck_assert_msg(revision_is_same(a, pairs[_i].before, pairs[_i].after) == pairs[_i].right, SV_FMT " / " SV_FMT, SV_ARG(pairs[_i].before), SV_ARG(pairs[_i].after));
}
END_TEST

START_TEST(a_site_owning_up_is_heard)
{
	ck_assert(revision_is_notice(SV("Correction: An earlier figure was wrong.")));
	ck_assert(revision_is_notice(SV("This article was amended on 3 March 2026 to correct the cost.")));
	ck_assert(revision_is_notice(SV("An earlier version of this article gave the wrong name.")));
	ck_assert(revision_is_notice(SV("Editor\xE2\x80\x99s note: the date has changed.")));
	ck_assert(!revision_is_notice(SV("The correction of the river cost 12 million.")));
	ck_assert(!revision_is_notice(SV("He said the figure was wrong.")));
}
END_TEST

int main(void)
{
	Suite *s = suite_create("revision");
	TCase *t = tcase_create("revision");
	tcase_add_loop_test(t, an_edit_is_told_by_what_a_checker_goes_by, 0, sizeof(edits) / sizeof(*edits));
	tcase_add_loop_test(t, every_claim_is_found_again_or_said_to_be_gone, 0, sizeof(anchors) / sizeof(*anchors));
	tcase_add_test(t, an_edit_beside_a_claim_says_what_it_did);
	tcase_add_loop_test(t, clocks_and_counters_are_no_change, 0, sizeof(pairs) / sizeof(*pairs));
	tcase_add_test(t, a_site_owning_up_is_heard);
	suite_add_tcase(s, t);
	return suite_run(s);
}
