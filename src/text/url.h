#ifndef TEXT_URL_H
#define TEXT_URL_H
/*
 * URLs by the WHATWG URL standard (url.spec.whatwg.org, sections 3 and 4): the one parser of the program. Whoever fetches
 * gets its ASCII result and no other parser is asked, so that nobody disagrees about the host. file: URLs are not read.
 */
#include <stdint.h>

#include "base/arena.h"

enum url_host_kind { URL_HOST_NONE, URL_HOST_DOMAIN, URL_HOST_IPV4, URL_HOST_IPV6, URL_HOST_OPAQUE };

struct url {
	struct sv scheme; /* lower case, without ':' */
	struct sv username, password;
	struct sv host; /* serialised: "example.com", "127.0.0.1", "[::1]" */
	enum url_host_kind host_kind;
	uint8_t address[16]; /* of an IPv4 (first 4 bytes) or IPv6 host, network order */
	int port;            /* -1: the scheme's default */
	struct sv path;      /* percent-encoded */
	struct sv query, fragment; /* without '?' and '#'; p == NULL when absent */
	bool has_opaque_path;
};

/* False where the standard says failure. Input must be valid UTF-8; the parts live in `a`. `base` may be NULL. */
bool url_parse(struct arena *a, struct sv input, const struct url *base, struct url *ret);
struct sv url_href(struct arena *a, const struct url *u);
bool url_is_special(struct sv scheme);
/* -1 for a scheme without one. */
int url_default_port(struct sv scheme);

enum url_verdict { URL_ALLOWED, URL_SCHEME, URL_PORT, URL_CREDENTIALS, URL_NO_HOST, URL_LOCAL_NAME, URL_VERDICT_N };
/*
 * May this URL be fetched, as far as its text tells? http and https on ports 80, 443, 8080, 8443, without credentials, to
 * a name with a dot that is not reserved for local use. Addresses are judged when connecting (net/address.h).
 */
enum url_verdict url_policy(const struct url *u);
/* In words for the person who submitted it: "only http and https addresses can be fetched". */
struct sv url_verdict_words(enum url_verdict v);

/*
 * What two addresses of one article have in common: without fragment, tracking parameters (utm_*, fbclid, ...) and the
 * host's final dot, needless percent-encoding undone and hex digits in upper case. Order and values of the rest stay.
 */
struct sv url_identity(struct arena *a, const struct url *u);
/* The registrable domain ("bbc.co.uk" of "news.bbc.co.uk", by the Public Suffix List), or the host itself. */
struct sv url_site(struct arena *a, struct sv host);
#endif
