#include "store/appearance.h"

#define CONTEXT_CHARS 32

void appearance_place(struct utf8_ruler *text, struct span at, struct span sentence, struct q_appearance_add_in *ret)
{
	struct sv all = text->text;
	ret->sentence_start = (int32_t)utf8_ruler_at(text, sentence.start);
	ret->start_at = (int32_t)utf8_ruler_at(text, at.start);
	ret->end_at = (int32_t)utf8_ruler_at(text, at.end);
	ret->sentence_end = (int32_t)utf8_ruler_at(text, sentence.end);
	ret->quote = sv_sub(all, at.start, at.end);
	ret->sentence = sv_sub(all, sentence.start, sentence.end);
	ret->prefix = utf8_tail(sv_sub(all, 0, at.start), CONTEXT_CHARS);
	ret->suffix = utf8_head(sv_sub(all, at.end, all.n), CONTEXT_CHARS);
}
