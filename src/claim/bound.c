#include "claim/bound.h"

#include <math.h>

struct bound_row {
	struct sv words;
	enum bound bound;
};

static const struct bound_row before[] = {
#define BEFORE(words, bound) { SV_INIT(words), BOUND_##bound },
#define AFTER(words, bound)
#include "claim/bound.def"
#undef BEFORE
#undef AFTER
};

static const struct bound_row after[] = {
#define BEFORE(words, bound)
#define AFTER(words, bound) { SV_INIT(words), BOUND_##bound },
#include "claim/bound.def"
#undef BEFORE
#undef AFTER
};

static size_t count_words(struct sv phrase)
{
	size_t n = 1;
	for (size_t i = 0; i < phrase.n; i++)
		n += phrase.p[i] == ' ';
	return n;
}

static bool stands_at(const struct number_tokens *t, size_t i, struct sv phrase)
{
	struct sv word;
	for (; sv_split(&phrase, ' ', &word); i++)
		if (!number_token_is(t, i, word))
			return false;
	return true;
}

size_t bound_before(const struct number_tokens *t, size_t i, enum bound *ret)
{
	size_t longest = 0;
	for (size_t k = 0; k < sizeof(before) / sizeof(*before); k++) {
		size_t n = count_words(before[k].words);
		if (n <= longest || n > i || !stands_at(t, i - n, before[k].words))
			continue;
		longest = n;
		*ret = before[k].bound;
	}
	return longest;
}

size_t bound_after(const struct number_tokens *t, size_t i, enum bound *ret)
{
	size_t longest = 0;
	for (size_t k = 0; k < sizeof(after) / sizeof(*after); k++) {
		size_t n = count_words(after[k].words);
		if (n <= longest || !stands_at(t, i, after[k].words))
			continue;
		longest = n;
		*ret = after[k].bound;
	}
	return longest;
}

void bound_apply(enum bound b, struct quantity *q)
{
	q->approx |= b == BOUND_APPROX || b == BOUND_NEARLY || b == BOUND_JUST_OVER;
	q->below |= b == BOUND_NEARLY;
	q->above |= b == BOUND_JUST_OVER;
	if (b == BOUND_LEAST || b == BOUND_OVER) {
		q->hi = HUGE_VAL;
		q->hi_open = false;
		q->lo_open = b == BOUND_OVER;
	}
	if (b == BOUND_MOST || b == BOUND_UNDER) {
		q->lo = -HUGE_VAL;
		q->lo_open = false;
		q->hi_open = b == BOUND_UNDER;
	}
	if (b == BOUND_TOTAL)
		q->role = ROLE_TOTAL;
}

void bound_copy(const struct quantity *from, struct quantity *q)
{
	if (isinf(from->hi))
		bound_apply(from->lo_open ? BOUND_OVER : BOUND_LEAST, q);
	if (isinf(from->lo))
		bound_apply(from->hi_open ? BOUND_UNDER : BOUND_MOST, q);
}
