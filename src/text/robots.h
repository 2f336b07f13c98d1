#ifndef TEXT_ROBOTS_H
#define TEXT_ROBOTS_H
/*
 * robots.txt, by RFC 9309 and, where it leaves room, as Google's parser reads it (github.com/google/robotstxt): which paths a
 * program of some name may ask for. Any bytes are read; what is no rule is passed over.
 */
#include "base/arena.h"

/* Of a longer file no more is read (RFC 9309 section 2.5). */
#define ROBOTS_READ ((size_t)500 << 10)
/* Longest pause that is kept to, in seconds. */
#define ROBOTS_DELAY_MAX 60

struct robots_says {
	bool is_allowed;
	struct sv rule; /* the pattern that decided, borrowed from the text; empty: none spoke */
	double delay;   /* Crawl-delay in seconds, as written; 0: none */
};

/*
 * May the program `agent` ("Crosscheck") ask for `path` (path and query, percent-encoded, from '/')? The rules of all groups that
 * name it count together, else those of '*'; the longest pattern decides, and on a tie the permission. Linear in the text
 * but for patterns with many '*' (each searched for once in the path).
 */
void robots_read(struct arena *a, struct sv text, struct sv agent, struct sv path, struct robots_says *ret);
#endif
