#include "claim/number_token.h"

#include "base/vec.h"
#include "text/utf8.h"

#define DIGITS_MOST 30
#define NO_BREAK_SPACE 0xA0
#define NARROW_SPACE 0x202F
#define THIN_SPACE 0x2009

static const struct {
	struct sv word;
	enum number_class class;
	double value;
} number_words[] = {
#define NUMBER_WORD(word, class, value) { SV_INIT(word), NUMBER_##class, value },
#include "claim/number_words.def"
#undef NUMBER_WORD
};

static const struct {
	uint32_t cp;
	double value;
} vulgar_fractions[] = { { 0xBC, 0.25 }, { 0xBD, 0.5 }, { 0xBE, 0.75 }, { 0x2153, 1.0 / 3 }, { 0x2154, 2.0 / 3 }, { 0x2155, 0.2 },
	{ 0x215B, 0.125 }, { 0x215C, 0.375 }, { 0x215D, 0.625 }, { 0x215E, 0.875 } };

const struct number_token *number_token_at(const struct number_tokens *t, size_t i)
{
	static const struct number_token none = { .class = NUMBER_END };
	return i < t->n ? &t->v[i] : &none;
}

bool number_token_is(const struct number_tokens *t, size_t i, struct sv lower)
{
	return i < t->n && sv_eq(t->v[i].lower, lower);
}

bool number_token_is_mark(const struct number_tokens *t, size_t i, uint32_t mark)
{
	return i < t->n && t->v[i].class == NUMBER_MARK && (uint32_t)t->v[i].value == mark;
}

bool number_token_is_dash(const struct number_tokens *t, size_t i)
{
	return number_token_is_mark(t, i, '-') || number_token_is_mark(t, i, 0x2010) || number_token_is_mark(t, i, 0x2011) ||
	       number_token_is_mark(t, i, 0x2013) || number_token_is_mark(t, i, 0x2014);
}

bool number_token_in(const struct number_tokens *t, size_t i, const char *list)
{
	char spaced[32] = " ";
	struct sv word = number_token_at(t, i)->lower;
	if (word.n == 0 || word.n > sizeof(spaced) - 3)
		return false;
	for (size_t k = 0; k < word.n; k++)
		spaced[k + 1] = word.p[k];
	spaced[word.n + 1] = ' ';
	return sv_has(sv_cstr(list), (struct sv){ spaced, word.n + 2 });
}

static bool is_digit_at(struct sv s, size_t i)
{
	return i < s.n && ascii_is_digit(s.p[i]);
}

/* Do exactly n digits stand at `at`? */
static bool is_group(struct sv s, size_t at, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!is_digit_at(s, at + i))
			return false;
	return !is_digit_at(s, at + n);
}

/* May plain blanks group these digits: "1 414 021 100", "40 000"? One group that is no round thousand may be another number. */
static bool are_spaced_groups(struct sv s, size_t at)
{
	size_t groups = 0, from = at;
	for (; at < s.n && s.p[at] == ' ' && is_group(s, at + 1, 3); at += 4)
		groups++;
	bool goes_on = at < s.n && (s.p[at] == ',' || s.p[at] == '.') && is_digit_at(s, at + 1);
	return groups > 1 || (groups == 1 && !goes_on && sv_eq(sv_sub(s, from + 1, from + 4), SV("000")));
}

/*
 * How many bytes of a thousands separator stand at `at`, three digits and then no fourth behind it; 0 if none. Behind a comma two
 * digits are a group where a comma and a group follow again ("12,34,567").
 */
static size_t group_separator(struct sv s, size_t at, size_t n_before, bool is_spaced)
{
	size_t len = 1;
	if (at >= s.n)
		return 0;
	if (s.p[at] == ' ') {
		if (!is_spaced && (n_before > 3 || !are_spaced_groups(s, at)))
			return 0;
	} else if (s.p[at] != ',') {
		uint32_t cp = utf8_at(s, at, &len);
		if (cp != NO_BREAK_SPACE && cp != NARROW_SPACE && cp != THIN_SPACE)
			return 0;
	} else if (is_group(s, at + 1, 2) && at + 3 < s.n && s.p[at + 3] == ',') {
		return group_separator(s, at + 3, n_before, false);
	}
	return is_group(s, at + len, 3) ? len : 0;
}

/* Digits that count: without leading zeros, and without the trailing ones of a whole number. */
static int significant(const char *digits, size_t n, size_t point)
{
	size_t first = 0, last = n;
	while (first < n && (digits[first] == '0' || digits[first] == '.'))
		first++;
	while (point == n && last > first && digits[last - 1] == '0')
		last--;
	int count = 0;
	for (size_t i = first; i < last; i++)
		count += digits[i] != '.';
	return count;
}

/* "5,200.75" at `at`: its end, value and digits. A run that is too long keeps digits == 0. */
static size_t read_digits(struct sv s, size_t at, struct number_token *ret)
{
	char digits[DIGITS_MOST + 2];
	size_t n = 0, point = SIZE_MAX, separator;
	bool is_long = false, is_spaced = false;
	while (at < s.n) {
		if (ascii_is_digit(s.p[at]) || (s.p[at] == '.' && point == SIZE_MAX && is_digit_at(s, at + 1))) {
			if (s.p[at] == '.')
				point = n;
			is_long |= n >= DIGITS_MOST;
			if (!is_long)
				digits[n++] = s.p[at];
			at++;
		} else if (point == SIZE_MAX && n <= 12 && (separator = group_separator(s, at, n, is_spaced)) > 0) {
			is_spaced = s.p[at] == ' ';
			at += separator;
		} else {
			break;
		}
	}
	digits[n] = '\0';
	ret->class = is_long ? NUMBER_WORD : NUMBER_DIGITS;
	ret->value = strtod(digits, NULL);
	ret->digits = significant(digits, n, point == SIZE_MAX ? n : point);
	return at;
}

static bool is_apostrophe(uint32_t cp)
{
	return cp == '\'' || cp == 0x2019;
}

static size_t read_letters(struct sv s, size_t at)
{
	size_t from = at, len, next;
	while (at < s.n) {
		uint32_t cp = utf8_at(s, at, &len);
		bool inner = at > from && (is_apostrophe(cp) || (cp == '.' && (at - from == 1 || s.p[at - 2] == '.'))) && at + len < s.n &&
		             utf8_is_alpha(utf8_at(s, at + len, &next));
		if (!utf8_is_alpha(cp) && !inner)
			break;
		at += len;
	}
	bool is_dotted = at - from >= 3 && s.p[at - 2] == '.' && at < s.n && s.p[at] == '.';
	return is_dotted ? at + 1 : at;
}

static void classify_word(struct number_token *t)
{
	t->class = NUMBER_WORD;
	for (size_t i = 0; i < sizeof(number_words) / sizeof(*number_words); i++) {
		if (!sv_eq(number_words[i].word, t->lower))
			continue;
		t->class = number_words[i].class;
		t->value = number_words[i].value;
		t->digits = t->class == NUMBER_CARDINAL && t->value > 0 ? 1 + (t->value > 10 && t->value < 20) : 0;
	}
}

static void classify_mark(struct number_token *t, uint32_t cp)
{
	t->class = NUMBER_MARK;
	t->value = cp;
	for (size_t i = 0; i < sizeof(vulgar_fractions) / sizeof(*vulgar_fractions); i++) {
		if (vulgar_fractions[i].cp != cp)
			continue;
		t->class = NUMBER_VULGAR;
		t->value = vulgar_fractions[i].value;
		t->digits = 2;
	}
}

/* "22nd" is one ordinal: the suffix goes into the digits before it. */
static bool join_ordinal(struct number_token *before, const struct number_token *suffix)
{
	static const struct sv suffixes[] = { SV_INIT("st"), SV_INIT("nd"), SV_INIT("rd"), SV_INIT("th") };
	for (size_t i = 0; before != NULL && before->class == NUMBER_DIGITS && suffix->is_glued && i < 4; i++) {
		if (!sv_eq(suffix->lower, suffixes[i]))
			continue;
		before->class = NUMBER_ORDINAL;
		before->at.end = suffix->at.end;
		before->text.n = before->at.end - before->at.start;
		before->lower = before->text;
		return true;
	}
	return false;
}

static bool starts_digits(struct sv s, size_t at, bool is_glued)
{
	return ascii_is_digit(s.p[at]) || (s.p[at] == '.' && is_digit_at(s, at + 1) && !is_glued);
}

void number_token_list(struct arena *a, struct sv text, struct span sentence, struct number_tokens *ret)
{
	VEC(struct number_token) v = { 0 };
	struct sv s = sv_sub(text, 0, sentence.end);
	size_t last_end = SIZE_MAX;
	for (size_t at = sentence.start, len; at < s.n; at += len) {
		uint32_t cp = utf8_at(s, at, &len);
		if (utf8_is_space(cp))
			continue;
		struct number_token t = { .is_glued = at == last_end, .is_capital = utf8_is_upper(cp) };
		bool is_word = utf8_is_alpha(cp);
		if (starts_digits(s, at, t.is_glued))
			len = read_digits(s, at, &t) - at;
		else if (is_word)
			len = read_letters(s, at) - at;
		t.at = (struct span){ at, at + len };
		t.text = sv_sub(s, at, at + len);
		t.lower = is_word ? utf8_lower(a, t.text) : t.text;
		last_end = at + len;
		if (is_word && join_ordinal(v.n == 0 ? NULL : &v.v[v.n - 1], &t))
			continue;
		if (is_word)
			classify_word(&t);
		else if (t.class == NUMBER_END)
			classify_mark(&t, cp);
		*VEC_PUSH(a, &v) = t;
	}
	*ret = (struct number_tokens){ v.v, v.n };
}
