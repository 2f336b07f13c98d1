#ifndef DOM_HTML_MODE_H
#define DOM_HTML_MODE_H
/*
 * The insertion modes of tree construction (13.2.6.4 of the HTML standard). Each rule takes one token and returns true
 * where the token is to be processed again in the mode it has changed to.
 */
#include "dom/html_parser.h"

/* The rules of the current mode (no look at foreign content). */
bool html_mode_rules(struct html_parser *p, struct html_token *t);

bool html_initial(struct html_parser *p, struct html_token *t);
bool html_before_html(struct html_parser *p, struct html_token *t);
bool html_before_head(struct html_parser *p, struct html_token *t);
bool html_in_head(struct html_parser *p, struct html_token *t);
/* Start tags that "in head" takes wherever they stand. */
bool html_is_head_tag(enum dom_tag tag);
bool html_in_head_noscript(struct html_parser *p, struct html_token *t);
bool html_after_head(struct html_parser *p, struct html_token *t);
bool html_in_body(struct html_parser *p, struct html_token *t);
bool html_in_body_start(struct html_parser *p, struct html_token *t);
bool html_in_body_end(struct html_parser *p, struct html_token *t);
bool html_in_text(struct html_parser *p, struct html_token *t);
bool html_in_table(struct html_parser *p, struct html_token *t);
bool html_in_table_text(struct html_parser *p, struct html_token *t);
bool html_in_caption(struct html_parser *p, struct html_token *t);
bool html_in_column_group(struct html_parser *p, struct html_token *t);
bool html_in_table_body(struct html_parser *p, struct html_token *t);
bool html_in_row(struct html_parser *p, struct html_token *t);
bool html_in_cell(struct html_parser *p, struct html_token *t);
bool html_in_template(struct html_parser *p, struct html_token *t);
bool html_after_body(struct html_parser *p, struct html_token *t);
bool html_in_frameset(struct html_parser *p, struct html_token *t);
bool html_after_frameset(struct html_parser *p, struct html_token *t);
bool html_after_after_body(struct html_parser *p, struct html_token *t);
bool html_after_after_frameset(struct html_parser *p, struct html_token *t);

/* Opens the token's element and reads what follows as that content up to its end tag. */
void html_start_raw(struct html_parser *p, const struct html_token *t, enum html_content content);
/* How many bytes of white space text starts with. */
size_t html_leading_space(struct sv text);
/* Inserts the white space a text token starts with (or drops it); true where nothing is left of the token. */
bool html_take_space(struct html_parser *p, struct html_token *t, bool is_kept);
static inline bool html_is_start(const struct html_token *t, enum dom_tag tag) { return t->kind == HTML_START && t->tag == tag; }
static inline bool html_is_end(const struct html_token *t, enum dom_tag tag) { return t->kind == HTML_END && t->tag == tag; }
#endif
