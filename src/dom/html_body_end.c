/* End tags "in body" (13.2.6.4.7), one function a rule; dom/tag.def says which tag has which. */
#include "dom/html_format.h"
#include "dom/html_mode.h"

static bool is_named(struct html_parser *p, const struct html_open *e, const struct html_token *t)
{
	return e->space == DOM_HTML && e->tag == t->tag && (t->tag != DOM_TAG_OTHER || sv_eq(html_node(p, e->node)->text, t->text));
}

static bool end_other(struct html_parser *p, struct html_token *t)
{
	for (uint32_t i = p->n_open_of[t->tag] == 0 ? 0 : p->n_open; i-- > 0;) {
		if (is_named(p, &p->open[i], t)) {
			html_close_implied(p, t->tag == DOM_TAG_OTHER ? DOM_TAG_N : t->tag);
			if (p->n_open > i)
				html_pop_to(p, i);
			return false;
		}
		if ((p->open[i].flags & IS_SPECIAL) != 0)
			return false;
	}
	return false;
}

static bool end_template(struct html_parser *p, struct html_token *t)
{
	return html_in_head(p, t);
}

static bool end_body(struct html_parser *p, struct html_token *t)
{
	(void)t;
	if (html_in_scope(p, DOM_TAG_body))
		p->mode = MODE_AFTER_BODY;
	return false;
}

static bool end_html(struct html_parser *p, struct html_token *t)
{
	(void)t;
	if (!html_in_scope(p, DOM_TAG_body))
		return false;
	p->mode = MODE_AFTER_BODY;
	return true;
}

static bool end_block(struct html_parser *p, struct html_token *t)
{
	if (html_in_scope(p, t->tag)) {
		html_close_implied(p, DOM_TAG_OTHER);
		html_pop_until(p, t->tag);
	}
	return false;
}

static bool end_form(struct html_parser *p, struct html_token *t)
{
	if (p->n_open_of[DOM_TAG_template] > 0)
		return end_block(p, t);
	dom_id form = p->form;
	p->form = DOM_NONE;
	uint32_t i = form == DOM_NONE ? p->n_open : html_open_at(p, form);
	if (i == p->n_open || !html_in_scope(p, DOM_TAG_form))
		return false;
	html_close_implied(p, DOM_TAG_OTHER);
	html_open_remove(p, html_open_at(p, form));
	return false;
}

static bool end_p(struct html_parser *p, struct html_token *t)
{
	(void)t;
	if (!html_in_button_scope(p, DOM_TAG_p))
		html_insert_tag(p, DOM_TAG_p);
	html_close_p(p);
	return false;
}

static bool end_li(struct html_parser *p, struct html_token *t)
{
	(void)t;
	if (html_in_list_scope(p, DOM_TAG_li)) {
		html_close_implied(p, DOM_TAG_li);
		html_pop_until(p, DOM_TAG_li);
	}
	return false;
}

static bool end_item(struct html_parser *p, struct html_token *t)
{
	if (html_in_scope(p, t->tag)) {
		html_close_implied(p, t->tag);
		html_pop_until(p, t->tag);
	}
	return false;
}

static bool end_heading(struct html_parser *p, struct html_token *t)
{
	(void)t;
	uint32_t i = p->n_open;
	while (i-- > 0 && (p->open[i].flags & IS_HEADING) == 0)
		if ((p->open[i].flags & IS_SCOPE) != 0)
			return false;
	if (i == UINT32_MAX)
		return false;
	html_pop_to(p, i);
	return false;
}

static bool end_format(struct html_parser *p, struct html_token *t)
{
	return html_format_adopt(p, t->tag) ? false : end_other(p, t);
}

static bool end_object(struct html_parser *p, struct html_token *t)
{
	if (html_in_scope(p, t->tag)) {
		end_block(p, t);
		html_format_clear_to_marker(p);
	}
	return false;
}

static bool end_br(struct html_parser *p, struct html_token *t)
{
	t->kind = HTML_START;
	t->n_attrs = 0;
	return html_in_body_start(p, t);
}

bool html_in_body_end(struct html_parser *p, struct html_token *t)
{
	static bool (*const rules[DOM_TAG_N])(struct html_parser *, struct html_token *) = {
		[DOM_TAG_OTHER] = end_other,
#define TAG(name, flags, start, end) [DOM_TAG_##name] = end_##end,
#include "dom/tag.def"
#undef TAG
	};
	return rules[t->tag](p, t);
}
