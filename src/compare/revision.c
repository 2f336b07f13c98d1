#include "compare/revision.h"

#include "base/err.h"
#include "base/vec.h"
#include "claim/kind.h"
#include "claim/word.h"
#include "text/utf8.h"

/* Of an old sentence, how much must stand in a new one for it to be the same sentence, edited. */
#define SHARE_IN_PLACE 0.35
#define SHARE_ELSEWHERE 0.6
#define VOLATILE_WORDS 14

struct sv anchor_state_name(enum anchor_state s)
{
	static const struct sv names[ANCHOR_STATE_N] = { SV_INIT("intact"), SV_INIT("moved"), SV_INIT("edited"), SV_INIT("gone") };
	return names[s];
}

int revision_pair_open(struct arena *a, struct sv before, struct sv after, int32_t published, struct revision_pair *ret)
{
	*ret = (struct revision_pair){ .before = before, .after = after, .published = published };
	diff_texts(a, before, after, &ret->diff);
	int r = segment_sentences(a, after, SV_NONE, &ret->sentences);
	return r < 0 ? ERR_PASS(r) : 0;
}

/* The new sentence that holds most of the old one's kept words, and how much of it that is. */
static const struct segment *kept_in(const struct revision_pair *pair, struct span sentence, double *ret_share)
{
	const struct segment *best = NULL;
	size_t most = 0;
	for (size_t s = 0; s < pair->sentences.n; s++) {
		const struct segment *new = &pair->sentences.v[s];
		size_t kept = 0;
		for (size_t i = 0; i < pair->diff.n; i++) {
			const struct diff_run *run = &pair->diff.v[i];
			if (run->kind != DIFF_SAME || run->before.end <= sentence.start || run->before.start >= sentence.end || run->after.end <= new->start || run->after.start >= new->end)
				continue;
			/* The run's part of the old sentence, moved to where it stands now. */
			size_t from = run->before.start > sentence.start ? run->before.start : sentence.start, to = run->before.end < sentence.end ? run->before.end : sentence.end;
			size_t at = run->after.start + (from - run->before.start);
			kept += span_overlap((struct span){ at, at + (to - from) }, (struct span){ new->start, new->end });
		}
		if (kept > most) {
			most = kept;
			best = new;
		}
	}
	*ret_share = sentence.end > sentence.start ? (double)most / (double)(sentence.end - sentence.start) : 0;
	return best;
}

static struct sv segment_text(const struct revision_pair *pair, const struct segment *s)
{
	return sv_sub(pair->after, s->start, s->end);
}

/* Of the words in both, twice, over all words (Dice). */
static double likeness(const struct words *x, const struct words *y)
{
	size_t both = 0, n_x = 0, n_y = 0;
	for (size_t i = 0; i < x->n; i++) {
		bool found = false;
		for (size_t k = 0; k < y->n && !found && !x->v[i].is_mark; k++)
			found = sv_eq(x->v[i].lower, y->v[k].lower);
		both += found;
		n_x += !x->v[i].is_mark;
	}
	for (size_t k = 0; k < y->n; k++)
		n_y += !y->v[k].is_mark;
	return n_x + n_y > 0 ? 2.0 * (double)both / (double)(n_x + n_y) : 0;
}

static const struct segment *most_alike(struct arena *a, const struct revision_pair *pair, struct sv old, double *ret)
{
	struct words x, y;
	const struct segment *best = NULL;
	*ret = 0;
	word_list(a, old, (struct span){ 0, old.n }, &x);
	for (size_t i = 0; i < pair->sentences.n; i++) {
		struct sv text = segment_text(pair, &pair->sentences.v[i]);
		if (text.n > old.n * 3 || old.n > text.n * 3)
			continue;
		word_list(a, text, (struct span){ 0, text.n }, &y);
		double is = likeness(&x, &y);
		if (is <= *ret)
			continue;
		*ret = is;
		best = &pair->sentences.v[i];
	}
	return best;
}

static const struct segment *same_elsewhere(const struct revision_pair *pair, struct sv old)
{
	for (size_t i = 0; i < pair->sentences.n; i++)
		if (sv_eq(segment_text(pair, &pair->sentences.v[i]), old))
			return &pair->sentences.v[i];
	return NULL;
}

/* The claim's place in its new sentence: its own words where they still stand there, else the whole of it. */
static void place(const struct revision_pair *pair, const struct segment *in, struct span at, struct anchor *ret)
{
	struct sv text = segment_text(pair, in), quote = sv_sub(pair->before, at.start, at.end);
	size_t found = sv_find(text, quote, 0);
	ret->sentence = ret->at = (struct span){ in->start, in->end };
	if (quote.n > 0 && found < text.n)
		ret->at = (struct span){ in->start + found, in->start + found + quote.n };
}

void revision_anchor(struct arena *a, const struct revision_pair *pair, struct span at, struct span sentence, struct anchor *ret)
{
	struct sv old = sv_sub(pair->before, sentence.start, sentence.end);
	double share;
	const struct segment *new = kept_in(pair, sentence, &share), *elsewhere;
	*ret = (struct anchor){ .state = ANCHOR_GONE };
	if (new != NULL && share >= SHARE_IN_PLACE)
		edit_of(a, old, segment_text(pair, new), pair->published, &ret->edit);
	if (new != NULL && share >= SHARE_IN_PLACE && ret->edit.parts == 0) {
		ret->state = ANCHOR_INTACT;
	} else if ((elsewhere = same_elsewhere(pair, old)) != NULL) {
		*ret = (struct anchor){ .state = ANCHOR_MOVED };
		new = elsewhere;
	} else if (new != NULL && share >= SHARE_IN_PLACE) {
		ret->state = ANCHOR_EDITED;
	} else {
		new = most_alike(a, pair, old, &share);
		if (new == NULL || share < SHARE_ELSEWHERE)
			return;
		edit_of(a, old, segment_text(pair, new), pair->published, &ret->edit);
		ret->state = ret->edit.parts == 0 ? ANCHOR_MOVED : ANCHOR_EDITED;
	}
	place(pair, new, at, ret);
}

/* Words of lines that tell when or how often and nothing else. */
static const char volatile_words[] = " updated update published posted modified last first on at in by ago just now today yesterday am pm a.m p.m gmt utc bst est edt cst cdt pst pdt cet cest ist"
				     " jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december"
				     " mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday"
				     " second seconds sec secs minute minutes min mins hour hours hr hrs day days week weeks month months year years read reading time listen"
				     " comment comments share shares view views like likes reads follower followers vote votes reply replies reaction reactions k m ";

/* A number, or one with its unit glued on: "12", "10:45", "3rd", "1.2k", "15h". */
static bool is_digits(struct sv lower)
{
	size_t n = 0;
	while (n < lower.n && ascii_is_digit(lower.p[n]))
		n++;
	return n > 0 && lower.n - n <= 6;
}

static bool is_volatile(struct arena *a, struct sv line)
{
	struct words w;
	size_t n = 0, n_telling = 0;
	if (kind_is_boilerplate(line))
		return true;
	if (line.n > 120)
		return false;
	word_list(a, line, (struct span){ 0, line.n }, &w);
	for (size_t i = 0; i < w.n; i++) {
		struct sv lower = w.v[i].lower;
		if (w.v[i].is_mark)
			continue;
		if (!is_digits(lower) && !sv_is_listed(volatile_words, lower))
			return false;
		n++;
		n_telling += is_digits(lower) || sv_eq(lower, SV("ago")) || sv_eq(lower, SV("now"));
	}
	return n > 1 && n <= VOLATILE_WORDS && n_telling > 0;
}

/* Quotation marks, dashes and spaces in their plain shape. */
static uint32_t plain(uint32_t cp)
{
	static const struct {
		uint32_t from, to, is;
	} shapes[] = { { 0x2018, 0x201B, '\'' }, { 0x201C, 0x201F, '"' }, { 0x2010, 0x2015, '-' }, { 0xAD, 0xAD, 0 }, { 0x200B, 0x200D, 0 } };
	for (size_t i = 0; i < sizeof(shapes) / sizeof(*shapes); i++)
		if (cp >= shapes[i].from && cp <= shapes[i].to)
			return shapes[i].is;
	return utf8_is_space(cp) ? ' ' : cp;
}

/* The lines that count, in plain shapes, with single spaces between their words. */
static struct sv essence(struct arena *a, struct sv text)
{
	char *out = arena_alloc(a, text.n + 1);
	size_t n = 0, len;
	struct sv rest = text, line;
	while (sv_split(&rest, '\n', &line)) {
		if (is_volatile(a, line))
			continue;
		for (size_t at = 0; at <= line.n; at += len) {
			uint32_t cp = ' ';
			len = 1;
			if (at < line.n)
				cp = plain(utf8_at(line, at, &len));
			if (cp == 0 || (cp == ' ' && (n == 0 || out[n - 1] == ' ')))
				continue;
			n += utf8_put(out + n, cp);
		}
	}
	return (struct sv){ out, n };
}

bool revision_is_same(struct arena *a, struct sv before, struct sv after)
{
	return sv_eq(before, after) || sv_eq(essence(a, before), essence(a, after));
}

bool revision_is_notice(struct sv line)
{
	static const struct sv openings[] = { SV_INIT("correction:"), SV_INIT("corrections:"), SV_INIT("correction -"), SV_INIT("clarification:"), SV_INIT("clarification -"),
		SV_INIT("editor's note:"), SV_INIT("editor\xE2\x80\x99s note:"), SV_INIT("editors' note:"), SV_INIT("editors\xE2\x80\x99 note:"), SV_INIT("retraction:"),
		SV_INIT("this correction was") };
	static const struct sv phrases[] = { SV_INIT("an earlier version of this"), SV_INIT("a previous version of this"), SV_INIT("earlier versions of this"),
		SV_INIT("previous versions of this"), SV_INIT("was amended on"), SV_INIT("has been amended"), SV_INIT("has been corrected"), SV_INIT("was corrected on"),
		SV_INIT("has been updated to correct"), SV_INIT("was updated to correct"), SV_INIT("this article was amended"), SV_INIT("this story has been updated to reflect") };
	line = sv_trim(line);
	for (size_t i = 0; i < sizeof(openings) / sizeof(*openings); i++)
		if (sv_starts_icase(line, openings[i]))
			return true;
	for (size_t i = 0; i < sizeof(phrases) / sizeof(*phrases); i++)
		if (sv_find_icase(line, phrases[i], 0) < line.n)
			return true;
	return false;
}
