#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#define CHUNK_MIN ((size_t)16384)
#define CHUNK_MAX ((size_t)1 << 20)

struct chunk {
	struct chunk *next;
	size_t cap, used;
	alignas(max_align_t) unsigned char mem[];
};

struct arena {
	struct chunk *head;
	size_t ceiling, total, next_chunk;
};

static _Noreturn void arena_die(const char *why)
{
	(void)fprintf(stderr, "arena: %s\n", why);
	abort();
}

struct arena *arena_new(size_t ceiling)
{
	struct arena *a = calloc(1, sizeof(*a));
	if (a == NULL)
		arena_die("out of memory");
	a->ceiling = ceiling;
	a->next_chunk = CHUNK_MIN;
	return a;
}

void arena_reset(struct arena *a)
{
	struct chunk *keep = NULL;
	while (a->head != NULL) {
		struct chunk *c = a->head;
		a->head = c->next;
		if (keep == NULL && c->cap <= CHUNK_MAX)
			keep = c;
		else
			free(c);
	}
	if (keep != NULL) {
		keep->next = NULL;
		keep->used = 0;
	}
	a->head = keep;
	a->total = 0;
}

void arena_free(struct arena *a)
{
	if (a == NULL)
		return;
	arena_reset(a);
	free(a->head);
	free(a);
}

void arena_drop(struct arena **a)
{
	arena_free(*a);
	*a = NULL;
}

size_t arena_used(const struct arena *a)
{
	return a->total;
}

static void arena_grow(struct arena *a, size_t n)
{
	size_t want = n > a->next_chunk ? n : a->next_chunk;
	struct chunk *c = malloc(sizeof(*c) + want);
	if (c == NULL)
		arena_die("out of memory");
	c->next = a->head;
	c->cap = want;
	c->used = 0;
	a->head = c;
	if (a->next_chunk < CHUNK_MAX)
		a->next_chunk *= 2;
}

void *arena_alloc(struct arena *a, size_t n)
{
	if (n > SIZE_MAX / 2)
		arena_die("absurd size");
	n = (n + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
	if (n > a->ceiling - a->total)
		arena_die("ceiling reached");
	if (a->head == NULL || a->head->cap - a->head->used < n)
		arena_grow(a, n);
	void *p = a->head->mem + a->head->used;
	a->head->used += n;
	a->total += n;
	return memset(p, 0, n);
}

void *arena_array(struct arena *a, size_t size, size_t n)
{
	size_t all;
	if (__builtin_mul_overflow(size, n, &all))
		arena_die("absurd size");
	return arena_alloc(a, all);
}

struct sv arena_sv(struct arena *a, struct sv s)
{
	char *p = arena_alloc(a, s.n + 1);
	if (s.n > 0)
		memcpy(p, s.p, s.n);
	return (struct sv){ p, s.n };
}

char *arena_cstr(struct arena *a, struct sv s)
{
	char *p = arena_alloc(a, s.n + 1);
	if (s.n > 0)
		memcpy(p, s.p, s.n);
	return p;
}

struct sv arena_printf(struct arena *a, const char *format, ...)
{
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (n < 0)
		arena_die("bad format");
	char *p = arena_alloc(a, (size_t)n + 1);
	(void)vsnprintf(p, (size_t)n + 1, format, again);
	va_end(again);
	return (struct sv){ p, (size_t)n };
}
