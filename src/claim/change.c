#include "claim/change.h"

enum { REACH_BACK = 14, REACH_ON = 3 };

static const struct {
	const char *words;
	struct change_word is;
} change_words[] = {
#define CHANGE_WORD(words, change, kind) { words, { CHANGE_##change, CHANGE_KIND_##kind } },
#include "claim/change.def"
#undef CHANGE_WORD
};

struct change_word change_word_at(const struct number_tokens *t, size_t i)
{
	for (size_t k = 0; k < sizeof(change_words) / sizeof(*change_words); k++)
		if (number_token_in(t, i, change_words[k].words))
			return change_words[k].is;
	return (struct change_word){ CHANGE_NONE, CHANGE_KIND_NONE };
}

static bool ends_clause(const struct number_tokens *t, size_t i)
{
	return number_token_is_mark(t, i, ';') || number_token_is_mark(t, i, ':') || number_token_in(t, i, " while which who but ");
}

/* The nearest word of movement before token i in its clause; *ret_at is its token. */
static struct change_word look_back(const struct number_tokens *t, size_t i, size_t *ret_at)
{
	for (size_t back = 1; back <= REACH_BACK && back <= i; back++) {
		struct change_word w = change_word_at(t, i - back);
		*ret_at = i - back;
		if (w.kind != CHANGE_KIND_NONE && w.kind != CHANGE_KIND_BEHIND)
			return w;
		if (ends_clause(t, i - back))
			break;
	}
	return (struct change_word){ CHANGE_NONE, CHANGE_KIND_NONE };
}

/* "a 5% increase", "20 per cent drop", "5% lower" */
static struct change_word look_on(const struct number_tokens *t, size_t i)
{
	for (size_t k = 0; k < REACH_ON; k++) {
		struct change_word w = change_word_at(t, i + k);
		if (w.kind == CHANGE_KIND_MOVE || w.kind == CHANGE_KIND_BEHIND)
			return w;
		if (number_token_at(t, i + k)->class != NUMBER_WORD || number_token_in(t, i + k, " of in to by and "))
			break;
	}
	return (struct change_word){ CHANGE_NONE, CHANGE_KIND_NONE };
}

static bool is_rate(const struct quantity *q)
{
	return q->dimension == DIM_PERCENT || q->dimension == DIM_PERCENT_POINT;
}

/* What the preposition right before the number makes of it; ROLE_LEVEL for none. */
static enum quantity_role role_of_preposition(const struct number_tokens *t, size_t first, bool moves)
{
	if (number_token_is(t, first - 1, SV("to")))
		return ROLE_TO;
	if (number_token_is(t, first - 1, SV("from")) && moves)
		return ROLE_FROM;
	return number_token_is(t, first - 1, SV("by")) && moves ? ROLE_CHANGE : ROLE_LEVEL;
}

/* The role that the word of movement `w` at token `at` gives the number behind it. */
static enum quantity_role role_behind(const struct number_tokens *t, size_t first, struct change_word w, size_t at, const struct quantity *q)
{
	size_t gap = first - at - 1;
	bool moves = w.kind == CHANGE_KIND_MOVE;
	enum quantity_role role = role_of_preposition(t, first, moves);
	if (role != ROLE_LEVEL || number_token_in(t, first - 1, " of on for in at with as the "))
		return role;
	if (w.kind == CHANGE_KIND_REACH && gap == 0)
		return ROLE_TO;
	if (moves && gap <= (is_rate(q) ? 3u : 1u))
		return ROLE_CHANGE;
	if (w.kind == CHANGE_KIND_TRANSFER && gap <= 1)
		return ROLE_CHANGE;
	return ROLE_LEVEL;
}

static bool is_share(const struct number_tokens *t, size_t end, const struct quantity *q)
{
	return (q->dimension == DIM_PERCENT || q->dimension == DIM_RATIO) && (number_token_is(t, end, SV("of")) || q->dimension == DIM_RATIO);
}

static bool is_total(const struct number_tokens *t, size_t first, size_t end)
{
	return (number_token_is(t, end, SV("in")) && number_token_in(t, end + 1, " total all ")) || number_token_in(t, end, " altogether overall ") ||
	       number_token_in(t, first - 1, " totalling totaling totalled totaled total ");
}

static bool is_part(const struct number_tokens *t, size_t first, size_t end)
{
	return number_token_in(t, first - 1, " including ") ||
	       (number_token_is(t, end, SV("of")) && number_token_in(t, end + 1, " them whom these those the "));
}

void change_find(const struct number_tokens *t, size_t first, size_t end, struct quantity *q)
{
	size_t at = 0;
	struct change_word behind = look_back(t, first, &at), ahead = look_on(t, end);
	if (q->role != ROLE_LEVEL || q->dimension == DIM_ORDINAL)
		return;
	if (is_rate(q) && number_token_is_mark(t, first, '+') && number_token_at(t, first + 1)->is_glued) {
		behind = (struct change_word){ CHANGE_UP, CHANGE_KIND_MOVE };
		at = first - 1;
	}
	enum quantity_role role = behind.kind == CHANGE_KIND_NONE ? ROLE_LEVEL : role_behind(t, first, behind, at, q);
	if (role != ROLE_LEVEL) {
		q->role = role;
		q->change = behind.change;
	} else if (ahead.change != CHANGE_NONE && (is_rate(q) || ahead.kind == CHANGE_KIND_BEHIND)) {
		q->role = ROLE_CHANGE;
		q->change = ahead.change;
	} else if (is_share(t, end, q)) {
		q->role = ROLE_SHARE;
	} else if (is_total(t, first, end)) {
		q->role = ROLE_TOTAL;
	} else if (is_part(t, first, end)) {
		q->role = ROLE_PART;
	}
}
