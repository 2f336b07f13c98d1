#include "dom/html_parser.h"

#include <string.h>

dom_id html_create(struct html_parser *p, const struct html_token *t, enum dom_space space)
{
	dom_id id = html_tree_new(&p->tree, DOM_ELEMENT, t->text);
	struct dom_node *node = html_node(p, id);
	node->space = (uint8_t)space;
	node->tag = (uint16_t)t->tag;
	node->n_attrs = t->n_attrs;
	node->attrs = t->attrs;
	return id;
}

dom_id html_clone(struct html_parser *p, dom_id from)
{
	struct dom_node copy = *html_node(p, from);
	dom_id id = html_tree_new(&p->tree, DOM_ELEMENT, copy.text);
	struct dom_node *node = html_node(p, id);
	node->space = copy.space;
	node->tag = copy.tag;
	node->n_attrs = copy.n_attrs;
	node->attrs = copy.attrs;
	return id;
}

static struct html_open open_entry(struct html_parser *p, dom_id node)
{
	const struct dom_node *n = html_node(p, node);
	unsigned flags = html_tag_flags(n->space, n->tag);
	return (struct html_open){ .node = node, .flags = (uint16_t)flags, .tag = (uint8_t)n->tag, .space = n->space };
}

static void count_open(struct html_parser *p, const struct html_open *e, bool is_open)
{
	html_node(p, e->node)->end = is_open;
	if (e->space == DOM_HTML)
		p->n_open_of[e->tag] = (uint16_t)(p->n_open_of[e->tag] + (is_open ? 1 : -1));
}

void html_push(struct html_parser *p, dom_id node)
{
	html_open_insert(p, p->n_open, node);
}

void html_open_insert(struct html_parser *p, uint32_t i, dom_id node)
{
	if (p->n_open == HTML_OPEN_MAX) {
		p->is_cut = true;
		return;
	}
	memmove(&p->open[i + 1], &p->open[i], (p->n_open - i) * sizeof(*p->open));
	p->open[i] = open_entry(p, node);
	count_open(p, &p->open[i], true);
	p->n_open++;
}

void html_pop(struct html_parser *p)
{
	count_open(p, &p->open[--p->n_open], false);
}

void html_pop_to(struct html_parser *p, uint32_t n)
{
	while (p->n_open > n)
		html_pop(p);
}

void html_open_remove(struct html_parser *p, uint32_t i)
{
	count_open(p, &p->open[i], false);
	p->n_open--;
	memmove(&p->open[i], &p->open[i + 1], (p->n_open - i) * sizeof(*p->open));
}

uint32_t html_open_at(const struct html_parser *p, dom_id node)
{
	for (uint32_t i = p->n_open; i-- > 0;)
		if (p->open[i].node == node)
			return i;
	return p->n_open;
}

uint32_t html_open_find(const struct html_parser *p, enum dom_tag tag)
{
	for (uint32_t i = p->n_open_of[tag] == 0 ? 0 : p->n_open; i-- > 0;)
		if (p->open[i].tag == tag && p->open[i].space == DOM_HTML)
			return i;
	return p->n_open;
}

void html_pop_until(struct html_parser *p, enum dom_tag tag)
{
	uint32_t i = html_open_find(p, tag);
	html_pop_to(p, i);
}

bool html_has(const struct html_parser *p, enum dom_tag tag, unsigned ends)
{
	if (p->n_open_of[tag] == 0)
		return false;
	for (uint32_t i = p->n_open; i-- > 0;) {
		const struct html_open *e = &p->open[i];
		if (e->tag == tag && e->space == DOM_HTML)
			return true;
		if ((e->flags & ends) != 0)
			return false;
	}
	return false;
}

/* Where foster parenting puts things: before the last table, or into the last template where that is inside it. */
static struct html_place foster_place(struct html_parser *p)
{
	uint32_t table = html_open_find(p, DOM_TAG_table), template = html_open_find(p, DOM_TAG_template);
	bool has_table = table < p->n_open;
	if (template < p->n_open && (!has_table || template > table))
		return (struct html_place){ p->open[template].node, DOM_NONE };
	if (!has_table)
		return (struct html_place){ p->open[0].node, DOM_NONE };
	dom_id node = p->open[table].node, parent = html_node(p, node)->parent;
	if (parent == DOM_NONE)
		return (struct html_place){ p->open[table - 1].node, DOM_NONE };
	return (struct html_place){ parent, node };
}

struct html_place html_place_in(struct html_parser *p, uint32_t target)
{
	const struct html_open *e = &p->open[target];
	if (p->is_fostering && e->space == DOM_HTML && (e->flags & IS_FOSTERING) != 0)
		return foster_place(p);
	return (struct html_place){ e->node, DOM_NONE };
}

static void place_here(struct html_parser *p, dom_id node)
{
	html_tree_insert(&p->tree, html_place_in(p, p->n_open - 1), node);
}

dom_id html_insert(struct html_parser *p, const struct html_token *t)
{
	return html_insert_foreign(p, t, DOM_HTML);
}

dom_id html_insert_foreign(struct html_parser *p, const struct html_token *t, enum dom_space space)
{
	dom_id node = html_create(p, t, space);
	place_here(p, node);
	html_push(p, node);
	return node;
}

dom_id html_insert_tag(struct html_parser *p, enum dom_tag tag)
{
	return html_insert(p, &(struct html_token){ .kind = HTML_START, .tag = tag, .text = html_tag_name(tag) });
}

void html_insert_void(struct html_parser *p, const struct html_token *t)
{
	place_here(p, html_create(p, t, DOM_HTML));
}

void html_insert_text(struct html_parser *p, struct sv text)
{
	if (text.n > 0)
		html_tree_add_text(&p->tree, html_place_in(p, p->n_open - 1), text);
}

void html_insert_comment(struct html_parser *p, const struct html_token *t)
{
	place_here(p, html_tree_new(&p->tree, DOM_COMMENT, t->text));
}

void html_insert_comment_at(struct html_parser *p, const struct html_token *t, dom_id parent)
{
	html_tree_insert(&p->tree, (struct html_place){ parent, DOM_NONE }, html_tree_new(&p->tree, DOM_COMMENT, t->text));
}

static bool has_attribute(const struct dom_attr *v, uint32_t n, struct sv name)
{
	for (uint32_t i = 0; i < n; i++)
		if (sv_eq(v[i].name, name))
			return true;
	return false;
}

void html_merge_attributes(struct html_parser *p, const struct html_token *t, dom_id id)
{
	struct dom_node *node = html_node(p, id);
	uint32_t n = node->n_attrs;
	if (t->n_attrs == 0 || n + t->n_attrs > LIMIT_DOM_ATTRIBUTES) {
		p->is_cut |= t->n_attrs > 0;
		return;
	}
	struct dom_attr *v = NULL;
	for (uint32_t i = 0; i < t->n_attrs; i++) {
		if (has_attribute(node->attrs, node->n_attrs, t->attrs[i].name))
			continue;
		if (v == NULL) {
			v = ARENA_ARRAY(p->tree.a, struct dom_attr, n + t->n_attrs);
			if (n > 0)
				memcpy(v, node->attrs, n * sizeof(*v));
		}
		v[n++] = t->attrs[i];
	}
	if (v != NULL) {
		node->attrs = v;
		node->n_attrs = n;
	}
}

void html_close_implied(struct html_parser *p, enum dom_tag except)
{
	while ((html_top(p)->flags & IS_IMPLIED) != 0 && html_top(p)->tag != except)
		html_pop(p);
}

void html_close_implied_all(struct html_parser *p)
{
	while ((html_top(p)->flags & (IS_IMPLIED | IS_IMPLIED_ALL)) != 0)
		html_pop(p);
}

void html_close_p(struct html_parser *p)
{
	if (html_in_button_scope(p, DOM_TAG_p)) {
		html_close_implied(p, DOM_TAG_p);
		html_pop_until(p, DOM_TAG_p);
	}
}

/* The mode the open element e asks for; MODE_N where it says nothing. */
static enum html_mode mode_of(struct html_parser *p, enum dom_tag tag, bool is_last)
{
	static const uint8_t modes[DOM_TAG_N] = {
		[DOM_TAG_td] = MODE_IN_CELL, [DOM_TAG_th] = MODE_IN_CELL, [DOM_TAG_tr] = MODE_IN_ROW,
		[DOM_TAG_tbody] = MODE_IN_TABLE_BODY, [DOM_TAG_thead] = MODE_IN_TABLE_BODY, [DOM_TAG_tfoot] = MODE_IN_TABLE_BODY,
		[DOM_TAG_caption] = MODE_IN_CAPTION, [DOM_TAG_colgroup] = MODE_IN_COLUMN_GROUP, [DOM_TAG_table] = MODE_IN_TABLE,
		[DOM_TAG_head] = MODE_IN_HEAD, [DOM_TAG_body] = MODE_IN_BODY, [DOM_TAG_frameset] = MODE_IN_FRAMESET,
	};
	if (tag == DOM_TAG_template)
		return p->n_templates > 0 ? p->template_modes[p->n_templates - 1] : MODE_IN_BODY;
	if (tag == DOM_TAG_html)
		return p->head == DOM_NONE ? MODE_BEFORE_HEAD : MODE_AFTER_HEAD;
	if (modes[tag] == 0 || (is_last && (tag == DOM_TAG_td || tag == DOM_TAG_th || tag == DOM_TAG_head)))
		return is_last ? MODE_IN_BODY : MODE_N;
	return modes[tag];
}

void html_reset_mode(struct html_parser *p)
{
	p->mode = MODE_N;
	for (uint32_t i = p->n_open; i-- > 0 && p->mode == MODE_N;) {
		bool is_last = i == 0;
		const struct html_open *e = &p->open[i];
		enum dom_tag tag = e->tag;
		enum dom_space space = e->space;
		if (is_last && p->context != DOM_NONE) {
			tag = html_node(p, p->context)->tag;
			space = html_node(p, p->context)->space;
		}
		if (space == DOM_HTML)
			p->mode = mode_of(p, tag, is_last);
	}
	if (p->mode == MODE_N)
		p->mode = MODE_IN_BODY;
}
