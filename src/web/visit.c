#include "web/visit.h"

#include "base/err.h"

static struct sv cookie(const struct web *w, struct sv name)
{
	return http_pairs_get(&w->req->cookies, http_cookie_name(w->a, name, w->req->is_https));
}

static void set_cookie(struct web *w, struct sv name, struct sv value, int64_t max_age)
{
	*VEC_PUSH(w->a, &w->res->cookies) = http_cookie(w->a, name, value, max_age, w->req->is_https);
}

int visit_begin(struct web *w)
{
	struct sv token = cookie(w, SV("cc"));
	if (!w->db || !auth_is_token(token))
		return 0;
	int r = auth_session(w->db, w->a, token, &w->session);
	if (r < 0)
		return ERR_PASS(r);
	if (r == 0)
		w->form_token = auth_form_token(w->a, token);
	return 0;
}

/* The cookie the form token hangs on: the session's or the visitor's. */
static struct sv token_cookie(const struct web *w)
{
	return web_is_signed_in(w) ? w->session.token : cookie(w, SV("ccl"));
}

void visit_need_token(struct web *w)
{
	if (w->form_token.n > 0)
		return;
	struct sv visitor = cookie(w, SV("ccl"));
	if (!auth_is_token(visitor)) {
		visitor = auth_visitor(w->a);
		set_cookie(w, SV("ccl"), visitor, 1800);
	}
	w->form_token = auth_form_token(w->a, visitor);
}

void visit_signed_in(struct web *w, const struct session *s)
{
	w->session = *s;
	w->form_token = auth_form_token(w->a, s->token);
	set_cookie(w, SV("cc"), s->token, AUTH_SESSION_SECONDS);
	set_cookie(w, SV("ccl"), SV(""), 0);
}

void visit_signed_out(struct web *w)
{
	w->session = (struct session){ 0 };
	set_cookie(w, SV("cc"), SV(""), 0);
	w->res->clear_site_data = true;
}

struct sv visit_origin(const struct web *w)
{
	return arena_printf(w->a, "%s://" SV_FMT, w->req->is_https ? "https" : "http", SV_ARG(w->req->host));
}

bool visit_form_is_ours(const struct web *w)
{
	struct sv site = w->req->fetch_site, origin = w->req->origin;
	bool is_said_ours = sv_eq(site, SV("same-origin"));
	if (site.n > 0 && !is_said_ours)
		return false;
	/* From pages with our Referrer-Policy (no-referrer) browsers send "null"; then Sec-Fetch-Site has to say it. */
	if (origin.n > 0 && !sv_eq_icase(origin, visit_origin(w)) && !(is_said_ours && sv_eq(origin, SV("null"))))
		return false;
	return auth_form_token_is(w->a, token_cookie(w), http_pairs_get(&w->req->form, SV("token")));
}

bool visit_is_our_path(enum http_method method, struct sv path)
{
	const struct route *route;
	struct route_args args;
	struct sv allow;
	path = sv_sub(path, 0, sv_find_char(path, '?', 0));
	return route_match(method, path, &route, &args, &allow) == 0;
}
