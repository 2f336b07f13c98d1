#include "extract/tidy.h"

#include "base/limits.h"
#include "text/utf8.h"

static const struct reference {
	struct sv name;
	uint32_t cp;
} references[] = {
	{ SV_INIT("amp"), '&' },      { SV_INIT("lt"), '<' },	      { SV_INIT("gt"), '>' },	    { SV_INIT("quot"), '"' },
	{ SV_INIT("apos"), '\'' },    { SV_INIT("nbsp"), ' ' },	      { SV_INIT("ndash"), 0x2013 }, { SV_INIT("mdash"), 0x2014 },
	{ SV_INIT("lsquo"), 0x2018 }, { SV_INIT("rsquo"), 0x2019 },   { SV_INIT("ldquo"), 0x201C }, { SV_INIT("rdquo"), 0x201D },
	{ SV_INIT("bdquo"), 0x201E }, { SV_INIT("hellip"), 0x2026 },  { SV_INIT("laquo"), 0xAB },   { SV_INIT("raquo"), 0xBB },
	{ SV_INIT("auml"), 0xE4 },    { SV_INIT("ouml"), 0xF6 },      { SV_INIT("uuml"), 0xFC },    { SV_INIT("szlig"), 0xDF },
	{ SV_INIT("Auml"), 0xC4 },    { SV_INIT("Ouml"), 0xD6 },      { SV_INIT("Uuml"), 0xDC },    { SV_INIT("eacute"), 0xE9 },
	{ SV_INIT("egrave"), 0xE8 },  { SV_INIT("agrave"), 0xE0 },    { SV_INIT("aacute"), 0xE1 },  { SV_INIT("oacute"), 0xF3 },
	{ SV_INIT("iacute"), 0xED },  { SV_INIT("uacute"), 0xFA },    { SV_INIT("ntilde"), 0xF1 },  { SV_INIT("ccedil"), 0xE7 },
	{ SV_INIT("copy"), 0xA9 },    { SV_INIT("euro"), 0x20AC },    { SV_INIT("middot"), 0xB7 },  { SV_INIT("bull"), 0x2022 },
};

static bool read_number(struct sv digits, uint32_t base, uint32_t *ret)
{
	uint32_t cp = 0;
	if (digits.n == 0 || digits.n > 7)
		return false;
	for (size_t i = 0; i < digits.n; i++) {
		char c = ascii_lower(digits.p[i]);
		uint32_t digit = ascii_is_digit(c) ? (uint32_t)(c - '0') : c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a' + 10) : 99;
		if (digit >= base)
			return false;
		cp = cp * base + digit;
	}
	*ret = cp;
	return cp > 0 && cp <= 0x10FFFF;
}

size_t tidy_reference(struct sv s, uint32_t *ret)
{
	size_t end = sv_find_char(sv_sub(s, 0, 12), ';', 0);
	if (s.n < 3 || s.p[0] != '&' || end >= s.n || end >= 12)
		return 0;
	struct sv name = sv_sub(s, 1, end);
	if (name.n > 2 && name.p[0] == '#' && ascii_lower(name.p[1]) == 'x')
		return read_number(sv_sub(name, 2, name.n), 16, ret) ? end + 1 : 0;
	if (name.n > 1 && name.p[0] == '#')
		return read_number(sv_sub(name, 1, name.n), 10, ret) ? end + 1 : 0;
	for (size_t i = 0; i < sizeof(references) / sizeof(*references); i++)
		if (sv_eq(name, references[i].name)) {
			*ret = references[i].cp;
			return end + 1;
		}
	return 0;
}

struct sv tidy_line(struct arena *a, struct sv s)
{
	char *out = arena_alloc(a, s.n + 1);
	size_t n = 0, len;
	bool space = false;
	for (size_t i = 0; i < s.n; i += len) {
		char encoded[4];
		uint32_t cp = 0;
		size_t reference = s.p[i] == '&' ? tidy_reference(sv_sub(s, i, s.n), &cp) : 0;
		cp = reference ? cp : utf8_at(s, i, &len);
		len = reference ? reference : len;
		if (cp < ' ' || cp == 0x7F || utf8_is_space(cp) || cp == 0x200B || cp == 0xFEFF) {
			space = n > 0;
			continue;
		}
		size_t width = utf8_put(encoded, cp);
		if (n + width + 1 > LIMIT_ARTICLE_VALUE)
			break;
		if (space)
			out[n++] = ' ';
		space = false;
		for (size_t k = 0; k < width; k++)
			out[n++] = encoded[k];
	}
	return (struct sv){ out, n };
}

struct sv tidy_element(struct arena *a, const struct dom *dom, dom_id node) { return tidy_line(a, dom_text(a, dom, node)); }
