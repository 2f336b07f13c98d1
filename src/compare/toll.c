#include "compare/toll.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/vec.h"
#include "claim/number.h"
#include "text/segment.h"

#define LEAD_SENTENCES 3
#define MOST_COUNTED 999
/* Words that may stand between a number and whom it counts: "two other young men". */
#define COUNT_REACH 4
/* How far in words a count may stand from the word of harm it belongs to. */
#define REACH_BEFORE 12
#define REACH_AFTER 7

struct known_word {
	struct sv word;
	enum toll_class class;
};
static const struct known_word known_words[] = {
#define TOLL_WORD(word, class) { SV_INIT(word), TOLL_##class },
#include "compare/toll.def"
#undef TOLL_WORD
};

static const struct counted_word {
	struct sv word;
	int count;
} counted_words[] = {
#define TOLL_WORD(word, class)
#define TOLL_COUNT(word, count) { SV_INIT(word), count },
#include "compare/toll.def"
#undef TOLL_WORD
};

/* People in a sentence: how many, from which token to before which. */
struct group {
	size_t first, end;
	int count;
	bool is_more; /* joined by "and" to the one before: both belong to one word of harm */
};

struct sentence {
	const struct number_tokens *t;
	unsigned char *classes; /* enum toll_class of each token; TOLL_CLASS_N: none */
	VEC(struct group) groups;
	enum toll_where where;
};

static enum toll_class class_of(struct sv lower)
{
	for (size_t i = 0; i < sizeof known_words / sizeof *known_words; i++)
		if (known_words[i].word.p[0] == lower.p[0] && sv_eq(known_words[i].word, lower))
			return known_words[i].class;
	return TOLL_CLASS_N;
}

static enum toll_class class_at(const struct sentence *s, size_t i) { return i < s->t->n ? (enum toll_class)s->classes[i] : TOLL_CLASS_N; }

static bool is_harm(enum toll_class c) { return c == TOLL_DIED || c == TOLL_HURT || c == TOLL_STRUCK; }

static bool is_denied(const struct number_tokens *t, size_t i)
{
	for (size_t k = 1; k <= 3 && k <= i; k++)
		if (number_token_in(t, i - k, " no not nobody none never without neither wasn weren "))
			return true;
	return false;
}

/* "shot and killed", "shot dead", "fatally shot", "stabbed to death" */
static bool is_deadly(const struct number_tokens *t, size_t i)
{
	return (i > 0 && number_token_in(t, i - 1, " fatally ")) || number_token_in(t, i + 2, " killed death ") || number_token_in(t, i + 1, " dead ");
}

/* The class of token i where it depends on its neighbours: "attempted murder" kills nobody, "no one was hurt". */
static enum toll_class in_context(const struct sentence *s, size_t i, enum toll_class c)
{
	if ((c == TOLL_DEATH || c == TOLL_DIED) && i > 0 && s->classes[i - 1] == TOLL_ATTEMPT)
		return TOLL_ATTEMPT;
	if ((is_harm(c) || c == TOLL_CARE) && is_denied(s->t, i))
		return TOLL_UNHURT;
	return c == TOLL_STRUCK && is_deadly(s->t, i) ? TOLL_DIED : c;
}

static void classify(struct arena *a, struct sentence *s, struct toll_reading *r)
{
	s->classes = ARENA_ARRAY(a, unsigned char, s->t->n);
	for (size_t i = 0; i < s->t->n; i++) {
		const struct number_token *k = &s->t->v[i];
		enum toll_class c = in_context(s, i, k->class == NUMBER_WORD && k->lower.n > 2 ? class_of(k->lower) : TOLL_CLASS_N);
		s->classes[i] = (unsigned char)c;
		if (c < TOLL_CLASS_N)
			r->has[s->where][c] = true;
	}
}

static void add_group(struct arena *a, struct sentence *s, size_t first, size_t end, int count)
{
	if (s->groups.n > 0 && s->groups.v[s->groups.n - 1].end > first)
		return; /* inside the one before: "two men" */
	bool is_more = s->groups.n > 0 && first - s->groups.v[s->groups.n - 1].end <= 3 && number_token_in(s->t, s->groups.v[s->groups.n - 1].end, " and ");
	*VEC_PUSH(a, &s->groups) = (struct group){ first, end, count, is_more };
}

static bool ends_phrase(const struct number_token *k)
{
	return k->class != NUMBER_WORD && k->class != NUMBER_CARDINAL && k->class != NUMBER_ORDINAL;
}

/* "two other men", "3 people": the token behind the people; 0: the number counts no people. */
static size_t people_after(const struct sentence *s, size_t i)
{
	for (size_t k = i; k < i + COUNT_REACH && k < s->t->n; k++) {
		enum toll_class c = class_at(s, k);
		if (c == TOLL_PEOPLE || c == TOLL_PERSON || (k == i && number_token_in(s->t, k, " counts ") && number_token_in(s->t, k + 1, " of ")))
			return k + 1;
		if (c == TOLL_CULPRIT || ends_phrase(&s->t->v[k]) || number_token_in(s->t, k, " in at on and with to from by minutes hours days years times shots "))
			break;
	}
	return 0;
}

/* "2 dead", "three were wounded", "killed two", "injuring 3": a number that belongs to a word of harm by standing at it. */
static bool stands_at_harm(const struct sentence *s, size_t first, size_t end)
{
	size_t next = end;
	while (number_token_in(s->t, next, " were was are is more others people of them critically seriously "))
		next++;
	if (next < end + 3 && is_harm(class_at(s, next)))
		return true;
	return first > 0 && is_harm(class_at(s, first - 1)) && !number_token_in(s->t, end, " times time blocks block ");
}

/* A number at i and what it counts; the token to go on with. */
static size_t read_number(struct arena *a, struct sentence *s, size_t i)
{
	struct number num;
	size_t n = number_read(s->t, i, &num);
	if (n == 0)
		return i + 1;
	size_t end = i + n;
	bool whole = !num.is_vague && !num.is_fraction && !num.is_ratio && num.lo >= 1 && num.lo <= MOST_COUNTED && num.lo <= floor(num.lo);
	if (!whole)
		return end;
	if (number_token_is_dash(s->t, end) && number_token_in(s->t, end + 1, " year month ")) {
		size_t old = end + (number_token_is_dash(s->t, end + 2) ? 4 : 3);
		add_group(a, s, i, old, 1);
		return old;
	}
	size_t behind = people_after(s, end);
	if (behind > 0)
		add_group(a, s, i, behind, (int)num.lo);
	else if (stands_at_harm(s, i, end))
		add_group(a, s, i, end, (int)num.lo);
	return end;
}

/* "Jane Roe, 34,": somebody by name and age. */
static bool is_aged_name(const struct number_tokens *t, size_t i)
{
	const struct number_token *age = number_token_at(t, i + 2);
	return number_token_at(t, i)->is_capital && number_token_is_mark(t, i + 1, ',') && age->class == NUMBER_DIGITS && age->value >= 1 && age->value < 110
	    && (number_token_is_mark(t, i + 3, ',') || number_token_is_mark(t, i + 3, '.'));
}

static int counted_at(const struct sentence *s, size_t i)
{
	for (size_t k = 0; k < sizeof counted_words / sizeof *counted_words; k++)
		if (number_token_is(s->t, i, counted_words[k].word))
			return counted_words[k].count;
	return class_at(s, i) == TOLL_PERSON;
}

static void find_groups(struct arena *a, struct sentence *s, struct toll_reading *r)
{
	for (size_t i = 0; i < s->t->n;) {
		const struct number_token *k = &s->t->v[i];
		int count = counted_at(s, i);
		if (is_aged_name(s->t, i)) {
			r->n_named++;
			add_group(a, s, i, i + 4, 1);
			i += 4;
		} else if (k->class == NUMBER_DIGITS || k->class == NUMBER_CARDINAL) {
			i = read_number(a, s, i);
		} else {
			if (count > 0)
				add_group(a, s, i, i + 1, count);
			i++;
		}
	}
}

/* TOLL_ROLE_N: the word ties no count to itself. */
static enum toll_role role_of(enum toll_class c)
{
	static const struct { enum toll_class class; enum toll_role role; } roles[] = {
		{ TOLL_DIED, TOLL_KILLED }, { TOLL_DEATH, TOLL_MOURNED }, { TOLL_HURT, TOLL_INJURED }, { TOLL_STRUCK, TOLL_STRUCK_AT },
		{ TOLL_CARE, TOLL_CARED }, { TOLL_SURVIVAL, TOLL_CARED }, { TOLL_ATTEMPT, TOLL_ATTEMPTED },
	};
	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
		if (roles[i].class == c)
			return roles[i].role;
	return TOLL_ROLE_N;
}

static const struct group *last_before(const struct sentence *s, size_t i)
{
	const struct group *g = NULL;
	for (size_t k = 0; k < s->groups.n && s->groups.v[k].first < i; k++)
		g = &s->groups.v[k];
	return g == NULL || i > g->end + REACH_BEFORE ? NULL : g;
}

static const struct group *first_after(const struct sentence *s, size_t i)
{
	size_t k = 0;
	while (k < s->groups.n && s->groups.v[k].first < i)
		k++;
	return k == s->groups.n || s->groups.v[k].first - i > REACH_AFTER ? NULL : &s->groups.v[k];
}

/* The group that a word of harm at token i speaks of: right behind it, else before it, else further behind. */
static const struct group *group_of(const struct sentence *s, size_t i)
{
	const struct group *before = last_before(s, i), *after = first_after(s, i);
	if (before == NULL || after == NULL)
		return before != NULL ? before : after;
	bool is_next = after->first - i <= 3 && before->end < i && !number_token_in(s->t, i + 1, " and in at by on when after ");
	return is_next ? after : before;
}

static void add_mention(struct toll_reading *r, int count, enum toll_role role, enum toll_where where)
{
	if (r->n < TOLL_MENTIONS)
		r->mentions[r->n++] = (struct toll_mention){ count, role, where };
}

static void add_mentions(const struct sentence *s, struct toll_reading *r)
{
	for (size_t i = 0; i < s->t->n; i++) {
		enum toll_role role = role_of(class_at(s, i));
		const struct group *g = role < TOLL_ROLE_N ? group_of(s, i) : NULL;
		if (g == NULL)
			continue;
		add_mention(r, g->count, role, s->where);
		if (g->is_more && g->first < i)
			add_mention(r, g->count + g[-1].count, role, s->where);
		if (g->first > i && g + 1 < s->groups.v + s->groups.n && g[1].is_more)
			add_mention(r, g->count + g[1].count, role, s->where);
	}
}

static void read_sentence(struct arena *a, struct sv text, struct span span, enum toll_where where, struct toll_reading *r)
{
	struct number_tokens t;
	struct sentence s = { .t = &t, .where = where };
	number_token_list(a, text, span, &t);
	classify(a, &s, r);
	find_groups(a, &s, r);
	add_mentions(&s, r);
}

int toll_read(struct arena *a, struct sv title, struct sv text, int32_t published, struct toll_reading *ret)
{
	struct segments sentences;
	*ret = (struct toll_reading){ .published = published };
	int r = segment_sentences(a, text, SV("en"), &sentences);
	if (r < 0)
		return ERR_PASS(r);
	read_sentence(a, title, (struct span){ 0, title.n }, TOLL_TITLE, ret);
	for (size_t i = 0; i < sentences.n; i++)
		read_sentence(a, text, (struct span){ sentences.v[i].start, sentences.v[i].end }, i < LEAD_SENTENCES ? TOLL_LEAD : TOLL_BODY, ret);
	return 0;
}
