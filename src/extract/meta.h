#ifndef EXTRACT_META_H
#define EXTRACT_META_H
/* The <meta> elements of a page by name, wherever they stand (name, property, itemprop, http-equiv). */
#include "extract/article.h"
#include "extract/tidy.h"

struct meta {
	struct sv name, content; /* name in lower case, content tidied and not empty */
};

struct metas {
	const struct meta *v;
	size_t n;
};

void metas_read(struct arena *a, const struct dom *dom, struct metas *ret);
/* The first content under this name (lower case); SV_NONE. */
struct sv metas_get(const struct metas *metas, struct sv name);
/* The first name of the list (n of them, in order of trust) that is there, with "meta NAME" as its evidence. */
struct finding metas_first(struct arena *a, const struct metas *metas, const struct sv *names, size_t n);
#endif
