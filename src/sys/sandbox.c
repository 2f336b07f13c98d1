#include "sys/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <signal.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/err.h"

/* What a program needs that only computes. */
static const int allowed[] = {
	SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap),
	SCMP_SYS(madvise), SCMP_SYS(futex), SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigprocmask), SCMP_SYS(close), SCMP_SYS(fstat),
	SCMP_SYS(clock_gettime), SCMP_SYS(getrandom), SCMP_SYS(restart_syscall),
};

/* Refused with an error and not by death: libraries look for optional files (ICU's data, locales) and go on without. */
static const int refused[] = {
	SCMP_SYS(open), SCMP_SYS(openat), SCMP_SYS(openat2), SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(statx), SCMP_SYS(access),
	SCMP_SYS(faccessat), SCMP_SYS(faccessat2), SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getcwd),
};

/* Memory, but never memory that can be executed. */
static const int without_exec[] = { SCMP_SYS(mmap), SCMP_SYS(mprotect) };

static int limit(int what, rlim_t most)
{
	struct rlimit l = { most, most };
	return setrlimit((__rlimit_resource_t)what, &l) == 0 ? 0 : ERR_NEW(-errno, "setting resource limit %d", what);
}

static int set_limits(const struct sandbox_limits *limits)
{
	int r = limit(RLIMIT_CPU, limits->cpu_seconds);
#ifndef __SANITIZE_ADDRESS__ /* whose shadow memory alone is terabytes */
	if (r == 0)
		r = limit(RLIMIT_AS, limits->memory);
#endif
	static const int none[] = { RLIMIT_FSIZE, RLIMIT_CORE, RLIMIT_NPROC, RLIMIT_MEMLOCK };
	for (size_t i = 0; r == 0 && i < sizeof(none) / sizeof(*none); i++)
		r = limit(none[i], 0);
	return r == 0 ? limit(RLIMIT_NOFILE, 3) : ERR_PASS(r);
}

/* A rule set that handles every file access the kernel knows and allows none. */
static int lock_files(void)
{
	long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
	if (abi < 1)
		return errno == ENOSYS || errno == EOPNOTSUPP ? 0 : ERR_NEW(-errno, "asking for Landlock");
	/* ABI 1 knows 13 rights, 2 adds moving, 3 truncating. */
	struct landlock_ruleset_attr attr = { .handled_access_fs = (UINT64_C(1) << (abi >= 3 ? 15 : abi == 2 ? 14 : 13)) - 1 };
	int fd = (int)syscall(SYS_landlock_create_ruleset, &attr, sizeof(attr), 0);
	if (fd < 0)
		return ERR_NEW(-errno, "making Landlock's rules");
	int r = syscall(SYS_landlock_restrict_self, fd, 0) == 0 ? 0 : ERR_NEW(-errno, "setting Landlock's rules");
	(void)close(fd);
	return r;
}

static void filter_release(scmp_filter_ctx *filter)
{
	if (*filter != NULL)
		seccomp_release(*filter);
}

static int add_rules(scmp_filter_ctx filter)
{
	int r = 0;
	for (size_t i = 0; r == 0 && i < sizeof(allowed) / sizeof(*allowed); i++)
		r = seccomp_rule_add(filter, SCMP_ACT_ALLOW, allowed[i], 0);
	for (size_t i = 0; r == 0 && i < sizeof(refused) / sizeof(*refused); i++)
		r = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), refused[i], 0);
	for (size_t i = 0; r == 0 && i < sizeof(without_exec) / sizeof(*without_exec); i++)
		r = seccomp_rule_add(filter, SCMP_ACT_ALLOW, without_exec[i], 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
	/* fstat is newfstatat with an empty path; one that follows a path is stopped by Landlock and finds nothing to open. */
	if (r == 0)
		r = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(newfstatat), 1, SCMP_A3(SCMP_CMP_MASKED_EQ, AT_EMPTY_PATH, AT_EMPTY_PATH));
	if (r == 0)
		r = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(newfstatat), 1, SCMP_A3(SCMP_CMP_MASKED_EQ, AT_EMPTY_PATH, 0));
	return r;
}

static int lock_calls(void)
{
	__attribute__((cleanup(filter_release))) scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
	if (filter == NULL)
		return ERR_NEW(-ENOMEM, "making the system call filter");
	int r = add_rules(filter);
	if (r == 0)
		r = seccomp_load(filter);
	return r == 0 ? 0 : ERR_NEW(r, "loading the system call filter");
}

int sandbox_enter(const struct sandbox_limits *limits)
{
	if (close_range(3, ~0U, 0) != 0 || prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || prctl(PR_SET_DUMPABLE, 0) != 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return ERR_NEW(-errno, "giving up privileges");
	int r = lock_files();
	if (r == 0)
		r = set_limits(limits);
	if (r == 0)
		r = lock_calls();
	if (r < 0)
		return ERR_PASS(r);
	/* The test of it all: a file everybody may read. */
	if (open("/etc/passwd", O_RDONLY | O_CLOEXEC) >= 0 || errno != EACCES)
		return ERR_NEW(-EPERM, "the sandbox does not hold");
	return 0;
}
