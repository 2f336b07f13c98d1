/* Where a claim comes from: wire copy, relay of a relay, circles, press release, unknown. */
#include <check.h>
#include <stdlib.h>

#include "base/limits.h"
#include "compare/origin.h"
#include "../lib/suite.h"

static struct arena *a;
static void setup(void) { a = arena_new(MIB(64)); }
static void teardown(void) { arena_free(a); }

static const char wire_text[] =
    "Rescuers searched the harbour of Norvik through the night after a ferry with some four hundred people on board struck a rock and "
    "went down within minutes, the harbour master told a crowd of relatives on the quay early on Friday morning.";

struct row {
	const char *source, *family, *credit, *text, *speaker, *via;
	int hour;
};

static void trace(const struct row *rows, size_t n, struct origins *ret)
{
	struct origin_article *v = ARENA_ARRAY(a, struct origin_article, n);
	for (size_t i = 0; i < n; i++) {
		struct claim *c = ARENA_NEW(a, struct claim);
		c->said.speaker = sv_cstr(rows[i].speaker);
		c->said.via = sv_cstr(rows[i].via);
		c->quote = sv_cstr(rows[i].text);
		v[i] = (struct origin_article){ sv_cstr(rows[i].source), sv_cstr(rows[i].family), sv_cstr(rows[i].credit), sv_cstr(rows[i].text),
			rows[i].hour * CLOCK_SECOND * 3600, c };
	}
	origin_trace(a, v, n, ret);
}

START_TEST(test_one_line)
{
	const struct row rows[] = {
		{ "North Wire", "", "", "A short note.", "General Ann Roe", NULL, 1 },
		{ "Bay Post", "Bay Group", "", "Another note.", "Roe", NULL, 2 },
		{ "Bay Times", "Bay Group", "", "A third note.", NULL, "North Wire", 3 },
		{ "Lone Echo", "", "", "Nothing said about where from.", NULL, NULL, 4 },
		{ "Far Mail", "", "", "As told to a paper.", NULL, "The Sun", 5 },
	};
	struct origins o;
	trace(rows, 5, &o);
	ck_assert_uint_eq(o.n_publishers, 4);
	ck_assert_uint_eq(o.n_unknown, 1);
	ck_assert_uint_eq(o.n_ends, 2);
	ck_assert_msg(sv_eq(o.line, SV("5 articles, 4 publishers, 2 known origins: General Ann Roe (3), The Sun (1); 1 unknown")), SV_FMT, SV_ARG(o.line));
	ck_assert_uint_eq(o.edges[2].to, 0);
	ck_assert_int_eq(o.edges[2].how, ORIGIN_VIA);
	ck_assert_int_eq(o.edges[3].how, ORIGIN_UNKNOWN);
	ck_assert(sv_eq(o.edges[4].evidence, SV("As told to a paper.")));
}
END_TEST

START_TEST(test_copies_lead_to_the_earliest)
{
	const struct row rows[] = {
		{ "Bay Post", "", "", wire_text, NULL, NULL, 3 },
		{ "North Wire", "", "", wire_text, "The harbour master", NULL, 1 },
		{ "Far Mail", "", "", wire_text, NULL, NULL, 2 },
	};
	struct origins o;
	trace(rows, 3, &o);
	ck_assert_int_eq(o.edges[0].how, ORIGIN_COPY);
	ck_assert_uint_eq(o.edges[0].to, 1);
	ck_assert_uint_eq(o.edges[2].to, 1);
	ck_assert_uint_eq(o.n_ends, 1);
	ck_assert_uint_eq(o.ends[0].n, 3);
	ck_assert_uint_eq(o.n_unknown, 0);
}
END_TEST

START_TEST(test_agency_credit)
{
	const struct row rows[] = {
		{ "Bay Post", "", "Reuters", "One wording of it.", "A minister", NULL, 3 },
		{ "Far Mail", "", "reuters", "Quite another wording.", NULL, NULL, 2 },
		{ "Reuters", "", "Reuters", "The agency's own wording.", NULL, NULL, 1 },
	};
	struct origins o;
	trace(rows, 3, &o);
	ck_assert_int_eq(o.edges[0].how, ORIGIN_CREDIT);
	ck_assert_uint_eq(o.edges[0].to, 2);
	ck_assert_int_eq(o.edges[2].how, ORIGIN_UNKNOWN); /* an own credit leads nowhere */
	ck_assert_uint_eq(o.n_unknown, 3);
	ck_assert_uint_eq(o.n_ends, 0);
}
END_TEST

START_TEST(test_circles)
{
	const struct row rows[] = {
		{ "Bay Post", "", "", "One.", NULL, "Far Mail", 1 },
		{ "Far Mail", "", "", "Two.", NULL, "Lone Echo", 2 },
		{ "Lone Echo", "", "", "Three.", NULL, "Bay Post", 3 },
		{ "Self Sun", "", "", "Four.", NULL, "Self Sun", 4 },
		{ "Hanger On", "", "", "Five.", NULL, "Bay Post", 5 },
	};
	struct origins o;
	trace(rows, 5, &o);
	ck_assert(o.edges[0].is_circular && o.edges[1].is_circular && o.edges[2].is_circular && o.edges[3].is_circular);
	ck_assert(!o.edges[4].is_circular);
	ck_assert_uint_eq(o.n_circular, 5);
	ck_assert_uint_eq(o.n_unknown, 5);
	ck_assert_uint_eq(o.n_ends, 0);
	ck_assert(sv_has(o.line, SV("in a circle")));
}
END_TEST

START_TEST(test_relay_of_a_relay)
{
	const struct row rows[] = {
		{ "A", "", "", "One.", NULL, "B", 3 },
		{ "B", "", "", "Two.", NULL, "C", 2 },
		{ "C", "", "", "Three.", NULL, "ministry statement", 1 },
	};
	struct origins o;
	trace(rows, 3, &o);
	ck_assert_uint_eq(o.n_ends, 1);
	ck_assert(sv_eq(o.ends[0].name, SV("ministry statement")));
	ck_assert_uint_eq(o.ends[0].n, 3);
}
END_TEST

START_TEST(test_likeness_and_names)
{
	ck_assert_double_eq(origin_likeness(a, sv_cstr(wire_text), sv_cstr(wire_text)), 1);
	ck_assert_double_eq(origin_likeness(a, sv_cstr(wire_text), SV("Nothing of this kind was said by anyone in the town hall today.")), 0);
	ck_assert_double_eq(origin_likeness(a, SV_NONE, SV_NONE), 0);
	for (unsigned i = 0; i < ORIGIN_N; i++)
		ck_assert_uint_gt(origin_how_name((enum origin_how)i).n, 0);
	struct origins o;
	origin_trace(a, NULL, 0, &o);
	ck_assert(sv_eq(o.line, SV("0 articles, 0 publishers, 0 known origins; 0 unknown")));
}
END_TEST

START_TEST(test_two_thousand_articles)
{
	enum { N = 2000 };
	struct row *rows = ARENA_ARRAY(a, struct row, N);
	struct origins o;
	for (int i = 0; i < N; i++)
		rows[i] = (struct row){ arena_cstr(a, arena_printf(a, "Paper %d", i)), "", "", "A note.", NULL, i == 0 ? "the ministry" : arena_cstr(a, arena_printf(a, "Paper %d", i - 1)), i };
	trace(rows, N, &o);
	ck_assert_uint_eq(o.n_ends, 1);
	ck_assert_uint_eq(o.ends[0].n, N);
}
END_TEST

int main(void)
{
	Suite *s = suite_create("compare_origin");
	TCase *tc = tcase_create("origin");
	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_set_timeout(tc, 60);
	tcase_add_test(tc, test_one_line);
	tcase_add_test(tc, test_copies_lead_to_the_earliest);
	tcase_add_test(tc, test_agency_credit);
	tcase_add_test(tc, test_circles);
	tcase_add_test(tc, test_relay_of_a_relay);
	tcase_add_test(tc, test_likeness_and_names);
	tcase_add_test(tc, test_two_thousand_articles);
	suite_add_tcase(s, tc);
	return suite_run(s);
}
