#include "web/web.h"

#include <errno.h>

#include "base/err.h"
#include "base/log.h"
#include "web/fault.h"
#include "web/visit.h"

static const struct {
	struct sv word, sentence;
} notices[] = {
#define NOTICE(word, sentence) { SV_INIT(word), SV_INIT(sentence) },
#include "web/notices.def"
#undef NOTICE
};

static struct sv notice_of(struct sv word)
{
	for (size_t i = 0; i < sizeof(notices) / sizeof(*notices); i++)
		if (sv_eq(notices[i].word, word))
			return notices[i].sentence;
	return SV_NONE;
}

bool web_read(struct web *w, const struct http_field *fields, size_t n, void *into)
{
	const struct http_pairs *from = w->req->method == HTTP_POST ? &w->req->form : &w->req->query;
	bool fit = http_fields_read(w->a, from, fields, n, into, &w->problems);
	if (!fit)
		w->res->status = 422;
	return fit;
}

void web_problem(struct web *w, const char *field, struct sv text)
{
	http_problem_add(w->a, &w->problems, sv_cstr(field), text);
	w->res->status = 422;
}

struct sv web_problem_of(const struct web *w, const char *field)
{
	return http_problem_of(&w->problems, sv_cstr(field));
}

int web_redirect(struct web *w, struct link to, const char *done)
{
	w->res->status = 303;
	w->res->location = arena_printf(w->a, "%s%s%s", to.path, done ? "?done=" : "", done ? done : "");
	return 0;
}

/* Why this visitor may not have the page; 0 if they may. */
static int check_access(struct web *w)
{
	if (!web_may(w, w->route->needs))
		return web_is_signed_in(w) ? WEB_DENIED : WEB_SIGN_IN;
	if (w->route->csrf == ROUTE_CSRF_TOKEN && !visit_form_is_ours(w))
		return WEB_BAD_FORM;
	return 0;
}

static int answer(struct web *w, const struct web_app *app)
{
	int r = route_match(w->req->method, w->req->path, &w->route, &w->args, &w->res->allow);
	if (r == ROUTE_UNKNOWN)
		return WEB_NOT_FOUND;
	if (r == ROUTE_WRONG_METHOD) {
		w->res->status = 405;
		return WEB_NOT_FOUND;
	}
	r = app->connect ? app->connect(app->context, &w->db) : 0;
	if (r < 0)
		return ERR_PASS(r);
	r = visit_begin(w);
	if (r < 0)
		return ERR_PASS(r);
	r = check_access(w);
	if (r != 0)
		return r;
	w->notice = notice_of(http_pairs_get(&w->req->query, SV("done")));
	return w->route->handle(w);
}

/* Nobody signed in, nothing typed, nothing personal: nginx may keep it for a second. */
static bool is_for_everybody(const struct web *w)
{
	return w->req->method == HTTP_GET && w->res->status == 200 && w->route && w->route->needs == ROLE_ANYONE && !web_is_signed_in(w) &&
	       w->res->cookies.n == 0 && w->form_token.n == 0;
}

void web_handle(void *app, struct http_request *req, struct http_response *res)
{
	struct web w = { .a = req->a, .req = req, .res = res, .section = ROUTE_N, .now = clock_now() };
	int r = answer(&w, app);
	if (r < 0) {
		struct log_kv kv[] = { KV_SV("route", w.route ? sv_cstr(w.route->name) : SV("")) };
		log_error_trace("request.failed", kv, 1);
	}
	if (r != 0)
		fault_page(&w, r);
	if (res->body.failed)
		fault_page(&w, -EMSGSIZE);
	res->may_cache = is_for_everybody(&w);
}

void web_refuse(void *app, struct http_request *req, struct http_response *res)
{
	(void)app;
	struct web w = { .a = req->a, .req = req, .res = res, .section = ROUTE_N, .now = clock_now() };
	fault_page(&w, res->status == 413 ? WEB_TOO_LARGE : WEB_MALFORMED);
}
