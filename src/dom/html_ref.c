#include "dom/html_ref.h"

#include <string.h>

#include "text/utf8.h"

struct entity {
	char name[33], text[7];
};

static const struct entity entities[] = {
#define ENTITY(name, text) { name, text },
#include "dom/entity.def"
#undef ENTITY
};

/* Numeric references to C1 controls mean windows-1252 (the standard's table); 0 where the control itself stands. */
static const uint16_t c1[32] = {
	0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
	0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
};

/* First entity of [lo, hi) whose byte `at` is not below c. All of them agree before `at`. */
static size_t lower_bound(size_t lo, size_t hi, size_t at, int c)
{
	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		if ((unsigned char)entities[mid].name[at] < c)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* The longest entity name that s starts with; NULL for none. */
static const struct entity *longest_name(struct sv s, size_t *ret_n)
{
	const struct entity *best = NULL;
	size_t lo = 0, hi = sizeof(entities) / sizeof(*entities);
	for (size_t at = 0; at < s.n && lo < hi; at++) {
		int c = (unsigned char)s.p[at];
		lo = lower_bound(lo, hi, at, c);
		hi = lower_bound(lo, hi, at, c + 1);
		if (lo < hi && entities[lo].name[at + 1] == '\0') {
			best = &entities[lo];
			*ret_n = at + 1;
			if (entities[lo].name[at] == ';')
				break;
		}
	}
	return best;
}

static int digit_of(char c, bool is_hex)
{
	if (ascii_is_digit(c))
		return c - '0';
	char lower = ascii_lower(c);
	return is_hex && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/* s stands after "&#". How many of its bytes are the reference, 0 for none; its code point. */
static size_t numeric(struct sv s, uint32_t *ret_cp)
{
	bool is_hex = s.n > 0 && ascii_lower(s.p[0]) == 'x';
	size_t start = is_hex ? 1 : 0, at = start;
	uint32_t cp = 0;
	for (int d; at < s.n && (d = digit_of(s.p[at], is_hex)) >= 0; at++)
		if (cp <= 0x10FFFF)
			cp = cp * (is_hex ? 16 : 10) + (uint32_t)d;
	if (at == start)
		return 0;
	if (at < s.n && s.p[at] == ';')
		at++;
	if (cp == 0)
		cp = UTF8_BAD;
	else if (cp >= 0x80 && cp < 0xA0 && c1[cp - 0x80] != 0)
		cp = c1[cp - 0x80];
	*ret_cp = cp;
	return at;
}

/* The reference after the '&' that s follows: bytes used (0 for none) and its text appended at out. */
static size_t reference(struct sv s, bool is_attribute, char *out, size_t *ret_out_n)
{
	if (s.n > 1 && s.p[0] == '#') {
		uint32_t cp = 0;
		size_t n = numeric(sv_sub(s, 1, s.n), &cp);
		if (n > 0)
			*ret_out_n = utf8_put(out, cp);
		return n > 0 ? n + 1 : 0;
	}
	size_t n = 0;
	const struct entity *e = s.n > 0 && ascii_is_alpha(s.p[0]) ? longest_name(s, &n) : NULL;
	if (e == NULL)
		return 0;
	if (is_attribute && s.p[n - 1] != ';' && n < s.n && (s.p[n] == '=' || ascii_is_alnum(s.p[n])))
		return 0;
	*ret_out_n = strlen(e->text);
	memcpy(out, e->text, *ret_out_n);
	return n;
}

struct sv html_ref_decode(struct arena *a, struct sv s, bool is_attribute)
{
	const char *amp = s.n == 0 ? NULL : memchr(s.p, '&', s.n);
	if (amp == NULL)
		return s;
	/* The longest gain: "&nGt;" (5 bytes) is 6 bytes of UTF-8. */
	char *out = arena_alloc(a, s.n + s.n / 5 + 8);
	const char *at = s.p, *end = s.p + s.n;
	size_t n = 0;
	while (amp != NULL) {
		memcpy(out + n, at, (size_t)(amp - at));
		n += (size_t)(amp - at);
		size_t got = 0, used = reference((struct sv){ amp + 1, (size_t)(end - amp - 1) }, is_attribute, out + n, &got);
		if (used == 0) {
			out[n] = '&';
			got = 1;
		}
		n += got;
		at = amp + 1 + used;
		amp = memchr(at, '&', (size_t)(end - at));
	}
	memcpy(out + n, at, (size_t)(end - at));
	return (struct sv){ out, n + (size_t)(end - at) };
}
