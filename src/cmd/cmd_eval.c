#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/limits.h"
#include "cmd/cmd.h"
#include "cmd/eval.h"
#include "text/utf8.h"

typedef int eval_row(struct arena *a, const struct json *row, struct json_out *j);

static const struct {
	const char *name;
	eval_row *run;
} evals[] = {
#define EVAL(name) { #name, eval_##name },
#include "cmd/eval.def"
#undef EVAL
};

size_t cmd_eval_cp(struct eval_offsets *o, size_t byte)
{
	if (byte < o->byte)
		o->byte = o->cp = 0;
	o->cp += utf8_count(sv_sub(o->text, o->byte, byte));
	o->byte = byte;
	return o->cp;
}

static void write_id(const struct json *row, struct json_out *j)
{
	const struct json *id = json_get(row, "id");
	int64_t number;
	json_out_key(j, "id");
	if (json_i64(id, INT64_MIN, INT64_MAX, &number))
		json_out_i64(j, number);
	else
		json_out_sv_or_null(j, json_sv(id));
}

static int answer(struct arena *a, eval_row *run, struct sv line, struct buf *out)
{
	AUTO_JSON row = NULL;
	struct json_out j = { .out = out };
	int r = json_read(line, &row);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : ERR_NEW(-EIO, "input is no JSON line");
	json_out_object(&j);
	write_id(row, &j);
	r = run(a, row, &j);
	if (r < 0)
		return ERR_PASS(r);
	json_out_object_end(&j);
	buf_add_char(out, '\n');
	return out->failed ? ERR_NEW(-EFBIG, "an answer is too long") : 0;
}

static int answer_all(eval_row *run)
{
	AUTO_ARENA a = arena_new(LIMIT_JOB_ARENA);
	AUTO_BUF out = BUF_INIT(MIB(64));
	char *line = NULL;
	size_t room = 0;
	ssize_t n;
	int r = 0;
	while (r == 0 && (n = getline(&line, &room, stdin)) > 0) {
		r = answer(a, run, sv_trim((struct sv){ line, (size_t)n }), &out);
		fwrite(out.p, 1, r == 0 ? out.n : 0, stdout);
		buf_clear(&out);
		arena_reset(a);
	}
	free(line);
	return r;
}

int cmd_eval(int argc, char **argv)
{
	for (size_t i = 0; argc > 0 && i < sizeof(evals) / sizeof(*evals); i++) {
		if (strcmp(argv[0], evals[i].name) != 0)
			continue;
		AUTO_BUF why = BUF_INIT(KIB(4));
		if (answer_all(evals[i].run) == 0)
			return 0;
		err_describe(&why);
		fprintf(stderr, "crosscheck eval: " SV_FMT "\n", SV_ARG(buf_sv(&why)));
		return 1;
	}
	fputs("usage: crosscheck eval NAME < rows.jsonl; NAME is one of", stderr);
	for (size_t i = 0; i < sizeof(evals) / sizeof(*evals); i++)
		fprintf(stderr, " %s", evals[i].name);
	fputs("\n", stderr);
	return 2;
}
