/*
 * The fetcher against a server of our own that misbehaves in many ways, reached through the explicit allow list. The guard
 * itself stays as it is: without the list nothing on this machine answers.
 */
#include <arpa/inet.h>
#include <check.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/limits.h"
#include "net/fetch.h"
#include "net/unpack.h"
#include "../lib/suite.h"

#define OK_HEAD "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"

/* What the server sends for a path; `repeat` sends `part` that many times afterwards, `sleep_ms` waits before the last byte. */
static const struct reply {
	struct sv path, head, part;
	size_t repeat;
	unsigned sleep_ms;
	enum fetch_outcome right;
} replies[] = {
	{ SV_INIT("/plain"), SV_INIT(OK_HEAD "Content-Length: 7\r\n\r\n<p>Hi\n\n"), { 0 }, 0, 0, FETCH_OK },
	{ SV_INIT("/chunked"), SV_INIT(OK_HEAD "Transfer-Encoding: chunked\r\n\r\n4\r\n<p>x\r\n0\r\n\r\n"), { 0 }, 0, 0, FETCH_OK },
	{ SV_INIT("/gzip"),
	    SV_INIT(OK_HEAD "Content-Encoding: gzip\r\nContent-Length: 28\r\n\r\n"
			    "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xb3\x29\xb0\xcb\x48"
			    "\xcd\xc9\xc9\x07\x00\x36\x7e\x6a\x95\x08\x00\x00\x00"),
	    { 0 }, 0, 0, FETCH_OK },
	{ SV_INIT("/gzip-cut"), SV_INIT(OK_HEAD "Content-Encoding: gzip\r\nContent-Length: 14\r\n\r\n\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff\xb3\x29\xb0\xcb"), { 0 }, 0, 0,
	    FETCH_TRUNCATED },
	{ SV_INIT("/gzip-lie"), SV_INIT(OK_HEAD "Content-Encoding: gzip\r\nContent-Length: 12\r\n\r\n<p>not gzip "), { 0 }, 0, 0, FETCH_ENCODING },
	{ SV_INIT("/brotli"), SV_INIT(OK_HEAD "Content-Encoding: br\r\nContent-Length: 3\r\n\r\nabc"), { 0 }, 0, 0, FETCH_ENCODING },
	{ SV_INIT("/big-told"), SV_INIT(OK_HEAD "Content-Length: 52428800\r\n\r\nx"), { 0 }, 0, 0, FETCH_TOO_LARGE },
	{ SV_INIT("/big-untold"), SV_INIT(OK_HEAD "\r\n"), SV_INIT("0123456789012345678901234567890123456789012345678901234567890123"), 100000, 0, FETCH_TOO_LARGE },
	{ SV_INIT("/cut"), SV_INIT(OK_HEAD "Content-Length: 100\r\n\r\nonly this"), { 0 }, 0, 0, FETCH_TRUNCATED },
	{ SV_INIT("/chunk-cut"), SV_INIT(OK_HEAD "Transfer-Encoding: chunked\r\n\r\nff\r\nonly this"), { 0 }, 0, 0, FETCH_TRUNCATED },
	{ SV_INIT("/no-length"), SV_INIT(OK_HEAD "Content-Length: 12abc\r\n\r\nabcdefghijkl"), { 0 }, 0, 0, FETCH_MALFORMED },
	{ SV_INIT("/headers"), SV_INIT(OK_HEAD), SV_INIT("X-Filler: aaaaaaaaaaaaaaaaaaaaaaaa\r\n"), 300, 0, FETCH_HEAD_TOO_LARGE },
	{ SV_INIT("/long-header"), SV_INIT(OK_HEAD "X: "), SV_INIT("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), 4000, 0, FETCH_HEAD_TOO_LARGE },
	{ SV_INIT("/trailers"), SV_INIT(OK_HEAD "Transfer-Encoding: chunked\r\n\r\n4\r\n<p>x\r\n0\r\n"), SV_INIT("X-T: aaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n"), 5000, 0, FETCH_HEAD_TOO_LARGE },
	{ SV_INIT("/pdf"), SV_INIT("HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 4\r\n\r\n%PDF"), { 0 }, 0, 0, FETCH_NOT_ARTICLE },
	{ SV_INIT("/empty"), SV_INIT(OK_HEAD "Content-Length: 0\r\n\r\n"), { 0 }, 0, 0, FETCH_EMPTY },
	{ SV_INIT("/404"), SV_INIT("HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ngone"), { 0 }, 0, 0, FETCH_NOT_FOUND },
	{ SV_INIT("/410"), SV_INIT("HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n"), { 0 }, 0, 0, FETCH_GONE },
	{ SV_INIT("/401"), SV_INIT("HTTP/1.1 401 No\r\nWWW-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n"), { 0 }, 0, 0, FETCH_LOGIN },
	{ SV_INIT("/402"), SV_INIT("HTTP/1.1 402 Pay\r\nContent-Length: 0\r\n\r\n"), { 0 }, 0, 0, FETCH_PAYMENT },
	{ SV_INIT("/403"), SV_INIT("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n"), { 0 }, 0, 0, FETCH_FORBIDDEN },
	{ SV_INIT("/451"), SV_INIT("HTTP/1.1 451 Law\r\nContent-Length: 0\r\n\r\n"), { 0 }, 0, 0, FETCH_LEGAL },
	{ SV_INIT("/429"), SV_INIT("HTTP/1.1 429 Slow\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n"), { 0 }, 0, 0, FETCH_BUSY },
	{ SV_INIT("/500"), SV_INIT("HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n"), { 0 }, 0, 0, FETCH_SERVER_ERROR },
	{ SV_INIT("/206"), SV_INIT("HTTP/1.1 206 Part\r\nContent-Length: 1\r\n\r\nx"), { 0 }, 0, 0, FETCH_UNEXPECTED },
	{ SV_INIT("/304"), SV_INIT("HTTP/1.1 304 Same\r\n\r\n"), { 0 }, 0, 0, FETCH_UNEXPECTED },
	{ SV_INIT("/http09"), SV_INIT("<p>no head at all"), { 0 }, 0, 0, FETCH_MALFORMED },
	{ SV_INIT("/nothing"), SV_INIT(""), { 0 }, 0, 0, FETCH_TRUNCATED },
	{ SV_INIT("/late"), SV_INIT(""), SV_INIT(OK_HEAD "\r\n"), 1, 4000, FETCH_TIMEOUT },
	{ SV_INIT("/loop"), SV_INIT("HTTP/1.1 302 On\r\nLocation: /loop\r\nContent-Length: 0\r\n\r\n"), { 0 }, 0, 0, FETCH_TOO_MANY_REDIRECTS },
	{ SV_INIT("/redirect"), SV_INIT("HTTP/1.1 301 On\r\nLocation: plain#part\r\nContent-Length: 0\r\n\r\n"), { 0 }, 0, 0, FETCH_OK },
	{ SV_INIT("/to-file"), SV_INIT("HTTP/1.1 302 On\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n"), { 0 }, 0, 0, FETCH_BAD_REDIRECT },
	{ SV_INIT("/to-gopher"), SV_INIT("HTTP/1.1 302 On\r\nLocation: gopher://127.0.0.1:6379/_INFO\r\nContent-Length: 0\r\n\r\n"), { 0 }, 0, 0, FETCH_BLOCKED_REDIRECT },
	{ SV_INIT("/to-login"), SV_INIT("HTTP/1.1 302 On\r\nLocation: http://me:pw@news.example.com/\r\nContent-Length: 0\r\n\r\n"), { 0 }, 0, 0, FETCH_BLOCKED_REDIRECT },
	{ SV_INIT("/to-loopback"), SV_INIT("HTTP/1.1 302 On\r\nLocation: http://127.0.0.1/\r\nContent-Length: 0\r\n\r\n"), { 0 }, 0, 0, FETCH_ELSEWHERE },
	{ SV_INIT("/to-private"), SV_INIT("HTTP/1.1 302 On\r\nLocation: http://10.0.0.5:8080/\r\nContent-Length: 0\r\n\r\n"), { 0 }, 0, 0, FETCH_ELSEWHERE },
	{ SV_INIT("/to-mapped"), SV_INIT("HTTP/1.1 302 On\r\nLocation: http://[::ffff:127.0.0.1]/\r\nContent-Length: 0\r\n\r\n"), { 0 }, 0, 0, FETCH_ELSEWHERE },
	{ SV_INIT("/feed"), SV_INIT("HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: 5\r\n\r\n<rss>"), { 0 }, 0, 0, FETCH_NOT_ARTICLE },
	{ SV_INIT("/marked"), SV_INIT(OK_HEAD "ETag: W/\"7\"\r\nLast-Modified: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Length: 4\r\n\r\n<p>x"), { 0 }, 0, 0, FETCH_OK },
	{ SV_INIT("/later"), SV_INIT("HTTP/1.1 503 Later\r\nRetry-After: Fri, 31 Dec 2100 23:59:59 GMT\r\nContent-Length: 0\r\n\r\n"), { 0 }, 0, 0, FETCH_BUSY },
	{ SV_INIT("/to-nowhere"), SV_INIT("HTTP/1.1 302 On\r\nContent-Length: 0\r\n\r\n"), { 0 }, 0, 0, FETCH_BAD_REDIRECT },
};
#define N_REPLIES (sizeof(replies) / sizeof(*replies))

static int port;
static pid_t server;
static char allow[32];

static void put(int fd, struct sv s)
{
	while (s.n > 0) {
		ssize_t n = send(fd, s.p, s.n, MSG_NOSIGNAL);
		if (n <= 0)
			return;
		s = sv_sub(s, (size_t)n, s.n);
	}
}

static void answer(int fd)
{
	char request[4096];
	size_t n = 0;
	while (n < sizeof(request) && !sv_has((struct sv){ request, n }, SV("\r\n\r\n"))) {
		ssize_t got = read(fd, request + n, sizeof(request) - n);
		if (got <= 0)
			return;
		n += (size_t)got;
	}
	struct sv line = { request, n };
	struct sv path = sv_sub(line, 4, sv_find_char(line, ' ', 4));
	for (size_t i = 0; i < N_REPLIES; i++) {
		if (!sv_eq(path, replies[i].path))
			continue;
		put(fd, replies[i].head);
		(void)usleep(replies[i].sleep_ms * 1000);
		for (size_t k = 0; k < replies[i].repeat; k++)
			put(fd, replies[i].part);
	}
}

static void serve(int listener)
{
	for (;;) {
		int fd = accept(listener, NULL, NULL);
		if (fd >= 0 && fork() == 0) {
			answer(fd);
			(void)shutdown(fd, SHUT_WR);
			_exit(0);
		}
		if (fd >= 0)
			(void)close(fd);
	}
}

static void server_start(void)
{
	struct sockaddr_in at = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t n = sizeof(at);
	int listener = socket(AF_INET, SOCK_STREAM, 0);
	ck_assert_int_eq(bind(listener, (struct sockaddr *)&at, sizeof(at)), 0);
	ck_assert_int_eq(listen(listener, 64), 0);
	ck_assert_int_eq(getsockname(listener, (struct sockaddr *)&at, &n), 0);
	port = ntohs(at.sin_port);
	(void)snprintf(allow, sizeof(allow), "127.0.0.1:%d", port);
	server = fork();
	if (server == 0) {
		(void)signal(SIGCHLD, SIG_IGN);
		serve(listener);
	}
	(void)close(listener);
}

static void server_stop(void)
{
	(void)kill(server, SIGKILL);
	(void)waitpid(server, NULL, 0);
}

static struct fetch_config config(void)
{
	return (struct fetch_config){ .allow = sv_cstr(allow), .user_agent = SV("Crosscheck-test (+mailto:desk@example.org)"), .first_byte_us = CLOCK_SECOND, .total_us = 3 * CLOCK_SECOND };
}

static const struct fetch *fetch_it(struct fetcher *f, struct arena *a, const struct fetch_request *request)
{
	const struct fetch *is = NULL;
	ck_assert_int_eq(fetcher_start(f, a, request), 0);
	for (int64_t until = clock_ticks() + 8 * CLOCK_SECOND; is == NULL && clock_ticks() < until; is = fetcher_take(f))
		ck_assert_int_eq(fetcher_wait(f, 100, NULL, 0), 0);
	ck_assert_ptr_nonnull(is);
	return is;
}

static const struct fetch *fetch_one(struct fetcher *f, struct arena *a, struct sv url)
{
	return fetch_it(f, a, &(struct fetch_request){ .url = url });
}

START_TEST(every_kind_of_answer_ends_in_its_own_state)
{
	struct fetch_config c = config();
	AUTO_FETCHER f = NULL;
	ck_assert_int_eq(fetcher_new(&c, &f), 0);
	for (size_t i = 0; i < N_REPLIES; i++) {
		AUTO_ARENA a = arena_new(MIB(64));
		struct sv url = arena_printf(a, "http://127.0.0.1:%d" SV_FMT, port, SV_ARG(replies[i].path));
		const struct fetch *is = fetch_one(f, a, url);
		ck_assert_msg(is->outcome == replies[i].right, SV_FMT ": " SV_FMT, SV_ARG(replies[i].path), SV_ARG(fetch_outcome_code(is->outcome)));
		ck_assert_uint_gt(is->why.n, 0);
	}
	ck_assert_uint_eq(fetcher_running(f), 0);
}
END_TEST

START_TEST(an_answer_is_kept_as_it_came)
{
	struct fetch_config c = config();
	AUTO_FETCHER f = NULL;
	AUTO_ARENA a = arena_new(MIB(64));
	ck_assert_int_eq(fetcher_new(&c, &f), 0);
	struct sv url = arena_printf(a, "http://news.localhost:%d/redirect", port);
	const struct fetch *is = fetch_one(f, a, url);
	ck_assert_int_eq(is->outcome, FETCH_OK);
	ck_assert_int_eq(is->status, 200);
	ck_assert(sv_eq(is->body, SV("<p>Hi\n\n")));
	ck_assert(sv_starts(is->response_head, SV("HTTP/1.1 200 OK\r\n")));
	ck_assert(sv_starts(is->request_head, SV("GET /plain HTTP/1.1\r\n")));
	ck_assert(sv_has(is->request_head, SV("User-Agent: Crosscheck-test (+mailto:desk@example.org)\r\n")));
	ck_assert(sv_eq(is->content_type, SV("text/html")));
	ck_assert(sv_eq(is->address, SV("127.0.0.1")));
	ck_assert_uint_eq(is->n_hops, 2);
	ck_assert(sv_eq(is->hops[0], url));
	ck_assert(sv_ends(is->final_url, SV("/plain")));
	ck_assert_int_le(is->started, is->ended);
	is = fetch_one(f, a, arena_printf(a, "http://127.0.0.1:%d/gzip", port));
	ck_assert(sv_eq(is->body, SV("<p>hello")));
	ck_assert(sv_starts(is->wire_body, SV("\x1f\x8b")));
	is = fetch_one(f, a, arena_printf(a, "http://127.0.0.1:%d/429", port));
	ck_assert_int_eq(is->retry_after, 120);
	ck_assert(fetch_outcome_passes(is->outcome));
}
END_TEST

START_TEST(nothing_private_is_reached_without_the_list)
{
	struct fetch_config c = config();
	c.allow = SV("127.0.0.1:1");
	AUTO_FETCHER f = NULL;
	AUTO_ARENA a = arena_new(MIB(64));
	ck_assert_int_eq(fetcher_new(&c, &f), 0);
	ck_assert_int_eq(fetch_one(f, a, arena_printf(a, "http://127.0.0.1:%d/plain", port))->outcome, FETCH_BLOCKED_ADDRESS);
	ck_assert_int_eq(fetch_one(f, a, arena_printf(a, "http://news.localhost:%d/plain", port))->outcome, FETCH_BLOCKED_ADDRESS);
	ck_assert_int_eq(fetch_one(f, a, SV("http://169.254.169.254/latest/meta-data/"))->outcome, FETCH_BLOCKED_ADDRESS);
	ck_assert_int_eq(fetch_one(f, a, SV("http://[::1]/"))->outcome, FETCH_BLOCKED_ADDRESS);
	ck_assert_int_eq(fetch_one(f, a, SV("http://me:pw@example.com/"))->outcome, FETCH_BAD_URL);
	ck_assert_int_eq(fetch_one(f, a, SV("gopher://example.com/"))->outcome, FETCH_BAD_URL);
	ck_assert_int_eq(fetch_one(f, a, SV("not a url"))->outcome, FETCH_BAD_URL);
	c.allow = SV("");
	ck_assert_int_eq(fetch_one(f, a, SV("http://localhost/"))->outcome, FETCH_BLOCKED_ADDRESS);
}
END_TEST

/* Feeds and robots.txt are followed to other sites, and the guard goes with them. */
START_TEST(no_redirect_leads_into_a_private_network)
{
	static const char *const paths[] = { "/to-loopback", "/to-private", "/to-mapped" };
	struct fetch_config c = config();
	AUTO_FETCHER f = NULL;
	AUTO_ARENA a = arena_new(MIB(64));
	ck_assert_int_eq(fetcher_new(&c, &f), 0);
	for (size_t i = 0; i < 3; i++)
		for (unsigned purpose = PURPOSE_ROBOTS; purpose < PURPOSE_N; purpose++)
			ck_assert_int_eq(fetch_it(f, a, &(struct fetch_request){ .url = arena_printf(a, "http://127.0.0.1:%d%s", port, paths[i]), .purpose = (enum fetch_purpose)purpose })->outcome,
			    FETCH_BLOCKED_ADDRESS);
}
END_TEST

START_TEST(a_page_on_another_site_waits_for_leave)
{
	struct fetch_config c = config();
	AUTO_FETCHER f = NULL;
	AUTO_ARENA a = arena_new(MIB(64));
	ck_assert_int_eq(fetcher_new(&c, &f), 0);
	const struct fetch *first = fetch_one(f, a, arena_printf(a, "http://127.0.0.1:%d/to-private", port));
	ck_assert(first->outcome == FETCH_ELSEWHERE && sv_eq(first->next_url, SV("http://10.0.0.5:8080/")) && first->n_hops == 1);
	const struct fetch *then = fetch_it(f, a, &(struct fetch_request){ .url = first->next_url, .hops = first->hops, .n_hops = first->n_hops });
	ck_assert(then->outcome == FETCH_BLOCKED_ADDRESS && then->n_hops == 2 && sv_eq(then->hops[0], first->url));
	struct sv many[LIMIT_REDIRECTS + 1];
	for (size_t i = 0; i <= LIMIT_REDIRECTS; i++)
		many[i] = first->url;
	ck_assert_int_eq(fetch_it(f, a, &(struct fetch_request){ .url = first->url, .hops = many, .n_hops = LIMIT_REDIRECTS + 1 })->outcome, FETCH_TOO_MANY_REDIRECTS);
}
END_TEST

START_TEST(what_is_wanted_decides_what_is_taken)
{
	struct fetch_config c = config();
	AUTO_FETCHER f = NULL;
	AUTO_ARENA a = arena_new(MIB(64));
	ck_assert_int_eq(fetcher_new(&c, &f), 0);
	struct sv feed = arena_printf(a, "http://127.0.0.1:%d/feed", port), big = arena_printf(a, "http://127.0.0.1:%d/big-untold", port);
	ck_assert_int_eq(fetch_one(f, a, feed)->outcome, FETCH_NOT_ARTICLE);
	ck_assert_int_eq(fetch_it(f, a, &(struct fetch_request){ .url = feed, .purpose = PURPOSE_FEED })->outcome, FETCH_OK);
	const struct fetch *is = fetch_it(f, a, &(struct fetch_request){ .url = big, .purpose = PURPOSE_ROBOTS });
	ck_assert_int_eq(is->outcome, FETCH_OK);
	ck_assert(is->body.n > LIMIT_ROBOTS - KIB(32) && is->body.n <= LIMIT_ROBOTS);
}
END_TEST

START_TEST(what_is_known_is_asked_for_again_with_its_marks)
{
	struct fetch_config c = config();
	AUTO_FETCHER f = NULL;
	AUTO_ARENA a = arena_new(MIB(64));
	ck_assert_int_eq(fetcher_new(&c, &f), 0);
	struct fetch_request again = { .url = arena_printf(a, "http://127.0.0.1:%d/304", port), .etag = SV("\"v1\""), .last_modified = SV("Sun, 06 Nov 1994 08:49:37 GMT") };
	const struct fetch *is = fetch_it(f, a, &again);
	ck_assert_int_eq(is->outcome, FETCH_UNCHANGED);
	ck_assert(sv_has(is->request_head, SV("\r\nIf-None-Match: \"v1\"\r\n")) && sv_has(is->request_head, SV("\r\nIf-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT\r\n")));
	again.etag = SV("x\r\nEvil: 1");
	ck_assert(!sv_has(fetch_it(f, a, &again)->request_head, SV("Evil")));
	is = fetch_one(f, a, arena_printf(a, "http://127.0.0.1:%d/marked", port));
	ck_assert(sv_eq(is->etag, SV("W/\"7\"")) && sv_eq(is->last_modified, SV("Sun, 06 Nov 1994 08:49:37 GMT")));
	is = fetch_one(f, a, arena_printf(a, "http://127.0.0.1:%d/later", port));
	ck_assert(is->outcome == FETCH_BUSY && is->retry_after == 86400);
}
END_TEST

START_TEST(a_site_that_cannot_compress_is_asked_for_plain_bytes)
{
	struct fetch_config c = config();
	AUTO_FETCHER f = NULL;
	AUTO_ARENA a = arena_new(MIB(64));
	ck_assert_int_eq(fetcher_new(&c, &f), 0);
	const struct fetch *is = fetch_one(f, a, arena_printf(a, "http://127.0.0.1:%d/gzip-lie", port));
	ck_assert_int_eq(is->outcome, FETCH_ENCODING);
	ck_assert(sv_has(is->request_head, SV("Accept-Encoding: identity\r\n")));
	ck_assert_uint_eq(is->n_hops, 1);
}
END_TEST

START_TEST(the_environments_proxy_is_not_asked)
{
	struct fetch_config c = config();
	AUTO_FETCHER f = NULL;
	AUTO_ARENA a = arena_new(MIB(64));
	(void)setenv("http_proxy", "http://127.0.0.1:1", 1);
	(void)setenv("ALL_PROXY", "http://127.0.0.1:1", 1);
	ck_assert_int_eq(fetcher_new(&c, &f), 0);
	ck_assert_int_eq(fetch_one(f, a, arena_printf(a, "http://127.0.0.1:%d/plain", port))->outcome, FETCH_OK);
	(void)unsetenv("http_proxy");
	(void)unsetenv("ALL_PROXY");
}
END_TEST

START_TEST(many_are_fetched_at_once)
{
	struct fetch_config c = config();
	AUTO_FETCHER f = NULL;
	AUTO_ARENA a = arena_new(MIB(64));
	size_t ended = 0, fine = 0;
	int tags[20];
	ck_assert_int_eq(fetcher_new(&c, &f), 0);
	for (size_t i = 0; i < 20; i++)
		ck_assert_int_eq(fetcher_start(f, a, &(struct fetch_request){ .url = arena_printf(a, "http://127.0.0.1:%d%s", port, i == 7 ? "/404" : "/chunked"), .tag = &tags[i] }), 0);
	for (int64_t until = clock_ticks() + 8 * CLOCK_SECOND; ended < 20 && clock_ticks() < until;) {
		ck_assert_int_eq(fetcher_wait(f, 100, NULL, 0), 0);
		for (const struct fetch *is; (is = fetcher_take(f)) != NULL; ended++) {
			fine += is->outcome == FETCH_OK;
			ck_assert(is->outcome == FETCH_OK || is->tag == &tags[7]);
		}
	}
	ck_assert_uint_eq(ended, 20);
	ck_assert_uint_eq(fine, 19);
}
END_TEST

START_TEST(a_bomb_is_stopped_where_it_opens)
{
	/* Raw deflate of many equal bytes: one stored table and copies; made here from its repeating part. */
	static const unsigned char head[] = { 0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xec, 0xc1, 0x01, 0x01, 0, 0, 0, 0x80, 0x90, 0xfe, 0xaf, 0xee, 0x08, 0x0a };
	AUTO_BUF coded = BUF_INIT(MIB(1)), out = BUF_INIT(LIMIT_FETCH_BODY);
	buf_add(&coded, (struct sv){ (const char *)head, sizeof(head) });
	for (size_t i = 0; i < 8000; i++)
		buf_add_char(&coded, 0);
	int r = unpack(SV("gzip"), buf_sv(&coded), &out);
	ck_assert_int_eq(r, UNPACK_TOO_LARGE);
	ck_assert_uint_le(out.n, LIMIT_FETCH_BODY);
}
END_TEST

int main(void)
{
	Suite *s = suite_create("fetch");
	TCase *t = tcase_create("fetch");
	tcase_set_timeout(t, 60);
	tcase_add_unchecked_fixture(t, server_start, server_stop);
	tcase_add_test(t, every_kind_of_answer_ends_in_its_own_state);
	tcase_add_test(t, an_answer_is_kept_as_it_came);
	tcase_add_test(t, nothing_private_is_reached_without_the_list);
	tcase_add_test(t, no_redirect_leads_into_a_private_network);
	tcase_add_test(t, a_page_on_another_site_waits_for_leave);
	tcase_add_test(t, what_is_wanted_decides_what_is_taken);
	tcase_add_test(t, what_is_known_is_asked_for_again_with_its_marks);
	tcase_add_test(t, a_site_that_cannot_compress_is_asked_for_plain_bytes);
	tcase_add_test(t, the_environments_proxy_is_not_asked);
	tcase_add_test(t, many_are_fetched_at_once);
	tcase_add_test(t, a_bomb_is_stopped_where_it_opens);
	suite_add_tcase(s, t);
	return suite_run(s);
}
