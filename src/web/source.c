#include "web/source.h"

#include "base/err.h"
#include "base/limits.h"
#include "store/source.h"
#include "web/tmpl.h"

enum { ROWS_A_PAGE = 100, ARTICLES_MOST = 100 };

struct place {
	struct sv q;
	int64_t page;
};

static const struct http_field place_fields[] = {
	HTTP_FIELD(struct place, q, HTTP_LINE, .label = "The name", .max = LIMIT_SEARCH_CHARS),
	HTTP_FIELD(struct place, page, HTTP_COUNT, .label = "The page"),
};

int source_list(struct web *w)
{
	struct place in = { 0 };
	struct source_list_page m = { 0 };
	if (!web_read(w, place_fields, COUNT(place_fields), &in) || in.page > 10000)
		return WEB_NOT_FOUND;
	m.q = in.q;
	m.page = in.page > 0 ? in.page : 1;
	int r = q_source_list(w->db, w->a, &(struct q_source_list_in){ .query = in.q, .n = ROWS_A_PAGE + 1, .skip = (int32_t)(m.page - 1) * ROWS_A_PAGE }, &m.sources);
	if (r != 0)
		return ERR_MUST(r);
	m.has_next = m.sources.n > ROWS_A_PAGE;
	m.sources.n = m.has_next ? ROWS_A_PAGE : m.sources.n;
	web_title(w, ROUTE_source_list, SV("Sources"));
	tmpl_sources(web_out(w), w, &m);
	return 0;
}

static int show(struct web *w, struct sv typed_why)
{
	struct source_page m = { .typed_why = typed_why };
	int r = q_source_by_id(w->db, w->a, &(struct q_source_by_id_in){ .id = w->args.id }, &m.source);
	if (r == DB_NONE)
		return WEB_NOT_FOUND;
	if (r == 0)
		r = q_article_of_source(w->db, w->a, &(struct q_article_of_source_in){ .source_id = w->args.id, .n = ARTICLES_MOST, .skip = 0 }, &m.articles);
	if (r == 0)
		r = q_source_cites(w->db, w->a, &(struct q_source_cites_in){ .id = w->args.id }, &m.cites);
	if (r == 0)
		r = q_source_cited_by(w->db, w->a, &(struct q_source_cited_by_in){ .id = w->args.id }, &m.cited_by);
	if (r != 0)
		return ERR_MUST(r);
	web_title(w, ROUTE_source_list, m.source.name);
	tmpl_source(web_out(w), w, &m);
	return 0;
}

int source_show(struct web *w)
{
	return show(w, SV(""));
}

struct leave {
	int64_t version;
	bool ignores;
	struct sv why;
};

static const struct http_field leave_fields[] = {
	HTTP_FIELD(struct leave, version, HTTP_ID, .label = "The version", .required = true),
	HTTP_FIELD(struct leave, ignores, HTTP_FLAG, .label = "The leave"),
	HTTP_FIELD(struct leave, why, HTTP_LINES, .label = "The reason", .max = LIMIT_NOTE_CHARS, .required = true),
};

int source_robots(struct web *w)
{
	struct leave in = { 0 };
	struct actor who = web_actor(w);
	if (!web_read(w, leave_fields, COUNT(leave_fields), &in))
		return show(w, in.why);
	int r = source_ignore_robots(w->db, w->a, &who, w->args.id, web_version(in.version), in.ignores, in.why);
	if (r < 0)
		return ERR_PASS(r);
	if (r == 0)
		return web_redirect(w, LINK(source_show, .id = w->args.id), "robots");
	if (r == STORE_MISSING)
		return WEB_NOT_FOUND;
	web_problem(w, "why", r == STORE_STALE ? SV("Somebody changed this source meanwhile. Look at it, and send it again.") : SV("The database was busy; send it again."));
	w->res->status = r == STORE_STALE ? 409 : 503;
	return show(w, in.why);
}
