/* Start tags "in body" (13.2.6.4.7), one function a rule; dom/tag.def says which tag has which. */
#include "dom/html_foreign.h"
#include "dom/html_format.h"
#include "dom/html_mode.h"

static bool start_head(struct html_parser *p, struct html_token *t)
{
	return html_in_head(p, t);
}

static bool start_ignored(struct html_parser *p, struct html_token *t)
{
	(void)p, (void)t;
	return false;
}

static bool start_other(struct html_parser *p, struct html_token *t)
{
	html_format_reconstruct(p);
	html_insert(p, t);
	return false;
}

static bool start_html(struct html_parser *p, struct html_token *t)
{
	if (p->n_open_of[DOM_TAG_template] == 0)
		html_merge_attributes(p, t, p->open[0].node);
	return false;
}

static bool start_body(struct html_parser *p, struct html_token *t)
{
	if (p->n_open < 2 || p->open[1].tag != DOM_TAG_body || p->open[1].space != DOM_HTML || p->n_open_of[DOM_TAG_template] > 0)
		return false;
	p->has_frameset_ok = false;
	html_merge_attributes(p, t, p->open[1].node);
	return false;
}

static bool start_frameset(struct html_parser *p, struct html_token *t)
{
	if (p->n_open < 2 || p->open[1].tag != DOM_TAG_body || p->open[1].space != DOM_HTML || !p->has_frameset_ok)
		return false;
	html_tree_remove(&p->tree, p->open[1].node);
	html_pop_to(p, 1);
	html_insert(p, t);
	p->mode = MODE_IN_FRAMESET;
	return false;
}

static bool start_block(struct html_parser *p, struct html_token *t)
{
	html_close_p(p);
	html_insert(p, t);
	return false;
}

static bool start_heading(struct html_parser *p, struct html_token *t)
{
	html_close_p(p);
	if ((html_top(p)->flags & IS_HEADING) != 0)
		html_pop(p);
	html_insert(p, t);
	return false;
}

static bool start_pre(struct html_parser *p, struct html_token *t)
{
	start_block(p, t);
	p->drops_newline = true;
	p->has_frameset_ok = false;
	return false;
}

static bool start_form(struct html_parser *p, struct html_token *t)
{
	bool in_template = p->n_open_of[DOM_TAG_template] > 0;
	if (p->form != DOM_NONE && !in_template)
		return false;
	html_close_p(p);
	dom_id node = html_insert(p, t);
	if (!in_template)
		p->form = node;
	return false;
}

/* Closes the nearest open item `a` or `b` unless a special element other than address, div and p stands between. */
static void close_item(struct html_parser *p, enum dom_tag a, enum dom_tag b)
{
	for (uint32_t i = p->n_open; i-- > 0;) {
		const struct html_open *e = &p->open[i];
		enum dom_tag tag = e->tag;
		if (e->space == DOM_HTML && (tag == a || tag == b)) {
			html_close_implied(p, tag);
			html_pop_until(p, tag);
			return;
		}
		bool is_passed = e->space == DOM_HTML && (tag == DOM_TAG_address || tag == DOM_TAG_div || tag == DOM_TAG_p);
		if ((e->flags & IS_SPECIAL) != 0 && !is_passed)
			return;
	}
}

static bool start_li(struct html_parser *p, struct html_token *t)
{
	p->has_frameset_ok = false;
	if (p->n_open_of[DOM_TAG_li] > 0)
		close_item(p, DOM_TAG_li, DOM_TAG_li);
	return start_block(p, t);
}

static bool start_definition(struct html_parser *p, struct html_token *t)
{
	p->has_frameset_ok = false;
	close_item(p, DOM_TAG_dd, DOM_TAG_dt);
	return start_block(p, t);
}

static bool start_plaintext(struct html_parser *p, struct html_token *t)
{
	p->tokens.content = HTML_PLAINTEXT;
	return start_block(p, t);
}

static bool start_button(struct html_parser *p, struct html_token *t)
{
	if (html_in_scope(p, DOM_TAG_button)) {
		html_close_implied(p, DOM_TAG_OTHER);
		html_pop_until(p, DOM_TAG_button);
	}
	p->has_frameset_ok = false;
	return start_other(p, t);
}

static bool start_format(struct html_parser *p, struct html_token *t)
{
	html_format_reconstruct(p);
	html_format_push(p, html_insert(p, t));
	return false;
}

static bool start_a(struct html_parser *p, struct html_token *t)
{
	dom_id open = html_format_find(p, DOM_TAG_a);
	if (open != DOM_NONE) {
		(void)html_format_adopt(p, DOM_TAG_a);
		html_format_remove(p, open);
		uint32_t i = html_open_at(p, open);
		if (i < p->n_open)
			html_open_remove(p, i);
	}
	return start_format(p, t);
}

static bool start_nobr(struct html_parser *p, struct html_token *t)
{
	html_format_reconstruct(p);
	if (html_in_scope(p, DOM_TAG_nobr))
		(void)html_in_body_end(p, &(struct html_token){ .kind = HTML_END, .tag = DOM_TAG_nobr, .text = t->text });
	return start_format(p, t);
}

static bool start_object(struct html_parser *p, struct html_token *t)
{
	start_other(p, t);
	html_format_push_marker(p);
	p->has_frameset_ok = false;
	return false;
}

static bool start_table(struct html_parser *p, struct html_token *t)
{
	if (!p->is_quirky)
		html_close_p(p);
	html_insert(p, t);
	p->has_frameset_ok = false;
	p->mode = MODE_IN_TABLE;
	return false;
}

static bool start_void(struct html_parser *p, struct html_token *t)
{
	html_format_reconstruct(p);
	html_insert_void(p, t);
	p->has_frameset_ok = false;
	return false;
}

static bool start_param(struct html_parser *p, struct html_token *t)
{
	html_insert_void(p, t);
	return false;
}

static bool start_input(struct html_parser *p, struct html_token *t)
{
	if (p->context != DOM_NONE && html_node(p, p->context)->tag == DOM_TAG_select)
		return false;
	if (html_in_scope(p, DOM_TAG_select))
		html_pop_until(p, DOM_TAG_select);
	bool was_ok = p->has_frameset_ok;
	start_void(p, t);
	for (uint32_t i = 0; i < t->n_attrs; i++)
		if (sv_eq(t->attrs[i].name, SV("type")) && sv_eq_icase(t->attrs[i].value, SV("hidden")))
			p->has_frameset_ok = was_ok;
	return false;
}

static bool start_hr(struct html_parser *p, struct html_token *t)
{
	html_close_p(p);
	if (html_in_scope(p, DOM_TAG_select))
		html_close_implied(p, DOM_TAG_OTHER);
	html_insert_void(p, t);
	p->has_frameset_ok = false;
	return false;
}

static bool start_image(struct html_parser *p, struct html_token *t)
{
	t->tag = DOM_TAG_img;
	t->text = html_tag_name(DOM_TAG_img);
	return start_void(p, t);
}

static bool start_textarea(struct html_parser *p, struct html_token *t)
{
	html_start_raw(p, t, HTML_RCDATA);
	p->drops_newline = true;
	p->has_frameset_ok = false;
	return false;
}

static bool start_noembed(struct html_parser *p, struct html_token *t)
{
	html_start_raw(p, t, HTML_RAWTEXT);
	return false;
}

static bool start_iframe(struct html_parser *p, struct html_token *t)
{
	p->has_frameset_ok = false;
	return start_noembed(p, t);
}

static bool start_xmp(struct html_parser *p, struct html_token *t)
{
	html_close_p(p);
	html_format_reconstruct(p);
	return start_iframe(p, t);
}

static bool start_noscript(struct html_parser *p, struct html_token *t)
{
	return start_other(p, t); /* scripting is off */
}

static bool start_select(struct html_parser *p, struct html_token *t)
{
	if (p->context != DOM_NONE && html_node(p, p->context)->tag == DOM_TAG_select)
		return false;
	if (html_in_scope(p, DOM_TAG_select)) {
		html_pop_until(p, DOM_TAG_select);
		return false;
	}
	p->has_frameset_ok = false;
	return start_other(p, t);
}

static bool start_choice(struct html_parser *p, struct html_token *t, enum dom_tag except)
{
	if (html_in_scope(p, DOM_TAG_select))
		html_close_implied(p, except);
	else if (html_top_is(p, DOM_TAG_option))
		html_pop(p);
	return start_other(p, t);
}

static bool start_option(struct html_parser *p, struct html_token *t)
{
	return start_choice(p, t, DOM_TAG_optgroup);
}

static bool start_optgroup(struct html_parser *p, struct html_token *t)
{
	return start_choice(p, t, DOM_TAG_OTHER);
}

static bool start_ruby(struct html_parser *p, struct html_token *t, enum dom_tag except)
{
	if (html_in_scope(p, DOM_TAG_ruby))
		html_close_implied(p, except);
	html_insert(p, t);
	return false;
}

static bool start_ruby_base(struct html_parser *p, struct html_token *t)
{
	return start_ruby(p, t, DOM_TAG_OTHER);
}

static bool start_ruby_text(struct html_parser *p, struct html_token *t)
{
	return start_ruby(p, t, DOM_TAG_rtc);
}

static bool start_math(struct html_parser *p, struct html_token *t)
{
	html_format_reconstruct(p);
	html_foreign_start(p, t, DOM_MATHML);
	return false;
}

static bool start_svg(struct html_parser *p, struct html_token *t)
{
	html_format_reconstruct(p);
	html_foreign_start(p, t, DOM_SVG);
	return false;
}

bool html_in_body_start(struct html_parser *p, struct html_token *t)
{
	static bool (*const rules[DOM_TAG_N])(struct html_parser *, struct html_token *) = {
		[DOM_TAG_OTHER] = start_other,
#define TAG(name, flags, start, end) [DOM_TAG_##name] = start_##start,
#include "dom/tag.def"
#undef TAG
	};
	return rules[t->tag](p, t);
}
