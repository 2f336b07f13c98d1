#ifndef NET_FETCH_H
#define NET_FETCH_H
/*
 * Fetches pages from addresses that strangers name. Each fetch follows at most five redirects, judges every URL and every
 * address that is connected to, counts header, wire and decoded bytes itself, and ends within its time. Many run at once
 * in one thread: fetcher_start some, fetcher_wait until fetcher_take gives one that ended.
 */
#include "base/arena.h"
#include "base/clock.h"
#include "net/outcome.h"

struct fetcher;

struct fetch_config {
	struct sv allow;      /* private addresses that may be reached all the same, "127.0.0.1:8080" (net/address.h) */
	struct sv user_agent; /* with a contact in it */
	int64_t total_us;       /* for the whole fetch, redirects included; 0: 30 s */
	int64_t connect_us;     /* name resolution, connection and TLS of one hop; 0: 10 s */
	int64_t first_byte_us;  /* until the answer begins; 0: 10 s */
};

/* What the bytes are wanted for: which types are taken, how much of them, and whether redirects to other sites are followed. */
enum fetch_purpose {
	PURPOSE_PAGE,   /* an article; a redirect to another site ends it (FETCH_ELSEWHERE), as that site is asked for leave first */
	PURPOSE_ROBOTS, /* robots.txt: any type, the first MiB of it, redirects to anywhere */
	PURPOSE_FEED,   /* a feed, a sitemap: XML and JSON too, redirects to anywhere */
	PURPOSE_N
};

struct fetch_request {
	struct sv url;
	enum fetch_purpose purpose;
	const struct sv *hops; /* URLs that led here before, the first asked for first; they count as redirects */
	size_t n_hops;
	struct sv etag, last_modified; /* of what is known: an answer that nothing changed is FETCH_UNCHANGED; empty: none */
	void *tag;                     /* the caller's */
};

/* All strings live in the arena given to fetcher_start. */
struct fetch {
	struct sv url;             /* as asked for */
	void *tag;
	enum fetch_outcome outcome;
	struct sv why;             /* in words */
	struct sv final_url;       /* after redirects */
	const struct sv *hops;     /* every URL that was asked, the first to the final one */
	size_t n_hops;
	struct sv next_url;        /* FETCH_ELSEWHERE: where it leads */
	int status;                /* of the last answer; 0: none came */
	struct sv request_head, response_head; /* of the last exchange, as sent and received */
	struct sv content_type, etag, last_modified;
	struct sv wire_body;       /* as received: compressed if the site did so */
	struct sv body;            /* decoded */
	struct sv address;         /* that answered */
	int64_t started, ended;    /* instants */
	int retry_after;           /* seconds the site asks to wait (Retry-After, in either form), at most a day; 0: none given */
};

/* Configuration is borrowed for the fetcher's life. */
int fetcher_new(const struct fetch_config *config, struct fetcher **ret) __attribute__((warn_unused_result));
void fetcher_free(struct fetcher **f);
#define AUTO_FETCHER __attribute__((cleanup(fetcher_free))) struct fetcher *

/* Begins a fetch; even a bad URL comes back through fetcher_take. The arena must live until it is taken. */
int fetcher_start(struct fetcher *f, struct arena *a, const struct fetch_request *request) __attribute__((warn_unused_result));
/*
 * Moves all fetches on and waits up to `ms` for something to happen, on them or on the n file descriptors given (readable).
 */
int fetcher_wait(struct fetcher *f, int ms, const int *fds, size_t n) __attribute__((warn_unused_result));
/* One that ended, or NULL. */
const struct fetch *fetcher_take(struct fetcher *f);
/* A header of a head as received, trimmed; p == NULL when absent. */
struct sv fetch_header(struct sv head, struct sv name);
size_t fetcher_running(const struct fetcher *f);
#endif
