#include "claim/speech.h"

/* Lists are lower-case words between spaces, so that one search finds a whole word. */
static const char verbs[] =
    " said say says told tell tells announced announce announces confirmed confirm confirms reported reports added adds"
    " claimed claims warned warns argued argues insisted insists noted notes explained explains mentioned mentions stated"
    " wrote writes testified acknowledged acknowledges admitted admits denied denies estimated estimates predicted predicts"
    " promised promises pledged pledges suggested suggests tweeted tweets concluded concludes revealed reveals alleged alleges"
    " declared declares disclosed discloses cautioned stressed stresses reiterated reiterates maintained maintains vowed vows"
    " asserted asserts observed recalled recalls replied responded conceded concedes signalled signaled indicated indicates"
    " complained emphasised emphasized emphasises emphasizes remarked contended contends informed briefed posted commented"
    " rejected dismissed accused ";
static const char noun_verbs[] = " reports claims estimates notes posted reveals promises pledges tweets states vows ";
static const char fillers[] =
    " has have had also previously later then earlier already again once still now never not since just first himself herself"
    " themselves itself did do does would will was were is are who ";
static const char anonymous_heads[] =
    " official officials commander commanders source sources spokesman spokeswoman spokesperson aide aides diplomat diplomats"
    " officer officers insider insiders person people lawmaker lawmakers minister adviser advisers advisor advisors general"
    " investigator investigators witness witnesses analyst analysts expert experts researcher researchers executive executives"
    " resident residents doctor doctors worker workers negotiator negotiators ";
static const char titles[] =
    " general gen president prime minister senator sen representative rep secretary mr mrs ms dr professor prof colonel col"
    " captain capt major maj lieutenant lt admiral adm sergeant sgt governor gov mayor chancellor king queen prince princess"
    " pope judge justice chief chairman chairwoman director ambassador congressman congresswoman sir lord lady commander"
    " spokesman spokeswoman spokesperson deputy vice foreign defence defense ";
static const char pronouns[] = " he she they ";
static const char boundaries[] =
    " that which who whom whose when while as because but and or if although though after before since until where than"
    " in on at by for from with without under over about into during against between through to per despite amid among"
    " according citing ";
static const char determiners[] = " the a an this that these those his her their its our my one two three some several many another ";
static const char weekdays[] = " monday tuesday wednesday thursday friday saturday sunday ";

bool speech_is_verb(struct sv lower)
{
	return sv_is_listed(verbs, lower);
}

bool speech_is_noun_too(struct sv lower)
{
	return sv_is_listed(noun_verbs, lower);
}

bool speech_is_filler(struct sv lower)
{
	return sv_is_listed(fillers, lower) || (lower.n > 4 && sv_ends(lower, SV("ly")));
}

bool speech_is_anonymous_head(struct sv lower)
{
	return sv_is_listed(anonymous_heads, lower);
}

bool speech_is_title(struct sv lower)
{
	return sv_is_listed(titles, lower);
}

bool speech_is_pronoun(struct sv lower)
{
	return sv_is_listed(pronouns, lower);
}

bool speech_is_boundary(struct sv lower)
{
	return sv_is_listed(boundaries, lower);
}

bool speech_is_determiner(struct sv lower)
{
	return sv_is_listed(determiners, lower);
}

bool speech_is_weekday(struct sv lower)
{
	return sv_is_listed(weekdays, lower);
}
