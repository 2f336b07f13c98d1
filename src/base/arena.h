#ifndef BASE_ARENA_H
#define BASE_ARENA_H
/*
 * Region memory: everything allocated for one request, job or document dies together at arena_reset(). An arena has a
 * ceiling (base/limits.h); reaching it, or running out of memory, ends the process with a line on stderr: the
 * supervisor starts a new one, and sizes are limited long before. So no caller checks for NULL and nobody frees.
 */
#include "base/sv.h"

struct arena;

/* A new arena that may hold `ceiling` bytes in all. Freed by arena_free, or by AUTO_ARENA at the end of its scope. */
struct arena *arena_new(size_t ceiling) __attribute__((returns_nonnull, warn_unused_result));
void arena_free(struct arena *a);
void arena_drop(struct arena **a);
#define AUTO_ARENA __attribute__((cleanup(arena_drop))) struct arena *

/* Forgets every allocation; keeps one chunk for the next round. */
void arena_reset(struct arena *a);
size_t arena_used(const struct arena *a);

/* Zeroed, aligned for any type; n == 0 gives a pointer that may not be read. */
void *arena_alloc(struct arena *a, size_t n) __attribute__((malloc, alloc_size(2), returns_nonnull, warn_unused_result));
#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, type, n) ((type *)arena_array((a), sizeof(type), (n)))
/* As arena_alloc for n elements; a product that overflows ends the process. */
void *arena_array(struct arena *a, size_t size, size_t n)
    __attribute__((malloc, alloc_size(2, 3), returns_nonnull, warn_unused_result));

/* A copy of s that lives in the arena. */
struct sv arena_sv(struct arena *a, struct sv s) __attribute__((warn_unused_result));
/* A NUL-ended copy, for a C library's door; s must not hold a NUL (cut at the first one). */
char *arena_cstr(struct arena *a, struct sv s) __attribute__((returns_nonnull, warn_unused_result));
/* Formatted text in the arena. */
struct sv arena_printf(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3), warn_unused_result));
#endif
