#include "compare/term.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"

#define TERM_LONGEST 64

static const char *const stop_words[] = {
	"a", "about", "after", "all", "also", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can", "could", "did", "do", "for",
	"from", "had", "has", "have", "he", "her", "his", "if", "in", "into", "is", "it", "its", "more", "most", "mr", "mrs", "ms", "no", "not",
	"of", "on", "or", "other", "our", "over", "said", "say", "says", "she", "so", "some", "than", "that", "the", "their", "them", "then",
	"there", "these", "they", "this", "to", "told", "up", "was", "we", "were", "what", "when", "which", "who", "will", "with", "would",
	"you", "your",
};

static const char *const negations[] = { "no", "not", "never", "none", "nobody", "neither", "nor", "without", "cannot", "can't", "won't",
	"don't", "doesn't", "didn't", "isn't", "wasn't", "aren't", "weren't", "hasn't", "haven't", "denied", "denies", "deny" };

struct synonym {
	struct sv stem, folded;
};
static const struct synonym synonyms[] = {
#define SYNONYM(stem, folded) { SV_INIT(stem), SV_INIT(folded) },
#include "compare/synonym.def"
#undef SYNONYM
};

static bool is_word_byte(char c) { return ascii_is_alnum(c) || (unsigned char)c >= 0x80 || c == '%'; }

/* U+2018, U+2019, U+201C, U+201D, dashes: general punctuation, three bytes E2 80 xx. */
static bool is_punctuation(struct sv s, size_t i) { return i + 2 < s.n && s.p[i] == '\xe2' && s.p[i + 1] == '\x80'; }

static bool is_inner(struct sv s, size_t i)
{
	if (i + 1 >= s.n || i == 0)
		return false;
	if (is_punctuation(s, i))
		return s.p[i + 2] == '\x99' && i + 3 < s.n && ascii_is_alpha(s.p[i + 3]);
	return (s.p[i] == '\'' || s.p[i] == '.' || s.p[i] == ',') && ascii_is_alnum(s.p[i - 1]) && ascii_is_alnum(s.p[i + 1])
	    && (s.p[i] != ',' || ascii_is_digit(s.p[i + 1]));
}

static bool in_list(const char *const *list, size_t n, struct sv lower)
{
	for (size_t i = 0; i < n; i++)
		if (sv_eq(sv_cstr(list[i]), lower))
			return true;
	return false;
}

static size_t fold_case(struct sv word, char *ret)
{
	size_t n = 0;
	for (size_t i = 0; i < word.n && n < TERM_LONGEST; i++) {
		if (is_punctuation(word, i)) {
			ret[n++] = '\'';
			i += 2;
		} else if (word.p[i] != ',') {
			ret[n++] = ascii_lower(word.p[i]);
		}
	}
	return n;
}

static bool ends(const char *w, size_t n, struct sv end) { return sv_ends((struct sv){ w, n }, end); }

static size_t drop_doubled(const char *w, size_t n)
{
	if (n > 3 && w[n - 1] == w[n - 2] && w[n - 1] != 's' && w[n - 1] != 'l')
		return n - 1;
	return n;
}

static size_t drop_plural(char *w, size_t n)
{
	if (n > 4 && ends(w, n, SV("ies"))) {
		w[n - 3] = 'y';
		return n - 2;
	}
	if (n > 4 && (ends(w, n, SV("sses")) || ends(w, n, SV("ches")) || ends(w, n, SV("shes")) || ends(w, n, SV("xes"))))
		return n - 2;
	if (n > 3 && w[n - 1] == 's' && w[n - 2] != 's' && w[n - 2] != 'u')
		return n - 1;
	return n;
}

/* Takes the common endings off, shorter forms meeting at one stem ("withdraws", "withdrawing"); not a full stemmer. */
static size_t stem(char *w, size_t n)
{
	if (n > 2 && ends(w, n, SV("'s")))
		n -= 2;
	if (n == 0 || ascii_is_digit(w[0]))
		return n;
	n = drop_plural(w, n);
	if (n > 5 && ends(w, n, SV("ing")))
		n = drop_doubled(w, n - 3);
	else if (n > 4 && ends(w, n, SV("ed")))
		n = drop_doubled(w, n - 2);
	if (n > 5 && ends(w, n, SV("ly")))
		n -= 2;
	if (n > 3 && w[n - 1] == 'e')
		n--;
	return n;
}

static uint32_t hash_bytes(struct sv s)
{
	uint32_t h = 2166136261U; /* FNV-1a */
	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 16777619U;
	return h;
}

static uint32_t hash_folded(char *lower, size_t n)
{
	struct sv s = { lower, stem(lower, n) };
	for (size_t i = 0; i < sizeof synonyms / sizeof *synonyms; i++)
		if (s.p[0] == synonyms[i].stem.p[0] && sv_eq(s, synonyms[i].stem))
			return hash_bytes(synonyms[i].folded);
	return hash_bytes(s);
}

uint32_t term_hash(struct sv word)
{
	char lower[TERM_LONGEST];
	size_t n = fold_case(word, lower);
	return n == 0 ? 0 : hash_folded(lower, n);
}

static size_t word_end(struct sv s, size_t i)
{
	while (i < s.n) {
		bool inner = is_inner(s, i);
		if (!inner && (!is_word_byte(s.p[i]) || is_punctuation(s, i)))
			break;
		i += is_punctuation(s, i) ? 3 : 1;
	}
	return i;
}

static struct sv without_possessive(struct sv w)
{
	if (sv_ends(w, SV("'s")))
		return sv_sub(w, 0, w.n - 2);
	return sv_ends(w, SV("\xe2\x80\x99s")) ? sv_sub(w, 0, w.n - 4) : w;
}

void term_list(struct arena *a, struct sv text, struct terms *ret)
{
	VEC(struct term) out = { 0 };
	for (size_t i = 0; i < text.n;) {
		if (!is_word_byte(text.p[i]) || is_punctuation(text, i)) {
			i += is_punctuation(text, i) ? 3 : 1;
			continue;
		}
		size_t end = word_end(text, i);
		struct sv word = sv_sub(text, i, end);
		char lower[TERM_LONGEST];
		size_t n = fold_case(word, lower);
		struct term *t = VEC_PUSH(a, &out);
		t->text = without_possessive(word);
		t->is_stop = in_list(stop_words, sizeof stop_words / sizeof *stop_words, (struct sv){ lower, n });
		t->is_negation = in_list(negations, sizeof negations / sizeof *negations, (struct sv){ lower, n });
		t->is_name = out.n > 1 && ascii_is_upper(word.p[0]);
		t->is_number = ascii_is_digit(word.p[0]);
		t->hash = hash_folded(lower, n);
		i = end;
	}
	*ret = (struct terms){ out.v, out.n };
}

static int by_hash(const void *x, const void *y)
{
	const struct term *a = x, *b = y;
	return a->hash < b->hash ? -1 : a->hash > b->hash;
}

void term_set(struct arena *a, const struct terms *from, struct terms *ret)
{
	struct term *v = ARENA_ARRAY(a, struct term, from->n);
	size_t n = 0, kept = 0;
	for (size_t i = 0; i < from->n; i++)
		if (!from->v[i].is_stop)
			v[n++] = from->v[i];
	if (n > 0)
		qsort(v, n, sizeof *v, by_hash);
	for (size_t i = 0; i < n; i++)
		if (kept == 0 || v[kept - 1].hash != v[i].hash)
			v[kept++] = v[i];
	*ret = (struct terms){ v, kept };
}

size_t term_common(const struct terms *x, const struct terms *y)
{
	size_t n = 0;
	for (size_t i = 0, j = 0; i < x->n && j < y->n;) {
		if (x->v[i].hash == y->v[j].hash) {
			n++;
			i++;
			j++;
		} else if (x->v[i].hash < y->v[j].hash) {
			i++;
		} else {
			j++;
		}
	}
	return n;
}
