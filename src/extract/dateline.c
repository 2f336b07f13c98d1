#include "extract/dateline.h"

#include "extract/page_date.h"
#include "text/utf8.h"

enum { LINES_ABOVE = 10, LINES_BELOW = 8, DATE_LINE_BYTES = 160, FIRST_YEAR = 1995, VALUE_CHARS = 200 };

static const struct sv published_metas[] = {
	SV_INIT("article:published_time"), SV_INIT("article:published"), SV_INIT("og:article:published_time"), SV_INIT("datepublished"), SV_INIT("parsely-pub-date"),
	SV_INIT("sailthru.date"), SV_INIT("cxenseparse:recs:publishtime"), SV_INIT("og:published_time"), SV_INIT("og:pubdate"), SV_INIT("og:regdate"),
	SV_INIT("pubdate"), SV_INIT("publishdate"), SV_INIT("publish-date"), SV_INIT("publish_date"), SV_INIT("publication_date"), SV_INIT("published_date"), SV_INIT("date"),
	SV_INIT("dc.date.issued"), SV_INIT("dcterms.issued"), SV_INIT("dc.date"), SV_INIT("dcterms.date"), SV_INIT("dc.date.created"), SV_INIT("dcterms.created"),
	SV_INIT("citation_publication_date"), SV_INIT("citation_date"), SV_INIT("datecreated"), SV_INIT("article.published"), SV_INIT("article.created"), SV_INIT("displaydate"),
	SV_INIT("timestamp"), SV_INIT("last_published"), SV_INIT("originalpublicationdate"), SV_INIT("rnews:datepublished"), SV_INIT("article_date_original"), SV_INIT("weibo:article:create_at"),
};
static const struct sv modified_metas[] = {
	SV_INIT("article:modified_time"), SV_INIT("article:modified"), SV_INIT("og:updated_time"), SV_INIT("og:article:modified_time"), SV_INIT("datemodified"),
	SV_INIT("dcterms.modified"), SV_INIT("dc.date.modified"), SV_INIT("last-modified"), SV_INIT("lastmod"), SV_INIT("revised"), SV_INIT("article.updated"),
};

struct finder {
	struct arena *a;
	const struct clues *clues;
	enum date_order order;
	struct finding rejected;
};

/* Not before the web's newspapers and not more than a day after the fetch (zones). */
static bool is_believable(struct finder *finder, const struct dated *dated, struct sv written, struct sv from)
{
	int64_t now = finder->clues->in->now;
	bool is_future = now != 0 && now != INSTANT_NONE && dated->at > now + CLOCK_DAY;
	if (!is_future && dated->at >= day_from_civil((struct civil){ FIRST_YEAR, 1, 1 }) * CLOCK_DAY)
		return true;
	if (finder->rejected.value.n == 0)
		finder->rejected = (struct finding){ utf8_head(written, VALUE_CHARS), from };
	return false;
}

static bool take(struct finder *finder, struct sv written, struct sv from, struct dated *ret)
{
	struct dated dated;
	if (written.n == 0 || !page_date_value(written, finder->order, &dated) || !is_believable(finder, &dated, written, from))
		return false;
	dated.from = from;
	*ret = dated;
	return true;
}

static bool from_metas(struct finder *finder, const struct sv *names, size_t n, struct dated *ret)
{
	const struct metas *metas = &finder->clues->metas;
	for (size_t i = 0; i < n; i++) {
		struct sv written = metas_get(metas, names[i]);
		if (written.n > 0 && take(finder, written, arena_printf(finder->a, "meta " SV_FMT, SV_ARG(names[i])), ret))
			return true;
	}
	return false;
}

static bool published_in_metas(struct finder *finder, struct dated *ret)
{
	return from_metas(finder, published_metas, sizeof(published_metas) / sizeof(*published_metas), ret);
}

static bool published_in_data(struct finder *finder, struct dated *ret)
{
	return take(finder, finder->clues->data.published, SV("json-ld datePublished"), ret);
}

/* Near the article's head; a comment's, teaser's or rail's date is not. */
static bool is_near_head(const struct clues *clues, dom_id node)
{
	const struct page *page = clues->page;
	const struct landmarks *marks = clues->marks;
	const uint32_t strange = UINT32_C(1) << CONCEPT_COMMENT | UINT32_C(1) << CONCEPT_RELATED | UINT32_C(1) << CONCEPT_TEASER;
	uint32_t line = page->places[node].line, start = marks->h1_line < marks->first ? marks->h1_line : marks->first;
	if (page->places[node].inside & (INSIDE_NAV | INSIDE_FOOTER | INSIDE_ASIDE | INSIDE_FORM))
		return false;
	for (dom_id at = node; at != 0 && !page_holds(page, at, marks->container); at = page->dom->v[at].parent)
		if (page->places[at].own & strange)
			return false;
	return line + LINES_ABOVE >= start && (marks->first == page->n_lines || line <= marks->first + LINES_BELOW);
}

static bool published_in_itemprop(struct finder *finder, struct dated *ret)
{
	const struct dom *dom = finder->clues->in->dom;
	for (dom_id i = 1; i < dom->n; i++) {
		if (dom->v[i].kind != DOM_ELEMENT || dom->v[i].n_attrs == 0 || !sv_eq_icase(dom_attr(dom, i, SV("itemprop")), SV("datePublished")))
			continue;
		struct sv written = dom_attr(dom, i, SV("datetime"));
		written = written.n ? written : dom_attr(dom, i, SV("content"));
		if (take(finder, tidy_line(finder->a, written), SV("itemprop datePublished"), ret))
			return true;
	}
	return false;
}

static bool published_in_time(struct finder *finder, struct dated *ret)
{
	const struct clues *clues = finder->clues;
	const struct dom *dom = clues->in->dom;
	for (dom_id i = dom_next_tag(dom, 0, 0, DOM_TAG_time); i != DOM_NONE; i = dom_next_tag(dom, 0, i, DOM_TAG_time)) {
		if (!is_near_head(clues, i))
			continue;
		struct sv written = dom_attr(dom, i, SV("datetime"));
		if (take(finder, tidy_line(finder->a, written.n ? written : dom_text(finder->a, dom, i)), SV("time element"), ret))
			return true;
	}
	return false;
}

static bool is_about_change(struct sv line)
{
	static const struct sv words[] = { SV_INIT("updated"), SV_INIT("modified"), SV_INIT("aktualisiert"), SV_INIT("copyright"), SV_INIT("\xc2\xa9"), SV_INIT("mis \xc3\xa0 jour"), SV_INIT("actualizado") };
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (sv_find_icase(line, words[i], 0) < line.n)
			return true;
	return false;
}

/* A short line near the head with a date in it: first those whose element is a date or byline by name, then any. */
static bool published_in_words(struct finder *finder, struct dated *ret)
{
	const struct page *page = finder->clues->page;
	const uint32_t dates = UINT32_C(1) << CONCEPT_DATE | UINT32_C(1) << CONCEPT_BYLINE | UINT32_C(1) << CONCEPT_META;
	for (int is_any = 0; is_any < 2; is_any++)
		for (uint32_t i = 0; i < page->n_lines; i++) {
			const struct line *line = &page->lines[i];
			struct dated dated;
			if (line->text.n > DATE_LINE_BYTES || (!is_any && (page->places[line->node].own & dates) == 0) || !is_near_head(finder->clues, line->node))
				continue;
			if (is_about_change(line->text) || !page_date_in(line->text, finder->order, &dated, NULL) || !is_believable(finder, &dated, line->text, SV("date in words")))
				continue;
			dated.from = SV("date in words");
			*ret = dated;
			return true;
		}
	return false;
}

static bool published_in_url(struct finder *finder, struct dated *ret)
{
	struct dated dated;
	if (!page_date_in_url(finder->clues->in->url, &dated) || !is_believable(finder, &dated, finder->clues->in->url, SV("url")))
		return false;
	dated.from = SV("url");
	*ret = dated;
	return true;
}

void dateline_find(struct arena *a, const struct clues *clues, struct dateline *ret)
{
	static bool (*const sources[])(struct finder *, struct dated *) = { published_in_metas, published_in_data, published_in_itemprop, published_in_time,
									    published_in_words, published_in_url };
	struct finder finder = { .a = a, .clues = clues, .order = date_order_of(clues->lang) };
	*ret = (struct dateline){ .published.at = INSTANT_NONE, .modified.at = INSTANT_NONE };
	for (size_t i = 0; i < sizeof(sources) / sizeof(*sources); i++)
		if (sources[i](&finder, &ret->published))
			break;
	ret->rejected = ret->published.at == INSTANT_NONE ? finder.rejected : (struct finding){ SV_NONE, SV_NONE };
	if (!from_metas(&finder, modified_metas, sizeof(modified_metas) / sizeof(*modified_metas), &ret->modified))
		(void)take(&finder, clues->data.modified, SV("json-ld dateModified"), &ret->modified);
}
