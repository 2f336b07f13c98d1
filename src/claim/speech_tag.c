#include "claim/speech_tag.h"

#include <string.h>

bool speech_tag_may_follow(size_t from, size_t to)
{
	if (to >= SPEECH_OUTSIDES) {
		bool is_inside = (to - SPEECH_OUTSIDES) % 2 == 1;
		return !is_inside || from == to || from == to - 1;
	}
	if (from >= SPEECH_STATES)
		return to == 0;
	if (from < SPEECH_OUTSIDES)
		return to == from;
	return to == 1 + (from - SPEECH_OUTSIDES) / 2;
}

size_t speech_tag_label(size_t state)
{
	return state < SPEECH_OUTSIDES ? 0 : 1 + state - SPEECH_OUTSIDES;
}

static void best_step(const struct speech_scores *s, size_t i, size_t class, const int64_t *before, int64_t *now, uint8_t *from)
{
	for (size_t to = 0; to < SPEECH_STATES; to++) {
		int64_t best = INT64_MIN / 2;
		for (size_t k = 0; k < SPEECH_STATES; k++) {
			if (!speech_tag_may_follow(k, to))
				continue;
			int64_t score = before[k] + s->step[class][k][to];
			if (score > best) {
				best = score;
				from[to] = (uint8_t)k;
			}
		}
		now[to] = best + s->emit[i][speech_tag_label(to)];
	}
}

void speech_tag_decode(struct arena *a, const struct speech_words *w, const struct speech_scores *scores, uint8_t *ret)
{
	uint8_t(*from)[SPEECH_STATES] = arena_array(a, SPEECH_STATES, w->n + 1);
	int64_t before[SPEECH_STATES], now[SPEECH_STATES];
	if (w->n == 0)
		return;
	for (size_t k = 0; k < SPEECH_STATES; k++)
		before[k] = speech_tag_may_follow(SPEECH_STATES, k) ? scores->emit[0][speech_tag_label(k)] : INT64_MIN / 2;
	for (size_t i = 1; i < w->n; i++) {
		best_step(scores, i, w->v[i].class, before, now, from[i]);
		memcpy(before, now, sizeof(now));
	}
	size_t best = 0;
	for (size_t k = 1; k < SPEECH_STATES; k++)
		best = before[k] > before[best] ? k : best;
	for (size_t i = w->n; i-- > 0;) {
		ret[i] = (uint8_t)best;
		best = i > 0 ? from[i][best] : best;
	}
}

/* Adds a feature's weights to a word's scores, if the model has it. */
static void add_weights(const unsigned char *buckets, uint32_t key, int32_t *emit)
{
	const unsigned char *b = buckets + (key & ((1u << SPEECH_BUCKET_BITS) - 1)) * SPEECH_BUCKET_BYTES;
	unsigned char tag = (unsigned char)((key >> SPEECH_BUCKET_BITS) + 1);
	for (size_t way = 0; way < SPEECH_WAYS; way++) {
		if (b[way] != tag)
			continue;
		for (size_t l = 0; l < SPEECH_LABELS; l++)
			emit[l] += (signed char)b[SPEECH_WAYS + way * SPEECH_LABELS + l];
		return;
	}
}

void speech_tag_words(struct arena *a, struct sv model, const struct speech_words *w, uint8_t *ret)
{
	int32_t(*emit)[SPEECH_LABELS] = arena_array(a, sizeof(*emit), w->n + 1);
	int32_t(*step)[SPEECH_STATES][SPEECH_STATES] = arena_alloc(a, SPEECH_HEAD_BYTES);
	memcpy(step, model.p, SPEECH_HEAD_BYTES);
	for (size_t i = 0; i < w->n; i++) {
		uint32_t keys[SPEECH_FEATURES];
		size_t n = speech_feature_keys(w, i, keys);
		for (size_t k = 0; k < n; k++)
			add_weights((const unsigned char *)model.p + SPEECH_HEAD_BYTES, keys[k], emit[i]);
	}
	speech_tag_decode(a, w, &(struct speech_scores){ emit, step }, ret);
}
