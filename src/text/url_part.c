#include "text/url_part.h"

#include <string.h>
#include <unicode/uidna.h>

#include "text/utf8.h"

int url_part_hex(char c)
{
	if (ascii_is_digit(c))
		return c - '0';
	c = ascii_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool in_set(unsigned char c, enum url_set set)
{
	/* Each set holds the ones before it in this chain, but for the query sets, which leave the path's '`' out. */
	static const char *const more[] = {
		[URL_SET_CONTROL] = "", [URL_SET_FRAGMENT] = " \"<>`", [URL_SET_QUERY] = " \"#<>", [URL_SET_SPECIAL_QUERY] = " \"#<>'",
		[URL_SET_PATH] = " \"#<>?^`{}", [URL_SET_USERINFO] = " \"#<>?`{}/:;=@[\\]^|",
	};
	return c < 0x20 || c > 0x7E || strchr(more[set], c) != NULL;
}

struct sv url_part_encode(struct arena *a, struct sv s, enum url_set set)
{
	static const char hex[] = "0123456789ABCDEF";
	char *out = arena_alloc(a, s.n * 3 + 1);
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (!in_set(c, set)) {
			out[n++] = (char)c;
			continue;
		}
		out[n++] = '%';
		out[n++] = hex[c >> 4];
		out[n++] = hex[c & 15];
	}
	return (struct sv){ out, n };
}

struct sv url_part_decode(struct arena *a, struct sv s)
{
	char *out = arena_alloc(a, s.n + 1);
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++) {
		bool escaped = s.p[i] == '%' && i + 2 < s.n && url_part_hex(s.p[i + 1]) >= 0 && url_part_hex(s.p[i + 2]) >= 0;
		out[n++] = escaped ? (char)(url_part_hex(s.p[i + 1]) * 16 + url_part_hex(s.p[i + 2])) : s.p[i];
		i += escaped ? 2 : 0;
	}
	return (struct sv){ out, n };
}

/* Section 3.1, "forbidden host code point"; domains also forbid controls, '%' and DEL. */
static bool has_forbidden(struct sv s, bool is_domain)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c == 0 || strchr("\t\n\r #/:<>?@[\\]^|", c) != NULL)
			return true;
		if (is_domain && (c <= 0x1F || c == '%' || c == 0x7F))
			return true;
	}
	return false;
}

static bool is_ascii(struct sv s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0x80)
			return false;
	return true;
}

/* UTS 46 as the standard calls it: non-transitional, CheckBidi and CheckJoiners on, no length and hyphen checks. */
static bool domain_to_ascii(struct arena *a, struct sv domain, struct sv *ret)
{
	static const uint32_t ignored = UIDNA_ERROR_EMPTY_LABEL | UIDNA_ERROR_LABEL_TOO_LONG | UIDNA_ERROR_DOMAIN_NAME_TOO_LONG |
					UIDNA_ERROR_LEADING_HYPHEN | UIDNA_ERROR_TRAILING_HYPHEN | UIDNA_ERROR_HYPHEN_3_4;
	UErrorCode status = U_ZERO_ERROR;
	UIDNAInfo info = UIDNA_INFO_INITIALIZER;
	UIDNA *idna = uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ, &status);
	size_t room = domain.n * 6 + 64;
	char *out = arena_alloc(a, room);
	int32_t n = U_FAILURE(status) ? 0 : uidna_nameToASCII_UTF8(idna, domain.p, (int32_t)domain.n, out, (int32_t)room, &info, &status);
	uidna_close(idna);
	uint32_t errors = info.errors & ~ignored;
	/* A label that is written in ASCII and no Punycode goes through as it is (the suite's cases, and what browsers do). */
	if (is_ascii(domain) && errors != 0 && (errors & ~(uint32_t)(UIDNA_ERROR_PUNYCODE | UIDNA_ERROR_INVALID_ACE_LABEL)) == 0) {
		*ret = utf8_lower(a, domain);
		return true;
	}
	if (U_FAILURE(status) || errors != 0 || n <= 0)
		return false;
	*ret = (struct sv){ out, (size_t)n };
	return true;
}

/* One part of an IPv4 host: decimal, 0octal or 0xhex; -1 if it is none, clamped far above 32 bits. */
static int64_t ipv4_number(struct sv s)
{
	int64_t v = 0;
	int base = 10;
	if (s.n == 0)
		return -1;
	if (sv_starts_icase(s, SV("0x"))) {
		base = 16;
		s = sv_sub(s, 2, s.n);
	} else if (s.n > 1 && s.p[0] == '0') {
		base = 8;
		s = sv_sub(s, 1, s.n);
	}
	for (size_t i = 0; i < s.n; i++) {
		int digit = url_part_hex(s.p[i]);
		if (digit < 0 || digit >= base)
			return -1;
		v = v > INT64_C(1) << 40 ? v : v * base + digit;
	}
	return v;
}

static struct sv last_label(struct sv host)
{
	if (sv_ends(host, SV(".")))
		host.n--;
	size_t from = host.n;
	while (from > 0 && host.p[from - 1] != '.')
		from--;
	return sv_sub(host, from, host.n);
}

static bool ends_in_number(struct sv host)
{
	struct sv last = last_label(host);
	bool digits = last.n > 0;
	for (size_t i = 0; i < last.n; i++)
		digits = digits && ascii_is_digit(last.p[i]);
	return digits || ipv4_number(last) >= 0;
}

static bool parse_ipv4(struct arena *a, struct sv host, struct url *ret)
{
	int64_t parts[4], address = 0;
	size_t n = 0;
	struct sv rest = sv_ends(host, SV(".")) ? sv_sub(host, 0, host.n - 1) : host, part;
	while (sv_split(&rest, '.', &part)) {
		if (n == 4 || (parts[n] = ipv4_number(part)) < 0)
			return false;
		n++;
	}
	for (size_t i = 0; i + 1 < n; i++) {
		if (parts[i] > 255)
			return false;
		address += parts[i] << (8 * (3 - i));
	}
	if (n == 0 || parts[n - 1] >= INT64_C(1) << (8 * (5 - n)))
		return false;
	address += parts[n - 1];
	for (unsigned i = 0; i < 4; i++)
		ret->address[i] = (uint8_t)(address >> (8 * (3 - i)));
	ret->host_kind = URL_HOST_IPV4;
	ret->host = arena_printf(a, "%d.%d.%d.%d", ret->address[0], ret->address[1], ret->address[2], ret->address[3]);
	return true;
}

/* The dotted tail of an IPv6 address: strictly four decimal parts without leading zeros. */
static bool ipv6_tail(struct sv s, uint16_t *pieces)
{
	struct sv part;
	int n = 0, v[4];
	while (sv_split(&s, '.', &part)) {
		if (n == 4 || part.n == 0 || part.n > 3 || (part.n > 1 && part.p[0] == '0'))
			return false;
		v[n] = 0;
		for (size_t i = 0; i < part.n; i++) {
			if (!ascii_is_digit(part.p[i]))
				return false;
			v[n] = v[n] * 10 + (part.p[i] - '0');
		}
		if (v[n++] > 255)
			return false;
	}
	if (n != 4)
		return false;
	pieces[0] = (uint16_t)(v[0] << 8 | v[1]);
	pieces[1] = (uint16_t)(v[2] << 8 | v[3]);
	return true;
}

/* One piece of up to four hex digits. */
static bool ipv6_piece(struct sv s, uint16_t *ret)
{
	unsigned v = 0;
	if (s.n == 0 || s.n > 4)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		int digit = url_part_hex(s.p[i]);
		if (digit < 0)
			return false;
		v = v << 4 | (unsigned)digit;
	}
	*ret = (uint16_t)v;
	return true;
}

/* The pieces of one side of "::" (or of the whole); how many, or -1. */
static int ipv6_pieces(struct sv s, bool may_have_tail, uint16_t *pieces)
{
	struct sv part;
	int n = 0;
	if (s.n == 0)
		return 0;
	while (sv_split(&s, ':', &part)) {
		bool dotted = s.p == NULL && may_have_tail && sv_find_char(part, '.', 0) < part.n;
		if (n + (dotted ? 2 : 1) > 8)
			return -1;
		if (dotted ? !ipv6_tail(part, pieces + n) : !ipv6_piece(part, pieces + n))
			return -1;
		n += dotted ? 2 : 1;
	}
	return n;
}

/* RFC 5952: the longest run of two or more zero pieces becomes "::". */
static struct sv ipv6_text(struct arena *a, const uint16_t *p)
{
	int best = -1, best_len = 1;
	for (int i = 0; i < 8; i++) {
		int len = 0;
		while (i + len < 8 && p[i + len] == 0)
			len++;
		if (len > best_len) {
			best = i;
			best_len = len;
		}
		i += len > 0 ? len - 1 : 0;
	}
	struct sv s = SV("[");
	for (int i = 0; i < 8; i++) {
		if (i == best) {
			s = arena_printf(a, SV_FMT "%s", SV_ARG(s), i == 0 ? "::" : ":");
			i += best_len - 1;
			continue;
		}
		s = arena_printf(a, SV_FMT "%x%s", SV_ARG(s), p[i], i < 7 ? ":" : "");
	}
	return arena_printf(a, SV_FMT "]", SV_ARG(s));
}

static bool parse_ipv6(struct arena *a, struct sv s, struct url *ret)
{
	uint16_t left[8] = { 0 }, right[8] = { 0 };
	size_t gap = sv_find(s, SV("::"), 0);
	bool has_gap = gap < s.n;
	int n_left = ipv6_pieces(sv_sub(s, 0, gap), !has_gap, left);
	int n_right = has_gap ? ipv6_pieces(sv_sub(s, gap + 2, s.n), true, right) : 0;
	if (n_left < 0 || n_right < 0 || (has_gap ? n_left + n_right > 7 : n_left != 8))
		return false;
	for (int i = 0; i < n_right; i++)
		left[8 - n_right + i] = right[i];
	for (int i = 0; i < 8; i++) {
		ret->address[2 * i] = (uint8_t)(left[i] >> 8);
		ret->address[2 * i + 1] = (uint8_t)(left[i] & 0xFF);
	}
	ret->host_kind = URL_HOST_IPV6;
	ret->host = ipv6_text(a, left);
	return true;
}

bool url_part_host(struct arena *a, struct sv input, bool is_special, struct url *ret)
{
	if (sv_starts(input, SV("[")))
		return sv_ends(input, SV("]")) && parse_ipv6(a, sv_sub(input, 1, input.n - 1), ret);
	if (!is_special) {
		ret->host_kind = URL_HOST_OPAQUE;
		ret->host = url_part_encode(a, input, URL_SET_CONTROL);
		return !has_forbidden(input, false);
	}
	struct sv domain = utf8_clean(a, url_part_decode(a, input), NULL), ascii;
	if (!domain_to_ascii(a, domain, &ascii) || has_forbidden(ascii, true))
		return false;
	if (ends_in_number(ascii))
		return parse_ipv4(a, ascii, ret);
	ret->host_kind = URL_HOST_DOMAIN;
	ret->host = ascii;
	return true;
}
