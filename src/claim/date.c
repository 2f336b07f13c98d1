#include "claim/date.h"

#include <string.h>

#include "base/vec.h"
#include "claim/date_rule.h"

struct found {
	size_t from, to;  /* tokens of the expression */
	size_t op_from;   /* where its operator starts; == from without one */
	enum date_op op;
	struct when when;
};

typedef VEC(struct date_ref) ref_list;

/* The longest of several rules' readings at i. */
static size_t longest(size_t (*const *rules)(const struct date_scan *, size_t, struct when *), size_t n_rules,
    const struct date_scan *s, size_t i, struct when *ret)
{
	size_t best = 0;
	for (size_t k = 0; k < n_rules; k++) {
		struct when w = { .lo = DAY_NONE, .hi = DAY_NONE };
		size_t n = rules[k](s, i, &w);
		if (n > best) {
			best = n;
			*ret = w;
		}
	}
	return best;
}

size_t date_day(const struct date_scan *s, size_t i, struct when *ret)
{
	static size_t (*const rules[])(const struct date_scan *, size_t, struct when *) = { date_absolute, date_relative, date_name };
	return longest(rules, sizeof(rules) / sizeof(*rules), s, i, ret);
}

static size_t any(const struct date_scan *s, size_t i, struct when *ret)
{
	static size_t (*const rules[])(const struct date_scan *, size_t, struct when *) = { date_absolute, date_relative, date_name,
		date_duration, date_recurring, date_clock };
	return longest(rules, sizeof(rules) / sizeof(*rules), s, i, ret);
}

/* "late 2011", "the end of September", "mid-November", "the middle of next week" */
static size_t edged(const struct date_scan *s, size_t i, struct when *ret)
{
	const struct date_tokens *t = &s->tokens;
	size_t the = date_token_is(t, i, SV("the"));
	const struct date_token *k = date_token_at(t, i + the);
	size_t at = i + the + 1;
	if (k->class != TOK_EDGE)
		return 0;
	bool needs_of = k->value == EDGE_END ? !date_token_is(t, i + the, SV("late")) : k->value == EDGE_START
	        ? !date_token_is(t, i + the, SV("early")) : date_token_is(t, i + the, SV("middle"));
	bool has_of = date_token_is(t, at, SV("of"));
	bool has_dash = !needs_of && (date_token_is_mark(t, at, '-') || date_token_is(t, at, SV("in")));
	if (needs_of && !has_of)
		return 0;
	at += has_of || has_dash;
	size_t n = date_day(s, at, ret);
	if (n == 0 && date_token_is(t, at, SV("the"))) {
		n = date_day(s, at + 1, ret);
		n += n > 0;
	}
	if (n == 0 || ret->grain < GRAIN_WEEK || ret->type != WHEN_DATE)
		return 0;
	when_narrow(ret, (enum edge)k->value);
	return at + n - i;
}

/* "more than", "about": words that belong to the amount of time they stand before; tokens taken. */
static size_t hedge(const struct date_tokens *t, size_t i)
{
	static const char *const one[] = { "about", "around", "nearly", "almost", "roughly", "approximately", "over", "under",
		"some", NULL };
	static const char *const two[][2] = { { "more", "than" }, { "less", "than" }, { "fewer", "than" }, { "at", "least" },
		{ "at", "most" }, { "up", "to" } };
	size_t no = date_token_is(t, i, SV("no"));
	for (size_t k = 0; k < sizeof(two) / sizeof(*two); k++)
		if (date_token_is(t, i + no, sv_cstr(two[k][0])) && date_token_is(t, i + no + 1, sv_cstr(two[k][1])))
			return no + 2;
	bool is_amount_next = date_token_at(t, i + 1)->class != TOK_REL && !date_token_is(t, i + 1, SV("the"));
	return !no && is_amount_next && date_token_in(t, i, one);
}

static size_t expression(const struct date_scan *s, size_t i, struct when *ret)
{
	struct when w = { .lo = DAY_NONE, .hi = DAY_NONE };
	size_t n = any(s, i, &w), e;
	if (n > 0)
		*ret = w;
	e = edged(s, i, &w);
	if (e > n) {
		*ret = w;
		n = e;
	}
	size_t h = n == 0 ? hedge(&s->tokens, i) : 0;
	if (h > 0) {
		e = any(s, i + h, &w);
		bool is_amount = e > 0 && (w.type == WHEN_DURATION || w.grain == GRAIN_HOUR ||
			(e > 1 && date_token_is(&s->tokens, i + h + e - 1, SV("ago"))));
		if (is_amount) {
			*ret = w;
			n = e + h;
		}
	}
	return n;
}

static const struct operator {
	const char *words[3];
	enum date_op op;
} operators[] = {
	{ { "by", NULL, NULL }, DATE_BY },          { { "since", NULL, NULL }, DATE_SINCE },   { { "until", NULL, NULL }, DATE_UNTIL },
	{ { "till", NULL, NULL }, DATE_UNTIL },     { { "before", NULL, NULL }, DATE_BEFORE }, { { "after", NULL, NULL }, DATE_AFTER },
	{ { "during", NULL, NULL }, DATE_DURING },  { { "on", NULL, NULL }, DATE_ON },         { { "from", NULL, NULL }, DATE_SINCE },
	{ { "through", NULL, NULL }, DATE_UNTIL },  { { "throughout", NULL, NULL }, DATE_DURING }, { { "over", NULL, NULL }, DATE_DURING },
	{ { "prior", "to", NULL }, DATE_BEFORE },   { { "ahead", "of", NULL }, DATE_BEFORE },  { { "as", "of", NULL }, DATE_ON },
	{ { "no", "later", "than" }, DATE_BY },     { { "not", "later", "than" }, DATE_BY },   { { "later", "than", NULL }, DATE_AFTER },
	{ { "starting", NULL, NULL }, DATE_SINCE }, { { "beginning", NULL, NULL }, DATE_SINCE }, { { "up", "to", NULL }, DATE_UNTIL },
	{ { "starting", "on", NULL }, DATE_SINCE }, { { "starting", "in", NULL }, DATE_SINCE }, { { "beginning", "in", NULL }, DATE_SINCE },
	{ { "beginning", "on", NULL }, DATE_SINCE }, { { "in", NULL, NULL }, DATE_DURING },    { { "at", NULL, NULL }, DATE_ON },
	{ { "between", NULL, NULL }, DATE_DURING }, { { "within", NULL, NULL }, DATE_DURING }, { { "for", NULL, NULL }, DATE_DURING },
};

/* Do an operator's words end at token `end`? How many they are, or 0. */
static size_t ends_with(const struct date_tokens *t, size_t end, const struct operator *o)
{
	size_t n = o->words[2] ? 3 : o->words[1] ? 2 : 1;
	for (size_t k = 0; k < n; k++)
		if (end < n || !date_token_is(t, end - n + k, sv_cstr(o->words[k])))
			return 0;
	return n;
}

static void find_operator(const struct date_tokens *t, struct found *f)
{
	static const char *const between[] = { "the", "about", "around", "approximately", "roughly", "this", "its", NULL };
	size_t end = f->from, best = 0;
	while (end > 0 && f->from - end < 2 && date_token_in(t, end - 1, between))
		end--;
	for (size_t k = 0; k < sizeof(operators) / sizeof(*operators); k++) {
		size_t n = ends_with(t, end, &operators[k]);
		if (n > best) {
			best = n;
			f->op = operators[k].op;
		}
	}
	f->op_from = best > 0 ? end - best : f->from;
	if (best == 0 || (f->op == DATE_DURING && f->when.type != WHEN_DURATION && f->when.grain <= GRAIN_DAY))
		f->op = DATE_ON;
}

/* What the operator makes of the days: "by September" ends with its last day and has no first. */
static void apply_operator(enum date_op op, struct when *w)
{
	int32_t lo = w->lo, hi = w->hi;
	if (lo == DAY_NONE || hi == DAY_NONE)
		return;
	switch (op) {
	case DATE_BY:
	case DATE_UNTIL: w->lo = DAY_NONE; break;
	case DATE_SINCE: w->hi = DAY_NONE; break;
	case DATE_BEFORE:
		w->lo = DAY_NONE;
		w->hi = lo - 1;
		break;
	case DATE_AFTER:
		w->lo = hi + 1;
		w->hi = DAY_NONE;
		break;
	case DATE_ON:
	case DATE_DURING:
	case DATE_OP_N: break;
	}
}

/* "from May to July", "2014-2018", "between 3 and 9 March": one interval from two expressions. */
static void join_range(const struct date_scan *s, struct found *f)
{
	static const char *const joints[] = { "to", "through", "until", "till", "and", NULL };
	const struct date_tokens *t = &s->tokens;
	struct when end = { .lo = DAY_NONE, .hi = DAY_NONE };
	bool is_dash = date_token_is_dash(t, f->to);
	bool is_and = date_token_is(t, f->to, SV("and"));
	bool after_between = f->op_from < f->from && date_token_is(t, f->op_from, SV("between"));
	if ((!is_dash && !date_token_in(t, f->to, joints)) || is_and != after_between)
		return;
	size_t n = expression(s, f->to + 1, &end);
	if (n == 0 || f->when.lo == DAY_NONE || end.hi == DAY_NONE || end.type == WHEN_DURATION)
		return;
	if (f->when.lo > end.hi && f->when.grain < GRAIN_YEAR)
		f->when.lo = when_move_day(f->when.lo, GRAIN_YEAR, -1);
	if (f->when.lo > end.hi)
		return;
	f->when.hi = end.hi;
	size_t room = sizeof(f->when.value), used = strlen(f->when.value);
	if (used + 1 + strlen(end.value) < room) {
		f->when.value[used] = '/';
		memcpy(f->when.value + used + 1, end.value, strlen(end.value) + 1);
	}
	f->to += 1 + n;
	f->op = DATE_DURING;
}

static void add_ref(struct arena *a, struct sv text, const struct date_scan *s, const struct found *f, ref_list *list)
{
	static const char *const types[] = { "DATE", "TIME", "DURATION", "SET" };
	const struct date_token *v = s->tokens.v;
	struct date_ref *r = VEC_PUSH(a, list);
	r->at = (struct span){ v[f->op_from].at.start, v[f->to - 1].at.end };
	r->when = (struct span){ v[f->from].at.start, r->at.end };
	r->text = sv_sub(text, r->at.start, r->at.end);
	r->lo = f->when.lo;
	r->hi = f->when.hi;
	r->op = f->op;
	r->recurring = f->when.type == WHEN_SET;
	r->duration = f->when.type == WHEN_DURATION;
	r->timex = arena_sv(a, sv_cstr(f->when.value));
	r->timex_type = sv_cstr(types[f->when.type]);
}

void date_find(struct arena *a, struct sv text, struct span sentence, const struct date_context *context,
    struct date_refs *ret)
{
	struct date_scan s = { .published = context->published, .reference = DAY_NONE };
	ref_list list = { 0 };
	date_token_list(a, text, sentence, &s.tokens);
	size_t i = 0;
	while (i < s.tokens.n) {
		struct found f = { .from = i, .op_from = i, .when = { .lo = DAY_NONE, .hi = DAY_NONE } };
		size_t n = expression(&s, i, &f.when);
		if (n == 0) {
			i++;
			continue;
		}
		f.to = i + n;
		find_operator(&s.tokens, &f);
		if (!context->split_ranges)
			join_range(&s, &f);
		if (f.when.type != WHEN_DURATION && f.when.lo != DAY_NONE)
			s.reference = f.when.lo;
		apply_operator(f.op, &f.when);
		add_ref(a, text, &s, &f, &list);
		i = f.to;
	}
	*ret = (struct date_refs){ list.v, list.n };
}
