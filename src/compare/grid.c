#include "compare/grid.h"

#include <stdlib.h>

#include "base/limits.h"
#include "base/vec.h"
#include "claim/outlet_way.h"
#include "compare/interval.h"
#include "compare/measure.h"
#include "compare/story.h"
#include "compare/term.h"

/* A row's reference is chosen among its first articles; more of them would not change it, only cost. */
#define VOTERS 48

/* One number of one claim, or the claim's wording where it has none. */
struct node {
	struct compare_item item; /* .article is the column */
	size_t claim;
	const struct quantity *q;
	struct measure m;
	struct terms words;
	size_t next; /* of the same row; SIZE_MAX at the end */
};

struct group {
	size_t first, last;
	size_t n;
};

struct builder {
	struct arena *a;
	const struct grid_article *articles;
	const struct grid_column *columns;
	size_t n_columns;
	VEC(struct node) nodes;
	VEC(struct group) groups;
};

static int by_time(const void *x, const void *y)
{
	const struct grid_column *a = x, *b = y;
	bool a_known = a->published != INSTANT_NONE, b_known = b->published != INSTANT_NONE;
	if (a_known != b_known)
		return a_known ? -1 : 1;
	if (a->published != b->published)
		return a->published < b->published ? -1 : 1;
	return a->article < b->article ? -1 : 1;
}

static const struct grid_column *columns_of(struct arena *a, const struct grid_article *articles, size_t n)
{
	struct grid_column *v = ARENA_ARRAY(a, struct grid_column, n);
	for (size_t i = 0; i < n; i++)
		v[i] = (struct grid_column){ i, articles[i].source, articles[i].published };
	if (n > 0)
		qsort(v, n, sizeof *v, by_time);
	return v;
}

static const struct grid_article *article_of(const struct builder *b, const struct node *n)
{
	return &b->articles[b->columns[n->item.article].article];
}

static bool is_same_number(const struct node *x, const struct node *y)
{
	return x->m.moment == y->m.moment && measure_is_one_series(&x->m, &y->m);
}

static bool is_same_wording(struct arena *scratch, const struct node *x, const struct node *y)
{
	struct sameness same;
	size_t least = x->words.n < y->words.n ? x->words.n : y->words.n;
	if (least < 2 || 2 * term_common(&x->words, &y->words) < least)
		return false;
	arena_reset(scratch);
	story_same_claim(scratch, x->item.claim, y->item.claim, &same);
	return same.score >= CLAIM_JOIN && (!same.is_blocked || sv_eq(same.differing, SV("a negation")));
}

static bool belongs(struct arena *scratch, const struct node *row, const struct node *x)
{
	if ((row->q == NULL) != (x->q == NULL))
		return false;
	return x->q != NULL ? is_same_number(row, x) : is_same_wording(scratch, row, x);
}

/* Leader clustering: a node joins the first row whose first node it matches. */
static void place_node(struct builder *b, struct arena *scratch, size_t at)
{
	for (size_t g = 0; g < b->groups.n; g++) {
		struct group *group = &b->groups.v[g];
		if (!belongs(scratch, &b->nodes.v[group->first], &b->nodes.v[at]))
			continue;
		b->nodes.v[group->last].next = at;
		group->last = at;
		group->n++;
		return;
	}
	*VEC_PUSH(b->a, &b->groups) = (struct group){ at, at, 1 };
}

static void add_node(struct builder *b, size_t column, const struct claim *c, size_t claim, const struct quantity *q)
{
	struct node *n = VEC_PUSH(b->a, &b->nodes);
	int64_t published = b->columns[column].published;
	n->item = (struct compare_item){ c, column, published == INSTANT_NONE ? DAY_NONE : day_of_instant(published) };
	n->claim = claim;
	n->q = q;
	n->next = SIZE_MAX;
	if (q != NULL) {
		measure_of(b->a, c, q, n->item.published, &n->m);
	} else {
		struct terms all;
		term_list(b->a, c->quote, &all);
		term_set(b->a, &all, &n->words);
	}
}

static void gather(struct builder *b)
{
	AUTO_ARENA scratch = arena_new(MIB(4));
	for (size_t col = 0; col < b->n_columns; col++) {
		const struct grid_article *art = &b->articles[b->columns[col].article];
		for (size_t c = 0; c < art->n_claims; c++) {
			const struct claim *claim = &art->claims[c];
			for (size_t q = 0; q < claim->n_quantities; q++)
				add_node(b, col, claim, c, &claim->quantities[q]);
			if (claim->n_quantities == 0)
				add_node(b, col, claim, c, NULL);
		}
	}
	for (size_t i = 0; i < b->nodes.n; i++)
		place_node(b, scratch, i);
}

static struct comparison compare_nodes(struct arena *a, const struct node *x, const struct node *y)
{
	if (x->q != NULL)
		return compare_values(a, &x->item, x->q, &y->item, y->q);
	return compare_claims(a, &x->item, &y->item);
}

/* The node that most others agree with; the earliest on a tie. */
static size_t reference_of(const struct builder *b, const struct group *g)
{
	AUTO_ARENA scratch = arena_new(MIB(32));
	size_t best = g->first, best_votes = 0, tried = 0;
	for (size_t i = g->first; i != SIZE_MAX && tried < VOTERS; i = b->nodes.v[i].next, tried++) {
		size_t votes = 0, asked = 0;
		for (size_t j = g->first; j != SIZE_MAX && asked < VOTERS; j = b->nodes.v[j].next, asked++) {
			arena_reset(scratch);
			votes += i != j && relation_agrees(compare_nodes(scratch, &b->nodes.v[i], &b->nodes.v[j]).relation);
		}
		if (votes > best_votes) {
			best = i;
			best_votes = votes;
		}
	}
	return best;
}

/* Contradict before differ before not comparable; among those that agree the weakest. */
static int gravity(enum relation r)
{
	static const int by[RELATION_N] = {
		[RELATION_CONTRADICT] = 6, [RELATION_DIFFER] = 5, [RELATION_NOT_COMPARABLE] = 4, [RELATION_IMPLIED] = 3,
		[RELATION_OVERLAP] = 2, [RELATION_ROUNDING] = 1, [RELATION_EQUAL] = 0,
	};
	return by[r];
}

/*
 * A cell stands for the best that its article says: an article with two figures agrees if one of them does. Where none
 * does, the gravest is told.
 */
static bool tells_more(enum relation new, enum relation old)
{
	if (relation_agrees(new) != relation_agrees(old))
		return relation_agrees(new);
	return relation_agrees(new) ? gravity(new) < gravity(old) : gravity(new) > gravity(old);
}

static enum grid_says says_of(const struct claim *c)
{
	if (c->negated || c->hedge == HEDGE_DENIED)
		return GRID_DENIES;
	/* A statement or a court filing is a source's own reading, not another source. */
	return c->said.via.n > 0 && !outlet_way_is_document(c->said.via) ? GRID_CARRIES : GRID_SAYS;
}

/* Adds one node to its column's cell; a second number of the same article is written behind the first. */
static void fill_cell(struct builder *b, struct grid_cell *cell, const struct node *n, bool is_reference, struct comparison is)
{
	const struct claim *c = n->item.claim;
	if (cell->says == GRID_SILENT) {
		cell->says = says_of(c);
		cell->sentence = sv_sub(article_of(b, n)->text, c->sentence.start, c->sentence.end);
		cell->sentence = cell->sentence.n > 0 ? cell->sentence : c->quote;
		cell->speaker = c->said.speaker;
		cell->carried_from = c->said.via;
		cell->value = n->q != NULL ? interval_words(b->a, n->q) : SV_NONE;
		cell->marked = n->q != NULL ? n->q->at : (struct span){ 0 };
		cell->is = is;
	} else if (n->q != NULL && !sv_has(cell->value, interval_words(b->a, n->q))) {
		cell->value = arena_printf(b->a, SV_FMT "; " SV_FMT, SV_ARG(cell->value), SV_ARG(interval_words(b->a, n->q)));
	}
	if (is_reference || tells_more(is.relation, cell->is.relation))
		cell->is = is;
	cell->is_reference |= is_reference;
}

static void add_claim(struct builder *b, struct grid_cell *cell, size_t claim)
{
	if (cell->n_claims > 0 && cell->claims[cell->n_claims - 1] == claim)
		return;
	size_t *grown = ARENA_ARRAY(b->a, size_t, cell->n_claims + 1);
	for (size_t i = 0; i < cell->n_claims; i++)
		grown[i] = cell->claims[i];
	grown[cell->n_claims++] = claim;
	cell->claims = grown;
}

static struct sv slot_of(const struct builder *b, const struct group *g, const struct node *ref)
{
	const struct node *best = ref;
	for (size_t i = g->first; i != SIZE_MAX; i = b->nodes.v[i].next) {
		const struct node *n = &b->nodes.v[i];
		if (n->q != NULL && n->q->of.n + n->q->place.n > best->q->of.n + best->q->place.n)
			best = n;
	}
	return story_slot(b->a, best->item.claim, best->q);
}

static void read_row(struct builder *b, const struct group *g, size_t ref_at, struct grid_row *row, struct grid_cell *cells)
{
	const struct node *ref = &b->nodes.v[ref_at];
	*row = (struct grid_row){ .wording = ref->item.claim->quote, .article = b->columns[ref->item.article].article, .claim = ref->claim,
		.relation = RELATION_EQUAL, .cells = cells };
	row->slot = ref->q != NULL ? slot_of(b, g, ref) : story_slot(b->a, ref->item.claim, NULL);
	for (size_t i = g->first; i != SIZE_MAX; i = b->nodes.v[i].next) {
		const struct node *n = &b->nodes.v[i];
		struct grid_cell *cell = &cells[n->item.article];
		struct comparison is = i == ref_at ? (struct comparison){ RELATION_EQUAL, SV_NONE } : compare_nodes(b->a, ref, n);
		bool fresh = cell->says == GRID_SILENT;
		row->n_sources += fresh;
		fill_cell(b, cell, n, i == ref_at, is);
		add_claim(b, cell, n->claim);
		if (n->item.claim->score > row->score)
			row->score = n->item.claim->score;
	}
	for (size_t c = 0; c < b->n_columns; c++)
		if (cells[c].says != GRID_SILENT && !cells[c].is_reference
		    && (row->why.n == 0 || gravity(cells[c].is.relation) > gravity(row->relation))) {
			row->relation = cells[c].is.relation;
			row->why = cells[c].is.why;
		}
}

/* A row is worth a look for its disagreement first, then for how many say it, then for what it claims. */
static double priority_of(const struct grid_row *row)
{
	double disagreement = row->relation == RELATION_CONTRADICT ? 100 : row->relation == RELATION_DIFFER ? 50 : 0;
	double sources = (double)(row->n_sources < 40 ? row->n_sources : 40);
	return disagreement + sources + row->score;
}

static int by_size(const void *x, const void *y)
{
	const struct group *a = x, *b = y;
	if (a->n != b->n)
		return a->n > b->n ? -1 : 1;
	return a->first < b->first ? -1 : 1;
}

static int by_priority(const void *x, const void *y)
{
	const struct grid_row *a = x, *b = y;
	if (a->priority < b->priority || a->priority > b->priority)
		return a->priority > b->priority ? -1 : 1;
	return a->article != b->article ? (a->article < b->article ? -1 : 1) : a->claim < b->claim ? -1 : a->claim > b->claim;
}

void grid_build(struct arena *a, const struct grid_article *articles, size_t n, struct grid *ret)
{
	struct builder b = { .a = a, .articles = articles, .columns = columns_of(a, articles, n), .n_columns = n };
	gather(&b);
	size_t n_rows = n > 0 && b.groups.n > GRID_CELLS / n ? GRID_CELLS / n : b.groups.n;
	if (b.groups.n > 0 && n_rows < b.groups.n) /* the rows that most sources fill are kept */
		qsort(b.groups.v, b.groups.n, sizeof *b.groups.v, by_size);
	struct grid_row *rows = ARENA_ARRAY(a, struct grid_row, n_rows);
	for (size_t i = 0; i < n_rows; i++) {
		struct grid_cell *cells = ARENA_ARRAY(a, struct grid_cell, n);
		read_row(&b, &b.groups.v[i], reference_of(&b, &b.groups.v[i]), &rows[i], cells);
		rows[i].priority = priority_of(&rows[i]);
	}
	if (n_rows > 0)
		qsort(rows, n_rows, sizeof *rows, by_priority);
	*ret = (struct grid){ b.columns, n, rows, n_rows, b.groups.n - n_rows };
}
