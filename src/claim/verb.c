#include "claim/verb.h"

#include "claim/speech.h"

static const char bes[] = " is are was were be been being isn't aren't wasn't weren't ";
static const char modals[] = " will would shall should can could may might must won't wouldn't can't cannot couldn't ";
static const char haves[] = " has have had do does did hasn't haven't hadn't doesn't don't didn't ";
/* Base forms; with -s or -es they are the present, with -ed the past. */
static const char bases[] =
    " accept account add admit affect agree aim allow announce appear apply approve arrest arrive ask attack attract ban bar become begin"
    " block boost break bring build burn buy call cancel carry cause close collapse collect come complete confirm consume contain"
    " contribute control cost cover create cut damage decline decrease deliver deploy deport destroy detain die double draw drop earn"
    " elect employ end enter evacuate exceed exist expand expect export extend face fall feature fine fire flee fly follow force found"
    " gain generate get give go grow halve handle happen hear help hire hit hold host house identify import impose include increase"
    " injure invest jail join keep kill know launch lay lead leave lend list live lose lower make manage meet merge move need number"
    " occur offer open operate order own pay plan play plead plunge post produce promise provide publish pull pump purchase quadruple"
    " raise range reach receive recall record recover reduce refuse reject release remain rent replace report represent rescue resign"
    " rest result retire return rise run save say see seek seize sell send serve set shed shoot shrink shut sign slow soar spend spread"
    " stand start stay steal stop store strike suffer supply suspend take target tax tell test total trade train treat trigger triple"
    " turn use vaccinate value vote want warn weigh win withdraw work wound yield ";
static const char pasts[] =
    " died became began broke brought built bought came cost cut drew fell fled flew found gave got grew held hit kept killed knew laid led left"
    " lent lost made met paid put ran rose said sank saw sent set shed shot shrank shut sold spent spread stole stood struck took told"
    " went withdrew won wrote overtook drove chose ate slid swept rang sought taught thought understood ";

bool verb_is_be(struct sv lower)
{
	return sv_is_listed(bes, lower);
}

bool verb_is_modal(struct sv lower)
{
	return sv_is_listed(modals, lower);
}

bool verb_is_auxiliary(struct sv lower)
{
	return sv_is_listed(haves, lower) || verb_is_be(lower) || verb_is_modal(lower);
}

bool verb_is_base(struct sv lower)
{
	return sv_is_listed(bases, lower);
}

bool verb_is_past(struct sv lower)
{
	return sv_is_listed(pasts, lower);
}

/* "employs", "reaches", "carries" */
static bool is_present(struct sv lower)
{
	char base[40];
	if (lower.n < 4 || lower.n >= sizeof(base) || !sv_ends(lower, SV("s")))
		return false;
	if (verb_is_base(sv_sub(lower, 0, lower.n - 1)) || (sv_ends(lower, SV("es")) && verb_is_base(sv_sub(lower, 0, lower.n - 2))))
		return true;
	if (!sv_ends(lower, SV("ies")))
		return false;
	int n = snprintf(base, sizeof(base), SV_FMT "y", SV_ARG(sv_sub(lower, 0, lower.n - 3)));
	return verb_is_base((struct sv){ base, (size_t)n });
}

/* May a finite verb stand behind this word? Not behind "the", a preposition, "to" or an auxiliary. */
static bool may_follow(const struct words *w, size_t i)
{
	if (i == 0)
		return false;
	const struct word *before = word_at(w, i - 1);
	if (sv_is_listed(" and but which who that , ", before->lower))
		return true;
	return !speech_is_determiner(before->lower) && !speech_is_boundary(before->lower) && !verb_is_auxiliary(before->lower) &&
	       !sv_is_listed(" to of more most less very newly some about nearly over under ", before->lower);
}

/* "-ed" before a preposition or a mark is a participle ("soldiers stationed in the town") unless it takes no object. */
static bool is_participle(const struct words *w, size_t i)
{
	static const char without_object[] =
	    " died collapsed arrived resigned remained happened occurred declined increased decreased agreed voted lived stayed climbed"
	    " dropped jumped plunged soared slowed doubled tripled quadrupled halved returned worked retired surged tumbled slipped"
	    " expanded started ended opened closed moved joined gained appeared failed succeeded rallied shortened recovered ";
	const struct word *next = word_at(w, i + 1);
	return (next->is_mark || speech_is_boundary(next->lower)) && !sv_is_listed(without_object, word_at(w, i)->lower);
}

/* Could the present form be a plural noun ("the reports", "40 deaths", "costs of")? It is a verb before a figure or "the". */
static bool is_noun_like(const struct words *w, size_t i)
{
	const struct word *next = word_at(w, i + 1);
	if (sv_eq(next->lower, SV("to")))
		return !sv_is_listed(" plans aims wants needs seeks expects promises refuses agrees ", word_at(w, i)->lower);
	bool has_object = next->is_number || speech_is_determiner(next->lower) || sv_is_listed(" about some more nearly up only almost around at over less fewer ", next->lower);
	return !has_object;
}

bool verb_is_finite(const struct words *w, size_t i)
{
	const struct word *x = word_at(w, i);
	if (i >= w->n || x->is_mark || x->is_number || (x->is_capital && i > 0))
		return false;
	if (sv_is_listed(" be been being ", x->lower))
		return false;
	if (verb_is_auxiliary(x->lower))
		return !(i > 0 && verb_is_auxiliary(word_at(w, i - 1)->lower)) && !sv_eq(x->text, SV("May"));
	if (!may_follow(w, i))
		return false;
	if (verb_is_past(x->lower))
		return true;
	if (x->lower.n > 4 && sv_ends(x->lower, SV("ed")))
		return !is_participle(w, i);
	return is_present(x->lower) && !is_noun_like(w, i);
}
