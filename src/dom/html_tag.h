#ifndef DOM_HTML_TAG_H
#define DOM_HTML_TAG_H
/*
 * What the HTML standard says of an element by its name alone, from the table dom/tag.def, and the way from a name to
 * its number.
 */
#include "dom/dom.h"

enum html_tag_flag {
	IS_SPECIAL = 1, /* the standard's category "special" */
	IS_VOID = 2,
	IS_SCOPE = 4, /* ends every scope but "select" and "table" scope */
	IS_LIST_SCOPE = 8, /* ends list item scope as well */
	IS_BUTTON_SCOPE = 16, /* ends button scope as well */
	IS_TABLE_SCOPE = 32, /* ends table scope */
	IS_IMPLIED = 64, /* closed by "generate implied end tags" */
	IS_IMPLIED_ALL = 128, /* closed only by "generate all implied end tags thoroughly", as those above */
	IS_HEADING = 256,
	IS_FOSTERING = 512, /* table, tbody, tfoot, thead, tr: what does not belong inside is moved before the table */
	IS_ROW_GROUP = 1024,
	IS_BREAKOUT = 2048, /* its start tag leaves SVG and MathML */
	MAY_STAY_OPEN = 4096, /* its end tag may be left out */
};

/* Open addressing from a name's hash to its tag; filled once a parser by html_tag_index. */
struct html_tag_index {
	uint8_t slot[512];
};

/* Step of the hash of a name in any case: start with 0, feed each byte. */
static inline uint32_t html_tag_hash(uint32_t hash, unsigned char c) { return hash * 37 + (c | 0x20); }
void html_tag_index(struct html_tag_index *ret);
/* The tag with this lower-case name and its hash; DOM_TAG_OTHER for unknown ones. */
enum dom_tag html_tag_find(const struct html_tag_index *ix, struct sv name, uint32_t hash);
struct sv html_tag_name(enum dom_tag tag);
/* Flags of an element in its namespace; in SVG and MathML only a few names are special and end scopes. */
unsigned html_tag_flags(enum dom_space space, enum dom_tag tag);
#endif
