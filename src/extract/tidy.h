#ifndef EXTRACT_TIDY_H
#define EXTRACT_TIDY_H
/* Values from a page's head and data as one clean line each. */
#include "dom/dom.h"

/*
 * White space and control characters collapsed and trimmed, character references that were escaped twice ("&amp;amp;")
 * undone, and cut at LIMIT_ARTICLE_VALUE bytes between code points.
 */
struct sv tidy_line(struct arena *a, struct sv s);
/* The same for an element's text. */
struct sv tidy_element(struct arena *a, const struct dom *dom, dom_id node);
/* The length of the character reference at the start of s, 0 if there is none; its code point in *ret. */
size_t tidy_reference(struct sv s, uint32_t *ret);
#endif
