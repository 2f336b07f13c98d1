#ifndef DOM_HTML_TOKEN_TAG_H
#define DOM_HTML_TOKEN_TAG_H
/* Tags and their attributes (13.2.5.6 to 13.2.5.8 and 13.2.5.32 to 13.2.5.40). */
#include "dom/html_token.h"

/*
 * The tag whose name starts at t->p (a letter), up to and with its '>'. False, with the page used up, where it has none.
 * Of attributes with one name the first counts; no more than LIMIT_DOM_ATTRIBUTES are kept.
 */
bool html_token_tag(struct html_tokenizer *t, enum html_token_kind kind, struct html_token *ret);
#endif
