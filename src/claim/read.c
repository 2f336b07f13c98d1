/* From a text to its claims: sentences, and in each what it says, how much, when, where and who says so. */
#include "base/err.h"
#include "base/limits.h"
#include "base/vec.h"
#include "claim/attribution.h"
#include "claim/claim.h"
#include "claim/date.h"
#include "claim/kind.h"
#include "claim/quantity.h"
#include "claim/split.h"
#include "claim/worth.h"
#include "text/segment.h"

struct reader {
	struct arena *a, *scratch; /* scratch: what one sentence's score needs, forgotten behind it */
	const struct claim_input *in;
	struct speech_context speech;
	struct place_context places;
	struct {
		struct claim *v;
		size_t n, cap;
	} found;
};

static bool is_read_language(struct sv lang)
{
	return lang.n == 0 || sv_starts_icase(lang, SV("en"));
}

/* The line that a sentence stands in. */
static struct sv line_around(struct sv text, struct span sentence)
{
	size_t start = sentence.start, end = sv_find_char(text, '\n', sentence.start);
	while (start > 0 && text.p[start - 1] != '\n')
		start--;
	return sv_sub(text, start, end);
}

/* Is one of the dates over before the text came out (side -1), or does one end after it (side 1)? */
static bool has_date(const struct reader *r, const struct date_refs *dates, int side)
{
	for (size_t i = 0; i < dates->n && r->in->published != DAY_NONE; i++) {
		int32_t hi = dates->v[i].hi;
		bool is_so = side < 0 ? hi < r->in->published : hi > r->in->published;
		if (hi != DAY_NONE && is_so)
			return true;
	}
	return false;
}

static enum block_kind block_of(const struct claim_input *in, size_t line)
{
	return in->line_kinds != NULL && line < in->n_lines ? (enum block_kind)in->line_kinds[line] : BLOCK_PARAGRAPH;
}

/* What is understood of one sentence. */
struct sentence {
	struct span at;
	size_t line;
	struct words w;
	struct quantities q;
	struct date_refs dates;
	struct attribution said;
};

static void judge(const struct reader *r, const struct words *w, const struct claim *c, struct kind_verdict *ret)
{
	const struct date_refs dates = { c->dates, c->n_dates };
	kind_judge(r->a, &(struct kind_input){ .w = w, .n_quantities = c->n_quantities, .n_dates = c->n_dates, .said = &c->said,
	    .has_past_date = has_date(r, &dates, -1), .has_future_date = has_date(r, &dates, 1) }, ret);
}

/* The quantities and dates that part i holds. */
static void take_part(struct arena *a, const struct sentence *s, const struct split_parts *parts, size_t i, struct claim *ret)
{
	struct quantity *q = ARENA_ARRAY(a, struct quantity, s->q.n);
	struct date_ref *d = ARENA_ARRAY(a, struct date_ref, s->dates.n);
	for (size_t k = 0; k < s->q.n; k++)
		if (split_holds(parts, i, s->q.v[k].number))
			q[ret->n_quantities++] = s->q.v[k];
	for (size_t k = 0; k < s->dates.n; k++)
		if (split_holds(parts, i, s->dates.v[k].when))
			d[ret->n_dates++] = s->dates.v[k];
	ret->quantities = q;
	ret->dates = d;
}

/* A clause beside what a claimant says ("the firm, which has 400 staff, said ...") is the article's own word. */
static struct attribution said_of(const struct attribution *said, const struct split_part *part)
{
	bool is_outside = said->content.end > said->content.start && (part->at.start >= said->content.end || part->at.end <= said->content.start);
	return part->is_inner && is_outside ? (struct attribution){ .via = said->via, .via_at = said->via_at } : *said;
}

static void add_claim(struct reader *r, const struct sentence *s, const struct split_parts *parts, size_t i)
{
	const struct split_part *part = &parts->v[i];
	struct claim c = { .sentence = s->at, .at = part->at, .line = s->line, .block = block_of(r->in, s->line), .wording = part->wording, .is_claim = true };
	struct words w;
	struct kind_verdict kind;
	c.quote = sv_sub(r->in->text, c.at.start, c.at.end);
	c.said = said_of(&s->said, part);
	take_part(r->a, s, parts, i, &c);
	word_list(r->a, part->wording, (struct span){ 0, part->wording.n }, &w);
	judge(r, &w, &c, &kind);
	c.score = worth_score(r->scratch, part->wording, (struct span){ 0, part->wording.n });
	arena_reset(r->scratch);
	c.kinds = kind.kinds;
	c.reasons = kind.reasons;
	c.n_reasons = kind.n_reasons;
	c.negated = kind.negated;
	c.hedge = attribution_hedge(&w);
	*VEC_PUSH(r->a, &r->found) = c;
}

/* The text, or as many of its characters as an article may have bytes. */
static struct sv as_much_as_is_read(struct sv text)
{
	size_t n = text.n < LIMIT_ARTICLE_TEXT ? text.n : LIMIT_ARTICLE_TEXT;
	while (n > 0 && n < text.n && ((unsigned char)text.p[n] & 0xC0) == 0x80)
		n--;
	return sv_sub(text, 0, n);
}

static void read_sentence(struct reader *r, struct span at, size_t line)
{
	struct sentence s = { .at = at, .line = line };
	struct kind_verdict kind;
	struct split_parts parts;
	word_list(r->a, r->in->text, at, &s.w);
	attribution_find(r->a, r->in->text, at, &r->speech, &s.said);
	s.said.is_direct |= block_of(r->in, line) == BLOCK_QUOTE;
	date_find(r->a, r->in->text, at, &(struct date_context){ .published = r->in->published }, &s.dates);
	quantity_find(r->a, r->in->text, at, &s.dates, &r->places, &s.q);
	judge(r, &s.w, &(struct claim){ .said = s.said, .n_quantities = s.q.n, .dates = s.dates.v, .n_dates = s.dates.n }, &kind);
	if (!kind.is_claim)
		return;
	split_sentence(r->a, &(struct split_input){ r->in->text, &s.w, &s.q, &s.dates, &s.said }, &parts);
	for (size_t i = 0; i < parts.n; i++)
		add_claim(r, &s, &parts, i);
}

void claim_read(struct arena *a, const struct claim_input *in, struct claim_list *ret)
{
	AUTO_ARENA scratch = arena_new(MIB(16));
	struct reader r = { .a = a, .scratch = scratch, .in = in };
	struct segments sentences;
	struct sv text = as_much_as_is_read(in->text);
	size_t used = arena_used(a);
	bool was_cut = text.n < in->text.n;
	*ret = (struct claim_list){ 0 };
	if (!is_read_language(in->lang))
		return;
	if (segment_sentences(a, text, in->lang, &sentences) < 0) {
		err_clear(); /* without sentence rules nothing is read, and the list says so */
		return;
	}
	bool is_boilerplate = false;
	for (size_t i = 0; i < sentences.n; i++) {
		struct span at = { sentences.v[i].start, sentences.v[i].end };
		if (r.found.n >= LIMIT_ARTICLE_CLAIMS || arena_used(a) - used > LIMIT_CLAIM_MEMORY) {
			was_cut = true;
			break;
		}
		if (i == 0 || sentences.v[i].line != sentences.v[i - 1].line)
			is_boilerplate = block_of(in, sentences.v[i].line) == BLOCK_TIME || kind_is_boilerplate(line_around(in->text, at));
		/* What is longer than any claim may be is no sentence that somebody wrote. */
		if (at.end - at.start <= LIMIT_CLAIM_CHARS && !is_boilerplate)
			read_sentence(&r, at, sentences.v[i].line);
	}
	*ret = (struct claim_list){ r.found.v, r.found.n, true, was_cut };
}
