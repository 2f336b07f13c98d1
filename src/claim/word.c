#include "claim/word.h"

#include "base/vec.h"
#include "text/utf8.h"

static bool is_letter(uint32_t cp)
{
	return utf8_is_alpha(cp) || utf8_is_digit(cp);
}

/* A mark that holds a word together when letters or digits stand on both sides: "Kadhemi's", "pro-Iranian", "U.S.", "5,200". */
static bool is_inner(uint32_t cp, uint32_t before, uint32_t after)
{
	if (cp == '\'' || cp == 0x2019 || cp == '-' || cp == '.' || cp == 0x2011)
		return is_letter(before) && is_letter(after);
	return cp == ',' && utf8_is_digit(before) && utf8_is_digit(after);
}

/* Where the word that starts at `at` ends. */
static size_t word_end(struct sv text, size_t at, size_t end)
{
	uint32_t before = 0;
	while (at < end) {
		size_t len, next_len;
		uint32_t cp = utf8_at(text, at, &len);
		uint32_t after = at + len < end ? utf8_at(text, at + len, &next_len) : 0;
		if (!is_letter(cp) && !is_inner(cp, before, after))
			break;
		before = cp;
		at += len;
	}
	return at;
}

/* "U.S." keeps its last full stop: single letters between full stops are an abbreviation. */
static size_t with_last_stop(struct sv text, size_t start, size_t end, size_t limit)
{
	bool dotted = end - start >= 3 && text.p[end - 2] == '.' && ascii_is_alpha(text.p[end - 1]);
	return dotted && end + 1 < limit && text.p[end] == '.' ? end + 1 : end;
}

void word_list(struct arena *a, struct sv text, struct span sentence, struct words *ret)
{
	VEC(struct word) v = { 0 };
	for (size_t at = sentence.start, len; at < sentence.end; at += len) {
		uint32_t cp = utf8_at(text, at, &len);
		if (utf8_is_space(cp))
			continue;
		struct word *w = VEC_PUSH(a, &v);
		w->is_mark = !is_letter(cp);
		if (!w->is_mark)
			len = with_last_stop(text, at, word_end(text, at, sentence.end), sentence.end) - at;
		w->at = (struct span){ at, at + len };
		w->text = sv_sub(text, at, at + len);
		w->lower = utf8_lower(a, w->text);
		w->is_number = utf8_is_digit(cp);
		w->is_capital = utf8_is_upper(cp);
	}
	*ret = (struct words){ v.v, v.n };
}

const struct word *word_at(const struct words *w, size_t i)
{
	static const struct word none = { .is_mark = true };
	return i < w->n ? &w->v[i] : &none;
}

bool word_is(const struct words *w, size_t i, struct sv lower)
{
	return sv_eq(word_at(w, i)->lower, lower);
}

struct sv word_span(struct sv text, const struct words *w, size_t first, size_t end)
{
	return first < end && end <= w->n ? sv_sub(text, w->v[first].at.start, w->v[end - 1].at.end) : SV_NONE;
}
