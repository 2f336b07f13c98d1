#ifndef WEB_QUEUE_H
#define WEB_QUEUE_H
/*
 * What to check now: claims without a verdict, most worth checking first, each with the reasons of its place.
 */
#include "web/web.h"

struct queue_page {
	struct q_claim_line_list claims;
	struct q_flag_list flags; /* that wait for this person's answer */
	struct sv state;          /* the filter, empty: all */
	int64_t n_all, page;
	bool has_next;
};
#endif
