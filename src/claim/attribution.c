#include "claim/attribution.h"

#include "claim/outlet.h"
#include "claim/outlet_way.h"
#include "claim/speech.h"
#include "claim/speech_data.h"
#include "claim/speech_link.h"

/* A noun phrase as a range of words; empty when first == end. */
struct phrase {
	size_t first, end;
};

struct reading {
	struct arena *a;
	struct sv text;
	struct words w;
	struct speech_context *context;
	struct attribution *to;
};

static bool is_mark(const struct words *w, size_t i, const char *mark)
{
	return word_at(w, i)->is_mark && sv_eq(word_at(w, i)->text, sv_cstr(mark));
}

static bool is_quote_mark(const struct words *w, size_t i)
{
	return is_mark(w, i, "\"") || is_mark(w, i, "“") || is_mark(w, i, "”");
}

/* May word i be inside a noun phrase that ends at its right? "of" and a full stop after a title belong to it. */
static bool joins_phrase(const struct words *w, size_t i)
{
	const struct word *it = word_at(w, i);
	if (sv_eq(it->lower, SV("of")))
		return true;
	if (is_mark(w, i, "."))
		return i > 0 && speech_is_title(word_at(w, i - 1)->lower);
	return !it->is_mark && !speech_is_boundary(it->lower) && !speech_is_verb(it->lower) &&
	       !(speech_is_filler(it->lower) && !it->is_capital) && !speech_is_weekday(it->lower);
}

/* The noun phrase whose last word is `last`, not running left of `floor`. */
static struct phrase phrase_before(const struct words *w, size_t last, size_t floor)
{
	size_t first = last + 1;
	while (first > floor && joins_phrase(w, first - 1)) {
		first--;
		/* A determiner opens a phrase, unless "of" goes on before it. */
		if (speech_is_determiner(word_at(w, first)->lower) && !(first > floor && word_is(w, first - 1, SV("of"))))
			break;
	}
	while (first <= last && word_is(w, first, SV("of")))
		first++;
	return (struct phrase){ first, last + 1 };
}

/* The noun phrase that starts at word i: an inverted subject ("..., said General X") or what "according to" names. */
static struct phrase phrase_after(const struct words *w, size_t i)
{
	size_t end = i;
	while (end < w->n && end - i < 12 && joins_phrase(w, end)) {
		bool opens_another = end > i && speech_is_determiner(word_at(w, end)->lower) && !word_is(w, end - 1, SV("of"));
		if (opens_another)
			break;
		end++;
	}
	while (end > i && word_is(w, end - 1, SV("of")))
		end--;
	return (struct phrase){ i, end };
}

static bool is_name_like(const struct words *w, struct phrase p)
{
	for (size_t i = p.first; i < p.end; i++)
		if (word_at(w, i)->is_capital && !(i == 0 && speech_is_determiner(word_at(w, i)->lower)))
			return true;
	return false;
}

static bool is_anonymous(const struct words *w, struct phrase p)
{
	bool named = false;
	if (p.first == p.end || !speech_is_anonymous_head(word_at(w, p.end - 1)->lower))
		return false;
	for (size_t i = p.first + 1; i < p.end; i++)
		named = named || (word_at(w, i)->is_capital && i == p.end - 1);
	return !named;
}

/* A phrase with "we" or an auxiliary in it is a clause, and "the" alone is the head of one ("the estimated cost"). */
static bool is_clause(const struct words *w, struct phrase p)
{
	static const struct sv never[] = { SV_INIT("we"), SV_INIT("you"), SV_INIT("i"), SV_INIT("has"), SV_INIT("have"), SV_INIT("had"), SV_INIT("was"),
		SV_INIT("were"), SV_INIT("is"), SV_INIT("are"), SV_INIT("will"), SV_INIT("would") };
	if (p.end - p.first == 1 && speech_is_determiner(word_at(w, p.first)->lower))
		return true;
	for (size_t i = p.first; i < p.end; i++)
		for (size_t k = 0; k < sizeof(never) / sizeof(*never); k++)
			if (sv_eq(word_at(w, i)->lower, never[k]))
				return true;
	return false;
}

/* Can this phrase speak? A name, a pronoun, an unnamed source, or "the ministry" and its like. */
static bool can_speak(const struct words *w, struct phrase p)
{
	if (p.first >= p.end || is_clause(w, p))
		return false;
	struct sv head = word_at(w, p.end - 1)->lower;
	return is_name_like(w, p) || speech_is_pronoun(head) || speech_is_anonymous_head(head) ||
	       speech_is_determiner(word_at(w, p.first)->lower);
}

/* Steps left over an apposition: "General X, head of Y, told" and "Trump, who is trailing, has": to before its first comma. */
static size_t before_apposition(const struct words *w, size_t comma)
{
	for (size_t i = comma; i > 0; i--)
		if (is_mark(w, i - 1, ","))
			return i - 1;
	return comma;
}

/* The subject that stands before the verb at `verb`. */
static struct phrase subject_before(const struct words *w, size_t verb)
{
	size_t last = verb;
	while (last > 0 && !word_at(w, last - 1)->is_mark && speech_is_filler(word_at(w, last - 1)->lower))
		last--;
	if (last == 0)
		return (struct phrase){ 0, 0 };
	if (is_mark(w, last - 1, ",")) {
		size_t comma = before_apposition(w, last - 1);
		if (comma == last - 1 || comma == 0)
			return (struct phrase){ 0, 0 };
		return phrase_before(w, comma - 1, 0);
	}
	return phrase_before(w, last - 1, 0);
}

/* ", said General X" and "” said X": only after the end of what was said. */
static struct phrase subject_after(const struct words *w, size_t verb)
{
	bool after_content = verb > 0 && (is_mark(w, verb - 1, ",") || is_quote_mark(w, verb - 1));
	struct phrase p = phrase_after(w, verb + 1);
	/* What goes on behind the name is what was said: "the adviser, said Berg's plan would fail". */
	bool is_last = word_at(w, p.end)->is_mark || speech_is_weekday(word_at(w, p.end)->lower) || word_is(w, p.end, SV("on"));
	return after_content && is_last && is_name_like(w, p) ? p : (struct phrase){ 0, 0 };
}

static struct span span_of(const struct words *w, struct phrase p)
{
	return p.first < p.end ? (struct span){ w->v[p.first].at.start, w->v[p.end - 1].at.end } : (struct span){ 0, 0 };
}

/* The last person named whose name ends in this surname, or carries this title ("the general"). */
static struct sv resolve(const struct speech_context *c, struct sv name)
{
	struct sv bare = sv_starts_icase(name, SV("the ")) ? sv_sub(name, 4, name.n) : name;
	for (size_t i = c->n; i > 0; i--) {
		struct sv known = c->names[i - 1];
		bool is_surname = known.n > bare.n && sv_ends_icase(known, bare) && known.p[known.n - bare.n - 1] == ' ';
		bool is_title = speech_is_title(bare) && sv_starts_icase(known, bare);
		if (is_surname || is_title)
			return known;
	}
	return name;
}

static void remember(struct speech_context *c, struct sv name)
{
	if (sv_find_char(name, ' ', 0) < name.n) {
		if (c->n == SPEECH_NAMES) {
			for (size_t i = 1; i < c->n; i++)
				c->names[i - 1] = c->names[i];
			c->n--;
		}
		c->names[c->n++] = name;
	}
	c->last = name;
}

static void set_speaker(struct reading *r, struct phrase p)
{
	struct sv name = word_span(r->text, &r->w, p.first, p.end), outlet = SV_NONE;
	if (p.first >= p.end || r->to->speaker.p != NULL)
		return;
	r->to->source = span_of(&r->w, p);
	if (outlet_at(r->text, &r->w, p.first, &outlet) == p.end - p.first) { /* "the BBC reported": a way, not a claimant */
		r->to->via = outlet;
		r->to->via_at = r->to->source;
		return;
	}
	r->to->is_anonymous = is_anonymous(&r->w, p);
	if (p.end - p.first == 1 && speech_is_pronoun(word_at(&r->w, p.first)->lower)) {
		r->to->speaker = r->context->last;
		return;
	}
	r->to->speaker = resolve(r->context, name);
	if (!sv_eq(r->to->speaker, name)) /* "the general", and we know which */
		r->to->is_anonymous = false;
	if (!r->to->is_anonymous && is_name_like(&r->w, p))
		remember(r->context, r->to->speaker);
}

/* What was said: behind the verb (and its "that"), or everything before it where the subject came after. */
static void set_content(struct reading *r, size_t verb, struct phrase subject)
{
	const struct words *w = &r->w;
	size_t from = verb + 1;
	if (subject.first > verb || (subject.first > 0 && is_mark(w, subject.first - 1, ","))) {
		size_t end = subject.first > verb ? verb : subject.first;
		while (end > 0 && is_mark(w, end - 1, ","))
			end--;
		r->to->content = span_of(w, (struct phrase){ 0, end });
		return;
	}
	for (size_t i = from; i < w->n && i < verb + 14; i++)
		if (word_is(w, i, SV("that")))
			from = i + 1;
	size_t end = w->n;
	while (end > from && word_at(w, end - 1)->is_mark && !is_quote_mark(w, end - 1))
		end--;
	r->to->content = span_of(w, (struct phrase){ from, end });
}

/* "according to the mayor": a claimant without a verb. */
static void find_according(struct reading *r)
{
	static const struct sv heads[][2] = { { SV_INIT("according"), SV_INIT("to") }, { SV_INIT("citing"), { "", 0 } }, { SV_INIT("quoting"), { "", 0 } } };
	for (size_t i = 0; r->to->speaker.p == NULL && i < r->w.n; i++)
		for (size_t k = 0; k < sizeof(heads) / sizeof(*heads); k++) {
			size_t n = heads[k][1].n > 0 ? 2 : 1;
			if (!word_is(&r->w, i, heads[k][0]) || (n == 2 && !word_is(&r->w, i + 1, heads[k][1])))
				continue;
			struct phrase p = phrase_after(&r->w, i + n);
			struct span at = span_of(&r->w, p);
			bool is_way = r->to->via.p && at.start < r->to->via_at.end && r->to->via_at.start < at.end;
			bool is_thing = n == 1 && !is_name_like(&r->w, p) && !is_anonymous(&r->w, p); /* "citing the cost" */
			if (p.first == p.end || is_way || is_thing)
				continue;
			set_speaker(r, p);
			r->to->cue = span_of(&r->w, (struct phrase){ i, i + n });
		}
}

static void find_speaker(struct reading *r)
{
	const struct words *w = &r->w;
	for (size_t i = 0; i < w->n; i++) {
		if (!speech_is_verb(word_at(w, i)->lower))
			continue;
		struct phrase subject = subject_after(w, i);
		if (subject.first == subject.end)
			subject = subject_before(w, i);
		bool opens_sentence = subject.first == 0 && subject.end == 1;
		bool too_vague = speech_is_noun_too(word_at(w, i)->lower) && (opens_sentence || !is_name_like(w, subject));
		if (!can_speak(w, subject) || too_vague)
			continue;
		set_speaker(r, subject);
		r->to->cue = word_at(w, i)->at;
		set_content(r, i, subject);
		return;
	}
}

/* The words of a span as a phrase. */
static struct phrase phrase_of(const struct words *w, struct span at)
{
	struct phrase p = { 0, 0 };
	for (size_t i = 0; i < w->n; i++) {
		if (w->v[i].at.start < at.end && w->v[i].at.end > at.start) {
			p.first = p.end == 0 ? i : p.first;
			p.end = i + 1;
		}
	}
	return p;
}

/* What is longer is a list or no text. */
enum { MODEL_WORDS = 200 };

/* Where no rule finds a claimant the trained model may, if what it takes for the content is most of the sentence. */
static void ask_model(struct reading *r, struct span sentence)
{
	struct speech_relations list;
	speech_link_paragraph(r->a, r->text, &sentence, 1, speech_data_model(), &list);
	for (size_t i = 0; i < list.n; i++) {
		const struct speech_relation *x = &list.v[i];
		struct phrase p = phrase_of(&r->w, x->source);
		bool is_most = x->n_content > 0 && 2 * (x->content[0].end - x->content[0].start) > sentence.end - sentence.start;
		if (!is_most || x->source.end == x->source.start || !can_speak(&r->w, p))
			continue;
		set_speaker(r, p);
		r->to->cue = x->cue;
		r->to->content = x->content[0];
		return;
	}
}

static bool has_quotation(const struct words *w)
{
	size_t inside = 0;
	bool open = false;
	for (size_t i = 0; i < w->n; i++) {
		if (is_quote_mark(w, i)) {
			open = !open;
			inside = open ? 0 : inside;
		} else if (open && !word_at(w, i)->is_mark && ++inside >= 3) {
			return true;
		}
	}
	return false;
}

void attribution_find(struct arena *a, struct sv text, struct span sentence, struct speech_context *inout, struct attribution *ret)
{
	struct reading r = { .a = a, .text = text, .context = inout, .to = ret };
	*ret = (struct attribution){ 0 };
	word_list(a, text, sentence, &r.w);
	find_speaker(&r);
	struct outlet_way way;
	outlet_way_find(text, &r.w, &way);
	if (way.name.p) {
		ret->via = way.name;
		ret->via_at = way.at;
	}
	find_according(&r);
	if (ret->speaker.p == NULL && ret->via.p == NULL && r.w.n <= MODEL_WORDS)
		ask_model(&r, sentence);
	ret->is_direct = has_quotation(&r.w);
}

/* The first listed word that occurs decides; stronger ones stand first. */
static const struct {
	struct sv word;
	enum hedge_kind kind;
} hedges[] = {
	{ SV_INIT("denied"), HEDGE_DENIED }, { SV_INIT("denies"), HEDGE_DENIED }, { SV_INIT("rejected"), HEDGE_DENIED },
	{ SV_INIT("alleged"), HEDGE_ALLEGED }, { SV_INIT("allegedly"), HEDGE_ALLEGED }, { SV_INIT("reportedly"), HEDGE_ALLEGED },
	{ SV_INIT("accused"), HEDGE_ALLEGED }, { SV_INIT("may"), HEDGE_MAY }, { SV_INIT("might"), HEDGE_MAY },
	{ SV_INIT("could"), HEDGE_MAY }, { SV_INIT("possibly"), HEDGE_MAY }, { SV_INIT("perhaps"), HEDGE_MAY },
	{ SV_INIT("expected"), HEDGE_EXPECTED }, { SV_INIT("likely"), HEDGE_EXPECTED }, { SV_INIT("forecast"), HEDGE_EXPECTED },
	{ SV_INIT("plans"), HEDGE_PLANNED }, { SV_INIT("planned"), HEDGE_PLANNED }, { SV_INIT("plan"), HEDGE_PLANNED },
	{ SV_INIT("aims"), HEDGE_PLANNED }, { SV_INIT("aimed"), HEDGE_PLANNED }, { SV_INIT("goal"), HEDGE_PLANNED },
	{ SV_INIT("intends"), HEDGE_PLANNED }, { SV_INIT("intended"), HEDGE_PLANNED }, { SV_INIT("hopes"), HEDGE_PLANNED },
};

enum hedge_kind attribution_hedge(const struct words *w)
{
	for (size_t k = 0; k < sizeof(hedges) / sizeof(*hedges); k++)
		for (size_t i = 0; i < w->n; i++)
			/* "May" with a capital inside a sentence is the month. */
			if (sv_eq(word_at(w, i)->lower, hedges[k].word) && !(i > 0 && word_at(w, i)->is_capital))
				return hedges[k].kind;
	return HEDGE_NONE;
}
