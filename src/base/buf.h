#ifndef BASE_BUF_H
#define BASE_BUF_H
/*
 * A growable byte buffer with a ceiling given where it is made (base/limits.h). After a refused write (ceiling reached
 * or no memory) it stays `failed` and takes nothing more, so a whole page can be written and checked once at the end.
 * Life cycle: AUTO_BUF b = BUF_INIT(ceiling); ... buf_add(&b, ...); ... freed at the end of the scope.
 */
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include "base/sv.h"

struct buf {
	char *p;
	size_t n, cap, max;
	bool failed;
};

#define BUF_INIT(ceiling) { .max = (ceiling) }
#define AUTO_BUF __attribute__((cleanup(buf_release))) struct buf

/* Room for n more bytes behind b->p + b->n, or NULL and `failed`; what is written there is taken in by adding to b->n. */
char *buf_room(struct buf *b, size_t n);
/* Inline: pages are thousands of short pieces. */
static inline void buf_add(struct buf *b, struct sv s)
{
	char *to = s.n == 0 ? NULL : s.n <= b->cap - b->n && !b->failed ? b->p + b->n : buf_room(b, s.n);
	if (to == NULL)
		return;
	memcpy(to, s.p, s.n);
	b->n += s.n;
}
void buf_add_char(struct buf *b, char c);
void buf_add_i64(struct buf *b, int64_t v);
void buf_addf(struct buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_vaddf(struct buf *b, const char *format, va_list args) __attribute__((format(printf, 2, 0)));
/* Empty again and no longer failed; keeps its memory. */
void buf_clear(struct buf *b);
void buf_release(struct buf *b);
static inline struct sv buf_sv(const struct buf *b) { return (struct sv){ b->p, b->n }; }
#endif
