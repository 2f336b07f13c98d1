#ifndef HTTP_HTTP_H
#define HTTP_HTTP_H
/*
 * One HTTP exchange as handlers see it: a request whose texts were decoded once and are valid UTF-8 without NULs, and a
 * response that is written as one piece. Both live in the request's arena.
 */
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"

enum http_method { HTTP_GET, HTTP_POST, HTTP_OTHER };

struct http_pair {
	struct sv name, value;
};

/* In the order they came. */
struct http_pairs {
	struct http_pair *v;
	size_t n, cap;
};

struct http_request {
	struct arena *a;
	enum http_method method; /* HEAD counts as GET, is_head says so */
	bool is_head, is_https;
	struct sv path;  /* decoded; begins with '/' */
	struct sv query_text;
	struct sv address; /* of the client, as nginx saw it */
	struct sv host, origin, fetch_site, if_none_match;
	struct http_pairs query, form, cookies;
	struct sv body; /* raw */
	struct sv content_type;
};

/* http_request_read's outcomes. */
enum { HTTP_MALFORMED = 1, HTTP_TOO_LARGE = 2 };

/*
 * Builds a request from FastCGI's parameters (RFC 3875 names, HTTP_* as nginx sends them) and a body of at most
 * LIMIT_REQUEST_BODY. The first of two equal parameters counts. HTTP_MALFORMED: bad escapes, NULs, no UTF-8, too many fields.
 */
int http_request_read(struct arena *a, const struct http_pairs *params, struct sv body, struct http_request *ret)
    __attribute__((warn_unused_result));

/* The first value of that name; SV_NONE (p == NULL) when there is none. */
struct sv http_pairs_get(const struct http_pairs *pairs, struct sv name);
size_t http_pairs_count(const struct http_pairs *pairs, struct sv name);
void http_pairs_add(struct arena *a, struct http_pairs *pairs, struct sv name, struct sv value);

/* application/x-www-form-urlencoded (WHATWG URL section 5.1), strict: false for a broken escape, a NUL or invalid UTF-8. */
bool http_form_urlencoded(struct arena *a, struct sv text, struct http_pairs *ret);
/* multipart/form-data (RFC 7578) without nesting; files are read as plain fields. False if malformed. */
bool http_form_multipart(struct arena *a, struct sv content_type, struct sv body, struct http_pairs *ret);
/* "a=b; c=d" (RFC 6265 section 5.4); parts without '=' are left out. */
void http_cookies(struct arena *a, struct sv header, struct http_pairs *ret);
/* Decodes %XX (and '+' where `plus`); false as above. */
bool http_unescape(struct arena *a, struct sv s, bool plus, struct sv *ret);

struct http_response {
	int status;
	struct sv content_type; /* empty: text/html; charset=utf-8 */
	struct sv location;     /* set: redirect */
	struct sv allow;        /* for 405 */
	struct sv etag;
	struct sv disposition; /* Content-Disposition */
	int64_t retry_after;   /* seconds, 0: none */
	bool may_cache;        /* nginx may keep it a second for those not signed in; otherwise no-store */
	bool clear_site_data;
	VEC(struct sv) cookies; /* whole Set-Cookie values */
	struct buf body;
};

/* The reason phrase of a status this program sends. */
const char *http_reason(int status);
/* A cookie that scripts can't read: SameSite=Lax, whole site; `secure` adds the __Host- prefix; max_age 0 removes it. */
struct sv http_cookie(struct arena *a, struct sv name, struct sv value, int64_t max_age, bool secure);
/* A cookie's name as it is sent: with __Host- where `secure`. */
struct sv http_cookie_name(struct arena *a, struct sv name, bool secure);
/* CGI head and body, with the security headers every answer carries. Header values never hold CR or LF: they are cut there. */
void http_response_write(const struct http_response *r, const struct http_request *req, struct buf *out);
#endif
