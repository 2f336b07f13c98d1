#ifndef TEXT_SPAN_H
#define TEXT_SPAN_H
/* Places in a text. */
#include <stddef.h>

/* Bytes [start, end); empty when nothing was found. */
struct span {
	size_t start, end;
};

/* How many bytes both have. */
static inline size_t span_overlap(struct span x, struct span y)
{
	size_t from = x.start > y.start ? x.start : y.start, to = x.end < y.end ? x.end : y.end;
	return to > from ? to - from : 0;
}
#endif
