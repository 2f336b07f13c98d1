#include "dom/html_tree.h"

#include <string.h>

void html_tree_start(struct html_tree *t, struct arena *a, size_t n_bytes)
{
	*t = (struct html_tree){ .a = a, .cap = 64 + (uint32_t)(n_bytes / 64 < 65536 ? n_bytes / 64 : 65536) };
	t->v = ARENA_ARRAY(a, struct dom_node, t->cap);
	(void)html_tree_new(t, DOM_DOCUMENT, SV_NONE);
}

dom_id html_tree_new(struct html_tree *t, enum dom_kind kind, struct sv text)
{
	if (t->n == t->cap) {
		struct dom_node *v = ARENA_ARRAY(t->a, struct dom_node, 2 * (size_t)t->cap);
		memcpy(v, t->v, t->n * sizeof(*v));
		t->v = v;
		t->cap *= 2;
	}
	struct dom_node *node = &t->v[t->n];
	node->parent = node->first_child = node->last_child = node->next = node->prev = DOM_NONE;
	node->kind = (uint8_t)kind;
	node->text = text;
	return t->n++;
}

void html_tree_insert(struct html_tree *t, struct html_place at, dom_id node)
{
	struct dom_node *v = t->v, *parent = &v[at.parent];
	dom_id prev = at.before == DOM_NONE ? parent->last_child : v[at.before].prev;
	v[node].parent = at.parent;
	v[node].prev = prev;
	v[node].next = at.before;
	if (prev == DOM_NONE)
		parent->first_child = node;
	else
		v[prev].next = node;
	if (at.before == DOM_NONE)
		parent->last_child = node;
	else
		v[at.before].prev = node;
}

void html_tree_remove(struct html_tree *t, dom_id node)
{
	struct dom_node *v = t->v, *n = &v[node];
	if (n->parent == DOM_NONE)
		return;
	if (n->prev == DOM_NONE)
		v[n->parent].first_child = n->next;
	else
		v[n->prev].next = n->next;
	if (n->next == DOM_NONE)
		v[n->parent].last_child = n->prev;
	else
		v[n->next].prev = n->prev;
	n->parent = n->prev = n->next = DOM_NONE;
}

void html_tree_move_children(struct html_tree *t, dom_id from, dom_id to)
{
	struct dom_node *v = t->v;
	dom_id first = v[from].first_child, last = v[from].last_child;
	if (first == DOM_NONE)
		return;
	for (dom_id child = first; child != DOM_NONE; child = v[child].next)
		v[child].parent = to;
	v[first].prev = v[to].last_child;
	if (v[to].last_child == DOM_NONE)
		v[to].first_child = first;
	else
		v[v[to].last_child].next = first;
	v[to].last_child = last;
	v[from].first_child = v[from].last_child = DOM_NONE;
}

/* A longer view where the page goes on there, else a buffer that doubles. */
void html_tree_lengthen(struct html_tree *t, dom_id id, struct sv more)
{
	struct dom_node *node = &t->v[id];
	struct sv *s = &node->text;
	if (more.n == 0)
		return;
	if (s->p + s->n == more.p && node->n_attrs == 0) {
		s->n += more.n;
		return;
	}
	if (node->n_attrs < s->n + more.n) {
		node->n_attrs = (uint32_t)(2 * (s->n + more.n));
		char *p = arena_alloc(t->a, node->n_attrs);
		memcpy(p, s->p, s->n);
		s->p = p;
	}
	/* The bytes past s->n were allocated here, a line or a call above, for this node alone. */
	memcpy((char *)(uintptr_t)s->p + s->n, more.p, more.n);
	s->n += more.n;
}

void html_tree_add_text(struct html_tree *t, struct html_place at, struct sv text)
{
	dom_id prev = at.before == DOM_NONE ? t->v[at.parent].last_child : t->v[at.before].prev;
	if (prev != DOM_NONE && t->v[prev].kind == DOM_TEXT) {
		html_tree_lengthen(t, prev, text);
		return;
	}
	html_tree_insert(t, at, html_tree_new(t, DOM_TEXT, text));
}

/* The node after `node` in document order. */
static dom_id next_in_order(const struct dom_node *v, dom_id node)
{
	if (v[node].first_child != DOM_NONE)
		return v[node].first_child;
	while (node != DOM_NONE && v[node].next == DOM_NONE)
		node = v[node].parent;
	return node == DOM_NONE ? DOM_NONE : v[node].next;
}

static bool is_in_order(const struct html_tree *t)
{
	dom_id want = 0;
	for (dom_id node = 0; node != DOM_NONE; node = next_in_order(t->v, node))
		if (node != want++)
			return false;
	return want == t->n;
}

static void put_in_order(struct html_tree *t)
{
	dom_id *place = ARENA_ARRAY(t->a, dom_id, t->n);
	struct dom_node *v = ARENA_ARRAY(t->a, struct dom_node, t->n);
	uint32_t n = 0;
	for (dom_id node = 0; node != DOM_NONE; node = next_in_order(t->v, node)) {
		v[n] = t->v[node];
		place[node] = n++;
	}
#define RENUMBER(link) (link) = (link) == DOM_NONE ? DOM_NONE : place[link]
	for (uint32_t i = 0; i < n; i++) {
		RENUMBER(v[i].parent);
		RENUMBER(v[i].first_child);
		RENUMBER(v[i].last_child);
		RENUMBER(v[i].next);
		RENUMBER(v[i].prev);
	}
#undef RENUMBER
	t->v = v;
	t->n = n;
}

void html_tree_finish(struct html_tree *t, struct dom *ret)
{
	if (!is_in_order(t))
		put_in_order(t);
	for (dom_id i = t->n; i-- > 0;) {
		struct dom_node *node = &t->v[i];
		node->end = node->last_child == DOM_NONE ? i + 1 : t->v[node->last_child].end;
		if (node->kind == DOM_TEXT)
			node->n_attrs = 0;
	}
	ret->v = t->v;
	ret->n = t->n;
}
