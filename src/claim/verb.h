#ifndef CLAIM_VERB_H
#define CLAIM_VERB_H
/*
 * Which words are verbs that a clause can stand on, told without a grammar: auxiliaries, the verbs that news English uses most
 * in their forms, and "-ed" where no noun phrase or auxiliary claims it. Misses are cheap here, false verbs are not.
 */
#include "claim/word.h"

/* A finite verb of its clause: "rose", "is", "employs", "closed" (not "the closed", "has closed", "were closed"). */
bool verb_is_finite(const struct words *w, size_t i);
/* "is", "was" ...: a participle behind it is a passive. */
bool verb_is_be(struct sv lower);
/* be, have, do and the modals. */
bool verb_is_auxiliary(struct sv lower);
bool verb_is_modal(struct sv lower);
/* The base form ("close"), as behind "will" and "to". */
bool verb_is_base(struct sv lower);
/* A form of the past that needs no ending to be known: "rose", "cut", "fell". */
bool verb_is_past(struct sv lower);
#endif
