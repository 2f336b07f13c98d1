#include "web/revision.h"

#include "base/err.h"
#include "store/article.h"
#include "web/article.h"
#include "web/tmpl.h"

enum { CHANGES_A_PAGE = 50 };

static const char *const views[] = { "inline", "side", NULL };

struct place {
	int64_t from, to, page;
	int view;
};

static const struct http_field place_fields[] = {
	HTTP_FIELD(struct place, from, HTTP_COUNT, .label = "The earlier text"),
	HTTP_FIELD(struct place, to, HTTP_COUNT, .label = "The later text"),
	HTTP_FIELD(struct place, view, HTTP_CHOICE, .label = "The view", .choices = views),
};
static const struct http_field page_fields[] = {
	HTTP_FIELD(struct place, page, HTTP_COUNT, .label = "The page"),
};

struct sv revision_counts(struct arena *a, const struct q_revision_list *r)
{
	if (r->n_intact + r->n_moved + r->n_edited + r->n_gone == 0)
		return SV("");
	return arena_printf(a, "%lld kept, %lld moved, %lld edited, %lld gone", (long long)r->n_intact, (long long)r->n_moved, (long long)r->n_edited, (long long)r->n_gone);
}

struct sv revision_parts(struct arena *a, const struct q_change *c)
{
	AUTO_BUF out = BUF_INIT(1000);
	for (size_t i = 0; i < c->parts.n; i++)
		buf_addf(&out, "%s" SV_FMT, i > 0 ? ", " : "", SV_ARG(c->parts.v[i]));
	return arena_sv(a, buf_sv(&out));
}

/* The article, unless there is none or it was taken down. */
static int load(struct web *w, struct q_article *ret)
{
	int r = q_article_by_id(w->db, w->a, &(struct q_article_by_id_in){ .id = w->args.id }, ret);
	if (r == DB_NONE)
		return WEB_NOT_FOUND;
	if (r != 0)
		return ERR_MUST(r);
	return sv_eq(ret->state, SV("ok")) ? 0 : WEB_GONE;
}

int revision_list_show(struct web *w)
{
	struct history_page m = { 0 };
	int r = load(w, &m.article);
	if (r != 0)
		return r;
	r = q_article_watch(w->db, w->a, &(struct q_article_watch_in){ .id = m.article.id }, &m.watch);
	if (r == 0)
		r = q_revision_list(w->db, w->a, &(struct q_revision_list_in){ .article_id = m.article.id }, &m.revisions);
	if (r == 0)
		r = q_change_of_article(w->db, w->a, &(struct q_change_of_article_in){ .article_id = m.article.id, .from_n = 0, .to_n = INT32_MAX }, &m.changes);
	if (r == 0)
		r = q_snapshot_list(w->db, w->a, &(struct q_snapshot_list_in){ .article_id = m.article.id }, &m.snapshots);
	if (r != 0)
		return ERR_MUST(r);
	web_title(w, ROUTE_story_list, arena_printf(w->a, "Revisions: " SV_FMT, SV_ARG(m.article.title)));
	tmpl_history(web_out(w), w, &m);
	return 0;
}

/* A run's text, a piece a line. */
static void add_pieces(struct arena *a, struct diff_pieces *to, enum diff_kind kind, struct sv text)
{
	struct sv line;
	while (text.n > 0 && sv_split(&text, '\n', &line))
		*VEC_PUSH(a, to) = (struct diff_piece){ line, kind, text.p != NULL };
}

static void show_inline(struct arena *a, const struct diff *d, struct sv before, struct sv after, struct diff_pieces *ret)
{
	for (size_t i = 0; i < d->n; i++) {
		const struct diff_run *r = &d->v[i];
		add_pieces(a, ret, r->kind, r->kind == DIFF_REMOVED ? sv_sub(before, r->before.start, r->before.end) : sv_sub(after, r->after.start, r->after.end));
	}
}

/* A paragraph's end that both texts share ends the row. */
static void show_side_by_side(struct arena *a, const struct diff *d, struct sv before, struct sv after, struct diff_rows *ret)
{
	struct diff_row *row = VEC_PUSH(a, ret);
	for (size_t i = 0; i < d->n; i++) {
		const struct diff_run *r = &d->v[i];
		struct sv x = sv_sub(before, r->before.start, r->before.end), y = sv_sub(after, r->after.start, r->after.end), left, right;
		row->is_changed |= r->kind != DIFF_SAME;
		if (r->kind != DIFF_SAME) {
			add_pieces(a, r->kind == DIFF_REMOVED ? &row->before : &row->after, r->kind, r->kind == DIFF_REMOVED ? x : y);
			continue;
		}
		while (sv_split(&x, '\n', &left) && sv_split(&y, '\n', &right)) {
			add_pieces(a, &row->before, DIFF_SAME, left);
			add_pieces(a, &row->after, DIFF_SAME, right);
			if (x.p != NULL && y.p != NULL)
				row = VEC_PUSH(a, ret);
		}
	}
}

/* The two texts the address names, or the newest and the one before it. */
static int load_texts(struct web *w, const struct place *in, struct diff_page *m)
{
	int32_t newest = m->revisions.n > 0 ? m->revisions.v[0].n : 0;
	int64_t to = in->to > 0 ? in->to : newest, from = in->from > 0 ? in->from : to > 1 ? to - 1 : 1;
	if (to > newest || from > to || newest == 0)
		return WEB_NOT_FOUND;
	int r = q_revision_by_n(w->db, w->a, &(struct q_revision_by_n_in){ .article_id = m->article.id, .n = (int32_t)from }, &m->before);
	if (r == 0)
		r = q_revision_by_n(w->db, w->a, &(struct q_revision_by_n_in){ .article_id = m->article.id, .n = (int32_t)to }, &m->after);
	if (r == 0)
		r = q_change_of_article(w->db, w->a, &(struct q_change_of_article_in){ .article_id = m->article.id, .from_n = (int32_t)from, .to_n = (int32_t)to }, &m->changes);
	return r == DB_NONE ? WEB_NOT_FOUND : r == 0 ? 0 : ERR_MUST(r);
}

static void compare(struct arena *a, struct diff_page *m)
{
	struct diff title, text;
	diff_texts(a, m->before.title, m->after.title, &title);
	show_inline(a, &title, m->before.title, m->after.title, &m->title);
	m->has_new_title = title.n_changed > 0;
	diff_texts(a, m->before.content, m->after.content, &text);
	m->n_words = text.n_words;
	m->n_changed = text.n_changed;
	if (m->is_side_by_side)
		show_side_by_side(a, &text, m->before.content, m->after.content, &m->rows);
	else
		show_inline(a, &text, m->before.content, m->after.content, &m->inline_text);
}

int revision_diff(struct web *w)
{
	struct place in = { 0 };
	struct diff_page m = { 0 };
	if (!web_read(w, place_fields, COUNT(place_fields), &in))
		return WEB_NOT_FOUND;
	int r = load(w, &m.article);
	if (r != 0)
		return r;
	r = article_may_read(w, &m.has_text);
	if (r == 0)
		r = q_revision_list(w->db, w->a, &(struct q_revision_list_in){ .article_id = m.article.id }, &m.revisions);
	if (r == 0)
		r = load_texts(w, &in, &m);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : r;
	m.is_side_by_side = in.view == 1;
	compare(w->a, &m);
	web_title(w, ROUTE_story_list, arena_printf(w->a, "What changed: " SV_FMT, SV_ARG(m.after.title)));
	tmpl_diff(web_out(w), w, &m);
	return 0;
}

int revision_alerts(struct web *w)
{
	struct place in = { 0 };
	struct change_page m = { 0 };
	if (!web_read(w, page_fields, COUNT(page_fields), &in) || in.page > 10000)
		return WEB_NOT_FOUND;
	m.page = in.page > 0 ? in.page : 1;
	int r = q_change_alerts(w->db, w->a, &(struct q_change_alerts_in){ .n = CHANGES_A_PAGE + 1, .skip = (int32_t)(m.page - 1) * CHANGES_A_PAGE }, &m.changes);
	if (r != 0)
		return ERR_MUST(r);
	m.has_next = m.changes.n > CHANGES_A_PAGE;
	m.changes.n = m.has_next ? CHANGES_A_PAGE : m.changes.n;
	web_title(w, ROUTE_revision_alerts, SV("Edited after a verdict"));
	tmpl_alerts(web_out(w), w, &m);
	return 0;
}

struct pin {
	int64_t version;
	bool pinned;
};

static const struct http_field pin_fields[] = {
	HTTP_FIELD(struct pin, version, HTTP_ID, .label = "The version", .required = true),
	HTTP_FIELD(struct pin, pinned, HTTP_FLAG, .label = "The pin"),
};

int revision_pin(struct web *w)
{
	struct pin in = { 0 };
	struct actor who = web_actor(w);
	int r = web_read(w, pin_fields, COUNT(pin_fields), &in) ? article_pin(w->db, w->a, &who, w->args.id, web_version(in.version), in.pinned) : STORE_STALE;
	if (r < 0)
		return ERR_PASS(r);
	if (r == 0)
		return web_redirect(w, LINK(revision_list_show, .id = w->args.id), "pin");
	if (r == STORE_MISSING || r == STORE_DENIED)
		return WEB_NOT_FOUND;
	web_problem(w, "", SV("Somebody changed this article meanwhile, or the database was busy. Look at it, and try again."));
	w->res->status = r == STORE_STALE ? 409 : 503;
	return revision_list_show(w);
}
