/*
 * train_worth [--folds] < ROWS.jsonl : learns the weights of src/claim/worth.c from rows {"id","text","label"} and prints
 * data/claim/checkworthy.def; with --folds, prints {"id","score"} of each row by the weights learnt from the other folds instead.
 * Logistic regression by AdaGrad with L2, Platt's calibration on out-of-fold sums, weights in 8 bits. Same rows, same table.
 */
#include <math.h>

#include "base/err.h"
#include "base/limits.h"
#include "base/vec.h"
#include "claim/worth.h"
#include "json/json.h"

enum { EPOCHS = 20, FOLDS = 4 };
#define RATE 0.05
#define L2 1e-5
/* A desk would rather look at one sentence too many than miss one. */
#define WEIGHT_OF_CLAIMS 1.5

struct row {
	struct sv id;
	struct worth_features features;
	bool label;
	double sum; /* by weights that never saw it */
};

struct rows {
	struct row *v;
	size_t n, cap;
};

static double sum_of(const double *weights, const struct row *r)
{
	double sum = 0;
	for (size_t i = 0; i < r->features.n; i++)
		sum += weights[r->features.v[i].bucket] * (double)r->features.v[i].weight;
	return sum;
}

static void learn_row(double *weights, double *squares, const struct row *r)
{
	double error = 1 / (1 + exp(-sum_of(weights, r))) - (r->label ? 1 : 0);
	for (size_t i = 0; i < r->features.n; i++) {
		uint32_t b = r->features.v[i].bucket;
		double slope = error * (double)r->features.v[i].weight + L2 * weights[b];
		squares[b] += slope * slope;
		weights[b] -= RATE * slope / sqrt(squares[b] + 1e-8);
	}
}

/* Learns from every row whose number is not `left_out` modulo `folds` (folds = 0: from all). */
static void learn(struct arena *a, const struct rows *rows, size_t folds, size_t left_out, double *weights)
{
	double *squares = ARENA_ARRAY(a, double, WORTH_BUCKETS);
	for (size_t epoch = 0; epoch < EPOCHS; epoch++)
		for (size_t k = 0; k < rows->n; k++) {
			size_t i = (k * 7919 + epoch * 104729) % rows->n;
			if (folds == 0 || i % folds != left_out)
				learn_row(weights, squares, &rows->v[i]);
		}
}

static void cross(struct arena *a, const struct rows *rows, size_t folds)
{
	for (size_t f = 0; f < folds; f++) {
		double *weights = ARENA_ARRAY(a, double, WORTH_BUCKETS);
		learn(a, rows, folds, f, weights);
		for (size_t i = f; i < rows->n; i += folds)
			rows->v[i].sum = sum_of(weights, &rows->v[i]);
	}
}

/* Platt: slope and offset of sigmoid(slope * sum + offset) by plain descent on the out-of-fold sums. */
static void calibrate(const struct rows *rows, double *ret_slope, double *ret_offset)
{
	double slope = 1, offset = 0;
	for (int step = 0; step < 4000; step++) {
		double by_slope = 0, by_offset = 0;
		for (size_t i = 0; i < rows->n; i++) {
			double error = 1 / (1 + exp(-(slope * rows->v[i].sum + offset))) - (rows->v[i].label ? 1 : 0);
			error *= rows->v[i].label ? WEIGHT_OF_CLAIMS : 1;
			by_slope += error * rows->v[i].sum;
			by_offset += error;
		}
		slope -= 0.1 * by_slope / (double)rows->n;
		offset -= 0.1 * by_offset / (double)rows->n;
	}
	*ret_slope = slope;
	*ret_offset = offset;
}

static void print_table(const double *weights, double slope, double offset)
{
	double most = 0;
	for (size_t i = 0; i < WORTH_BUCKETS; i++)
		most = fmax(most, fabs(weights[i]));
	printf("/* Made by tools/train_worth; do not edit. */\n");
	printf("static const double worth_slope = %.9g, worth_offset = %.9g;\n", slope * most / 127, offset);
	printf("static const int8_t worth_weights[WORTH_BUCKETS] = {\n");
	for (size_t i = 0; i < WORTH_BUCKETS; i++)
		printf("%ld,%s", lround(weights[i] / most * 127), i % 32 == 31 ? "\n" : "");
	printf("};\n");
}

static int read_rows(struct arena *a, struct rows *rows)
{
	char *line = NULL;
	size_t room = 0;
	ssize_t n;
	int r = 0;
	while (r == 0 && (n = getline(&line, &room, stdin)) > 0) {
		AUTO_JSON doc = NULL;
		int64_t label;
		r = json_read(sv_trim((struct sv){ line, (size_t)n }), &doc);
		if (r != 0 || !json_i64(json_get(doc, "label"), 0, 1, &label))
			break;
		struct row *row = VEC_PUSH(a, rows);
		struct sv text = arena_sv(a, json_get_sv(doc, "text"));
		row->id = arena_sv(a, json_get_sv(doc, "id"));
		row->label = label == 1;
		worth_features(a, text, (struct span){ 0, text.n }, &row->features);
	}
	free(line);
	return r;
}

int main(int argc, char **argv)
{
	AUTO_ARENA a = arena_new(MIB(2048));
	struct rows rows = { 0 };
	double slope, offset;
	if (read_rows(a, &rows) != 0 || rows.n == 0) {
		fputs("train_worth: input is no rows of JSON\n", stderr);
		return 1;
	}
	cross(a, &rows, FOLDS);
	calibrate(&rows, &slope, &offset);
	if (argc > 1 && sv_eq(sv_cstr(argv[1]), SV("--folds"))) {
		for (size_t i = 0; i < rows.n; i++)
			printf("{\"id\":\"" SV_FMT "\",\"score\":%.6f}\n", SV_ARG(rows.v[i].id), 1 / (1 + exp(-(slope * rows.v[i].sum + offset))));
		return 0;
	}
	double *weights = ARENA_ARRAY(a, double, WORTH_BUCKETS);
	learn(a, &rows, 0, 0, weights);
	print_table(weights, slope, offset);
	return 0;
}
