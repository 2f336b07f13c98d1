#include <check.h>
#include <errno.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sys/supervisor.h"
#include "../lib/suite.h"

static char dir[] = "/tmp/crosscheck-sys-XXXXXX";
static char path[64];
static int told[2]; /* children write their pids here */

static void begin(void)
{
	ck_assert_ptr_nonnull(mkdtemp(dir));
	(void)snprintf(path, sizeof(path), "%s/web.sock", dir);
	ck_assert_int_eq(pipe(told), 0);
}

static void end(void)
{
	(void)unlink(path);
	(void)rmdir(dir);
}

START_TEST(the_socket_is_for_owner_and_group)
{
	struct stat st;
	int fd = -1, other = -1;
	ck_assert_int_eq(supervisor_listen(sv_cstr(path), &fd), 0);
	ck_assert_int_eq(stat(path, &st), 0);
	ck_assert(S_ISSOCK(st.st_mode));
	ck_assert_int_eq(st.st_mode & 0777, 0660);
	/* Somebody listens: refused, and the socket stays theirs. */
	ck_assert_int_eq(supervisor_listen(sv_cstr(path), &other), -EADDRINUSE);
	(void)close(fd);
	/* Left by a dead process: replaced. */
	ck_assert_int_eq(supervisor_listen(sv_cstr(path), &fd), 0);
	(void)close(fd);
}
END_TEST

START_TEST(a_path_must_fit)
{
	char longer[200] = { 0 };
	int fd;
	memset(longer, 'x', sizeof(longer) - 1);
	ck_assert_int_eq(supervisor_listen(sv_cstr(longer), &fd), -ENAMETOOLONG);
	ck_assert_int_eq(supervisor_listen(SV(""), &fd), -ENAMETOOLONG);
	ck_assert_int_eq(supervisor_listen(SV("/no/such/folder/web.sock"), &fd), -ENOENT);
}
END_TEST

static volatile sig_atomic_t stopped;

static void on_stop(int sig)
{
	(void)sig;
	stopped = 1;
}

static int child(void *context, int fd)
{
	(void)context, (void)fd;
	struct sigaction act = { .sa_handler = on_stop };
	(void)sigaction(SIGTERM, &act, NULL);
	pid_t self = getpid();
	(void)!write(told[1], &self, sizeof(self));
	while (!stopped)
		(void)usleep(10000);
	/* Drained: says so with its pid negated. */
	self = -self;
	(void)!write(told[1], &self, sizeof(self));
	return 0;
}

static pid_t heard(void)
{
	pid_t pid = 0;
	ck_assert_int_eq(read(told[0], &pid, sizeof(pid)), sizeof(pid));
	return pid;
}

START_TEST(children_are_replaced_and_drained)
{
	pid_t parent = fork();
	if (parent == 0) {
		struct supervisor s = { .listen_fd = -1, .n_children = 2, .child = child };
		_exit(supervisor_run(&s) == 0 ? 0 : 9);
	}
	pid_t first = heard(), second = heard();
	ck_assert(first > 0 && second > 0 && first != second);
	ck_assert_int_eq(kill(first, SIGKILL), 0);
	pid_t third = heard();
	ck_assert(third > 0 && third != first && third != second);
	ck_assert_int_eq(kill(parent, SIGTERM), 0);
	pid_t a = heard(), b = heard();
	ck_assert((a == -second && b == -third) || (a == -third && b == -second));
	int status;
	ck_assert_int_eq(waitpid(parent, &status, 0), parent);
	ck_assert(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}
END_TEST

int main(void)
{
	Suite *s = suite_create("sys_supervisor");
	TCase *c = tcase_create("supervisor");
	tcase_add_checked_fixture(c, begin, end);
	tcase_set_timeout(c, 20);
	tcase_add_test(c, the_socket_is_for_owner_and_group);
	tcase_add_test(c, a_path_must_fit);
	tcase_add_test(c, children_are_replaced_and_drained);
	suite_add_tcase(s, c);
	return suite_run(s);
}
