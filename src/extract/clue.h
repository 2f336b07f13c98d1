#ifndef EXTRACT_CLUE_H
#define EXTRACT_CLUE_H
/* All that a page says about its article outside the running text, read once and shared by the finders of each value. */
#include "extract/extract.h"
#include "extract/landmark.h"
#include "extract/meta.h"
#include "extract/structured.h"

struct clues {
	const struct extract_input *in;
	const struct page *page;
	const struct landmarks *marks;
	struct metas metas;
	struct structured data;
	struct sv title_element; /* <title>, tidied */
	struct sv lang;		 /* <html lang> or its metas, as written; may be empty */
};

void clues_read(struct arena *a, const struct extract_input *in, const struct page *page, struct clues *ret);
#endif
