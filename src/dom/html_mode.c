#include "dom/html_mode.h"

bool html_mode_rules(struct html_parser *p, struct html_token *t)
{
	static bool (*const rules[MODE_N])(struct html_parser *, struct html_token *) = {
		[MODE_INITIAL] = html_initial,
		[MODE_BEFORE_HTML] = html_before_html,
		[MODE_BEFORE_HEAD] = html_before_head,
		[MODE_IN_HEAD] = html_in_head,
		[MODE_IN_HEAD_NOSCRIPT] = html_in_head_noscript,
		[MODE_AFTER_HEAD] = html_after_head,
		[MODE_IN_BODY] = html_in_body,
		[MODE_TEXT] = html_in_text,
		[MODE_IN_TABLE] = html_in_table,
		[MODE_IN_TABLE_TEXT] = html_in_table_text,
		[MODE_IN_CAPTION] = html_in_caption,
		[MODE_IN_COLUMN_GROUP] = html_in_column_group,
		[MODE_IN_TABLE_BODY] = html_in_table_body,
		[MODE_IN_ROW] = html_in_row,
		[MODE_IN_CELL] = html_in_cell,
		[MODE_IN_TEMPLATE] = html_in_template,
		[MODE_AFTER_BODY] = html_after_body,
		[MODE_IN_FRAMESET] = html_in_frameset,
		[MODE_AFTER_FRAMESET] = html_after_frameset,
		[MODE_AFTER_AFTER_BODY] = html_after_after_body,
		[MODE_AFTER_AFTER_FRAMESET] = html_after_after_frameset,
	};
	return rules[p->mode](p, t);
}

size_t html_leading_space(struct sv text)
{
	size_t n = 0;
	while (n < text.n && (text.p[n] == ' ' || text.p[n] == '\n' || text.p[n] == '\t' || text.p[n] == '\f' || text.p[n] == '\r'))
		n++;
	return n;
}

bool html_take_space(struct html_parser *p, struct html_token *t, bool is_kept)
{
	if (t->kind != HTML_TEXT)
		return false;
	size_t n = html_leading_space(t->text);
	if (is_kept)
		html_insert_text(p, sv_sub(t->text, 0, n));
	t->text = sv_sub(t->text, n, t->text.n);
	return t->text.n == 0;
}

void html_start_raw(struct html_parser *p, const struct html_token *t, enum html_content content)
{
	html_insert(p, t);
	p->tokens.content = content;
	p->original_mode = p->mode;
	p->mode = MODE_TEXT;
}

bool html_in_text(struct html_parser *p, struct html_token *t)
{
	if (t->kind == HTML_TEXT) {
		html_insert_text(p, t->text);
		return false;
	}
	html_pop(p);
	p->mode = p->original_mode;
	return t->kind == HTML_EOF;
}
