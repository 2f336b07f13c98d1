#ifndef EXTRACT_STRUCTURED_H
#define EXTRACT_STRUCTURED_H
/*
 * The article as the page's JSON-LD describes it (schema.org). The web's JSON is loose: control characters inside
 * strings, comments around it and repeated keys are forgiven; text that still is no JSON is passed over.
 */
#include "extract/tidy.h"

struct structured {
	bool is_found;	 /* an object of an article's type is there */
	struct sv headline, body, published, modified, site, section, lang, image, url; /* tidied but body; empty if unknown */
	const struct sv *authors; /* names as they stand, organisations too */
	size_t n_authors;
	bool is_paywalled; /* isAccessibleForFree is false */
};

/* url: the page's own, to tell its article from others that are described too. */
void structured_read(struct arena *a, const struct dom *dom, struct sv url, struct structured *ret);
#endif
