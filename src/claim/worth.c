#include "claim/worth.h"

#include <math.h>

#include "base/vec.h"
#include "text/utf8.h"

#include "claim/checkworthy.def"

enum { PIECE_LEAST = 3, PIECE_MOST = 5, WORDS_MOST = 120, PIECE_BYTES = 700 };

enum feature_kind { FEATURE_WORD, FEATURE_PAIR, FEATURE_PIECE, FEATURE_SHAPE, FEATURE_COUNT };

struct collector {
	struct arena *arena;
	struct {
		struct worth_feature *v;
		size_t n, cap;
	} found;
};

/* FNV-1a, 32 bits, started apart for each kind. */
static uint32_t hash(enum feature_kind kind, struct sv s)
{
	uint32_t h = 2166136261u ^ ((uint32_t)kind * 0x9E3779B1u);
	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 16777619u;
	h ^= h >> 15;
	return h % WORTH_BUCKETS;
}

static void add(struct collector *c, enum feature_kind kind, struct sv s)
{
	*VEC_PUSH(c->arena, &c->found) = (struct worth_feature){ hash(kind, s), 1 };
}

/* Gives the features from `first` on length 1 together. */
static void level(struct collector *c, size_t first)
{
	size_t n = c->found.n - first;
	for (size_t i = first; i < c->found.n; i++)
		c->found.v[i].weight = (float)(1 / sqrt((double)n));
}

/* A word with its digits as 0: "2,200" and "5,100" are one. */
static struct sv shaped(struct arena *a, const struct word *w)
{
	char *s = arena_alloc(a, w->lower.n + 1);
	for (size_t i = 0; i < w->lower.n; i++)
		s[i] = ascii_is_digit(w->lower.p[i]) ? '0' : w->lower.p[i];
	return (struct sv){ s, w->lower.n };
}

/* What kind of word it is, as one letter. */
static char shape_of(const struct word *w)
{
	static const char small_words[] = " the a an of in on at to for with and or but is are was were be been have has had we i you he she they it that this not ";
	if (w->is_mark)
		return w->text.n == 1 ? w->text.p[0] : 'm';
	if (w->is_number)
		return '0';
	if (w->is_capital)
		return 'A';
	if (w->lower.n > 5)
		return sv_ends(w->lower, SV("ed")) ? 'd' : sv_ends(w->lower, SV("ing")) ? 'g' : 'x';
	return sv_is_listed(small_words, w->lower) ? 's' : 'w';
}

static void add_words(struct collector *c, const struct words *w, size_t n)
{
	size_t first = c->found.n;
	struct sv before = SV("^");
	for (size_t i = 0; i < n; i++)
		add(c, FEATURE_WORD, shaped(c->arena, &w->v[i]));
	level(c, first);
	first = c->found.n;
	for (size_t i = 0; i < n; i++) {
		struct sv word = shaped(c->arena, &w->v[i]);
		add(c, FEATURE_PAIR, arena_printf(c->arena, SV_FMT " " SV_FMT, SV_ARG(before), SV_ARG(word)));
		before = word;
	}
	level(c, first);
}

static void add_pieces(struct collector *c, struct sv lower)
{
	size_t first = c->found.n;
	for (size_t i = 0; i < lower.n; i++)
		for (size_t n = PIECE_LEAST; n <= PIECE_MOST && i + n <= lower.n; n++)
			add(c, FEATURE_PIECE, sv_sub(lower, i, i + n));
	level(c, first);
}

static void add_shapes(struct collector *c, const struct words *w, size_t n)
{
	size_t first = c->found.n;
	char *shape = arena_alloc(c->arena, n + 3);
	shape[0] = '^';
	for (size_t i = 0; i < n; i++)
		shape[i + 1] = shape_of(&w->v[i]);
	shape[n + 1] = '$';
	for (size_t i = 0; i < n + 2; i++)
		for (size_t k = 2; k <= 4 && i + k <= n + 2; k++)
			add(c, FEATURE_SHAPE, (struct sv){ shape + i, k });
	level(c, first);
}

/* Length and how many numbers and names there are, in steps. */
static void add_counts(struct collector *c, const struct words *w)
{
	size_t numbers = 0, names = 0, first = c->found.n, length = w->n / 4;
	for (size_t i = 0; i < w->n; i++) {
		numbers += w->v[i].is_number;
		names += i > 0 && w->v[i].is_capital;
	}
	add(c, FEATURE_COUNT, arena_printf(c->arena, "l%zu", length > 15 ? 15 : length));
	add(c, FEATURE_COUNT, arena_printf(c->arena, "n%zu", numbers > 4 ? 4 : numbers));
	add(c, FEATURE_COUNT, arena_printf(c->arena, "c%zu", names > 5 ? 5 : names));
	add(c, FEATURE_COUNT, SV("bias"));
	level(c, first);
}

void worth_features(struct arena *a, struct sv text, struct span sentence, struct worth_features *ret)
{
	struct collector c = { .arena = a };
	struct words w;
	word_list(a, text, sentence, &w);
	size_t n = w.n < WORDS_MOST ? w.n : WORDS_MOST;
	add_words(&c, &w, n);
	add_pieces(&c, utf8_lower(a, utf8_head(sv_sub(text, sentence.start, sentence.end), PIECE_BYTES)));
	add_shapes(&c, &w, n);
	add_counts(&c, &w);
	*ret = (struct worth_features){ c.found.v, c.found.n };
}

double worth_score(struct arena *a, struct sv text, struct span sentence)
{
	struct worth_features f;
	double sum = 0;
	worth_features(a, text, sentence, &f);
	for (size_t i = 0; i < f.n; i++)
		sum += (double)f.v[i].weight * worth_weights[f.v[i].bucket];
	return 1 / (1 + exp(-(worth_offset + worth_slope * sum)));
}
