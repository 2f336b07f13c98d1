#ifndef CLAIM_SPEECH_TAG_H
#define CLAIM_SPEECH_TAG_H
/*
 * Marks the sources, cues and contents of a paragraph: a linear model over the words' features (claim/speech_feature.h)
 * with Viterbi decoding. Between two marked spans the state remembers which role came last, so that the model learns
 * their order. Weights: int8, in 32,768 buckets of eight features (data/attribution.model, made by tools/train_speech.c).
 */
#include "claim/speech_feature.h"

enum speech_role { SPEECH_SOURCE, SPEECH_CUE, SPEECH_CONTENT, SPEECH_ROLE_N };

/* Labels: outside, and begin and inside of each role. States: outside after none or after each role, then begin and inside. */
enum { SPEECH_LABELS = 1 + 2 * SPEECH_ROLE_N, SPEECH_OUTSIDES = 1 + SPEECH_ROLE_N, SPEECH_STATES = SPEECH_OUTSIDES + 2 * SPEECH_ROLE_N };

/* Scores of one paragraph to decode: emit[n][SPEECH_LABELS]; step[class of the word][from][to]. */
struct speech_scores {
	int32_t (*emit)[SPEECH_LABELS];
	int32_t (*step)[SPEECH_STATES][SPEECH_STATES];
};

/* May state `to` follow state `from`? (SPEECH_STATES as `from` is the paragraph's start.) */
bool speech_tag_may_follow(size_t from, size_t to);
size_t speech_tag_label(size_t state);
/* The best states of the words, ret[n]. */
void speech_tag_decode(struct arena *a, const struct speech_words *w, const struct speech_scores *scores, uint8_t *ret);
/* The states that the model (speech_data_model, or another of the same shape) gives the words. */
void speech_tag_words(struct arena *a, struct sv model, const struct speech_words *w, uint8_t *ret);

/* The model's shape: a head of step weights (int32), then the buckets. */
enum {
	SPEECH_BUCKET_BITS = 15,
	SPEECH_WAYS = 8,
	SPEECH_STEPS = SPEECH_CLASS_N * SPEECH_STATES * SPEECH_STATES,
	SPEECH_HEAD_BYTES = SPEECH_STEPS * 4,
	SPEECH_BUCKET_BYTES = SPEECH_WAYS * (1 + SPEECH_LABELS),
};
#endif
