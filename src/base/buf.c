#include "base/buf.h"

char *buf_room(struct buf *b, size_t n)
{
	if (b->failed || n > b->max - b->n) {
		b->failed = true;
		return NULL;
	}
	if (b->n + n > b->cap) {
		size_t want = b->cap == 0 ? 256 : b->cap;
		while (want < b->n + n)
			want *= 2;
		want = want < b->max ? want : b->max;
		char *p = realloc(b->p, want);
		if (p == NULL) {
			b->failed = true;
			return NULL;
		}
		b->p = p;
		b->cap = want;
	}
	return b->p + b->n;
}

void buf_add_char(struct buf *b, char c)
{
	buf_add(b, (struct sv){ &c, 1 });
}

void buf_add_i64(struct buf *b, int64_t v)
{
	char digits[24];
	size_t at = sizeof(digits);
	uint64_t left = v < 0 ? -(uint64_t)v : (uint64_t)v;
	do {
		digits[--at] = (char)('0' + left % 10);
		left /= 10;
	} while (left > 0);
	if (v < 0)
		digits[--at] = '-';
	buf_add(b, (struct sv){ digits + at, sizeof(digits) - at });
}

void buf_addf(struct buf *b, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	buf_vaddf(b, format, args);
	va_end(args);
}

void buf_vaddf(struct buf *b, const char *format, va_list args)
{
	va_list again;
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, format, args);
	char *to = n < 0 ? NULL : buf_room(b, (size_t)n + 1);
	if (to != NULL) {
		(void)vsnprintf(to, (size_t)n + 1, format, again);
		b->n += (size_t)n;
	} else {
		b->failed = true;
	}
	va_end(again);
}

void buf_clear(struct buf *b)
{
	b->n = 0;
	b->failed = false;
}

void buf_release(struct buf *b)
{
	free(b->p);
	*b = (struct buf){ .max = b->max };
}
