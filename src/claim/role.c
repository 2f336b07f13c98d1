#include "claim/role.h"

#include "claim/number.h"
#include "claim/speech.h"
#include "text/utf8.h"

/* Verbs that move a figure, by what they do to it; each with the forms that occur. Words between spaces. */
static const char downs[] =
    " cut cuts cutting reduce reduces reduced reducing fall falls fell fallen falling drop drops dropped dropping decline declines"
    " declined declining decrease decreased decreases shrink shrinks shrank shrunk shrinking withdraw withdraws withdrew withdrawn"
    " withdrawing pull pulls pulled pulling call calling called bring brings brought bringing lose loses lost losing slash slashed"
    " slashing trim trimmed lower lowered lowers lay laid remove removed removing shed sheds slump slumped plunge plunged tumble"
    " tumbled dip dipped send sent sending get gets getting go goes ";
static const char ups[] =
    " rise rises rose risen rising grow grows grew grown growing increase increases increased increasing add adds added adding gain"
    " gains gained jump jumped jumps climb climbs climbed surge surged surges soar soared hire hired hires swell swelled raise raised"
    " raises raising reach reaches reached reaching hit hits double doubled expand expanded expands ";
/* Of these only with their particle: "pull out", "call back", "bring home", "send home", "lay off", "get down to". */
static const char particle_verbs[] = " call calling called bring brings brought bringing send sent sending lay laid get gets getting go goes ";
static const char particles[] = " out back home off down up ";
/* Only a level is reached: "reach 5,000", "hit 40". */
static const char reach_verbs[] = " reach reaches reached reaching hit hits ";

static bool is_listed(const char *list, struct sv word)
{
	char spaced[32];
	if (word.n == 0 || word.n > 24)
		return false;
	int n = snprintf(spaced, sizeof(spaced), " " SV_FMT " ", SV_ARG(word));
	return sv_has(sv_cstr(list), (struct sv){ spaced, (size_t)n });
}

/* The mover nearest before word i, at most five words away and in the same clause; i when there is none. */
static size_t mover_before(const struct words *w, size_t i)
{
	for (size_t k = i; k > 0 && i - k < 6; k--) {
		struct sv lower = word_at(w, k - 1)->lower;
		if (word_at(w, k - 1)->is_mark)
			break;
		if (!is_listed(downs, lower) && !is_listed(ups, lower))
			continue;
		bool has_particle = is_listed(particles, word_at(w, k)->lower);
		if (!is_listed(particle_verbs, lower) || has_particle)
			return k - 1;
	}
	return i;
}

void role_of(const struct words *w, struct place_in_words at, struct quantity *q)
{
	size_t mover = mover_before(w, at.from);
	struct sv before = at.from > 0 ? word_at(w, at.from - 1)->lower : SV_NONE;
	if (mover == at.from) {
		q->role = q->dimension == DIM_PERCENT || q->dimension == DIM_RATIO ? ROLE_SHARE : ROLE_LEVEL;
		if (sv_eq(before, SV("total")) || sv_eq(before, SV("totalling")) || sv_eq(before, SV("totaling")))
			q->role = ROLE_TOTAL;
		return;
	}
	struct sv verb = word_at(w, mover)->lower;
	q->change = is_listed(ups, verb) ? CHANGE_UP : CHANGE_DOWN;
	if (sv_eq(before, SV("to")) || is_listed(reach_verbs, verb))
		q->role = ROLE_TO;
	else if (sv_eq(before, SV("from")))
		q->role = ROLE_FROM;
	else
		q->role = ROLE_CHANGE;
}

/* Lower-case words that end a noun phrase though they are no verb of speech, preposition or determiner. */
static const char phrase_stops[] =
    " will would is are was were be been being has have had can could may might must should do does did not of"
    " remain remains remained left more less fewer later ago there here each every all also so too then now returned stay stayed ";

/* "deployed", "living", "quickly": participles and adverbs behind a noun say more about it, and end the phrase. */
static bool is_participle_or_adverb(const struct word *it)
{
	if (it->is_capital || it->lower.n <= 4)
		return false;
	return sv_ends(it->lower, SV("ed")) || sv_ends(it->lower, SV("ing")) || sv_ends(it->lower, SV("ly"));
}

/* May word i stand in the noun phrase that starts at `first`, behind a number? */
static bool is_nounish(const struct words *w, size_t i, size_t first)
{
	const struct word *it = word_at(w, i);
	struct number ignored;
	if (it->is_mark || it->is_number || (i > first && is_participle_or_adverb(it)))
		return false;
	if (speech_is_boundary(it->lower) || speech_is_verb(it->lower) || speech_is_determiner(it->lower))
		return false;
	return !is_listed(phrase_stops, it->lower) && !is_listed(downs, it->lower) && number_at(w, i, &ignored) == 0;
}

static size_t noun_phrase_end(const struct words *w, size_t first)
{
	size_t end = first;
	while (end < w->n && end - first < 5 && is_nounish(w, end, first))
		end++;
	return end;
}

struct sv role_counted(struct sv text, const struct words *w, struct place_in_words at, size_t *ret_end)
{
	size_t first = at.to;
	if (word_is(w, first, SV("of"))) {
		first++;
		while (speech_is_determiner(word_at(w, first)->lower))
			first++;
	}
	size_t end = noun_phrase_end(w, first);
	*ret_end = end;
	if (end > first)
		return word_span(text, w, first, end);
	*ret_end = at.to;
	for (size_t i = at.from; i > 0; i--) {
		bool counts = word_is(w, i - 1, SV("number")) || word_is(w, i - 1, SV("total")) || word_is(w, i - 1, SV("amount"));
		if (counts && word_is(w, i, SV("of"))) {
			first = i + 1;
			while (speech_is_determiner(word_at(w, first)->lower))
				first++;
			return word_span(text, w, first, noun_phrase_end(w, first));
		}
	}
	return SV_NONE;
}
