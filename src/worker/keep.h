#ifndef WORKER_KEEP_H
#define WORKER_KEEP_H
/*
 * Stores what a job brought, in one transaction with the job's end: snapshot, article, text, claims, story and its grid. Either
 * all of it is there afterwards and the job is done, or nothing is.
 */
#include "net/fetch.h"
#include "store/store.h"
#include "worker/parser.h"

struct keep {
	const struct q_job_lease *lease;
	const struct fetch *fetch;
	const struct parser_answer *answer;
};

/* 0; STORE_MISSING: the lease was lost; STORE_BUSY: another try helps; STORE_DENIED: the article was taken down. */
int keep_reading(struct db *db, struct arena *a, const struct actor *who, const struct keep *in) __attribute__((warn_unused_result));
/* The same for an answer that nothing has changed (FETCH_UNCHANGED), kept as proof. STORE_MISSING also: no such article. */
int keep_unchanged(struct db *db, struct arena *a, const struct keep *in) __attribute__((warn_unused_result));
#endif
