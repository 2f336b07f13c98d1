#include "text/encoding_decode.h"

#include <stdint.h>
#include <string.h>

#include <unicode/ucnv.h>

#include "text/utf8.h"

static const struct {
	struct sv name;
	uint16_t high[128];
} singles[] = {
#define SINGLE(name, ...) { SV_INIT(name), { __VA_ARGS__ } },
#include "text/encoding_single.def"
#undef SINGLE
};

/* The converter of ICU that comes nearest to the standard's index. */
static const struct {
	struct sv name;
	const char *converter;
} multiples[] = {
	{ SV_INIT("big5"), "Big5-HKSCS" },
	{ SV_INIT("euc-jp"), "EUC-JP" },
	{ SV_INIT("euc-kr"), "windows-949" },
	{ SV_INIT("gb18030"), "gb18030" },
	{ SV_INIT("gbk"), "gb18030" },
	{ SV_INIT("iso-2022-jp"), "ISO-2022-JP" },
	{ SV_INIT("shift_jis"), "ibm-943_P15A-2003" },
};

static struct sv decode_single(struct arena *a, struct sv bytes, const uint16_t high[128], size_t *ret_bad)
{
	char *out = arena_alloc(a, 3 * bytes.n);
	size_t n = 0;
	for (size_t i = 0; i < bytes.n; i++) {
		unsigned char c = (unsigned char)bytes.p[i];
		if (c < 0x80) {
			out[n++] = (char)c;
			continue;
		}
		uint32_t cp = high[c - 0x80] == 0 ? UTF8_BAD : high[c - 0x80];
		*ret_bad += cp == UTF8_BAD;
		n += utf8_put(out + n, cp);
	}
	return (struct sv){ out, n };
}

static uint32_t unit16(struct sv s, size_t at, bool is_big)
{
	uint32_t first = (unsigned char)s.p[at], second = (unsigned char)s.p[at + 1];
	return is_big ? first << 8 | second : second << 8 | first;
}

static struct sv decode_utf16(struct arena *a, struct sv bytes, bool is_big, size_t *ret_bad)
{
	char *out = arena_alloc(a, 3 * (bytes.n / 2 + 1));
	size_t n = 0, at = 0;
	for (; at + 1 < bytes.n; at += 2) {
		uint32_t cp = unit16(bytes, at, is_big);
		bool is_lead = cp >= 0xD800 && cp < 0xDC00;
		uint32_t trail = is_lead && at + 3 < bytes.n ? unit16(bytes, at + 2, is_big) : 0;
		if (trail >= 0xDC00 && trail < 0xE000) {
			cp = 0x10000 + ((cp - 0xD800) << 10) + (trail - 0xDC00);
			at += 2;
		}
		*ret_bad += cp >= 0xD800 && cp < 0xE000;
		n += utf8_put(out + n, cp);
	}
	if (at < bytes.n) {
		++*ret_bad;
		n += utf8_put(out + n, UTF8_BAD);
	}
	return (struct sv){ out, n };
}

/* Rows of encoding_patch.def: what ICU leaves in the private use area. */
static const struct {
	struct sv name;
	uint32_t from, to;
} patches[] = {
#define PATCH(name, from, to) { SV_INIT(name), (from), (to) },
#include "text/encoding_patch.def"
#undef PATCH
};

static uint32_t patched(struct sv name, uint32_t cp)
{
	for (size_t i = 0; i < sizeof(patches) / sizeof(*patches); i++)
		if (patches[i].from == cp && sv_eq(patches[i].name, name))
			return patches[i].to;
	return cp;
}

/* text with its private-use code points put right; few pages have any. */
static struct sv patch(struct arena *a, struct sv name, struct sv text)
{
	char *out = arena_alloc(a, text.n + text.n / 3 + 4);
	size_t n = 0, len;
	for (size_t at = 0; at < text.n; at += len) {
		uint32_t cp = utf8_at(text, at, &len);
		n += utf8_put(out + n, cp >= 0xE000 && cp < 0xF900 ? patched(name, cp) : cp);
	}
	return (struct sv){ out, n };
}

static void close_converter(UConverter **c)
{
	ucnv_close(*c);
}

static size_t count_bad(struct sv s)
{
	size_t n = 0;
	for (size_t at = 0; (at = sv_find(s, SV("\xEF\xBF\xBD"), at)) < s.n; at += 3)
		n++;
	return n;
}

static struct sv decode_by_icu(struct arena *a, struct sv bytes, struct sv name, const char *converter, size_t *ret_bad)
{
	UErrorCode status = U_ZERO_ERROR;
	__attribute__((cleanup(close_converter))) UConverter *from = ucnv_open(converter, &status);
	__attribute__((cleanup(close_converter))) UConverter *to = ucnv_open("UTF-8", &status);
	if (U_FAILURE(status))
		return utf8_clean(a, bytes, ret_bad);
	/* No byte gives more than one code point of up to 4 bytes; ICU ends with the room it needs. */
	size_t room = 4 * bytes.n + 16;
	char *out = arena_alloc(a, room), *target = out;
	const char *source = bytes.p;
	UChar pivot[1024], *pivot_source = pivot, *pivot_target = pivot;
	ucnv_convertEx(to, from, &target, out + room, &source, bytes.p + bytes.n, pivot, &pivot_source, &pivot_target,
	    pivot + sizeof(pivot) / sizeof(*pivot), true, true, &status);
	struct sv text = { out, (size_t)(target - out) };
	*ret_bad += count_bad(text);
	return patch(a, name, text);
}

struct sv encoding_decode(struct arena *a, struct sv bytes, struct sv name, size_t *ret_bad)
{
	*ret_bad = 0;
	if (bytes.n == 0)
		return SV("");
	for (size_t i = 0; i < sizeof(singles) / sizeof(*singles); i++)
		if (sv_eq(singles[i].name, name))
			return decode_single(a, bytes, singles[i].high, ret_bad);
	for (size_t i = 0; i < sizeof(multiples) / sizeof(*multiples); i++)
		if (sv_eq(multiples[i].name, name))
			return decode_by_icu(a, bytes, name, multiples[i].converter, ret_bad);
	if (sv_starts(name, SV("utf-16")))
		return decode_utf16(a, bytes, sv_eq(name, SV("utf-16be")), ret_bad);
	if (sv_eq(name, SV("replacement"))) {
		*ret_bad = 1;
		return SV("\xEF\xBF\xBD");
	}
	return utf8_clean(a, bytes, ret_bad);
}
