#ifndef NET_EXCHANGE_H
#define NET_EXCHANGE_H
/*
 * One request and its answer on a libcurl handle: the options that make it safe, the callbacks that count, and why it
 * stopped. For net/fetch.c alone.
 */
#include <curl/curl.h>

#include "base/buf.h"
#include "net/fetch.h"

struct exchange {
	const struct fetch_config *config;
	const struct fetch_request *request;
	CURL *curl;
	struct curl_slist *headers;
	struct buf sent, head, body; /* the request's head, the answer's last head, its body as received */
	size_t head_bytes, head_lines; /* of all heads and trailers */
	int64_t began;               /* clock_ticks */
	bool is_plain;               /* ask for the body without compression */
	bool must_be_listed;         /* only addresses on the allow list */
	bool was_blocked, was_tried; /* an address was refused; one was not */
	bool stopped;                /* by us, for `why` */
	enum fetch_outcome why;
};

/* Makes the handle; its cookies live as long as it. Both are borrowed. */
int exchange_open(struct exchange *x, const struct fetch_config *config, const struct fetch_request *request) __attribute__((warn_unused_result));
void exchange_close(struct exchange *x);
/* Ready to ask for `url` (ASCII, from url_href) within `us` microseconds. */
int exchange_prepare(struct exchange *x, const char *url, int64_t us) __attribute__((warn_unused_result));
/* How the transfer ended, its status apart: libcurl's code and our own flags put together. */
enum fetch_outcome exchange_outcome(const struct exchange *x, CURLcode rc);
/* A header of the last head, trimmed; p == NULL when absent. */
struct sv exchange_header(const struct exchange *x, struct sv name);
int exchange_status(const struct exchange *x);
#endif
