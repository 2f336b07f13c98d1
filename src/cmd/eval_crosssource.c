/*
 * crosscheck eval crosssource [--features]: an event's articles a line; how many it killed and injured, by all of its articles
 * ("killed", "injured") and by each alone ("killed_alone", "injured_alone"), a row an article. With --features what
 * tools/train-toll learns from, a row an event.
 */
#include <errno.h>
#include <string.h>

#include "base/err.h"
#include "base/limits.h"
#include "cmd/eval.h"
#include "cmd/input.h"
#include "compare/toll.h"

static int read_article(struct arena *a, const struct json *article, struct toll_reading *ret)
{
	int32_t day = DAY_NONE;
	(void)day_parse(sv_sub(json_get_sv(article, "dct"), 0, 10), &day);
	return toll_read(a, json_get_sv(article, "title"), json_get_sv(article, "text"), day, ret);
}

static void put_articles(struct arena *a, const struct json *articles, const struct toll_reading *v, size_t n, struct buf *out)
{
	struct toll all, alone;
	toll_choose(a, v, n, &all);
	for (size_t i = 0; i < n; i++) {
		struct json_out j = { .out = out };
		toll_choose(a, &v[i], 1, &alone);
		json_out_object(&j);
		json_out_key(&j, "id");
		json_out_sv(&j, json_get_sv(json_item(articles, i), "id"));
		const struct { const char *key; int count; } members[] = {
			{ "killed", all.killed }, { "injured", all.injured }, { "killed_alone", alone.killed }, { "injured_alone", alone.injured },
		};
		for (size_t m = 0; m < sizeof members / sizeof *members; m++) {
			json_out_key(&j, members[m].key);
			json_out_i64(&j, members[m].count);
		}
		json_out_object_end(&j);
		buf_add_char(out, '\n');
	}
}

static void put_numbers(struct json_out *j, const double *v, size_t n)
{
	json_out_array(j);
	for (size_t i = 0; i < n; i++)
		json_out_f64(j, v[i]);
	json_out_array_end(j);
}

/* "killed" and "injured": [count, features] each; "pairs": a row a count of killed, in it the features with each of injured. */
static void put_features(struct arena *a, struct sv id, const struct toll_reading *v, size_t n, struct buf *out)
{
	struct json_out j = { .out = out };
	struct toll toll;
	double pair[TOLL_PAIR_FEATURES];
	toll_choose(a, v, n, &toll);
	json_out_object(&j);
	json_out_key(&j, "id");
	json_out_sv(&j, id);
	for (size_t role = 0; role < 2; role++) {
		json_out_key(&j, role == 0 ? "killed" : "injured");
		json_out_array(&j);
		for (size_t i = 0; i < toll.n[role]; i++) {
			json_out_array(&j);
			json_out_i64(&j, toll.counts[role][i].count);
			put_numbers(&j, toll.counts[role][i].features, TOLL_FEATURES);
			json_out_array_end(&j);
		}
		json_out_array_end(&j);
	}
	json_out_key(&j, "pairs");
	json_out_array(&j);
	for (size_t i = 0; i < toll.n[0]; i++) {
		json_out_array(&j);
		for (size_t k = 0; k < toll.n[1]; k++) {
			toll_pair(v, n, toll.counts[0][i].count, toll.counts[1][k].count, pair);
			put_numbers(&j, pair, TOLL_PAIR_FEATURES);
		}
		json_out_array_end(&j);
	}
	json_out_array_end(&j);
	json_out_object_end(&j);
	buf_add_char(out, '\n');
}

static int answer(struct arena *a, struct sv line, bool features, struct buf *out)
{
	AUTO_JSON row = NULL;
	int r = json_read(line, &row);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : ERR_NEW(-EIO, "input is no JSON line");
	const struct json *articles = json_get(row, "articles");
	size_t n = json_count(articles);
	struct toll_reading *v = ARENA_ARRAY(a, struct toll_reading, n);
	for (size_t i = 0; i < n; i++)
		if ((r = read_article(a, json_item(articles, i), &v[i])) < 0)
			return ERR_PASS(r);
	if (n == 0)
		return 0;
	if (features)
		put_features(a, json_get_sv(row, "id"), v, n, out);
	else
		put_articles(a, articles, v, n, out);
	return 0;
}

static int run(bool features)
{
	AUTO_ARENA a = arena_new(MIB(512));
	AUTO_BUF in = BUF_INIT(MIB(1024)), out = BUF_INIT(MIB(64));
	int r = input_all(stdin, &in);
	struct sv rest = buf_sv(&in), line;
	while (r == 0 && sv_split(&rest, '\n', &line)) {
		if (line.n > 0)
			r = answer(a, line, features, &out);
		if (r == 0 && (out.failed || fwrite(out.p, 1, out.n, stdout) != out.n))
			r = ERR_NEW(-EIO, "writing failed");
		buf_clear(&out);
		arena_reset(a);
	}
	return r;
}

int eval_crosssource(int argc, char **argv)
{
	AUTO_BUF why = BUF_INIT(KIB(4));
	bool features = argc == 1 && strcmp(argv[0], "--features") == 0;
	if (argc > (features ? 1 : 0)) {
		(void)fputs("usage: crosscheck eval crosssource [--features] < events.jsonl\n", stderr);
		return 2;
	}
	if (run(features) == 0)
		return 0;
	err_describe(&why);
	(void)fprintf(stderr, "crosscheck eval crosssource: " SV_FMT "\n", SV_ARG(buf_sv(&why)));
	return 1;
}
