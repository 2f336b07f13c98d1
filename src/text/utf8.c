#include "text/utf8.h"

#include <string.h>
#include <unicase.h>
#include <unictype.h>

/* What a lead byte promises: how many bytes, and the range of the second one (Unicode 15, table 3-7). */
struct lead {
	unsigned char n, second_min, second_max;
};

static struct lead lead_of(unsigned char c)
{
	if (c < 0x80)
		return (struct lead){ 1, 0, 0 };
	if (c >= 0xC2 && c <= 0xDF)
		return (struct lead){ 2, 0x80, 0xBF };
	if ((c & 0xF0) == 0xE0)
		return (struct lead){ 3, c == 0xE0 ? 0xA0 : 0x80, c == 0xED ? 0x9F : 0xBF };
	if (c >= 0xF0 && c <= 0xF4)
		return (struct lead){ 4, c == 0xF0 ? 0x90 : 0x80, c == 0xF4 ? 0x8F : 0xBF };
	return (struct lead){ 0, 0, 0 };
}

/* As utf8_at; *ret_good tells a real U+FFFD from ill-formed bytes. */
static uint32_t decode(struct sv s, size_t at, size_t *ret_len, bool *ret_good)
{
	unsigned char first = (unsigned char)s.p[at];
	struct lead lead = lead_of(first);
	*ret_good = lead.n == 1;
	*ret_len = 1;
	if (lead.n <= 1)
		return lead.n == 1 ? first : UTF8_BAD;
	uint32_t cp = first & (0xFFu >> (lead.n + 1));
	for (unsigned char i = 1; i < lead.n; i++) {
		unsigned char c = at + i < s.n ? (unsigned char)s.p[at + i] : 0;
		if (c < (i == 1 ? lead.second_min : 0x80) || c > (i == 1 ? lead.second_max : 0xBF))
			return UTF8_BAD;
		cp = cp << 6 | (c & 0x3F);
		*ret_len = (size_t)i + 1;
	}
	*ret_good = true;
	return cp;
}

uint32_t utf8_at(struct sv s, size_t at, size_t *ret_len)
{
	bool good;
	return decode(s, at, ret_len, &good);
}

uint32_t utf8_before(struct sv s, size_t at, size_t *ret_len)
{
	size_t start = at - 1, len;
	while (start > 0 && at - start < 4 && ((unsigned char)s.p[start] & 0xC0) == 0x80)
		start--;
	uint32_t cp = utf8_at(s, start, &len);
	if (start + len == at) {
		*ret_len = len;
		return cp;
	}
	*ret_len = 1;
	return UTF8_BAD;
}

/* Offset of the first ill-formed byte, s.n if there is none. Eight ASCII bytes at a time. */
static size_t first_bad(struct sv s)
{
	for (size_t at = 0; at < s.n;) {
		uint64_t eight;
		if (s.n - at >= sizeof(eight)) {
			memcpy(&eight, s.p + at, sizeof(eight));
			if ((eight & UINT64_C(0x8080808080808080)) == 0) {
				at += sizeof(eight);
				continue;
			}
		}
		size_t len;
		bool good;
		(void)decode(s, at, &len, &good);
		if (!good)
			return at;
		at += len;
	}
	return s.n;
}

bool utf8_is_valid(struct sv s)
{
	return first_bad(s) == s.n;
}

struct sv utf8_clean(struct arena *a, struct sv s, size_t *ret_bad)
{
	size_t bad = 0, start = first_bad(s), n = start;
	if (ret_bad != NULL)
		*ret_bad = 0;
	if (start == s.n)
		return s;
	/* One ill-formed byte becomes at most three. */
	char *out = arena_alloc(a, start + (s.n - start) * 3 + 1);
	memcpy(out, s.p, start);
	for (size_t at = start, len; at < s.n; at += len) {
		bool good;
		uint32_t cp = decode(s, at, &len, &good);
		bad += !good;
		n += utf8_put(out + n, cp);
	}
	if (ret_bad != NULL)
		*ret_bad = bad;
	return (struct sv){ out, n };
}

size_t utf8_put(char out[4], uint32_t cp)
{
	if (cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF))
		cp = UTF8_BAD;
	if (cp < 0x80) {
		out[0] = (char)cp;
		return 1;
	}
	size_t n = cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
	static const unsigned char mark[] = { 0, 0, 0xC0, 0xE0, 0xF0 };
	for (size_t i = n - 1; i > 0; i--, cp >>= 6)
		out[i] = (char)(0x80 | (cp & 0x3F));
	out[0] = (char)(mark[n] | cp);
	return n;
}

static bool is_start(char c)
{
	return ((unsigned char)c & 0xC0) != 0x80;
}

size_t utf8_count(struct sv s)
{
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++)
		n += is_start(s.p[i]);
	return n;
}

size_t utf8_byte_of(struct sv s, size_t cp)
{
	for (size_t i = 0; i < s.n; i++)
		if (is_start(s.p[i]) && cp-- == 0)
			return i;
	return s.n;
}

size_t utf8_ruler_at(struct utf8_ruler *r, size_t byte)
{
	if (byte < r->byte)
		r->cp -= utf8_count(sv_sub(r->text, byte, r->byte));
	else
		r->cp += utf8_count(sv_sub(r->text, r->byte, byte));
	r->byte = byte;
	return r->cp;
}

struct sv utf8_head(struct sv s, size_t cps)
{
	return sv_sub(s, 0, utf8_byte_of(s, cps));
}

struct sv utf8_tail(struct sv s, size_t cps)
{
	size_t at = s.n;
	while (at > 0 && cps > 0)
		cps -= is_start(s.p[--at]);
	return sv_sub(s, at, s.n);
}

struct sv utf8_lower(struct arena *a, struct sv s)
{
	/* Lower case may be longer by a byte or two a letter (U+0130, U+023A); three times is enough for any. */
	char *out = arena_alloc(a, s.n * 3 + 4);
	size_t n = 0;
	for (size_t at = 0, len; at < s.n; at += len) {
		if ((unsigned char)s.p[at] < 0x80) {
			out[n++] = ascii_lower(s.p[at]);
			len = 1;
			continue;
		}
		n += utf8_put(out + n, (uint32_t)uc_tolower(utf8_at(s, at, &len)));
	}
	return (struct sv){ out, n };
}

bool utf8_is_alpha(uint32_t cp)
{
	return cp < 0x80 ? ascii_is_alpha((char)cp) : uc_is_property_alphabetic(cp);
}

bool utf8_is_upper(uint32_t cp)
{
	return cp < 0x80 ? ascii_is_upper((char)cp) : uc_is_property_uppercase(cp);
}

bool utf8_is_digit(uint32_t cp)
{
	return cp < 0x80 ? ascii_is_digit((char)cp) : uc_is_general_category(cp, UC_DECIMAL_DIGIT_NUMBER);
}

bool utf8_is_space(uint32_t cp)
{
	return cp < 0x80 ? ascii_is_space((char)cp) : uc_is_property_white_space(cp) || cp == 0xFEFF || cp == 0x200B;
}
