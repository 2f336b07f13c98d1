#include "cmd/rows.h"

#include <errno.h>

#include "base/err.h"
#include "base/limits.h"

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

static int answer_line(struct arena *a, rows_answer *answer, bool tolerant, struct sv line, struct buf *out)
{
	AUTO_JSON row = NULL;
	struct json_out j = { .out = out };
	int r = json_read(line, &row);
	if (r < 0)
		return ERR_PASS(r);
	if (r == JSON_MALFORMED && !tolerant)
		return ERR_NEW(-EIO, "input is no JSON line");
	json_out_object(&j);
	write_id(row, &j);
	if (r == 0 && (r = answer(a, row, &j)) < 0)
		return ERR_PASS(r);
	json_out_object_end(&j);
	buf_add_char(out, '\n');
	return out->failed ? ERR_NEW(-EFBIG, "an answer is too long") : 0;
}

int rows_run(rows_answer *answer, bool tolerant)
{
	AUTO_ARENA a = arena_new(MIB(1024));
	AUTO_BUF out = BUF_INIT(MIB(64));
	char *line = NULL;
	size_t room = 0;
	ssize_t n;
	int r = 0;
	while (r == 0 && (n = getline(&line, &room, stdin)) > 0) {
		r = answer_line(a, answer, tolerant, sv_trim((struct sv){ line, (size_t)n }), &out);
		if (r == 0 && fwrite(out.p, 1, out.n, stdout) != out.n)
			r = ERR_NEW(-EIO, "writing failed");
		buf_clear(&out);
		arena_reset(a);
	}
	free(line);
	return r;
}

int rows_main(const char *subcommand, rows_answer *answer, bool tolerant)
{
	AUTO_BUF why = BUF_INIT(KIB(4));
	if (rows_run(answer, tolerant) == 0)
		return 0;
	err_describe(&why);
	(void)fprintf(stderr, "crosscheck %s: " SV_FMT "\n", subcommand, SV_ARG(buf_sv(&why)));
	return 1;
}
