#ifndef STORE_REVIEW_H
#define STORE_REVIEW_H
/*
 * The desk's work on claims. Every save carries the claim's version that was seen; an older one is refused as STORE_STALE and
 * its text kept (q_kept_edit_list). Whether a role may do it is decided before (auth/). Reading: q_claim_queue, q_claim_by_id,
 * q_appearance_of_claim, q_verdict_list, q_evidence_list, q_note_list, q_flag_list, q_flag_of_person, q_scale_current.
 */
#include "store/store.h"

struct review_seen {
	int64_t claim_id;
	int32_t version;
};
/* Rates the claim on the desk's current scale. STORE_MISSING, STORE_STALE, STORE_DENIED (no such rating). */
int review_verdict(struct db *db, struct arena *a, const struct actor *who, struct review_seen seen, struct sv rating, struct sv reason);
/* Calls for another's attention; assignee_id DB_NULL: nobody in particular. STORE_MISSING, STORE_STALE, STORE_DENIED (no such person). */
int review_flag(struct db *db, struct arena *a, const struct actor *who, struct review_seen seen, struct sv reason, int64_t assignee_id, int64_t *ret_id);
/* Answers a flag; the last open one answered, the claim is unflagged. STORE_MISSING, STORE_STALE (kept; also: answered already). */
int review_answer_flag(struct db *db, struct arena *a, const struct actor *who, int64_t flag_id, int32_t version, struct sv answer);
/* Another wording; a verdict on the old one is reopened. STORE_MISSING, STORE_STALE. */
int review_reword(struct db *db, struct arena *a, const struct actor *who, struct review_seen seen, struct sv wording);

/* Added beside what is there, so no version is needed. STORE_MISSING; STORE_DENIED: empty, too long, unknown stance or part. */
int review_note(struct db *db, struct arena *a, const struct actor *who, int64_t claim_id, struct sv text);
int review_evidence(struct db *db, struct arena *a, const struct actor *who, int64_t claim_id, struct sv url, struct sv shows, struct sv stance);
/* What a person says the machine read wrongly: part is claim, quantity, date, speaker, via, relation or other. */
int review_correct_machine(struct db *db, struct arena *a, const struct actor *who, int64_t appearance_id, struct sv part, struct sv said);

/* A claim the machine missed, from a selection in an article: code points [start, end) of the revision's text, within one line. */
struct review_selection {
	int64_t article_id, revision_id;
	int32_t start, end;
	struct sv quote;   /* what was selected: it must be what stands there */
	struct sv wording; /* empty: the quote itself */
};
/* STORE_MISSING; STORE_STALE: the article has a newer text; STORE_DENIED: no such place, over a line's end, or another text there. */
int review_add_claim(struct db *db, struct arena *a, const struct actor *who, const struct review_selection *in, int64_t *ret_claim_id);
#endif
