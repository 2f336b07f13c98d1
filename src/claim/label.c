#include "claim/label.h"

#include "claim/bound.h"
#include "claim/change.h"

static const char label_nouns[] =
    " no nos number section article chapter page pages room route channel version series grade class group episode season week game row item"
    " phase tier category type model size act amendment resolution highway interstate flight gate platform line paragraph figure table lot"
    " appendix covid stage step point area unit building floor apartment suite district ward division battalion squadron part volume issue ";

static bool is_glued_label(const struct number_tokens *t, size_t i)
{
	const struct number_token *before = number_token_at(t, i - 1);
	if (i == 0 || !number_token_at(t, i)->is_glued)
		return false;
	if (number_token_is_dash(t, i - 1))
		return before->is_glued && number_token_at(t, i - 2)->class == NUMBER_WORD && number_token_at(t, i)->class == NUMBER_DIGITS &&
		       !number_token_in(t, i - 2, " sub minus now pre plus to and ");
	return before->class == NUMBER_WORD || number_token_in(t, i - 1, " / : . # _ @ = & ");
}

static bool is_clock(const struct number_tokens *t, const struct amount *am)
{
	size_t at = am->number_end;
	if (number_token_is_mark(t, at, ':') && number_token_at(t, at + 1)->is_glued && number_token_at(t, at + 1)->class == NUMBER_DIGITS)
		return true;
	return number_token_in(t, at, " am pm a.m. p.m. a.m p.m o'clock gmt ") || number_token_is(t, at, SV("o\xe2\x80\x99"
	                                                                                                 "clock"));
}

/* "5-3-2", "1/2/2003", "555-0100-22", "24/7" */
static bool is_code(const struct number_tokens *t, const struct amount *am)
{
	size_t at = am->number_end;
	bool slash = number_token_is_mark(t, at, '/') && number_token_at(t, at)->is_glued && number_token_at(t, at + 1)->class == NUMBER_DIGITS;
	bool twice = number_token_is_dash(t, at) && number_token_at(t, at)->is_glued && number_token_at(t, at + 1)->class == NUMBER_DIGITS &&
	             number_token_is_dash(t, at + 2) && number_token_at(t, at + 3)->class == NUMBER_DIGITS && number_token_at(t, at + 3)->is_glued;
	return slash || twice;
}

/* Letters right behind the digits that are no unit: "3D", "1990s", "747s". */
static bool has_tail(const struct number_tokens *t, const struct amount *am)
{
	const struct number_token *next = number_token_at(t, am->number_end);
	return am->end == am->number_end && next->is_glued && next->class == NUMBER_WORD && number_token_at(t, am->number_end - 1)->class == NUMBER_DIGITS;
}

static bool is_year(const struct number_tokens *t, const struct amount *am)
{
	const struct number_token *first = number_token_at(t, am->number_first);
	bool looks = am->number_end == am->number_first + 1 && first->class == NUMBER_DIGITS && first->text.n == 4 && am->number.lo >= 1500 &&
	             am->number.lo <= 2100;
	if (!looks || am->unit.dimension != DIM_COUNT)
		return false;
	struct noun_phrase p = counted_phrase(t, am->end, false);
	enum bound bound;
	bool is_bounded = bound_before(t, am->first, &bound) > 0;
	bool is_head = p.end == p.first + 1 && !number_token_at(t, p.first)->is_capital && sv_ends(number_token_at(t, p.first)->lower, SV("s"));
	return !is_head || (!is_bounded && number_token_in(t, am->first - 1, " in of since by until till before after during the year late early mid for a this from "));
}

/* "Big 12", "Section 427", "page 5": a name or a label before it and nothing counted behind it. */
static bool is_named(const struct number_tokens *t, const struct amount *am)
{
	const struct number_token *before = number_token_at(t, am->first - 1);
	if (am->first == 0 || am->unit.dimension != DIM_COUNT || am->number.has_scale || am->number.is_word)
		return false;
	size_t back = number_token_is_mark(t, am->first - 1, '.') ? 2 : 1;
	bool is_label = number_token_in(t, am->first - back, label_nouns);
	bool is_name = before->is_capital && before->class == NUMBER_WORD && am->first > 1 && change_word_at(t, am->first - 1).kind == CHANGE_KIND_NONE &&
	               !number_token_in(t, am->first - 1, " the in at of and with about some over under nearly around only just ");
	struct noun_phrase p = counted_phrase(t, am->end, false);
	bool counts = p.end > p.first && sv_ends(number_token_at(t, p.end - 1)->lower, SV("s")) && !number_token_at(t, p.first)->is_capital;
	return is_label || (is_name && !counts) || number_token_is_mark(t, am->first - 1, '#');
}

/* "no one", "one another", "this one", "one day", "the one who" */
static bool is_pronoun(const struct number_tokens *t, const struct amount *am)
{
	size_t i = am->number_first;
	if (am->number_end != i + 1 || !number_token_is(t, i, SV("one")))
		return false;
	if (number_token_in(t, i - 1, " no any every this that the which each another some not a last first next new only day "))
		return !number_token_in(t, i - 1, " only the ") || number_token_in(t, i + 1, " who that which of to in is was ");
	struct noun_phrase p = counted_phrase(t, i + 1, true);
	return number_token_in(t, i + 1, " another day by thing more could can should must might would who that which is has was ") ||
	       (p.first == p.end && am->end == am->number_end);
}

bool label_is_bare(const struct number_tokens *t, const struct amount *am)
{
	enum bound bound;
	if (am->unit.dimension != DIM_COUNT || am->number.has_scale || am->number.is_vague)
		return false;
	struct noun_phrase p = counted_by(t, am);
	bool is_grouped = am->number.lo >= 1000 && number_token_at(t, am->number_first)->text.n > 4;
	bool is_value = number_token_is(t, am->first - 1, SV("at")) && (am->number.lo >= 1000 || am->number.digits > 3);
	bool is_moved = is_value || number_token_in(t, am->first - 1, " to from by ") || change_word_at(t, am->first - 1).kind != CHANGE_KIND_NONE;
	return p.first == p.end && !is_grouped && !is_moved && bound_before(t, am->first, &bound) == 0 && bound_after(t, am->end, &bound) == 0 &&
	       !number_token_in(t, am->end, " of in ");
}

bool label_is(const struct number_tokens *t, const struct amount *am, const bool *skip)
{
	for (size_t i = am->number_first; i < am->number_end; i++)
		if (skip[i])
			return true;
	return (am->first == am->number_first && is_glued_label(t, am->number_first)) || is_clock(t, am) || is_code(t, am) || has_tail(t, am) || is_year(t, am) || is_named(t, am) ||
	       is_pronoun(t, am);
}
