#ifndef CLAIM_SPEECH_H
#define CLAIM_SPEECH_H
/* Word lists of speech: reporting verbs, what may stand between a subject and its verb, anonymous heads, titles, hedges. */
#include "claim/word.h"

/* A form of a reporting verb ("said", "announced"), noun look-alikes ("claims", "report") left to the caller's context. */
bool speech_is_verb(struct sv lower);
/* Also a noun: "report", "claims", "estimates", "plan". */
bool speech_is_noun_too(struct sv lower);
/* Auxiliaries and adverbs between a subject and its verb: "has", "also", "previously", any "-ly" word. */
bool speech_is_filler(struct sv lower);
/* Heads of unnamed sources: "official", "commander", "sources". */
bool speech_is_anonymous_head(struct sv lower);
/* Titles before a name: "general", "president", "mr". */
bool speech_is_title(struct sv lower);
bool speech_is_pronoun(struct sv lower);
/* Words a noun phrase cannot run over: prepositions, conjunctions, relative pronouns. */
bool speech_is_boundary(struct sv lower);
bool speech_is_determiner(struct sv lower);
bool speech_is_weekday(struct sv lower);
#endif
