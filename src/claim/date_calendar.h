#ifndef CLAIM_DATE_CALENDAR_H
#define CLAIM_DATE_CALENDAR_H
/* Periods of the calendar as intervals of days with their TIMEX3 value: years, quarters, seasons, weeks, parts of a day. */
#include "claim/date_token.h"

enum edge { EDGE_NONE, EDGE_START, EDGE_MID, EDGE_END };
enum when_type { WHEN_DATE, WHEN_TIME, WHEN_DURATION, WHEN_SET };

struct when {
	enum when_type type;
	enum grain grain;
	int32_t lo, hi; /* days, both included; DAY_NONE where unknown */
	char value[40]; /* TIMEX3 */
};

/* Years 2 to 9999; outside them a period has no days. */
void when_day(int32_t day, struct when *ret);
void when_week(int32_t day, struct when *ret);
void when_weekend(int32_t day, struct when *ret);
void when_month(int year, int month, struct when *ret);
void when_quarter(int year, int quarter, struct when *ret);
void when_half(int year, int half, struct when *ret);
/* season 0 winter (December of the year before to February), 1 spring .. 3 autumn. */
void when_season(int year, int season, struct when *ret);
void when_year(int year, struct when *ret);
void when_decade(int first_year, struct when *ret);
void when_century(int century, struct when *ret);
/* The period of this grain that holds `day`, moved n periods on. */
void when_period(int32_t day, enum grain grain, int n, struct when *ret);
/* Part 0-3 of that day: morning, afternoon, evening, night. */
void when_part(const struct when *day, int part, struct when *ret);
/* "PT4H", "P2W"; n < 0 is an unknown number ("PXY"). */
void when_duration(double n, enum grain grain, struct when *ret);
/* Narrows *w to its first, second or last part: thirds, of a year four months each, of a month ten days. */
void when_narrow(struct when *w, enum edge edge);
/* `day` moved n units on: months and years keep the day of the month where it exists, else the month's last. */
int32_t when_move_day(int32_t day, enum grain grain, int n);
/* The nth (1-5, or -1 the last) given weekday of a month; DAY_NONE if there is none. */
int32_t when_nth_weekday(int year, int month, int weekday, int nth);
/* Easter Sunday, Gregorian (the anonymous algorithm, Meeus/Jones/Butcher). */
int32_t when_easter(int year);
#endif
