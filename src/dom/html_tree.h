#ifndef DOM_HTML_TREE_H
#define DOM_HTML_TREE_H
/*
 * The tree while it is being built: nodes by number in the order of their making, moved about by relinking, and at the
 * end put into document order. Attributes and text are views into the page or the arena and are shared by clones.
 */
#include "dom/dom.h"

struct html_tree {
	struct arena *a;
	struct dom_node *v; /* of a node being built: n_attrs of text is its room to grow, `end` is 1 while it is open */
	uint32_t n, cap;
};

/* A place among a parent's children: before the child `before`, or last where that is DOM_NONE. */
struct html_place {
	dom_id parent, before;
};

/* A tree that holds only the document; n_bytes of the page set its first size. */
void html_tree_start(struct html_tree *t, struct arena *a, size_t n_bytes);
/* A new node without a place. Pointers into t->v are lost. */
dom_id html_tree_new(struct html_tree *t, enum dom_kind kind, struct sv text);
void html_tree_insert(struct html_tree *t, struct html_place at, dom_id node);
/* Takes a node with all below it out of its parent. */
void html_tree_remove(struct html_tree *t, dom_id node);
/* Gives all children of `from` to `to`, after those it has. */
void html_tree_move_children(struct html_tree *t, dom_id from, dom_id to);
/* Text at a place: added to the text node just before it, where there is one. */
void html_tree_add_text(struct html_tree *t, struct html_place at, struct sv text);
/* More text for a text node. */
void html_tree_lengthen(struct html_tree *t, dom_id node, struct sv more);
/* The finished tree in document order; what is not linked in is dropped. */
void html_tree_finish(struct html_tree *t, struct dom *ret);
#endif
