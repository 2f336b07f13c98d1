#ifndef WORKER_GATHER_H
#define WORKER_GATHER_H
/*
 * Where a newly read article belongs: the story that tells of the same event, and for each of its claims the claim in that story
 * which asserts the same. What is not sure enough stays on its own; people put together what the machine keeps apart.
 */
#include "claim/claim.h"
#include "store/store.h"

struct gather_article {
	int64_t id, revision_id, source_id;
	int64_t published; /* INSTANT_NONE unknown: the day of fetching counts */
	int64_t fetched;
	struct sv title, text;
	const struct claim *claims;
	size_t n_claims;
};

/* The story it belongs to; a new one where none is like it. Call it in the transaction that stores the article. */
int gather_story(struct db *db, struct arena *a, const struct actor *who, const struct gather_article *article, int64_t *ret_story_id)
    __attribute__((warn_unused_result));
/*
 * Stores its claims as appearances, each under the claim it is heir of (`heirs`, one a claim, DB_NULL: none; NULL: no heirs at all), under
 * one of the story that it matches, or under a new one. *ret_places: the appearances, one a claim; DB_NULL: not stored.
 */
int gather_claims(struct db *db, struct arena *a, const struct gather_article *article, int64_t story_id, const int64_t *heirs, const int64_t **ret_places) __attribute__((warn_unused_result));
#endif
