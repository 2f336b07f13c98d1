#include "text/url.h"

#include "base/buf.h"
#include "base/limits.h"
#include "text/url_part.h"
#include "text/utf8.h"

/* The standard's state machine as a walk over the parts: fragment and query are cut off first, as no state lets '#' pass
 * and none before the query lets '?' pass; what is left is scheme, authority and path. */
struct parse {
	struct arena *a;
	const struct url *base;
	struct url *to;
	bool is_special;
};

static const struct {
	struct sv scheme;
	int port;
} special[] = { { SV_INIT("http"), 80 }, { SV_INIT("https"), 443 }, { SV_INIT("ws"), 80 }, { SV_INIT("wss"), 443 }, { SV_INIT("ftp"), 21 } };

int url_default_port(struct sv scheme)
{
	for (size_t i = 0; i < sizeof(special) / sizeof(*special); i++)
		if (sv_eq(scheme, special[i].scheme))
			return special[i].port;
	return -1;
}

bool url_is_special(struct sv scheme)
{
	return url_default_port(scheme) >= 0;
}

static bool is_slash(const struct parse *p, char c)
{
	return c == '/' || (p->is_special && c == '\\');
}

/* Without controls and spaces at the ends, and without tabs and line breaks anywhere. */
static struct sv tidy(struct arena *a, struct sv s)
{
	while (s.n > 0 && (unsigned char)s.p[0] <= ' ')
		s = sv_sub(s, 1, s.n);
	while (s.n > 0 && (unsigned char)s.p[s.n - 1] <= ' ')
		s.n--;
	char *out = arena_alloc(a, s.n + 1);
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != '\t' && s.p[i] != '\n' && s.p[i] != '\r')
			out[n++] = s.p[i];
	return (struct sv){ out, n };
}

/* Cuts *rest at the first c; what stood behind it, p == NULL where there is none. */
static struct sv cut(struct sv *rest, char c)
{
	size_t at = sv_find_char(*rest, c, 0);
	if (at == rest->n)
		return SV_NONE;
	struct sv tail = sv_sub(*rest, at + 1, rest->n);
	rest->n = at;
	return tail;
}

/* Takes "scheme:" off the front; false where there is none. */
static bool take_scheme(struct arena *a, struct sv *rest, struct sv *ret)
{
	size_t n = 0;
	while (n < rest->n && (ascii_is_alnum(rest->p[n]) || rest->p[n] == '+' || rest->p[n] == '-' || rest->p[n] == '.'))
		n++;
	if (n == 0 || n == rest->n || rest->p[n] != ':' || !ascii_is_alpha(rest->p[0]))
		return false;
	*ret = utf8_lower(a, sv_sub(*rest, 0, n));
	*rest = sv_sub(*rest, n + 1, rest->n);
	return true;
}

static bool take_port(struct parse *p, struct sv text)
{
	int port = 0;
	for (size_t i = 0; i < text.n; i++) {
		if (!ascii_is_digit(text.p[i]) || port > 65535)
			return false;
		port = port * 10 + (text.p[i] - '0');
	}
	if (port > 65535)
		return false;
	p->to->port = text.n == 0 || port == url_default_port(p->to->scheme) ? -1 : port;
	return true;
}

/* The last '@' ends the credentials, the first ':' in them the name. */
static struct sv take_credentials(struct parse *p, struct sv authority)
{
	size_t at = authority.n;
	while (at > 0 && authority.p[at - 1] != '@')
		at--;
	if (at == 0)
		return authority;
	struct sv name = sv_sub(authority, 0, at - 1);
	struct sv password = cut(&name, ':');
	p->to->username = url_part_encode(p->a, name, URL_SET_USERINFO);
	p->to->password = url_part_encode(p->a, password, URL_SET_USERINFO);
	return sv_sub(authority, at, authority.n);
}

/* Where the port's ':' stands, outside the brackets of an IPv6 address; authority.n when there is none. */
static size_t find_port(struct sv authority)
{
	bool in_brackets = false;
	for (size_t i = 0; i < authority.n; i++) {
		in_brackets = authority.p[i] == '[' || (in_brackets && authority.p[i] != ']');
		if (authority.p[i] == ':' && !in_brackets)
			return i;
	}
	return authority.n;
}

/* "user:password@host:port" at the front of *rest, up to the path. */
static bool take_authority(struct parse *p, struct sv *rest)
{
	size_t end = 0;
	while (end < rest->n && !is_slash(p, rest->p[end]))
		end++;
	struct sv whole = sv_sub(*rest, 0, end);
	struct sv authority = take_credentials(p, whole);
	*rest = sv_sub(*rest, end, rest->n);
	size_t colon = find_port(authority);
	struct sv host = sv_sub(authority, 0, colon);
	bool is_needed = p->is_special || colon < authority.n || authority.n < whole.n;
	if (host.n == 0 && is_needed)
		return false;
	if (host.n > 0 && !url_part_host(p->a, host, p->is_special, p->to))
		return false;
	if (host.n == 0) {
		p->to->host = SV("");
		p->to->host_kind = URL_HOST_OPAQUE;
	}
	return colon == authority.n || take_port(p, sv_sub(authority, colon + 1, authority.n));
}

/* 1 for ".", 2 for "..", also written with %2e; 0 otherwise. */
static int count_dots(struct sv segment)
{
	int n = 0;
	while (segment.n > 0) {
		size_t len = segment.p[0] == '.' ? 1 : sv_starts_icase(segment, SV("%2e")) ? 3 : 0;
		if (len == 0 || ++n > 2)
			return 0;
		segment = sv_sub(segment, len, segment.n);
	}
	return n;
}

/* Appends the segments of `rest` to `path` (which ends before a '/'), resolving dots. */
static struct sv join_path(struct parse *p, struct sv path, struct sv rest)
{
	char *out = arena_alloc(p->a, path.n + rest.n * 3 + 2);
	size_t n = 0, from = 0;
	for (; n < path.n; n++)
		out[n] = path.p[n];
	for (size_t i = 0; i <= rest.n; i++) {
		bool is_last = i == rest.n;
		if (!is_last && !is_slash(p, rest.p[i]))
			continue;
		struct sv segment = sv_sub(rest, from, i);
		int dots = count_dots(segment);
		from = i + 1;
		if (dots == 2)
			while (n > 0 && out[--n] != '/')
				continue;
		if (dots == 0 || is_last) {
			struct sv encoded = dots == 0 ? url_part_encode(p->a, segment, URL_SET_PATH) : SV("");
			out[n++] = '/';
			for (size_t k = 0; k < encoded.n; k++)
				out[n++] = encoded.p[k];
		}
	}
	return (struct sv){ out, n };
}

static void set_path(struct parse *p, struct sv rest)
{
	if (rest.n == 0) {
		p->to->path = p->is_special ? SV("/") : SV("");
		return;
	}
	p->to->path = join_path(p, SV(""), is_slash(p, rest.p[0]) ? sv_sub(rest, 1, rest.n) : rest);
}

static void copy_authority(struct url *to, const struct url *from)
{
	struct url fresh = *from;
	fresh.query = to->query;
	fresh.fragment = to->fragment;
	*to = fresh;
}

/* No scheme, or the base's own: everything that is missing comes from the base. */
static bool parse_relative(struct parse *p, struct sv rest)
{
	bool has_query = p->to->query.p != NULL;
	copy_authority(p->to, p->base);
	if (rest.n > 0 && is_slash(p, rest.p[0])) {
		if (rest.n > 1 && is_slash(p, rest.p[1])) {
			struct sv scheme = p->to->scheme, query = p->to->query, fragment = p->to->fragment;
			*p->to = (struct url){ .scheme = scheme, .query = query, .fragment = fragment, .port = -1 };
			rest = sv_sub(rest, 2, rest.n);
			while (p->is_special && rest.n > 0 && is_slash(p, rest.p[0]))
				rest = sv_sub(rest, 1, rest.n);
			if (!take_authority(p, &rest))
				return false;
		}
		set_path(p, rest);
		return true;
	}
	if (rest.n == 0) {
		if (!has_query)
			p->to->query = p->base->query;
		return true;
	}
	size_t cut_at = p->base->path.n;
	while (cut_at > 0 && p->base->path.p[cut_at - 1] != '/')
		cut_at--;
	p->to->path = join_path(p, sv_sub(p->base->path, 0, cut_at > 0 ? cut_at - 1 : 0), rest);
	return true;
}

static bool parse_with_scheme(struct parse *p, struct sv rest)
{
	p->is_special = url_is_special(p->to->scheme);
	bool same_as_base = p->base != NULL && p->is_special && sv_eq(p->base->scheme, p->to->scheme);
	if (same_as_base && !sv_starts(rest, SV("//")))
		return parse_relative(p, rest);
	if (p->is_special) {
		while (rest.n > 0 && is_slash(p, rest.p[0]))
			rest = sv_sub(rest, 1, rest.n);
	} else if (sv_starts(rest, SV("//"))) {
		rest = sv_sub(rest, 2, rest.n);
	} else if (sv_starts(rest, SV("/"))) {
		set_path(p, rest);
		return true;
	} else {
		p->to->has_opaque_path = true;
		p->to->path = url_part_encode(p->a, rest, URL_SET_CONTROL);
		return true;
	}
	if (!take_authority(p, &rest))
		return false;
	set_path(p, rest);
	return true;
}

bool url_parse(struct arena *a, struct sv input, const struct url *base, struct url *ret)
{
	struct parse p = { .a = a, .base = base, .to = ret };
	struct sv rest = tidy(a, input);
	*ret = (struct url){ .port = -1 };
	struct sv fragment = cut(&rest, '#'), query = cut(&rest, '?');
	if (fragment.p != NULL)
		ret->fragment = url_part_encode(a, fragment, URL_SET_FRAGMENT);
	bool has_scheme = take_scheme(a, &rest, &ret->scheme);
	if ((!has_scheme && base == NULL) || sv_eq(ret->scheme, SV("file")))
		return false;
	bool special_query = url_is_special(has_scheme ? ret->scheme : base->scheme);
	if (query.p != NULL)
		ret->query = url_part_encode(a, query, special_query ? URL_SET_SPECIAL_QUERY : URL_SET_QUERY);
	if (has_scheme)
		return parse_with_scheme(&p, rest);
	if (base->has_opaque_path && (rest.n > 0 || query.p != NULL || fragment.p == NULL))
		return false;
	p.is_special = url_is_special(base->scheme);
	return parse_relative(&p, rest);
}

struct sv url_href(struct arena *a, const struct url *u)
{
	AUTO_BUF b = BUF_INIT(MIB(1));
	buf_addf(&b, SV_FMT ":", SV_ARG(u->scheme));
	if (u->host.p != NULL) {
		buf_add(&b, SV("//"));
		buf_add(&b, u->username);
		if (u->password.n > 0)
			buf_addf(&b, ":" SV_FMT, SV_ARG(u->password));
		if (u->username.n > 0 || u->password.n > 0)
			buf_add_char(&b, '@');
		buf_add(&b, u->host);
		if (u->port >= 0)
			buf_addf(&b, ":%d", u->port);
	} else if (!u->has_opaque_path && sv_starts(u->path, SV("//"))) {
		buf_add(&b, SV("/."));
	}
	buf_add(&b, u->path);
	if (u->query.p != NULL)
		buf_addf(&b, "?" SV_FMT, SV_ARG(u->query));
	if (u->fragment.p != NULL)
		buf_addf(&b, "#" SV_FMT, SV_ARG(u->fragment));
	return arena_sv(a, buf_sv(&b));
}
