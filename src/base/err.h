#ifndef BASE_ERR_H
#define BASE_ERR_H
/*
 * Errors. A function that can fail returns int: 0 done; positive one of its module's documented outcomes, which the
 * caller must name; negative fatal, passed on with ERR_PASS until the request or job boundary logs the trace once.
 * The trace is a fixed per-process list of 16 frames and allocates nothing; err_clear() empties it.
 */
#include "base/buf.h"

/* Starts a trace with a printf text and evaluates to `code`, which must be negative (use -errno, or -EIO where none fits). */
#define ERR_NEW(code, ...) err_new(__FILE__, __LINE__, (code), __VA_ARGS__)
/* Adds this place to the trace and evaluates to `r`. */
#define ERR_PASS(r) err_pass(__FILE__, __LINE__, (r))
/* For a call that has no outcome but success here: as ERR_PASS, and a positive `r` becomes a failure. */
#define ERR_MUST(r) err_must(__FILE__, __LINE__, (r))

int err_new(const char *file, int line, int code, const char *format, ...) __attribute__((format(printf, 4, 5), cold));
int err_pass(const char *file, int line, int r) __attribute__((cold));
int err_must(const char *file, int line, int r) __attribute__((cold));
/* "what failed (code) at file:line < file:line ..." of the current trace, empty where there is none. */
void err_describe(struct buf *out);
/* Only the text given to ERR_NEW; valid until the next ERR_NEW or err_clear. */
struct sv err_text(void);
void err_clear(void);
#endif
