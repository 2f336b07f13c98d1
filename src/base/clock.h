#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H
/*
 * Time. Instants are int64_t microseconds since 1970-01-01T00:00Z (PostgreSQL's timestamptz resolution); days are
 * int32_t counts since 1970-01-01 in the proleptic Gregorian calendar, good for years 1 to 9999.
 */
#include <stdint.h>

#include "base/arena.h"

#define CLOCK_SECOND INT64_C(1000000)
#define CLOCK_DAY (INT64_C(86400) * CLOCK_SECOND)
/* No day / no instant known. */
#define DAY_NONE INT32_MIN
#define INSTANT_NONE INT64_MIN

struct civil {
	int year, month, day; /* month 1-12, day 1-31 */
};

int64_t clock_now(void);
/* Microseconds that only ever grow, for measuring. */
int64_t clock_ticks(void);
/* Howard Hinnant's days_from_civil and civil_from_days ("chrono-Compatible Low-Level Date Algorithms"). */
int32_t day_from_civil(struct civil c);
struct civil civil_from_day(int32_t day);
int days_in_month(int year, int month);
/* 0 Monday .. 6 Sunday (ISO 8601). */
int weekday_of(int32_t day);
/* "2020-09-09"; false, *ret untouched, for anything else or a day that does not exist. */
bool day_parse(struct sv s, int32_t *ret);
struct sv day_iso(struct arena *a, int32_t day);
/* The UTC day an instant falls on. */
int32_t day_of_instant(int64_t instant);
/*
 * RFC 3339 / ISO 8601 instants: date, 'T' or space, hh:mm[:ss[.fraction]], and Z, +hh:mm, +hhmm or +hh; a missing
 * zone is taken as UTC and *ret_zoned (may be NULL) says so. A bare date is midnight. False if unreadable.
 */
bool instant_parse(struct sv s, int64_t *ret, bool *ret_zoned);
/* "2020-09-09T14:05:00Z" */
struct sv instant_iso(struct arena *a, int64_t instant);
#endif
