#ifndef DOM_HTML_DOCTYPE_H
#define DOM_HTML_DOCTYPE_H
/* <!DOCTYPE ...> (13.2.5.53 to 13.2.5.68) and what it says about quirks mode (13.2.6.4.1). */
#include "dom/html_token.h"

/* The doctype whose name follows t->p ("<!doctype" is read), up to and with its '>'. */
void html_doctype(struct html_tokenizer *t, struct html_token *ret);
/* Whether a page with this doctype token is in quirks mode. */
bool html_doctype_is_quirky(const struct html_token *doctype);
#endif
