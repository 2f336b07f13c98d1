#ifndef STORE_JOB_H
#define STORE_JOB_H
/*
 * The queue of pages to fetch and read. The web side adds and asks for another try; the worker takes under a lease, whose token
 * fences: once the lease has lapsed and another took the job, nothing the first one sends counts (STORE_MISSING).
 * Reading: q_job_list, q_job_by_ids, q_job_counts; the worker's small steps: q_job_claim, q_job_reading, q_job_extend, q_job_done.
 */
#include "store/store.h"

#define JOB_LEASE_SECONDS 120
#define JOB_TRIES 3
/* The channel db_listen() hears new jobs on. */
#define JOB_CHANNEL "job"

struct job_request {
	struct sv url;  /* as it will be fetched */
	struct sv key;  /* the article's identity: two submissions with one key are one job */
	struct sv host;
};
struct job_place {
	int64_t job_id;     /* DB_NULL where the article is known already */
	int64_t article_id; /* DB_NULL while it is not */
	bool is_new;
};
/* Adds a job, or finds the article or the open job this URL leads to. */
int job_submit(struct db *db, struct arena *a, const struct actor *who, const struct job_request *in, struct job_place *ret);
/* Another try of a failed job. STORE_DENIED: it is not failed, or another of the same URL is under way. */
int job_retry(struct db *db, struct arena *a, const struct actor *who, int64_t id);
/* Why a try ended without an article. */
struct job_fault {
	struct sv code, reason;
	bool can_pass;
	int retry_after; /* seconds the site asks to wait; 0: it does not say */
};
/*
 * Ends a try that failed: back to the queue for 1, 5, 30 minutes, or as long as the site asks (with jitter), where it can pass and
 * tries are left, else failed for good. STORE_MISSING: the lease was lost.
 */
int job_fail(struct db *db, struct arena *a, const struct actor *who, const struct q_job_lease *lease, const struct job_fault *fault);
#endif
