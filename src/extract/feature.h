#ifndef EXTRACT_FEATURE_H
#define EXTRACT_FEATURE_H
/* What is known of each line beyond its place: set phrases it holds, and how often its text stands on the page. */
#include "extract/page.h"

struct describer {
	const struct page *page;
	uint32_t *repeats; /* how many lines of the page have this line's text */
	uint32_t *phrases; /* phrase bits */
};

void describer_init(struct arena *a, const struct page *page, struct describer *ret);
#endif
