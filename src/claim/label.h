#ifndef CLAIM_LABEL_H
#define CLAIM_LABEL_H
/* Numbers that count nothing: years, clock times, names ("Section 427", "COVID-19", "Big 12"), scores, telephone numbers. */
#include "claim/counted.h"

/* Does the number of `am` only name something? `skip` marks the tokens of dates. */
bool label_is(const struct number_tokens *t, const struct amount *am, const bool *skip);
/* Does it stand alone, with nothing that it could count and no word that makes it a value? */
bool label_is_bare(const struct number_tokens *t, const struct amount *am);
#endif
