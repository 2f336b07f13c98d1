#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H
/*
 * UTF-8: decoding, validity, and the bridge between byte offsets (used inside the program) and code-point offsets (used
 * in the database, in JSON and on pages; see docs/ARCHITECTURE.md, Offsets). Texts handed around inside the program are
 * always valid UTF-8: utf8_clean makes them so where they enter.
 */
#include <stdint.h>

#include "base/arena.h"

#define UTF8_BAD ((uint32_t)0xFFFD)

/*
 * The code point at byte `at` (which must be < s.n) and, in *ret_len, how many bytes it takes. Ill-formed bytes give
 * UTF8_BAD and the length of the maximal subpart (Unicode 15, section 3.9, U+FFFD substitution), never less than 1.
 */
uint32_t utf8_at(struct sv s, size_t at, size_t *ret_len);
/* The code point that ends before byte `at` (> 0). */
uint32_t utf8_before(struct sv s, size_t at, size_t *ret_len);
bool utf8_is_valid(struct sv s);
/* A valid copy: each ill-formed part becomes U+FFFD, counted in *ret_bad (may be NULL). Valid input is not copied. */
struct sv utf8_clean(struct arena *a, struct sv s, size_t *ret_bad);
/* Writes cp (a scalar value; others become U+FFFD) to out and returns its length, 1 to 4. */
size_t utf8_put(char out[4], uint32_t cp);
/* Number of code points. */
size_t utf8_count(struct sv s);
/* Byte offset of code point `cp`; s.n when there are fewer. */
size_t utf8_byte_of(struct sv s, size_t cp);
/*
 * Turns byte offsets into code points, counting from the last one asked for, on or back: cheap where they lie close together.
 * Offsets lie between characters. Start with the text and zeros.
 */
struct utf8_ruler {
	struct sv text;
	size_t byte, cp;
};
size_t utf8_ruler_at(struct utf8_ruler *r, size_t byte);
/* A shortened view of at most `cps` code points, never cutting one. */
struct sv utf8_head(struct sv s, size_t cps);
struct sv utf8_tail(struct sv s, size_t cps);
/* A lower-case copy (simple case mapping of the Unicode character database; same number of code points). */
struct sv utf8_lower(struct arena *a, struct sv s);
bool utf8_is_alpha(uint32_t cp);
bool utf8_is_upper(uint32_t cp);
bool utf8_is_digit(uint32_t cp);
bool utf8_is_space(uint32_t cp);
#endif
