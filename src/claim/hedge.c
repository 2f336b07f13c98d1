#include "claim/hedge.h"

#include <math.h>

struct hedge {
	struct sv words;
	enum hedge_effect effect;
};

#define BEFORE(words, effect) { SV_INIT(words), EFFECT_##effect },
#define AFTER(words, effect)
static const struct hedge before[] = {
#include "claim/hedge.def"
};
#undef BEFORE
#undef AFTER
#define BEFORE(words, effect)
#define AFTER(words, effect) { SV_INIT(words), EFFECT_##effect },
static const struct hedge after[] = {
#include "claim/hedge.def"
};
#undef BEFORE
#undef AFTER

static size_t count_words(struct sv words)
{
	size_t n = 1;
	for (size_t i = 0; i < words.n; i++)
		n += words.p[i] == ' ';
	return n;
}

static bool spells(const struct words *w, size_t i, struct sv words)
{
	struct sv part;
	while (sv_split(&words, ' ', &part))
		if (!sv_eq(word_at(w, i++)->lower, part))
			return false;
	return true;
}

size_t hedge_before(const struct words *w, size_t i, enum hedge_effect *ret)
{
	size_t best = 0;
	for (size_t k = 0; k < sizeof(before) / sizeof(*before); k++) {
		size_t n = count_words(before[k].words);
		if (n > best && n <= i && spells(w, i - n, before[k].words)) {
			best = n;
			*ret = before[k].effect;
		}
	}
	return best;
}

size_t hedge_after(const struct words *w, size_t i, enum hedge_effect *ret)
{
	for (size_t k = 0; k < sizeof(after) / sizeof(*after); k++)
		if (spells(w, i, after[k].words)) {
			*ret = after[k].effect;
			return count_words(after[k].words);
		}
	return 0;
}

void hedge_apply(struct quantity *q, enum hedge_effect effect)
{
	q->approx = q->approx || effect == EFFECT_APPROX || effect == EFFECT_BELOW || effect == EFFECT_ABOVE;
	q->below = q->below || effect == EFFECT_BELOW;
	q->above = q->above || effect == EFFECT_ABOVE;
	if (effect == EFFECT_OVER || effect == EFFECT_AT_LEAST) {
		q->hi = (double)INFINITY;
		q->lo_open = effect == EFFECT_OVER;
	} else if (effect == EFFECT_UNDER || effect == EFFECT_AT_MOST) {
		q->lo = (double)-INFINITY;
		q->hi_open = effect == EFFECT_UNDER;
	}
}
