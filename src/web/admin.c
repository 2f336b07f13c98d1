#include "web/admin.h"

#include "base/err.h"
#include "store/job.h"
#include "store/person.h"
#include "web/tmpl.h"
#include "web/visit.h"

static int show_people(struct web *w, struct admin_people *m)
{
	int r = q_person_list(w->db, w->a, &m->people);
	if (r != 0)
		return ERR_MUST(r);
	web_title(w, ROUTE_admin_show, SV("People"));
	tmpl_people(web_out(w), w, m);
	return 0;
}

int admin_show(struct web *w)
{
	return show_people(w, &(struct admin_people){ 0 });
}

static const char *const role_words[] = { "reader", "submitter", "reviewer", "editor", "admin", NULL };

struct invite {
	struct sv email, name;
	int role;
};

static const struct http_field invite_fields[] = {
	HTTP_FIELD(struct invite, email, HTTP_LINE, .label = "The e-mail address", .max = 254, .required = true),
	HTTP_FIELD(struct invite, name, HTTP_LINE, .label = "The name", .max = 80, .required = true),
	HTTP_FIELD(struct invite, role, HTTP_CHOICE, .label = "The role", .required = true, .choices = role_words),
};

static struct sv absolute(struct web *w, struct link to)
{
	return arena_printf(w->a, SV_FMT "%s", SV_ARG(visit_origin(w)), to.path);
}

int admin_invite(struct web *w)
{
	struct invite in = { 0 };
	struct admin_people m = { 0 };
	struct sv token;
	bool fit = web_read(w, invite_fields, COUNT(invite_fields), &in);
	m.email = in.email;
	m.name = in.name;
	if (fit && sv_find_char(in.email, '@', 0) == in.email.n) {
		web_problem(w, "email", SV("The e-mail address must hold an @."));
		fit = false;
	}
	if (!fit)
		return show_people(w, &m);
	int r = auth_invite(w->db, w->a, &w->session, &(struct invitation){ in.email, in.name, (enum role)(ROLE_READER + in.role) }, &token);
	if (r < 0)
		return ERR_PASS(r);
	if (r != 0) {
		web_problem(w, "email", SV("There is an account or an open invitation with this address already; below you can make a new link for it."));
		return show_people(w, &m);
	}
	m.link = absolute(w, LINK(account_invitation, .token = token));
	m.link_for = in.email;
	m.email = m.name = SV_NONE;
	return show_people(w, &m);
}

struct change {
	int role;
	bool is_active;
	int64_t version;
};

static const struct http_field change_fields[] = {
	HTTP_FIELD(struct change, role, HTTP_CHOICE, .label = "The role", .required = true, .choices = role_words),
	HTTP_FIELD(struct change, is_active, HTTP_FLAG, .label = "Active"),
	HTTP_FIELD(struct change, version, HTTP_ID, .label = "The version", .required = true),
};

static int change_person(struct web *w, const struct change *in)
{
	struct q_person row;
	struct actor who = web_actor(w);
	int r = q_person_by_id(w->db, w->a, &(struct q_person_by_id_in){ .id = w->args.id }, &row);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : STORE_MISSING;
	return person_change(w->db, w->a, &who, &(struct person_change){
	    .id = row.id, .version = web_version(in->version), .name = row.name, .role = sv_cstr(role_words[in->role]), .is_active = in->is_active });
}

int admin_role(struct web *w)
{
	struct change in = { 0 };
	struct admin_people m = { 0 };
	if (!web_read(w, change_fields, COUNT(change_fields), &in))
		return show_people(w, &m);
	int r = change_person(w, &in);
	if (r < 0)
		return ERR_PASS(r);
	if (r == STORE_MISSING)
		return WEB_NOT_FOUND;
	if (r == STORE_DENIED)
		web_problem(w, "role", SV("Your own role is changed by another administrator, so that one always stays."));
	if (r == STORE_STALE)
		w->res->status = 409;
	m.is_stale = r == STORE_STALE;
	return r == 0 ? web_redirect(w, LINK(admin_show), "role") : show_people(w, &m);
}

int admin_reset(struct web *w)
{
	struct admin_people m = { 0 };
	struct q_person row;
	struct sv token;
	int r = auth_reset_start(w->db, w->a, &w->session, w->args.id, &token);
	if (r == 0)
		r = q_person_by_id(w->db, w->a, &(struct q_person_by_id_in){ .id = w->args.id }, &row);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : WEB_NOT_FOUND;
	m.link = absolute(w, LINK(account_reset_form, .token = token));
	m.link_for = row.email;
	return show_people(w, &m);
}

int admin_end_sessions(struct web *w)
{
	struct actor who = web_actor(w);
	int r = auth_end_sessions(w->db, w->args.id, SV(""));
	if (r == 0)
		r = store_audit(w->db, w->a, &who, SV("person.sign_out"), SV("person"), w->args.id, NULL, 0);
	return r == 0 ? web_redirect(w, LINK(admin_show), "sessions-ended") : ERR_MUST(r);
}

enum { JOBS_A_PAGE = 50, AUDIT_A_PAGE = 100 };
static const char *const job_states[] = { "queued", "fetching", "reading", "done", "failed", NULL };

struct listing {
	int state;
	int64_t page, before;
};

static const struct http_field listing_fields[] = {
	HTTP_FIELD(struct listing, state, HTTP_CHOICE, .label = "The state", .choices = job_states),
	HTTP_FIELD(struct listing, page, HTTP_COUNT, .label = "The page"),
	HTTP_FIELD(struct listing, before, HTTP_COUNT, .label = "The row"),
};

int admin_jobs(struct web *w)
{
	struct listing in = { 0 };
	struct admin_jobs m = { 0 };
	if (!web_read(w, listing_fields, COUNT(listing_fields), &in) || in.page > 100000)
		return WEB_NOT_FOUND;
	m.state = in.state >= 0 ? sv_cstr(job_states[in.state]) : SV("");
	m.page = in.page > 0 ? in.page : 1;
	int r = q_job_list(w->db, w->a, &(struct q_job_list_in){ .state = m.state, .n = JOBS_A_PAGE + 1, .skip = (int32_t)(m.page - 1) * JOBS_A_PAGE }, &m.jobs);
	if (r == 0)
		r = q_job_counts(w->db, w->a, &m.counts);
	if (r != 0)
		return ERR_MUST(r);
	m.has_next = m.jobs.n > JOBS_A_PAGE;
	m.jobs.n = m.has_next ? JOBS_A_PAGE : m.jobs.n;
	web_title(w, ROUTE_admin_show, SV("Jobs"));
	tmpl_jobs(web_out(w), w, &m);
	return 0;
}

int admin_job_retry(struct web *w)
{
	struct actor who = web_actor(w);
	int r = job_retry(w->db, w->a, &who, w->args.id);
	return r < 0 ? ERR_PASS(r) : r == 0 ? web_redirect(w, LINK(admin_jobs), "retried") : WEB_NOT_FOUND;
}

int admin_audit(struct web *w)
{
	struct listing in = { 0 };
	struct admin_audit m = { 0 };
	struct q_audit_verify broken;
	if (!web_read(w, listing_fields, COUNT(listing_fields), &in))
		return WEB_NOT_FOUND;
	int r = q_audit_list(w->db, w->a, &(struct q_audit_list_in){ .before = in.before, .subject = SV(""), .n = AUDIT_A_PAGE + 1 }, &m.rows);
	if (r != 0)
		return ERR_MUST(r);
	r = q_audit_verify(w->db, w->a, &broken);
	if (r < 0)
		return ERR_PASS(r);
	m.is_whole = r == DB_NONE;
	if (r == 0) {
		m.broken_at = broken.id;
		m.broken_why = broken.why;
	}
	m.has_next = m.rows.n > AUDIT_A_PAGE;
	m.rows.n = m.has_next ? AUDIT_A_PAGE : m.rows.n;
	web_title(w, ROUTE_admin_show, SV("Audit"));
	tmpl_audit(web_out(w), w, &m);
	return 0;
}
