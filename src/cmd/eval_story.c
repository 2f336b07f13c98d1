/* crosscheck eval story: which articles tell of one event, and which other is most like each. */
#include <errno.h>
#include <stdlib.h>

#include "base/err.h"
#include "base/limits.h"
#include "base/vec.h"
#include "cmd/eval.h"
#include "cmd/input.h"
#include "compare/story.h"

struct row {
	struct sv id;
	int32_t day;
	size_t parent, nearest;
	double best;
};

struct rows {
	struct row *v;
	size_t n, cap;
};

struct prints {
	struct fingerprint *v;
	size_t n, cap;
};

static int read_row(struct arena *a, struct sv line, struct rows *rows, struct prints *prints)
{
	AUTO_JSON doc = NULL;
	int r = json_read(line, &doc);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : ERR_NEW(-EIO, "input is no JSON line");
	struct row *row = VEC_PUSH(a, rows);
	*row = (struct row){ arena_sv(a, json_get_sv(doc, "id")), DAY_NONE, rows->n - 1, rows->n - 1, -1 };
	(void)day_parse(sv_sub(json_get_sv(doc, "date"), 0, 10), &row->day);
	story_fingerprint(a, json_get_sv(doc, "title"), json_get_sv(doc, "text"), VEC_PUSH(a, prints));
	return 0;
}

static size_t root(struct row *v, size_t i)
{
	while (v[i].parent != i)
		i = v[i].parent = v[v[i].parent].parent;
	return i;
}

static bool is_near_in_time(const struct row *x, const struct row *y)
{
	return x->day == DAY_NONE || y->day == DAY_NONE || abs(x->day - y->day) <= STORY_DAYS;
}

static void note(struct row *x, size_t other, double is)
{
	if (is > x->best) {
		x->best = is;
		x->nearest = other;
	}
}

static void join(struct row *v, const struct fingerprint *prints, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t j = i + 1; j < n; j++) {
			double is = is_near_in_time(&v[i], &v[j]) ? story_similarity(&prints[i], &prints[j]) : 0;
			note(&v[i], j, is);
			note(&v[j], i, is);
			if (is >= STORY_JOIN)
				v[root(v, j)].parent = root(v, i);
		}
}

static int write_all(struct row *v, size_t n)
{
	AUTO_BUF out = BUF_INIT(MIB(256));
	struct json_out j = { .out = &out };
	for (size_t i = 0; i < n; i++) {
		j.needs_comma = false;
		json_out_object(&j);
		json_out_key(&j, "id");
		json_out_sv(&j, v[i].id);
		json_out_key(&j, "story");
		json_out_sv(&j, v[root(v, i)].id);
		json_out_key(&j, "nearest");
		json_out_sv_or_null(&j, v[i].nearest == i ? SV_NONE : v[v[i].nearest].id);
		json_out_object_end(&j);
		buf_add_char(&out, '\n');
	}
	return out.failed || fwrite(out.p, 1, out.n, stdout) != out.n ? ERR_NEW(-EIO, "writing failed") : 0;
}

static int run(struct arena *a)
{
	AUTO_BUF in = BUF_INIT(MIB(1024));
	struct rows rows = { 0 };
	struct prints prints = { 0 };
	int r = input_all(stdin, &in);
	struct sv rest = buf_sv(&in), line;
	while (r == 0 && sv_split(&rest, '\n', &line))
		if (line.n > 0)
			r = read_row(a, line, &rows, &prints);
	if (r < 0)
		return ERR_PASS(r);
	story_weigh(a, prints.v, prints.n);
	join(rows.v, prints.v, rows.n);
	return write_all(rows.v, rows.n);
}

int eval_story(int argc, char **argv)
{
	AUTO_ARENA a = arena_new(MIB(2048));
	AUTO_BUF why = BUF_INIT(KIB(4));
	(void)argv;
	if (argc == 0 && run(a) == 0)
		return 0;
	err_describe(&why);
	(void)fprintf(stderr, "crosscheck eval story: " SV_FMT "\n", SV_ARG(buf_sv(&why)));
	return 1;
}
