#include "extract/choose.h"

#include "base/limits.h"
#include "base/vec.h"
#include "extract/phrase.h"

/* A table row is joined from cells up to here; all blocks together stay under what article_json_read takes. */
enum { ROW_BYTES = 4000 };

#define CONCEPT_BIT(name) (UINT32_C(1) << CONCEPT_##name)
#define PHRASE_BIT(name) (UINT32_C(1) << PHRASE_##name)

/* Class words of furniture: between a line and the running text's container they damn it. */
static const uint32_t furniture = CONCEPT_BIT(COMMENT) | CONCEPT_BIT(SHARE) | CONCEPT_BIT(RELATED) | CONCEPT_BIT(NAV) | CONCEPT_BIT(TAGS) |
				  CONCEPT_BIT(FOOTER) | CONCEPT_BIT(AD) | CONCEPT_BIT(SIGNUP) | CONCEPT_BIT(CONSENT) | CONCEPT_BIT(BIO) | CONCEPT_BIT(POPUP) |
				  CONCEPT_BIT(HIDDEN) | CONCEPT_BIT(TOC) | CONCEPT_BIT(BYLINE) | CONCEPT_BIT(CAPTION);
/* Lines that start so are furniture wherever they stand. */
static const uint32_t furniture_phrases = PHRASE_BIT(MORE) | PHRASE_BIT(SHARE) | PHRASE_BIT(SIGNUP) | PHRASE_BIT(LEGAL) | PHRASE_BIT(AD) | PHRASE_BIT(COMMENT) |
					  PHRASE_BIT(CREDIT) | PHRASE_BIT(BIO) | PHRASE_BIT(DATE) | PHRASE_BIT(MEDIA);
static const uint32_t never_inside = INSIDE_NAV | INSIDE_ASIDE | INSIDE_FOOTER | INSIDE_FORM | INSIDE_DIALOG | INSIDE_HIDDEN | INSIDE_NOSCRIPT | INSIDE_FIGCAPTION;

/* Class words of the elements between the line and the container, both left out when they are the container itself. */
static uint32_t words_above(const struct clues *clues, dom_id node)
{
	uint32_t bits = 0;
	for (dom_id at = node; at != DOM_NONE && at != 0 && !page_holds(clues->page, at, clues->marks->container); at = clues->page->dom->v[at].parent)
		bits |= clues->page->places[at].own;
	return bits;
}

/* How much is believed of class words and enclosing elements; the next one is tried while hardly any prose is kept. */
enum trust { TRUST_CLASSES, TRUST_ELEMENTS, TRUST_WORDS, TRUST_N };

static bool is_furniture(const struct clues *clues, const struct describer *d, uint32_t i, enum trust trust)
{
	const struct line *line = &clues->page->lines[i];
	uint32_t above = words_above(clues, line->node) & furniture, phrases = d->phrases[i];
	if ((phrases & PHRASE_BIT(CORRECTION)) && line->words > 6)
		return false;
	if ((trust <= TRUST_ELEMENTS && (line->inside & never_inside)) || (trust == TRUST_CLASSES && above))
		return true;
	if (line_is_running(line) && line->words > 25)
		return false;
	return (phrases & furniture_phrases) != 0 || (d->repeats[i] > 1 && line->words > 2 && !line_is_running(line));
}

/* Text that reads as part of the article: running text, or shorter lines that are hardly linked. */
static bool is_text(const struct line *line)
{
	if (line->inside & (INSIDE_HEADING | INSIDE_LIST | INSIDE_TABLE | INSIDE_QUOTE | INSIDE_PRE))
		return line->link_chars * 2 < line->chars;
	return line_is_running(line) || (line->words >= 3 && line->link_chars * 3 < line->chars) || (line->inside & INSIDE_PARAGRAPH && line->link_chars * 2 < line->chars);
}

static bool is_kept(const struct clues *clues, const struct describer *d, uint32_t i, enum trust trust)
{
	const struct landmarks *marks = clues->marks;
	const struct line *line = &clues->page->lines[i];
	/* A last line after the last running one: a short closing paragraph or list, not far behind. */
	if (i < marks->first || i > marks->last + 3 || !page_holds(clues->page, marks->container, line->node))
		return false;
	if (is_furniture(clues, d, i, trust))
		return false;
	return i <= marks->last ? is_text(line) : (line->inside & (INSIDE_PARAGRAPH | INSIDE_ITEM)) && line->words > 3 && line->link_chars * 5 < line->chars;
}

static int heading_level(const struct dom *dom, dom_id node)
{
	for (; node != DOM_NONE && node != 0; node = dom->v[node].parent)
		for (int level = 1; level <= 6; level++)
			if (dom_is(dom, node, (enum dom_tag)(DOM_TAG_h1 + level - 1)))
				return level;
	return 2;
}

static int list_level(const struct dom *dom, dom_id node)
{
	int level = 0;
	for (; node != DOM_NONE && node != 0; node = dom->v[node].parent)
		level += dom_is(dom, node, DOM_TAG_ul) || dom_is(dom, node, DOM_TAG_ol);
	return level < 1 ? 1 : level > LIMIT_BLOCK_LEVEL ? LIMIT_BLOCK_LEVEL : level;
}

static struct block make_block(const struct clues *clues, const struct describer *d, uint32_t i)
{
	const struct line *line = &clues->page->lines[i];
	const struct dom *dom = clues->page->dom;
	uint32_t words = words_above(clues, line->node);
	struct block block = { .kind = BLOCK_PARAGRAPH, .text = line->text };
	if ((d->phrases[i] & PHRASE_BIT(CORRECTION)) && line->words > 6)
		block.kind = BLOCK_CORRECTION;
	else if (line->inside & INSIDE_HEADING)
		block = (struct block){ BLOCK_HEADING, heading_level(dom, line->node), line->text };
	else if (words & CONCEPT_BIT(EMBED))
		block.kind = BLOCK_EMBED;
	else if (line->inside & INSIDE_CELL)
		block.kind = BLOCK_TABLE_ROW;
	else if (line->inside & INSIDE_ITEM)
		block = (struct block){ BLOCK_LIST_ITEM, list_level(dom, line->node), line->text };
	else if (line->inside & INSIDE_QUOTE)
		block.kind = BLOCK_QUOTE;
	else if (words & CONCEPT_BIT(SUMMARY))
		block.kind = BLOCK_STANDFIRST;
	return block;
}

static dom_id row_of(const struct dom *dom, dom_id node)
{
	while (node != 0 && !dom_is(dom, node, DOM_TAG_tr))
		node = dom->v[node].parent;
	return node;
}

/* The highest trust under which at least two fifths of the container's running words are kept. */
static enum trust choose_trust(const struct clues *clues, const struct describer *d)
{
	const struct page *page = clues->page;
	const uint32_t *running = clues->marks->running_before;
	for (enum trust trust = TRUST_CLASSES; trust < TRUST_WORDS; trust++) {
		uint32_t kept = 0;
		for (uint32_t i = 0; i < page->n_lines; i++)
			kept += running[i + 1] > running[i] && is_kept(clues, d, i, trust) ? page->lines[i].words : 0;
		if (kept * 5 >= landmarks_running(page, clues->marks, clues->marks->container) * 2)
			return trust;
	}
	return TRUST_WORDS;
}

void choose_blocks(struct arena *a, const struct clues *clues, const struct describer *d, struct sv title, struct article *ret)
{
	const struct page *page = clues->page;
	VEC(struct block) blocks = { 0 };
	dom_id last_row = 0;
	size_t bytes = 0;
	enum trust trust = choose_trust(clues, d);
	for (uint32_t i = 0; i < page->n_lines && blocks.n < LIMIT_ARTICLE_BLOCKS; i++) {
		if (!is_kept(clues, d, i, trust))
			continue;
		struct block block = make_block(clues, d, i);
		if (block.kind == BLOCK_HEADING && sv_eq(block.text, title))
			continue;
		dom_id row = block.kind == BLOCK_TABLE_ROW ? row_of(page->dom, page->lines[i].node) : 0;
		bytes += block.text.n + 3;
		if (bytes > LIMIT_ARTICLE_TEXT)
			break;
		if (row != 0 && row == last_row && blocks.n > 0 && blocks.v[blocks.n - 1].text.n < ROW_BYTES) {
			struct block *before = &blocks.v[blocks.n - 1];
			before->text = arena_printf(a, SV_FMT " | " SV_FMT, SV_ARG(before->text), SV_ARG(block.text));
			continue;
		}
		last_row = row;
		*VEC_PUSH(a, &blocks) = block;
	}
	while (blocks.n > 0 && blocks.v[blocks.n - 1].kind == BLOCK_HEADING)
		blocks.n--;
	ret->blocks = blocks.v;
	ret->n_blocks = blocks.n;
}
