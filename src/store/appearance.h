#ifndef STORE_APPEARANCE_H
#define STORE_APPEARANCE_H
/*
 * Where an appearance stands: the columns of its row that follow from a revision's text, the same whoever found it: the worker
 * in a new text, the worker again in a later one, a reviewer by hand.
 */
#include "store/query.h"
#include "text/span.h"
#include "text/utf8.h"

/*
 * Fills in start_at to sentence_end (code points), quote, sentence, prefix and suffix (32 code points of context); the rest of *ret
 * stays. Spans are bytes of the ruler's text, `at` within `sentence`; the texts are borrowed from it. With one ruler for a text's
 * appearances in their order the work is linear in the text.
 */
void appearance_place(struct utf8_ruler *text, struct span at, struct span sentence, struct q_appearance_add_in *ret);
#endif
