/* How many were killed and injured: compare/toll.h. */
#include "compare/toll.h"

#include <check.h>
#include <stdlib.h>

#include "base/limits.h"
#include "../lib/suite.h"

static struct arena *a;

static void setup(void) { a = arena_new(MIB(16)); }
static void teardown(void) { arena_free(a); }

struct article {
	const char *title, *text;
	int32_t day;
};

static struct toll_reading read_one(const struct article *x)
{
	struct toll_reading r;
	ck_assert_int_eq(toll_read(a, sv_cstr(x->title), sv_cstr(x->text), x->day, &r), 0);
	return r;
}

static bool mentions(const struct toll_reading *r, enum toll_role role, int count, enum toll_where where)
{
	for (size_t i = 0; i < r->n; i++)
		if (r->mentions[i].role == role && r->mentions[i].count == count && r->mentions[i].where == where)
			return true;
	return false;
}

static const struct {
	const char *title;
	enum toll_role role;
	int count;
} titles[] = {
	{ "Two men killed in crash on coast road", TOLL_KILLED, 2 },
	{ "Bus fire leaves 3 dead", TOLL_KILLED, 3 },
	{ "Blast kills 12, injures 30", TOLL_KILLED, 12 },
	{ "Blast kills 12, injures 30", TOLL_INJURED, 30 },
	{ "Woman fatally stabbed at station", TOLL_KILLED, 1 },
	{ "Teenager wounded outside school", TOLL_INJURED, 1 },
	{ "17-year-old hurt in fall from bridge", TOLL_INJURED, 1 },
	{ "Five people shot at street party", TOLL_STRUCK_AT, 5 },
	{ "Four passengers were critically injured on Sunday", TOLL_INJURED, 4 },
	{ "Police: 2 other men wounded", TOLL_INJURED, 2 },
	{ "A mother and her son were killed", TOLL_KILLED, 2 },
	{ "Crash kills a farmer, a driver and a student", TOLL_KILLED, 1 },
	{ "Collapse sent nine people to the hospital", TOLL_CARED, 9 },
	{ "He faces six counts of attempted murder", TOLL_ATTEMPTED, 6 },
	{ "Triple homicide in harbour town", TOLL_MOURNED, 3 },
	{ "Couple found dead in cabin", TOLL_KILLED, 2 },
};

START_TEST(a_count_belongs_to_a_word_of_harm)
{
	struct toll_reading r = read_one(&(struct article){ titles[_i].title, "", DAY_NONE });
	ck_assert_msg(mentions(&r, titles[_i].role, titles[_i].count, TOLL_TITLE), "%s", titles[_i].title);
}
END_TEST

static const char *const nobody[] = {
	"Nobody was hurt when the roof fell at 7.30 a.m.",
	"The car was hit 12 times on 3rd Street",
	"No one was injured",
	"The shop reopened after 40 years",
};

START_TEST(what_harms_nobody_counts_nobody)
{
	struct toll_reading r = read_one(&(struct article){ nobody[_i], "", DAY_NONE });
	for (size_t i = 0; i < r.n; i++)
		ck_assert_msg(r.mentions[i].role != TOLL_KILLED && r.mentions[i].role != TOLL_INJURED, "%s", nobody[_i]);
}
END_TEST

START_TEST(places_and_classes_are_kept_apart)
{
	struct toll_reading r = read_one(&(struct article){ "Shots fired at bank", "One. Two. Three. A guard died in hospital. Jane Roe, 34, was treated.", 12 });
	ck_assert(r.has[TOLL_TITLE][TOLL_SHOTS] && !r.has[TOLL_LEAD][TOLL_DIED] && r.has[TOLL_BODY][TOLL_DIED] && r.has[TOLL_BODY][TOLL_CARE]);
	ck_assert_int_eq(r.n_named, 1);
	ck_assert_int_eq(r.published, 12);
}
END_TEST

START_TEST(attempted_murder_kills_nobody)
{
	struct toll_reading r = read_one(&(struct article){ "Man charged with attempted murder", "", DAY_NONE });
	ck_assert(r.has[TOLL_TITLE][TOLL_ATTEMPT] && !r.has[TOLL_TITLE][TOLL_DEATH]);
}
END_TEST

static struct toll choose(const struct article *v, size_t n)
{
	struct toll_reading r[8];
	struct toll toll;
	for (size_t i = 0; i < n; i++)
		r[i] = read_one(&v[i]);
	toll_choose(a, r, n, &toll);
	return toll;
}

START_TEST(a_total_holds_its_parts)
{
	const struct article one = { "Five people shot, two dead", "Five people were shot on Friday night and two of them died, police said. Three others were wounded.", DAY_NONE };
	struct toll t = choose(&one, 1);
	ck_assert_int_eq(t.killed, 2);
	ck_assert_int_eq(t.injured, 3);
}
END_TEST

START_TEST(most_articles_outweigh_one)
{
	const struct article v[] = {
		{ "Two killed, one injured in shooting", "Two men were killed and a woman was injured in a shooting on Sunday.", 10 },
		{ "Shooting leaves two dead", "Two men are dead and one woman was wounded after a shooting.", 10 },
		{ "Man killed in shooting", "A man was killed in a shooting on Sunday.", 9 },
	};
	struct toll t = choose(v, 3);
	ck_assert_int_eq(t.killed, 2);
	ck_assert_int_eq(t.injured, 1);
}
END_TEST

START_TEST(nobody_harmed)
{
	const struct article one = { "Man arrested after robbery at store", "A man with a gun robbed a store on Monday. Nobody was hurt. He was arrested with a loaded handgun.", DAY_NONE };
	struct toll t = choose(&one, 1);
	ck_assert_int_eq(t.killed, 0);
	ck_assert_int_eq(t.injured, 0);
}
END_TEST

START_TEST(large_counts_are_found)
{
	const struct article v[] = {
		{ "Bomb kills 14 at market, 60 wounded", "A bomb killed 14 people and wounded 60 others at a market.", 5 },
		{ "14 dead, 60 injured in market bombing", "At least 14 people died and 60 people were injured.", 5 },
	};
	struct toll t = choose(v, 2);
	ck_assert_int_eq(t.killed, 14);
	ck_assert_int_eq(t.injured, 60);
}
END_TEST

START_TEST(pair_features_see_sums)
{
	const struct article one = { "Six people shot", "Six people were shot.", DAY_NONE };
	struct toll_reading r = read_one(&one);
	double sums[TOLL_PAIR_FEATURES], other[TOLL_PAIR_FEATURES];
	toll_pair(&r, 1, 2, 4, sums);
	toll_pair(&r, 1, 2, 5, other);
	double more = 0;
	for (size_t i = 0; i < TOLL_PAIR_FEATURES; i++)
		more += sums[i] - other[i];
	ck_assert(more > 0);
}
END_TEST

START_TEST(empty_and_long_texts_are_read)
{
	char *long_text = arena_alloc(a, 60000);
	for (size_t i = 0; i + 20 < 60000; i += 16)
		for (size_t k = 0; k < 16; k++)
			long_text[i + k] = "A man was shot. "[k];
	struct toll t = choose(&(struct article){ "", "", DAY_NONE }, 1);
	ck_assert_int_eq(t.killed + t.injured, 0);
	struct toll_reading r = read_one(&(struct article){ "", long_text, DAY_NONE });
	ck_assert_uint_eq(r.n, TOLL_MENTIONS);
}
END_TEST

int main(void)
{
	Suite *s = suite_create("toll");
	TCase *c = tcase_create("all");
	tcase_add_checked_fixture(c, setup, teardown);
	tcase_add_loop_test(c, a_count_belongs_to_a_word_of_harm, 0, (int)(sizeof titles / sizeof *titles));
	tcase_add_loop_test(c, what_harms_nobody_counts_nobody, 0, (int)(sizeof nobody / sizeof *nobody));
	tcase_add_test(c, places_and_classes_are_kept_apart);
	tcase_add_test(c, attempted_murder_kills_nobody);
	tcase_add_test(c, a_total_holds_its_parts);
	tcase_add_test(c, most_articles_outweigh_one);
	tcase_add_test(c, nobody_harmed);
	tcase_add_test(c, large_counts_are_found);
	tcase_add_test(c, pair_features_see_sums);
	tcase_add_test(c, empty_and_long_texts_are_read);
	suite_add_tcase(s, c);
	return suite_run(s);
}
