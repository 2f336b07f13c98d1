#include "store/job.h"

#include "base/err.h"

static int add(struct db *db, struct arena *a, const struct actor *who, const struct job_request *in, struct job_place *ret)
{
	struct q_job_add added;
	struct q_job_open_by_key open;
	int r = q_job_add(db, a, &(struct q_job_add_in){ .kind = SV("read"), .url = in->url, .key = in->key, .host = in->host, .submitted_by = who->person_id }, &added);
	if (r == DB_NONE) {
		r = q_job_open_by_key(db, a, &(struct q_job_open_by_key_in){ .key = in->key }, &open);
		ret->job_id = r == 0 ? open.id : DB_NULL;
		return r == DB_NONE ? DB_BUSY : r; /* it ended between the two */
	}
	if (r != 0)
		return r;
	ret->job_id = added.id;
	ret->is_new = true;
	r = q_job_notify(db);
	return r == 0 ? store_audit(db, a, who, SV("job.submit"), SV("job"), added.id, FACTS({ "url", in->url })) : r;
}

int job_submit(struct db *db, struct arena *a, const struct actor *who, const struct job_request *in, struct job_place *ret)
{
	AUTO_TRANSACTION t = { 0 };
	struct q_article_version known;
	*ret = (struct job_place){ .job_id = DB_NULL, .article_id = DB_NULL };
	int r = db_begin(db, &t);
	if (r == 0)
		r = q_article_by_url(db, a, &(struct q_article_by_url_in){ .url = in->key }, &known);
	if (r == 0)
		ret->article_id = known.id;
	else if (r == DB_NONE)
		r = add(db, a, who, in, ret);
	return store_end(&t, r);
}

int job_retry(struct db *db, struct arena *a, const struct actor *who, int64_t id)
{
	AUTO_TRANSACTION t = { 0 };
	struct q_job_retry row;
	int r = db_begin(db, &t);
	if (r == 0)
		r = q_job_retry(db, a, &(struct q_job_retry_in){ .id = id }, &row);
	if (r == DB_NONE)
		r = DB_REFUSED;
	if (r == 0)
		r = q_job_notify(db);
	if (r == 0)
		r = store_audit(db, a, who, SV("job.retry"), SV("job"), id, NULL, 0);
	return store_end(&t, r);
}

/*
 * 1, 5, 30 minutes, give or take a fifth, or what the site asks and up to a fifth more; the spread comes from the job's number, so that
 * a host's jobs do not return together.
 */
static int32_t wait_before(const struct q_job_lease *lease, int retry_after)
{
	static const int32_t seconds[JOB_TRIES] = { 60, 300, 1800 };
	int32_t tries = lease->attempts < 1 ? 1 : lease->attempts > JOB_TRIES ? JOB_TRIES : lease->attempts;
	int32_t base = retry_after > 0 ? retry_after : seconds[tries - 1], spread = (int32_t)((lease->id * 7919 + lease->attempts) % 41 - 20);
	if (retry_after > 0 && spread < 0)
		spread = -spread;
	return base + spread * base / 100;
}

int job_fail(struct db *db, struct arena *a, const struct actor *who, const struct q_job_lease *lease, const struct job_fault *fault)
{
	AUTO_TRANSACTION t = { 0 };
	struct q_job_again again;
	struct q_job_failed failed;
	int r = db_begin(db, &t);
	if (r != 0)
		return store_end(&t, r);
	if (fault->can_pass && lease->attempts < JOB_TRIES) {
		r = q_job_again(db, a, &(struct q_job_again_in){ .id = lease->id, .lease_token = lease->lease_token, .reason_code = fault->code, .reason = fault->reason,
		    .wait_seconds = wait_before(lease, fault->retry_after) }, &again);
		return store_end(&t, r);
	}
	r = q_job_failed(db, a, &(struct q_job_failed_in){ .id = lease->id, .lease_token = lease->lease_token, .reason_code = fault->code, .reason = fault->reason }, &failed);
	if (r == 0)
		r = store_audit(db, a, who, SV("job.fail"), SV("job"), lease->id, FACTS({ "url", lease->url }, { "code", fault->code }, { "reason", fault->reason }));
	return store_end(&t, r);
}
