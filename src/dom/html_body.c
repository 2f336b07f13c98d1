/* "In body" (13.2.6.4.7): text, comments and the end of the page; tags have files of their own. */
#include "dom/html_format.h"
#include "dom/html_mode.h"

static void body_text(struct html_parser *p, struct html_token *t)
{
	t->text = html_token_without_nul(&p->tokens, t->text, SV(""));
	if (t->text.n == 0)
		return;
	html_format_reconstruct(p);
	html_insert_text(p, t->text);
	if (p->has_frameset_ok && html_leading_space(t->text) < t->text.n)
		p->has_frameset_ok = false;
}

bool html_in_body(struct html_parser *p, struct html_token *t)
{
	switch (t->kind) {
	case HTML_TEXT:
		body_text(p, t);
		return false;
	case HTML_START:
		return html_in_body_start(p, t);
	case HTML_END:
		return html_in_body_end(p, t);
	case HTML_COMMENT:
		html_insert_comment(p, t);
		return false;
	case HTML_EOF:
		if (p->n_templates > 0)
			return html_in_template(p, t);
		p->is_done = true;
		return false;
	case HTML_DOCTYPE:
	default:
		return false;
	}
}
