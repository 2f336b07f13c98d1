#include "extract/clue.h"

void clues_read(struct arena *a, const struct extract_input *in, const struct page *page, struct clues *ret)
{
	const struct dom *dom = in->dom;
	*ret = (struct clues){ .in = in, .page = page };
	metas_read(a, dom, &ret->metas);
	structured_read(a, dom, in->url, &ret->data);
	dom_id title = dom_next_tag(dom, 0, 0, DOM_TAG_title), html = dom_next_tag(dom, 0, 0, DOM_TAG_html);
	if (title != DOM_NONE)
		ret->title_element = tidy_element(a, dom, title);
	if (html != DOM_NONE)
		ret->lang = tidy_line(a, dom_attr(dom, html, SV("lang")));
	if (ret->lang.n == 0)
		ret->lang = metas_get(&ret->metas, SV("content-language"));
	if (ret->lang.n == 0)
		ret->lang = metas_get(&ret->metas, SV("og:locale"));
}
