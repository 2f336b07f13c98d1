#include "http/serve.h"

#include <errno.h>
#include <fcgiapp.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/err.h"
#include "base/limits.h"
#include "base/log.h"
#include "base/num.h"
#include "text/utf8.h"

static volatile sig_atomic_t must_stop;

static void on_stop(int sig)
{
	(void)sig;
	must_stop = 1;
}

/* SIGTERM only interrupts where *ret_waiting is the mask: in ppoll. */
static int prepare_signals(sigset_t *ret_waiting)
{
	sigset_t stop;
	sigemptyset(&stop);
	sigaddset(&stop, SIGTERM);
	if (sigprocmask(SIG_BLOCK, &stop, ret_waiting) != 0)
		return ERR_NEW(-errno, "sigprocmask");
	sigdelset(ret_waiting, SIGTERM);
	struct sigaction act = { .sa_handler = on_stop };
	if (sigaction(SIGTERM, &act, NULL) != 0)
		return ERR_NEW(-errno, "sigaction");
	act.sa_handler = SIG_IGN;
	return sigaction(SIGPIPE, &act, NULL) == 0 ? 0 : ERR_NEW(-errno, "sigaction");
}

static void read_params(struct arena *a, char **envp, struct http_pairs *ret)
{
	for (; *envp; envp++) {
		struct sv s = sv_cstr(*envp);
		size_t eq = sv_find_char(s, '=', 0);
		http_pairs_add(a, ret, sv_sub(s, 0, eq), sv_sub(s, eq + 1, s.n));
	}
}

/* The whole body; HTTP_TOO_LARGE if it says or is more than may come, HTTP_MALFORMED if it ends early. */
static int read_body(struct arena *a, const struct http_pairs *params, FCGX_Stream *in, struct sv *ret)
{
	struct sv length = http_pairs_get(params, SV("CONTENT_LENGTH"));
	int64_t n = 0;
	*ret = SV("");
	if (length.n == 0)
		return 0;
	if (!num_i64(length, 0, INT64_MAX, &n))
		return HTTP_MALFORMED;
	if (n > (int64_t)LIMIT_REQUEST_BODY)
		return HTTP_TOO_LARGE;
	char *p = arena_alloc(a, (size_t)n + 1);
	int got = FCGX_GetStr(p, (int)n, in);
	*ret = (struct sv){ p, got > 0 ? (size_t)got : 0 };
	return got == n ? 0 : HTTP_MALFORMED;
}

static void log_request(const struct http_pairs *params, const struct http_response *res, int64_t began)
{
	struct sv method = http_pairs_get(params, SV("REQUEST_METHOD")), target = http_pairs_get(params, SV("REQUEST_URI"));
	/* Secrets travel in forms and cookies, and in the paths of invitations: the query and anything behind a token's door stay out. */
	struct sv path = utf8_head(sv_sub(target, 0, sv_find_char(target, '?', 0)), 200);
	if (sv_starts(path, SV("/invitation/")) || sv_starts(path, SV("/reset/")))
		path = sv_sub(path, 0, sv_find_char(path, '/', 1));
	log_event(LOG_INFO, "request", KV_SV("method", method), KV_SV("path", path), KV_I64("status", res->status),
	    KV_I64("us", clock_ticks() - began), KV_I64("bytes", (int64_t)res->body.n));
}

static void answer(const struct http_server *s, FCGX_Request *fcgi, struct arena *a)
{
	int64_t began = clock_ticks();
	struct http_pairs params = { 0 };
	struct http_request req = { .a = a, .method = HTTP_OTHER, .path = SV("/") };
	struct http_response res = { .status = 200, .body = { .max = LIMIT_RESPONSE_PAGE } };
	struct sv body;
	read_params(a, fcgi->envp, &params);
	int r = fcgi->role == 1 ? read_body(a, &params, fcgi->in, &body) : HTTP_MALFORMED;
	if (r == 0)
		r = http_request_read(a, &params, body, &req);
	if (r == 0) {
		s->handle(s->context, &req, &res);
	} else {
		res.status = r == HTTP_TOO_LARGE ? 413 : 400;
		s->refuse(s->context, &req, &res);
	}
	AUTO_BUF out = BUF_INIT(LIMIT_RESPONSE_PAGE + KIB(64));
	http_response_write(&res, &req, &out);
	if (!out.failed)
		(void)FCGX_PutStr(out.p, (int)out.n, fcgi->out);
	/* Before the end of the request: its parameters are libfcgi's and go with it. */
	log_request(&params, &res, began);
	FCGX_Finish_r(fcgi);
	buf_release(&res.body);
}

/* Waits for a connection and takes it: 1 taken, 0 nothing (another worker was quicker, or a signal), negative fatal. */
static int next(const struct http_server *s, const sigset_t *waiting, FCGX_Request *fcgi)
{
	struct pollfd p = { .fd = s->listen_fd, .events = POLLIN };
	if (ppoll(&p, 1, NULL, waiting) < 0)
		return errno == EINTR ? 0 : ERR_NEW(-errno, "waiting for a connection");
	if (must_stop)
		return 0;
	int r = FCGX_Accept_r(fcgi);
	if (r == 0)
		return 1;
	/* libfcgi frees nothing of a connection that broke while it read the parameters. */
	FCGX_Finish_r(fcgi);
	return p.revents & (POLLERR | POLLNVAL) ? ERR_NEW(-EIO, "accepting a connection (%d)", r) : 0;
}

int http_serve(const struct http_server *s)
{
	sigset_t waiting;
	FCGX_Request fcgi;
	/* libfcgi waits 2 s for a peer that sends nothing or does not close; ours is nginx on the same machine. */
	if (setenv("LIBFCGI_IS_AF_UNIX_KEEPER_POLL_TIMEOUT", "100", 1) != 0 || setenv("LIBFCGI_OS_CLOSE_POLL_TIMEOUT", "100", 1) != 0)
		return ERR_NEW(-errno, "setenv");
	int r = prepare_signals(&waiting);
	if (r < 0)
		return ERR_PASS(r);
	if (fcntl(s->listen_fd, F_SETFL, O_NONBLOCK) != 0)
		return ERR_NEW(-errno, "fcntl");
	if (FCGX_Init() != 0 || FCGX_InitRequest(&fcgi, s->listen_fd, FCGI_FAIL_ACCEPT_ON_INTR) != 0)
		return ERR_NEW(-EIO, "libfcgi does not start");
	AUTO_ARENA a = arena_new(LIMIT_REQUEST_ARENA);
	for (int64_t n = 0; !must_stop && (s->most_requests == 0 || n < s->most_requests);) {
		r = next(s, &waiting, &fcgi);
		if (r < 0)
			return ERR_PASS(r);
		if (r == 0)
			continue;
		answer(s, &fcgi, a);
		if (s->after)
			s->after(s->context);
		arena_reset(a);
		n++;
	}
	FCGX_Free(&fcgi, 1);
	return 0;
}
