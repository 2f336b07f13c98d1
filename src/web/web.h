#ifndef WEB_WEB_H
#define WEB_WEB_H
/*
 * One request on its way through the portal, as page code sees it. A handler (web/route.h) reads typed input, calls
 * the store, fills a view model and renders one template into web_out(w); or redirects. What a page shows is decided in the
 * handler, how in www/tmpl. How to add a page: docs/STYLE.md.
 */
#include "auth/auth.h"
#include "base/clock.h"
#include "http/field.h"
#include "store/store.h"
#include "web/route.h"

struct db;

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

struct web {
	struct arena *a;
	struct db *db;
	const struct http_request *req;
	struct http_response *res;
	const struct route *route;
	struct route_args args;
	struct session session;    /* person_id 0: nobody is signed in */
	struct sv form_token;      /* for TOKEN forms: {% render tmpl_token(out, w) %} */
	struct sv title;           /* of the page; set before rendering */
	enum route_id section;     /* which entry of the navigation is lit; ROUTE_N: none */
	struct sv notice;          /* what has just been done, from ?done= */
	struct http_problems problems;
	int64_t now;
};

/* A handler's outcomes: the page that says so is made for it. */
enum {
	WEB_NOT_FOUND = 100,
	WEB_DENIED,      /* this needs a higher role */
	WEB_SIGN_IN,     /* this needs a session */
	WEB_BAD_FORM,    /* the form's token is missing or stale, or it came from elsewhere */
	WEB_SLOW_DOWN,
	WEB_GONE,
	WEB_TOO_LARGE,
	WEB_MALFORMED,
};

/* What finished pages are written to. */
static inline struct buf *web_out(struct web *w) { return &w->res->body; }
static inline bool web_may(const struct web *w, enum role needs) { return role_may(w->session.role, needs); }
static inline bool web_is_signed_in(const struct web *w) { return w->session.person_id != 0; }

/* Who changes something, for the store. */
static inline struct actor web_actor(const struct web *w)
{
	return (struct actor){ w->session.person_id, w->session.name };
}

/* A version as it came in a form; 0, which no row has, for one out of range. */
static inline int32_t web_version(int64_t version)
{
	return version < 0 || version > INT32_MAX ? 0 : (int32_t)version;
}

/* Sets the title and the lit entry of the navigation. */
static inline void web_title(struct web *w, enum route_id section, struct sv title)
{
	w->section = section;
	w->title = title;
}

/* Reads the form (POST) or the query (GET) by a table of fields; problems go to w->problems. False: show the form again (422). */
bool web_read(struct web *w, const struct http_field *fields, size_t n, void *into);
/* A sentence above the form, and status 422. */
void web_problem(struct web *w, const char *field, struct sv text);
/* 303 to a page of ours; done (may be NULL) names a row of web/notices.def, said on the next page. Always 0. */
int web_redirect(struct web *w, struct link to, const char *done);
/* The problem of a field, for templates; empty when there is none. */
struct sv web_problem_of(const struct web *w, const char *field);

/* Answers one request, whatever happens. */
struct web_app {
	/* Gives a usable connection, a new one where the old is gone; negative where there is none. NULL: pages without a database. */
	int (*connect)(void *context, struct db **ret);
	void *context;
};
void web_handle(void *app, struct http_request *req, struct http_response *res);
/* Requests that could not be read (http/serve.h). */
void web_refuse(void *app, struct http_request *req, struct http_response *res);
#endif
