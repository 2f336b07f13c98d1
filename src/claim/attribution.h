#ifndef CLAIM_ATTRIBUTION_H
#define CLAIM_ATTRIBUTION_H
/*
 * Who says so: the claimant of a sentence, the verb and the content, and the outlet or document the article names as
 * where it got it ("according to the BBC", "in an interview with Axios"). Rules of high precision over the sentence's
 * words: a reporting verb, the noun phrase that is its subject (before it, behind an apposition, or inverted after a
 * quote), and phrases that name a way. Pronouns, titles and bare surnames are resolved by what the text said before.
 */
#include "claim/word.h"

#define SPEECH_NAMES 32

/* Who has been named so far in a text; start with all zero and hand it from sentence to sentence. */
struct speech_context {
	struct sv names[SPEECH_NAMES]; /* persons, full names with their title, oldest first */
	size_t n;
	struct sv last; /* the last one who spoke */
};

/* Fills *ret; speaker.p == NULL when the article itself asserts the sentence. Linear in the sentence. */
void attribution_find(struct arena *a, struct sv text, struct span sentence, struct speech_context *inout, struct attribution *ret);
/* The strongest hedge or modality of the sentence ("may", "is expected to", "plans to", "allegedly", "denied"). */
enum hedge_kind attribution_hedge(const struct words *w);
#endif
