#include "web/submit.h"

#include "base/err.h"
#include "base/limits.h"
#include "base/num.h"
#include "json/json_out.h"
#include "store/job.h"
#include "text/url.h"
#include "web/tmpl.h"

enum { MINE_MOST = 50, A_MINUTE = 60, A_DAY = 500 };

static const struct {
	struct sv state, words;
} words[] = {
	{ SV_INIT("queued"), SV_INIT("queued") },
	{ SV_INIT("fetching"), SV_INIT("fetching the page") },
	{ SV_INIT("reading"), SV_INIT("reading and comparing") },
	{ SV_INIT("done"), SV_INIT("done") },
	{ SV_INIT("failed"), SV_INIT("failed") },
};

struct sv submit_words(const struct q_job *j)
{
	if (sv_eq(j->state, SV("queued")) && j->reason.n > 0)
		return SV("queued again");
	for (size_t i = 0; i < COUNT(words); i++)
		if (sv_eq(words[i].state, j->state))
			return words[i].words;
	return j->state;
}

bool submit_is_final(const struct q_job *j)
{
	return sv_eq(j->state, SV("done")) || sv_eq(j->state, SV("failed"));
}

/* "4,5,6"; false for anything else, and for more than may be submitted at once. */
static bool read_ids(struct web *w, struct sv text, struct db_int8s *ret)
{
	VEC(int64_t) ids = { 0 };
	struct sv part;
	while (text.n > 0 && sv_split(&text, ',', &part))
		if (ids.n == LIMIT_SUBMIT_URLS || !num_i64(part, 1, INT64_MAX, VEC_PUSH(w->a, &ids)))
			return false;
	*ret = (struct db_int8s){ ids.v, ids.n };
	return true;
}

static int load_jobs(struct web *w, struct submit_page *m)
{
	struct db_int8s ids;
	if (!read_ids(w, m->ids, &ids))
		return WEB_NOT_FOUND;
	int r = ids.n > 0 ? q_job_by_ids(w->db, w->a, &(struct q_job_by_ids_in){ .ids = ids }, &m->jobs)
			  : q_job_list(w->db, w->a, &(struct q_job_list_in){ .submitted_by = w->session.person_id, .state = SV(""), .n = MINE_MOST }, &m->jobs);
	if (r != 0)
		return ERR_MUST(r);
	for (size_t i = 0; i < m->jobs.n; i++)
		m->n_open += !submit_is_final(&m->jobs.v[i]);
	return 0;
}

static int show(struct web *w, struct submit_page *m)
{
	int r = load_jobs(w, m);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : r;
	web_title(w, ROUTE_submit_form, SV("Submit articles"));
	tmpl_submit(web_out(w), w, m);
	return 0;
}

struct asked {
	struct sv urls, jobs;
};

static const struct http_field asked_fields[] = {
	HTTP_FIELD(struct asked, urls, HTTP_LINES, .label = "The list", .max = LIMIT_URL * 4),
	HTTP_FIELD(struct asked, jobs, HTTP_LINE, .label = "The jobs", .max = LIMIT_URL),
};

int submit_form(struct web *w)
{
	struct asked in = { 0 };
	(void)web_read(w, asked_fields, COUNT(asked_fields), &in);
	return show(w, &(struct submit_page){ .urls = in.urls, .ids = in.jobs });
}

int submit_state(struct web *w)
{
	struct asked in = { 0 };
	struct submit_page m = { 0 };
	(void)web_read(w, asked_fields, COUNT(asked_fields), &in);
	m.ids = in.jobs;
	int r = load_jobs(w, &m);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : r;
	struct json_out j = { .out = web_out(w) };
	json_out_object(&j);
	json_out_key(&j, "open");
	json_out_i64(&j, m.n_open);
	json_out_key(&j, "jobs");
	json_out_array(&j);
	for (size_t i = 0; i < m.jobs.n; i++) {
		json_out_object(&j);
		json_out_key(&j, "id");
		json_out_i64(&j, m.jobs.v[i].id);
		json_out_key(&j, "state");
		json_out_sv(&j, m.jobs.v[i].state);
		json_out_key(&j, "words");
		json_out_sv(&j, submit_words(&m.jobs.v[i]));
		json_out_key(&j, "final");
		json_out_bool(&j, submit_is_final(&m.jobs.v[i]));
		json_out_object_end(&j);
	}
	json_out_array_end(&j);
	json_out_object_end(&j);
	w->res->content_type = SV("application/json; charset=utf-8");
	return 0;
}

/* One address into the queue; *ret_why stays empty when it was taken. The worker judges the address itself when it connects. */
static int queue_one(struct web *w, struct sv line, struct job_place *ret, struct sv *ret_why)
{
	struct url u;
	if (line.n > LIMIT_URL || !url_parse(w->a, line, NULL, &u)) {
		*ret_why = SV("this is no web address");
		return 0;
	}
	enum url_verdict verdict = url_policy(&u);
	if (verdict == URL_SCHEME || verdict == URL_CREDENTIALS || verdict == URL_NO_HOST) {
		*ret_why = url_verdict_words(verdict);
		return 0;
	}
	struct actor who = web_actor(w);
	int r = job_submit(w->db, w->a, &who, &(struct job_request){ .url = url_href(w->a, &u), .key = url_identity(w->a, &u), .host = u.host }, ret);
	if (r == STORE_BUSY)
		*ret_why = SV("the database was busy; submit it again");
	return r < 0 ? ERR_PASS(r) : 0;
}

/* What one round of submitting came to. */
struct outcome {
	VEC(struct submit_refused) refused;
	VEC(int64_t) known; /* articles that were there already */
	struct buf ids;     /* "4,5": jobs */
};

static int queue_line(struct web *w, struct sv line, int n, struct outcome *to)
{
	struct job_place place = { DB_NULL, DB_NULL, false };
	struct sv why = SV_NONE;
	int r = 0;
	if (n > LIMIT_SUBMIT_URLS)
		why = SV("more than 200 at once; submit it in a second round");
	else
		r = queue_one(w, line, &place, &why);
	if (r < 0)
		return ERR_PASS(r);
	if (why.n > 0)
		*VEC_PUSH(w->a, &to->refused) = (struct submit_refused){ line, why };
	else if (place.job_id != DB_NULL)
		buf_addf(&to->ids, "%s%lld", to->ids.n ? "," : "", (long long)place.job_id);
	else
		*VEC_PUSH(w->a, &to->known) = place.article_id;
	return 0;
}

static int queue_all(struct web *w, struct sv text, struct submit_page *m)
{
	struct outcome to = { .ids = BUF_INIT(LIMIT_URL) };
	struct sv line;
	int r = 0, n = 0;
	while (r == 0 && text.n > 0 && sv_split(&text, '\n', &line)) {
		line = sv_trim(line);
		if (line.n > 0)
			r = queue_line(w, line, ++n, &to);
	}
	m->ids = arena_sv(w->a, buf_sv(&to.ids));
	buf_release(&to.ids);
	m->refused = to.refused.v;
	m->n_refused = to.refused.n;
	m->known = to.known.v;
	m->n_known = to.known.n;
	return r < 0 ? ERR_PASS(r) : 0;
}

/* More than a person may submit? Says so in the page. */
static int check_rate(struct web *w, bool *ret_much)
{
	struct q_job_count_since minute, day;
	int r = q_job_count_since(w->db, w->a, &(struct q_job_count_since_in){ .submitted_by = w->session.person_id, .since = w->now - 60 * CLOCK_SECOND }, &minute);
	if (r == 0)
		r = q_job_count_since(w->db, w->a, &(struct q_job_count_since_in){ .submitted_by = w->session.person_id, .since = w->now - CLOCK_DAY }, &day);
	if (r != 0)
		return ERR_MUST(r);
	*ret_much = minute.n >= A_MINUTE || day.n >= A_DAY;
	if (*ret_much) {
		web_problem(w, "urls", day.n >= A_DAY ? SV("You have submitted 500 addresses today; more tomorrow.") : SV("You have submitted 60 addresses this minute; wait a little."));
		w->res->status = 429;
		w->res->retry_after = 60;
	}
	return 0;
}

int submit_urls(struct web *w)
{
	struct asked in = { 0 };
	struct submit_page m = { 0 };
	bool much = false, fit = web_read(w, asked_fields, COUNT(asked_fields), &in);
	m.urls = in.urls;
	if (fit && in.urls.n == 0)
		web_problem(w, "urls", SV("Paste at least one address."));
	if (!fit || in.urls.n == 0)
		return show(w, &m);
	int r = check_rate(w, &much);
	if (r == 0 && !much)
		r = queue_all(w, in.urls, &m);
	if (r < 0)
		return ERR_PASS(r);
	if (m.n_refused > 0 || much) {
		w->res->status = much ? 429 : 422;
		return show(w, &m);
	}
	/* Nothing to follow: the articles are there. */
	if (m.ids.n == 0 && m.n_known == 1)
		return web_redirect(w, LINK(article_show, .id = m.known[0]), "known");
	if (m.n_known > 0)
		return show(w, &m);
	w->res->status = 303;
	w->res->location = arena_printf(w->a, "%s?done=submitted&jobs=" SV_FMT, LINK(submit_form).path, SV_ARG(m.ids));
	return 0;
}
