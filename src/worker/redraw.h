#ifndef WORKER_REDRAW_H
#define WORKER_REDRAW_H
/*
 * Computes a story's grid, the relations between its appearances and its claims' places in the queue from what is stored, and
 * stores them whole for the page to read. Run after anything in the story changed.
 */
#include "store/store.h"

/* Outcomes of store/: STORE_MISSING (no such story), STORE_BUSY. */
int redraw_story(struct db *db, struct arena *a, int64_t story_id) __attribute__((warn_unused_result));
#endif
