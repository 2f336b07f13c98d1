#ifndef COMPARE_REVISION_H
#define COMPARE_REVISION_H
/*
 * Two texts of one article: do they say the same, where does each claim's sentence stand in the later one, and what did the edit do to
 * it. Pure.
 */
#include "compare/diff.h"
#include "compare/edit.h"
#include "text/segment.h"

enum anchor_state {
	ANCHOR_INTACT, /* the same words in their place */
	ANCHOR_MOVED,  /* the same words elsewhere */
	ANCHOR_EDITED,
	ANCHOR_GONE,
	ANCHOR_STATE_N
};

struct anchor {
	enum anchor_state state;
	struct span at, sentence; /* in the later text; empty when gone */
	struct edit edit;         /* EDITED: what it did */
};

struct revision_pair {
	struct sv before, after;
	int32_t published; /* day the article came out; DAY_NONE unknown */
	struct diff diff;
	struct segments sentences; /* of `after` */
};

/* Negative where the sentence rules are missing. */
int revision_pair_open(struct arena *a, struct sv before, struct sv after, int32_t published, struct revision_pair *ret) __attribute__((warn_unused_result));
/* Where the claim `at` in `sentence` (spans of the earlier text) stands in the later one. */
void revision_anchor(struct arena *a, const struct revision_pair *pair, struct span at, struct span sentence, struct anchor *ret);
/* "intact", "moved", "edited", "gone" */
struct sv anchor_state_name(enum anchor_state s);

/*
 * True when the two texts tell a reader the same: times of updating, counters of comments and shares, the site's own lines,
 * white space, line breaks and the shape of quotation marks and dashes aside.
 */
bool revision_is_same(struct arena *a, struct sv before, struct sv after);
/* A line by which the site owns up to a change: "Correction: ...", "An earlier version of this article said ...". */
bool revision_is_notice(struct sv line);
#endif
