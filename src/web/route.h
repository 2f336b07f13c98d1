#ifndef WEB_ROUTE_H
#define WEB_ROUTE_H
/*
 * The route table (web/routes.def) as code: which handler an address has, and the addresses of handlers, so that a dead
 * link does not compile.
 */
#include "auth/role.h"
#include "http/http.h"
#include "page/page.h"

struct web;
/* A page's code: 0 answered (web/web.h has what it may answer), positive an outcome of web.h, negative fatal. */
typedef int route_handler(struct web *w);

enum route_csrf { ROUTE_CSRF_NONE, ROUTE_CSRF_TOKEN };
enum route_rate { ROUTE_RATE_READ, ROUTE_RATE_WRITE, ROUTE_RATE_LOGIN };

enum route_id {
#define ROUTE(method, pattern, handler, needs, csrf, rate, summary) ROUTE_##handler,
#include "web/routes.def"
#undef ROUTE
	ROUTE_N
};

struct route {
	enum http_method method;
	const char *pattern, *name;
	route_handler *handle;
	enum role needs;
	enum route_csrf csrf;
	enum route_rate rate;
	const char *summary;
};

/* What stood in the pattern's places; 0 and empty where it has none. */
struct route_args {
	int64_t id, other;
	struct sv token;
	bool none; /* never set: lets LINK() name no places */
};

/* route_match's outcomes. */
enum { ROUTE_UNKNOWN = 1, ROUTE_WRONG_METHOD = 2 };

extern const struct route route_table[ROUTE_N];

/* Finds the row; ROUTE_WRONG_METHOD when the path has rows, but none for this method (*ret_allow says which: "GET", "POST"). */
int route_match(enum http_method method, struct sv path, const struct route **ret, struct route_args *ret_args, struct sv *ret_allow)
    __attribute__((warn_unused_result));

/* The address of a row, its places filled in this order: ids, then the token. */
struct link route_link(enum route_id route, const struct route_args *args);
/* In templates and redirects: LINK(home_show), LINK(claim_show, .id = 4), LINK(account_join, .token = t). */
#define LINK(...) LINK_TO(__VA_ARGS__, .none = false)
#define LINK_TO(handler, ...) route_link(ROUTE_##handler, &(const struct route_args){ __VA_ARGS__ })

#define ROUTE(method, pattern, handler, needs, csrf, rate, summary) int handler(struct web *w);
#include "web/routes.def"
#undef ROUTE
#endif
