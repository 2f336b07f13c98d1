#ifndef WIRE_ARTICLE_JSON_H
#define WIRE_ARTICLE_JSON_H
/*
 * An article as JSON: what crosscheck-parse hands to the worker and `crosscheck extract` prints. The writer trusts its
 * input, the reader does not: the process that wrote may have been taken over by the page it read.
 */
#include "extract/article.h"
#include "json/json_out.h"

/* Writes one object. Unknown values are left out. */
void article_json_write(struct json_out *out, const struct article *article);

/* article_json_read's outcome for anything that is not an article within the ceilings of base/limits.h; err_text() says what. */
enum { ARTICLE_JSON_BAD = 1 };

/*
 * Reads what article_json_write wrote; all of *ret lives in the arena. Checked: lengths and counts, known names, ranges
 * of times and levels, no line break or other control character in any text, no empty block. *ret is untouched unless
 * 0 is returned.
 */
int article_json_read(struct arena *a, struct sv text, struct article *ret) __attribute__((warn_unused_result));
#endif
