#ifndef EXTRACT_BYLINE_H
#define EXTRACT_BYLINE_H
/* Who wrote the article: people apart from agencies, newsrooms and job titles. */
#include "extract/clue.h"

struct byline {
	const struct finding *authors;
	size_t n_authors;
	struct finding agency; /* Reuters, AP, dpa ...: extract/agency.def */
};

/*
 * The first source that names people is believed: JSON-LD, metas, rel=author, itemprop, then elements and lines that are
 * bylines by name or wording, near the heading.
 */
void byline_find(struct arena *a, const struct clues *clues, struct sv site, struct byline *ret);
#endif
