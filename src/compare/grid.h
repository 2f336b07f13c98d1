#ifndef COMPARE_GRID_H
#define COMPARE_GRID_H
/*
 * The grid of a story: rows are what is asserted, columns the articles, a cell what that article says about it. Pure: the
 * worker stores what comes out, the page shows it. All strings are views of the articles' text or live in the arena.
 */
#include "compare/compare.h"

/* Rows times columns is held under this: the rows of least priority are left out, and grid.n_left_out says how many. */
#define GRID_CELLS 200000

struct grid_article {
	struct sv source;  /* the outlet's name, as the column's head shows it */
	int64_t published; /* instant; INSTANT_NONE unknown: such a column stands last */
	struct sv text;    /* the text that the claims' spans point into */
	const struct claim *claims;
	size_t n_claims;
};

struct grid_column {
	size_t article; /* index into the articles that were given */
	struct sv source;
	int64_t published;
};

enum grid_says {
	GRID_SILENT,  /* the article says nothing about it; every other field is empty */
	GRID_SAYS,    /* asserts it itself, or through a speaker of its own */
	GRID_CARRIES, /* has it from another outlet or document: `carried_from` */
	GRID_DENIES,  /* negates it or reports a denial */
	GRID_SAYS_N
};

struct grid_cell {
	enum grid_says says;
	struct sv value;    /* as written with hedge and unit, "about 5,200"; several joined by "; "; empty in a row without number */
	struct sv sentence; /* the whole sentence of the first claim */
	struct span marked; /* where the first value stands in the article's text, to be marked; empty: none */
	struct sv speaker;  /* who says so; p == NULL: the article itself */
	struct sv carried_from;
	bool is_reference;       /* the row's reference: the value that most articles agree with, the earliest of them on a tie */
	struct comparison is;    /* to the reference, the best of its claims; RELATION_EQUAL for the reference itself */
	const size_t *claims;    /* indexes into the article's claims, ascending */
	size_t n_claims;
};

struct grid_row {
	struct sv slot;          /* what is asked: "US troops in Iraq, after the cut"; without a number the wording, shortened */
	struct sv wording;       /* the reference claim's own words */
	size_t article, claim;   /* where the wording stands */
	enum relation relation;  /* the gravest of its cells to the reference: contradict, differ, not comparable, then the weakest
				    agreement; equal with one cell */
	struct sv why;           /* of that relation, one sentence; empty with one cell */
	size_t n_sources;        /* cells that are not silent */
	double score;            /* highest check-worthiness of its claims, 0..1 */
	double priority;         /* rows stand by this, descending: contradict before differ before agreement, then sources, then score */
	const struct grid_cell *cells; /* one a column */
};

struct grid {
	const struct grid_column *columns; /* by time */
	size_t n_columns;
	const struct grid_row *rows;
	size_t n_rows, n_left_out;
};

/* Every claim stands in at least one row: one a number that it gives, or one for its wording. */
void grid_build(struct arena *a, const struct grid_article *articles, size_t n, struct grid *ret);
#endif
