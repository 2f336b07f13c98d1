/* Relations of values and claims: intervals, hedges, rounding, arithmetic, and when two numbers may not be compared. */
#include <check.h>
#include <math.h>
#include <stdlib.h>

#include "base/limits.h"
#include "compare/compare.h"
#include "compare/story.h"
#include "compare/term.h"
#include "../lib/suite.h"

static struct arena *a;
static void setup(void) { a = arena_new(MIB(256)); }
static void teardown(void) { arena_free(a); }

static struct quantity value(double lo, double hi, bool approx, int digits)
{
	return (struct quantity){ .lo = lo, .hi = hi, .approx = approx, .digits = digits, .to_base = 1, .as_of_lo = DAY_NONE, .as_of_hi = DAY_NONE };
}

static const struct {
	double xlo, xhi;
	bool xapprox;
	int xdigits;
	double ylo, yhi;
	bool yapprox;
	int ydigits;
	enum relation want;
	const char *why;
} values[] = {
	{ 3000, 3000, false, 1, 3000, 3000, false, 1, RELATION_EQUAL, "both say 3,000" },
	{ 5200, 5200, true, 2, 5000, 5000, true, 1, RELATION_OVERLAP, "about 5,200 and about 5,000 overlap" },
	{ 5213, 5213, false, 4, 5200, 5200, false, 2, RELATION_ROUNDING, "5,200 is 5,213 rounded" },
	{ 5260, 5260, false, 3, 5200, 5200, false, 2, RELATION_CONTRADICT, "5,260 and 5,200 can't both be right" },
	{ 10, 10, false, 1, 11, 11, false, 2, RELATION_CONTRADICT, "10 and 11 can't both be right" },
	{ 5200, 5200, true, 2, 3000, 3000, false, 1, RELATION_CONTRADICT, "about 5,200 and 3,000 lie apart" },
	{ 4000, 5000, false, 1, 4500, 4500, false, 2, RELATION_OVERLAP, "4,000 to 5,000 and 4,500 overlap" },
	{ 4000, 5000, false, 1, 5100, 5100, false, 2, RELATION_CONTRADICT, "4,000 to 5,000 and 5,100 lie apart" },
	{ 12, INFINITY, false, 2, 17, 17, false, 2, RELATION_OVERLAP, "at least 12 and 17 overlap" },
	{ 12, INFINITY, false, 2, 11, 11, false, 2, RELATION_CONTRADICT, "at least 12 and 11 lie apart" },
	{ -INFINITY, 600000, false, 1, 600000, 600000, false, 1, RELATION_OVERLAP, "up to 600,000 and 600,000 overlap" },
	{ 40, 40, true, 1, 40, 40, true, 1, RELATION_EQUAL, "both say about 40" },
	{ 40, 40, true, 1, 40, 40, false, 1, RELATION_OVERLAP, "about 40 and 40 overlap" },
};

START_TEST(test_values)
{
	struct quantity x = value(values[_i].xlo, values[_i].xhi, values[_i].xapprox, values[_i].xdigits);
	struct quantity y = value(values[_i].ylo, values[_i].yhi, values[_i].yapprox, values[_i].ydigits);
	struct comparison there = compare_quantities(a, &x, &y), back = compare_quantities(a, &y, &x);
	ck_assert_int_eq(there.relation, values[_i].want);
	ck_assert_int_eq(back.relation, values[_i].want);
	ck_assert_msg(sv_eq(there.why, sv_cstr(values[_i].why)), "'" SV_FMT "'", SV_ARG(there.why));
}
END_TEST

START_TEST(test_open_ends)
{
	struct quantity fewer = value(-INFINITY, 5000, false, 1), five = value(5000, 5000, false, 1);
	fewer.hi_open = true;
	ck_assert_int_eq(compare_quantities(a, &fewer, &five).relation, RELATION_CONTRADICT);
	five.lo = five.hi = 4999;
	ck_assert_int_eq(compare_quantities(a, &fewer, &five).relation, RELATION_OVERLAP);
	struct quantity nearly = value(5000, 5000, true, 1), over = value(5050, 5050, false, 3);
	nearly.below = true;
	ck_assert_int_eq(compare_quantities(a, &nearly, &over).relation, RELATION_CONTRADICT);
}
END_TEST

START_TEST(test_units)
{
	struct quantity km = value(5, 5, false, 1), m = value(5000, 5000, false, 1), usd = value(5, 5, false, 1), eur = usd;
	km.dimension = m.dimension = DIM_LENGTH;
	km.to_base = 1000;
	ck_assert_int_eq(compare_quantities(a, &km, &m).relation, RELATION_EQUAL);
	usd.dimension = eur.dimension = DIM_CURRENCY;
	usd.unit = SV("USD");
	eur.unit = SV("EUR");
	ck_assert_int_eq(compare_quantities(a, &usd, &eur).relation, RELATION_NOT_COMPARABLE);
	ck_assert_int_eq(compare_quantities(a, &usd, &km).relation, RELATION_NOT_COMPARABLE);
	struct quantity more = value(40, INFINITY, false, 1), third = value(1.0 / 3, INFINITY, false, 0);
	more.dimension = DIM_PERCENT;
	third.dimension = DIM_RATIO;
	ck_assert_int_eq(compare_quantities(a, &more, &third).relation, RELATION_OVERLAP);
}
END_TEST

START_TEST(test_names)
{
	enum relation r;
	for (unsigned i = 0; i < RELATION_N; i++) {
		ck_assert(relation_parse(relation_name((enum relation)i), &r));
		ck_assert_uint_eq(r, i);
	}
	ck_assert(!relation_parse(SV("same"), &r));
	ck_assert(!relation_parse(SV_NONE, &r));
}
END_TEST

/* Reads two sentences as two articles' texts, published on two days, and gives the gravest pair between them. */
static struct comparison relate(const char *x, int32_t xday, const char *y, int32_t yday)
{
	struct claim_list cx, cy;
	claim_read(a, &(struct claim_input){ .text = sv_cstr(x), .published = xday, .lang = SV("en") }, &cx);
	claim_read(a, &(struct claim_input){ .text = sv_cstr(y), .published = yday, .lang = SV("en") }, &cy);
	ck_assert_msg(cx.n > 0 && cy.n > 0, "no claim in '%s' or '%s'", x, y);
	return compare_claims(a, &(struct compare_item){ &cx.v[0], 0, xday }, &(struct compare_item){ &cy.v[0], 1, yday });
}

static const struct {
	const char *x, *y;
	int32_t days;
	enum relation want;
	const char *why; /* must be in it; NULL: anything */
} claims[] = {
	{ "The ferry carried 412 passengers in Norvik when it sank.", "The ferry carried 389 passengers in Norvik when it sank.", 0, RELATION_CONTRADICT, "412" },
	{ "The ferry carried 412 passengers in Norvik when it sank.", "The ferry carried 389 passengers in Norvik when it sank.", 30, RELATION_DIFFER, "30 days apart" },
	{ "The mine employs 900 workers in Chile.", "The mine employs 400 workers in Peru.", 0, RELATION_NOT_COMPARABLE, "different places" },
	{ "The mine employs about 900 workers in Chile.", "The mine employs 880 workers in Chile.", 0, RELATION_OVERLAP, "about 900" },
	{ "The army will cut its force by 1,500 soldiers in Mali.", "The number of soldiers in Mali will be cut from 4,000 to 2,500.", 0, RELATION_IMPLIED, "4,000 - 2,500 = 1,500" },
	{ "The mayor opened the new bridge over the river on Friday.", "The mayor opened the new bridge over the river on Friday.", 0, RELATION_EQUAL, NULL },
	{ "The government has closed the northern border crossing.", "The government has not closed the northern border crossing.", 0, RELATION_CONTRADICT, "not so" },
	{ "The ministry raised the fuel tax in March.", "A volcano erupted near the capital overnight.", 0, RELATION_NOT_COMPARABLE, NULL },
};

START_TEST(test_claims)
{
	int32_t day = 18000;
	struct comparison is = relate(claims[_i].x, day, claims[_i].y, day + claims[_i].days);
	ck_assert_msg(is.relation == claims[_i].want, "%s / %s: " SV_FMT " (" SV_FMT ")", claims[_i].x, claims[_i].y, SV_ARG(relation_name(is.relation)), SV_ARG(is.why));
	ck_assert(claims[_i].why == NULL || sv_has(is.why, sv_cstr(claims[_i].why)));
	is = relate(claims[_i].y, day + claims[_i].days, claims[_i].x, day);
	ck_assert_int_eq(is.relation, claims[_i].want);
}
END_TEST

static struct claim made(const char *quote, const struct quantity *q, size_t n)
{
	return (struct claim){ .quote = sv_cstr(quote), .quantities = q, .n_quantities = n, .kinds = 1U << CLAIM_QUANTITY, .is_claim = true };
}

START_TEST(test_share_and_sum)
{
	struct quantity share = value(42, 42, false, 2), two[2] = { value(2200, 2200, false, 2), value(5200, 5200, false, 2) };
	struct quantity total = value(17, 17, false, 2), parts[2] = { value(11, 11, false, 2), value(6, 6, false, 1) };
	share.dimension = DIM_PERCENT;
	two[0].of = two[1].of = SV("troops");
	total.of = parts[0].of = parts[1].of = SV("people");
	struct claim c[4] = { made("42 percent", &share, 1), made("2,200 of 5,200 troops", two, 2), made("17 people", &total, 1), made("11 and 6", parts, 2) };
	struct comparison is = compare_claims(a, &(struct compare_item){ &c[0], 0, DAY_NONE }, &(struct compare_item){ &c[1], 1, DAY_NONE });
	ck_assert_int_eq(is.relation, RELATION_IMPLIED);
	ck_assert(sv_eq(is.why, SV("2,200 of 5,200 = 42 %")));
	is = compare_claims(a, &(struct compare_item){ &c[3], 0, DAY_NONE }, &(struct compare_item){ &c[2], 1, DAY_NONE });
	ck_assert_int_eq(is.relation, RELATION_IMPLIED);
	ck_assert(sv_eq(is.why, SV("11 + 6 = 17: the parts add up to the whole")));
}
END_TEST

START_TEST(test_moments)
{
	struct quantity now = value(8600, 8600, false, 2), target = value(-INFINITY, 5000, false, 1);
	now.of = target.of = SV("troops");
	now.place = target.place = SV("Afghanistan");
	target.role = ROLE_TO;
	target.hi_open = true;
	struct claim x = made("There are 8,600 troops", &now, 1), y = made("fewer than 5,000 troops", &target, 1);
	y.kinds |= 1U << CLAIM_PLAN;
	struct comparison is = compare_claims(a, &(struct compare_item){ &x, 0, DAY_NONE }, &(struct compare_item){ &y, 0, DAY_NONE });
	ck_assert_int_eq(is.relation, RELATION_NOT_COMPARABLE);
	ck_assert(sv_eq(is.why, SV("a level today against a target: no conflict")));
}
END_TEST

START_TEST(test_terms)
{
	ck_assert_uint_eq(term_hash(SV("soldiers")), term_hash(SV("troop")));
	ck_assert_uint_eq(term_hash(SV("withdrawing")), term_hash(SV("Withdraws")));
	ck_assert_uint_eq(term_hash(SV("countries")), term_hash(SV("country")));
	ck_assert_uint_eq(term_hash(SV("planned")), term_hash(SV("plans")));
	ck_assert_uint_ne(term_hash(SV("news")), term_hash(SV("new")) + 1);
	ck_assert_uint_eq(term_hash(SV("5,200")), term_hash(SV("5200")));
	struct terms t;
	term_list(a, SV("\xe2\x80\x9cThe Minister\xe2\x80\x99s 5,200 troops don't leave,\xe2\x80\x9d said Ann."), &t);
	ck_assert_uint_eq(t.n, 8);
	ck_assert(sv_eq(t.v[1].text, SV("Minister")) && t.v[1].is_name);
	ck_assert(t.v[2].is_number && t.v[4].is_negation && t.v[7].is_name);
	term_list(a, SV_NONE, &t);
	ck_assert_uint_eq(t.n, 0);
}
END_TEST

START_TEST(test_fingerprints)
{
	struct fingerprint f, g, h, none;
	story_fingerprint(a, SV("Ferry sinks off Norvik"), SV("A ferry with 412 passengers sank off Norvik on Friday, the Coast Guard said."), &f);
	story_fingerprint(a, SV("412 aboard ferry that sank near Norvik"), SV("Coast Guard boats searched for passengers of the sunken ferry near Norvik."), &g);
	story_fingerprint(a, SV("Central bank raises rates"), SV("The central bank of Eastland raised its key rate to 5 percent."), &h);
	story_fingerprint(a, SV_NONE, SV_NONE, &none);
	ck_assert_double_eq_tol(story_similarity(&f, &f), 1, 1e-6);
	ck_assert_double_ge(story_similarity(&f, &g), STORY_JOIN);
	ck_assert_double_lt(story_similarity(&f, &h), STORY_SUGGEST);
	ck_assert_double_eq(story_similarity(&f, &none), 0);
}
END_TEST

START_TEST(test_same_claim)
{
	struct quantity q[2] = { value(2200, 2200, false, 2), value(2500, 2500, false, 2) };
	struct claim x = made("The army will pull out 2,200 soldiers from Mali", &q[0], 1), y = made("The army will withdraw 2,200 troops from Mali", &q[0], 1);
	struct sameness s;
	story_same_claim(a, &x, &y, &s);
	ck_assert_double_ge(s.score, CLAIM_JOIN);
	ck_assert(!s.is_blocked);
	y.quantities = &q[1];
	q[0].text = SV("2,200");
	y.quote = SV("The army will withdraw 2,500 troops from Mali");
	story_same_claim(a, &x, &y, &s);
	ck_assert(s.is_blocked && sv_eq(s.differing, SV("2,200")));
	y = made("The army will not pull out 2,200 soldiers from Mali", &q[0], 1);
	story_same_claim(a, &x, &y, &s);
	ck_assert(s.is_blocked && sv_eq(s.differing, SV("a negation")));
	y = made("The army will pull out 2,200 soldiers from Chad", &q[0], 1);
	story_same_claim(a, &x, &y, &s);
	ck_assert(s.is_blocked && sv_eq(s.differing, SV("Mali")));
}
END_TEST

START_TEST(test_slots)
{
	struct quantity q = value(3000, 3000, false, 1), r = q;
	q.of = SV("US troops");
	r.of = SV("soldiers");
	q.place = r.place = SV("Iraq");
	q.role = r.role = ROLE_TO;
	q.change = CHANGE_DOWN;
	struct claim c = made("cut to 3,000", &q, 1);
	c.kinds |= 1U << CLAIM_PLAN;
	ck_assert(sv_eq(story_slot(a, &c, &q), SV("US troops in Iraq, after the cut")));
	ck_assert(story_same_slot(&c, &q, &c, &r));
	r.place = SV("Syria");
	ck_assert(!story_same_slot(&c, &q, &c, &r));
	r.place = q.place;
	r.role = ROLE_FROM;
	ck_assert(!story_same_slot(&c, &q, &c, &r));
	ck_assert(sv_eq(story_slot(a, &c, NULL), SV("cut to 3,000")));
}
END_TEST

START_TEST(test_many_items)
{
	enum { N = 2500 };
	struct quantity *q = ARENA_ARRAY(a, struct quantity, N);
	struct claim *c = ARENA_ARRAY(a, struct claim, N);
	struct compare_item *items = ARENA_ARRAY(a, struct compare_item, N);
	struct compare_pairs pairs;
	for (size_t i = 0; i < N; i++) {
		q[i] = value((double)i, (double)i, false, 4);
		q[i].of = arena_printf(a, "kind%zu", i / 2);
		q[i].place = SV("Norvik");
		c[i] = made("so many in Norvik", &q[i], 1);
		items[i] = (struct compare_item){ &c[i], i, DAY_NONE };
	}
	compare_all(a, items, N, &pairs);
	ck_assert_uint_eq(pairs.n, 1000); /* the first 2,000 items, each with the one of its kind */
	compare_all(a, items, 0, &pairs);
	ck_assert_uint_eq(pairs.n, 0);
}
END_TEST

int main(void)
{
	Suite *s = suite_create("compare");
	TCase *tc = tcase_create("compare");
	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_set_timeout(tc, 60);
	tcase_add_loop_test(tc, test_values, 0, sizeof values / sizeof *values);
	tcase_add_test(tc, test_open_ends);
	tcase_add_test(tc, test_units);
	tcase_add_test(tc, test_names);
	tcase_add_loop_test(tc, test_claims, 0, sizeof claims / sizeof *claims);
	tcase_add_test(tc, test_share_and_sum);
	tcase_add_test(tc, test_moments);
	tcase_add_test(tc, test_terms);
	tcase_add_test(tc, test_fingerprints);
	tcase_add_test(tc, test_same_claim);
	tcase_add_test(tc, test_slots);
	tcase_add_test(tc, test_many_items);
	suite_add_tcase(s, tc);
	return suite_run(s);
}
