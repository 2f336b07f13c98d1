#include "web/story.h"

#include "base/err.h"
#include "base/limits.h"
#include "store/story.h"
#include "web/tmpl.h"

enum { STORIES_A_PAGE = 50, ROWS_MOST = 200 };

struct place {
	int64_t page;
};

static const struct http_field place_fields[] = {
	HTTP_FIELD(struct place, page, HTTP_COUNT, .label = "The page"),
};

int story_list(struct web *w)
{
	struct place in = { 0 };
	struct story_list_page m = { 0 };
	if (!web_read(w, place_fields, COUNT(place_fields), &in) || in.page > 10000)
		return WEB_NOT_FOUND;
	m.page = in.page > 0 ? in.page : 1;
	int r = q_story_recent(w->db, w->a, &(struct q_story_recent_in){ .n = STORIES_A_PAGE + 1, .skip = (int32_t)(m.page - 1) * STORIES_A_PAGE }, &m.stories);
	if (r != 0)
		return ERR_MUST(r);
	m.has_next = m.stories.n > STORIES_A_PAGE;
	m.stories.n = m.has_next ? STORIES_A_PAGE : m.stories.n;
	web_title(w, ROUTE_story_list, SV("Stories"));
	tmpl_stories(web_out(w), w, &m);
	return 0;
}

/* The cells of a row in the order of the columns. The arrays have equal lengths (a rule of the table). */
static void place_cells(struct web *w, struct story_page *m, const struct q_grid_rows *claim, struct story_row *ret)
{
	ret->claim = claim;
	ret->cells = ARENA_ARRAY(w->a, const struct story_cell *, m->columns.n);
	for (size_t i = 0; i < claim->cell_column.n; i++) {
		for (size_t c = 0; c < m->columns.n; c++) {
			if (m->columns.v[c].pos != claim->cell_column.v[i])
				continue;
			struct story_cell *cell = ARENA_NEW(w->a, struct story_cell);
			*cell = (struct story_cell){ claim->cell_sign.v[i], claim->cell_value.v[i], claim->cell_text.v[i], claim->cell_why.v[i], claim->cell_via.v[i] };
			ret->cells[c] = cell;
		}
	}
}

/* The three statements of the grid in one round trip. */
static int load(struct web *w, int64_t id, struct story_page *m, struct q_grid_rows_list *ret_rows)
{
	int r = q_story_by_id_send(w->db, &(struct q_story_by_id_in){ .id = id });
	if (r == 0)
		r = q_grid_columns_send(w->db, &(struct q_grid_columns_in){ .story_id = id });
	if (r == 0)
		r = q_grid_rows_send(w->db, &(struct q_grid_rows_in){ .story_id = id, .n = ROWS_MOST, .skip = 0 });
	if (r != 0)
		return ERR_MUST(r);
	int found = q_story_by_id_receive(w->db, w->a, &m->story);
	if (found < 0)
		return ERR_PASS(found);
	r = q_grid_columns_receive(w->db, w->a, &m->columns);
	if (r == 0)
		r = q_grid_rows_receive(w->db, w->a, ret_rows);
	return r != 0 ? ERR_MUST(r) : found == 0 ? 0 : WEB_NOT_FOUND;
}

static int show(struct web *w, struct story_page *m)
{
	struct q_grid_rows_list rows = { 0 };
	int r = load(w, w->args.id, m, &rows);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : r;
	m->rows = ARENA_ARRAY(w->a, struct story_row, rows.n);
	m->n_rows = rows.n;
	for (size_t i = 0; i < rows.n; i++)
		place_cells(w, m, &rows.v[i], &m->rows[i]);
	web_title(w, ROUTE_story_list, m->story.title);
	tmpl_story(web_out(w), w, m);
	return 0;
}

int story_show(struct web *w)
{
	return show(w, &(struct story_page){ 0 });
}

struct retitle {
	struct sv title;
	int64_t version;
};

static const struct http_field retitle_fields[] = {
	HTTP_FIELD(struct retitle, title, HTTP_LINE, .label = "The title", .max = 500, .required = true),
	HTTP_FIELD(struct retitle, version, HTTP_ID, .label = "The version", .required = true),
};

int story_title(struct web *w)
{
	struct retitle in = { 0 };
	struct story_page m = { 0 };
	struct actor who = web_actor(w);
	bool fit = web_read(w, retitle_fields, COUNT(retitle_fields), &in);
	m.typed_title = in.title;
	if (!fit)
		return show(w, &m);
	int r = story_rename(w->db, w->a, &who, w->args.id, web_version(in.version), in.title);
	if (r < 0)
		return ERR_PASS(r);
	if (r == 0)
		return web_redirect(w, LINK(story_show, .id = w->args.id), "title");
	m.is_stale = r == STORE_STALE;
	w->res->status = 409;
	return show(w, &m);
}
