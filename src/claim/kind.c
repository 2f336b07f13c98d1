#include "claim/kind.h"

#include <math.h>

#include "base/vec.h"
#include "claim/speech.h"

/* From here on a sentence is kept as a claim; a probability. */
#define CLAIM_FROM 0.35

enum mark {
	MARK_NUMBER,
	MARK_DATE,
	MARK_ATTRIBUTED,
	MARK_QUOTE,
	MARK_COMPARISON,
	MARK_CAUSE,
	MARK_LAW,
	MARK_PLAN,
	MARK_PAST,
	MARK_NAME,
	MARK_EXPERIENCE,
	MARK_QUESTION,
	MARK_OPINION,
	MARK_SHORT,
	MARK_N
};

/* Each mark's weight (log-odds), what it is called, and the kind it makes (CLAIM_KIND_N: none). */
static const struct {
	double weight;
	const char *words;
	enum claim_kind kind;
} marks[MARK_N] = {
	[MARK_NUMBER] = { 2.2, "a number", CLAIM_QUANTITY },
	[MARK_DATE] = { 0.9, "a date", CLAIM_KIND_N },
	[MARK_ATTRIBUTED] = { 0.8, "somebody is named who says so", CLAIM_KIND_N },
	[MARK_QUOTE] = { 0.3, "quoted words", CLAIM_QUOTE },
	[MARK_COMPARISON] = { 0.7, "a comparison or rank", CLAIM_COMPARISON },
	[MARK_CAUSE] = { 0.5, "a cause", CLAIM_CAUSE },
	[MARK_LAW] = { 0.6, "names a law, deal or ruling", CLAIM_LAW },
	[MARK_PLAN] = { 0.4, "a plan, promise or forecast", CLAIM_PLAN },
	[MARK_PAST] = { 0.8, "tells of something that happened", CLAIM_EVENT },
	[MARK_NAME] = { 0.5, "names a person, place or body", CLAIM_KIND_N },
	[MARK_EXPERIENCE] = { -0.6, "personal experience", CLAIM_EXPERIENCE },
	[MARK_QUESTION] = { -3.0, "a question", CLAIM_KIND_N },
	[MARK_OPINION] = { -1.6, "an opinion", CLAIM_KIND_N },
	[MARK_SHORT] = { -2.0, "too short or no whole sentence", CLAIM_KIND_N },
};

#define BIAS (-1.3)

static const char comparisons[] =
    " more fewer less most least largest biggest highest lowest smallest fastest first only best worst greatest longest record"
    " higher lower larger bigger smaller unprecedented oldest youngest than twice double triple ";
static const char causes[] = " because due caused causes cause led leads triggered prompted blamed thanks result resulted owing ";
static const char laws[] =
    " law laws bill act agreement deal treaty ruling ruled court regulation legislation constitution ban banned legal illegal"
    " amendment decree directive sentenced convicted accord ";
static const char plans[] = " will would shall plans plan planned aims aim aimed goal intends intend pledged promised vowed must expected expects forecast set ";
static const char opinions[] =
    " should ought believe think feel hope hopefully sadly unfortunately surely beautiful terrible wonderful great amazing awful"
    " disgraceful ridiculous outrageous fine ";
static const char first_persons[] = " i my me myself ";
static const char negations[] = " not no never none nobody nothing neither nor without cannot ";
static const char pasts[] =
    " was were had did went came left took made gave got won lost died killed said fell rose grew cut met began found held sent"
    " withdrew returned broke became saw led built hit paid shot struck ";

static bool has_any(const struct words *w, const char *list)
{
	for (size_t i = 0; i < w->n; i++)
		if (sv_is_listed(list, w->v[i].lower))
			return true;
	return false;
}

static bool has_past_verb(const struct words *w)
{
	for (size_t i = 1; i < w->n; i++) {
		const struct word *it = &w->v[i];
		bool regular = !it->is_capital && it->lower.n > 4 && sv_ends(it->lower, SV("ed"));
		if (regular || sv_is_listed(pasts, it->lower))
			return true;
	}
	return false;
}

static bool has_name(const struct words *w)
{
	for (size_t i = 1; i < w->n; i++)
		if (w->v[i].is_capital && w->v[i].lower.n > 1)
			return true;
	return false;
}

/* Three or more words between quotation marks. */
static bool has_quote(const struct words *w)
{
	size_t inside = 0;
	bool open = false;
	for (size_t i = 0; i < w->n; i++) {
		struct sv t = w->v[i].text;
		if (sv_eq(t, SV("“")) || (sv_eq(t, SV("\"")) && !open)) {
			open = true;
			inside = 0;
		} else if (sv_eq(t, SV("”")) || sv_eq(t, SV("\""))) {
			if (open && inside >= 3)
				return true;
			open = false;
		} else if (!w->v[i].is_mark) {
			inside++;
		}
	}
	return false;
}

static size_t count_plain(const struct words *w)
{
	size_t n = 0;
	for (size_t i = 0; i < w->n; i++)
		n += !w->v[i].is_mark;
	return n;
}

static void find_marks(const struct kind_input *in, bool *has)
{
	const struct words *w = in->w;
	has[MARK_NUMBER] = in->n_quantities > 0;
	has[MARK_DATE] = in->n_dates > 0;
	has[MARK_ATTRIBUTED] = in->said->speaker.p != NULL || in->said->via.p != NULL;
	has[MARK_QUOTE] = has_quote(w);
	has[MARK_COMPARISON] = has_any(w, comparisons);
	has[MARK_CAUSE] = has_any(w, causes);
	has[MARK_LAW] = has_any(w, laws);
	has[MARK_PLAN] = has_any(w, plans) || in->has_future_date;
	has[MARK_PAST] = has_past_verb(w) && (in->said->speaker.p == NULL || in->has_past_date);
	has[MARK_NAME] = has_name(w);
	has[MARK_EXPERIENCE] = has_any(w, first_persons);
	has[MARK_QUESTION] = w->n > 0 && sv_eq(w->v[w->n - 1].text, SV("?"));
	has[MARK_OPINION] = has_any(w, opinions);
	has[MARK_SHORT] = count_plain(w) < 5;
}

void kind_judge(struct arena *a, const struct kind_input *in, struct kind_verdict *ret)
{
	bool has[MARK_N] = { false };
	double sum = BIAS;
	VEC(const char *) reasons = { 0 };
	*ret = (struct kind_verdict){ 0 };
	find_marks(in, has);
	for (size_t m = 0; m < MARK_N; m++) {
		if (!has[m])
			continue;
		sum += marks[m].weight;
		*VEC_PUSH(a, &reasons) = marks[m].words;
		if (marks[m].kind != CLAIM_KIND_N)
			ret->kinds |= 1u << marks[m].kind;
	}
	ret->score = 1 / (1 + exp(-sum));
	ret->reasons = reasons.v;
	ret->n_reasons = reasons.n;
	ret->negated = has_any(in->w, negations);
	ret->is_claim = ret->score >= CLAIM_FROM && !has[MARK_QUESTION];
}

/* "READ MORE:", "RELATED:" - a label in capitals at the start of a line. */
static bool has_shouted_label(struct sv line)
{
	size_t colon = sv_find_char(line, ':', 0), letters = 0;
	if (colon == line.n || colon > 30)
		return false;
	for (size_t i = 0; i < colon; i++) {
		if (ascii_is_lower(line.p[i]))
			return false;
		letters += ascii_is_upper(line.p[i]);
	}
	return letters >= 4;
}

bool kind_is_boilerplate(struct sv line)
{
	static const struct sv openings[] = {
		SV_INIT("read more"), SV_INIT("read also"), SV_INIT("also read"), SV_INIT("see also"), SV_INIT("related:"), SV_INIT("discussion about this"),
		SV_INIT("share this"), SV_INIT("share on"), SV_INIT("subscribe"), SV_INIT("sign up"), SV_INIT("follow us"), SV_INIT("advertisement"),
		SV_INIT("leave a comment"), SV_INIT("click here"), SV_INIT("watch:"), SV_INIT("listen:"), SV_INIT("more on this"), SV_INIT("you may also like"),
		SV_INIT("recommended"), SV_INIT("photograph:"), SV_INIT("photo:"), SV_INIT("image:"), SV_INIT("picture:"), SV_INIT("story continues below"), SV_INIT("copyright"), SV_INIT("©"), SV_INIT("all rights reserved"), SV_INIT("this article was originally"),
	};
	line = sv_trim(line);
	for (size_t i = 0; i < sizeof(openings) / sizeof(*openings); i++)
		if (sv_starts_icase(line, openings[i]))
			return true;
	return has_shouted_label(line);
}
