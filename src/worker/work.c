#include "worker/work.h"

#include <errno.h>
#include <unistd.h>

#include "base/err.h"
#include "base/limits.h"
#include "base/log.h"
#include "base/vec.h"
#include "crypt/crypt.h"
#include "net/fetch.h"
#include "store/job.h"
#include "worker/keep.h"
#include "worker/manners.h"
#include "worker/parser.h"
#include "worker/recheck.h"

#define WORK_SLOTS 8
#define WORK_POLL_MS 2000
#define RECHECK_SECONDS 15

/* A job under way and everything that belongs to it. */
struct slot {
	struct arena *a;
	struct q_job_lease lease;
	bool is_busy, asks_leave;    /* asks_leave: robots.txt is being fetched */
	struct fetch_request request; /* the page's, of the site it has led to so far */
	struct manners manners;      /* towards that site */
	int retry_after;
};

struct worker {
	const struct work_config *config;
	struct arena *a;     /* of the worker's life */
	struct arena *round; /* of one look at the database */
	struct db *db;
	struct fetcher *fetcher;
	struct parser *parser;
	struct actor who;
	struct slot slots[WORK_SLOTS];
	struct db_texts free_hosts; /* of the allow list: no rest between fetches, several at once */
	int64_t next_look, next_recheck; /* clock_ticks */
};

/* Outcomes of the parser as code and words. */
static const struct fault {
	struct sv code, words;
	bool can_pass;
} parser_faults[] = {
	[PARSER_CRASHED] = { SV_INIT("parser_crashed"), SV_INIT("the page brought the reader down"), true },
	[PARSER_TOO_SLOW] = { SV_INIT("parser_too_slow"), SV_INIT("reading the page took too long"), true },
	[PARSER_NONSENSE] = { SV_INIT("parser_nonsense"), SV_INIT("the page could not be read"), false },
};

static const struct fault keep_faults[] = {
	[STORE_MISSING] = { SV_INIT("lease_lost"), SV_INIT("another worker took this over"), true },
	[STORE_STALE] = { SV_INIT("stale"), SV_INIT("something else changed it meanwhile"), true },
	[STORE_DENIED] = { SV_INIT("taken_down"), SV_INIT("the desk has taken this article down"), false },
	[STORE_TAKEN] = { SV_INIT("taken"), SV_INIT("something else changed it meanwhile"), true },
	[STORE_BUSY] = { SV_INIT("database_busy"), SV_INIT("the database was busy"), true },
};

static int fail_job(struct worker *w, struct slot *s, struct sv code, struct sv words, bool can_pass)
{
	int r = job_fail(w->db, s->a, &w->who, &s->lease, &(struct job_fault){ code, words, can_pass, s->retry_after });
	log_event(LOG_INFO, "job.failed", KV_I64("job", s->lease.id), KV_SV("url", s->lease.url), KV_SV("code", code), KV_I64("try", s->lease.attempts));
	return r == STORE_MISSING ? 0 : r;
}

static int fail_fetch(struct worker *w, struct slot *s, enum fetch_outcome outcome, struct sv why)
{
	return fail_job(w, s, fetch_outcome_code(outcome), why, fetch_outcome_passes(outcome));
}

/* Reads a fetched page and stores it. */
static int read_page(struct worker *w, struct slot *s, const struct fetch *f)
{
	struct parser_answer answer;
	int r = parser_read(w->parser, s->a, &(struct parser_document){ .url = f->final_url, .content_type = f->content_type, .body = f->body, .fetched = f->ended }, &answer);
	if (r < 0)
		return ERR_PASS(r);
	if (r > 0)
		return fail_job(w, s, parser_faults[r].code, parser_faults[r].words, parser_faults[r].can_pass);
	if (answer.article.n_blocks == 0) {
		struct sv why = answer.article.why_empty.n > 0 ? answer.article.why_empty : SV("no article text was found on the page");
		return fail_job(w, s, SV("no_text"), why, false);
	}
	r = keep_reading(w->db, s->a, &w->who, &(struct keep){ .lease = &s->lease, .fetch = f, .answer = &answer });
	if (r < 0)
		return ERR_PASS(r);
	if (r > 0)
		return fail_job(w, s, keep_faults[r].code, keep_faults[r].words, keep_faults[r].can_pass);
	log_event(LOG_INFO, "job.done", KV_I64("job", s->lease.id), KV_SV("url", s->lease.url), KV_I64("claims", (int64_t)answer.claims.claims.n),
	    KV_I64("ms", (clock_now() - f->started) / 1000));
	return 0;
}

static int on_unchanged(struct worker *w, struct slot *s, const struct fetch *f)
{
	int r = keep_unchanged(w->db, s->a, &(struct keep){ .lease = &s->lease, .fetch = f });
	if (r > 0)
		return fail_job(w, s, keep_faults[r].code, keep_faults[r].words, keep_faults[r].can_pass);
	log_event(LOG_INFO, "job.unchanged", KV_I64("job", s->lease.id), KV_SV("url", s->lease.url));
	return r < 0 ? ERR_PASS(r) : 0;
}

static int on_page(struct worker *w, struct slot *s, const struct fetch *f)
{
	struct q_job_reading reading;
	s->retry_after = f->retry_after;
	if (f->outcome == FETCH_UNCHANGED)
		return on_unchanged(w, s, f);
	if (f->outcome != FETCH_OK)
		return fail_fetch(w, s, f->outcome, f->why);
	int r = q_job_reading(w->db, s->a, &(struct q_job_reading_in){ .id = s->lease.id, .lease_token = s->lease.lease_token }, &reading);
	if (r == 0)
		r = read_page(w, s, f);
	return r == DB_NONE ? 0 : r; /* the lease was lost: somebody else does it */
}

/* Asks for the page, or first for leave to. *ret_goes: something is under way; else the job has ended. */
static int go_on(struct worker *w, struct slot *s, bool *ret_goes)
{
	struct q_job_extend lease;
	*ret_goes = false;
	int r = q_job_extend(w->db, s->a, &(struct q_job_extend_in){ .id = s->lease.id, .lease_token = s->lease.lease_token, .lease_seconds = JOB_LEASE_SECONDS }, &lease);
	if (r == DB_NONE)
		return 0;
	if (r == 0)
		r = manners_look(w->db, s->a, s->request.url, &s->manners);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : r;
	if (s->manners.verdict == MANNERS_REFUSED)
		return fail_fetch(w, s, FETCH_ROBOTS, fetch_outcome_words(FETCH_ROBOTS));
	if (s->manners.verdict == MANNERS_UNREACHABLE)
		return fail_fetch(w, s, FETCH_ROBOTS_UNREACHABLE, fetch_outcome_words(FETCH_ROBOTS_UNREACHABLE));
	struct fetch_request robots = { .url = s->manners.robots_url, .purpose = PURPOSE_ROBOTS, .tag = s };
	s->asks_leave = s->manners.verdict == MANNERS_ASK;
	r = fetcher_start(w->fetcher, s->a, s->asks_leave ? &robots : &s->request);
	*ret_goes = r == 0;
	return r < 0 ? ERR_PASS(r) : 0;
}

/* A fetch has ended: of robots.txt, of a page that leads to another site, or of the page itself. */
static int on_fetched(struct worker *w, struct slot *s, const struct fetch *f, bool *ret_goes)
{
	bool is_hopeless = false;
	*ret_goes = false;
	if (!s->asks_leave && f->outcome != FETCH_ELSEWHERE)
		return on_page(w, s, f);
	if (!s->asks_leave) {
		int r = manners_rest(w->db, &s->manners, f->retry_after);
		s->request.url = f->next_url;
		s->request.hops = f->hops;
		s->request.n_hops = f->n_hops;
		s->request.etag = s->request.last_modified = SV_NONE;
		return r == 0 ? go_on(w, s, ret_goes) : r;
	}
	s->retry_after = f->retry_after;
	int r = manners_learn(w->db, &s->manners, f, &is_hopeless);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : r;
	return is_hopeless ? fail_fetch(w, s, f->outcome, f->why) : go_on(w, s, ret_goes);
}

/* The job has ended: its host is left alone for a while, and then looked at again. */
static void slot_free(struct worker *w, struct slot *s)
{
	int64_t after = clock_ticks() + (int64_t)(s->manners.rest * CLOCK_SECOND) + CLOCK_SECOND / 50;
	if (manners_rest(w->db, &s->manners, s->retry_after) < 0)
		log_error_trace("job.error", &KV_I64("job", s->lease.id), 1);
	w->next_look = after < w->next_look ? after : w->next_look;
	s->is_busy = false;
	arena_reset(s->a);
}

/* One job's fault is told with it and never ends the worker; only a database that is gone does matter to the others. */
static void end_step(struct worker *w, struct slot *s, int r, bool goes)
{
	if (r < 0) {
		log_error_trace("job.error", &KV_I64("job", s->lease.id), 1);
		r = db_ensure(w->db);
		if (r == 0)
			r = fail_job(w, s, SV("error"), SV("a fault in the program; it has been noted"), true);
		if (r < 0)
			log_error_trace("job.error", &KV_I64("job", s->lease.id), 1);
	}
	if (!goes)
		slot_free(w, s);
}

static void finish_fetched(struct worker *w)
{
	for (const struct fetch *f; (f = fetcher_take(w->fetcher)) != NULL;) {
		bool goes = false;
		int r = on_fetched(w, f->tag, f, &goes);
		end_step(w, f->tag, r, goes);
	}
}

static size_t n_free(const struct worker *w)
{
	size_t n = 0;
	for (size_t i = 0; i < WORK_SLOTS; i++)
		n += !w->slots[i].is_busy;
	return n;
}

static struct slot *take_slot(struct worker *w)
{
	for (size_t i = 0; i < WORK_SLOTS; i++)
		if (!w->slots[i].is_busy)
			return &w->slots[i];
	return NULL;
}

/* What is known of an article is asked for with its marks, so that an unchanged page costs its site next to nothing. */
static int recall_marks(struct worker *w, struct slot *s)
{
	struct q_article_version known;
	struct q_snapshot_newest last;
	if (!sv_eq(s->lease.kind, SV("recheck")))
		return 0;
	int r = q_article_by_url(w->db, s->a, &(struct q_article_by_url_in){ .url = s->lease.url }, &known);
	if (r == 0)
		r = q_snapshot_newest(w->db, s->a, &(struct q_snapshot_newest_in){ .article_id = known.id }, &last);
	if (r == 0 && sv_eq(last.url, s->lease.url)) {
		s->request.etag = fetch_header(last.response_head, SV("etag"));
		s->request.last_modified = fetch_header(last.response_head, SV("last-modified"));
	}
	return r == DB_NONE ? 0 : r;
}

static int begin_job(struct worker *w, const struct q_job_lease *lease)
{
	struct slot *s = take_slot(w);
	bool goes = false;
	if (s == NULL)
		return ERR_NEW(-EAGAIN, "more jobs than slots");
	*s = (struct slot){ .a = s->a, .is_busy = true, .lease = *lease };
	s->lease.url = arena_sv(s->a, lease->url);
	s->lease.host = arena_sv(s->a, lease->host);
	s->lease.kind = arena_sv(s->a, lease->kind);
	s->request = (struct fetch_request){ .url = s->lease.url, .tag = s };
	int r = recall_marks(w, s);
	if (r == 0)
		r = go_on(w, s, &goes);
	end_step(w, s, r, goes);
	return 0;
}

/* Leases, in a transaction of its own. The statement gives one a host, and none of a host that is being asked or rests. */
static int claim(struct worker *w, size_t n, struct q_job_lease_list *ret)
{
	AUTO_TRANSACTION t = { 0 };
	int r = db_begin(w->db, &t);
	if (r == 0)
		r = q_job_claim_turn(w->db);
	if (r == 0)
		r = q_job_claim(w->db, w->round, &(struct q_job_claim_in){ .n = (int32_t)n, .lease_seconds = JOB_LEASE_SECONDS, .free_hosts = w->free_hosts }, ret);
	return store_end(&t, r);
}

/* Due jobs, as many as there are free slots. */
static int take_jobs(struct worker *w)
{
	struct q_job_lease_list due = { 0 };
	size_t n = n_free(w);
	if (n == 0)
		return 0;
	arena_reset(w->round);
	int r = claim(w, n, &due);
	/* While there may be more, look again soon. */
	w->next_look = clock_ticks() + (r == 0 && due.n > 0 ? CLOCK_SECOND / 5 : WORK_POLL_MS * INT64_C(1000));
	for (size_t i = 0; r == 0 && i < due.n; i++)
		r = begin_job(w, &due.v[i]);
	return r < 0 ? ERR_PASS(r) : 0;
}

/* Articles whose time for another look has come go into the queue. */
static int queue_rechecks(struct worker *w)
{
	size_t n = 0;
	arena_reset(w->round);
	w->next_recheck = clock_ticks() + RECHECK_SECONDS * CLOCK_SECOND;
	int r = recheck_queue(w->db, w->round, &n);
	return r < 0 ? ERR_PASS(r) : 0;
}

static int one_round(struct worker *w, bool is_stopping)
{
	bool woken = false;
	int fd = db_socket(w->db), r = 0;
	int64_t left = (w->next_look - clock_ticks()) / 1000;
	r = fetcher_wait(w->fetcher, left < 0 ? 0 : (int)left, &fd, fd >= 0 ? 1 : 0);
	if (r < 0)
		return ERR_PASS(r);
	finish_fetched(w);
	r = db_wait(w->db, 0, &woken);
	if (r >= 0 && !is_stopping && (woken || clock_ticks() >= w->next_recheck))
		r = queue_rechecks(w);
	if (r >= 0 && !is_stopping && (woken || clock_ticks() >= w->next_look))
		r = take_jobs(w);
	return r < 0 ? ERR_PASS(r) : 0;
}

/* The hosts of the allow list, and the names of this machine where there is one. */
static struct db_texts free_hosts(struct arena *a, struct sv allow)
{
	VEC(struct sv) hosts = { 0 };
	struct sv entry;
	while (sv_split(&allow, ' ', &entry)) {
		size_t colon = entry.n;
		while (colon > 0 && entry.p[colon - 1] != ':')
			colon--;
		if (colon > 1)
			*VEC_PUSH(a, &hosts) = sv_sub(entry, 0, colon - 1);
	}
	if (hosts.n > 0)
		*VEC_PUSH(a, &hosts) = SV("localhost");
	return (struct db_texts){ hosts.v, hosts.n };
}

static int worker_open(struct worker *w)
{
	w->free_hosts = free_hosts(w->a, w->config->allow);
	for (size_t i = 0; i < WORK_SLOTS; i++)
		w->slots[i].a = arena_new(LIMIT_JOB_ARENA);
	int r = crypt_start();
	if (r == 0)
		r = db_open(w->config->conninfo, &w->db);
	if (r == 0)
		r = store_check_schema(w->db, w->round);
	if (r == 0)
		r = db_listen(w->db, JOB_CHANNEL);
	return r;
}

static void worker_close(struct worker *w)
{
	parser_stop(w->parser);
	fetcher_free(&w->fetcher);
	db_close(&w->db);
	for (size_t i = 0; i < WORK_SLOTS; i++)
		arena_free(w->slots[i].a);
}

/* After a fault of the whole round: note it, breathe, and get the database back. */
static void recover(struct worker *w)
{
	log_error_trace("worker.error", NULL, 0);
	(void)usleep(500000);
	if (db_ensure(w->db) == 0 && db_listen(w->db, JOB_CHANNEL) == 0)
		return;
	log_error_trace("worker.database", NULL, 0);
}

int work_run(const struct work_config *config, const volatile sig_atomic_t *stop)
{
	AUTO_ARENA a = arena_new(LIMIT_REQUEST_ARENA);
	AUTO_ARENA round = arena_new(LIMIT_REQUEST_ARENA);
	struct fetch_config fetching = { .allow = config->allow, .user_agent = config->user_agent };
	struct worker w = { .config = config, .a = a, .round = round, .who = { DB_NULL, SV("worker") } };
	w.parser = parser_new(a, config->parser);
	int r = fetcher_new(&fetching, &w.fetcher);
	if (r == 0)
		r = worker_open(&w);
	if (r != 0) {
		worker_close(&w);
		return r < 0 ? ERR_PASS(r) : r;
	}
	log_event(LOG_INFO, "worker.start", KV_SV("allow", config->allow), KV_I64("slots", WORK_SLOTS));
	while (!*stop || fetcher_running(w.fetcher) > 0)
		if (one_round(&w, *stop) < 0)
			recover(&w);
	log_event(LOG_INFO, "worker.stop", KV_I64("running", (int64_t)fetcher_running(w.fetcher)));
	worker_close(&w);
	return 0;
}
