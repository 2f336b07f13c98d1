#include <check.h>
#include <math.h>

#include "base/limits.h"
#include "claim/claim.h"
#include "../lib/suite.h"

#define INF ((double)INFINITY)

static struct arena *arena;

static void setup(void)
{
	arena = arena_new((size_t)1 << 28);
}

static void teardown(void)
{
	arena_free(arena);
}

static struct claim_list read_text(const char *text)
{
	struct claim_list got;
	int32_t day = day_from_civil((struct civil){ 2021, 3, 10 });
	claim_read(arena, &(struct claim_input){ .text = sv_cstr(text), .published = day }, &got);
	return got;
}

/* The i-th quantity of a text's first claim. */
static struct quantity nth(const char *text, size_t i)
{
	struct claim_list got = read_text(text);
	ck_assert_msg(got.n > 0 && got.v[0].n_quantities > i, "no quantity %zu in: %s", i, text);
	return got.v[0].quantities[i];
}

struct row {
	const char *text;
	double lo, hi;
	const char *unit;
};

static void expect_rows(const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct quantity q = nth(rows[i].text, 0);
		ck_assert_msg(q.lo == rows[i].lo || fabs(q.lo - rows[i].lo) < 1e-9 * fabs(rows[i].lo), "%s: lo %g", rows[i].text, q.lo);
		ck_assert_msg(q.hi == rows[i].hi || fabs(q.hi - rows[i].hi) < 1e-9 * fabs(rows[i].hi), "%s: hi %g", rows[i].text, q.hi);
		ck_assert_msg(sv_eq(q.unit, sv_cstr(rows[i].unit)), "%s: unit " SV_FMT, rows[i].text, SV_ARG(q.unit));
	}
}
#define EXPECT(rows) expect_rows(rows, sizeof(rows) / sizeof(*(rows)))

START_TEST(numbers_are_read_in_digits_and_words)
{
	static const struct row rows[] = {
		{ "The harbour employs 1,250 dockers in Bremen.", 1250, 1250, "" },
		{ "The dam holds 4.5 million fish in spring.", 4.5e6, 4.5e6, "" },
		{ "The town has twenty-five bakers left today.", 25, 25, "" },
		{ "Two hundred and six ships waited off the coast.", 206, 206, "" },
		{ "The fair drew three hundred thousand visitors last month.", 3e5, 3e5, "" },
		{ "A dozen barns burned in the village of Holt.", 12, 12, "" },
		{ "The club sold a million records in Japan.", 1e6, 1e6, "" },
		{ "The fund paid 3bn euros to farmers in Spain.", 3e9, 3e9, "EUR" },
	};
	EXPECT(rows);
}
END_TEST

START_TEST(hedges_and_bounds_make_intervals)
{
	static const struct row rows[] = {
		{ "More than 40 houses burned in Holt on Monday.", 40, INF, "" },
		{ "At least 12 miners were hurt in the shaft.", 12, INF, "" },
		{ "Fewer than 90 beds are left in Bremen.", -INF, 90, "" },
		{ "Up to 600,000 voters stayed at home in Peru.", -INF, 600000, "" },
		{ "Between 30 and 40 boats sank off Crete.", 30, 40, "" },
		{ "Between $4 and $5 million was spent on the bridge.", 4e6, 5e6, "USD" },
		{ "The mine needs 70 to 80 workers in June.", 70, 80, "" },
		{ "The storm hit 50 or more farms in Kenya.", 50, INF, "" },
		{ "Tens of thousands of birds died in Denmark.", 10000, 100000, "" },
		{ "More than 100 but fewer than 300 boats sank off Crete.", 100, 300, "" },
		{ "More than half of the boats sank off Crete.", 0.5, INF, "" },
		{ "The tank must hold >= 30 litres of oil.", 30, INF, "l" },
	};
	EXPECT(rows);
	struct quantity over = nth("More than 40 houses burned in Holt on Monday.", 0);
	ck_assert(over.lo_open && !over.approx);
	ck_assert(!nth("At least 12 miners were hurt in the shaft.", 0).lo_open);
	struct quantity near = nth("Nearly 300 trains were late in Kent.", 0);
	ck_assert(near.approx && near.below && near.lo == near.hi);
	ck_assert(nth("About 300 trains were late in Kent.", 0).approx);
	ck_assert(!nth("Exactly 300 trains were late in Kent.", 0).approx);
}
END_TEST

START_TEST(units_have_a_normal_form_and_a_base)
{
	static const struct row rows[] = {
		{ "The tunnel is 12 kilometres long in all.", 12, 12, "km" },
		{ "Prices rose 3.5% in February in Norway.", 3.5, 3.5, "%" },
		{ "The bridge cost $2.5 million in 1998.", 2.5e6, 2.5e6, "USD" },
		{ "He lost 30 pounds in prison, his lawyer said.", 30, 30, "lb" },
		{ "The bank lost £40m in a day, it said.", 40e6, 40e6, "GBP" },
		{ "A 44-year-old man was arrested in Leeds.", 44, 44, "year" },
		{ "Support fell by 6 percentage points in May.", 6, 6, "pp" },
		{ "The ferry ticket costs three dollars and 50 cents now.", 3.5, 3.5, "USD" },
		{ "The gate is 5 ft 6 in wide.", 5.5, 5.5, "ft" },
		{ "The crossing took two hours and 30 minutes.", 2.5, 2.5, "hour" },
		{ "They lost 75 USD million in a year.", 75e6, 75e6, "USD" },
		{ "It was a $48.2 million order for the yard.", 48.2e6, 48.2e6, "USD" },
		{ "The parcel weighs 20 (kg) in all.", 20, 20, "kg" },
		{ "The new room is 3 m wide.", 3, 3, "m" },
	};
	EXPECT(rows);
	ck_assert_int_eq(nth("A 44-year-old man was arrested in Leeds.", 0).dimension, DIM_AGE);
	ck_assert(fabs(nth("The tunnel is 12 miles long in all.", 0).to_base - 1609.344) < 1e-9);
}
END_TEST

START_TEST(what_is_no_quantity_is_left_out)
{
	static const char *const texts[] = {
		"The bridge was opened in 1998 by the mayor.",
		"The vote on November 3 was won by Ada Roth.",
		"The G-20 met in Rome and agreed on a tax.",
		"One of the ships sank off the coast of Crete.",
	};
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct claim_list got = read_text(texts[i]);
		for (size_t k = 0; k < got.n; k++)
			ck_assert_msg(got.v[k].n_quantities == 0, "%s: " SV_FMT, texts[i], SV_ARG(got.v[k].quantities[0].text));
	}
}
END_TEST

START_TEST(roles_follow_the_verb)
{
	struct quantity from = nth("The staff will be cut from about 900 to 650 in June.", 0);
	struct quantity to = nth("The staff will be cut from about 900 to 650 in June.", 1);
	ck_assert(from.role == ROLE_FROM && from.approx && from.lo == 900);
	ck_assert(to.role == ROLE_TO && !to.approx && to.lo == 650);
	ck_assert_int_eq(nth("The navy will withdraw 30 ships from Cyprus.", 0).role, ROLE_CHANGE);
	ck_assert_int_eq(nth("The firm aims to get down to fewer than 80 shops.", 0).role, ROLE_TO);
	ck_assert_int_eq(nth("The island has 80 shops, the council said.", 0).role, ROLE_LEVEL);
	ck_assert_int_eq(nth("About 40% of voters in Chile stayed at home.", 0).role, ROLE_SHARE);
	ck_assert_int_eq(nth("Prices rose by 4% in Chile last year.", 0).role, ROLE_CHANGE);
	ck_assert_int_eq(nth("Prices rose by 4% in Chile last year.", 0).change, CHANGE_UP);
}
END_TEST

START_TEST(what_is_counted_and_where)
{
	static const struct {
		const char *text, *of, *place;
	} rows[] = {
		{ "There are 400 German soldiers in Mali, the army said.", "German soldiers", "Mali" },
		{ "The number of nurses in Ghana will fall from 900 to 700.", "nurses", "Ghana" },
		{ "The Kenyan police want 200 officers posted in the country.", "officers", "Kenya" },
		{ "In Peru the company has 30 mines.", "mines", "Peru" },
		{ "The firm sold 900 boats in Rostock.", "boats", "Rostock" },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct quantity q = nth(rows[i].text, 0);
		ck_assert_msg(sv_eq(q.of, sv_cstr(rows[i].of)), "%s: of " SV_FMT, rows[i].text, SV_ARG(q.of));
		ck_assert_msg(sv_eq(q.place, sv_cstr(rows[i].place)), "%s: place " SV_FMT, rows[i].text, SV_ARG(q.place));
	}
}
END_TEST

START_TEST(kinds_and_reasons_are_named)
{
	struct claim_list got = read_text("The ministry plans to close 40 schools by June 2022 because of the costs.");
	ck_assert_uint_eq(got.n, 1);
	ck_assert(got.v[0].kinds & 1u << CLAIM_QUANTITY && got.v[0].kinds & 1u << CLAIM_PLAN && got.v[0].kinds & 1u << CLAIM_CAUSE);
	ck_assert_str_eq(got.v[0].reasons[0], "a number");
	ck_assert(got.v[0].score > 0.8);
	ck_assert_uint_eq(read_text("Who will pay for the bridge?").n, 0);
	ck_assert_uint_eq(read_text("READ MORE: 40 schools to close in Kent").n, 0);
	ck_assert_uint_eq(read_text("Share this article with 20 friends in Kent").n, 0);
	ck_assert_uint_eq(read_text("What a beautiful day.").n, 0);
}
END_TEST

START_TEST(other_languages_pass_through_unread)
{
	struct claim_list got;
	claim_read(arena, &(struct claim_input){ .text = SV("Es gibt 40 Schulen."), .published = DAY_NONE, .lang = SV("de") }, &got);
	ck_assert(!got.was_read && got.n == 0);
}
END_TEST

/* More sentences than one reading may take: it stays within its memory and says that it stopped. */
START_TEST(a_text_of_countless_sentences_is_cut)
{
	static const struct sv sentence = SV_INIT("The town of Holt lost 40 of its 90 boats in May. ");
	size_t n = 60000;
	AUTO_ARENA a = arena_new(LIMIT_JOB_ARENA);
	char *text = arena_alloc(a, n * sentence.n);
	struct claim_list got;
	for (size_t i = 0; i < n * sentence.n; i++)
		text[i] = sentence.p[i % sentence.n];
	claim_read(a, &(struct claim_input){ .text = { text, n * sentence.n }, .published = 18000 }, &got);
	ck_assert(got.was_cut && got.was_read);
	ck_assert_uint_gt(got.n, 100);
	ck_assert_uint_le(got.n, LIMIT_ARTICLE_CLAIMS);
	claim_read(a, &(struct claim_input){ .text = { text, 3 * sentence.n }, .published = 18000 }, &got);
	ck_assert(!got.was_cut);
	ck_assert_uint_eq(got.n, 3);
}
END_TEST

START_TEST(hostile_texts_invent_nothing)
{
	char *big = arena_alloc(arena, 1 << 20);
	struct claim_list got;
	memset(big, '9', 1 << 20);
	claim_read(arena, &(struct claim_input){ .text = { big, 1 << 20 }, .published = DAY_NONE }, &got);
	for (size_t i = 0; i < got.n; i++)
		ck_assert_uint_eq(got.v[i].n_quantities, 0);
	memset(big, '(', 1 << 16);
	claim_read(arena, &(struct claim_input){ .text = { big, 1 << 16 }, .published = DAY_NONE }, &got);
	ck_assert_uint_eq(got.n, 0);
	for (size_t i = 0; i < 1 << 20; i++)
		big[i] = "in Iraq 5 men "[i % 14];
	claim_read(arena, &(struct claim_input){ .text = { big, 1 << 20 }, .published = DAY_NONE }, &got);
	ck_assert_uint_eq(got.n, 0);
	(void)read_text("0. 0,0,0 1,2 1,,2 $ % $$ 1% of. between and to from 1 to");
	(void)read_text("\xE2\x80\x8F" "40 \xCC\x81 men \xE2\x80\xAE in Mali");
}
END_TEST

int main(void)
{
	Suite *s = suite_create("quantity");
	TCase *t = tcase_create("quantity");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, numbers_are_read_in_digits_and_words);
	tcase_add_test(t, hedges_and_bounds_make_intervals);
	tcase_add_test(t, units_have_a_normal_form_and_a_base);
	tcase_add_test(t, what_is_no_quantity_is_left_out);
	tcase_add_test(t, roles_follow_the_verb);
	tcase_add_test(t, what_is_counted_and_where);
	tcase_add_test(t, kinds_and_reasons_are_named);
	tcase_add_test(t, other_languages_pass_through_unread);
	tcase_add_test(t, a_text_of_countless_sentences_is_cut);
	tcase_add_test(t, hostile_texts_invent_nothing);
	tcase_set_timeout(t, 60);
	suite_add_tcase(s, t);
	return suite_run(s);
}
