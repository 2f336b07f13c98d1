#include "claim/speech_feature.h"

#include "base/vec.h"
#include "claim/speech.h"
#include "claim/speech_cluster.h"
#include "claim/word.h"
#include "text/utf8.h"

enum shape { SHAPE_MARK, SHAPE_LOWER, SHAPE_CAPITAL, SHAPE_ALL_CAPITAL, SHAPE_NUMBER, SHAPE_NONE };
enum quote { QUOTE_OUTSIDE, QUOTE_OPENS, QUOTE_INSIDE, QUOTE_CLOSES };

typedef VEC(struct speech_word) word_vec;

static uint32_t mix(uint32_t h, uint32_t x)
{
	h ^= x + 0x9e3779b9u + (h << 6) + (h >> 2);
	h *= 0x85ebca6bu;
	return h ^ (h >> 15);
}

static uint8_t shape_of(const struct word *w)
{
	if (w->is_mark)
		return SHAPE_MARK;
	if (w->is_number)
		return SHAPE_NUMBER;
	if (!w->is_capital)
		return SHAPE_LOWER;
	return w->text.n > 1 && ascii_is_upper(w->text.p[w->text.n - 1]) ? SHAPE_ALL_CAPITAL : SHAPE_CAPITAL;
}

static uint8_t class_of(const struct word *w)
{
	static const struct {
		struct sv mark;
		enum speech_class class;
	} marks[] = { { SV_INIT(","), SPEECH_COMMA }, { SV_INIT("."), SPEECH_STOP }, { SV_INIT("!"), SPEECH_STOP },
		{ SV_INIT("?"), SPEECH_STOP }, { SV_INIT("\""), SPEECH_QUOTE }, { SV_INIT("“"), SPEECH_QUOTE },
		{ SV_INIT("”"), SPEECH_QUOTE }, { SV_INIT("that"), SPEECH_THAT }, { SV_INIT(";"), SPEECH_BREAK },
		{ SV_INIT("—"), SPEECH_BREAK }, { SV_INIT(":"), SPEECH_BREAK } };
	for (size_t k = 0; k < sizeof(marks) / sizeof(*marks); k++)
		if (sv_eq(w->lower, marks[k].mark))
			return marks[k].class;
	return !w->is_mark && speech_is_verb(w->lower) ? SPEECH_VERB : SPEECH_PLAIN;
}

static void add_word(struct arena *a, word_vec *v, const struct word *w, struct span at, size_t sentence)
{
	struct speech_word *s = VEC_PUSH(a, v);
	s->at = at;
	s->lower = sv_sub(w->lower, 0, at.end - at.start);
	if (at.start != w->at.start)
		s->lower = SV("'s");
	s->id = speech_cluster_hash(s->lower);
	s->tail = speech_cluster_hash(sv_sub(s->lower, s->lower.n > 3 ? s->lower.n - 3 : 0, s->lower.n));
	speech_cluster_find(s->id, &s->cluster, &s->family);
	s->shape = at.start != w->at.start ? (uint8_t)SHAPE_LOWER : shape_of(w);
	s->class = class_of(w);
	s->sentence = (uint16_t)(sentence > UINT16_MAX ? UINT16_MAX : sentence);
}

/* Length of a possessive ending: "'s" in either form; 0 for none. */
static size_t possessive(struct sv lower)
{
	if (sv_ends(lower, SV("'s")) && lower.n > 2)
		return 2;
	return sv_ends(lower, SV("’s")) && lower.n > 4 ? 4 : 0;
}

static void add_sentence(struct arena *a, struct sv text, struct span at, size_t sentence, word_vec *v)
{
	struct words list;
	size_t first = v->n;
	word_list(a, text, at, &list);
	for (size_t i = 0; i < list.n && v->n < SPEECH_WORDS_MAX; i++) {
		const struct word *w = &list.v[i];
		size_t tail = possessive(w->lower);
		add_word(a, v, w, (struct span){ w->at.start, w->at.end - tail }, sentence);
		if (tail > 0)
			add_word(a, v, w, (struct span){ w->at.end - tail, w->at.end }, sentence);
	}
	for (size_t i = first; i < v->n; i++) {
		v->v[i].place = (uint16_t)(i - first);
		v->v[i].left = (uint16_t)(v->n - 1 - i);
	}
}

static void mark_quotes(struct speech_words *w)
{
	bool is_inside = false;
	for (size_t i = 0; i < w->n; i++) {
		struct speech_word *s = &w->v[i];
		s->quote = is_inside ? QUOTE_INSIDE : QUOTE_OUTSIDE;
		if (s->class != SPEECH_QUOTE)
			continue;
		bool opens = sv_eq(s->lower, SV("“")) || (!is_inside && sv_eq(s->lower, SV("\"")));
		s->quote = opens ? QUOTE_OPENS : QUOTE_CLOSES;
		is_inside = opens;
	}
}

/* For each word the nearest reporting verb before it (forward) or behind it, in its sentence. */
static void look_around(struct speech_words *w, bool is_forward)
{
	const struct speech_word *verb = NULL;
	for (size_t k = 0; k < w->n; k++) {
		struct speech_word *s = &w->v[is_forward ? k : w->n - 1 - k];
		size_t to_verb = verb && verb->sentence == s->sentence ? (size_t)(is_forward ? s - verb : verb - s) : 0;
		*(is_forward ? &s->verb_before : &s->verb_after) = (uint16_t)to_verb;
		*(is_forward ? &s->verb_before_id : &s->verb_after_id) = to_verb ? verb->id : 0;
		verb = s->class == SPEECH_VERB ? s : verb;
	}
}

void speech_feature_words(struct arena *a, struct sv text, const struct span *sentences, size_t n, struct speech_words *ret)
{
	word_vec v = { 0 };
	for (size_t i = 0; i < n && v.n < SPEECH_WORDS_MAX; i++)
		add_sentence(a, text, sentences[i], i, &v);
	*ret = (struct speech_words){ v.v, v.n };
	mark_quotes(ret);
	look_around(ret, true);
	look_around(ret, false);
}

/* Distances in steps that grow: 0 1 2 3 4-6 7-12 13-. */
static uint32_t bin(uint32_t d)
{
	return d <= 3 ? d : d <= 6 ? 4 : d <= 12 ? 5 : 6;
}

struct keys {
	uint32_t *v;
	size_t n;
};

static void add(struct keys *k, uint32_t x, uint32_t y, uint32_t z)
{
	uint32_t h = mix(mix(mix(mix(0x2545f491u, (uint32_t)k->n), x), y), z);
	k->v[k->n++] = h >> (32 - SPEECH_KEY_BITS);
}

static const struct speech_word *word(const struct speech_words *w, size_t i, int by)
{
	static const struct speech_word none = { .shape = SHAPE_NONE };
	size_t at = i + (size_t)by; /* wraps below zero to past the end */
	return at < w->n ? &w->v[at] : &none;
}

static void add_words(struct keys *k, const struct speech_word *const *p)
{
	for (int d = 0; d < 7; d++)
		add(k, p[d]->id, 0, 0);
	for (int d = 1; d < 5; d++)
		add(k, p[d]->id, p[d + 1]->id, 0);
	for (int d = 2; d < 5; d++)
		add(k, p[d]->tail, 0, 0);
	add(k, p[2]->id, p[3]->id, p[4]->id);
	add(k, p[3]->shape, 0, 0);
	add(k, p[2]->shape, p[3]->shape, p[4]->shape);
	add(k, p[3]->id, p[2]->shape, p[4]->shape);
}

static void add_clusters(struct keys *k, const struct speech_word *const *p)
{
	for (int d = 0; d < 7; d++)
		add(k, p[d]->family, 0, 0);
	for (int d = 2; d < 5; d++)
		add(k, p[d]->cluster, 0, 0);
	for (int d = 1; d < 5; d++)
		add(k, p[d]->family, p[d + 1]->family, 0);
	for (int d = 1; d < 4; d++)
		add(k, p[d]->family, p[d + 1]->family, p[d + 2]->family);
	add(k, p[2]->cluster, p[3]->cluster, 0);
	add(k, p[3]->cluster, p[4]->cluster, 0);
	add(k, p[3]->family, p[3]->shape, p[2]->shape);
}

static void add_place(struct keys *k, const struct speech_word *const *p)
{
	const struct speech_word *s = p[3];
	uint32_t before = bin(s->verb_before), after = bin(s->verb_after);
	add(k, s->quote, 0, 0);
	add(k, s->quote, s->id, 0);
	add(k, s->quote, p[2]->id, p[4]->quote);
	add(k, s->quote, p[2]->quote, p[4]->quote);
	add(k, before, after, s->quote);
	add(k, s->verb_before_id, before, 0);
	add(k, s->verb_after_id, after, 0);
	add(k, s->verb_before_id, before, s->shape);
	add(k, s->verb_after_id, after, s->shape);
	add(k, s->verb_before_id, s->verb_after_id, s->quote);
	add(k, bin(s->place), bin(s->left), 0);
	add(k, bin(s->place), s->family, 0);
	add(k, bin(s->left), s->id, 0);
	add(k, s->class, p[2]->class, p[4]->class);
	add(k, s->class, before, after);
	add(k, s->sentence > 0, bin(s->place), s->quote);
	add(k, 0, 0, 0);
}

size_t speech_feature_keys(const struct speech_words *w, size_t i, uint32_t ret[SPEECH_FEATURES])
{
	const struct speech_word *p[7];
	struct keys k = { ret, 0 };
	for (int d = 0; d < 7; d++)
		p[d] = word(w, i, d - 3);
	add_words(&k, p);
	add_clusters(&k, p);
	add_place(&k, p);
	return k.n;
}
