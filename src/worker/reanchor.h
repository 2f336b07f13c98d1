#ifndef WORKER_REANCHOR_H
#define WORKER_REANCHOR_H
/*
 * A later text of a known article: each claim of the text before it is found again in the new one (compare/revision.h), keeps its
 * identity there, and what the edit did to it is stored. A review that it touches is reopened by the database.
 */
#include "compare/revision.h"
#include "store/store.h"
#include "worker/gather.h"

/* An appearance in the text before, and where it stands now. */
struct reanchor_link {
	const struct q_appearance *before;
	struct anchor now;
	size_t claim; /* index of the new reading's claim in its place; SIZE_MAX: none */
};

struct reanchor {
	const struct reanchor_link *links;
	size_t n;
	const int64_t *heirs; /* one a claim of the new reading: the claim it goes on, DB_NULL for a new one */
};

/* `before` is the earlier text with its appearances; the article's claims are those of the new one. Stores nothing. */
int reanchor_find(struct arena *a, struct sv before, const struct q_appearance_list *appearances, const struct gather_article *article, struct reanchor *ret)
    __attribute__((warn_unused_result));
/*
 * Stores what was found; `places` holds the new reading's appearances, one a claim (DB_NULL: not stored). What a person added, or the
 * machine no longer finds worth reading, is carried over. Outcomes of store/.
 */
int reanchor_keep(struct db *db, struct arena *a, const struct gather_article *article, int64_t story_id, const struct reanchor *in, const int64_t *places)
    __attribute__((warn_unused_result));
#endif
