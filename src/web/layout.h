#ifndef WEB_LAYOUT_H
#define WEB_LAYOUT_H
/*
 * What every page has around it, for www/tmpl/layout.html.
 */
#include "web/web.h"

struct nav_entry {
	enum route_id route;
	struct sv label;
	enum role needs;
};

/* The navigation, left to right (web/nav.def). */
extern const struct nav_entry layout_nav[];
extern const size_t layout_nav_n;

/* "9 Sep 2020", "9 Sep 14:05" within this year of `now`; a dash where unknown. UTC. */
struct sv layout_day(struct arena *a, int32_t day);
struct sv layout_instant(struct arena *a, int64_t instant);
/* "3 h ago"; a date from a week on. */
struct sv layout_ago(struct arena *a, int64_t now, int64_t instant);
#endif
