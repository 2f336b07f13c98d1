#ifndef EXTRACT_EXTRACT_H
#define EXTRACT_EXTRACT_H
/* From a page's tree to its article: one pass for features, one for blocks, one for metadata. Pure: no I/O, no clock. */
#include "dom/dom.h"
#include "extract/article.h"

struct extract_input {
	const struct dom *dom;
	struct sv url;  /* where the page was fetched from; relative links are resolved against it */
	int64_t now;    /* the fetch's time: a date after it is not believed */
};

/* Always fills *ret; an article without text says why (article.why_empty). */
void extract_article(struct arena *a, const struct extract_input *in, struct article *ret);
#endif
