#include "claim/counted.h"

#include "claim/change.h"

enum { PHRASE_MOST = 6, NUMBER_OF_BACK = 24 };

static const char stop_words[] =
    " a an the this that these those of in on at by for from to into onto with without within as than then and or but nor so yet if when"
    " while where who whom whose which what because since until till before after during under over above below between among across per"
    " via about against through is are was were be been being am has have had having do does did will would can could may might must shall"
    " should not no it its he she they them their his her him we us our you your i me my one's there here out up down off back away each"
    " every either neither both all any ago later earlier today yesterday tomorrow now again also still just only even very said says say"
    " told added told went came made took got get gets goes go come comes live lives lived work works worked died die killed left remain"
    " remained took became become according compared including last next ended such per plus minus or ";
static const char plural_nouns[] = " people men women children police personnel staff cattle sheep fish aircraft teeth feet mice euros lives ";

static bool ends_with(struct sv s, const char *end)
{
	return sv_ends(s, sv_cstr(end));
}

static bool is_plural(struct sv lower)
{
	return lower.n > 3 && ends_with(lower, "s") && !ends_with(lower, "ss") && !ends_with(lower, "us") && !ends_with(lower, "is") &&
	       !ends_with(lower, "'s");
}

static bool is_phrase_word(const struct number_tokens *t, size_t i)
{
	const struct number_token *token = number_token_at(t, i);
	bool is_adverb = ends_with(token->lower, "ly") && token->lower.n > 5 && !token->is_capital;
	bool is_number_like = token->class == NUMBER_PART || token->class == NUMBER_ORDINAL;
	bool is_place = sv_eq(token->text, SV("US"));
	return (token->class == NUMBER_WORD || is_number_like) && (is_place || !number_token_in(t, i, stop_words)) && !is_adverb;
}

/* A hyphen or apostrophe inside a word of the phrase. */
static bool is_inner_mark(const struct number_tokens *t, size_t i)
{
	return number_token_is_dash(t, i) && number_token_at(t, i)->is_glued && number_token_at(t, i + 1)->is_glued &&
	       number_token_at(t, i + 1)->class == NUMBER_WORD;
}

static bool is_head(const struct number_tokens *t, size_t i)
{
	const struct number_token *token = number_token_at(t, i);
	return number_token_in(t, i, plural_nouns) || (is_plural(token->lower) && !token->is_capital);
}

/* A participle behind the noun starts a new phrase: "600 soldiers stationed in". */
static bool is_participle(const struct number_tokens *t, size_t i)
{
	struct sv lower = number_token_at(t, i)->lower;
	return lower.n > 4 && (ends_with(lower, "ed") || ends_with(lower, "ing")) && !number_token_at(t, i)->is_capital &&
	       number_token_in(t, i + 1, stop_words);
}

struct noun_phrase counted_phrase(const struct number_tokens *t, size_t i, bool is_one)
{
	struct noun_phrase p = { i, i };
	size_t words = 0;
	while (words < PHRASE_MOST) {
		if (p.end > i && is_inner_mark(t, p.end)) {
			p.end += 2;
			words++;
		} else if (is_phrase_word(t, p.end) && !(words > 0 && is_participle(t, p.end))) {
			p.end++;
			words++;
		} else {
			break;
		}
		if (is_head(t, p.end - 1) && !is_inner_mark(t, p.end) && !is_one)
			break;
	}
	return p;
}

static size_t skip_determiners(const struct number_tokens *t, size_t i)
{
	while (number_token_in(t, i, " the a an its their his her all our these those this that "))
		i++;
	return i;
}

static struct noun_phrase behind_of(const struct number_tokens *t, size_t i, bool money)
{
	bool is_link = number_token_is(t, i, SV("of")) || (money && number_token_in(t, i, " in worth "));
	if (!is_link)
		return (struct noun_phrase){ i, i };
	i = skip_determiners(t, i + 1 + (number_token_is(t, i + 1, SV("of")) ? 1 : 0));
	return counted_phrase(t, i, false);
}

/* "the number of US troops in Iraq will be brought down from about 5,200": the phrase behind "number of". */
static struct noun_phrase number_of(const struct number_tokens *t, size_t first)
{
	for (size_t back = 2; back <= NUMBER_OF_BACK && back <= first; back++)
		if (number_token_in(t, first - back, " number numbers tally count ") && number_token_is(t, first - back + 1, SV("of")))
			return counted_phrase(t, skip_determiners(t, first - back + 2), false);
	return (struct noun_phrase){ first, first };
}

/* What moved: the words before the verb ("Unemployment fell by 2 per cent"). */
static struct noun_phrase moved(const struct number_tokens *t, size_t first)
{
	size_t verb = first;
	for (size_t back = 1; back <= 6 && back <= first; back++) {
		verb = first - back;
		if (change_word_at(t, verb).kind == CHANGE_KIND_MOVE || number_token_in(t, verb, " was is are were stood at "))
			break;
	}
	while (verb > 0 && number_token_in(t, verb - 1, " has have had was were be been will would is are to may could "))
		verb--;
	size_t start = verb;
	while (start > 0 && verb - start < PHRASE_MOST && is_phrase_word(t, start - 1))
		start--;
	return (struct noun_phrase){ start, verb };
}

struct noun_phrase counted_by(const struct number_tokens *t, const struct amount *am)
{
	enum dimension d = am->unit.dimension;
	bool is_count = d == DIM_COUNT;
	struct noun_phrase p = behind_of(t, am->end, d == DIM_CURRENCY);
	if (p.first == p.end && is_count)
		p = counted_phrase(t, am->end, am->number.hi <= 1);
	if (p.first == p.end && (d == DIM_RATIO || (d == DIM_PERCENT && is_head(t, am->end))))
		p = counted_phrase(t, am->end, false);
	if (p.first == p.end && is_count)
		p = number_of(t, am->first);
	if (p.first == p.end && (d == DIM_PERCENT || d == DIM_PERCENT_POINT || d == DIM_CURRENCY))
		p = moved(t, am->first);
	return p;
}

struct noun_phrase counted_group(const struct number_tokens *t, const struct amount *am)
{
	for (size_t i = am->end; i < am->end + 12 && i < t->n; i++)
		if (number_token_in(t, i, " among amongst "))
			return counted_phrase(t, skip_determiners(t, i + 1), false);
	return (struct noun_phrase){ 0, 0 };
}
