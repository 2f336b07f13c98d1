#include "claim/date_rule.h"

enum { MOST_WORDS = 12 };

/* Digits with thousands groups and one decimal part: "1,250", "2.5". */
static size_t digits(const struct date_tokens *t, size_t i, double *ret)
{
	const struct date_token *k = date_token_at(t, i);
	size_t at = i + 1;
	if (k->class != TOK_NUMBER || k->value < 0)
		return 0;
	double v = k->value;
	while (date_token_is_mark(t, at, ',') && date_token_at(t, at)->is_glued && at - i < MOST_WORDS) {
		const struct date_token *group = date_token_at(t, at + 1);
		if (group->class != TOK_NUMBER || !group->is_glued || group->word.n != 3)
			break;
		v = v * 1000 + group->value;
		at += 2;
	}
	const struct date_token *part = date_token_at(t, at + 1);
	if (date_token_is_mark(t, at, '.') && date_token_at(t, at)->is_glued && part->class == TOK_NUMBER && part->is_glued &&
	    part->value >= 0) {
		double scale = 1;
		for (size_t d = 0; d < part->word.n; d++)
			scale *= 10;
		v += part->value / scale;
		at += 2;
	}
	*ret = v;
	return at - i;
}

struct sum {
	double total, group;
	int last; /* the last word's value */
	bool is_begun;
};

/* Adds one number word; false when it cannot go on with what is there ("five six"). */
static bool add_word(struct sum *s, const struct date_token *k)
{
	if (k->class == TOK_CARDINAL && !k->is_plural) {
		if (s->is_begun && s->last < 100 && (s->last < 20 || k->value >= 10))
			return false;
		s->group += k->value;
	} else if (k->class == TOK_SCALE && s->is_begun) {
		s->group = (s->group > 0 ? s->group : 1) * k->value;
		if (k->value >= 1000) {
			s->total += s->group;
			s->group = 0;
		}
	} else {
		return false;
	}
	s->last = k->value;
	s->is_begun = true;
	return true;
}

/* "twenty-four", "two hundred and ten": tens, ones and scales as they add up. */
static size_t words(const struct date_tokens *t, size_t i, double *ret)
{
	struct sum s = { 0 };
	size_t at = i, end = i;
	while (at - i < MOST_WORDS) {
		bool is_joint = s.is_begun && (date_token_is_mark(t, at, '-') || date_token_is(t, at, SV("and")));
		if (!is_joint && !add_word(&s, date_token_at(t, at)))
			break;
		at++;
		end = is_joint ? end : at;
	}
	*ret = s.total + s.group;
	return end - i;
}

size_t date_cardinal(const struct date_tokens *t, size_t i, double *ret)
{
	size_t n = digits(t, i, ret);
	if (n == 0)
		n = words(t, i, ret);
	if (n > 0)
		return n;
	size_t article = date_token_at(t, i)->class == TOK_ARTICLE && date_token_at(t, i)->value == 1;
	const struct date_token *k = date_token_at(t, i + article);
	if (k->class == TOK_VAGUE) {
		*ret = k->value > 0 ? k->value : -1;
		return article + 1 + date_token_is(t, i + article + 1, SV("of"));
	}
	if (article && k->class == TOK_SCALE) {
		*ret = k->value;
		return 2;
	}
	if (!article && date_token_is(t, i, SV("half")) && date_token_at(t, i + 1)->class == TOK_ARTICLE) {
		*ret = 0.5;
		return 2;
	}
	*ret = 1;
	return article;
}

size_t date_ordinal(const struct date_tokens *t, size_t i, int *ret)
{
	static const char *const endings[] = { "st", "nd", "rd", "th", NULL };
	const struct date_token *k = date_token_at(t, i);
	if (k->class == TOK_ORDINAL) {
		*ret = k->value;
		return 1;
	}
	if (k->class == TOK_NUMBER && k->value > 0 && k->value < 100 && date_token_in(t, i + 1, endings) &&
	    date_token_at(t, i + 1)->is_glued) {
		*ret = k->value;
		return 2;
	}
	const struct date_token *ones = date_token_at(t, i + 2);
	if (k->class == TOK_CARDINAL && k->value >= 20 && date_token_is_mark(t, i + 1, '-') && ones->class == TOK_ORDINAL &&
	    ones->value < 10) {
		*ret = k->value + ones->value;
		return 3;
	}
	return 0;
}

/* A century in two cardinal halves: "nineteen ninety-four", "twenty twenty", "nineteen oh five". */
static size_t spoken_year(const struct date_tokens *t, size_t i, int *ret)
{
	const struct date_token *head = date_token_at(t, i);
	double tail;
	if (head->class != TOK_CARDINAL || head->value < 10 || head->value > 20 || head->is_plural)
		return 0;
	if (date_token_is(t, i + 1, SV("hundred")))
		return 0;
	size_t n = words(t, i + 1, &tail);
	if (n == 0 || tail < 10 || tail > 99)
		return 0;
	*ret = head->value * 100 + (int)tail;
	return 1 + n;
}

static size_t written_year(const struct date_tokens *t, size_t i, int *ret)
{
	const struct date_token *k = date_token_at(t, i), *mark = date_token_at(t, i + 1);
	if (k->word.n != 4 || k->value < 1000 || k->value > 2199)
		return 0;
	if (mark->class == TOK_MARK && (mark->value == ',' || mark->value == '.') && mark->is_glued &&
	    date_token_is_glued_number(t, i + 2, 0))
		return 0;
	*ret = k->value;
	return 1;
}

size_t date_year_number(const struct date_tokens *t, size_t i, int *ret)
{
	double v;
	if (date_token_at(t, i)->class == TOK_NUMBER)
		return written_year(t, i, ret);
	size_t n = spoken_year(t, i, ret);
	if (n > 0)
		return n;
	n = words(t, i, &v);
	if (n < 2 || v < 1000 || v > 2199 || !date_token_is(t, i + 1, SV("thousand")))
		return 0;
	*ret = (int)v;
	return n;
}
