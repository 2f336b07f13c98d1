#ifndef WORKER_STORED_H
#define WORKER_STORED_H
/* A story's articles and claims out of the database, as the structs that compare/ works on. */
#include "claim/claim.h"
#include "store/store.h"

struct stored_article {
	int64_t id, source_id, published; /* published: INSTANT_NONE unknown */
	struct sv source, title, text;
	const struct claim *claims;
	const struct q_appearance *appearances; /* one a claim, in the same order */
	size_t n_claims;
};

struct stored_story {
	const struct stored_article *articles;
	size_t n_articles;
};

/* All that is up (not taken down), each with its newest text. At most 5,000 appearances. */
int stored_story(struct db *db, struct arena *a, int64_t story_id, struct stored_story *ret) __attribute__((warn_unused_result));
#endif
