/*
 * crosscheck-parse: the sandboxed child that turns the bytes of a page into an article and its claims. Reads documents on
 * stdin, answers on stdout (worker/frame.h), and may open nothing. Whatever goes wrong ends it: the worker starts another.
 */
#include <unistd.h>

#include "base/err.h"
#include "base/limits.h"
#include "base/log.h"
#include "dom/dom.h"
#include "extract/extract.h"
#include "sys/sandbox.h"
#include "text/encoding.h"
#include "wire/article_claims.h"
#include "wire/article_json.h"
#include "wire/claims_json.h"
#include "worker/frame.h"

struct document {
	struct sv url, type, body;
	int64_t fetched;
};

struct reading {
	struct article article;
	struct article_claims claims;
	size_t n_replaced;
};

static void read_document(struct arena *a, const struct document *in, struct reading *ret)
{
	struct dom dom;
	struct sv html = encoding_to_utf8(a, in->body, in->type, NULL, &ret->n_replaced);
	dom_parse(a, html, &dom);
	extract_article(a, &(struct extract_input){ .dom = &dom, .url = in->url, .now = in->fetched }, &ret->article);
	article_claims_read(a, &ret->article, DAY_NONE, &ret->claims);
}

static int answer(const struct reading *is)
{
	AUTO_BUF article = BUF_INIT(LIMIT_PARSE_OUTPUT), claims = BUF_INIT(LIMIT_PARSE_OUTPUT);
	article_json_write(&(struct json_out){ .out = &article }, &is->article);
	claims_json_write(&(struct json_out){ .out = &claims }, is->claims.text, is->claims.published, &is->claims.claims);
	if (article.failed || claims.failed || article.n + claims.n > LIMIT_PARSE_OUTPUT)
		return ERR_NEW(-1, "the page gives more than may be handed over");
	struct frame_answer head = { .article_n = (uint32_t)article.n, .claims_n = (uint32_t)claims.n, .n_replaced = (uint32_t)is->n_replaced };
	int r = frame_write(STDOUT_FILENO, (struct sv){ (const char *)&head, sizeof(head) });
	if (r == 0)
		r = frame_write(STDOUT_FILENO, buf_sv(&article));
	if (r == 0)
		r = frame_write(STDOUT_FILENO, buf_sv(&claims));
	return r == 0 ? 0 : ERR_PASS(r);
}

static int read_part(struct arena *a, uint32_t n, struct sv *ret)
{
	char *p = arena_alloc(a, n);
	int r = n == 0 ? 0 : frame_read(STDIN_FILENO, p, n);
	*ret = (struct sv){ p, n };
	return r == 0 ? 0 : ERR_NEW(-1, "a document broke off");
}

/* One document; 1 at the end of the input. */
static int serve_one(struct arena *a)
{
	struct frame_request head;
	struct document in = { 0 };
	int r = frame_read(STDIN_FILENO, &head, sizeof(head));
	if (r != 0)
		return r;
	if (head.url_n > LIMIT_URL || head.type_n > FRAME_TYPE_MAX || head.body_n > LIMIT_FETCH_BODY)
		return ERR_NEW(-1, "a document larger than allowed");
	in.fetched = head.fetched;
	r = read_part(a, head.url_n, &in.url);
	if (r == 0)
		r = read_part(a, head.type_n, &in.type);
	if (r == 0)
		r = read_part(a, head.body_n, &in.body);
	if (r != 0)
		return ERR_PASS(r);
	struct reading is = { 0 };
	read_document(a, &in, &is);
	r = answer(&is);
	return r == 0 ? 0 : ERR_PASS(r);
}

/* Once before the lock: libraries load what they need (ICU's tables, jansson's random seed) at their first use. */
static void warm_up(struct arena *a)
{
	struct reading is = { 0 };
	read_document(a, &(struct document){ .url = SV("http://example.com/"), .type = SV("text/html; charset=shift_jis"),
	    .body = SV("<html lang=en><title>A</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\"}</script><article><p>Some 40 people met in Oslo on Monday, the mayor said.</p></article>") }, &is);
}

int main(void)
{
	AUTO_ARENA a = arena_new(LIMIT_JOB_ARENA);
	warm_up(a);
	int r = sandbox_enter(&(struct sandbox_limits){ .memory = LIMIT_PARSE_MEMORY, .cpu_seconds = 60 });
	while (r == 0) {
		arena_reset(a);
		r = serve_one(a);
	}
	if (r == 1)
		return 0;
	log_error_trace("parse.failed", NULL, 0);
	return 1;
}
