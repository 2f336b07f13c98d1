#ifndef DOM_HTML_REF_H
#define DOM_HTML_REF_H
/* Character references (13.2.5.72 ff. of the HTML standard): &amp; &#8220; &#x201D; and their lenient forms. */
#include "base/arena.h"

/*
 * s with every reference replaced, in the arena (s itself where it holds no '&'). In an attribute a named reference
 * without ';' before '=' or a letter or digit stays as it is.
 */
struct sv html_ref_decode(struct arena *a, struct sv s, bool is_attribute);
#endif
