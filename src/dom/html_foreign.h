#ifndef DOM_HTML_FOREIGN_H
#define DOM_HTML_FOREIGN_H
/* SVG and MathML inside a page (13.2.6.5 of the HTML standard). */
#include "dom/html_parser.h"

/* Whether the rules for foreign content apply to the token. */
bool html_foreign_applies(struct html_parser *p, const struct html_token *t);
/* Those rules; true where the token is to be processed again. */
bool html_foreign_rules(struct html_parser *p, struct html_token *t);
/* Opens the token's element in that namespace, its names put into SVG's and MathML's spelling. */
void html_foreign_start(struct html_parser *p, struct html_token *t, enum dom_space space);
/* The namespace new elements and CDATA are judged by: that of the current node, or of the fragment's context. */
enum dom_space html_foreign_space(struct html_parser *p);
#endif
