#ifndef DOM_HTML_PARSE_H
#define DOM_HTML_PARSE_H
/* The parser's two doors behind dom.h: a page, and a fragment in the context of an element (13.4), which tests need. */
#include "dom/dom.h"

/*
 * The children of the document are what would stand in the context element: `context` is "div", "svg path" or
 * "math mi" as the public test suite writes it. html: valid UTF-8.
 */
void html_parse_fragment(struct arena *a, struct sv html, struct sv context, struct dom *ret);
#endif
