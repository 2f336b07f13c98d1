#ifndef BASE_VEC_H
#define BASE_VEC_H
/*
 * A growable array in an arena. VEC(struct claim) declares an anonymous {v, n, cap}; VEC_PUSH appends a zeroed element
 * and gives its address, valid until the next push. Doubling leaves old halves in the arena: at most as much again.
 */
#include "base/arena.h"

#define VEC(type)            \
	struct {             \
		type *v;     \
		size_t n, cap; \
	}
#define VEC_PUSH(a, vec) \
	((vec)->v = vec_grow((a), (vec)->v, sizeof(*(vec)->v), (vec)->n, &(vec)->cap), &(vec)->v[(vec)->n++])

/* VEC_PUSH's helper: room for one more than n elements of `size`. */
void *vec_grow(struct arena *a, void *v, size_t size, size_t n, size_t *cap) __attribute__((returns_nonnull));
#endif
