#ifndef EXTRACT_PAGE_H
#define EXTRACT_PAGE_H
/*
 * A page made ready for extraction: what each element is and stands in, and its text cut into lines at block-level
 * elements. Both are one pass over the tree; sums over a subtree are differences of running totals.
 */
#include "dom/dom.h"
#include "extract/concept.h"

/* Elements a line can stand inside, as bits of struct place.inside. */
enum inside {
	INSIDE_ARTICLE = 1 << 0,
	INSIDE_MAIN = 1 << 1,
	INSIDE_ASIDE = 1 << 2,
	INSIDE_NAV = 1 << 3,
	INSIDE_HEADER = 1 << 4,
	INSIDE_FOOTER = 1 << 5,
	INSIDE_FORM = 1 << 6,
	INSIDE_FIGURE = 1 << 7,
	INSIDE_FIGCAPTION = 1 << 8,
	INSIDE_LIST = 1 << 9,
	INSIDE_TABLE = 1 << 10,
	INSIDE_QUOTE = 1 << 11,
	INSIDE_LINK = 1 << 12,
	INSIDE_EMPHASIS = 1 << 13,
	INSIDE_PRE = 1 << 14,
	INSIDE_HEADING = 1 << 15,
	INSIDE_HIDDEN = 1 << 16,
	INSIDE_NOSCRIPT = 1 << 17,
	INSIDE_DIALOG = 1 << 18,
	INSIDE_SECTION = 1 << 19,
	INSIDE_CELL = 1 << 20,
	INSIDE_ITEM = 1 << 21,
	INSIDE_PARAGRAPH = 1 << 22,
	INSIDE_TIME = 1 << 23,
};

struct place {
	uint32_t own;	 /* concept bits of its class, id, role, itemprop */
	uint32_t inside; /* its own kind and its ancestors', enum inside */
	dom_id block;	 /* nearest block-level element, itself included */
	uint32_t line;	 /* the first line that starts at or after this node */
};

/* A run of text without a block-level cut. */
struct line {
	dom_id node, first_text; /* its block-level element; its first text node */
	struct sv text;		 /* white space collapsed, never empty */
	uint32_t inside, chars, link_chars, emphasis_chars, words, links;
	uint32_t hash; /* of text */
};

struct page {
	const struct dom *dom;
	struct place *places; /* one a node, and one past the end */
	struct line *lines;
	uint32_t n_lines;
	uint32_t *words_before, *link_words_before; /* running totals over the lines; n_lines + 1 of them */
};

void page_read(struct arena *a, const struct dom *dom, struct page *ret);
/* The lines that start in the subtree of `node` are [places[node].line, places[dom end].line). */
static inline uint32_t page_lines_end(const struct page *page, dom_id node) { return page->places[page->dom->v[node].end].line; }
static inline uint32_t page_words(const struct page *page, dom_id node)
{
	return page->words_before[page_lines_end(page, node)] - page->words_before[page->places[node].line];
}
static inline uint32_t page_link_words(const struct page *page, dom_id node)
{
	return page->link_words_before[page_lines_end(page, node)] - page->link_words_before[page->places[node].line];
}
static inline bool page_holds(const struct page *page, dom_id outer, dom_id inner)
{
	return outer <= inner && inner < page->dom->v[outer].end;
}
#endif
