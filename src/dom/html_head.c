/* The modes up to the body: "initial" to "after head" (13.2.6.4.1 to 13.2.6.4.6). */
#include "dom/html_doctype.h"
#include "dom/html_format.h"
#include "dom/html_mode.h"

enum { DOCUMENT = 0 };

bool html_initial(struct html_parser *p, struct html_token *t)
{
	if (html_take_space(p, t, false))
		return false;
	if (t->kind == HTML_COMMENT) {
		html_insert_comment_at(p, t, DOCUMENT);
		return false;
	}
	p->mode = MODE_BEFORE_HTML;
	if (t->kind != HTML_DOCTYPE) {
		p->is_quirky = true;
		return true;
	}
	p->is_quirky = html_doctype_is_quirky(t);
	dom_id node = html_tree_new(&p->tree, DOM_DOCTYPE, t->text);
	if (t->public_id.p != NULL || t->system_id.p != NULL) {
		struct dom_attr *ids = ARENA_ARRAY(p->tree.a, struct dom_attr, 2);
		ids[0] = (struct dom_attr){ SV("public"), t->public_id };
		ids[1] = (struct dom_attr){ SV("system"), t->system_id };
		html_node(p, node)->attrs = ids;
		html_node(p, node)->n_attrs = 2;
	}
	html_tree_insert(&p->tree, (struct html_place){ DOCUMENT, DOM_NONE }, node);
	return false;
}

/* End tags that stand for a missing start: of head, body, html and br. */
static bool is_stray_end(const struct html_token *t)
{
	return t->kind == HTML_END && t->tag != DOM_TAG_head && t->tag != DOM_TAG_body && t->tag != DOM_TAG_html &&
	    t->tag != DOM_TAG_br;
}

static void open_html(struct html_parser *p, const struct html_token *t)
{
	dom_id node = html_create(p, t, DOM_HTML);
	html_tree_insert(&p->tree, (struct html_place){ DOCUMENT, DOM_NONE }, node);
	html_push(p, node);
	p->mode = MODE_BEFORE_HEAD;
}

bool html_before_html(struct html_parser *p, struct html_token *t)
{
	if (t->kind == HTML_COMMENT)
		html_insert_comment_at(p, t, DOCUMENT);
	if (t->kind == HTML_COMMENT || t->kind == HTML_DOCTYPE || html_take_space(p, t, false) || is_stray_end(t))
		return false;
	if (html_is_start(t, DOM_TAG_html)) {
		open_html(p, t);
		return false;
	}
	open_html(p, &(struct html_token){ .kind = HTML_START, .tag = DOM_TAG_html, .text = SV("html") });
	return true;
}

bool html_before_head(struct html_parser *p, struct html_token *t)
{
	if (t->kind == HTML_COMMENT)
		html_insert_comment(p, t);
	if (t->kind == HTML_COMMENT || t->kind == HTML_DOCTYPE || html_take_space(p, t, false) || is_stray_end(t))
		return false;
	if (html_is_start(t, DOM_TAG_html))
		return html_in_body(p, t);
	p->mode = MODE_IN_HEAD;
	if (html_is_start(t, DOM_TAG_head)) {
		p->head = html_insert(p, t);
		return false;
	}
	p->head = html_insert_tag(p, DOM_TAG_head);
	return true;
}

static void start_template(struct html_parser *p, const struct html_token *t)
{
	if (p->n_templates == HTML_TEMPLATES_MAX || p->n_open >= LIMIT_DOM_DEPTH) {
		p->is_cut = true;
		return;
	}
	html_insert(p, t);
	html_format_push_marker(p);
	p->has_frameset_ok = false;
	p->mode = MODE_IN_TEMPLATE;
	p->template_modes[p->n_templates++] = MODE_IN_TEMPLATE;
}

static void end_template(struct html_parser *p)
{
	if (html_open_find(p, DOM_TAG_template) == p->n_open)
		return;
	html_close_implied_all(p);
	html_pop_until(p, DOM_TAG_template);
	html_format_clear_to_marker(p);
	p->n_templates -= p->n_templates > 0;
	html_reset_mode(p);
}

/* Start tags whose element belongs into the head. False for any other. */
static bool head_element(struct html_parser *p, struct html_token *t)
{
	switch ((int)t->tag) {
	case DOM_TAG_base:
	case DOM_TAG_basefont:
	case DOM_TAG_bgsound:
	case DOM_TAG_link:
	case DOM_TAG_meta:
		html_insert_void(p, t);
		return true;
	case DOM_TAG_title:
		html_start_raw(p, t, HTML_RCDATA);
		return true;
	case DOM_TAG_noframes:
	case DOM_TAG_style:
		html_start_raw(p, t, HTML_RAWTEXT);
		return true;
	case DOM_TAG_script:
		html_start_raw(p, t, HTML_SCRIPT);
		return true;
	case DOM_TAG_template:
		start_template(p, t);
		return true;
	default:
		return false;
	}
}

bool html_in_head(struct html_parser *p, struct html_token *t)
{
	if (t->kind == HTML_COMMENT)
		html_insert_comment(p, t);
	if (t->kind == HTML_COMMENT || t->kind == HTML_DOCTYPE || html_take_space(p, t, true))
		return false;
	if (html_is_start(t, DOM_TAG_html))
		return html_in_body(p, t);
	if (t->kind == HTML_START && (t->tag == DOM_TAG_head || head_element(p, t)))
		return false;
	if (html_is_start(t, DOM_TAG_noscript)) {
		html_insert(p, t);
		p->mode = MODE_IN_HEAD_NOSCRIPT;
		return false;
	}
	if (html_is_end(t, DOM_TAG_template))
		end_template(p);
	if (is_stray_end(t))
		return false;
	html_pop(p);
	p->mode = MODE_AFTER_HEAD;
	return !html_is_end(t, DOM_TAG_head);
}

static bool is_noscript_tag(enum dom_tag tag)
{
	return tag == DOM_TAG_basefont || tag == DOM_TAG_bgsound || tag == DOM_TAG_link || tag == DOM_TAG_meta ||
	    tag == DOM_TAG_noframes || tag == DOM_TAG_style;
}

bool html_in_head_noscript(struct html_parser *p, struct html_token *t)
{
	if (t->kind == HTML_DOCTYPE || html_take_space(p, t, true))
		return false;
	if (html_is_start(t, DOM_TAG_html))
		return html_in_body(p, t);
	if (t->kind == HTML_COMMENT)
		return html_in_head(p, t);
	if (t->kind == HTML_START && (t->tag == DOM_TAG_head || t->tag == DOM_TAG_noscript))
		return false;
	if (t->kind == HTML_START && is_noscript_tag(t->tag))
		return html_in_head(p, t);
	if (t->kind == HTML_END && t->tag != DOM_TAG_noscript && t->tag != DOM_TAG_br)
		return false;
	html_pop(p);
	p->mode = MODE_IN_HEAD;
	return !html_is_end(t, DOM_TAG_noscript);
}

/* An element of the head that stands after it is put into it all the same. */
static void late_head_element(struct html_parser *p, struct html_token *t)
{
	html_push(p, p->head);
	(void)html_in_head(p, t);
	uint32_t i = html_open_at(p, p->head);
	if (i < p->n_open)
		html_open_remove(p, i);
}

bool html_is_head_tag(enum dom_tag tag)
{
	switch ((int)tag) {
	case DOM_TAG_base:
	case DOM_TAG_basefont:
	case DOM_TAG_bgsound:
	case DOM_TAG_link:
	case DOM_TAG_meta:
	case DOM_TAG_noframes:
	case DOM_TAG_script:
	case DOM_TAG_style:
	case DOM_TAG_template:
	case DOM_TAG_title:
		return true;
	default:
		return false;
	}
}

static bool start_after_head(struct html_parser *p, struct html_token *t)
{
	if (t->tag == DOM_TAG_body) {
		html_insert(p, t);
		p->has_frameset_ok = false;
		p->mode = MODE_IN_BODY;
	} else if (t->tag == DOM_TAG_frameset) {
		html_insert(p, t);
		p->mode = MODE_IN_FRAMESET;
	} else if (html_is_head_tag(t->tag)) {
		late_head_element(p, t);
	} else {
		return t->tag == DOM_TAG_head;
	}
	return true;
}

bool html_after_head(struct html_parser *p, struct html_token *t)
{
	if (t->kind == HTML_COMMENT)
		html_insert_comment(p, t);
	if (t->kind == HTML_COMMENT || t->kind == HTML_DOCTYPE || html_take_space(p, t, true))
		return false;
	if (html_is_start(t, DOM_TAG_html))
		return html_in_body(p, t);
	if (html_is_end(t, DOM_TAG_template))
		return html_in_head(p, t);
	if (t->kind == HTML_START && start_after_head(p, t))
		return false;
	if (t->kind == HTML_END && t->tag != DOM_TAG_body && t->tag != DOM_TAG_html && t->tag != DOM_TAG_br)
		return false;
	html_insert_tag(p, DOM_TAG_body);
	p->mode = MODE_IN_BODY;
	return true;
}
