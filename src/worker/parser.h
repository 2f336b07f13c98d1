#ifndef WORKER_PARSER_H
#define WORKER_PARSER_H
/*
 * The worker's side of crosscheck-parse: starts the child, hands it one document, and believes nothing that comes back. The
 * child is another after PARSER_DOCUMENTS documents, and after every failure.
 */
#include "base/arena.h"
#include "extract/article.h"
#include "wire/claims_json.h"

#define PARSER_DOCUMENTS 100
#define PARSER_DEADLINE_MS 10000

struct parser;

struct parser_document {
	struct sv url, content_type, body;
	int64_t fetched;
};

struct parser_answer {
	struct article article;
	struct claims_file claims;
	struct sv text; /* the article's stored text; the claims' spans are bytes of it */
	size_t n_replaced;
};

/* Outcomes, beside 0: what to tell the person who submitted the page. */
enum {
	PARSER_CRASHED = 1, /* the page brought the reader down (or it used too much memory) */
	PARSER_TOO_SLOW,
	PARSER_NONSENSE,    /* an answer that no honest reader gives */
};

/* `program` is the path of crosscheck-parse, borrowed. Starts nothing yet. */
struct parser *parser_new(struct arena *a, const char *program);
void parser_stop(struct parser *p);
/* Blocks until the answer is there, at most PARSER_DEADLINE_MS. The answer lives in the arena. */
int parser_read(struct parser *p, struct arena *a, const struct parser_document *in, struct parser_answer *ret) __attribute__((warn_unused_result));
#endif
