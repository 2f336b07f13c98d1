#ifndef SYS_SANDBOX_H
#define SYS_SANDBOX_H
/*
 * Gives up everything a process does not need to turn bytes on stdin into bytes on stdout: resource limits, no new
 * privileges, Landlock without any rule, and a list of the few system calls that are left (seccomp). There is no way back.
 */
#include <stddef.h>

struct sandbox_limits {
	size_t memory;     /* bytes of address space */
	unsigned cpu_seconds; /* of the whole process */
};

/*
 * Fails closed: any step that fails, and a file that can still be opened afterwards, is an error, after which the caller must
 * end. Landlock is left out on a kernel without it. Opening files then fails with EACCES; every other call beyond reading,
 * writing and memory ends the process (SIGSYS). Open descriptors beyond stderr are closed.
 */
int sandbox_enter(const struct sandbox_limits *limits) __attribute__((warn_unused_result));
#endif
