#ifndef STORE_STORY_H
#define STORE_STORY_H
/*
 * Stories and their grids. The worker computes a grid (compare/) and hands it over whole; the page reads it with
 * q_grid_columns and q_grid_rows alone. Reading: q_story_by_id, q_story_recent, q_appearance_of_story, q_relation_of_claim.
 */
#include "store/store.h"

int story_make(struct db *db, struct arena *a, const struct actor *who, struct sv title, int32_t day, int64_t *ret_id);
/* Puts an article, its appearances and their claims into a story. STORE_MISSING: no such story. */
int story_put_article(struct db *db, struct arena *a, const struct actor *who, int64_t story_id, int64_t article_id);
/* STORE_MISSING, STORE_STALE. */
int story_rename(struct db *db, struct arena *a, const struct actor *who, int64_t id, int32_t version, struct sv title);

/* A claim's place in the queue; its reasons are the terms of the sum, in words. */
struct story_claim {
	int64_t claim_id;
	int32_t n_disagreements;
	double priority;
	struct db_texts reasons;
};
struct story_grid {
	int64_t story_id;
	const int64_t *columns; /* articles, in the order of the columns */
	size_t n_columns;
	const struct q_grid_add_row_in *rows; /* story_id and pos are set here */
	size_t n_rows;
	struct q_relation_add_in relations; /* arrays of equal length, a < b each; story_id is set here */
	const struct story_claim *claims;
	size_t n_claims;
	int32_t n_disagreements; /* rows in which sources contradict each other */
};
/* Replaces the story's grid, relations and counts in one transaction. STORE_MISSING. */
int story_replace_grid(struct db *db, struct arena *a, const struct story_grid *in);
#endif
