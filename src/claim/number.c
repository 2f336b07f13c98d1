#include "claim/number.h"

#include <math.h>

#include "base/num.h"

/* Digits beyond this are no figure a reader could check. */
#define DIGITS_MAX 30

enum word_value_kind { SMALL, HUNDRED, SCALE, FRACTION };

static const struct {
	struct sv word;
	double value;
	enum word_value_kind kind;
} values[] = {
	{ SV_INIT("zero"), 0, SMALL },         { SV_INIT("one"), 1, SMALL },           { SV_INIT("two"), 2, SMALL },
	{ SV_INIT("three"), 3, SMALL },        { SV_INIT("four"), 4, SMALL },          { SV_INIT("five"), 5, SMALL },
	{ SV_INIT("six"), 6, SMALL },          { SV_INIT("seven"), 7, SMALL },         { SV_INIT("eight"), 8, SMALL },
	{ SV_INIT("nine"), 9, SMALL },         { SV_INIT("ten"), 10, SMALL },          { SV_INIT("eleven"), 11, SMALL },
	{ SV_INIT("twelve"), 12, SMALL },      { SV_INIT("thirteen"), 13, SMALL },     { SV_INIT("fourteen"), 14, SMALL },
	{ SV_INIT("fifteen"), 15, SMALL },     { SV_INIT("sixteen"), 16, SMALL },      { SV_INIT("seventeen"), 17, SMALL },
	{ SV_INIT("eighteen"), 18, SMALL },    { SV_INIT("nineteen"), 19, SMALL },     { SV_INIT("twenty"), 20, SMALL },
	{ SV_INIT("thirty"), 30, SMALL },      { SV_INIT("forty"), 40, SMALL },        { SV_INIT("fifty"), 50, SMALL },
	{ SV_INIT("sixty"), 60, SMALL },       { SV_INIT("seventy"), 70, SMALL },      { SV_INIT("eighty"), 80, SMALL },
	{ SV_INIT("ninety"), 90, SMALL },      { SV_INIT("hundred"), 100, HUNDRED },   { SV_INIT("dozen"), 12, HUNDRED },
	{ SV_INIT("thousand"), 1e3, SCALE },   { SV_INIT("million"), 1e6, SCALE },     { SV_INIT("billion"), 1e9, SCALE },
	{ SV_INIT("trillion"), 1e12, SCALE },  { SV_INIT("m"), 1e6, SCALE },           { SV_INIT("bn"), 1e9, SCALE },
	{ SV_INIT("tn"), 1e12, SCALE },        { SV_INIT("k"), 1e3, SCALE },           { SV_INIT("mn"), 1e6, SCALE },
	{ SV_INIT("half"), 0.5, FRACTION },    { SV_INIT("third"), 1.0 / 3, FRACTION }, { SV_INIT("thirds"), 1.0 / 3, FRACTION },
	{ SV_INIT("quarter"), 0.25, FRACTION }, { SV_INIT("quarters"), 0.25, FRACTION }, { SV_INIT("fourths"), 0.25, FRACTION },
	{ SV_INIT("fifth"), 0.2, FRACTION },   { SV_INIT("fifths"), 0.2, FRACTION },   { SV_INIT("tenth"), 0.1, FRACTION },
	{ SV_INIT("tenths"), 0.1, FRACTION },
};

static bool value_of(struct sv lower, double *ret, enum word_value_kind *ret_kind)
{
	for (size_t k = 0; k < sizeof(values) / sizeof(*values); k++)
		if (sv_eq(lower, values[k].word)) {
			*ret = values[k].value;
			*ret_kind = values[k].kind;
			return true;
		}
	return false;
}

/* Digits that carry meaning: without leading zeros, and without the trailing zeros of a whole number. */
static int significant(struct sv digits, bool has_point)
{
	int n = 0, zeros = 0;
	for (size_t i = 0; i < digits.n; i++) {
		if (!ascii_is_digit(digits.p[i]) || (n == 0 && digits.p[i] == '0'))
			continue;
		n++;
		zeros = digits.p[i] == '0' ? zeros + 1 : 0;
	}
	return has_point ? n : n - zeros;
}

/* A run of digits with English separators, being read. */
struct digit_run {
	char plain[DIGITS_MAX + 2];
	size_t n, used;
	size_t group; /* digits since the last comma or the start */
	bool has_point, has_comma;
};

/* Takes the comma or point at the run's place, if digits follow and it stands where English puts one. */
static bool take_separator(struct digit_run *r, struct sv word)
{
	char c = word.p[r->used];
	bool goes_on = r->used + 1 < word.n && ascii_is_digit(word.p[r->used + 1]);
	if (!goes_on || r->has_point || r->n == 0)
		return false;
	if (c == ',' && (r->has_comma ? r->group == 3 : r->group <= 3)) {
		r->has_comma = true;
		r->group = 0;
		return true;
	}
	if (c != '.' || (r->has_comma && r->group != 3))
		return false;
	r->plain[r->n++] = '.';
	r->has_point = true;
	return true;
}

static bool could_be_year(const struct digit_run *r, double value)
{
	return r->n == 4 && !r->has_point && !r->has_comma && value >= 1500 && value < 2100;
}

/* Does what follows the digits in their word make them no number at all? Letters, a hyphen and an apostrophe may follow. */
static bool breaks_off(struct sv rest)
{
	return rest.n > 0 && !ascii_is_alpha(rest.p[0]) && rest.p[0] != '-' && rest.p[0] != '\'';
}

/* Digits of one word: "5,200", "2.5"; also the front of "4m", "18-month". *ret_used says how many bytes. */
static bool digits_of(struct sv word, struct number *ret, size_t *ret_used)
{
	struct digit_run r = { .used = 0 };
	for (; r.used < word.n && r.n < DIGITS_MAX; r.used++) {
		if (ascii_is_digit(word.p[r.used])) {
			r.plain[r.n++] = word.p[r.used];
			r.group++;
		} else if (!take_separator(&r, word)) {
			break;
		}
	}
	bool badly_grouped = r.has_comma && !r.has_point && r.group != 3;
	struct sv plain = { r.plain, r.n };
	if (badly_grouped || breaks_off(sv_sub(word, r.used, word.n)) || !num_f64(plain, &ret->value))
		return false;
	ret->digits = significant(plain, r.has_point);
	ret->is_plain_year = could_be_year(&r, ret->value);
	*ret_used = r.used;
	return true;
}

/* "a", "an" count as one before a scale, a hundred, a dozen or a fraction. */
static bool is_article_before_value(const struct words *w, size_t i)
{
	double v;
	enum word_value_kind kind;
	bool article = word_is(w, i, SV("a")) || word_is(w, i, SV("an"));
	return article && value_of(word_at(w, i + 1)->lower, &v, &kind) && kind != SMALL && word_at(w, i + 1)->lower.n > 2;
}

/* One number word, or the two of "twenty-five" and "three-quarters". */
static bool spoken(struct sv lower, double *ret, enum word_value_kind *ret_kind)
{
	size_t hyphen = sv_find_char(lower, '-', 0);
	double left, right;
	enum word_value_kind left_kind, right_kind;
	if (value_of(lower, ret, ret_kind))
		return lower.n > 2;
	if (hyphen == lower.n || !value_of(sv_sub(lower, 0, hyphen), &left, &left_kind) ||
	    !value_of(sv_sub(lower, hyphen + 1, lower.n), &right, &right_kind) || left_kind != SMALL)
		return false;
	*ret_kind = right_kind;
	if (right_kind == SMALL)
		*ret = left + right;
	else
		*ret = left * right;
	return right_kind == FRACTION || (right_kind == SMALL && left >= 20 && right < 10);
}

struct sum {
	double total, current;
	bool any;
};

static void take_value(struct sum *s, double v, enum word_value_kind kind)
{
	if (kind == SMALL)
		s->current += v;
	else if (kind == HUNDRED)
		s->current = (s->any && s->current > 0 ? s->current : 1) * v;
	else {
		s->total += (s->any && s->current > 0 ? s->current : 1) * v;
		s->current = 0;
	}
	s->any = true;
}

/* A run of number words: "two hundred and six thousand", "a third", "twenty-five". */
static size_t spoken_number(const struct words *w, size_t i, struct number *ret)
{
	struct sum s = { 0 };
	size_t n = is_article_before_value(w, i) ? 1 : 0;
	double v;
	enum word_value_kind kind;
	while (!word_at(w, i + n)->is_mark && spoken(word_at(w, i + n)->lower, &v, &kind)) {
		if (kind == FRACTION) {
			ret->value = (s.any && s.current > 0 ? s.current : 1) * v;
			ret->is_fraction = true;
			ret->digits = 1;
			return n + 1;
		}
		take_value(&s, v, kind);
		if (kind == SCALE)
			ret->scale = v;
		n++;
		bool and_more = word_is(w, i + n, SV("and")) && kind == HUNDRED && spoken(word_at(w, i + n + 1)->lower, &v, &kind) && kind == SMALL;
		n += and_more ? 1 : 0;
	}
	if (!s.any)
		return 0;
	ret->value = s.total + s.current;
	char text[40];
	(void)snprintf(text, sizeof(text), "%.0f", ret->value);
	ret->digits = significant(sv_cstr(text), false);
	return n;
}

/* "tens of thousands", "hundreds of", "dozens": more than ten of the next scale, no upper bound. */
static size_t vague_number(const struct words *w, size_t i, struct number *ret)
{
	static const struct {
		struct sv word;
		double least;
	} vague[] = { { SV_INIT("dozens"), 24 }, { SV_INIT("scores"), 40 }, { SV_INIT("tens"), 20 }, { SV_INIT("hundreds"), 200 },
		{ SV_INIT("thousands"), 2e3 }, { SV_INIT("millions"), 2e6 }, { SV_INIT("billions"), 2e9 }, { SV_INIT("trillions"), 2e12 } };
	for (size_t k = 0; k < sizeof(vague) / sizeof(*vague); k++) {
		if (!word_is(w, i, vague[k].word))
			continue;
		struct number inner = { 0 };
		size_t more = word_is(w, i + 1, SV("of")) ? vague_number(w, i + 2, &inner) : 0;
		if (more == 0 && k == 2)
			return 0; /* "tens" alone is no number */
		ret->value = more > 0 ? vague[k].least * inner.value / 2 : vague[k].least;
		ret->is_vague = true;
		ret->digits = 1;
		return more > 0 ? more + 2 : 1;
	}
	return 0;
}

/* A scale after digits: " million", or glued to them ("4m", "5bn"). */
static size_t scale_after(const struct words *w, size_t i, struct sv glued, struct number *ret)
{
	double v;
	enum word_value_kind kind;
	if (glued.n > 0) {
		if (!value_of(glued, &v, &kind) || kind != SCALE)
			return 0;
		ret->value *= v;
		ret->scale = v;
		return 0;
	}
	const struct word *next = word_at(w, i);
	if (next->lower.n <= 1 || !value_of(next->lower, &v, &kind) || (kind != SCALE && kind != HUNDRED))
		return 0;
	ret->value *= v;
	ret->scale = v;
	return 1;
}

size_t number_at(const struct words *w, size_t i, struct number *ret)
{
	struct number n = { .scale = 1 };
	size_t used = 0, taken;
	const struct word *first = word_at(w, i);
	if (first->is_number) {
		if (!digits_of(first->lower, &n, &used))
			return 0;
		taken = 1;
		struct sv glued = sv_sub(first->lower, used, first->lower.n);
		taken += scale_after(w, i + 1, glued, &n);
		n.is_percent = sv_eq(word_at(w, i + taken)->text, SV("%"));
		n.is_plain_year = n.is_plain_year && used == first->lower.n && taken == 1 && !n.is_percent;
		taken += n.is_percent ? 1 : 0;
	} else {
		taken = vague_number(w, i, &n);
		if (taken == 0)
			taken = spoken_number(w, i, &n);
	}
	if (taken > 0)
		*ret = n;
	return isfinite(n.value) ? taken : 0;
}
