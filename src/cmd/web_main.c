/*
 * crosscheck-web: the pages, as FastCGI on a unix socket. Environment: CROSSCHECK_DB (conninfo of role web), CROSSCHECK_SOCKET,
 * CROSSCHECK_WORKERS (processes; two a processor where unset).
 */
#include <errno.h>
#include <unistd.h>

#include "base/err.h"
#include "base/limits.h"
#include "base/log.h"
#include "base/num.h"
#include "crypt/crypt.h"
#include "db/db.h"
#include "http/serve.h"
#include "store/store.h"
#include "sys/supervisor.h"
#include "web/web.h"

enum { WORKERS_MOST = 64, REQUESTS_A_WORKER = 20000 };

struct worker {
	const char *conninfo;
	struct db *db;
};

/* A connection that works, opened at the first request and again after the server went away. */
static int connect_database(void *context, struct db **ret)
{
	struct worker *w = context;
	int r = w->db ? db_ensure(w->db) : db_open(w->conninfo, &w->db);
	if (r != 0)
		return ERR_MUST(r);
	*ret = w->db;
	return 0;
}

static int serve(void *context, int listen_fd)
{
	struct worker *w = context;
	struct web_app app = { connect_database, w };
	struct http_server server = {
		.listen_fd = listen_fd, .handle = web_handle, .refuse = web_refuse, .context = &app, .most_requests = REQUESTS_A_WORKER };
	int r = crypt_start();
	if (r == 0)
		r = http_serve(&server);
	if (r < 0)
		log_error_trace("web.failed", NULL, 0);
	db_close(&w->db);
	return r;
}

/* Refuses to start beside another schema; a database that is not there yet is waited for by the workers. */
static int check_schema(const char *conninfo)
{
	AUTO_DB db = NULL;
	AUTO_ARENA a = arena_new(MIB(1));
	int r = db_open(conninfo, &db);
	if (r != 0)
		return ERR_MUST(r);
	r = store_check_schema(db, a);
	return r == 0 ? 0 : r < 0 ? ERR_PASS(r) : -EPROTO;
}

static int n_workers(void)
{
	int64_t n;
	if (num_i64(sv_cstr(getenv("CROSSCHECK_WORKERS")), 1, WORKERS_MOST, &n))
		return (int)n;
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	return cores < 1 ? 2 : cores > WORKERS_MOST / 2 ? WORKERS_MOST : (int)(2 * cores);
}

int main(void)
{
	const char *socket = getenv("CROSSCHECK_SOCKET");
	struct worker worker = { .conninfo = getenv("CROSSCHECK_DB") };
	struct supervisor supervisor = { .n_children = n_workers(), .child = serve, .context = &worker };
	if (!socket || !worker.conninfo) {
		(void)fputs("crosscheck-web: set CROSSCHECK_SOCKET and CROSSCHECK_DB\n", stderr);
		return 2;
	}
	int r = check_schema(worker.conninfo);
	if (r == 0)
		r = supervisor_listen(sv_cstr(socket), &supervisor.listen_fd);
	if (r == 0) {
		log_event(LOG_INFO, "web.started", KV_I64("workers", supervisor.n_children));
		r = supervisor_run(&supervisor);
	}
	if (r < 0)
		log_error_trace("web.failed", NULL, 0);
	return r == 0 ? 0 : 1;
}
