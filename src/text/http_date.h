#ifndef TEXT_HTTP_DATE_H
#define TEXT_HTTP_DATE_H
/*
 * Dates as HTTP headers and RSS feeds write them: RFC 9110 section 5.6.7 (all three forms) and RFC 5322 (numeric zones, the
 * North American names, seconds left out).
 */
#include <stdint.h>

#include "base/arena.h"

/* "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994", "6 Nov 1994 08:49 +0100". */
bool http_date_parse(struct sv s, int64_t *ret);
/* "Sun, 06 Nov 1994 08:49:37 GMT" */
struct sv http_date(struct arena *a, int64_t instant);
#endif
