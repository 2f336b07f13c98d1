#ifndef WEB_STORY_H
#define WEB_STORY_H
/*
 * Stories and their grids: claims as rows, sources as columns.
 */
#include "store/query.h"
#include "web/web.h"

struct story_list_page {
	struct q_story_list stories;
	int64_t page; /* from 1 */
	bool has_next;
};

/* What one source says in one row; sign empty: nothing. */
struct story_cell {
	struct sv sign, value, text, why, via;
};

struct story_row {
	const struct q_grid_rows *claim;
	const struct story_cell **cells; /* one a column, NULL: silent */
};

struct story_page {
	struct q_story story;
	struct q_grid_columns_list columns;
	struct story_row *rows;
	size_t n_rows;
	struct sv typed_title; /* of a refused correction */
	bool is_stale;
};
#endif
