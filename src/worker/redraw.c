#include "worker/redraw.h"

#include "base/err.h"
#include "base/vec.h"
#include "compare/compare.h"
#include "compare/grid.h"
#include "store/story.h"
#include "worker/stored.h"

#define RELATIONS_MAX 4000

/* What is shown of a cell against the row's reference; one article alone neither differs nor agrees. */
static struct sv sign_of(const struct grid_row *row, const struct grid_cell *cell)
{
	if (row->n_sources > 1 && cell->is.relation >= RELATION_DIFFER)
		return SV("differs");
	if (cell->says == GRID_CARRIES)
		return SV("carried");
	if (row->n_sources < 2 || cell->is.relation == RELATION_NOT_COMPARABLE)
		return SV("alone");
	return SV("agrees");
}

static bool is_contradiction(const struct grid_row *row, const struct grid_cell *cell)
{
	return row->n_sources > 1 && cell->is.relation == RELATION_CONTRADICT;
}

/* A claim's standing, gathered over the rows it appears in. */
struct standing {
	int64_t claim_id;
	int32_t n_disagreements;
	size_t n_sources;
	double priority, score;
};

struct drawing {
	struct arena *a;
	const struct stored_story *story;
	const struct grid *grid;
	VEC(struct q_grid_add_row_in) rows;
	VEC(struct standing) standings;
	int32_t n_disagreements;
};

/* Cells as columns of equal length, without the silent ones. */
static void fill_cells(struct drawing *d, const struct grid_row *row, struct q_grid_add_row_in *out)
{
	size_t most = d->grid->n_columns, n = 0;
	int32_t *column = ARENA_ARRAY(d->a, int32_t, most);
	int64_t *appearance = ARENA_ARRAY(d->a, int64_t, most);
	struct sv *texts[5];
	for (size_t i = 0; i < 5; i++)
		texts[i] = ARENA_ARRAY(d->a, struct sv, most);
	for (size_t i = 0; i < most; i++) {
		const struct grid_cell *cell = &row->cells[i];
		if (cell->says == GRID_SILENT || cell->n_claims == 0)
			continue;
		column[n] = (int32_t)i;
		appearance[n] = d->story->articles[d->grid->columns[i].article].appearances[cell->claims[0]].id;
		texts[0][n] = cell->value;
		texts[1][n] = cell->sentence;
		texts[2][n] = sign_of(row, cell);
		texts[3][n] = cell->is_reference ? SV_NONE : cell->is.why;
		texts[4][n++] = cell->carried_from;
		out->disagreement += is_contradiction(row, cell);
	}
	for (size_t k = 0; k < 5; k++)
		for (size_t i = 0; i < n; i++)
			if (texts[k][i].p == NULL)
				texts[k][i] = SV("");
	out->cell_column = (struct db_int4s){ column, n };
	out->cell_appearance = (struct db_int8s){ appearance, n };
	out->cell_value = (struct db_texts){ texts[0], n };
	out->cell_text = (struct db_texts){ texts[1], n };
	out->cell_sign = (struct db_texts){ texts[2], n };
	out->cell_why = (struct db_texts){ texts[3], n };
	out->cell_via = (struct db_texts){ texts[4], n };
}

static struct standing *standing_of(struct drawing *d, int64_t claim_id)
{
	for (size_t i = 0; i < d->standings.n; i++)
		if (d->standings.v[i].claim_id == claim_id)
			return &d->standings.v[i];
	struct standing *s = VEC_PUSH(d->a, &d->standings);
	s->claim_id = claim_id;
	return s;
}

/* Every claim in the row's cells takes the best of the row's standing. */
static void count_row(struct drawing *d, const struct grid_row *row, int32_t disagreement)
{
	for (size_t c = 0; c < d->grid->n_columns; c++) {
		const struct stored_article *article = &d->story->articles[d->grid->columns[c].article];
		for (size_t i = 0; i < row->cells[c].n_claims; i++) {
			size_t at = row->cells[c].claims[i];
			struct standing *s = standing_of(d, article->appearances[at].claim_id);
			s->n_disagreements = disagreement > s->n_disagreements ? disagreement : s->n_disagreements;
			s->n_sources = row->n_sources > s->n_sources ? row->n_sources : s->n_sources;
			s->priority = row->priority > s->priority ? row->priority : s->priority;
			s->score = article->claims[at].score > s->score ? article->claims[at].score : s->score;
		}
	}
}

static void draw_rows(struct drawing *d)
{
	for (size_t i = 0; i < d->grid->n_rows; i++) {
		const struct grid_row *row = &d->grid->rows[i];
		struct q_grid_add_row_in *out = VEC_PUSH(d->a, &d->rows);
		out->claim_id = d->story->articles[row->article].appearances[row->claim].claim_id;
		out->slot = row->slot.n > 0 ? row->slot : row->wording;
		out->why = row->why.n > 0 ? row->why : SV("");
		fill_cells(d, row, out);
		count_row(d, row, out->disagreement);
		d->n_disagreements += out->disagreement > 0;
	}
}

/* Why a claim stands where it does in the queue, in words. */
static struct db_texts reasons_of(struct arena *a, const struct standing *s)
{
	struct sv *v = ARENA_ARRAY(a, struct sv, 3);
	size_t n = 0;
	if (s->n_disagreements > 0)
		v[n++] = SV("sources contradict each other");
	if (s->n_sources > 1)
		v[n++] = arena_printf(a, "%zu sources speak of it", s->n_sources);
	if (s->score >= 0.5)
		v[n++] = arena_printf(a, "worth checking: %.0f %%", s->score * 100);
	return (struct db_texts){ v, n };
}

static const struct story_claim *claims_of(struct drawing *d)
{
	struct story_claim *v = ARENA_ARRAY(d->a, struct story_claim, d->standings.n);
	for (size_t i = 0; i < d->standings.n; i++) {
		const struct standing *s = &d->standings.v[i];
		v[i] = (struct story_claim){ s->claim_id, s->n_disagreements, s->priority, reasons_of(d->a, s) };
	}
	return v;
}

/* Every pair of claims that can be compared, as arrays of equal length with the lower appearance first. */
static struct q_relation_add_in relate(struct arena *a, const struct stored_story *story)
{
	VEC(struct compare_item) items = { 0 };
	VEC(int64_t) ids = { 0 };
	struct compare_pairs pairs;
	for (size_t i = 0; i < story->n_articles; i++) {
		const struct stored_article *article = &story->articles[i];
		for (size_t k = 0; k < article->n_claims; k++) {
			int32_t day = article->published == INSTANT_NONE ? DAY_NONE : day_of_instant(article->published);
			*VEC_PUSH(a, &items) = (struct compare_item){ &article->claims[k], i, day };
			*VEC_PUSH(a, &ids) = article->appearances[k].id;
		}
	}
	compare_all(a, items.v, items.n, &pairs);
	size_t most = pairs.n < RELATIONS_MAX ? pairs.n : RELATIONS_MAX;
	int64_t *from = ARENA_ARRAY(a, int64_t, most), *to = ARENA_ARRAY(a, int64_t, most);
	struct sv *names = ARENA_ARRAY(a, struct sv, most), *whys = ARENA_ARRAY(a, struct sv, most);
	for (size_t i = 0; i < most; i++) {
		int64_t x = ids.v[pairs.v[i].a], y = ids.v[pairs.v[i].b];
		from[i] = x < y ? x : y;
		to[i] = x < y ? y : x;
		names[i] = relation_name(pairs.v[i].is.relation);
		whys[i] = pairs.v[i].is.why.p == NULL ? SV("") : pairs.v[i].is.why;
	}
	return (struct q_relation_add_in){ .a_ids = { from, most }, .b_ids = { to, most }, .relations = { names, most }, .whys = { whys, most } };
}

static void draw(struct arena *a, const struct stored_story *story, struct grid *ret)
{
	struct grid_article *articles = ARENA_ARRAY(a, struct grid_article, story->n_articles);
	for (size_t i = 0; i < story->n_articles; i++) {
		const struct stored_article *from = &story->articles[i];
		articles[i] = (struct grid_article){ from->source, from->published, from->text, from->claims, from->n_claims };
	}
	grid_build(a, articles, story->n_articles, ret);
}

int redraw_story(struct db *db, struct arena *a, int64_t story_id)
{
	struct stored_story story;
	struct grid grid;
	int r = stored_story(db, a, story_id, &story);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : store_outcome(r);
	draw(a, &story, &grid);
	struct drawing d = { .a = a, .story = &story, .grid = &grid };
	draw_rows(&d);
	int64_t *columns = ARENA_ARRAY(a, int64_t, grid.n_columns);
	for (size_t i = 0; i < grid.n_columns; i++)
		columns[i] = story.articles[grid.columns[i].article].id;
	struct story_grid out = { .story_id = story_id, .columns = columns, .n_columns = grid.n_columns, .rows = d.rows.v, .n_rows = d.rows.n,
		.relations = relate(a, &story), .claims = claims_of(&d), .n_claims = d.standings.n, .n_disagreements = d.n_disagreements };
	r = story_replace_grid(db, a, &out);
	return r < 0 ? ERR_PASS(r) : r;
}
