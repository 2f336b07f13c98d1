#include "wire/article_claims.h"

static int32_t day_of(const struct dated *d)
{
	return d->at == INSTANT_NONE ? DAY_NONE : day_of_instant(d->at + d->offset_minutes * INT64_C(60) * CLOCK_SECOND);
}

void article_claims_read(struct arena *a, const struct article *article, int32_t published, struct article_claims *ret)
{
	unsigned char *kinds = ARENA_ARRAY(a, unsigned char, article->n_blocks);
	for (size_t i = 0; i < article->n_blocks; i++)
		kinds[i] = (unsigned char)article->blocks[i].kind;
	ret->text = article_text(a, article);
	ret->published = published != DAY_NONE ? published : day_of(&article->published);
	claim_read(a, &(struct claim_input){ .text = ret->text, .published = ret->published, .lang = article->lang.value, .line_kinds = kinds,
	    .n_lines = article->n_blocks }, &ret->claims);
}
