#ifndef CLAIM_DATE_RULE_H
#define CLAIM_DATE_RULE_H
/*
 * The grammar's parts. Each reads one kind of expression at token i and gives how many tokens it takes, 0 for none, with
 * what they mean in *ret; claim/date.c tries them all and keeps the longest.
 */
#include "claim/date.h"
#include "claim/date_calendar.h"

struct date_scan {
	struct date_tokens tokens;
	int32_t published; /* DAY_NONE = unknown */
	int32_t reference; /* the last day named before in the sentence, for "two days later"; DAY_NONE = none */
};

/* "3 March 2014", "Aug. 2", "March", "1998", "the 1990s", "the third quarter of 2019", "the summer of 2014" */
size_t date_absolute(const struct date_scan *s, size_t i, struct when *ret);
/* "today", "last month", "Wednesday", "the next two weeks", "tomorrow night" */
size_t date_relative(const struct date_scan *s, size_t i, struct when *ret);
/* "three days", "an 18-month", "several weeks ago", "two days after Christmas" */
size_t date_duration(const struct date_scan *s, size_t i, struct when *ret);
/* "every Monday", "weekly", "each month" */
size_t date_recurring(const struct date_scan *s, size_t i, struct when *ret);
/* "7:15 p.m.", "noon Thursday", "10 p.m. on Friday" */
size_t date_clock(const struct date_scan *s, size_t i, struct when *ret);
/* "Christmas Eve", "Labor Day 2021", "the November presidential election" */
size_t date_name(const struct date_scan *s, size_t i, struct when *ret);
/* Any day: an absolute one, a relative one or a named one. */
size_t date_day(const struct date_scan *s, size_t i, struct when *ret);

/* A cardinal number, "a" and "an" as 1, "a couple of" as 2; -1 for "several". */
size_t date_cardinal(const struct date_tokens *t, size_t i, double *ret);
/* 1 to 99: "4th", "fourth", "twenty-first" */
size_t date_ordinal(const struct date_tokens *t, size_t i, int *ret);
/* "1998", "nineteen ninety-eight", "two thousand and five" */
size_t date_year_number(const struct date_tokens *t, size_t i, int *ret);

/* Does the sentence speak of the future at token i (1), of the past (-1), or does it not tell (0)? */
int date_direction(const struct date_tokens *t, size_t i);
/*
 * What expression a year-less date means: of the years around the day of publication the one that the direction of the
 * sentence asks for, else the nearest. in_year gives the date in one year (no days: it does not exist in that year).
 */
void date_choose_year(const struct date_scan *s, size_t i, void (*in_year)(const void *what, int year, struct when *ret),
    const void *what, struct when *ret);
#endif
