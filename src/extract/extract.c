#include "extract/extract.h"

#include "base/limits.h"
#include "base/vec.h"
#include "extract/byline.h"
#include "extract/choose.h"
#include "extract/dateline.h"
#include "extract/link.h"
#include "extract/title.h"

/* A body in the structured data is used when the page itself shows hardly any: this many bytes, and this much more. */
enum { DATA_BODY_BYTES = 500, DATA_BODY_RATIO = 2, TEXT_WORDS = 12, DATA_LINE_BYTES = 700 };

static void find_values(struct arena *a, const struct clues *clues, struct article *ret)
{
	static const struct sv sections[] = { SV_INIT("article:section"), SV_INIT("og:article:section"), SV_INIT("parsely-section"), SV_INIT("section") };
	struct byline byline;
	struct dateline dateline;
	ret->site = site_find(a, clues);
	ret->title = title_find(a, clues, ret->site.value);
	byline_find(a, clues, ret->site.value, &byline);
	ret->authors = byline.authors;
	ret->n_authors = byline.n_authors;
	ret->agency = byline.agency;
	dateline_find(a, clues, &dateline);
	ret->published = dateline.published;
	ret->modified = dateline.modified;
	ret->rejected_date = dateline.rejected;
	ret->canonical = canonical_find(a, clues, &ret->rejected_canonical);
	ret->image = image_find(a, clues);
	ret->section = metas_first(a, &clues->metas, sections, sizeof(sections) / sizeof(*sections));
	if (ret->section.value.n == 0 && clues->data.section.n > 0)
		ret->section = (struct finding){ clues->data.section, SV("json-ld articleSection") };
	ret->lang = (struct finding){ clues->lang.n ? clues->lang : clues->data.lang, clues->lang.n ? SV("html lang") : SV("json-ld inLanguage") };
	ret->is_paywalled = clues->data.is_paywalled || sv_eq_icase(metas_get(&clues->metas, SV("article:content_tier")), SV("locked"));
}

/* The structured data's body, a block for each of its lines. */
static void take_data_body(struct arena *a, struct sv body, struct article *ret)
{
	VEC(struct block) blocks = { 0 };
	struct sv line;
	body = sv_sub(body, 0, LIMIT_ARTICLE_TEXT);
	while (sv_split(&body, '\n', &line)) {
		for (struct sv rest = line; rest.n > 0;) { /* tidy_line cuts: long lines come in parts */
			struct sv part = sv_sub(rest, 0, rest.n > DATA_LINE_BYTES ? sv_find_char(rest, ' ', DATA_LINE_BYTES) : rest.n);
			struct sv text = tidy_line(a, part);
			if (text.n > 0)
				*VEC_PUSH(a, &blocks) = (struct block){ BLOCK_PARAGRAPH, 0, text };
			rest = sv_sub(rest, part.n, rest.n);
		}
	}
	ret->blocks = blocks.v;
	ret->n_blocks = blocks.n;
}

static void find_text(struct arena *a, const struct clues *clues, struct article *ret)
{
	struct describer describer;
	describer_init(a, clues->page, &describer);
	choose_blocks(a, clues, &describer, ret->title.value, ret);
	size_t bytes = 0;
	for (size_t i = 0; i < ret->n_blocks; i++)
		bytes += ret->blocks[i].text.n;
	if (clues->data.body.n >= DATA_BODY_BYTES && clues->data.body.n > bytes * DATA_BODY_RATIO)
		take_data_body(a, clues->data.body, ret);
	if (ret->n_blocks > 0)
		return;
	uint32_t words = clues->page->words_before[clues->page->n_lines];
	ret->why_empty = words == 0 ? SV("the page holds no text; it may be built by scripts in the browser") :
			 words < TEXT_WORDS ? SV("the page holds only a few words") :
			 clues->marks->running_before[clues->page->n_lines] == 0 ? SV("the page holds no running text, only menus, links or short lines") :
			 SV("all running text stands in parts that are not the article (comments, rails, notices)");
}

void extract_article(struct arena *a, const struct extract_input *in, struct article *ret)
{
	struct page page;
	struct landmarks marks;
	struct clues clues;
	*ret = (struct article){ 0 };
	page_read(a, in->dom, &page);
	landmarks_find(a, &page, &marks);
	clues_read(a, in, &page, &clues);
	clues.marks = &marks;
	find_values(a, &clues, ret);
	find_text(a, &clues, ret);
}
