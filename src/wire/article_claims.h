#ifndef WIRE_ARTICLE_CLAIMS_H
#define WIRE_ARTICLE_CLAIMS_H
/*
 * What an extracted article claims: its blocks become the lines of a text, its date and language the reading's. The one way
 * from `extract` to `claim`, for the sandboxed parser and the command line alike.
 */
#include "claim/claim.h"
#include "extract/article.h"

struct article_claims {
	struct sv text;    /* the stored text (article_text) that the claims' spans lie in */
	int32_t published; /* the day of publication where the article was written; DAY_NONE when unknown */
	struct claim_list claims;
};

/* published: DAY_NONE = as the article says. Everything lives in the arena. */
void article_claims_read(struct arena *a, const struct article *article, int32_t published, struct article_claims *ret);
#endif
