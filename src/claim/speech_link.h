#ifndef CLAIM_SPEECH_LINK_H
#define CLAIM_SPEECH_LINK_H
/* Joins the marked sources, cues and contents of a paragraph into attributions: who said what, by which words. */
#include "claim/speech_tag.h"

enum { SPEECH_PIECES = 4 };

struct speech_relation {
	struct span source, cue;            /* source may be empty: nobody is named */
	struct span content[SPEECH_PIECES]; /* a quotation may stand on both sides of its cue */
	size_t n_content;
};

struct speech_relations {
	const struct speech_relation *v;
	size_t n;
};

/* states as speech_tag_words gives them. One relation a cue, in text order. */
void speech_link(struct arena *a, const struct speech_words *w, const uint8_t *states, struct speech_relations *ret);
/* All relations of one paragraph, given as its sentences, by the model. */
void speech_link_paragraph(struct arena *a, struct sv text, const struct span *sentences, size_t n, struct sv model,
    struct speech_relations *ret);
#endif
