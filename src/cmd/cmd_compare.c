/* crosscheck compare CLAIMS.json...: how the claims of one article, or of several, relate. */
#include <errno.h>

#include "base/err.h"
#include "base/limits.h"
#include "base/vec.h"
#include "cmd/cmd.h"
#include "cmd/input.h"
#include "compare/compare.h"
#include "wire/claims_json.h"
#include "wire/relations_json.h"

struct items {
	struct compare_item *v;
	size_t n, cap;
};

static int read_file(struct arena *a, const char *name, size_t article, struct items *items)
{
	AUTO_BUF text = BUF_INIT(MIB(64));
	AUTO_JSON doc = NULL;
	struct claims_file read;
	int r = input_file(name, &text);
	if (r < 0)
		return ERR_PASS(r);
	r = json_read(buf_sv(&text), &doc);
	if (r == 0)
		r = claims_json_read(a, doc, SV_NONE, &read);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : ERR_NEW(-EINVAL, "%s does not hold claims", name);
	for (size_t i = 0; i < read.claims.n; i++)
		*VEC_PUSH(a, items) = (struct compare_item){ &read.claims.v[i], article, read.published };
	return 0;
}

int cmd_compare(int argc, char **argv)
{
	AUTO_ARENA a = arena_new(MIB(1024));
	AUTO_BUF out = BUF_INIT(MIB(256));
	AUTO_BUF why = BUF_INIT(KIB(4));
	struct items items = { 0 };
	struct compare_pairs pairs;
	struct json_out j = { .out = &out };
	if (argc < 1) {
		(void)fputs("usage: crosscheck compare CLAIMS.json...\n", stderr);
		return 2;
	}
	for (int i = 0; i < argc; i++)
		if (read_file(a, argv[i], (size_t)i, &items) < 0) {
			err_describe(&why);
			(void)fprintf(stderr, "crosscheck compare: " SV_FMT "\n", SV_ARG(buf_sv(&why)));
			return 1;
		}
	compare_all(a, items.v, items.n, &pairs);
	relations_json_write(&j, items.v, items.n, &pairs);
	buf_add_char(&out, '\n');
	return out.failed || fwrite(out.p, 1, out.n, stdout) != out.n || fflush(stdout) != 0 ? 1 : 0;
}
