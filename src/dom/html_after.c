/* "In template", framesets and what stands after the body (13.2.6.4.16 to 13.2.6.4.21). */
#include "dom/html_format.h"
#include "dom/html_mode.h"

enum { DOCUMENT = 0 };

/* The mode a start tag right inside a template asks for; MODE_N for those of the head. */
static enum html_mode mode_for(enum dom_tag tag)
{
	if (html_is_head_tag(tag))
		return MODE_N;
	switch ((int)tag) {
	case DOM_TAG_caption:
	case DOM_TAG_colgroup:
	case DOM_TAG_tbody:
	case DOM_TAG_tfoot:
	case DOM_TAG_thead:
		return MODE_IN_TABLE;
	case DOM_TAG_col:
		return MODE_IN_COLUMN_GROUP;
	case DOM_TAG_tr:
		return MODE_IN_TABLE_BODY;
	case DOM_TAG_td:
	case DOM_TAG_th:
		return MODE_IN_ROW;
	default:
		return MODE_IN_BODY;
	}
}

static bool end_of_template(struct html_parser *p)
{
	if (p->n_open_of[DOM_TAG_template] == 0) {
		p->is_done = true;
		return false;
	}
	html_pop_until(p, DOM_TAG_template);
	html_format_clear_to_marker(p);
	p->n_templates -= p->n_templates > 0;
	html_reset_mode(p);
	return true;
}

bool html_in_template(struct html_parser *p, struct html_token *t)
{
	if (t->kind == HTML_EOF)
		return end_of_template(p);
	if (t->kind == HTML_END)
		return t->tag == DOM_TAG_template && html_in_head(p, t);
	if (t->kind != HTML_START)
		return html_in_body(p, t);
	enum html_mode mode = mode_for(t->tag);
	if (mode == MODE_N)
		return html_in_head(p, t);
	p->mode = mode;
	if (p->n_templates > 0)
		p->template_modes[p->n_templates - 1] = (uint8_t)mode;
	return true;
}

static bool is_space_only(const struct html_token *t)
{
	return t->kind == HTML_TEXT && html_leading_space(t->text) == t->text.n;
}

/* Text with anything but white space goes back into the body, all of it but the white space that stands first. */
static bool back_to_body(struct html_parser *p, struct html_token *t)
{
	if (t->kind == HTML_TEXT) {
		size_t n = html_leading_space(t->text);
		(void)html_in_body(p, &(struct html_token){ .kind = HTML_TEXT, .text = sv_sub(t->text, 0, n) });
		t->text = sv_sub(t->text, n, t->text.n);
	}
	p->mode = MODE_IN_BODY;
	return true;
}

bool html_after_body(struct html_parser *p, struct html_token *t)
{
	if (is_space_only(t) || html_is_start(t, DOM_TAG_html))
		return html_in_body(p, t);
	if (t->kind == HTML_COMMENT)
		html_insert_comment_at(p, t, p->open[0].node);
	if (t->kind == HTML_COMMENT || t->kind == HTML_DOCTYPE)
		return false;
	if (html_is_end(t, DOM_TAG_html)) {
		if (p->context == DOM_NONE)
			p->mode = MODE_AFTER_AFTER_BODY;
		return false;
	}
	if (t->kind == HTML_EOF)
		return html_in_body(p, t);
	return back_to_body(p, t);
}

bool html_after_after_body(struct html_parser *p, struct html_token *t)
{
	if (t->kind == HTML_COMMENT) {
		html_insert_comment_at(p, t, DOCUMENT);
		return false;
	}
	if (t->kind == HTML_DOCTYPE || is_space_only(t) || html_is_start(t, DOM_TAG_html) || t->kind == HTML_EOF)
		return html_in_body(p, t);
	return back_to_body(p, t);
}

/* The white space of a text, which is all of it that a frameset keeps. */
static void keep_space(struct html_parser *p, struct sv text)
{
	char *out = arena_alloc(p->tree.a, text.n);
	size_t n = 0;
	for (size_t i = 0; i < text.n; i++)
		if (html_leading_space(sv_sub(text, i, i + 1)) == 1)
			out[n++] = text.p[i];
	html_insert_text(p, (struct sv){ out, n });
}

/* What all frameset modes agree on; true where the token is dealt with. */
static bool frameset_common(struct html_parser *p, struct html_token *t)
{
	if (t->kind == HTML_TEXT)
		keep_space(p, t->text);
	else if (html_is_start(t, DOM_TAG_html))
		(void)html_in_body(p, t);
	else if (html_is_start(t, DOM_TAG_noframes))
		(void)html_in_head(p, t);
	else if (t->kind == HTML_EOF)
		p->is_done = true;
	else
		return t->kind == HTML_DOCTYPE;
	return true;
}

bool html_in_frameset(struct html_parser *p, struct html_token *t)
{
	if (frameset_common(p, t))
		return false;
	if (t->kind == HTML_COMMENT) {
		html_insert_comment(p, t);
	} else if (html_is_start(t, DOM_TAG_frameset)) {
		html_insert(p, t);
	} else if (html_is_start(t, DOM_TAG_frame)) {
		html_insert_void(p, t);
	} else if (html_is_end(t, DOM_TAG_frameset) && p->n_open > 1) {
		html_pop(p);
		if (p->context == DOM_NONE && !html_top_is(p, DOM_TAG_frameset))
			p->mode = MODE_AFTER_FRAMESET;
	}
	return false;
}

bool html_after_frameset(struct html_parser *p, struct html_token *t)
{
	if (frameset_common(p, t))
		return false;
	if (t->kind == HTML_COMMENT)
		html_insert_comment(p, t);
	else if (html_is_end(t, DOM_TAG_html))
		p->mode = MODE_AFTER_AFTER_FRAMESET;
	return false;
}

bool html_after_after_frameset(struct html_parser *p, struct html_token *t)
{
	if (t->kind == HTML_COMMENT)
		html_insert_comment_at(p, t, DOCUMENT);
	else
		(void)frameset_common(p, t);
	return false;
}
