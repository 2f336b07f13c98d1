#ifndef CLAIM_SPEECH_FEATURE_H
#define CLAIM_SPEECH_FEATURE_H
/*
 * What the attribution model looks at: the words of one paragraph, each with the keys of its features. The training tool
 * (tools/train_speech.c) and the tagger (claim/speech_tag.h) both take them from here, so they cannot drift apart.
 */
#include "claim/claim.h"

enum {
	SPEECH_FEATURES = 64,     /* at most so many features a word */
	SPEECH_KEY_BITS = 22,     /* a feature's key is a hash of so many bits */
	SPEECH_WORDS_MAX = 1500,  /* of a paragraph; what is longer is read up to there */
};

/* Classes of words that the order of source, cue and content hangs on. */
enum speech_class { SPEECH_PLAIN, SPEECH_COMMA, SPEECH_STOP, SPEECH_QUOTE, SPEECH_VERB, SPEECH_THAT, SPEECH_BREAK, SPEECH_CLASS_N };

struct speech_word {
	struct span at;
	struct sv lower;
	uint32_t id;               /* hash of the lower-case word */
	uint32_t tail;             /* hash of its last three bytes */
	uint16_t cluster, family;  /* GloVe clusters, 1,024 and 256; 0 = unknown word */
	uint8_t shape, quote, class;
	uint16_t sentence, place, left; /* which sentence, words before and after it in the sentence */
	uint16_t verb_before, verb_after; /* distance to the nearest reporting verb, 0 = none in the sentence */
	uint32_t verb_before_id, verb_after_id;
};

struct speech_words {
	struct speech_word *v;
	size_t n;
};

/* The words of one paragraph, given as its sentences; a possessive 's is a word of its own. */
void speech_feature_words(struct arena *a, struct sv text, const struct span *sentences, size_t n, struct speech_words *ret);
/* The feature keys of word i; how many. */
size_t speech_feature_keys(const struct speech_words *w, size_t i, uint32_t ret[SPEECH_FEATURES]);
#endif
