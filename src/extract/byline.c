#include "extract/byline.h"

#include "base/buf.h"
#include "base/limits.h"
#include "base/vec.h"
#include "extract/person.h"

enum { BYLINE_BYTES = 250, LINES_ABOVE = 8, LINES_BELOW = 6 };

struct finder {
	struct arena *a;
	const struct clues *clues;
	struct sv site;
	VEC(struct finding) authors;
	struct finding agency;
};

static void note_agency(struct finder *finder, struct sv text, struct sv from)
{
	struct sv agency = agency_in(text);
	if (agency.n > 0 && finder->agency.value.n == 0)
		finder->agency = (struct finding){ agency, from };
}

/* Takes the people of one text; those there already are not taken twice. */
static void take(struct finder *finder, struct sv text, struct sv from, bool may_be_single)
{
	struct people people = people_in(finder->a, tidy_line(finder->a, text), finder->site, may_be_single);
	note_agency(finder, text, from);
	for (size_t i = 0; i < people.n && finder->authors.n < LIMIT_ARTICLE_AUTHORS; i++) {
		bool is_known = false;
		for (size_t k = 0; k < finder->authors.n; k++)
			is_known |= sv_eq_icase(finder->authors.v[k].value, people.v[i]);
		if (!is_known)
			*VEC_PUSH(finder->a, &finder->authors) = (struct finding){ people.v[i], from };
	}
}

static void from_data(struct finder *finder)
{
	const struct structured *data = &finder->clues->data;
	for (size_t i = 0; i < data->n_authors; i++)
		take(finder, data->authors[i], SV("json-ld author"), true);
}

static void from_metas(struct finder *finder)
{
	static const struct sv names[] = { SV_INIT("parsely-author"), SV_INIT("sailthru.author"), SV_INIT("citation_author"), SV_INIT("byl"), SV_INIT("author"), SV_INIT("dc.creator"),
					   SV_INIT("dcterms.creator"), SV_INIT("dc.creator.name"), SV_INIT("article:author_name"), SV_INIT("article:author"),
					   SV_INIT("og:article:author"), SV_INIT("cxenseparse:author"), SV_INIT("twitter:creator:name") };
	const struct metas *metas = &finder->clues->metas;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names) && finder->authors.n == 0; i++)
		for (size_t k = 0; k < metas->n; k++) /* some repeat the meta for each author */
			if (sv_eq(metas->v[k].name, names[i]) && sv_find(metas->v[k].content, SV("://"), 0) == metas->v[k].content.n)
				take(finder, metas->v[k].content, arena_printf(finder->a, "meta " SV_FMT, SV_ARG(names[i])), true);
}

/* An element's text with a bar between text nodes, so that a name and what follows it stay apart. */
static struct sv barred_text(struct finder *finder, dom_id node)
{
	const struct dom *dom = finder->clues->in->dom;
	AUTO_BUF out = BUF_INIT(BYLINE_BYTES * 2);
	for (dom_id i = node; i < dom->v[node].end; i++) {
		dom_id parent = dom->v[i].parent;
		if (dom->v[i].kind != DOM_TEXT || sv_trim(dom->v[i].text).n == 0 || dom_is(dom, parent, DOM_TAG_script) ||
		    dom_is(dom, parent, DOM_TAG_style) || dom_is(dom, parent, DOM_TAG_time))
			continue;
		if (out.n > 0)
			buf_add(&out, SV(" | "));
		buf_add(&out, sv_trim(dom->v[i].text));
	}
	return out.failed ? SV_NONE : arena_sv(finder->a, buf_sv(&out));
}

/* Is the node part of the article's head or foot, and not of a comment, a teaser or another article's byline? */
static bool is_near_article(const struct clues *clues, dom_id node)
{
	const struct page *page = clues->page;
	const struct landmarks *marks = clues->marks;
	const uint32_t strange = UINT32_C(1) << CONCEPT_COMMENT | UINT32_C(1) << CONCEPT_RELATED | UINT32_C(1) << CONCEPT_TEASER;
	uint32_t line = page->places[node].line, from = marks->h1_line < marks->first ? marks->h1_line : marks->first;
	from = from > LINES_ABOVE ? from - LINES_ABOVE : 0;
	if (page->places[node].inside & (INSIDE_NAV | INSIDE_FOOTER | INSIDE_FORM))
		return false;
	for (dom_id at = node; at != 0 && !page_holds(page, at, marks->container); at = page->dom->v[at].parent)
		if (page->places[at].own & strange)
			return false;
	return line >= from && line <= marks->first + LINES_BELOW;
}

static bool has_word(struct sv words, struct sv word)
{
	struct sv one;
	while (sv_split(&words, ' ', &one))
		if (sv_eq_icase(one, word))
			return true;
	return false;
}

static void from_rel(struct finder *finder)
{
	const struct dom *dom = finder->clues->in->dom;
	for (dom_id i = dom_next_tag(dom, 0, 0, DOM_TAG_a); i != DOM_NONE; i = dom_next_tag(dom, 0, i, DOM_TAG_a))
		if (has_word(dom_attr(dom, i, SV("rel")), SV("author")) && is_near_article(finder->clues, i))
			take(finder, barred_text(finder, i), SV("link rel=author"), true);
}

static void from_itemprop(struct finder *finder)
{
	const struct dom *dom = finder->clues->in->dom;
	for (dom_id i = 1; i < dom->n; i++) {
		if (dom->v[i].kind != DOM_ELEMENT || dom->v[i].n_attrs == 0 || !has_word(dom_attr(dom, i, SV("itemprop")), SV("author")) || !is_near_article(finder->clues, i))
			continue;
		struct sv text = SV_NONE;
		for (dom_id k = i; k < dom->v[i].end && text.n == 0; k++)
			if (dom->v[k].kind == DOM_ELEMENT && has_word(dom_attr(dom, k, SV("itemprop")), SV("name")))
				text = dom_attr(dom, k, SV("content")).n ? dom_attr(dom, k, SV("content")) : barred_text(finder, k);
		take(finder, text.n ? text : barred_text(finder, i), SV("itemprop author"), true);
	}
}

/* A byline element: the links in it that are names, else its text. */
static void from_element(struct finder *finder, dom_id node)
{
	const struct dom *dom = finder->clues->in->dom;
	size_t before = finder->authors.n;
	for (dom_id i = dom_next_tag(dom, node, node, DOM_TAG_a); i != DOM_NONE; i = dom_next_tag(dom, node, i, DOM_TAG_a))
		take(finder, barred_text(finder, i), SV("byline element"), false);
	if (finder->authors.n == before)
		take(finder, barred_text(finder, node), SV("byline element"), false);
}

static void from_elements(struct finder *finder)
{
	const struct clues *clues = finder->clues;
	const struct dom *dom = clues->in->dom;
	for (dom_id i = 1; i < dom->n && finder->authors.n == 0; i++) {
		uint32_t own = clues->page->places[i].own;
		if (dom->v[i].kind != DOM_ELEMENT || (own & UINT32_C(1) << CONCEPT_BYLINE) == 0 || page_words(clues->page, i) > 40 || !is_near_article(clues, i))
			continue;
		from_element(finder, i);
	}
}

/* A line of the article's head that starts like a byline. */
static void from_lines(struct finder *finder)
{
	static const struct sv starts[] = { SV_INIT("By "), SV_INIT("BY "), SV_INIT("Von "), SV_INIT("Par "), SV_INIT("Por "), SV_INIT("Written by "), SV_INIT("by "), SV_INIT("Posted by ") };
	const struct clues *clues = finder->clues;
	const struct page *page = clues->page;
	for (uint32_t i = 0; i < page->n_lines && finder->authors.n == 0; i++) {
		const struct line *line = &page->lines[i];
		if (line->words > 25 || !is_near_article(clues, line->node))
			continue;
		for (size_t k = 0; k < sizeof(starts) / sizeof(*starts); k++)
			if (sv_starts(line->text, starts[k])) {
				take(finder, line->text, SV("byline in words"), false);
				break;
			}
	}
}

/* An agency named where a text starts ("LONDON (Reuters) -") or ends ("dpa/afp"). */
static void agency_in_text(struct finder *finder)
{
	const struct clues *clues = finder->clues;
	const struct page *page = clues->page;
	if (clues->marks->first >= page->n_lines)
		return;
	struct sv head = sv_sub(page->lines[clues->marks->first].text, 0, 60);
	size_t open = sv_find_char(head, '(', 0), close = sv_find_char(head, ')', open);
	if (close < head.n)
		note_agency(finder, sv_sub(head, open, close), SV("dateline"));
}

void byline_find(struct arena *a, const struct clues *clues, struct sv site, struct byline *ret)
{
	static void (*const sources[])(struct finder *) = { from_data, from_metas, from_rel, from_itemprop, from_elements, from_lines };
	struct finder finder = { .a = a, .clues = clues, .site = site };
	for (size_t i = 0; i < sizeof(sources) / sizeof(*sources) && finder.authors.n == 0; i++)
		sources[i](&finder);
	agency_in_text(&finder);
	*ret = (struct byline){ finder.authors.v, finder.authors.n, finder.agency };
}
