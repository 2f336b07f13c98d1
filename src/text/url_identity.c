/* What a URL means to the program, beyond its syntax: may it be fetched, which article is it, whose site is it. */
#include <libpsl.h>

#include "base/buf.h"
#include "base/limits.h"
#include "text/url.h"
#include "text/url_part.h"

static bool is_web_port(int port)
{
	return port == -1 || port == 80 || port == 443 || port == 8080 || port == 8443;
}

/* A name that only a machine inside some network answers to (RFC 6761, 6762, 8375 and common habit). */
static bool is_local_name(struct sv host)
{
	static const struct sv local[] = { SV_INIT("localhost"), SV_INIT("local"), SV_INIT("internal"), SV_INIT("intranet"), SV_INIT("lan"),
		SV_INIT("home"), SV_INIT("corp"), SV_INIT("home.arpa"), SV_INIT("onion") };
	if (sv_find_char(host, '.', 0) == host.n)
		return true;
	for (size_t i = 0; i < sizeof(local) / sizeof(*local); i++)
		if (sv_ends(host, local[i]) && host.n > local[i].n && host.p[host.n - local[i].n - 1] == '.')
			return true;
	return sv_eq(host, SV("home.arpa"));
}

static struct sv without_last_dot(struct sv host)
{
	return sv_ends(host, SV(".")) ? sv_sub(host, 0, host.n - 1) : host;
}

enum url_verdict url_policy(const struct url *u)
{
	struct sv host = without_last_dot(u->host);
	if (!sv_eq(u->scheme, SV("http")) && !sv_eq(u->scheme, SV("https")))
		return URL_SCHEME;
	if (host.n == 0)
		return URL_NO_HOST;
	if (u->username.n > 0 || u->password.n > 0)
		return URL_CREDENTIALS;
	if (!is_web_port(u->port))
		return URL_PORT;
	return u->host_kind == URL_HOST_DOMAIN && is_local_name(host) ? URL_LOCAL_NAME : URL_ALLOWED;
}

struct sv url_verdict_words(enum url_verdict v)
{
	static const struct sv words[URL_VERDICT_N] = {
		[URL_ALLOWED] = SV_INIT("may be fetched"),
		[URL_SCHEME] = SV_INIT("only http and https addresses can be fetched"),
		[URL_PORT] = SV_INIT("this port is not one that web pages are served on"),
		[URL_CREDENTIALS] = SV_INIT("an address with a user name or password in it is not fetched"),
		[URL_NO_HOST] = SV_INIT("the address names no site"),
		[URL_LOCAL_NAME] = SV_INIT("the address names a machine inside a local network"),
	};
	return words[v];
}

/* Parameters that tell how a reader came, never which article. */
static bool is_tracking(struct sv name)
{
	static const struct sv exact[] = { SV_INIT("fbclid"), SV_INIT("gclid"), SV_INIT("dclid"), SV_INIT("gbraid"), SV_INIT("wbraid"),
		SV_INIT("msclkid"), SV_INIT("yclid"), SV_INIT("twclid"), SV_INIT("igshid"), SV_INIT("mc_cid"), SV_INIT("mc_eid"),
		SV_INIT("_ga"), SV_INIT("_gl"), SV_INIT("ref_src"), SV_INIT("ref_url"), SV_INIT("cmpid"), SV_INIT("ns_mchannel"),
		SV_INIT("ns_source"), SV_INIT("ns_campaign"), SV_INIT("at_medium"), SV_INIT("at_campaign"), SV_INIT("xtor") };
	if (sv_starts_icase(name, SV("utm_")))
		return true;
	for (size_t i = 0; i < sizeof(exact) / sizeof(*exact); i++)
		if (sv_eq_icase(name, exact[i]))
			return true;
	return false;
}

/* RFC 3986, 6.2.2: unreserved characters need no escape, hex digits are upper case. */
static void add_normal(struct buf *b, struct sv s)
{
	for (size_t i = 0; i < s.n; i++) {
		bool escaped = s.p[i] == '%' && i + 2 < s.n && url_part_hex(s.p[i + 1]) >= 0 && url_part_hex(s.p[i + 2]) >= 0;
		if (!escaped) {
			buf_add_char(b, s.p[i]);
			continue;
		}
		char c = (char)(url_part_hex(s.p[i + 1]) * 16 + url_part_hex(s.p[i + 2]));
		if (ascii_is_alnum(c) || c == '-' || c == '.' || c == '_' || c == '~')
			buf_add_char(b, c);
		else
			buf_addf(b, "%%%c%c", ascii_upper(s.p[i + 1]), ascii_upper(s.p[i + 2]));
		i += 2;
	}
}

static void add_query(struct buf *b, struct sv query)
{
	struct sv part;
	char joint = '?';
	while (sv_split(&query, '&', &part)) {
		if (part.n == 0 || is_tracking(sv_sub(part, 0, sv_find_char(part, '=', 0))))
			continue;
		buf_add_char(b, joint);
		add_normal(b, part);
		joint = '&';
	}
}

struct sv url_identity(struct arena *a, const struct url *u)
{
	AUTO_BUF b = BUF_INIT(MIB(1));
	buf_addf(&b, SV_FMT "://" SV_FMT, SV_ARG(u->scheme), SV_ARG(without_last_dot(u->host)));
	if (u->port >= 0)
		buf_addf(&b, ":%d", u->port);
	add_normal(&b, u->path);
	add_query(&b, u->query);
	return arena_sv(a, buf_sv(&b));
}

struct sv url_site(struct arena *a, struct sv host)
{
	const psl_ctx_t *list = psl_builtin();
	const char *name = arena_cstr(a, host);
	const char *site = list == NULL ? NULL : psl_registrable_domain(list, name);
	return site == NULL ? host : arena_sv(a, sv_cstr(site));
}
