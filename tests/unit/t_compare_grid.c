/* The grid of a story: rows, cells, their order and their bounds. */
#include <check.h>
#include <stdlib.h>

#include "base/limits.h"
#include "compare/grid.h"
#include "../lib/suite.h"

static struct arena *a;
static void setup(void) { a = arena_new(MIB(512)); }
static void teardown(void) { arena_free(a); }

static struct grid_article article(const char *source, int day, const char *text)
{
	struct claim_list claims;
	claim_read(a, &(struct claim_input){ .text = sv_cstr(text), .published = 18000 + day, .lang = SV("en") }, &claims);
	return (struct grid_article){ sv_cstr(source), (18000 + day) * CLOCK_DAY, sv_cstr(text), claims.v, claims.n };
}

static const struct grid_row *row_of(const struct grid *g, const char *slot)
{
	for (size_t i = 0; i < g->n_rows; i++)
		if (sv_eq(g->rows[i].slot, sv_cstr(slot)))
			return &g->rows[i];
	for (size_t i = 0; i < g->n_rows; i++)
		fprintf(stderr, "slot '" SV_FMT "'\n", SV_ARG(g->rows[i].slot));
	ck_abort_msg("no row '%s'", slot);
}

START_TEST(test_disagreement_comes_first)
{
	struct grid_article v[] = {
		article("Late Ledger", 1, "The number of French soldiers in Mali will be cut from about 4,000 to 2,000 by June."),
		article("North Wire", 0, "The number of French soldiers in Mali will be cut from about 4,000 to 2,500.\nThe base was opened in 2014."),
		article("Bay Post", 0, "The number of French soldiers in Mali will be cut from 4,100 to 2,500, according to the BBC."),
	};
	struct grid g;
	grid_build(a, v, 3, &g);
	ck_assert_uint_eq(g.n_columns, 3);
	ck_assert(sv_eq(g.columns[0].source, SV("North Wire")));
	ck_assert(sv_eq(g.columns[2].source, SV("Late Ledger")));
	const struct grid_row *top = &g.rows[0];
	ck_assert(sv_has(top->slot, SV("French soldiers in Mali")));
	ck_assert_int_eq(top->relation, RELATION_CONTRADICT);
	ck_assert(sv_has(top->why, SV("2,500")) && sv_has(top->why, SV("2,000")));
	ck_assert_uint_eq(top->n_sources, 3);
	ck_assert(top->cells[0].is_reference);
	ck_assert_int_eq(top->cells[2].is.relation, RELATION_CONTRADICT);
	ck_assert_int_eq(top->cells[1].says, GRID_CARRIES);
	ck_assert(sv_eq(top->cells[1].carried_from, SV("BBC")));
	ck_assert(sv_eq(top->cells[0].value, SV("2,500")));
	ck_assert(sv_starts(top->cells[1].sentence, SV("The number of French")));
	ck_assert_uint_eq(top->cells[1].n_claims, 1);
	const struct grid_row *from = &g.rows[1];
	ck_assert_int_eq(from->relation, RELATION_OVERLAP);
	ck_assert(g.rows[1].priority < g.rows[0].priority);
}
END_TEST

START_TEST(test_a_denial_stands_in_the_row)
{
	struct grid_article v[] = {
		article("North Wire", 0, "The government has closed the northern border crossing to all traffic."),
		article("Bay Post", 0, "The government has not closed the northern border crossing to all traffic."),
	};
	struct grid g;
	grid_build(a, v, 2, &g);
	ck_assert_uint_eq(g.n_rows, 1);
	ck_assert_int_eq(g.rows[0].relation, RELATION_CONTRADICT);
	ck_assert_int_eq(g.rows[0].cells[1].says, GRID_DENIES);
	ck_assert_uint_eq(g.rows[0].cells[0].value.n, 0);
}
END_TEST

START_TEST(test_an_article_with_two_figures_agrees_by_one_of_them)
{
	struct grid_article v[] = {
		article("North Wire", 0, "The flood killed 30 people in Norvik."),
		article("Bay Post", 0, "The flood killed 30 people in Norvik.\nThe flood killed 90 people in Norvik, the mayor said."),
		article("Late Ledger", 0, "The flood killed 90 people in Norvik."),
	};
	struct grid g;
	grid_build(a, v, 3, &g);
	const struct grid_row *row = &g.rows[0];
	ck_assert_uint_eq(row->n_sources, 3);
	ck_assert(row->cells[0].is_reference || row->cells[1].is_reference);
	ck_assert(relation_agrees(row->cells[1].is.relation));
	ck_assert_int_eq(row->cells[2].is.relation, RELATION_CONTRADICT);
	ck_assert(sv_eq(row->cells[1].value, SV("30 people; 90 people")) || sv_eq(row->cells[1].value, SV("30; 90")));
}
END_TEST

START_TEST(test_silence)
{
	struct grid_article v[] = {
		article("North Wire", 0, "The plant in Norvik employs 900 workers."),
		article("Bay Post", 0, "A storm hit the coast of Eastland on Monday."),
	};
	struct grid g;
	grid_build(a, v, 2, &g);
	const struct grid_row *row = row_of(&g, "workers in Norvik");
	ck_assert_int_eq(row->cells[1].says, GRID_SILENT);
	ck_assert_uint_eq(row->cells[1].n_claims, 0);
	ck_assert_int_eq(row->relation, RELATION_EQUAL);
	ck_assert_uint_eq(row->why.n, 0);
	grid_build(a, v, 0, &g);
	ck_assert_uint_eq(g.n_rows, 0);
}
END_TEST

START_TEST(test_a_large_story_stays_bounded)
{
	enum { N = 2000 };
	struct grid_article *v = ARENA_ARRAY(a, struct grid_article, N);
	struct grid_article same = article("Wire", 0, "The plant in Norvik employs 900 workers.");
	for (size_t i = 0; i < N; i++) {
		v[i] = same;
		if (i % 4 == 0) {
			struct claim *own = ARENA_ARRAY(a, struct claim, 2);
			own[0] = same.claims[0];
			own[1] = (struct claim){ .quote = arena_printf(a, "Town%zu rebuilt bridge%zu over river%zu", i, i, i), .is_claim = true };
			v[i].claims = own;
			v[i].n_claims = 2;
		}
	}
	struct grid g;
	grid_build(a, v, N, &g);
	ck_assert_uint_eq(g.n_columns, N);
	ck_assert_uint_eq(g.n_rows, GRID_CELLS / N);
	ck_assert_uint_eq(g.n_rows + g.n_left_out, 1 + N / 4);
	ck_assert_uint_eq(g.rows[0].n_sources, N);
}
END_TEST

START_TEST(test_five_hundred_appearances_in_one_article)
{
	struct grid_article one = article("Wire", 0, "The plant in Norvik employs 900 workers.");
	struct claim *many = ARENA_ARRAY(a, struct claim, 500);
	for (size_t i = 0; i < 500; i++)
		many[i] = one.claims[0];
	one.claims = many;
	one.n_claims = 500;
	struct grid g;
	grid_build(a, &one, 1, &g);
	ck_assert_uint_eq(g.n_rows, 1);
	ck_assert_uint_eq(g.rows[0].cells[0].n_claims, 500);
	ck_assert(sv_eq(g.rows[0].cells[0].value, SV("900")) || sv_has(g.rows[0].cells[0].value, SV("900")));
}
END_TEST

int main(void)
{
	Suite *s = suite_create("compare_grid");
	TCase *tc = tcase_create("grid");
	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_set_timeout(tc, 90);
	tcase_add_test(tc, test_disagreement_comes_first);
	tcase_add_test(tc, test_a_denial_stands_in_the_row);
	tcase_add_test(tc, test_an_article_with_two_figures_agrees_by_one_of_them);
	tcase_add_test(tc, test_silence);
	tcase_add_test(tc, test_a_large_story_stays_bounded);
	tcase_add_test(tc, test_five_hundred_appearances_in_one_article);
	suite_add_tcase(s, tc);
	return suite_run(s);
}
