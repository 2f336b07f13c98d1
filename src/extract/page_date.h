#ifndef EXTRACT_PAGE_DATE_H
#define EXTRACT_PAGE_DATE_H
/*
 * Dates as pages write them: ISO 8601 and its loose relatives, RFC 5322, Unix seconds, and dates in words or figures in
 * the languages of extract/month.def, anywhere in a short text.
 */
#include "extract/article.h"

/* Which of 05/04 is the month when the figures leave it open. */
enum date_order { DATE_DAY_FIRST, DATE_MONTH_FIRST };

/* en, en-US, and a few more put the month first; everyone else the day. */
enum date_order date_order_of(struct sv lang);
/* A machine's value: the whole of s is a date. False, *ret untouched, if it is not. `from` is left to the caller. */
bool page_date_value(struct sv s, enum date_order order, struct dated *ret);
/* The first date in running words, no coarser than a day. *ret_at (may be NULL) is the byte where it starts. */
bool page_date_in(struct sv s, enum date_order order, struct dated *ret, size_t *ret_at);
/* The date in a path such as /2024/03/05/ or /2024-03-05- or /20240305/; /2021/07/ gives a month. */
bool page_date_in_url(struct sv url, struct dated *ret);
#endif
