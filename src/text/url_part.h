#ifndef TEXT_URL_PART_H
#define TEXT_URL_PART_H
/* The parts of the URL parser that are functions of their own: percent-encoding by set, and hosts. */
#include "text/url.h"

/* The standard's percent-encode sets (section 1.3). */
enum url_set { URL_SET_CONTROL, URL_SET_FRAGMENT, URL_SET_QUERY, URL_SET_SPECIAL_QUERY, URL_SET_PATH, URL_SET_USERINFO };

struct sv url_part_encode(struct arena *a, struct sv s, enum url_set set);
struct sv url_part_decode(struct arena *a, struct sv s);
/* -1 for no hex digit. */
int url_part_hex(char c);
/* Section 3.5: fills host, host_kind and address of *ret. False on failure. */
bool url_part_host(struct arena *a, struct sv input, bool is_special, struct url *ret);
#endif
