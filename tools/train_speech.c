/*
 * Makes data/attribution.model from annotated articles: a linear-chain conditional random field (Lafferty, McCallum, Pereira
 * 2001) over claim/speech_feature.h, trained by AdaGrad; its strongest features are kept as int8.
 *
 *   train_speech OUT.model [FOLD FOLDS PRED.jsonl] < rows.jsonl
 *
 * Rows: {"id","text","primary","attributions":[{"source":[[s,e]],"cue":..,"content":..}]}, code points. With a fold, rows whose
 * text falls into it are left out of training and their attributions, read by the packed model, are written to PRED.jsonl.
 */
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/vec.h"
#include "claim/speech_cluster.h"
#include "claim/speech_link.h"
#include "json/json.h"
#include "text/segment.h"
#include "text/utf8.h"

#define KEYS ((size_t)1 << SPEECH_KEY_BITS)
/*
 * A feature is left out of a step by chance (DROP), so that none is leant on alone; words of a source or cue count as
 * found only when they win by MARGIN, for recall. After EPOCHS the weak features go, and the rest settle in LAST_EPOCHS.
 */
#define RATE 0.05f
#define DROP 0.6f
#define MARGIN 1.0f
enum { EPOCHS = 10, LAST_EPOCHS = 4, SEEN_AT_LEAST = 3 };

struct paragraph {
	struct speech_words words;
	uint8_t *gold; /* states */
	uint32_t *keys; /* SPEECH_FEATURES a word */
	size_t n_keys;  /* of each word */
};

struct document {
	struct sv id, text;
	struct span *sentences;
	size_t *first; /* of each paragraph, and one behind the last */
	size_t n_paragraphs;
	bool is_held_out;
};

static struct {
	VEC(struct document) documents;
	VEC(struct paragraph) paragraphs;
	unsigned char *seen;
	float *w, *squares; /* [KEYS][SPEECH_LABELS]: weights and AdaGrad's sums */
	float step[SPEECH_STEPS], step_squares[SPEECH_STEPS];
} t;

static struct arena *memory;

static void fail(const char *what)
{
	fprintf(stderr, "train_speech: %s\n", what);
	exit(1);
}

/* Byte offset of every code point, and one behind the last. */
static size_t *byte_map(struct arena *a, struct sv text, size_t *ret_n)
{
	size_t n = utf8_count(text), at = 0, len;
	size_t *map = arena_array(a, sizeof(*map), n + 1);
	for (size_t i = 0; i < n; i++, at += len) {
		map[i] = at;
		(void)utf8_at(text, at, &len);
	}
	map[n] = text.n;
	*ret_n = n;
	return map;
}

static void mark(struct paragraph *p, unsigned role, size_t from, size_t to)
{
	bool is_begun = false;
	for (size_t i = 0; i < p->words.n; i++) {
		struct span at = p->words.v[i].at;
		if (at.start >= to || at.end <= from)
			continue;
		p->gold[i] = (uint8_t)(SPEECH_OUTSIDES + 2 * role + is_begun);
		is_begun = true;
	}
}

static void mark_all(struct paragraph *p, const struct json *row, const size_t *map, size_t n)
{
	static const char *const roles[] = { "source", "cue", "content" };
	const struct json *list = json_get(row, "attributions");
	for (size_t i = 0; i < json_count(list); i++)
		for (unsigned role = 0; role < SPEECH_ROLE_N; role++) {
			const struct json *pieces = json_get(json_item(list, i), roles[role]);
			for (size_t k = 0; k < json_count(pieces); k++) {
				int64_t from = 0, to = 0;
				if (json_i64(json_item(json_item(pieces, k), 0), 0, (int64_t)n, &from) &&
				    json_i64(json_item(json_item(pieces, k), 1), from, (int64_t)n, &to))
					mark(p, role, map[from], map[to]);
			}
		}
	for (size_t i = 0, last = 0; i < p->words.n; i++) {
		if (p->gold[i] >= SPEECH_OUTSIDES)
			last = 1 + (size_t)(p->gold[i] - SPEECH_OUTSIDES) / 2;
		else
			p->gold[i] = (uint8_t)last;
	}
}

static void add_paragraph(const struct document *d, size_t k, const struct json *row, const size_t *map, size_t n)
{
	struct paragraph p = { 0 };
	uint32_t keys[SPEECH_FEATURES];
	speech_feature_words(memory, d->text, d->sentences + d->first[k], d->first[k + 1] - d->first[k], &p.words);
	if (p.words.n == 0)
		return;
	p.gold = arena_array(memory, 1, p.words.n);
	mark_all(&p, row, map, n);
	p.n_keys = speech_feature_keys(&p.words, 0, keys);
	p.keys = arena_array(memory, sizeof(uint32_t), p.words.n * p.n_keys);
	for (size_t i = 0; i < p.words.n; i++) {
		(void)speech_feature_keys(&p.words, i, keys);
		memcpy(p.keys + i * p.n_keys, keys, p.n_keys * sizeof(uint32_t));
		for (size_t f = 0; f < p.n_keys; f++)
			t.seen[keys[f]] = (unsigned char)(t.seen[keys[f]] + (t.seen[keys[f]] < SEEN_AT_LEAST));
	}
	*VEC_PUSH(memory, &t.paragraphs) = p;
}

static void split(struct document *d)
{
	struct segments s;
	if (segment_sentences(memory, d->text, SV("en"), &s) < 0)
		fail("no sentence rules");
	d->sentences = arena_array(memory, sizeof(struct span), s.n + 1);
	d->first = arena_array(memory, sizeof(size_t), s.n + 2);
	for (size_t i = 0; i < s.n; i++) {
		d->sentences[i] = (struct span){ s.v[i].start, s.v[i].end };
		if (i == 0 || s.v[i].line != s.v[i - 1].line)
			d->first[d->n_paragraphs++] = i;
	}
	d->first[d->n_paragraphs] = s.n;
}

static void read_document(struct sv line, unsigned fold, unsigned folds)
{
	AUTO_JSON row = NULL;
	size_t n;
	if (json_read(line, &row) != 0)
		fail("a row is no JSON");
	if (!json_bool(json_get(row, "primary"), true))
		return;
	struct document *d = VEC_PUSH(memory, &t.documents);
	d->id = arena_sv(memory, json_get_sv(row, "id"));
	d->text = arena_sv(memory, json_get_sv(row, "text"));
	/* By the text's head, so that one article under two ids stays together. */
	d->is_held_out = folds > 0 && speech_cluster_hash(sv_sub(d->text, 0, 200)) / 7 % folds == fold;
	split(d);
	size_t *map = byte_map(memory, d->text, &n);
	for (size_t k = 0; !d->is_held_out && k < d->n_paragraphs; k++)
		add_paragraph(d, k, row, map, n);
}

static uint32_t chance(void)
{
	static uint32_t seed = 20200909;
	seed = seed * 1664525u + 1013904223u;
	return seed >> 8;
}

static void emit(const struct paragraph *p, bool *dropped, float (*ret)[SPEECH_LABELS])
{
	for (size_t i = 0; i < p->words.n; i++)
		for (size_t f = 0; f < p->n_keys; f++) {
			bool *is_dropped = &dropped[i * p->n_keys + f];
			*is_dropped = (float)chance() < DROP * (float)(1 << 24);
			if (*is_dropped)
				continue;
			const float *w = t.w + (size_t)p->keys[i * p->n_keys + f] * SPEECH_LABELS;
			for (size_t l = 0; l < SPEECH_LABELS; l++)
				ret[i][l] += w[l];
		}
}

/* One paragraph's lattice: log sums over all ways to (alpha) and from (beta) each state of each word. */
struct lattice {
	float (*emit)[SPEECH_LABELS];
	float (*alpha)[SPEECH_STATES], (*beta)[SPEECH_STATES];
	float total;
};

static float log_sum(const float *v, size_t n)
{
	float most = -INFINITY, sum = 0;
	for (size_t i = 0; i < n; i++)
		most = fmaxf(most, v[i]);
	if (isinf(most))
		return most;
	for (size_t i = 0; i < n; i++)
		sum += v[i] > most - 30 ? expf(v[i] - most) : 0;
	return most + logf(sum);
}

static float step_weight(size_t class, size_t from, size_t to)
{
	return t.step[(class * SPEECH_STATES + from) * SPEECH_STATES + to];
}

static void forward(const struct paragraph *p, struct lattice *x)
{
	float in[SPEECH_STATES];
	for (size_t k = 0; k < SPEECH_STATES; k++)
		x->alpha[0][k] = speech_tag_may_follow(SPEECH_STATES, k) ? x->emit[0][speech_tag_label(k)] : -INFINITY;
	for (size_t i = 1; i < p->words.n; i++)
		for (size_t to = 0; to < SPEECH_STATES; to++) {
			for (size_t k = 0; k < SPEECH_STATES; k++)
				in[k] = speech_tag_may_follow(k, to) ? x->alpha[i - 1][k] + step_weight(p->words.v[i].class, k, to) : -INFINITY;
			x->alpha[i][to] = log_sum(in, SPEECH_STATES) + x->emit[i][speech_tag_label(to)];
		}
	x->total = log_sum(x->alpha[p->words.n - 1], SPEECH_STATES);
}

static void backward(const struct paragraph *p, struct lattice *x)
{
	float out[SPEECH_STATES];
	for (size_t i = p->words.n - 1; i-- > 0;)
		for (size_t from = 0; from < SPEECH_STATES; from++) {
			for (size_t k = 0; k < SPEECH_STATES; k++)
				out[k] = speech_tag_may_follow(from, k) ? x->beta[i + 1][k] + x->emit[i + 1][speech_tag_label(k)] +
				    step_weight(p->words.v[i + 1].class, from, k) : -INFINITY;
			x->beta[i][from] = log_sum(out, SPEECH_STATES);
		}
}

/* AdaGrad (Duchi, Hazan, Singer 2011). */
static void move(float *w, float *squares, float gradient)
{
	*squares += gradient * gradient;
	*w -= RATE * gradient / sqrtf(*squares + 1e-6f);
}

static void move_word(const struct paragraph *p, size_t i, const bool *dropped, const float *gradient)
{
	for (size_t f = 0; f < p->n_keys; f++) {
		size_t key = p->keys[i * p->n_keys + f];
		if (t.seen[key] < SEEN_AT_LEAST || dropped[i * p->n_keys + f])
			continue;
		for (size_t l = 0; l < SPEECH_LABELS; l++)
			if (fabsf(gradient[l]) > 0.002f)
				move(&t.w[key * SPEECH_LABELS + l], &t.squares[key * SPEECH_LABELS + l], gradient[l]);
	}
}

static void move_steps(const struct paragraph *p, size_t i, const struct lattice *x)
{
	size_t class = p->words.v[i].class;
	for (size_t from = 0; from < SPEECH_STATES; from++)
		for (size_t to = 0; to < SPEECH_STATES; to++) {
			if (!speech_tag_may_follow(from, to))
				continue;
			float g = expf(x->alpha[i - 1][from] + step_weight(class, from, to) + x->emit[i][speech_tag_label(to)] +
			    x->beta[i][to] - x->total);
			g -= p->gold[i - 1] == from && p->gold[i] == to;
			size_t k = (class * SPEECH_STATES + from) * SPEECH_STATES + to;
			if (fabsf(g) > 0.002f)
				move(&t.step[k], &t.step_squares[k], g);
		}
}

/* One step down the gradient of the paragraph's log loss, which is given. */
static float learn(struct arena *a, const struct paragraph *p)
{
	size_t n = p->words.n;
	struct lattice x = { .emit = arena_array(a, sizeof(*x.emit), n), .alpha = arena_array(a, sizeof(*x.alpha), n),
		.beta = arena_array(a, sizeof(*x.beta), n) };
	bool *dropped = arena_array(a, sizeof(bool), n * p->n_keys);
	emit(p, dropped, x.emit);
	for (size_t i = 0; i < n; i++) {
		size_t label = speech_tag_label(p->gold[i]);
		x.emit[i][0] += label > 0 && label <= 2 * SPEECH_CONTENT ? MARGIN : 0;
	}
	forward(p, &x);
	backward(p, &x);
	float gold = 0;
	for (size_t i = 0; i < n; i++) {
		float gradient[SPEECH_LABELS] = { 0 };
		for (size_t k = 0; k < SPEECH_STATES; k++)
			gradient[speech_tag_label(k)] += expf(x.alpha[i][k] + x.beta[i][k] - x.total);
		gold += x.emit[i][speech_tag_label(p->gold[i])];
		gold += i > 0 ? step_weight(p->words.v[i].class, p->gold[i - 1], p->gold[i]) : 0;
		gradient[speech_tag_label(p->gold[i])] -= 1;
		move_word(p, i, dropped, gradient);
	}
	for (size_t i = 1; i < n; i++)
		move_steps(p, i, &x);
	return x.total - gold;
}

static void train(int epochs)
{
	AUTO_ARENA a = arena_new(MIB(64));
	for (int epoch = 0; epoch < epochs; epoch++) {
		double loss = 0;
		for (size_t i = t.paragraphs.n; i > 1; i--) { /* another order each time */
			size_t k = chance() % i;
			struct paragraph other = t.paragraphs.v[k];
			t.paragraphs.v[k] = t.paragraphs.v[i - 1];
			t.paragraphs.v[i - 1] = other;
		}
		for (size_t i = 0; i < t.paragraphs.n; i++) {
			arena_reset(a);
			loss += (double)learn(a, &t.paragraphs.v[i]);
		}
		fprintf(stderr, "round %d: loss %.0f\n", epoch + 1, loss);
	}
}

static float strength(size_t key)
{
	float s = 0;
	for (size_t l = 0; l < SPEECH_LABELS; l++)
		s += fabsf(t.w[key * SPEECH_LABELS + l]);
	return s * (float)(t.seen[key] >= SEEN_AT_LEAST);
}

struct kept {
	float strength;
	size_t key;
};

/* Puts a feature into its bucket, in the place of the weakest there if it is stronger; the loser is learnt no more. */
static void keep(struct kept (*kept)[SPEECH_WAYS], size_t key)
{
	size_t b = key & (((size_t)1 << SPEECH_BUCKET_BITS) - 1), way = 0;
	struct kept next = { strength(key), key };
	for (size_t k = 1; k < SPEECH_WAYS; k++)
		way = kept[b][k].strength < kept[b][way].strength ? k : way;
	struct kept last = kept[b][way];
	if (next.strength > last.strength) {
		kept[b][way] = next;
		next = last;
	}
	if (next.strength > 0)
		t.seen[next.key] = 0;
}

static void write_bucket(const struct kept *kept, unsigned char *p, float scale)
{
	for (size_t way = 0; way < SPEECH_WAYS; way++) {
		if (kept[way].strength <= 0)
			continue;
		p[way] = (unsigned char)((kept[way].key >> SPEECH_BUCKET_BITS) + 1);
		for (size_t l = 0; l < SPEECH_LABELS; l++) {
			float v = roundf(t.w[kept[way].key * SPEECH_LABELS + l] * scale);
			p[SPEECH_WAYS + way * SPEECH_LABELS + l] = (unsigned char)(signed char)fmaxf(-127, fminf(127, v));
		}
	}
}

/* Keeps the strongest features of each bucket and gives the model's bytes. */
static struct sv pack(void)
{
	/* Steps are always there, features only with 1 - DROP of their weight's chances. */
	const float step_scale = 60, scale = step_scale * (1 - DROP);
	size_t n = SPEECH_HEAD_BYTES + ((size_t)SPEECH_BUCKET_BYTES << SPEECH_BUCKET_BITS);
	char *bytes = arena_alloc(memory, n);
	struct kept(*kept)[SPEECH_WAYS] = arena_array(memory, sizeof(*kept), (size_t)1 << SPEECH_BUCKET_BITS);
	for (size_t k = 0; k < SPEECH_STEPS; k++) {
		int32_t v = (int32_t)lrintf(t.step[k] * step_scale);
		memcpy(bytes + k * 4, &v, 4);
	}
	for (size_t key = 0; key < KEYS; key++)
		keep(kept, key);
	for (size_t b = 0; b < (size_t)1 << SPEECH_BUCKET_BITS; b++)
		write_bucket(kept[b], (unsigned char *)bytes + SPEECH_HEAD_BYTES + b * SPEECH_BUCKET_BYTES, scale);
	return (struct sv){ bytes, n };
}

static void write_span(FILE *to, const char *role, const struct span *v, size_t n, struct sv text)
{
	fprintf(to, "\"%s\":[", role);
	for (size_t i = 0; i < n; i++)
		fprintf(to, "%s[%zu,%zu]", i ? "," : "", utf8_count(sv_sub(text, 0, v[i].start)), utf8_count(sv_sub(text, 0, v[i].end)));
	fputs("]", to);
}

static void predict(const struct document *d, struct sv model, FILE *to)
{
	AUTO_ARENA a = arena_new(MIB(256));
	size_t written = 0;
	fprintf(to, "{\"id\":\"" SV_FMT "\",\"attributions\":[", SV_ARG(d->id));
	for (size_t k = 0; k < d->n_paragraphs; k++) {
		struct speech_relations r;
		speech_link_paragraph(a, d->text, d->sentences + d->first[k], d->first[k + 1] - d->first[k], model, &r);
		for (size_t i = 0; i < r.n; i++) {
			fputs(written++ ? ",{" : "{", to);
			write_span(to, "source", &r.v[i].source, r.v[i].source.end > 0, d->text);
			fputs(",", to);
			write_span(to, "cue", &r.v[i].cue, 1, d->text);
			fputs(",", to);
			write_span(to, "content", r.v[i].content, r.v[i].n_content, d->text);
			fputs("}", to);
		}
	}
	fputs("]}\n", to);
}

int main(int argc, char **argv)
{
	char *line = NULL;
	size_t room = 0;
	ssize_t n;
	if (argc != 2 && argc != 5)
		fail("usage: train_speech OUT.model [FOLD FOLDS PRED.jsonl] < rows.jsonl");
	memory = arena_new((size_t)3 << 30);
	t.seen = arena_alloc(memory, KEYS);
	t.w = arena_array(memory, sizeof(float), KEYS * SPEECH_LABELS);
	t.squares = arena_array(memory, sizeof(float), KEYS * SPEECH_LABELS);
	unsigned fold = argc == 5 ? (unsigned)strtoul(argv[2], NULL, 10) : 0, folds = argc == 5 ? (unsigned)strtoul(argv[3], NULL, 10) : 0;
	while ((n = getline(&line, &room, stdin)) > 0)
		read_document(sv_trim((struct sv){ line, (size_t)n }), fold, folds);
	free(line);
	train(EPOCHS);
	(void)pack();
	train(LAST_EPOCHS);
	struct sv model = pack();
	FILE *out = fopen(argv[1], "wb");
	if (!out || fwrite(model.p, 1, model.n, out) != model.n || fclose(out) != 0)
		fail("the model cannot be written");
	FILE *predictions = argc == 5 ? fopen(argv[4], "w") : NULL;
	for (size_t i = 0; predictions && i < t.documents.n; i++)
		if (t.documents.v[i].is_held_out)
			predict(&t.documents.v[i], model, predictions);
	if (predictions && fclose(predictions) != 0)
		fail("the predictions cannot be written");
	return 0;
}
