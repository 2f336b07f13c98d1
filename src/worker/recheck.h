#ifndef WORKER_RECHECK_H
#define WORKER_RECHECK_H
/*
 * When an article is looked at again: often in its first hour, then every hour, every day, every week, and after a year no more.
 * What a desk pins is looked at every hour.
 */
#include "store/store.h"

/* The instant of the next look at an article that came out at `since`; INSTANT_NONE: none. */
int64_t recheck_next(int64_t since, int64_t now, bool is_pinned);
/* Sets the next look of an article that was read just now. Outcomes of the database. */
int recheck_plan(struct db *db, int64_t article_id, int64_t published, int64_t now) __attribute__((warn_unused_result));
/* Puts articles whose time has come into the queue, as jobs of kind 'recheck'. *ret_n says how many. */
int recheck_queue(struct db *db, struct arena *a, size_t *ret_n) __attribute__((warn_unused_result));
#endif
