#include "web/account.h"

#include "base/err.h"
#include "base/limits.h"
#include "web/tmpl.h"
#include "web/visit.h"

struct credentials {
	struct sv email, password, next;
};

static const struct http_field credential_fields[] = {
	HTTP_FIELD(struct credentials, email, HTTP_LINE, .label = "The e-mail address", .max = 254, .required = true),
	HTTP_FIELD(struct credentials, password, HTTP_SECRET, .label = "The password", .max = AUTH_PASSWORD_MOST, .required = true),
	HTTP_FIELD(struct credentials, next, HTTP_LINE, .label = "The next page", .max = LIMIT_URL),
};

/* Fields of a form that is carried through signing in travel as "kept.NAME". */
static const struct sv kept_prefix = SV_INIT("kept.");

static struct http_pairs kept_fields(struct web *w)
{
	struct http_pairs kept = { 0 };
	for (size_t i = 0; i < w->req->form.n; i++) {
		const struct http_pair *p = &w->req->form.v[i];
		if (sv_starts(p->name, kept_prefix))
			http_pairs_add(w->a, &kept, sv_sub(p->name, kept_prefix.n, p->name.n), p->value);
	}
	return kept;
}

static struct http_pairs typed_fields(struct web *w)
{
	struct http_pairs typed = { 0 };
	for (size_t i = 0; i < w->req->form.n; i++)
		if (!sv_eq(w->req->form.v[i].name, SV("token")))
			http_pairs_add(w->a, &typed, w->req->form.v[i].name, w->req->form.v[i].value);
	return typed;
}

static int show_login(struct web *w, const struct account_login *m)
{
	visit_need_token(w);
	w->title = SV("Sign in");
	tmpl_login(web_out(w), w, m);
	return 0;
}

static int show_again(struct web *w, struct sv action, struct http_pairs kept)
{
	struct account_again m = { .action = action, .kept = kept };
	w->title = SV("Send it now");
	tmpl_again(web_out(w), w, &m);
	return 0;
}

void account_ask_to_sign_in(struct web *w)
{
	bool is_form = w->req->method == HTTP_POST;
	struct account_login m = { .next = w->req->path, .kept = is_form ? typed_fields(w) : (struct http_pairs){ 0 } };
	w->res->status = 401;
	(void)show_login(w, &m);
}

void account_ask_again(struct web *w)
{
	w->res->status = 403;
	(void)show_again(w, w->req->path, typed_fields(w));
}

int account_login_form(struct web *w)
{
	struct account_login m = { .next = http_pairs_get(&w->req->query, SV("next")) };
	if (web_is_signed_in(w))
		return web_redirect(w, LINK(home_show), NULL);
	return show_login(w, &m);
}

/* After signing in: on to where they were going. */
static int go_on(struct web *w, struct sv next, struct http_pairs kept)
{
	if (kept.n > 0 && visit_is_our_path(HTTP_POST, next))
		return show_again(w, next, kept);
	w->res->status = 303;
	w->res->location = visit_is_our_path(HTTP_GET, next) ? next : SV("/");
	return 0;
}

int account_login(struct web *w)
{
	struct credentials in = { 0 };
	struct session session;
	int64_t wait = 0;
	bool fit = web_read(w, credential_fields, COUNT(credential_fields), &in);
	struct account_login again = { .next = in.next, .kept = kept_fields(w), .email = in.email };
	if (!fit)
		return show_login(w, &again);
	int r = auth_login(w->db, w->a, &(struct auth_try){ in.email, in.password, w->req->address }, &session, &wait);
	if (r < 0)
		return ERR_PASS(r);
	if (r == AUTH_SLOW_DOWN) {
		web_problem(w, "password", arena_printf(w->a, "Too many wrong passwords. Try again in %lld seconds.", (long long)wait));
		w->res->status = 429;
		w->res->retry_after = wait;
		return show_login(w, &again);
	}
	if (r != 0) {
		web_problem(w, "password", SV("The e-mail address or the password is wrong."));
		return show_login(w, &again);
	}
	visit_signed_in(w, &session);
	return go_on(w, in.next, again.kept);
}

int account_logout(struct web *w)
{
	int r = web_is_signed_in(w) ? auth_logout(w->db, w->a, &w->session) : 0;
	if (r < 0)
		return ERR_PASS(r);
	visit_signed_out(w);
	return web_redirect(w, LINK(home_show), "signed-out");
}

struct joining {
	struct sv password;
};

static const struct http_field joining_fields[] = {
	HTTP_FIELD(struct joining, password, HTTP_SECRET, .label = "The password", .max = AUTH_PASSWORD_MOST, .required = true),
};

static const struct sv weak = SV_INIT("The password must have 12 characters or more, not all the same and not your address.");

/* Both kinds of link lead to the same form: whose account it is, and a new password. */
static int show_link(struct web *w)
{
	bool is_new = w->route->handle == account_invitation || w->route->handle == account_join;
	struct account_link m = { .is_new = is_new };
	int r = auth_link(w->db, w->a, w->args.token, &m.who);
	if (r < 0)
		return ERR_PASS(r);
	if (r == AUTH_NOBODY)
		return WEB_NOT_FOUND;
	visit_need_token(w);
	w->title = is_new ? SV("Welcome to the desk") : SV("A new password");
	tmpl_link(web_out(w), w, &m);
	return 0;
}

static int take_link(struct web *w, const char *done)
{
	struct joining in = { 0 };
	if (!web_read(w, joining_fields, COUNT(joining_fields), &in))
		return show_link(w);
	int r = auth_accept(w->db, w->a, w->args.token, in.password);
	if (r < 0)
		return ERR_PASS(r);
	if (r == AUTH_WEAK)
		web_problem(w, "password", weak);
	return r == 0 ? web_redirect(w, LINK(account_login_form), done) : show_link(w);
}

int account_invitation(struct web *w)
{
	return show_link(w);
}

int account_join(struct web *w)
{
	return take_link(w, "joined");
}

int account_reset_form(struct web *w)
{
	return show_link(w);
}

int account_reset(struct web *w)
{
	return take_link(w, "reset");
}

int account_show(struct web *w)
{
	struct account_page m = { 0 };
	int r = auth_sessions(w->db, w->a, &w->session, &m.sessions, &m.n_sessions);
	if (r < 0)
		return ERR_PASS(r);
	w->title = SV("Your account");
	tmpl_account(web_out(w), w, &m);
	return 0;
}

struct change {
	struct sv old, new;
};

static const struct http_field change_fields[] = {
	HTTP_FIELD(struct change, old, HTTP_SECRET, .label = "The present password", .max = AUTH_PASSWORD_MOST, .required = true),
	HTTP_FIELD(struct change, new, HTTP_SECRET, .label = "The new password", .max = AUTH_PASSWORD_MOST, .required = true),
};

int account_password(struct web *w)
{
	struct change in = { 0 };
	if (!web_read(w, change_fields, COUNT(change_fields), &in))
		return account_show(w);
	int r = auth_change_password(w->db, w->a, &w->session, in.old, in.new);
	if (r < 0)
		return ERR_PASS(r);
	if (r == AUTH_WRONG)
		web_problem(w, "old", SV("The present password is wrong."));
	if (r == AUTH_WEAK)
		web_problem(w, "new", weak);
	return r == 0 ? web_redirect(w, LINK(account_show), "password") : account_show(w);
}

int account_end_others(struct web *w)
{
	int r = auth_end_sessions(w->db, w->session.person_id, w->session.token);
	return r < 0 ? ERR_PASS(r) : web_redirect(w, LINK(account_show), "sessions");
}
