#include "base/limits.h"
#include "http/http.h"
#include "text/utf8.h"

void http_pairs_add(struct arena *a, struct http_pairs *pairs, struct sv name, struct sv value)
{
	*VEC_PUSH(a, pairs) = (struct http_pair){ name, value };
}

struct sv http_pairs_get(const struct http_pairs *pairs, struct sv name)
{
	for (size_t i = 0; i < pairs->n; i++)
		if (sv_eq(pairs->v[i].name, name))
			return pairs->v[i].value.p ? pairs->v[i].value : SV("");
	return SV_NONE;
}

size_t http_pairs_count(const struct http_pairs *pairs, struct sv name)
{
	size_t n = 0;
	for (size_t i = 0; i < pairs->n; i++)
		n += sv_eq(pairs->v[i].name, name);
	return n;
}

static int hex_digit(char c)
{
	return ascii_is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static bool is_text(struct sv s)
{
	return sv_find_char(s, 0, 0) == s.n && utf8_is_valid(s);
}

bool http_unescape(struct arena *a, struct sv s, bool plus, struct sv *ret)
{
	char *p = arena_alloc(a, s.n + 1);
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		if (c == '%') {
			int hi = i + 2 < s.n ? hex_digit(s.p[i + 1]) : -1;
			int lo = i + 2 < s.n ? hex_digit(s.p[i + 2]) : -1;
			if (hi < 0 || lo < 0)
				return false;
			c = (char)(hi * 16 + lo);
			i += 2;
		} else if (c == '+' && plus) {
			c = ' ';
		}
		p[n++] = c;
	}
	*ret = (struct sv){ p, n };
	return is_text(*ret);
}

bool http_form_urlencoded(struct arena *a, struct sv text, struct http_pairs *ret)
{
	struct sv part;
	if (text.n == 0)
		return true;
	while (sv_split(&text, '&', &part)) {
		if (part.n == 0)
			continue;
		size_t eq = sv_find_char(part, '=', 0);
		struct sv name, value;
		if (!http_unescape(a, sv_sub(part, 0, eq), true, &name) || !http_unescape(a, sv_sub(part, eq + 1, part.n), true, &value) ||
		    name.n > LIMIT_FIELD_NAME || ret->n == LIMIT_FIELDS)
			return false;
		http_pairs_add(a, ret, name, value);
	}
	return true;
}

void http_cookies(struct arena *a, struct sv header, struct http_pairs *ret)
{
	struct sv part;
	if (header.n == 0)
		return;
	while (ret->n < LIMIT_FIELDS && sv_split(&header, ';', &part)) {
		part = sv_trim(part);
		size_t eq = sv_find_char(part, '=', 0);
		if (eq < part.n)
			http_pairs_add(a, ret, sv_sub(part, 0, eq), sv_sub(part, eq + 1, part.n));
	}
}

/* A parameter such as boundary= or name= of a header's value, quoted or not. */
static struct sv parameter(struct sv header, struct sv key)
{
	for (size_t at = sv_find_icase(header, key, 0); at < header.n; at = sv_find_icase(header, key, at + 1)) {
		size_t from = at + key.n;
		bool whole = at == 0 || header.p[at - 1] == ' ' || header.p[at - 1] == ';';
		if (!whole || from >= header.n || header.p[from] != '=')
			continue;
		from++;
		if (from < header.n && header.p[from] == '"')
			return sv_sub(header, from + 1, sv_find_char(header, '"', from + 1));
		return sv_trim(sv_sub(header, from, sv_find_char(header, ';', from)));
	}
	return SV_NONE;
}

/* One part between boundaries: head, blank line, value. */
static bool multipart_part(struct arena *a, struct sv part, struct http_pairs *ret)
{
	size_t blank = sv_find(part, SV("\r\n\r\n"), 0);
	if (blank == part.n)
		return false;
	struct sv head = sv_sub(part, 0, blank), value = sv_sub(part, blank + 4, part.n);
	size_t line = sv_find_icase(head, SV("content-disposition:"), 0);
	struct sv disposition = sv_sub(head, line, sv_find(head, SV("\r\n"), line));
	struct sv name = parameter(disposition, SV("name"));
	if (!name.p || name.n > LIMIT_FIELD_NAME || ret->n == LIMIT_FIELDS || !is_text(name) || !is_text(value))
		return false;
	http_pairs_add(a, ret, name, value);
	return true;
}

bool http_form_multipart(struct arena *a, struct sv content_type, struct sv body, struct http_pairs *ret)
{
	struct sv boundary = parameter(content_type, SV("boundary"));
	if (boundary.n == 0 || boundary.n > 70)
		return false;
	struct sv first = arena_printf(a, "--" SV_FMT, SV_ARG(boundary)), next = arena_printf(a, "\r\n--" SV_FMT, SV_ARG(boundary));
	if (!sv_starts(body, first))
		return false;
	size_t at = first.n;
	while (!sv_starts(sv_sub(body, at, body.n), SV("--"))) {
		struct sv rest = sv_sub(body, at, body.n);
		size_t end = sv_find(rest, next, 0);
		if (!sv_starts(rest, SV("\r\n")) || end == rest.n || !multipart_part(a, sv_sub(rest, 2, end), ret))
			return false;
		at += end + next.n;
	}
	return true;
}
