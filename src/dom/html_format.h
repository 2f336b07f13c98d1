#ifndef DOM_HTML_FORMAT_H
#define DOM_HTML_FORMAT_H
/*
 * The list of active formatting elements (13.2.4.3 of the HTML standard) and the adoption agency (13.2.6.4.7). The list
 * is bounded: beyond HTML_FORMATS_MAX the oldest entry is forgotten, so no page makes reconstruction quadratic.
 */
#include "dom/html_parser.h"

/* Adds an open element, at most three alike after the last marker ("Noah's Ark"). */
void html_format_push(struct html_parser *p, dom_id node);
void html_format_push_marker(struct html_parser *p);
void html_format_clear_to_marker(struct html_parser *p);
/* The latest entry `tag` after the last marker; DOM_NONE for none. */
dom_id html_format_find(const struct html_parser *p, enum dom_tag tag);
/* Forgets an element, where it is listed. */
void html_format_remove(struct html_parser *p, dom_id node);
/* "Reconstruct the active formatting elements". */
void html_format_reconstruct(struct html_parser *p);
/* The adoption agency for an end tag. False where it is to be treated as any other end tag. */
bool html_format_adopt(struct html_parser *p, enum dom_tag subject);
#endif
