#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H
/* Every ceiling in one place, in bytes unless the name says otherwise. Numbers: docs/SECURITY.md, section Limits. */
#include <stddef.h>

#define KIB(n) ((size_t)(n) << 10)
#define MIB(n) ((size_t)(n) << 20)

enum {
	LIMIT_URL = 4096,
	LIMIT_CLAIM_CHARS = 4000,
	LIMIT_NOTE_CHARS = 10000,
	LIMIT_SEARCH_CHARS = 200,
	LIMIT_FIELDS = 200,
	LIMIT_FIELD_NAME = 64,
	LIMIT_PAGE_ROWS = 100,
	LIMIT_SUBMIT_URLS = 200,
	LIMIT_REDIRECTS = 5,
	LIMIT_HEADER_LINES = 200,
	LIMIT_DOM_DEPTH = 512,
	LIMIT_DOM_NODES = 200000,
	LIMIT_DOM_ATTRIBUTES = 500,
};

#define LIMIT_REQUEST_BODY KIB(256)
#define LIMIT_REQUEST_ARENA MIB(32)
#define LIMIT_RESPONSE_PAGE MIB(8)
#define LIMIT_JOB_ARENA MIB(192)
#define LIMIT_FETCH_BODY MIB(5)
#define LIMIT_FETCH_HEAD KIB(64)
#define LIMIT_PARSE_OUTPUT MIB(8)
#define LIMIT_PARSE_MEMORY MIB(512)
#define LIMIT_LOG_LINE KIB(8)
#define LIMIT_ROBOTS MIB(1)
#endif
