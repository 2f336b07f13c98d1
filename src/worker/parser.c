#include "worker/parser.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/err.h"
#include "base/limits.h"
#include "base/log.h"
#include "wire/article_json.h"
#include "worker/frame.h"

struct parser {
	const char *program;
	pid_t pid;    /* 0: none runs */
	int fd;       /* our end of the socket pair */
	int n_served;
};

struct parser *parser_new(struct arena *a, const char *program)
{
	struct parser *p = ARENA_NEW(a, struct parser);
	*p = (struct parser){ .program = program, .fd = -1 };
	return p;
}

void parser_stop(struct parser *p)
{
	if (p->pid == 0)
		return;
	(void)close(p->fd);
	(void)kill(p->pid, SIGKILL);
	(void)waitpid(p->pid, NULL, 0);
	p->pid = 0;
	p->fd = -1;
	p->n_served = 0;
}

/* The child gets its end as stdin and stdout, our stderr, an empty environment and nothing else. */
static int spawn(struct parser *p, int theirs)
{
	char *const argv[] = { (char[]){ "crosscheck-parse" }, NULL }, *const env[] = { NULL };
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attr;
	sigset_t none;
	(void)sigemptyset(&none);
	(void)posix_spawn_file_actions_init(&actions);
	(void)posix_spawnattr_init(&attr);
	(void)posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGMASK);
	(void)posix_spawnattr_setsigmask(&attr, &none);
	int r = posix_spawn_file_actions_adddup2(&actions, theirs, STDIN_FILENO);
	if (r == 0)
		r = posix_spawn_file_actions_adddup2(&actions, theirs, STDOUT_FILENO);
	if (r == 0)
		r = posix_spawn(&p->pid, p->program, &actions, &attr, argv, env);
	(void)posix_spawn_file_actions_destroy(&actions);
	(void)posix_spawnattr_destroy(&attr);
	return r == 0 ? 0 : ERR_NEW(-r, "starting %s", p->program);
}

static int start(struct parser *p)
{
	int pair[2];
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
		return ERR_NEW(-errno, "making a socket pair");
	int r = spawn(p, pair[1]);
	(void)close(pair[1]);
	if (r < 0) {
		(void)close(pair[0]);
		p->pid = 0;
		return ERR_PASS(r);
	}
	p->fd = pair[0];
	return 0;
}

/* Moves bytes until all are through or the deadline (clock_ticks) is over. 0 or one of the outcomes. */
static int transfer(struct parser *p, short events, char *bytes, size_t n, int64_t deadline)
{
	for (size_t at = 0; at < n;) {
		int64_t left = deadline - clock_ticks();
		struct pollfd poller = { .fd = p->fd, .events = events };
		int ready = left <= 0 ? 0 : poll(&poller, 1, (int)(left / 1000) + 1);
		if (ready < 0 && errno == EINTR)
			continue;
		if (ready <= 0)
			return PARSER_TOO_SLOW;
		ssize_t moved = events == POLLIN ? recv(p->fd, bytes + at, n - at, MSG_DONTWAIT) : send(p->fd, bytes + at, n - at, MSG_DONTWAIT | MSG_NOSIGNAL);
		if (moved < 0 && (errno == EAGAIN || errno == EINTR))
			continue;
		if (moved <= 0)
			return PARSER_CRASHED;
		at += (size_t)moved;
	}
	return 0;
}

static int send_document(struct parser *p, const struct parser_document *in, int64_t deadline)
{
	struct sv type = sv_sub(in->content_type, 0, FRAME_TYPE_MAX);
	struct frame_request head = { .url_n = (uint32_t)in->url.n, .type_n = (uint32_t)type.n, .body_n = (uint32_t)in->body.n, .fetched = in->fetched };
	AUTO_BUF all = BUF_INIT(LIMIT_FETCH_BODY + LIMIT_URL + FRAME_TYPE_MAX + sizeof(head));
	buf_add(&all, (struct sv){ (const char *)&head, sizeof(head) });
	buf_add(&all, in->url);
	buf_add(&all, type);
	buf_add(&all, in->body);
	if (all.failed)
		return PARSER_NONSENSE;
	return transfer(p, POLLOUT, all.p, all.n, deadline);
}

static int receive_text(struct parser *p, struct arena *a, size_t n, int64_t deadline, struct sv *ret)
{
	char *bytes = arena_alloc(a, n);
	*ret = (struct sv){ bytes, n };
	return transfer(p, POLLIN, bytes, n, deadline);
}

/* The answer's two texts into structs, each checked by its reader. */
static int believe(struct arena *a, struct sv article, struct sv claims, struct parser_answer *ret)
{
	AUTO_JSON json = NULL;
	int r = article_json_read(a, article, &ret->article);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : PARSER_NONSENSE;
	ret->text = article_text(a, &ret->article);
	r = json_read(claims, &json);
	if (r == 0)
		r = claims_json_read(a, json, ret->text, &ret->claims);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : PARSER_NONSENSE;
	return 0;
}

static int converse(struct parser *p, struct arena *a, const struct parser_document *in, struct parser_answer *ret)
{
	struct frame_answer head = { 0 };
	struct sv article, claims;
	int64_t deadline = clock_ticks() + PARSER_DEADLINE_MS * INT64_C(1000);
	int r = send_document(p, in, deadline);
	if (r == 0)
		r = transfer(p, POLLIN, (char *)&head, sizeof(head), deadline);
	if (r == 0 && (size_t)head.article_n + head.claims_n > LIMIT_PARSE_OUTPUT)
		return PARSER_NONSENSE;
	if (r == 0)
		r = receive_text(p, a, head.article_n, deadline, &article);
	if (r == 0)
		r = receive_text(p, a, head.claims_n, deadline, &claims);
	ret->n_replaced = head.n_replaced;
	if (r == 0)
		r = believe(a, article, claims, ret);
	return r < 0 ? ERR_PASS(r) : r;
}

int parser_read(struct parser *p, struct arena *a, const struct parser_document *in, struct parser_answer *ret)
{
	int r = p->pid != 0 ? 0 : start(p);
	if (r < 0)
		return ERR_PASS(r);
	*ret = (struct parser_answer){ 0 };
	r = converse(p, a, in, ret);
	if (r != 0 || ++p->n_served >= PARSER_DOCUMENTS)
		parser_stop(p);
	return r < 0 ? ERR_PASS(r) : r;
}
