/* `crosscheck submit`: queues addresses for the worker, and with --wait tells how each one ended. */
#include <errno.h>
#include <unistd.h>

#include "base/err.h"
#include "base/limits.h"
#include "base/vec.h"
#include "cmd/cmd.h"
#include "cmd/words.h"
#include "store/job.h"
#include "text/url.h"

#define WAIT_SECONDS 180

struct submission {
	const char *db;
	bool waits;
	char **urls;
	int n_urls;
};

/* A refused address is told and counts as a failure of its own; negative ends the command. */
static int submit_one(struct db *db, struct arena *a, struct sv text, struct job_place *ret)
{
	struct url u;
	struct actor who = { DB_NULL, SV("command line") };
	bool is_url = text.n <= LIMIT_URL && url_parse(a, text, NULL, &u);
	enum url_verdict verdict = is_url ? url_policy(&u) : URL_NO_HOST;
	/* Ports and local names are the worker's to judge: it knows the allow list. */
	if (verdict != URL_ALLOWED && verdict != URL_PORT && verdict != URL_LOCAL_NAME) {
		(void)printf(SV_FMT ": failed: " SV_FMT "\n", SV_ARG(text), SV_ARG(is_url ? url_verdict_words(verdict) : SV("this is no web address")));
		*ret = (struct job_place){ .job_id = DB_NULL, .article_id = DB_NULL };
		return 1;
	}
	int r = job_submit(db, a, &who, &(struct job_request){ .url = url_href(a, &u), .key = url_identity(a, &u), .host = u.host }, ret);
	if (r > 0)
		return ERR_NEW(-EAGAIN, "the database was busy; submit it again");
	return r < 0 ? ERR_PASS(r) : 0;
}

/* 0 done, 1 failed, both told; 2 still open. */
static int tell(const struct q_job *job)
{
	bool is_done = sv_eq(job->state, SV("done")), has_failed = sv_eq(job->state, SV("failed"));
	if (is_done)
		(void)printf(SV_FMT ": done, article %lld: " SV_FMT "\n", SV_ARG(job->url), (long long)job->article_id, SV_ARG(job->article_title));
	if (has_failed)
		(void)printf(SV_FMT ": failed: " SV_FMT "\n", SV_ARG(job->url), SV_ARG(job->reason));
	return is_done ? 0 : has_failed ? 1 : 2;
}

static int wait_for(struct db *db, struct arena *a, int64_t id)
{
	struct q_job job = { 0 };
	for (int64_t until = clock_ticks() + WAIT_SECONDS * CLOCK_SECOND; clock_ticks() < until; (void)usleep(100000)) {
		int r = q_job_by_id(db, a, &(struct q_job_by_id_in){ .id = id }, &job);
		if (r != 0)
			return r < 0 ? ERR_PASS(r) : ERR_NEW(-ENOENT, "job %lld is gone", (long long)id);
		r = tell(&job);
		if (r != 2)
			return r;
	}
	(void)printf(SV_FMT ": still " SV_FMT " (is crosscheck-worker running?)\n", SV_ARG(job.url), SV_ARG(job.state));
	return 1;
}

static int submit_all(struct arena *a, const struct submission *in)
{
	AUTO_DB db = NULL;
	VEC(int64_t) jobs = { 0 };
	int failed = 0, r = db_open(in->db, &db);
	for (int i = 0; r >= 0 && i < in->n_urls; i++) {
		struct job_place place;
		r = submit_one(db, a, sv_cstr(in->urls[i]), &place);
		failed += r > 0;
		if (r != 0)
			continue;
		if (place.job_id == DB_NULL)
			(void)printf("%s: known already, article %lld\n", in->urls[i], (long long)place.article_id);
		else
			*VEC_PUSH(a, &jobs) = place.job_id;
		if (place.job_id != DB_NULL && !in->waits)
			(void)printf("%s: job %lld%s\n", in->urls[i], (long long)place.job_id, place.is_new ? "" : ", which was open already");
	}
	for (size_t i = 0; r >= 0 && in->waits && i < jobs.n; i++) {
		r = wait_for(db, a, jobs.v[i]);
		failed += r > 0;
	}
	return r < 0 ? ERR_PASS(r) : failed > 0;
}

int cmd_submit(int argc, char **argv)
{
	struct submission in = { .db = getenv("CROSSCHECK_DB"), .urls = argv };
	const struct words_option options[] = { { .name = "--db", .ret_value = &in.db }, { .name = "--wait", .ret_is_set = &in.waits } };
	in.n_urls = words_read(argc, argv, options, sizeof(options) / sizeof(*options));
	if (in.n_urls < 1 || !in.db)
		return words_usage("submit [--db CONNINFO] [--wait] URL...");
	AUTO_ARENA a = arena_new(MIB(64));
	return words_end("submit", submit_all(a, &in));
}
