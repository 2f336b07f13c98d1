/* probe ops url, url_policy and addr: what the URL parser and the fetcher's address filter say. */
#include "cmd/probe.h"
#include "net/address.h"
#include "text/url.h"

/* The row's input against its base; false where either is no URL. */
static bool parse_row(struct arena *a, const struct json *row, struct url *ret)
{
	struct url base;
	struct sv base_text = json_get_sv(row, "base");
	if (base_text.p != NULL && !url_parse(a, base_text, NULL, &base))
		return false;
	return url_parse(a, json_get_sv(row, "input"), base_text.p == NULL ? NULL : &base, ret);
}

int probe_url(struct arena *a, const struct json *row, struct json_out *j)
{
	struct url u;
	bool good = parse_row(a, row, &u);
	json_out_key(j, "href");
	json_out_sv_or_null(j, good ? url_href(a, &u) : SV_NONE);
	if (!good)
		return 0;
	json_out_key(j, "key");
	json_out_sv(j, url_identity(a, &u));
	json_out_key(j, "host");
	json_out_sv(j, u.host);
	json_out_key(j, "port");
	json_out_i64(j, u.port >= 0 ? u.port : url_default_port(u.scheme));
	return 0;
}

/* As the worker decides before it connects: the text's rules, and the address where the host is one. */
static bool may_fetch(const struct url *u)
{
	if (url_policy(u) != URL_ALLOWED)
		return false;
	if (u->host_kind == URL_HOST_IPV4)
		return address_is_public_v4(u->address);
	return u->host_kind != URL_HOST_IPV6 || address_is_public_v6(u->address);
}

int probe_url_policy(struct arena *a, const struct json *row, struct json_out *j)
{
	struct url u;
	json_out_key(j, "allowed");
	json_out_bool(j, parse_row(a, row, &u) && may_fetch(&u));
	return 0;
}

int probe_addr(struct arena *a, const struct json *row, struct json_out *j)
{
	uint8_t address[16];
	bool is_v6;
	(void)a;
	bool good = address_parse(json_get_sv(row, "ip"), address, &is_v6);
	json_out_key(j, "allowed");
	json_out_bool(j, good && (is_v6 ? address_is_public_v6(address) : address_is_public_v4(address)));
	return 0;
}
