#ifndef WORKER_MANNERS_H
#define WORKER_MANNERS_H
/*
 * How the worker behaves towards sites: what their robots.txt asks (RFC 9309; kept in the database for a day, so that all workers
 * know it) and how long a host is left alone between two fetches.
 */
#include "net/fetch.h"
#include "store/store.h"

/* The robots.txt name this program goes by. */
#define MANNERS_AGENT "Crosscheck"

enum manners_verdict {
	MANNERS_GO,
	MANNERS_ASK,         /* robots.txt must be fetched first, from `robots_url` */
	MANNERS_REFUSED,     /* FETCH_ROBOTS */
	MANNERS_UNREACHABLE, /* FETCH_ROBOTS_UNREACHABLE */
};

struct manners {
	enum manners_verdict verdict;
	struct sv host, origin, robots_url;
	double rest; /* seconds to leave the host alone after the fetch */
};

/* May `url` be fetched now? What is no URL of the web may go: the fetcher refuses it. Negative: the database failed. */
int manners_look(struct db *db, struct arena *a, struct sv url, struct manners *ret) __attribute__((warn_unused_result));
/*
 * Keeps what came back for robots_url. *ret_hopeless: the site cannot be reached at all, so its pages cannot either, and how
 * this fetch ended is how the page's would.
 */
int manners_learn(struct db *db, const struct manners *m, const struct fetch *robots, bool *ret_hopeless) __attribute__((warn_unused_result));
/* Leaves the host alone for m->rest or as long as it asked for (seconds), whichever is longer. */
int manners_rest(struct db *db, const struct manners *m, int retry_after) __attribute__((warn_unused_result));
#endif
