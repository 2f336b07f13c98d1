#ifndef SYS_SUPERVISOR_H
#define SYS_SUPERVISOR_H
/*
 * The parent of pre-forked workers: makes the unix socket, starts n children, starts another for each that ends, and on
 * SIGTERM or SIGINT asks all to finish what they do and waits for them. The parent itself serves nothing.
 */
#include "base/sv.h"

struct supervisor {
	int listen_fd;
	int n_children;
	/* Runs in each child until SIGTERM; its result is the child's exit status. */
	int (*child)(void *context, int listen_fd);
	void *context;
};

/*
 * A listening unix socket at `path` with mode 0660. A socket left by a dead process is replaced; one on which somebody still
 * listens is an error (-EADDRINUSE).
 */
int supervisor_listen(struct sv path, int *ret_fd) __attribute__((warn_unused_result));
/* Runs until told to stop and all children have ended (those that take longer than 20 s are killed). 0, or negative. */
int supervisor_run(const struct supervisor *s) __attribute__((warn_unused_result));
#endif
