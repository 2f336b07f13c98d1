#include "dom/html_foreign.h"

#include "dom/html_mode.h"

static const struct sv svg_elements[] = {
#define ELEMENT(name) SV_INIT(name),
#include "dom/svg.def"
};
static const struct sv svg_attributes[] = {
#define ATTRIBUTE(name) SV_INIT(name),
#include "dom/svg.def"
};

/* The spelling of a name in a table; the name itself where it is not there. */
static struct sv spelled(const struct sv *names, size_t n, struct sv name)
{
	for (size_t i = 0; i < n; i++)
		if (sv_eq_icase(names[i], name))
			return names[i];
	return name;
}

static void spell_attributes(struct html_parser *p, struct html_token *t, enum dom_space space)
{
	struct dom_attr *v = ARENA_ARRAY(p->tree.a, struct dom_attr, t->n_attrs);
	for (uint32_t i = 0; i < t->n_attrs; i++) {
		v[i] = t->attrs[i];
		if (space == DOM_SVG)
			v[i].name = spelled(svg_attributes, sizeof(svg_attributes) / sizeof(*svg_attributes), v[i].name);
		else if (sv_eq(v[i].name, SV("definitionurl")))
			v[i].name = SV("definitionURL");
	}
	t->attrs = v;
}

void html_foreign_start(struct html_parser *p, struct html_token *t, enum dom_space space)
{
	if (space == DOM_SVG)
		t->text = spelled(svg_elements, sizeof(svg_elements) / sizeof(*svg_elements), t->text);
	if (t->n_attrs > 0)
		spell_attributes(p, t, space);
	html_insert_foreign(p, t, space);
	if (t->is_self_closing)
		html_pop(p);
}

/* The current node, or the context where only the root of a fragment is open. */
static const struct dom_node *adjusted_current(struct html_parser *p)
{
	return html_node(p, p->n_open == 1 && p->context != DOM_NONE ? p->context : html_top(p)->node);
}

enum dom_space html_foreign_space(struct html_parser *p)
{
	return p->n_open == 0 ? DOM_HTML : adjusted_current(p)->space;
}

static bool is_mathml_text(const struct dom_node *n)
{
	return n->space == DOM_MATHML && (n->tag == DOM_TAG_mi || n->tag == DOM_TAG_mo || n->tag == DOM_TAG_mn ||
	    n->tag == DOM_TAG_ms || n->tag == DOM_TAG_mtext);
}

static bool holds_html(const struct dom_node *n)
{
	if (n->space == DOM_SVG)
		return n->tag == DOM_TAG_foreignobject || n->tag == DOM_TAG_desc || n->tag == DOM_TAG_title;
	if (n->space != DOM_MATHML || n->tag != DOM_TAG_annotation_xml)
		return false;
	for (uint32_t i = 0; i < n->n_attrs; i++)
		if (sv_eq(n->attrs[i].name, SV("encoding")))
			return sv_eq_icase(n->attrs[i].value, SV("text/html")) || sv_eq_icase(n->attrs[i].value, SV("application/xhtml+xml"));
	return false;
}

bool html_foreign_applies(struct html_parser *p, const struct html_token *t)
{
	if (html_foreign_space(p) == DOM_HTML || t->kind == HTML_EOF)
		return false;
	const struct dom_node *n = adjusted_current(p);
	bool is_content = t->kind == HTML_START || t->kind == HTML_TEXT;
	if (is_mathml_text(n) && is_content && !html_is_start(t, DOM_TAG_mglyph) && !html_is_start(t, DOM_TAG_malignmark))
		return false;
	if (n->space == DOM_MATHML && n->tag == DOM_TAG_annotation_xml && html_is_start(t, DOM_TAG_svg))
		return false;
	return !(holds_html(n) && is_content);
}

/* Whether a tag leaves foreign content: HTML's own start tags, <font> with a look, </p> and </br>. */
static bool breaks_out(const struct html_token *t)
{
	if (t->kind == HTML_END)
		return t->tag == DOM_TAG_br || t->tag == DOM_TAG_p;
	for (uint32_t i = 0; t->tag == DOM_TAG_font && i < t->n_attrs; i++) {
		struct sv name = t->attrs[i].name;
		if (sv_eq(name, SV("color")) || sv_eq(name, SV("face")) || sv_eq(name, SV("size")))
			return true;
	}
	return (html_tag_flags(DOM_HTML, t->tag) & IS_BREAKOUT) != 0;
}

static bool break_out(struct html_parser *p, struct html_token *t)
{
	while (p->n_open > 1) {
		const struct dom_node *n = html_node(p, html_top(p)->node);
		if (n->space == DOM_HTML || is_mathml_text(n) || holds_html(n))
			break;
		html_pop(p);
	}
	return html_mode_rules(p, t);
}

static bool end_tag(struct html_parser *p, struct html_token *t)
{
	for (uint32_t i = p->n_open; i-- > 0;) {
		if (p->open[i].space == DOM_HTML)
			return i + 1 < p->n_open || p->context != DOM_NONE ? html_mode_rules(p, t) : false;
		if (sv_eq_icase(html_node(p, p->open[i].node)->text, t->text)) {
			if (i > 0)
				html_pop_to(p, i);
			return false;
		}
	}
	return false;
}

static void foreign_text(struct html_parser *p, struct html_token *t)
{
	struct sv text = html_token_without_nul(&p->tokens, t->text, SV(""));
	if (html_leading_space(text) < text.n)
		p->has_frameset_ok = false;
	html_insert_text(p, html_token_without_nul(&p->tokens, t->text, SV("\xEF\xBF\xBD")));
}

bool html_foreign_rules(struct html_parser *p, struct html_token *t)
{
	switch (t->kind) {
	case HTML_TEXT:
		foreign_text(p, t);
		return false;
	case HTML_COMMENT:
		html_insert_comment(p, t);
		return false;
	case HTML_START:
		if (breaks_out(t))
			return break_out(p, t);
		html_foreign_start(p, t, html_foreign_space(p));
		return false;
	case HTML_END:
		return breaks_out(t) ? break_out(p, t) : end_tag(p, t);
	case HTML_DOCTYPE:
	case HTML_EOF:
	default:
		return false;
	}
}
