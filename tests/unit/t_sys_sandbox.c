/* Each forbidden act is tried in a child of its own that has entered the sandbox. */
#include <check.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/limits.h"
#include "sys/sandbox.h"
#include "../lib/suite.h"

/* Exit statuses of the children. */
enum { STAYED_WELL = 0, WAS_REFUSED = 7, GOT_THROUGH = 8, NO_SANDBOX = 9 };

static int work(void)
{
	char *p = mmap(NULL, MIB(32), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (p == MAP_FAILED)
		return WAS_REFUSED;
	p[MIB(32) - 1] = 1;
	return munmap(p, MIB(32)) == 0 && write(STDOUT_FILENO, "", 0) == 0 ? STAYED_WELL : WAS_REFUSED;
}
static int open_file(void) { return open("/etc/hostname", O_RDONLY) < 0 ? WAS_REFUSED : GOT_THROUGH; }
static int make_file(void) { return open("/tmp/sandbox-test", O_WRONLY | O_CREAT, 0600) < 0 ? WAS_REFUSED : GOT_THROUGH; }
static int look_at_file(void)
{
	struct stat st;
	return stat("/etc/passwd", &st) != 0 ? WAS_REFUSED : GOT_THROUGH;
}
static int open_socket(void) { return socket(AF_INET, SOCK_STREAM, 0) < 0 ? WAS_REFUSED : GOT_THROUGH; }
static int open_unix_socket(void) { return socket(AF_UNIX, SOCK_STREAM, 0) < 0 ? WAS_REFUSED : GOT_THROUGH; }
static int run_program(void)
{
	(void)execl("/bin/true", "true", (char *)NULL);
	return WAS_REFUSED;
}
static int make_process(void) { return fork() < 0 ? WAS_REFUSED : GOT_THROUGH; }
static int signal_parent(void) { return kill(getppid(), 0) != 0 ? WAS_REFUSED : GOT_THROUGH; }
static int make_code(void)
{
	return mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? WAS_REFUSED : GOT_THROUGH;
}
/* The address sanitizer reserves terabytes, so that RLIMIT_AS cannot be set under it. */
#ifndef __SANITIZE_ADDRESS__
static int eat_memory(void)
{
	for (int i = 0; i < 64; i++)
		if (mmap(NULL, MIB(32), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED)
			return WAS_REFUSED;
	return GOT_THROUGH;
}
#endif
static int never_end(void)
{
	for (volatile unsigned i = 0;; i++)
		;
	return GOT_THROUGH;
}

static const struct act {
	const char *name;
	int (*try)(void);
	int exit_status; /* the right one; -1: killed */
} acts[] = {
	{ "work", work, STAYED_WELL },
	{ "open a file", open_file, WAS_REFUSED },
	{ "make a file", make_file, WAS_REFUSED },
	{ "look at a file", look_at_file, WAS_REFUSED },
	{ "open a socket", open_socket, -1 },
	{ "open a unix socket", open_unix_socket, -1 },
	{ "run a program", run_program, -1 },
	{ "make a process", make_process, -1 },
	{ "signal the parent", signal_parent, -1 },
	{ "make code", make_code, -1 },
#ifndef __SANITIZE_ADDRESS__
	{ "eat memory", eat_memory, WAS_REFUSED },
#endif
	{ "never end", never_end, -1 },
};

START_TEST(nothing_but_computing_is_left)
{
	for (size_t i = 0; i < sizeof(acts) / sizeof(*acts); i++) {
		pid_t child = fork();
		if (child == 0)
			_exit(sandbox_enter(&(struct sandbox_limits){ .memory = MIB(512), .cpu_seconds = 1 }) != 0 ? NO_SANDBOX : acts[i].try());
		int status = 0;
		ck_assert_int_eq(waitpid(child, &status, 0), child);
		if (acts[i].exit_status >= 0)
			ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == acts[i].exit_status, "%s: status %x", acts[i].name, (unsigned)status);
		else
			ck_assert_msg(WIFSIGNALED(status), "%s: status %x", acts[i].name, (unsigned)status);
	}
}
END_TEST

/* The same acts without the sandbox: they must get through, or the test above shows nothing. */
START_TEST(the_acts_work_outside)
{
	static int (*const harmless[])(void) = { open_file, look_at_file, open_socket, open_unix_socket, make_code, signal_parent };
	for (size_t i = 0; i < sizeof(harmless) / sizeof(*harmless); i++) {
		pid_t child = fork();
		if (child == 0)
			_exit(harmless[i]());
		int status = 0;
		ck_assert_int_eq(waitpid(child, &status, 0), child);
		ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == GOT_THROUGH, "act %zu: status %x", i, (unsigned)status);
	}
}
END_TEST

int main(void)
{
#ifdef __SANITIZE_ADDRESS__
	puts("skipped: the address sanitizer needs system calls and memory that the sandbox refuses");
	return 77;
#endif
	Suite *s = suite_create("sandbox");
	TCase *t = tcase_create("sandbox");
	tcase_set_timeout(t, 60);
	tcase_add_test(t, nothing_but_computing_is_left);
	tcase_add_test(t, the_acts_work_outside);
	suite_add_tcase(s, t);
	return suite_run(s);
}
