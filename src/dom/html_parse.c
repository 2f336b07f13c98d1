#include "dom/html_parse.h"

#include "dom/html_foreign.h"
#include "dom/html_format.h"
#include "dom/html_mode.h"

/* Nodes one token may make: a whole list of formatting elements anew, and the adoption agency's clones. */
enum { NODES_OF_A_TOKEN = HTML_FORMATS_MAX + 64 };

static bool is_raw(enum dom_tag tag)
{
	switch ((int)tag) {
	case DOM_TAG_title:
	case DOM_TAG_textarea:
	case DOM_TAG_style:
	case DOM_TAG_script:
	case DOM_TAG_xmp:
	case DOM_TAG_iframe:
	case DOM_TAG_noembed:
	case DOM_TAG_noframes:
	case DOM_TAG_plaintext:
		return true;
	default:
		return false;
	}
}

/*
 * Beyond LIMIT_DOM_DEPTH an element becomes a child of the current node but is not opened; its end tag, where it needs
 * one, is swallowed. True where the token was dealt with so.
 */
static bool is_flattened(struct html_parser *p, const struct html_token *t)
{
	bool needs_end = (html_tag_flags(DOM_HTML, t->tag) & MAY_STAY_OPEN) == 0;
	if (t->kind == HTML_END && p->n_flat > 0 && p->mode != MODE_TEXT) {
		p->n_flat -= needs_end;
		return true;
	}
	if (t->kind != HTML_START || p->n_open < LIMIT_DOM_DEPTH || is_raw(t->tag) ||
	    (html_tag_flags(DOM_HTML, t->tag) & IS_VOID) != 0)
		return false;
	p->is_cut = true;
	html_insert_void(p, t);
	p->n_flat += needs_end && !t->is_self_closing;
	return true;
}

static void process(struct html_parser *p, struct html_token *t)
{
	if (p->drops_newline) {
		p->drops_newline = false;
		if (t->kind == HTML_TEXT && t->text.p[0] == '\n')
			t->text = sv_sub(t->text, 1, t->text.n);
	}
	if ((t->kind == HTML_TEXT && t->text.n == 0) || is_flattened(p, t))
		return;
	bool again = true;
	while (again)
		again = html_foreign_applies(p, t) ? html_foreign_rules(p, t) : html_mode_rules(p, t);
}

static struct html_parser *new_parser(struct arena *a, struct sv html)
{
	struct html_parser *p = ARENA_NEW(a, struct html_parser);
	html_token_start(&p->tokens, a, html);
	html_tree_start(&p->tree, a, html.n);
	p->head = p->form = p->context = DOM_NONE;
	p->has_frameset_ok = true;
	return p;
}

static void run(struct html_parser *p, struct dom *ret)
{
	struct html_token t;
	while (!p->is_done && p->tree.n < LIMIT_DOM_NODES - NODES_OF_A_TOKEN) {
		p->tokens.allows_cdata = html_foreign_space(p) != DOM_HTML;
		html_token_next(&p->tokens, &t);
		process(p, &t);
	}
	ret->is_cut = p->is_cut || p->tokens.is_cut || !p->is_done;
	ret->is_quirky = p->is_quirky;
}

void dom_parse(struct arena *a, struct sv html, struct dom *ret)
{
	struct html_parser *p = new_parser(a, html);
	run(p, ret);
	html_tree_finish(&p->tree, ret);
}

/* The context element, named "div", "svg path" or "math mi"; it stands outside the tree. */
static dom_id context_element(struct html_parser *p, struct sv context)
{
	struct html_token t = { .kind = HTML_START, .text = context };
	enum dom_space space = DOM_HTML;
	if (sv_starts(context, SV("svg ")) || sv_starts(context, SV("math "))) {
		space = context.p[0] == 's' ? DOM_SVG : DOM_MATHML;
		t.text = sv_sub(context, sv_find_char(context, ' ', 0) + 1, context.n);
	}
	uint32_t hash = 0;
	char *lower = arena_alloc(p->tree.a, t.text.n);
	for (size_t i = 0; i < t.text.n; i++) {
		lower[i] = ascii_lower(t.text.p[i]);
		hash = html_tag_hash(hash, (unsigned char)lower[i]);
	}
	t.tag = html_tag_find(&p->tokens.tags, (struct sv){ lower, t.text.n }, hash);
	return html_create(p, &t, space);
}

static enum html_content content_in(enum dom_tag tag)
{
	switch ((int)tag) {
	case DOM_TAG_title:
	case DOM_TAG_textarea:
		return HTML_RCDATA;
	case DOM_TAG_style:
	case DOM_TAG_xmp:
	case DOM_TAG_iframe:
	case DOM_TAG_noembed:
	case DOM_TAG_noframes:
		return HTML_RAWTEXT;
	case DOM_TAG_script:
		return HTML_SCRIPT;
	case DOM_TAG_plaintext:
		return HTML_PLAINTEXT;
	default:
		return HTML_DATA;
	}
}

void html_parse_fragment(struct arena *a, struct sv html, struct sv context, struct dom *ret)
{
	struct html_parser *p = new_parser(a, html);
	dom_id element = context_element(p, context);
	p->context = element;
	enum dom_tag tag = html_node(p, element)->tag;
	if (html_node(p, element)->space == DOM_HTML) {
		p->tokens.content = content_in(tag);
		if (tag == DOM_TAG_template)
			p->template_modes[p->n_templates++] = MODE_IN_TEMPLATE;
		if (tag == DOM_TAG_form)
			p->form = element;
	}
	dom_id root = html_create(p, &(struct html_token){ .tag = DOM_TAG_html, .text = SV("html") }, DOM_HTML);
	html_tree_insert(&p->tree, (struct html_place){ 0, DOM_NONE }, root);
	html_push(p, root);
	html_reset_mode(p);
	run(p, ret);
	html_tree_remove(&p->tree, root);
	html_tree_move_children(&p->tree, root, 0);
	html_tree_finish(&p->tree, ret);
}
