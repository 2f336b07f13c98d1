#ifndef TEXT_SEGMENT_H
#define TEXT_SEGMENT_H
/*
 * Sentences: ICU's rules (Unicode TR29 with the CLDR list of abbreviations, "en@ss=standard") and a pass that joins what
 * they still split: after titles and abbreviations of news English, initials, and before a lower-case word. A line break
 * always ends a sentence.
 */
#include "base/arena.h"

struct segment {
	size_t start, end; /* bytes; without white space at either end, never empty */
	size_t line;       /* number of line breaks before it */
};

struct segments {
	const struct segment *v;
	size_t n;
};

/* The sentences of valid UTF-8 text in `lang` (BCP 47; empty = English). Linear. <0 where ICU's data is missing. */
int segment_sentences(struct arena *a, struct sv text, struct sv lang, struct segments *ret) __attribute__((warn_unused_result));
#endif
