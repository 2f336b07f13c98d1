#ifndef WORKER_FRAME_H
#define WORKER_FRAME_H
/*
 * What passes between the worker and crosscheck-parse, on the same machine: a head of fixed size, then the bytes it announces.
 * Many documents pass over one pair of pipes, one after the other.
 */
#include <stdint.h>

#include "base/sv.h"

struct frame_request {
	uint32_t url_n, type_n, body_n;
	uint32_t zero;
	int64_t fetched; /* instant */
};

struct frame_answer {
	uint32_t article_n, claims_n; /* two JSON texts (wire/article_json.h, wire/claims_json.h) */
	uint32_t n_replaced;          /* U+FFFD put in while decoding */
	uint32_t zero;
};

#define FRAME_TYPE_MAX 1024

/* Exactly n bytes, blocking. 0; 1: the other side ended before the first byte; negative: broken off or an error. */
int frame_read(int fd, void *p, size_t n) __attribute__((warn_unused_result));
int frame_write(int fd, struct sv bytes) __attribute__((warn_unused_result));
#endif
