#include <check.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/limits.h"
#include "claim/date.h"
#include "../lib/suite.h"

static const char *const published = "2020-09-09"; /* a Wednesday */

/* All expressions of a sentence as "text|lo..hi|op|timex", joined by "; ". */
static struct sv read_dates(struct arena *a, const char *sentence, const char *day)
{
	static const char *const ops[] = { "on", "by", "since", "until", "before", "after", "during" };
	struct sv text = sv_cstr(sentence), out = SV("");
	struct date_context c = { .published = DAY_NONE };
	struct date_refs refs;
	if (day)
		ck_assert(day_parse(sv_cstr(day), &c.published));
	date_find(a, text, (struct span){ 0, text.n }, &c, &refs);
	for (size_t i = 0; i < refs.n; i++) {
		const struct date_ref *r = &refs.v[i];
		struct sv lo = r->lo == DAY_NONE ? SV("-") : day_iso(a, r->lo);
		struct sv hi = r->hi == DAY_NONE ? SV("-") : day_iso(a, r->hi);
		ck_assert(sv_eq(sv_sub(text, r->at.start, r->at.end), r->text));
		ck_assert_uint_le(r->at.start, r->when.start);
		out = arena_printf(a, SV_FMT "%s" SV_FMT "|" SV_FMT ".." SV_FMT "|%s|" SV_FMT, SV_ARG(out), i ? "; " : "",
		    SV_ARG(r->text), SV_ARG(lo), SV_ARG(hi), ops[r->op], SV_ARG(r->timex));
	}
	return out;
}

struct row {
	const char *sentence, *want;
};

static void check_rows(const struct row *rows, size_t n, const char *day)
{
	for (size_t i = 0; i < n; i++) {
		AUTO_ARENA a = arena_new(MIB(4));
		const char *got = arena_cstr(a, read_dates(a, rows[i].sentence, day));
		ck_assert_msg(strcmp(got, rows[i].want) == 0, "%s\n  got  %s\n  want %s", rows[i].sentence, got, rows[i].want);
	}
}
#define CHECK_ROWS(rows, day) check_rows((rows), sizeof(rows) / sizeof(*(rows)), (day))

START_TEST(absolute_dates_need_no_anchor)
{
	static const struct row rows[] = {
		{ "It opened on 3 March 2014 in Bonn.", "on 3 March 2014|2014-03-03..2014-03-03|on|2014-03-03" },
		{ "It opened on March 3rd, 2014.", "on March 3rd, 2014|2014-03-03..2014-03-03|on|2014-03-03" },
		{ "Built in June 1961, it closed in 1998.",
		    "in June 1961|1961-06-01..1961-06-30|during|1961-06; in 1998|1998-01-01..1998-12-31|during|1998" },
		{ "The army left in late 2011.", "in late 2011|2011-09-01..2011-12-31|during|2011" },
		{ "It began in early 2011 and ended in mid-2012.",
		    "in early 2011|2011-01-01..2011-04-30|during|2011; in mid-2012|2012-05-01..2012-08-31|during|2012" },
		{ "Floods hit in the summer of 2014.", "in the summer of 2014|2014-06-01..2014-08-31|during|2014-SU" },
		{ "All must go by the spring of 2021.", "by the spring of 2021|-..2021-05-31|by|2021-SP" },
		{ "Rents rose in the late 1970s.", "in the late 1970s|1977-01-01..1979-12-31|during|197" },
		{ "A 19th-century mill.", "19th-century|1801-01-01..1900-12-31|on|18" },
		{ "Sales fell in the third quarter of 2019.",
		    "in the third quarter of 2019|2019-07-01..2019-09-30|during|2019-Q3" },
		{ "It was sold in nineteen ninety-four.", "in nineteen ninety-four|1994-01-01..1994-12-31|during|1994" },
		{ "Filed 2018-09-23.", "2018-09-23|2018-09-23..2018-09-23|on|2018-09-23" },
		{ "Since 1901 it has been free.", "Since 1901|1901-01-01..-|since|1901" },
		{ "From May 2014 to July 2015 it was shut.",
		    "From May 2014 to July 2015|2014-05-01..2015-07-31|during|2014-05/2015-07" },
	};
	CHECK_ROWS(rows, NULL);
	CHECK_ROWS(rows, published);
}
END_TEST

START_TEST(what_is_relative_counts_from_the_publication)
{
	static const struct row rows[] = {
		{ "He spoke on Wednesday.", "on Wednesday|2020-09-09..2020-09-09|on|2020-09-09" },
		{ "He spoke on Thursday.", "on Thursday|2020-09-03..2020-09-03|on|2020-09-03" },
		{ "He will speak on Thursday.", "on Thursday|2020-09-10..2020-09-10|on|2020-09-10" },
		{ "She resigned last month.", "last month|2020-08-01..2020-08-31|on|2020-08" },
		{ "They met in August.", "in August|2020-08-01..2020-08-31|during|2020-08" },
		{ "They met in November.", "in November|2019-11-01..2019-11-30|during|2019-11" },
		{ "They will meet in November.", "in November|2020-11-01..2020-11-30|during|2020-11" },
		{ "They will leave by the end of September.", "by the end of September|-..2020-09-30|by|2020-09" },
		{ "It will stay until February.", "until February|-..2021-02-28|until|2021-02" },
		{ "The mayor quit three days ago.", "three days ago|2020-09-06..2020-09-06|on|2020-09-06" },
		{ "Prices doubled two years ago.", "two years ago|2018-01-01..2018-12-31|on|2018" },
		{ "It rained over the past two weeks.", "over the past two weeks|2020-08-26..2020-09-09|during|P2W" },
		{ "She flew home last night.", "last night|2020-09-08..2020-09-08|on|2020-09-08TNI" },
		{ "The vote took place on Aug. 2.", "on Aug. 2|2020-08-02..2020-08-02|on|2020-08-02" },
		{ "A trial started in June last year.", "in June last year|2019-06-01..2019-06-30|during|2019-06" },
		{ "He arrived on Sept. 1 and left three days later.",
		    "on Sept. 1|2020-09-01..2020-09-01|on|2020-09-01; three days later|2020-09-04..2020-09-04|on|2020-09-04" },
	};
	CHECK_ROWS(rows, published);
}
END_TEST

START_TEST(named_days_and_elections_come_from_tables)
{
	static const struct row rows[] = {
		{ "They want 4,000 there by the November presidential election.",
		    "by the November presidential election|-..2020-11-03|by|2020-11-03" },
		{ "He won the June 2017 general election.", "June 2017 general election|2017-06-08..2017-06-08|on|2017-06-08" },
		{ "Shops will close on Christmas Eve.", "on Christmas Eve|2020-12-24..2020-12-24|on|2020-12-24" },
		{ "On Labor Day 2021 they struck.", "On Labor Day 2021|2021-09-06..2021-09-06|on|2021-09-06" },
		{ "It fell on Good Friday 2019.", "on Good Friday 2019|2019-04-19..2019-04-19|on|2019-04-19" },
		{ "They married on New Year's Day.", "on New Year's Day|2020-01-01..2020-01-01|on|2020-01-01" },
	};
	CHECK_ROWS(rows, published);
}
END_TEST

START_TEST(durations_and_recurring_times_have_no_days)
{
	static const struct row rows[] = {
		{ "The talks took more than four hours.", "more than four hours|-..-|on|PT4H" },
		{ "A 30-year bond.", "30-year|-..-|on|P30Y" },
		{ "He was away for a year and a half.", "for a year and a half|-..-|during|P1.5Y" },
		{ "Trains leave every Thursday.", "every Thursday|-..-|on|XXXX-WXX-4" },
		{ "They argued for weeks.", "for weeks|-..-|during|PXW" },
		{ "It closed at 10 p.m. on Wednesday.", "at 10 p.m. on Wednesday|2020-09-09..2020-09-09|on|2020-09-09T22:00" },
	};
	CHECK_ROWS(rows, published);
}
END_TEST

START_TEST(nothing_is_guessed)
{
	static const struct row rows[] = {
		{ "He may march on, she said.", "" },
		{ "About 2000 people and 1,998 cars.", "" },
		{ "It costs $2000 or 1990.5 euros.", "" },
		{ "May we ask? The second man fell.", "" },
		{ "The Sun rose; room 1850B.", "" },
		{ "Due 03/04/2019.", "03/04/2019|-..-|on|2019-03-04" },
		{ "On 31 June it was not.", "June|2020-06-01..2020-06-30|on|2020-06" },
	};
	CHECK_ROWS(rows, published);
	static const struct row open[] = {
		{ "He spoke on Wednesday.", "on Wednesday|-..-|on|XXXX-WXX-3" },
		{ "They met in August.", "in August|-..-|during|XXXX-08" },
		{ "She quit yesterday.", "yesterday|-..-|on|XXXX-XX-XX" },
	};
	CHECK_ROWS(open, NULL);
}
END_TEST

START_TEST(hostile_text_is_read_in_linear_time)
{
	static const char *const bits[] = { "the end of ", "on ", "9", "1,", "hundred ", "and ", "\xe2\x80\x99", "Monday, ", "from " };
	for (size_t k = 0; k < sizeof(bits) / sizeof(*bits); k++) {
		AUTO_ARENA a = arena_new(MIB(192));
		AUTO_BUF b = BUF_INIT(MIB(1));
		while (b.n < KIB(200))
			buf_add(&b, sv_cstr(bits[k]));
		struct date_context c = { .published = 18514 };
		struct date_refs refs;
		date_find(a, buf_sv(&b), (struct span){ 0, b.n }, &c, &refs);
		ck_assert_uint_le(refs.n, b.n);
	}
}
END_TEST

int main(void)
{
	TCase *tc = tcase_create("date");
	tcase_set_timeout(tc, 60);
	tcase_add_test(tc, absolute_dates_need_no_anchor);
	tcase_add_test(tc, what_is_relative_counts_from_the_publication);
	tcase_add_test(tc, named_days_and_elections_come_from_tables);
	tcase_add_test(tc, durations_and_recurring_times_have_no_days);
	tcase_add_test(tc, nothing_is_guessed);
	tcase_add_test(tc, hostile_text_is_read_in_linear_time);
	Suite *s = suite_create("claim_date");
	suite_add_tcase(s, tc);
	return suite_run(s);
}
