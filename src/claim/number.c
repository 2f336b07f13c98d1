#include "claim/number.h"

#include <math.h>

/* A number under way: what is summed up, and the group that the next scale multiplies. */
struct state {
	double total, group, last, least_scale;
	int digits;
	bool is_open, is_word, has_scale, has_digits;
	double scale;
};

static enum number_class class_at(const struct number_tokens *t, size_t i)
{
	return number_token_at(t, i)->class;
}

static bool is_article(const struct number_tokens *t, size_t i)
{
	return number_token_is(t, i, SV("a")) || number_token_is(t, i, SV("an"));
}

/* May this cardinal or digit group follow what was read? "twenty" + "five", "hundred" + "six", but not "five" + "six". */
static bool can_add(const struct state *s, double value)
{
	if (!s->is_open)
		return true;
	if (s->last >= 20 && s->last < 100 && value < 10 && value > 0)
		return !s->has_digits;
	return s->last >= 100 && s->has_scale && value < s->last;
}

static void add_scale(struct state *s, const struct number_token *t)
{
	double group = s->group == 0 ? 1 : s->group;
	if (t->value <= 100) {
		s->group = group * t->value;
	} else {
		s->total += group * t->value;
		s->group = 0;
		s->least_scale = t->value;
	}
	s->last = s->scale = t->value;
	s->has_scale = true;
}

/* Steps over what only joins: the hyphen of "twenty-five", the "and" of "two hundred and six". */
static size_t joiner(const struct number_tokens *t, size_t i, const struct state *s)
{
	enum number_class next = class_at(t, i + 1);
	bool small = next == NUMBER_CARDINAL || (next == NUMBER_DIGITS && s->is_word);
	if (number_token_is_dash(t, i) && number_token_at(t, i)->is_glued && number_token_at(t, i + 1)->is_glued)
		return (next == NUMBER_CARDINAL && can_add(s, number_token_at(t, i + 1)->value) && !s->has_digits) || next == NUMBER_SCALE;
	if (number_token_is(t, i, SV("and")) && s->has_scale && small)
		return number_token_at(t, i + 1)->value < 100 && can_add(s, number_token_at(t, i + 1)->value);
	return 0;
}

static bool take(struct state *s, const struct number_token *t)
{
	bool is_value = t->class == NUMBER_CARDINAL || t->class == NUMBER_DIGITS;
	if (t->class == NUMBER_SCALE && s->is_open && (s->least_scale == 0 || t->value < s->least_scale || s->group == 0)) {
		if (s->group == 0 && s->least_scale > 0)
			return false;
		add_scale(s, t);
		return true;
	}
	if (!is_value || !can_add(s, t->value) || (t->class == NUMBER_DIGITS && s->is_open && !s->has_digits && !s->is_word))
		return false;
	s->group += t->value;
	s->last = t->value;
	s->digits += t->digits;
	s->has_digits |= t->class == NUMBER_DIGITS;
	s->is_word |= t->class == NUMBER_CARDINAL;
	s->is_open = true;
	return true;
}

/* "point four five" after a whole number in words. */
static size_t read_point(const struct number_tokens *t, size_t i, struct state *s)
{
	double weight = 0.1;
	size_t n = 1;
	if (!number_token_is(t, i, SV("point")) || !s->is_word || class_at(t, i + 1) != NUMBER_CARDINAL)
		return 0;
	for (; class_at(t, i + n) == NUMBER_CARDINAL; n++, weight /= 10) {
		double value = number_token_at(t, i + n)->value;
		s->group += value * (value < 10 ? weight : weight / 10);
		s->digits++;
	}
	return n;
}

/* A digit group behind a scale ("4 thousand 3 hundred"): only where the scales go on falling. */
static bool is_apart(const struct number_tokens *t, size_t i, const struct state *s)
{
	return class_at(t, i) == NUMBER_DIGITS && s->is_open && s->has_scale && class_at(t, i + 1) != NUMBER_SCALE &&
	       !number_token_is(t, i - 1, SV("and"));
}

static size_t read_whole(const struct number_tokens *t, size_t i, struct state *s)
{
	size_t at = i, skip;
	if (is_article(t, at) && class_at(t, at + 1) == NUMBER_SCALE) {
		s->is_open = s->is_word = true;
		s->group = s->last = 1;
		s->digits = 1;
		at++;
	}
	for (;;) {
		skip = s->is_open ? joiner(t, at, s) : 0;
		if (is_apart(t, at + skip, s) || !take(s, number_token_at(t, at + skip)))
			break;
		at += skip + 1;
		at += read_point(t, at, s);
	}
	return at - i;
}

static void settle(const struct state *s, struct number *ret)
{
	ret->lo = ret->hi = s->total + s->group;
	ret->digits = s->digits;
	ret->has_scale = s->has_scale && s->scale > 100;
	ret->scale = s->scale;
	ret->is_word = !s->has_digits;
}

static size_t hyphen(const struct number_tokens *t, size_t i)
{
	return number_token_is_dash(t, i) && number_token_at(t, i)->is_glued ? 1 : 0;
}

/* May "a third" or "a quarter" be a share here: is it followed by "of", a mark, or a word that cannot be its noun? */
static bool ends_share(const struct number_tokens *t, size_t i)
{
	enum number_class class = class_at(t, i);
	return class == NUMBER_END || (class == NUMBER_MARK && !number_token_is_dash(t, i)) ||
	       number_token_in(t, i, " of in on at to from by for as and or but than since over more less fewer the this last is was were are ");
}

/* "[a|one|three][-]quarter(s)" at i. */
static size_t read_parts(const struct number_tokens *t, size_t i, struct number *ret)
{
	const struct number_token *count = number_token_at(t, i);
	double many = is_article(t, i) ? 1 : count->value;
	bool is_count = is_article(t, i) || count->class == NUMBER_CARDINAL || (count->class == NUMBER_DIGITS && count->value < 20);
	size_t at = i + 1 + (is_count ? hyphen(t, i + 1) : 0);
	const struct number_token *part = number_token_at(t, at);
	if (!is_count || many <= 0)
		return 0;
	bool is_share = part->class == NUMBER_PARTS || (part->class == NUMBER_PART && many <= 1 && ends_share(t, at + 1));
	if (!is_share && !(part->class == NUMBER_PART && many <= 1 && class_at(t, at + 1) == NUMBER_SCALE))
		return 0;
	ret->lo = ret->hi = many / part->value;
	ret->digits = 2;
	ret->is_fraction = true;
	ret->is_word = count->class != NUMBER_DIGITS;
	return at + 1 - i;
}

/* "half", "half a million", "half of", "a quarter of a million" */
static size_t scale_after(const struct number_tokens *t, size_t at, struct number *ret)
{
	size_t from = at;
	at += number_token_is(t, at, SV("of")) && is_article(t, at + 1) ? 1 : 0;
	at += is_article(t, at) ? 1 : 0;
	if (class_at(t, at) != NUMBER_SCALE)
		return 0;
	ret->scale = number_token_at(t, at)->value;
	ret->lo *= ret->scale;
	ret->hi *= ret->scale;
	ret->has_scale = ret->scale > 100;
	ret->is_fraction = false;
	return at + 1 - from;
}

static size_t read_half(const struct number_tokens *t, size_t i, struct number *ret)
{
	if (!number_token_is(t, i, SV("half")) || class_at(t, i - 1) == NUMBER_ORDINAL || number_token_is(t, i - 1, SV("last")))
		return 0;
	*ret = (struct number){ .lo = 0.5, .hi = 0.5, .digits = 1, .is_fraction = true, .is_word = true };
	size_t scale = scale_after(t, i + 1, ret);
	bool is_share = number_token_in(t, i + 1, " of the its their his her all our ");
	return scale > 0 ? 1 + scale : is_share ? 1 : 0;
}

static bool is_vague_scale(const struct number_tokens *t, size_t i)
{
	return class_at(t, i) == NUMBER_VAGUE;
}

/* "dozens", "tens of thousands", "hundreds of millions"; but not "scores" as a verb or noun of sports: it needs "of". */
static size_t read_vague(const struct number_tokens *t, size_t i, struct number *ret)
{
	if (!is_vague_scale(t, i))
		return 0;
	double scale = number_token_at(t, i)->value;
	size_t n = 1;
	bool is_small = scale == 10 || scale == 20;
	if (is_small && !number_token_is(t, i + 1, SV("of")))
		return 0;
	if (number_token_is(t, i + n, SV("of")) && is_vague_scale(t, i + n + 1)) {
		scale *= number_token_at(t, i + n + 1)->value;
		n += 2;
	}
	*ret = (struct number){ .lo = scale, .hi = scale * 10, .digits = 1, .is_vague = true, .is_word = true };
	return n;
}

/* "3/4" with a small denominator; "9/11" and "24/7" are no fractions. */
static size_t read_slash(const struct number_tokens *t, size_t i, struct number *ret)
{
	const struct number_token *top = number_token_at(t, i), *bottom = number_token_at(t, i + 2);
	bool is_pair = top->class == NUMBER_DIGITS && number_token_is_mark(t, i + 1, '/') && bottom->class == NUMBER_DIGITS &&
	               number_token_at(t, i + 1)->is_glued && bottom->is_glued;
	if (!is_pair || top->value < 1 || top->value >= bottom->value || bottom->value > 10 || number_token_is_mark(t, i + 3, '/'))
		return 0;
	*ret = (struct number){ .lo = top->value / bottom->value, .hi = top->value / bottom->value, .digits = 2, .is_fraction = true };
	return 3;
}

/* A number that ratios are given in: up to twelve, by fives to a hundred, or one digit and zeros. */
static bool is_round(double whole)
{
	double rest = whole;
	while (rest >= 10 && fmod(rest, 10) == 0)
		rest /= 10;
	return whole <= 12 || rest < 10 || (whole <= 100 && fmod(whole, 5) == 0);
}

/* "one in five", "nine out of 10": read as a ratio where the second number is a round one. */
static size_t read_ratio(const struct number_tokens *t, size_t i, size_t n, struct number *ret)
{
	size_t at = i + n;
	struct state s = { 0 };
	bool is_out = number_token_is(t, at, SV("out")) && number_token_is(t, at + 1, SV("of"));
	at += is_out ? 2 : 1;
	if (!is_out && !number_token_in(t, at - 1, " in "))
		return 0;
	size_t m = read_whole(t, at, &s);
	double whole = s.total + s.group;
	if (m == 0 || !is_round(whole) || whole < 2 || ret->lo >= whole || ret->lo <= 0 || ret->has_scale)
		return 0;
	ret->lo = ret->hi = ret->lo / whole;
	ret->digits = 2;
	ret->is_ratio = true;
	return at + m - i;
}

/* "2½", "2 1/2", "two and a half", "one and three quarters", each with a scale behind it. */
static size_t read_mixed(const struct number_tokens *t, size_t at, struct number *ret)
{
	struct number part = { 0 };
	size_t n = 0, joins;
	if (class_at(t, at) == NUMBER_VULGAR && number_token_at(t, at)->is_glued) {
		part.lo = number_token_at(t, at)->value;
		n = 1;
	} else if (!number_token_is_mark(t, at - 1, '/') && class_at(t, at) == NUMBER_DIGITS) {
		n = read_slash(t, at, &part);
	} else {
		joins = hyphen(t, at);
		joins += number_token_is(t, at + joins, SV("and")) ? 1 : 0;
		joins += joins > 0 ? hyphen(t, at + joins) : 0;
		bool is_half = number_token_is(t, at + joins, SV("a")) &&
		               number_token_is(t, at + joins + 1 + hyphen(t, at + joins + 1), SV("half"));
		part.lo = 0.5;
		n = joins == 0 ? 0 : is_half ? joins + 2 + hyphen(t, at + joins + 1) : read_parts(t, at + joins, &part);
		n += n > 0 && !is_half ? joins : 0;
	}
	if (n == 0)
		return 0;
	ret->lo += part.lo * (ret->has_scale ? ret->scale : 1);
	ret->hi = ret->lo;
	ret->digits++;
	return n + (ret->has_scale ? 0 : scale_after(t, at + n, ret));
}

size_t number_read(const struct number_tokens *t, size_t i, struct number *ret)
{
	struct state s = { 0 };
	struct number number = { 0 };
	size_t n = read_vague(t, i, &number);
	if (n == 0)
		n = read_half(t, i, &number);
	if (n == 0)
		n = read_slash(t, i, &number);
	if (n == 0 && (n = read_parts(t, i, &number)) > 0)
		n += scale_after(t, i + n, &number);
	if (n == 0 && class_at(t, i) == NUMBER_VULGAR) {
		number = (struct number){ .lo = number_token_at(t, i)->value, .hi = number_token_at(t, i)->value, .digits = 2, .is_fraction = true };
		n = 1;
	}
	if (n == 0 && (n = read_whole(t, i, &s)) > 0) {
		settle(&s, &number);
		size_t more = read_mixed(t, i + n, &number);
		n += more;
		more = read_ratio(t, i, n, &number);
		n = more > 0 ? more : n;
	}
	if (n > 0)
		*ret = number;
	return n;
}
