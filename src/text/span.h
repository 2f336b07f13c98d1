#ifndef TEXT_SPAN_H
#define TEXT_SPAN_H
/* A place in a text: bytes [start, end); empty when nothing was found. */
#include <stddef.h>

struct span {
	size_t start, end;
};
#endif
