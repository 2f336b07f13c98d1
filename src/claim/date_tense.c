#include <stdio.h>
#include <string.h>

#include "claim/date_rule.h"

enum { REACH = 40 }; /* tokens looked at on each side */

static const char *const future_words[] = { "will", "shall", "would", "ll", "expected", "scheduled", "due", "plan", "plans",
	"planned", "planning", "upcoming", "ahead", "going", "aims", "aim", "aimed", "hopes", "hope", "intends", "forthcoming",
	"deadline", "must", "should", "could", "may", "might", "ready", "prepares", "preparing", "until", "till",
	"slated", "poised", "pledged", "promised", "vowed", NULL };

static const char *const past_words[] = { "was", "were", "had", "did", "went", "came", "took", "made", "got", "gave", "left",
	"began", "met", "fell", "rose", "won", "lost", "held", "found", "saw", "knew", "thought", "brought", "sent", "kept",
	"led", "ran", "grew", "built", "paid", "spoke", "wrote", "broke", "chose", "drove", "shot", "struck", "hit", "became",
	"told", "said", "since", "been", "has", "have", "stood", "sold", "bought", "caught", "taught", "fought", "sought", "cut",
	"quit", "put", "ended", NULL };

/* 1 future, -1 past, 0 says nothing. */
static int marker(const struct date_tokens *t, size_t i)
{
	const struct date_token *k = date_token_at(t, i);
	if (k->class == TOK_MONTH)
		return 0;
	if (date_token_in(t, i, future_words) && !ascii_is_upper(k->word.p[0]))
		return 1;
	if (date_token_is(t, i, SV("to")) && date_token_at(t, i + 1)->class == TOK_OTHER && i > 0 &&
	    date_token_in(t, i - 1, (const char *const[]){ "is", "are", "due", "set", NULL }))
		return 1;
	if (date_token_in(t, i, past_words))
		return -1;
	return k->class == TOK_OTHER && k->word.n > 3 && sv_ends(k->word, SV("ed")) ? -1 : 0;
}

int date_direction(const struct date_tokens *t, size_t i)
{
	for (size_t back = 1; back <= i && back <= REACH; back++) {
		int m = marker(t, i - back);
		if (m != 0)
			return m;
	}
	for (size_t on = 1; on <= REACH && i + on < t->n; on++) {
		int m = marker(t, i + on);
		if (m != 0)
			return m;
	}
	return 0;
}

static int32_t distance(const struct when *w, int32_t day)
{
	return w->lo > day ? w->lo - day : w->hi < day ? day - w->hi : 0;
}

/* Which of two years' readings is the better one? */
static bool is_better(const struct when *w, const struct when *best, int direction, int32_t published)
{
	bool fits = direction < 0 ? w->lo <= published : direction > 0 ? w->hi >= published : true;
	if (!fits || w->lo == DAY_NONE)
		return false;
	return best->lo == DAY_NONE || distance(w, published) < distance(best, published);
}

void date_choose_year(const struct date_scan *s, size_t i, void (*in_year)(const void *what, int year, struct when *ret),
    const void *what, struct when *ret)
{
	enum { LEAP_YEAR = 2000 };
	if (s->published == DAY_NONE) {
		in_year(what, LEAP_YEAR, ret);
		if (ret->value[0])
			memcpy(ret->value, "XXXX", 4);
		ret->lo = ret->hi = DAY_NONE;
		return;
	}
	struct when best = { .lo = DAY_NONE, .hi = DAY_NONE };
	int year = civil_from_day(s->published).year, direction = date_direction(&s->tokens, i);
	for (int y = year - 1; y <= year + 1; y++) {
		struct when w;
		in_year(what, y, &w);
		if (is_better(&w, &best, direction, s->published))
			best = w;
	}
	*ret = best;
}
