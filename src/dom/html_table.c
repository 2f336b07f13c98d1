/* The table modes (13.2.6.4.9 to 13.2.6.4.15). */
#include "dom/html_format.h"
#include "dom/html_mode.h"

/* Pops down to the nearest open element that has one of the flags. */
static void clear_to(struct html_parser *p, unsigned flags)
{
	while (p->n_open > 1 && (html_top(p)->flags & (flags | IS_TABLE_SCOPE)) == 0)
		html_pop(p);
}

/* A row group is one of tbody, tfoot, thead; a row stops at tr only, which no flag of its own marks. */
static void clear_to_row(struct html_parser *p)
{
	while (p->n_open > 1 && !html_top_is(p, DOM_TAG_tr) && (html_top(p)->flags & IS_TABLE_SCOPE) == 0)
		html_pop(p);
}

static bool is_row_group(enum dom_tag tag) { return (html_tag_flags(DOM_HTML, tag) & IS_ROW_GROUP) != 0; }
static bool is_cell(enum dom_tag tag) { return tag == DOM_TAG_td || tag == DOM_TAG_th; }

/* Start tags of the parts of a table. */
static bool is_part(enum dom_tag tag)
{
	return is_row_group(tag) || is_cell(tag) || tag == DOM_TAG_tr || tag == DOM_TAG_caption || tag == DOM_TAG_col ||
	    tag == DOM_TAG_colgroup;
}

/* End tags that mean nothing in any part of a table. */
static bool is_outer_end(enum dom_tag tag)
{
	return tag == DOM_TAG_body || tag == DOM_TAG_html || tag == DOM_TAG_caption || tag == DOM_TAG_col ||
	    tag == DOM_TAG_colgroup;
}

/* What does not belong into a table goes before it. */
static bool foster(struct html_parser *p, struct html_token *t)
{
	p->is_fostering = true;
	bool again = html_in_body(p, t);
	p->is_fostering = false;
	return again;
}

static bool is_hidden_input(const struct html_token *t)
{
	for (uint32_t i = 0; i < t->n_attrs; i++)
		if (sv_eq(t->attrs[i].name, SV("type")))
			return sv_eq_icase(t->attrs[i].value, SV("hidden"));
	return false;
}

/* Opens `tag` in the table, after clearing back to it. */
static bool open_part(struct html_parser *p, enum dom_tag tag, enum html_mode mode)
{
	clear_to(p, 0);
	html_insert_tag(p, tag);
	p->mode = mode;
	return true;
}

static bool start_part(struct html_parser *p, struct html_token *t)
{
	if (is_cell(t->tag) || t->tag == DOM_TAG_tr)
		return open_part(p, DOM_TAG_tbody, MODE_IN_TABLE_BODY);
	if (t->tag == DOM_TAG_col)
		return open_part(p, DOM_TAG_colgroup, MODE_IN_COLUMN_GROUP);
	clear_to(p, 0);
	if (t->tag == DOM_TAG_caption)
		html_format_push_marker(p);
	html_insert(p, t);
	p->mode = t->tag == DOM_TAG_caption ? MODE_IN_CAPTION : is_row_group(t->tag) ? MODE_IN_TABLE_BODY : MODE_IN_COLUMN_GROUP;
	return false;
}

static bool end_table(struct html_parser *p)
{
	if (!html_in_table_scope(p, DOM_TAG_table))
		return false;
	html_pop_until(p, DOM_TAG_table);
	html_reset_mode(p);
	return true;
}

static bool start_in_table(struct html_parser *p, struct html_token *t)
{
	if (is_part(t->tag))
		return start_part(p, t);
	switch ((int)t->tag) {
	case DOM_TAG_table:
		return end_table(p);
	case DOM_TAG_style:
	case DOM_TAG_script:
	case DOM_TAG_template:
		return html_in_head(p, t);
	case DOM_TAG_input:
		if (!is_hidden_input(t))
			return foster(p, t);
		html_insert_void(p, t);
		return false;
	case DOM_TAG_form:
		if (p->form == DOM_NONE && p->n_open_of[DOM_TAG_template] == 0) {
			p->form = html_insert(p, t);
			html_pop(p);
		}
		return false;
	default:
		return foster(p, t);
	}
}

/* Text right inside a table waits, in a node without a place, until it is known whether it is white space only. */
static bool begin_table_text(struct html_parser *p)
{
	p->pending_text = DOM_NONE;
	p->original_mode = p->mode;
	p->mode = MODE_IN_TABLE_TEXT;
	return true;
}

bool html_in_table_text(struct html_parser *p, struct html_token *t)
{
	if (t->kind == HTML_TEXT) {
		t->text = html_token_without_nul(&p->tokens, t->text, SV(""));
		if (p->pending_text == DOM_NONE)
			p->pending_text = html_tree_new(&p->tree, DOM_TEXT, t->text);
		else
			html_tree_lengthen(&p->tree, p->pending_text, t->text);
		return false;
	}
	p->mode = p->original_mode;
	struct html_token text = { .kind = HTML_TEXT, .text = html_node(p, p->pending_text)->text };
	if (html_leading_space(text.text) < text.text.n)
		(void)foster(p, &text);
	else
		html_insert_text(p, text.text);
	return true;
}

bool html_in_table(struct html_parser *p, struct html_token *t)
{
	switch (t->kind) {
	case HTML_TEXT:
		return (html_top(p)->flags & IS_FOSTERING) != 0 || html_top_is(p, DOM_TAG_template) ? begin_table_text(p) : foster(p, t);
	case HTML_COMMENT:
		html_insert_comment(p, t);
		return false;
	case HTML_DOCTYPE:
		return false;
	case HTML_START:
		return start_in_table(p, t);
	case HTML_END:
		if (t->tag == DOM_TAG_table) {
			(void)end_table(p);
			return false;
		}
		if (t->tag == DOM_TAG_template)
			return html_in_head(p, t);
		return is_outer_end(t->tag) || is_part(t->tag) ? false : foster(p, t);
	case HTML_EOF:
	default:
		return html_in_body(p, t);
	}
}

/* Closes the caption; false where there is none. */
static bool end_caption(struct html_parser *p)
{
	if (!html_in_table_scope(p, DOM_TAG_caption))
		return false;
	html_close_implied(p, DOM_TAG_OTHER);
	html_pop_until(p, DOM_TAG_caption);
	html_format_clear_to_marker(p);
	p->mode = MODE_IN_TABLE;
	return true;
}

bool html_in_caption(struct html_parser *p, struct html_token *t)
{
	if (html_is_end(t, DOM_TAG_caption)) {
		(void)end_caption(p);
		return false;
	}
	if ((t->kind == HTML_START && is_part(t->tag)) || html_is_end(t, DOM_TAG_table))
		return end_caption(p);
	if (t->kind == HTML_END && (is_outer_end(t->tag) || is_part(t->tag)))
		return false;
	return html_in_body(p, t);
}

bool html_in_column_group(struct html_parser *p, struct html_token *t)
{
	if (t->kind == HTML_COMMENT)
		html_insert_comment(p, t);
	if (t->kind == HTML_COMMENT || t->kind == HTML_DOCTYPE || html_take_space(p, t, true) || html_is_end(t, DOM_TAG_col))
		return false;
	if (html_is_start(t, DOM_TAG_html) || t->kind == HTML_EOF)
		return html_in_body(p, t);
	if (html_is_start(t, DOM_TAG_col)) {
		html_insert_void(p, t);
		return false;
	}
	if (html_is_start(t, DOM_TAG_template) || html_is_end(t, DOM_TAG_template))
		return html_in_head(p, t);
	if (!html_top_is(p, DOM_TAG_colgroup))
		return false;
	html_pop(p);
	p->mode = MODE_IN_TABLE;
	return !html_is_end(t, DOM_TAG_colgroup);
}

static bool has_row_group(struct html_parser *p)
{
	return html_in_table_scope(p, DOM_TAG_tbody) || html_in_table_scope(p, DOM_TAG_thead) || html_in_table_scope(p, DOM_TAG_tfoot);
}

/* Closes the row group and goes back to the table. */
static bool end_row_group(struct html_parser *p)
{
	clear_to(p, IS_ROW_GROUP);
	html_pop(p);
	p->mode = MODE_IN_TABLE;
	return true;
}

static bool start_in_table_body(struct html_parser *p, struct html_token *t)
{
	if (t->tag == DOM_TAG_tr || is_cell(t->tag)) {
		bool is_implied = t->tag != DOM_TAG_tr;
		clear_to(p, IS_ROW_GROUP);
		if (is_implied)
			html_insert_tag(p, DOM_TAG_tr);
		else
			html_insert(p, t);
		p->mode = MODE_IN_ROW;
		return is_implied;
	}
	if (is_part(t->tag))
		return has_row_group(p) && end_row_group(p);
	return html_in_table(p, t);
}

bool html_in_table_body(struct html_parser *p, struct html_token *t)
{
	if (t->kind == HTML_START)
		return start_in_table_body(p, t);
	if (t->kind == HTML_END && is_row_group(t->tag)) {
		if (html_in_table_scope(p, t->tag))
			(void)end_row_group(p);
		return false;
	}
	if (html_is_end(t, DOM_TAG_table))
		return has_row_group(p) && end_row_group(p);
	if (t->kind == HTML_END && (is_outer_end(t->tag) || is_part(t->tag)))
		return false;
	return html_in_table(p, t);
}

static bool end_row(struct html_parser *p)
{
	if (!html_in_table_scope(p, DOM_TAG_tr))
		return false;
	clear_to_row(p);
	html_pop(p);
	p->mode = MODE_IN_TABLE_BODY;
	return true;
}

bool html_in_row(struct html_parser *p, struct html_token *t)
{
	if (t->kind == HTML_START && is_cell(t->tag)) {
		clear_to_row(p);
		html_insert(p, t);
		html_format_push_marker(p);
		p->mode = MODE_IN_CELL;
		return false;
	}
	if (html_is_end(t, DOM_TAG_tr)) {
		(void)end_row(p);
		return false;
	}
	if ((t->kind == HTML_START && is_part(t->tag)) || html_is_end(t, DOM_TAG_table))
		return end_row(p);
	if (t->kind == HTML_END && is_row_group(t->tag))
		return html_in_table_scope(p, t->tag) && end_row(p);
	if (t->kind == HTML_END && (is_outer_end(t->tag) || is_cell(t->tag)))
		return false;
	return html_in_table(p, t);
}

/* Closes the open cell, td or th. */
static void end_cell(struct html_parser *p, enum dom_tag tag)
{
	html_close_implied(p, DOM_TAG_OTHER);
	html_pop_until(p, tag);
	html_format_clear_to_marker(p);
	p->mode = MODE_IN_ROW;
}

static bool end_any_cell(struct html_parser *p)
{
	enum dom_tag tag = html_in_table_scope(p, DOM_TAG_td) ? DOM_TAG_td : DOM_TAG_th;
	if (!html_in_table_scope(p, tag))
		return false;
	end_cell(p, tag);
	return true;
}

bool html_in_cell(struct html_parser *p, struct html_token *t)
{
	if (t->kind == HTML_END && is_cell(t->tag)) {
		if (html_in_table_scope(p, t->tag))
			end_cell(p, t->tag);
		return false;
	}
	if (t->kind == HTML_START && is_part(t->tag))
		return end_any_cell(p);
	if (t->kind == HTML_END && is_outer_end(t->tag))
		return false;
	if (t->kind == HTML_END && (t->tag == DOM_TAG_table || t->tag == DOM_TAG_tr || is_row_group(t->tag)))
		return html_in_table_scope(p, t->tag) && end_any_cell(p);
	return html_in_body(p, t);
}
