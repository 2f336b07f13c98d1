#include "claim/date_token.h"

#include <string.h>

#include "base/vec.h"
#include "claim/date_calendar.h"
#include "text/utf8.h"

enum { C = 1, P = 2 };

struct lexeme {
	struct sv word;
	enum token_class class;
	int value;
	unsigned flags;
};

#define WORD(text, class, value, flags) { SV_INIT(text), class, value, flags },
static const struct lexeme lexicon[] = {
#include "claim/date_words.def"
};
#undef WORD

enum { LONGEST_WORD = 16, MOST_DIGITS = 9 };

static const struct lexeme *lookup(struct sv word)
{
	char low[LONGEST_WORD];
	size_t from = 0, to = sizeof(lexicon) / sizeof(*lexicon);
	if (word.n > sizeof(low))
		return NULL;
	for (size_t i = 0; i < word.n; i++)
		low[i] = ascii_lower(word.p[i]);
	while (from < to) {
		size_t mid = from + (to - from) / 2;
		int order = sv_cmp((struct sv){ low, word.n }, lexicon[mid].word);
		if (order == 0)
			return &lexicon[mid];
		if (order < 0)
			to = mid;
		else
			from = mid + 1;
	}
	return NULL;
}

static void classify(struct date_token *t)
{
	const struct lexeme *l = lookup(t->word);
	t->class = TOK_OTHER;
	if (!l || ((l->flags & C) != 0 && !ascii_is_upper(t->word.p[0])))
		return;
	t->class = l->class;
	t->value = l->value;
	t->is_plural = (l->flags & P) != 0;
}

static int digits_value(struct sv s)
{
	int v = 0;
	if (s.n > MOST_DIGITS)
		return -1;
	for (size_t i = 0; i < s.n; i++)
		v = v * 10 + (s.p[i] - '0');
	return v;
}

static size_t run_end(struct sv text, size_t at, size_t end, bool (*is_in)(uint32_t))
{
	size_t len;
	while (at < end && is_in(utf8_at(text, at, &len)))
		at += len;
	return at;
}

static bool is_digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

void date_token_list(struct arena *a, struct sv text, struct span sentence, struct date_tokens *ret)
{
	VEC(struct date_token) list = { 0 };
	size_t at = sentence.start;
	bool is_glued = false;
	while (at < sentence.end) {
		size_t len;
		uint32_t cp = utf8_at(text, at, &len);
		if (utf8_is_space(cp)) {
			at += len;
			is_glued = false;
			continue;
		}
		struct date_token *t = VEC_PUSH(a, &list);
		bool is_word = utf8_is_alpha(cp), is_number = is_digit(cp);
		size_t end = is_word ? run_end(text, at, sentence.end, utf8_is_alpha)
		           : is_number ? run_end(text, at, sentence.end, is_digit) : at + len;
		t->at = (struct span){ at, end };
		t->word = sv_sub(text, at, end);
		t->is_glued = is_glued;
		t->class = is_number ? TOK_NUMBER : TOK_MARK;
		t->value = is_number ? digits_value(t->word) : (int)cp;
		if (is_word)
			classify(t);
		is_glued = true;
		at = end;
	}
	*ret = (struct date_tokens){ list.v, list.n };
}

const struct date_token *date_token_at(const struct date_tokens *t, size_t i)
{
	static const struct date_token end = { .class = TOK_END };
	return i < t->n ? &t->v[i] : &end;
}

bool date_token_is(const struct date_tokens *t, size_t i, struct sv word)
{
	return sv_eq_icase(date_token_at(t, i)->word, word);
}

bool date_token_is_mark(const struct date_tokens *t, size_t i, int mark)
{
	const struct date_token *k = date_token_at(t, i);
	return k->class == TOK_MARK && k->value == mark;
}

bool date_token_is_glued_number(const struct date_tokens *t, size_t i, size_t digits)
{
	const struct date_token *k = date_token_at(t, i);
	return k->class == TOK_NUMBER && k->is_glued && (digits == 0 || k->word.n == digits) && k->value >= 0;
}

bool date_token_is_dash(const struct date_tokens *t, size_t i)
{
	return date_token_is_mark(t, i, '-') || date_token_is_mark(t, i, 0x2013);
}

bool date_token_is_apostrophe(const struct date_tokens *t, size_t i)
{
	return date_token_is_mark(t, i, '\'') || date_token_is_mark(t, i, 0x2019);
}

bool date_token_in(const struct date_tokens *t, size_t i, const char *const *words)
{
	for (; *words; words++)
		if (date_token_is(t, i, sv_cstr(*words)))
			return true;
	return false;
}
