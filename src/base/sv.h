#ifndef BASE_SV_H
#define BASE_SV_H
/*
 * A borrowed run of bytes: the one string parameter type. It never owns its bytes, may hold NULs, need not end in one,
 * and is passed by value. The empty view may have p == NULL.
 */
#include <stdbool.h>
#include <stddef.h>

struct sv {
	const char *p;
	size_t n;
};

#define SV(lit) ((struct sv){ "" lit, sizeof(lit) - 1 })
/* The same for static tables, where a compound literal is not constant. */
#define SV_INIT(lit) { "" lit, sizeof(lit) - 1 }
#define SV_NONE ((struct sv){ NULL, 0 })
#define SV_FMT "%.*s"
#define SV_ARG(s) (int)(s).n, (s).p

/* A view of the NUL-ended string s; NULL gives the empty view. */
struct sv sv_cstr(const char *s);
bool sv_eq(struct sv a, struct sv b);
/* Equal when ASCII letters are folded; other bytes must match exactly. */
bool sv_eq_icase(struct sv a, struct sv b);
/* Byte order, shorter first on a tie: <0, 0, >0 as memcmp. */
int sv_cmp(struct sv a, struct sv b);
bool sv_starts(struct sv s, struct sv prefix);
bool sv_starts_icase(struct sv s, struct sv prefix);
bool sv_ends(struct sv s, struct sv suffix);
bool sv_ends_icase(struct sv s, struct sv suffix);
/* Offset of the first needle at or after `from`; s.n when there is none. An empty needle is found at `from`. */
size_t sv_find(struct sv s, struct sv needle, size_t from);
size_t sv_find_icase(struct sv s, struct sv needle, size_t from);
size_t sv_find_char(struct sv s, char c, size_t from);
static inline bool sv_has(struct sv s, struct sv needle) { return needle.n == 0 || sv_find(s, needle, 0) < s.n; }
/* s, with an address even where it is empty: for whom a NULL means "no value", as in the database. */
static inline struct sv sv_or_empty(struct sv s) { return s.p == NULL ? SV("") : s; }
/* The bytes [from, to), both clamped to s. */
static inline struct sv sv_sub(struct sv s, size_t from, size_t to)
{
	if (to > s.n)
		to = s.n;
	if (from >= to)
		return (struct sv){ s.p == NULL ? NULL : s.p + (from < s.n ? from : s.n), 0 };
	return (struct sv){ s.p + from, to - from };
}
/* Is `word` one of the words of `list`: lower-case words with a space before and behind each? ASCII letters are folded. */
bool sv_is_listed(const char *list, struct sv word);
/* Without ASCII white space at either end. */
struct sv sv_trim(struct sv s);
/*
 * Takes the part before the next `c` off the front of *rest into *ret_part and steps over the `c`.
 * False, with nothing taken, once *rest has been used up (rest->p == NULL); "a," gives "a" and "".
 */
bool sv_split(struct sv *rest, char c, struct sv *ret_part);

/* ASCII classes that do not depend on the locale. */
static inline bool ascii_is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
static inline bool ascii_is_digit(char c) { return c >= '0' && c <= '9'; }
static inline bool ascii_is_upper(char c) { return c >= 'A' && c <= 'Z'; }
static inline bool ascii_is_lower(char c) { return c >= 'a' && c <= 'z'; }
static inline bool ascii_is_alpha(char c) { return ascii_is_upper(c) || ascii_is_lower(c); }
static inline bool ascii_is_alnum(char c) { return ascii_is_alpha(c) || ascii_is_digit(c); }
static inline char ascii_lower(char c) { return ascii_is_upper(c) ? (char)(c - 'A' + 'a') : c; }
static inline char ascii_upper(char c) { return ascii_is_lower(c) ? (char)(c - 'a' + 'A') : c; }
#endif
