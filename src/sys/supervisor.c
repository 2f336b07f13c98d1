#include "sys/supervisor.h"

#include <errno.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/err.h"
#include "base/log.h"

enum { CHILDREN_MOST = 64, BACKLOG = 511, DRAIN_SECONDS = 20 };

static bool is_listened_on(const struct sockaddr_un *at)
{
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	bool taken = fd >= 0 && connect(fd, (const struct sockaddr *)at, sizeof(*at)) == 0;
	if (fd >= 0)
		(void)close(fd);
	return taken;
}

static int bind_and_listen(int fd, const struct sockaddr_un *at)
{
	if (is_listened_on(at))
		return ERR_NEW(-EADDRINUSE, "somebody listens on %s already", at->sun_path);
	if (unlink(at->sun_path) != 0 && errno != ENOENT)
		return ERR_NEW(-errno, "unlink %s", at->sun_path);
	mode_t before = umask(0117);
	int r = bind(fd, (const struct sockaddr *)at, sizeof(*at)) == 0 ? 0 : -errno;
	(void)umask(before);
	if (r != 0)
		return ERR_NEW(r, "bind %s", at->sun_path);
	return listen(fd, BACKLOG) == 0 ? 0 : ERR_NEW(-errno, "listen");
}

int supervisor_listen(struct sv path, int *ret_fd)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	if (path.n == 0 || path.n >= sizeof(at.sun_path))
		return ERR_NEW(-ENAMETOOLONG, "the socket's path has %zu bytes, at most %zu fit", path.n, sizeof(at.sun_path) - 1);
	memcpy(at.sun_path, path.p, path.n);
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (fd < 0)
		return ERR_NEW(-errno, "socket");
	int r = bind_and_listen(fd, &at);
	if (r < 0) {
		(void)close(fd);
		return ERR_PASS(r);
	}
	*ret_fd = fd;
	return 0;
}

struct child {
	pid_t pid;
	int64_t began;
};

/* The child's side: default signals, dies with its parent. */
static _Noreturn void run_child(const struct supervisor *s, const sigset_t *mask)
{
	(void)prctl(PR_SET_PDEATHSIG, SIGTERM);
	(void)sigprocmask(SIG_SETMASK, mask, NULL);
	int r = s->child(s->context, s->listen_fd);
	_exit(r < 0 ? 1 : r);
}

static int start(const struct supervisor *s, struct child *c, const sigset_t *mask)
{
	pid_t pid = fork();
	if (pid < 0)
		return ERR_NEW(-errno, "fork");
	if (pid == 0)
		run_child(s, mask);
	*c = (struct child){ pid, clock_ticks() };
	return 0;
}

static void log_end(pid_t pid, int status)
{
	bool killed = WIFSIGNALED(status);
	if (killed || WEXITSTATUS(status) != 0)
		log_event(LOG_ERROR, "child.ended", KV_I64("child", pid), KV_I64(killed ? "signal" : "status", killed ? WTERMSIG(status) : WEXITSTATUS(status)));
}

/* Takes back the ended children; their places have pid 0 then. A child that lived less than a second makes us wait, so that a broken start does not spin. */
static int reap(struct child *children, int n)
{
	int status, alive = 0;
	pid_t pid;
	while ((pid = waitpid(-1, &status, WNOHANG)) > 0)
		for (int i = 0; i < n; i++)
			if (children[i].pid == pid) {
				log_end(pid, status);
				if (clock_ticks() - children[i].began < CLOCK_SECOND && status != 0)
					(void)nanosleep(&(struct timespec){ .tv_nsec = 500000000 }, NULL);
				children[i].pid = 0;
			}
	for (int i = 0; i < n; i++)
		alive += children[i].pid != 0;
	return alive;
}

static void tell(const struct child *children, int n, int sig)
{
	for (int i = 0; i < n; i++)
		if (children[i].pid > 0)
			(void)kill(children[i].pid, sig);
}

static int drain(struct child *children, int n, const sigset_t *watched)
{
	int64_t until = clock_ticks() + DRAIN_SECONDS * CLOCK_SECOND;
	tell(children, n, SIGTERM);
	while (reap(children, n) > 0 && clock_ticks() < until)
		(void)sigtimedwait(watched, NULL, &(struct timespec){ .tv_nsec = 100000000 });
	tell(children, n, SIGKILL);
	while (reap(children, n) > 0)
		(void)sigtimedwait(watched, NULL, &(struct timespec){ .tv_nsec = 100000000 });
	return 0;
}

int supervisor_run(const struct supervisor *s)
{
	struct child children[CHILDREN_MOST] = { 0 };
	int n = s->n_children < CHILDREN_MOST ? s->n_children : CHILDREN_MOST;
	sigset_t watched, before;
	sigemptyset(&watched);
	sigaddset(&watched, SIGTERM);
	sigaddset(&watched, SIGINT);
	sigaddset(&watched, SIGCHLD);
	if (sigprocmask(SIG_BLOCK, &watched, &before) != 0)
		return ERR_NEW(-errno, "sigprocmask");
	for (;;) {
		for (int i = 0; i < n; i++) {
			int r = children[i].pid ? 0 : start(s, &children[i], &before);
			if (r < 0) {
				(void)drain(children, n, &watched);
				return ERR_PASS(r);
			}
		}
		int sig = sigwaitinfo(&watched, NULL);
		if (sig == SIGTERM || sig == SIGINT)
			return drain(children, n, &watched);
		(void)reap(children, n);
	}
}
