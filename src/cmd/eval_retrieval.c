/* crosscheck eval retrieval --docs DOCS.jsonl: the claims that were already checked, best first, for each text. */
#include <errno.h>
#include <string.h>

#include "base/err.h"
#include "base/limits.h"
#include "base/vec.h"
#include "cmd/eval.h"
#include "cmd/input.h"
#include "compare/collection.h"

#define RANKED 20

struct docs {
	struct {
		struct collection_text *v;
		size_t n, cap;
	} texts;
	struct {
		struct sv *v;
		size_t n, cap;
	} ids;
};

static int read_doc(struct arena *a, struct sv line, struct docs *docs)
{
	AUTO_JSON row = NULL;
	int r = json_read(line, &row);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : ERR_NEW(-EIO, "the documents are no JSON lines");
	*VEC_PUSH(a, &docs->texts) = (struct collection_text){ arena_sv(a, json_get_sv(row, "title")), arena_sv(a, json_get_sv(row, "text")) };
	*VEC_PUSH(a, &docs->ids) = arena_sv(a, json_get_sv(row, "id"));
	return 0;
}

static int answer(struct arena *a, struct sv line, const struct docs *docs, const struct collection *c)
{
	AUTO_JSON row = NULL;
	AUTO_BUF out = BUF_INIT(MIB(1));
	struct json_out j = { .out = &out };
	size_t n;
	int r = json_read(line, &row);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : ERR_NEW(-EIO, "input is no JSON line");
	const struct collection_hit *hits = collection_find(a, c, json_get_sv(row, "text"), RANKED, &n);
	json_out_object(&j);
	json_out_key(&j, "id");
	json_out_sv(&j, json_get_sv(row, "id"));
	json_out_key(&j, "ranked");
	json_out_array(&j);
	for (size_t i = 0; i < n; i++)
		json_out_sv(&j, docs->ids.v[hits[i].at]);
	json_out_array_end(&j);
	json_out_object_end(&j);
	buf_add_char(&out, '\n');
	return out.failed || fwrite(out.p, 1, out.n, stdout) != out.n ? ERR_NEW(-EIO, "writing failed") : 0;
}

static int run(struct arena *a, const char *path)
{
	AUTO_BUF doc_text = BUF_INIT(MIB(256));
	AUTO_BUF queries = BUF_INIT(MIB(256));
	struct docs docs = { 0 };
	int r = input_file(path, &doc_text);
	if (r == 0)
		r = input_all(stdin, &queries);
	if (r < 0)
		return ERR_PASS(r);
	struct sv rest = buf_sv(&doc_text), line;
	while (r == 0 && sv_split(&rest, '\n', &line))
		if (line.n > 0)
			r = read_doc(a, line, &docs);
	if (r < 0)
		return ERR_PASS(r);
	const struct collection *c = collection_build(a, docs.texts.v, docs.texts.n);
	AUTO_ARENA each = arena_new(MIB(64));
	rest = buf_sv(&queries);
	while (r == 0 && sv_split(&rest, '\n', &line)) {
		arena_reset(each);
		if (line.n > 0)
			r = answer(each, line, &docs, c);
	}
	return r;
}

int eval_retrieval(int argc, char **argv)
{
	AUTO_ARENA a = arena_new(MIB(1024));
	AUTO_BUF why = BUF_INIT(KIB(4));
	if (argc != 2 || strcmp(argv[0], "--docs") != 0) {
		(void)fputs("usage: crosscheck eval retrieval --docs DOCS.jsonl < rows.jsonl\n", stderr);
		return 2;
	}
	if (run(a, argv[1]) == 0)
		return 0;
	err_describe(&why);
	(void)fprintf(stderr, "crosscheck eval retrieval: " SV_FMT "\n", SV_ARG(buf_sv(&why)));
	return 1;
}
