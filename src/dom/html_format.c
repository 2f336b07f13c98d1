#include "dom/html_format.h"

#include <string.h>

/* FNV-1a; attributes are summed so that their order does not matter. */
static uint64_t hash_sv(uint64_t h, struct sv s)
{
	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * UINT64_C(0x100000001B3);
	return h;
}

static uint64_t hash_attributes(const struct dom_node *node)
{
	uint64_t sum = 1;
	for (uint32_t i = 0; i < node->n_attrs; i++)
		sum += hash_sv(hash_sv(UINT64_C(0xCBF29CE484222325), node->attrs[i].name) * 31, node->attrs[i].value);
	return sum | 1;
}

static uint64_t hash_of(struct html_parser *p, struct html_format *f)
{
	if (f->hash == 0)
		f->hash = hash_attributes(html_node(p, f->node));
	return f->hash;
}

static void remove_at(struct html_parser *p, uint32_t i)
{
	p->n_formats--;
	memmove(&p->formats[i], &p->formats[i + 1], (p->n_formats - i) * sizeof(*p->formats));
}

static uint32_t index_of(const struct html_parser *p, dom_id node)
{
	for (uint32_t i = p->n_formats; i-- > 0;)
		if (p->formats[i].node == node)
			return i;
	return p->n_formats;
}

/* Where the earliest of three entries like `f` after the last marker stands; n_formats where there are fewer. */
static uint32_t third_alike(struct html_parser *p, struct html_format *f)
{
	uint32_t n_alike = 0, n_attrs = html_node(p, f->node)->n_attrs;
	for (uint32_t i = p->n_formats; i-- > 0 && p->formats[i].node != DOM_NONE;) {
		struct html_format *e = &p->formats[i];
		if (e->tag == f->tag && html_node(p, e->node)->n_attrs == n_attrs && hash_of(p, e) == hash_of(p, f) && ++n_alike == 3)
			return i;
	}
	return p->n_formats;
}

static void add(struct html_parser *p, struct html_format f)
{
	if (p->n_formats == HTML_FORMATS_MAX) {
		p->is_cut = true;
		remove_at(p, 0);
	}
	p->formats[p->n_formats++] = f;
}

void html_format_push(struct html_parser *p, dom_id node)
{
	struct html_format f = { .node = node, .tag = (uint8_t)html_node(p, node)->tag };
	uint32_t i = third_alike(p, &f);
	if (i < p->n_formats)
		remove_at(p, i);
	add(p, f);
}

void html_format_push_marker(struct html_parser *p)
{
	add(p, (struct html_format){ .node = DOM_NONE });
}

void html_format_clear_to_marker(struct html_parser *p)
{
	while (p->n_formats > 0 && p->formats[--p->n_formats].node != DOM_NONE)
		;
}

dom_id html_format_find(const struct html_parser *p, enum dom_tag tag)
{
	for (uint32_t i = p->n_formats; i-- > 0 && p->formats[i].node != DOM_NONE;)
		if (p->formats[i].tag == tag)
			return p->formats[i].node;
	return DOM_NONE;
}

void html_format_remove(struct html_parser *p, dom_id node)
{
	uint32_t i = index_of(p, node);
	if (i < p->n_formats)
		remove_at(p, i);
}

/* Whether an entry needs no reconstruction. */
static bool is_settled(struct html_parser *p, const struct html_format *f)
{
	return f->node == DOM_NONE || html_node(p, f->node)->end != 0;
}

void html_format_reconstruct(struct html_parser *p)
{
	uint32_t i = p->n_formats;
	while (i > 0 && !is_settled(p, &p->formats[i - 1]))
		i--;
	for (; i < p->n_formats; i++) {
		if (p->n_open >= LIMIT_DOM_DEPTH) {
			p->is_cut = true;
			return;
		}
		dom_id node = html_clone(p, p->formats[i].node);
		html_tree_insert(&p->tree, html_place_in(p, p->n_open - 1), node);
		html_push(p, node);
		p->formats[i].node = node;
	}
}

/* The topmost special element below index i of the stack; n_open for none. */
static uint32_t furthest_block(const struct html_parser *p, uint32_t i)
{
	while (++i < p->n_open && (p->open[i].flags & IS_SPECIAL) == 0)
		;
	return i;
}

/*
 * The inner loop: from the furthest block (index `block`) up to the formatting element (index `top`), each formatting
 * element between is cloned around what came before, at most three of them, and all others leave the stack.
 * Gives the node that is to be placed in the common ancestor; moves *bookmark.
 */
static dom_id wrap_chain(struct html_parser *p, uint32_t top, uint32_t block, uint32_t *bookmark)
{
	dom_id last = p->open[block].node;
	bool is_first = true;
	uint32_t n = 0;
	for (uint32_t i = block - 1; i > top; i--) {
		dom_id node = p->open[i].node;
		uint32_t f = index_of(p, node);
		n++;
		if (n > 3 && f < p->n_formats) {
			remove_at(p, f);
			*bookmark -= f < *bookmark;
			f = p->n_formats;
		}
		if (f == p->n_formats) {
			html_open_remove(p, i);
			continue;
		}
		dom_id clone = html_clone(p, node);
		p->formats[f].node = clone;
		html_node(p, node)->end = 0;
		html_node(p, clone)->end = 1;
		p->open[i].node = clone;
		if (is_first)
			*bookmark = f + 1;
		is_first = false;
		html_tree_remove(&p->tree, last);
		html_tree_insert(&p->tree, (struct html_place){ clone, DOM_NONE }, last);
		last = clone;
	}
	return last;
}

/* One turn of the outer loop for the formatting element at stack index `top`, list index f; its furthest block is known. */
static void adopt_once(struct html_parser *p, uint32_t top, uint32_t block, dom_id formatting)
{
	uint32_t bookmark = index_of(p, formatting);
	dom_id block_node = p->open[block].node;
	dom_id last = wrap_chain(p, top, block, &bookmark);
	html_tree_remove(&p->tree, last);
	html_tree_insert(&p->tree, html_place_in(p, top - 1), last);
	dom_id clone = html_clone(p, formatting);
	html_tree_move_children(&p->tree, block_node, clone);
	html_tree_insert(&p->tree, (struct html_place){ block_node, DOM_NONE }, clone);

	uint32_t f = index_of(p, formatting);
	struct html_format entry = p->formats[f];
	entry.node = clone;
	remove_at(p, f);
	bookmark -= f < bookmark;
	memmove(&p->formats[bookmark + 1], &p->formats[bookmark], (p->n_formats - bookmark) * sizeof(*p->formats));
	p->formats[bookmark] = entry;
	p->n_formats++;

	html_open_remove(p, html_open_at(p, formatting));
	html_open_insert(p, html_open_at(p, block_node) + 1, clone);
}

/* One turn of the outer loop. True where another is due; *ret_handled false where any other end tag's steps are. */
static bool adopt_step(struct html_parser *p, enum dom_tag subject, bool *ret_handled)
{
	dom_id formatting = html_format_find(p, subject);
	if (formatting == DOM_NONE) {
		*ret_handled = false;
		return false;
	}
	uint32_t top = html_open_at(p, formatting);
	if (top == p->n_open) {
		html_format_remove(p, formatting);
		return false;
	}
	if (!html_in_scope(p, subject))
		return false;
	uint32_t block = furthest_block(p, top);
	if (block == p->n_open) {
		html_pop_to(p, top);
		html_format_remove(p, formatting);
		return false;
	}
	adopt_once(p, top, block, formatting);
	return true;
}

bool html_format_adopt(struct html_parser *p, enum dom_tag subject)
{
	if (html_top_is(p, subject) && index_of(p, html_top(p)->node) == p->n_formats) {
		html_pop(p);
		return true;
	}
	bool is_handled = true;
	for (int turn = 0; turn < 8 && adopt_step(p, subject, &is_handled); turn++)
		;
	/* Only the first turn may find no formatting element; later ones just end. */
	return is_handled;
}
