#ifndef WORKER_WORK_H
#define WORKER_WORK_H
/*
 * The worker's loop: takes due jobs from the database under a lease, fetches many at once, has each page read in the sandbox and
 * stores what it holds. NOTIFY wakes it, looking every few seconds is what it relies on.
 */
#include <signal.h>

#include "base/sv.h"

struct work_config {
	const char *conninfo; /* as role worker */
	const char *parser;   /* path of crosscheck-parse */
	struct sv allow;      /* net/fetch.h; these hosts have no rest between fetches and several connections */
	struct sv user_agent; /* begins with MANNERS_AGENT and holds a contact */
};

/* Runs until *stop is set: then no new job is taken and those under way are ended. */
int work_run(const struct work_config *config, const volatile sig_atomic_t *stop) __attribute__((warn_unused_result));
#endif
