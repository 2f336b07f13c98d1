#include "compare/edit.h"

#include <math.h>

#include "base/buf.h"
#include "claim/attribution.h"
#include "claim/date.h"
#include "claim/quantity.h"
#include "claim/word.h"

#define WHY_MAX ((size_t)4096)
#define ARROW " \xE2\x86\x92 "

/* One wording, read. */
struct side {
	struct sv text;
	struct words words;
	struct quantities quantities;
	struct date_refs dates;
	struct attribution said;
	enum hedge_kind hedge;
	int n_negations;
};

struct editing {
	struct arena *a;
	struct side before, after;
	unsigned parts;
	struct buf why;
};

static bool is_negation(struct sv lower)
{
	return sv_is_listed(" not no never none nor neither without cannot nobody nothing ", lower) || sv_ends(lower, SV("n't")) || sv_ends(lower, SV("n\xE2\x80\x99t"));
}

static void read_side(struct arena *a, struct sv text, int32_t published, struct side *ret)
{
	struct span whole = { 0, text.n };
	struct speech_context speech = { 0 };
	struct place_context places = { 0 };
	*ret = (struct side){ .text = text };
	word_list(a, text, whole, &ret->words);
	date_find(a, text, whole, &(struct date_context){ .published = published }, &ret->dates);
	quantity_find(a, text, whole, &ret->dates, &places, &ret->quantities);
	attribution_find(a, text, whole, &speech, &ret->said);
	ret->hedge = attribution_hedge(&ret->words);
	for (size_t i = 0; i < ret->words.n; i++)
		ret->n_negations += is_negation(ret->words.v[i].lower);
}

/* Notes a part with what stood there; either side may be empty. */
static void note(struct editing *e, enum edit_part part, struct sv before, struct sv after)
{
	e->parts |= 1u << part;
	buf_addf(&e->why, "%s" SV_FMT ": ", e->why.n > 0 ? "; " : "", SV_ARG(edit_part_name(part)));
	if (before.n == 0 || after.n == 0)
		buf_addf(&e->why, SV_FMT " %s", SV_ARG(before.n == 0 ? after : before), before.n == 0 ? "added" : "removed");
	else
		buf_addf(&e->why, SV_FMT ARROW SV_FMT, SV_ARG(before), SV_ARG(after));
}

static bool is_value(double x, double y)
{
	return (!isfinite(x) && !isfinite(y)) || fabs(x - y) <= 1e-9 * fmax(fabs(x), fabs(y));
}

/* The value itself, whatever hedge or bound stands before it. */
static double value_of(const struct quantity *q, bool high)
{
	double lo = isfinite(q->lo) ? q->lo : q->hi, hi = isfinite(q->hi) ? q->hi : q->lo;
	return (high ? hi : lo) * (q->to_base != 0 ? q->to_base : 1);
}

static bool same_number(const struct quantity *x, const struct quantity *y)
{
	return is_value(value_of(x, false), value_of(y, false)) && is_value(value_of(x, true), value_of(y, true)) && x->dimension == y->dimension && x->change == y->change;
}

static bool same_bound(const struct quantity *x, const struct quantity *y)
{
	return x->approx == y->approx && x->below == y->below && x->above == y->above && isfinite(x->lo) == isfinite(y->lo) && isfinite(x->hi) == isfinite(y->hi) &&
	       x->negated == y->negated;
}

static bool same_date(const struct date_ref *x, const struct date_ref *y)
{
	bool is_open = x->lo == DAY_NONE && x->hi == DAY_NONE;
	return x->op == y->op && x->lo == y->lo && x->hi == y->hi && (!is_open || sv_eq_icase(x->timex, y->timex));
}

/* Things of one kind on both sides, with what to call them and whether two are the same. */
struct things {
	size_t n_before, n_after;
	bool (*same)(const struct editing *e, size_t before, size_t after);
	struct sv (*text)(const struct side *s, size_t i);
};

/* Those without an equal on the other side, paired in their order. */
static void note_things(struct editing *e, enum edit_part part, const struct things *t)
{
	bool *is_met = ARENA_ARRAY(e->a, bool, t->n_after);
	size_t next = 0;
	bool *is_kept = ARENA_ARRAY(e->a, bool, t->n_before);
	for (size_t i = 0; i < t->n_before; i++)
		for (size_t k = 0; k < t->n_after && !is_kept[i]; k++)
			if (!is_met[k] && t->same(e, i, k))
				is_met[k] = is_kept[i] = true;
	for (size_t i = 0; i < t->n_before; i++) {
		if (is_kept[i])
			continue;
		while (next < t->n_after && is_met[next])
			next++;
		note(e, part, t->text(&e->before, i), next < t->n_after ? t->text(&e->after, next) : SV_NONE);
		next += next < t->n_after;
	}
	for (; next < t->n_after; next++)
		if (!is_met[next])
			note(e, part, SV_NONE, t->text(&e->after, next));
}

static bool quantities_same(const struct editing *e, size_t i, size_t k)
{
	return same_number(&e->before.quantities.v[i], &e->after.quantities.v[k]);
}

static struct sv quantity_text(const struct side *s, size_t i)
{
	return s->quantities.v[i].text;
}

static bool dates_same(const struct editing *e, size_t i, size_t k)
{
	return same_date(&e->before.dates.v[i], &e->after.dates.v[k]);
}

static struct sv date_text(const struct side *s, size_t i)
{
	return s->dates.v[i].text;
}

/* A hedge or bound that came or went before a number that stayed; and the sentence's own ("may", "allegedly"). */
static void note_hedges(struct editing *e)
{
	const struct quantities *x = &e->before.quantities, *y = &e->after.quantities;
	for (size_t i = 0; i < x->n && i < y->n; i++)
		if (same_number(&x->v[i], &y->v[i]) && !same_bound(&x->v[i], &y->v[i]))
			note(e, EDIT_HEDGE, x->v[i].text, y->v[i].text);
	if (e->before.hedge != e->after.hedge)
		note(e, EDIT_HEDGE, e->before.hedge == HEDGE_NONE ? SV_NONE : hedge_kind_name(e->before.hedge), e->after.hedge == HEDGE_NONE ? SV_NONE : hedge_kind_name(e->after.hedge));
}

static struct sv cut(const struct side *s, struct span at)
{
	return sv_sub(s->text, at.start, at.end);
}

static void note_attribution(struct editing *e)
{
	const struct attribution *x = &e->before.said, *y = &e->after.said;
	struct sv source_x = cut(&e->before, x->source), source_y = cut(&e->after, y->source);
	if (!sv_eq_icase(source_x, source_y))
		note(e, EDIT_ATTRIBUTION, source_x, source_y);
	else if (!sv_eq_icase(cut(&e->before, x->cue), cut(&e->after, y->cue)))
		note(e, EDIT_ATTRIBUTION, cut(&e->before, x->cue), cut(&e->after, y->cue));
	if (!sv_eq_icase(x->via, y->via))
		note(e, EDIT_ATTRIBUTION, x->via, y->via);
}

static bool is_within(struct span inner, struct span outer)
{
	return outer.start <= inner.start && inner.end <= outer.end;
}

/* A capitalised word inside the sentence that no number, date or attribution accounts for. */
static bool is_name(const struct side *s, size_t i)
{
	const struct word *w = &s->words.v[i];
	bool is_taken = is_within(w->at, s->said.source) || is_within(w->at, s->said.via_at) || !w->is_capital || w->is_number || i == 0;
	for (size_t k = 0; k < s->dates.n && !is_taken; k++)
		is_taken = is_within(w->at, s->dates.v[k].at);
	for (size_t k = 0; k < s->quantities.n && !is_taken; k++)
		is_taken = is_within(w->at, s->quantities.v[k].at);
	return !is_taken;
}

static bool has_word(const struct words *w, struct sv lower)
{
	for (size_t i = 0; i < w->n; i++)
		if (sv_eq(w->v[i].lower, lower))
			return true;
	return false;
}

/* Names that stand on one side only, as one text. */
static struct sv lone_names(struct arena *a, const struct side *s, const struct side *other)
{
	AUTO_BUF names = BUF_INIT(WHY_MAX);
	for (size_t i = 0; i < s->words.n; i++) {
		if (!is_name(s, i) || has_word(&other->words, s->words.v[i].lower))
			continue;
		buf_addf(&names, "%s" SV_FMT, names.n > 0 ? " " : "", SV_ARG(s->words.v[i].text));
	}
	return arena_sv(a, buf_sv(&names));
}

/* The same words in the same order, capitals and marks aside. */
static bool same_words(const struct words *x, const struct words *y)
{
	size_t i = 0, k = 0;
	for (;;) {
		while (i < x->n && x->v[i].is_mark)
			i++;
		while (k < y->n && y->v[k].is_mark)
			k++;
		if (i == x->n || k == y->n)
			return i == x->n && k == y->n;
		if (!sv_eq(x->v[i++].lower, y->v[k++].lower))
			return false;
	}
}

void edit_of(struct arena *a, struct sv before, struct sv after, int32_t published, struct edit *ret)
{
	struct editing e = { .a = a, .why = BUF_INIT(WHY_MAX) };
	*ret = (struct edit){ 0 };
	read_side(a, before, published, &e.before);
	read_side(a, after, published, &e.after);
	if (same_words(&e.before.words, &e.after.words))
		return;
	note_things(&e, EDIT_NUMBER, &(struct things){ e.before.quantities.n, e.after.quantities.n, quantities_same, quantity_text });
	note_things(&e, EDIT_DATE, &(struct things){ e.before.dates.n, e.after.dates.n, dates_same, date_text });
	struct sv gone = lone_names(a, &e.before, &e.after), come = lone_names(a, &e.after, &e.before);
	if (gone.n + come.n > 0)
		note(&e, EDIT_NAME, gone, come);
	note_attribution(&e);
	note_hedges(&e);
	if (e.before.n_negations != e.after.n_negations)
		note(&e, EDIT_NEGATION, e.before.n_negations > e.after.n_negations ? SV("a \xE2\x80\x9Cnot\xE2\x80\x9D") : SV_NONE,
		    e.before.n_negations > e.after.n_negations ? SV_NONE : SV("a \xE2\x80\x9Cnot\xE2\x80\x9D"));
	if (e.parts == 0) {
		e.parts = 1u << EDIT_WORDING;
		buf_add(&e.why, SV("other words"));
	}
	*ret = (struct edit){ e.parts, arena_sv(a, buf_sv(&e.why)) };
	buf_release(&e.why);
}

struct sv edit_part_name(enum edit_part part)
{
	static const struct sv names[EDIT_PART_N] = { SV_INIT("number"), SV_INIT("date"), SV_INIT("name"), SV_INIT("attribution"), SV_INIT("hedge"), SV_INIT("negation"),
		SV_INIT("wording") };
	return names[part];
}
