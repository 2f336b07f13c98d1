#include "base/vec.h"

#include <string.h>

void *vec_grow(struct arena *a, void *v, size_t size, size_t n, size_t *cap)
{
	if (n < *cap)
		return v;
	size_t want = *cap == 0 ? 8 : *cap * 2;
	void *bigger = arena_array(a, size, want);
	if (n > 0)
		memcpy(bigger, v, n * size);
	*cap = want;
	return bigger;
}
