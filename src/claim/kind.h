#ifndef CLAIM_KIND_H
#define CLAIM_KIND_H
/*
 * What kinds of claim a sentence makes, whether it can be checked at all, and why: a weighted sum of what stands in it,
 * squashed to a probability, each term with its reason in words. Boilerplate (share lines, "READ MORE: ...") is no claim.
 */
#include "claim/word.h"

struct kind_input {
	const struct words *w;
	size_t n_quantities, n_dates;
	bool has_past_date, has_future_date;
	const struct attribution *said;
};

struct kind_verdict {
	unsigned kinds; /* 1u << enum claim_kind */
	double score;   /* 0..1 */
	const char *const *reasons;
	size_t n_reasons;
	bool is_claim, negated;
};

void kind_judge(struct arena *a, const struct kind_input *in, struct kind_verdict *ret);
/* A line that the site put there, not the writer: "READ MORE: ...", "Share this", "Advertisement". */
bool kind_is_boilerplate(struct sv line);
#endif
