#ifndef EXTRACT_LANDMARK_H
#define EXTRACT_LANDMARK_H
/* The points of a page that its lines are measured from: where the running text is, and where it starts and ends. */
#include "extract/page.h"

struct landmarks {
	dom_id container; /* the smallest element with 80 % of the running text's words */
	dom_id top;	  /* the element Readability would choose: paragraphs' points credited to parents, less link density */
	dom_id article;	  /* the <article> (or role) with most running text; DOM_NONE */
	dom_id h1;	  /* the <h1> nearest before the running text, else the first; DOM_NONE */
	uint32_t n_articles;
	uint32_t first, last; /* first and last line of running text inside `container`; n_lines when there is none */
	uint32_t h1_line;
	uint32_t *running_before; /* running total of words in running text; n_lines + 1 of them */
};

/* Running text: long enough, punctuated and hardly linked. */
bool line_is_running(const struct line *line);
void landmarks_find(struct arena *a, const struct page *page, struct landmarks *ret);
static inline uint32_t landmarks_running(const struct page *page, const struct landmarks *marks, dom_id node)
{
	return marks->running_before[page_lines_end(page, node)] - marks->running_before[page->places[node].line];
}
#endif
