#include "claim/split.h"

#include "base/vec.h"
#include "claim/speech.h"
#include "claim/verb.h"

enum { SUBJECT_WORDS = 9, APPOSITION_WORDS = 14, PARTS_MAX = 8 };

/* A range of words. */
struct range {
	size_t first, end;
};

struct splitter {
	struct arena *a;
	const struct split_input *in;
	const struct words *w;
	bool *closed; /* words that belong to a quotation or a part already found */
	struct range region; /* where clauses may be cut */
	size_t tail;         /* the comma of a relative clause that closes the region; else the region's end */
	struct part_list {
		struct split_part *v;
		size_t n, cap;
	} parts;
};

static bool is_mark(const struct words *w, size_t i, struct sv mark)
{
	return word_at(w, i)->is_mark && sv_eq(word_at(w, i)->text, mark);
}

static bool is_one(const struct words *w, size_t i, const char *list)
{
	return i < w->n && sv_is_listed(list, word_at(w, i)->lower);
}

/* Quotation marks and what is between them. */
static void close_quotes(struct splitter *s)
{
	bool is_open = false;
	for (size_t i = 0; i < s->w->n; i++) {
		bool is_straight = is_mark(s->w, i, SV("\""));
		bool opens = is_mark(s->w, i, SV("“")) || (is_straight && !is_open), closes = is_mark(s->w, i, SV("”")) || (is_straight && is_open);
		s->closed[i] = is_open || opens;
		is_open = opens || (is_open && !closes);
	}
}

static bool is_between(const struct words *w, struct range r, struct span at)
{
	return r.first < r.end && r.end <= w->n && at.start >= w->v[r.first].at.start && at.start < w->v[r.end - 1].at.end;
}

/* A figure (nobody's age) or a date stands in the range. */
static bool has_fact(const struct splitter *s, struct range r, bool with_dates)
{
	for (size_t i = 0; i < s->in->quantities->n; i++) {
		const struct quantity *q = &s->in->quantities->v[i];
		if (q->dimension != DIM_AGE && q->role != ROLE_RANK && is_between(s->w, r, q->number))
			return true;
	}
	for (size_t i = 0; with_dates && i < s->in->dates->n; i++)
		if (is_between(s->w, r, s->in->dates->v[i].when))
			return true;
	return false;
}

static bool is_in_date(const struct splitter *s, size_t i)
{
	for (size_t k = 0; k < s->in->dates->n; k++)
		if (word_at(s->w, i)->at.start >= s->in->dates->v[k].at.start && word_at(s->w, i)->at.end <= s->in->dates->v[k].at.end)
			return true;
	return false;
}

/* The first finite verb of the open words in the range; r.end if there is none. */
static size_t verb_in(const struct splitter *s, struct range r)
{
	for (size_t i = r.first; i < r.end; i++)
		if (!s->closed[i] && verb_is_finite(s->w, i))
			return i;
	return r.end;
}

static bool has_any(const struct splitter *s, struct range r, const char *list)
{
	for (size_t i = r.first; i < r.end; i++)
		if (!s->closed[i] && is_one(s->w, i, list))
			return true;
	return false;
}

/* Without marks at either end, closing quotation marks apart. */
static struct range trimmed(const struct words *w, struct range r)
{
	while (r.first < r.end && (is_mark(w, r.first, SV(",")) || is_mark(w, r.first, SV(";"))))
		r.first++;
	while (r.first < r.end && word_at(w, r.end - 1)->is_mark && sv_is_listed(" , ; : . ! ? ", word_at(w, r.end - 1)->text))
		r.end--;
	return r;
}

static struct span span_of(const struct words *w, struct range r)
{
	return r.first < r.end ? (struct span){ w->v[r.first].at.start, w->v[r.end - 1].at.end } : (struct span){ 0, 0 };
}

static struct sv text_of(const struct splitter *s, struct range r)
{
	struct span at = span_of(s->w, r);
	return sv_sub(s->in->text, at.start, at.end);
}

/* "the firm" and "closed two plants" as one sentence. */
static struct sv worded(const struct splitter *s, struct sv subject, struct sv between, struct sv rest)
{
	struct sv joined = subject.n == 0 ? rest : arena_printf(s->a, SV_FMT SV_FMT SV_FMT, SV_ARG(subject), SV_ARG(between), SV_ARG(rest));
	if (joined.n == 0 || !ascii_is_lower(joined.p[0]))
		return joined;
	return arena_printf(s->a, "%c" SV_FMT, ascii_upper(joined.p[0]), SV_ARG(sv_sub(joined, 1, joined.n)));
}

static void add_part(struct splitter *s, struct range at, struct range shared, struct sv wording, bool is_inner)
{
	*VEC_PUSH(s->a, &s->parts) = (struct split_part){ span_of(s->w, at), span_of(s->w, shared), wording, is_inner };
}

/* "of" joins two nouns, and so does the place behind one, where asked for: "the plant in Gdansk". */
static bool is_joining(const struct splitter *s, size_t i, bool with_place)
{
	return is_one(s->w, i, with_place ? " of in at near on " : " of ");
}

/* May word i be inside a noun phrase? */
static bool is_nominal(const struct splitter *s, size_t i, bool with_place)
{
	const struct word *x = word_at(s->w, i);
	if (x->is_mark || s->closed[i] || verb_is_finite(s->w, i))
		return false;
	return is_joining(s, i, with_place) || !(speech_is_boundary(x->lower) || speech_is_filler(x->lower));
}

/* The noun phrase that ends before word `end`, not running left of `floor`. */
static struct range phrase_before(const struct splitter *s, size_t floor, size_t end, bool with_place)
{
	size_t first = end;
	while (first > floor && is_nominal(s, first - 1, with_place)) {
		first--;
		bool goes_on = first > floor && is_joining(s, first - 1, with_place);
		if (speech_is_determiner(word_at(s->w, first)->lower) && !goes_on)
			break;
	}
	while (first < end && (speech_is_boundary(word_at(s->w, first)->lower) || is_joining(s, first, true)))
		first++;
	return (struct range){ first, end };
}

/* Where the clause behind the comma at `from` ends when the main clause goes on with its verb: that verb's comma, or 0. */
static size_t resumed_at(const struct splitter *s, size_t from, size_t limit)
{
	for (size_t i = from; i + 1 < limit; i++) {
		if (s->closed[i] || !is_mark(s->w, i, SV(",")))
			continue;
		size_t v = i + 1;
		while (v < limit && speech_is_filler(word_at(s->w, v)->lower) && !verb_is_finite(s->w, v))
			v++;
		if (v < limit && (verb_is_finite(s->w, v) || speech_is_verb(word_at(s->w, v)->lower)))
			return i;
	}
	return 0;
}

/* Where a relative clause at the sentence's end stops: before ", and" or a semicolon, else at the end. */
static size_t tail_end(const struct splitter *s, size_t from, size_t limit)
{
	for (size_t i = from; i < limit; i++)
		if (!s->closed[i] && (is_mark(s->w, i, SV(";")) || (is_mark(s->w, i, SV(",")) && is_one(s->w, i + 1, " and but while whereas according "))))
			return i;
	return limit;
}

static void close_range(struct splitter *s, struct range r)
{
	for (size_t i = r.first; i < r.end; i++)
		s->closed[i] = true;
}

/* The clause that the word stands in: what a claimant says, or all of the sentence. */
static struct range around_of(const struct splitter *s, size_t i)
{
	bool is_inside = i >= s->region.first && i < s->region.end;
	struct range r = is_inside ? s->region : (struct range){ 0, s->w->n };
	for (size_t k = r.first; k < i; k++)
		if (!s->closed[k] && (speech_is_verb(word_at(s->w, k)->lower) || is_one(s->w, k, " that ")))
			r.first = k + 1;
	return r;
}

/* ", which employs 400 people" behind a noun phrase. */
static bool cut_relative(struct splitter *s, size_t comma)
{
	const struct words *w = s->w;
	size_t verb = comma + 2;
	if (!is_mark(w, comma, SV(",")) || !is_one(w, comma + 1, " which who "))
		return false;
	while (verb < w->n && speech_is_filler(word_at(w, verb)->lower) && !verb_is_finite(w, verb))
		verb++;
	struct range around = around_of(s, comma);
	bool is_main_behind = verb_in(s, (struct range){ around.first, comma }) == comma;
	size_t end = is_main_behind ? resumed_at(s, verb + 1, around.end) : tail_end(s, verb, around.end);
	struct range clause = trimmed(w, (struct range){ comma + 1, end });
	struct range subject = phrase_before(s, around.first, comma, is_one(w, comma + 1, " which "));
	if (end == 0 || !verb_is_finite(w, verb) || subject.first == subject.end || !has_fact(s, clause, true))
		return false;
	add_part(s, clause, (struct range){ 0, 0 }, worded(s, text_of(s, subject), SV(" "), text_of(s, (struct range){ comma + 2, clause.end })), true);
	close_range(s, (struct range){ comma, end });
	if (!is_main_behind && trimmed(w, (struct range){ end, around.end }).first >= s->region.end)
		s->tail = comma;
	return true;
}

/* ", 40 of them children," between a noun phrase and its verb. */
static bool cut_apposition(struct splitter *s, size_t comma)
{
	const struct words *w = s->w;
	struct range around = around_of(s, comma);
	if (!is_mark(w, comma, SV(",")) || comma == around.first || verb_in(s, (struct range){ around.first, comma }) != comma)
		return false;
	size_t end = resumed_at(s, comma + 1, around.end);
	struct range inside = { comma + 1, end };
	struct range subject = phrase_before(s, around.first, comma, true);
	bool is_plain = end > comma + 2 && end - comma <= APPOSITION_WORDS && verb_in(s, inside) == end && !has_any(s, inside, " and or to ");
	if (!is_plain || subject.first == subject.end || is_in_date(s, comma - 1) || !has_fact(s, inside, false))
		return false;
	add_part(s, inside, (struct range){ 0, 0 }, worded(s, text_of(s, subject), SV(", "), text_of(s, inside)), true);
	close_range(s, (struct range){ comma, end });
	return true;
}

static void cut_inner(struct splitter *s)
{
	for (size_t i = 1; i < s->w->n && s->parts.n + 1 < PARTS_MAX; i++)
		if (!s->closed[i] && !cut_relative(s, i))
			(void)cut_apposition(s, i);
}

/* What joins two clauses at a word: how the right one begins. */
struct joint {
	size_t left_end, right; /* words */
	bool is_semicolon, has_comma;
};

static bool joint_at(const struct splitter *s, size_t i, struct joint *ret)
{
	if (s->closed[i])
		return false;
	ret->is_semicolon = is_mark(s->w, i, SV(";"));
	ret->has_comma = i > 0 && is_mark(s->w, i - 1, SV(","));
	ret->left_end = i;
	ret->right = i + 1 + (ret->is_semicolon && is_one(s->w, i + 1, " and but "));
	return ret->is_semicolon || is_one(s->w, i, " and but ") || (ret->has_comma && is_one(s->w, i, " while whereas "));
}

/* A word of subordination: what is joined behind it belongs under it, so nothing is cut there. */
static bool is_under(const struct splitter *s, struct range left, bool has_comma, bool has_subject)
{
	static const char always[] = " if when because although though unless whether once between both not neither either ";
	static const char unless_date[] = " since after before until as than ";
	for (size_t i = left.first; i < left.end; i++) {
		if (s->closed[i])
			continue;
		if (is_one(s->w, i, always) || (is_one(s->w, i, unless_date) && !is_in_date(s, i) && !word_at(s->w, i + 1)->is_number))
			return true;
		bool is_relative = is_one(s->w, i, " that which who whose where ");
		if (is_relative && !(has_comma && has_subject))
			return true;
	}
	return false;
}

/* Does a clause with its own subject begin at `from`? Gives its verb, or 0. */
static size_t clause_verb(const struct splitter *s, size_t from, size_t end)
{
	for (size_t i = from; i < end && i <= from + SUBJECT_WORDS; i++) {
		if (i > from && verb_is_finite(s->w, i) && !s->closed[i])
			return i;
		if ((word_at(s->w, i)->is_mark && !s->closed[i]) || is_one(s->w, i, " that which who whose where and or but to "))
			return 0;
	}
	return 0;
}

/* What a joined verb at `right` takes over from the left clause: everything up to its verb, modal or "to" included. */
static struct range taken_over(const struct splitter *s, struct range left, size_t right)
{
	size_t verb = verb_in(s, left), at = right;
	while (speech_is_filler(word_at(s->w, at)->lower) && !verb_is_finite(s->w, at))
		at++;
	if (verb == left.end || verb == left.first)
		return (struct range){ 0, 0 };
	if (verb_is_base(word_at(s->w, at)->lower) && !verb_is_past(word_at(s->w, at)->lower)) {
		for (size_t i = left.end; i > verb; i--)
			if (verb_is_modal(word_at(s->w, i - 1)->lower) || (is_one(s->w, i - 1, " to ") && verb_is_base(word_at(s->w, i)->lower)))
				return (struct range){ left.first, i };
		return (struct range){ 0, 0 };
	}
	/* "was built in 1990 and renovated in 2010": whether "was" holds on is not to be seen. */
	bool is_passive = verb_is_be(word_at(s->w, verb)->lower) && !verb_is_auxiliary(word_at(s->w, at)->lower);
	return verb_is_finite(s->w, at) && !is_passive ? (struct range){ left.first, verb } : (struct range){ 0, 0 };
}

/* Both clauses are whole enough to stand apart; *ret_shared is what the right one takes from the left. */
static bool may_cut(const struct splitter *s, struct range left, struct range right, const struct joint *j, struct range *ret_shared)
{
	bool has_subject = j->right < right.end && clause_verb(s, j->right, right.end) != 0;
	*ret_shared = (struct range){ 0, 0 };
	if (left.end - left.first < 3 || right.end - right.first < 3 || verb_in(s, left) == left.end)
		return false;
	if (!j->is_semicolon && (is_under(s, left, j->has_comma, has_subject) || !has_fact(s, left, true) || !has_fact(s, right, true)))
		return false;
	if (has_subject)
		return true;
	*ret_shared = taken_over(s, left, j->right);
	return ret_shared->end > ret_shared->first;
}

static size_t next_joint(const struct splitter *s, size_t from)
{
	struct joint j;
	for (size_t i = from; i < s->region.end; i++)
		if (joint_at(s, i, &j))
			return i;
	return s->region.end;
}

/* Joined clauses one by one, then what is left of the sentence. */
static void cut_joined(struct splitter *s, size_t room)
{
	const struct words *w = s->w;
	struct range left = s->region, shared = { 0, 0 };
	for (size_t i = next_joint(s, left.first); i < s->region.end && s->parts.n < room; i = next_joint(s, i + 1)) {
		struct joint j;
		struct range next_shared;
		(void)joint_at(s, i, &j);
		struct range before = trimmed(w, (struct range){ left.first, i });
		/* Up to the next place where it may be cut, so that each part has its own figures. */
		struct range behind = trimmed(w, (struct range){ j.right, next_joint(s, j.right) });
		if (!may_cut(s, before, behind, &j, &next_shared))
			continue;
		add_part(s, before, shared, worded(s, text_of(s, shared), SV(" "), text_of(s, before)), false);
		left.first = j.right;
		shared = next_shared;
	}
	struct range last = { 0, w->n };
	if (s->parts.n > 0 || s->tail < s->region.end)
		last = trimmed(w, (struct range){ s->parts.n > 0 ? left.first : 0, s->tail });
	add_part(s, last, shared, worded(s, text_of(s, shared), SV(" "), text_of(s, last)), false);
	s->parts.v[0].at.start = w->v[0].at.start;
}

static void cut_clauses(struct splitter *s)
{
	struct part_list inner = s->parts;
	s->parts = (struct part_list){ 0 };
	cut_joined(s, inner.n < PARTS_MAX ? PARTS_MAX - inner.n : 1);
	for (size_t i = 0; i < inner.n; i++)
		*VEC_PUSH(s->a, &s->parts) = inner.v[i];
}

/* The content of a claimant's words, where that is known; else all of it. */
static struct range region_of(const struct split_input *in)
{
	struct range r = { 0, in->w->n };
	struct span content = in->said->content;
	if (content.end <= content.start)
		return r;
	while (r.first < r.end && in->w->v[r.first].at.end <= content.start)
		r.first++;
	while (r.end > r.first && in->w->v[r.end - 1].at.start >= content.end)
		r.end--;
	return r;
}

void split_sentence(struct arena *a, const struct split_input *in, struct split_parts *ret)
{
	struct splitter s = { .a = a, .in = in, .w = in->w, .closed = ARENA_ARRAY(a, bool, in->w->n), .region = region_of(in) };
	s.tail = s.region.end;
	if (in->w->n == 0) {
		*ret = (struct split_parts){ 0 };
		return;
	}
	close_quotes(&s);
	cut_inner(&s);
	cut_clauses(&s);
	*ret = (struct split_parts){ s.parts.v, s.parts.n };
}

/* A full stop behind "in June." may count to the date and not to the part: where it starts decides. */
static bool lies_in(struct span inner, struct span outer)
{
	return inner.start >= outer.start && inner.start < outer.end;
}

bool split_holds(const struct split_parts *parts, size_t i, struct span at)
{
	const struct split_part *p = &parts->v[i];
	for (size_t k = 0; k < parts->n && !p->is_inner; k++)
		if (parts->v[k].is_inner && lies_in(at, parts->v[k].at))
			return false;
	return lies_in(at, p->at) || (p->shared.end > 0 && lies_in(at, p->shared));
}
