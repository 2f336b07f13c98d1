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

/* "three quarters", "one half": the number at i counts parts. */
static bool is_count_of_parts(const struct number_tokens *t, size_t i)
{
	size_t part = i + 1 + (number_token_is_dash(t, i + 1) ? 1 : 0);
	return class_at(t, part) == NUMBER_PARTS || (number_token_is(t, i, SV("one")) && number_token_is(t, part, SV("half")));
}

/* May "and" join what was read and the number behind it: "two hundred and six", "3 hundred and 21", "twenty and three"? */
static bool is_joining_and(const struct number_tokens *t, size_t i, const struct state *s)
{
	const struct number_token *next = number_token_at(t, i + 1);
	bool is_whole = next->value >= 1 && class_at(t, i + 2) != NUMBER_SCALE;
	bool is_small = next->class == NUMBER_CARDINAL || (next->class == NUMBER_DIGITS && (s->is_word || (s->scale == 100 && is_whole)));
	bool is_unit = s->is_word && s->last >= 20 && s->last < 100 && next->class == NUMBER_CARDINAL;
	return ((s->has_scale && is_small) || is_unit) && !is_count_of_parts(t, i + 1) && next->value < 100 && can_add(s, next->value);
}

/* Steps over what only joins: the hyphen of "twenty-five", the "and" of "two hundred and six". */
static size_t joiner(const struct number_tokens *t, size_t i, const struct state *s)
{
	const struct number_token *next = number_token_at(t, i + 1);
	if (number_token_is_dash(t, i) && number_token_at(t, i)->is_glued && next->is_glued)
		return (next->class == NUMBER_CARDINAL && can_add(s, next->value) && !s->has_digits) || next->class == NUMBER_SCALE;
	return number_token_is(t, i, SV("and")) && is_joining_and(t, i, s);
}

/* A scale behind what was read: "three million", "four million two thousand", "two lakh crore", "three dozens". */
static bool take_scale(struct state *s, const struct number_token *t)
{
	bool is_stacked = s->group == 0 && s->least_scale > 0;
	if (!s->is_open || (is_stacked && t->value < s->least_scale) || (!is_stacked && s->least_scale > 0 && t->value >= s->least_scale))
		return false;
	if (is_stacked) {
		s->total *= t->value;
		s->least_scale *= t->value;
		s->scale = s->least_scale;
		return true;
	}
	add_scale(s, t);
	return true;
}

static bool take(struct state *s, const struct number_token *t)
{
	bool is_value = t->class == NUMBER_CARDINAL || t->class == NUMBER_DIGITS;
	if (t->class == NUMBER_SCALE || (t->class == NUMBER_VAGUE && s->group > 0))
		return take_scale(s, t);
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
	while (class_at(t, i + n) == NUMBER_CARDINAL) {
		double value = number_token_at(t, i + n)->value;
		size_t dash = number_token_is_dash(t, i + n + 1) ? 1 : 0;
		const struct number_token *ones = number_token_at(t, i + n + 1 + dash);
		bool has_ones = value >= 20 && ones->class == NUMBER_CARDINAL && ones->value < 10;
		value += has_ones ? ones->value : 0;
		s->group += value * (value < 10 ? weight : weight / 10);
		weight /= value < 10 ? 10 : 100;
		s->digits += value < 10 ? 1 : 2;
		n += has_ones ? 2 + dash : 1;
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
	bool is_bare = class_at(t, at) == NUMBER_SCALE && class_at(t, at + 1) == NUMBER_SCALE; /* "hundred thousand" */
	if (is_bare || (is_article(t, at) && class_at(t, at + 1) == NUMBER_SCALE)) {
		s->is_open = s->is_word = true;
		s->group = s->last = 1;
		s->digits = 1;
		at += is_bare ? 0 : 1;
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

/* How many parts are counted at i: "a", "three", "fifty-four"; tokens taken, 0 for none. */
static size_t read_part_count(const struct number_tokens *t, size_t i, double *ret)
{
	struct state s = { 0 };
	const struct number_token *count = number_token_at(t, i);
	*ret = is_article(t, i) ? 1 : count->value;
	if (is_article(t, i) || (count->class == NUMBER_DIGITS && count->value < 20))
		return 1;
	size_t n = count->class == NUMBER_CARDINAL ? read_whole(t, i, &s) : 0;
	*ret = s.total + s.group;
	return n;
}

/* "[a|one|three][-]quarter(s)" at i; the hyphen may stand apart, as old agency copy has it. */
static size_t read_parts(const struct number_tokens *t, size_t i, struct number *ret)
{
	double many = 0;
	const struct number_token *count = number_token_at(t, i);
	size_t n = read_part_count(t, i, &many), at = i + n + (number_token_is_dash(t, i + n) ? 1 : 0);
	const struct number_token *part = number_token_at(t, at);
	if (n == 0 || many <= 0)
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

/* Is the "half" at i a share of something: "half of them", "half the seats", "more than half said so"? */
static bool is_half_share(const struct number_tokens *t, size_t i)
{
	bool is_bounded = number_token_in(t, i - 1, " than about nearly almost over around roughly under exactly only ");
	bool has_noun = is_article(t, i + 1) || number_token_is_dash(t, i + 1) || number_token_in(t, i + 1, " way past time hour hours day year ");
	return number_token_in(t, i + 1, " of the its their his her all our ") || (is_bounded && !has_noun);
}

static size_t read_half(const struct number_tokens *t, size_t i, struct number *ret)
{
	bool is_half = number_token_is(t, i, SV("half")), is_quarter = number_token_is(t, i, SV("quarter"));
	if (!(is_half || is_quarter) || class_at(t, i - 1) == NUMBER_ORDINAL || number_token_is(t, i - 1, SV("last")))
		return 0;
	*ret = (struct number){ .lo = is_half ? 0.5 : 0.25, .digits = 1, .is_fraction = true, .is_word = true };
	ret->hi = ret->lo;
	size_t scale = is_half || class_at(t, i + 1) == NUMBER_SCALE ? scale_after(t, i + 1, ret) : 0;
	return scale > 0 ? 1 + scale : is_half && is_half_share(t, i) ? 1 : 0;
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

/* Denominators that are written with a slash: to ten, and the halvings of an inch. */
static bool is_denominator(double n)
{
	return n <= 10 || n == 16 || n == 32 || n == 64 || n == 128;
}

/* "3/4" with a small denominator; "9/11" and "24/7" are no fractions. */
static size_t read_slash(const struct number_tokens *t, size_t i, struct number *ret)
{
	const struct number_token *top = number_token_at(t, i), *bottom = number_token_at(t, i + 2);
	bool is_slash = number_token_is_mark(t, i + 1, '/'), is_fraction_slash = number_token_is_mark(t, i + 1, 0x2044);
	bool is_pair = top->class == NUMBER_DIGITS && (is_slash || is_fraction_slash) && bottom->class == NUMBER_DIGITS &&
	               number_token_at(t, i + 1)->is_glued && bottom->is_glued;
	if (!is_pair || top->value < 1 || top->value >= bottom->value || number_token_is_mark(t, i + 3, '/'))
		return 0;
	if (is_slash && !is_denominator(bottom->value))
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
	bool is_odds = ret->lo == 1 && whole < 1000; /* "1 in 21" */
	if (m == 0 || !(is_round(whole) || is_odds) || whole < 2 || ret->lo >= whole || ret->lo <= 0 || ret->has_scale)
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

/* "x 10^6", "×10−8" behind a number in digits. */
static size_t read_power(const struct number_tokens *t, size_t i, struct number *ret)
{
	size_t at = i + 2 + (number_token_is_mark(t, i + 2, '^') ? 1 : 0);
	bool is_negative = number_token_is_dash(t, at) || number_token_is_mark(t, at, 0x2212);
	const struct number_token *power = number_token_at(t, at + (is_negative ? 1 : 0));
	bool is_times = number_token_is_mark(t, i, 0xD7) || number_token_is(t, i, SV("x"));
	bool is_raised = is_negative || number_token_is_mark(t, i + 2, '^');
	if (!is_times || number_token_at(t, i + 1)->value != 10 || !is_raised)
		return 0;
	if (power->class != NUMBER_DIGITS || !power->is_glued || power->value > 99)
		return 0;
	ret->lo *= pow(10, is_negative ? -power->value : power->value);
	ret->hi = ret->lo;
	return at + (is_negative ? 1 : 0) + 1 - i;
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
		n += more == 0 ? read_power(t, i + n, &number) : 0;
		more = read_ratio(t, i, n, &number);
		n = more > 0 ? more : n;
	}
	if (n > 0)
		*ret = number;
	return n;
}
