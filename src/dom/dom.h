#ifndef DOM_DOM_H
#define DOM_DOM_H
/*
 * A web page as a compact read-only tree, parsed by the rules of the WHATWG HTML standard (section 13.2, scripting off)
 * in linear time and without recursion. Everything lives in the caller's arena. Nodes are numbered in document order,
 * so a subtree is the index range [node, dom_end(node)): most of extraction is one pass over an array.
 */
#include <stdint.h>

#include "base/arena.h"

typedef uint32_t dom_id; /* index of a node; DOM_NONE for no node; 0 is the document */
#define DOM_NONE UINT32_MAX

enum dom_kind { DOM_DOCUMENT, DOM_DOCTYPE, DOM_ELEMENT, DOM_TEXT, DOM_COMMENT, DOM_KIND_N };
enum dom_space { DOM_HTML, DOM_SVG, DOM_MATHML, DOM_SPACE_N };

/* Known element names (dom/tag.def), for fast comparison; DOM_TAG_OTHER for any other, see dom_name. */
enum dom_tag {
	DOM_TAG_OTHER,
#define TAG(name, ...) DOM_TAG_##name,
#include "dom/tag.def"
#undef TAG
	DOM_TAG_N
};

struct dom_attr {
	struct sv name, value; /* name is lower case for HTML elements */
};

struct dom_node {
	dom_id parent, first_child, last_child, next, prev;
	dom_id end; /* one past the last node of the subtree */
	uint8_t kind, space;
	uint16_t tag;
	uint32_t n_attrs;
	const struct dom_attr *attrs;
	struct sv text; /* DOM_TEXT, DOM_COMMENT: its data; DOM_ELEMENT, DOM_DOCTYPE: its name */
};

struct dom {
	const struct dom_node *v;
	uint32_t n;
	bool is_cut; /* a ceiling of base/limits.h (depth, nodes, attributes) was met: what lies beyond is left out or flattened */
	bool is_quirky;
};

/* Parses a whole page given as valid UTF-8. Never fails: any bytes give a tree (as in the standard). */
void dom_parse(struct arena *a, struct sv html, struct dom *ret);

/* The value of an attribute, SV_NONE (p == NULL) when absent; an empty value has p != NULL. `name` in lower case. */
struct sv dom_attr(const struct dom *d, dom_id node, struct sv name);
static inline const struct dom_node *dom_at(const struct dom *d, dom_id node) { return &d->v[node]; }
static inline bool dom_is(const struct dom *d, dom_id node, enum dom_tag tag)
{
	return d->v[node].kind == DOM_ELEMENT && d->v[node].space == DOM_HTML && d->v[node].tag == tag;
}
/* The next node of the subtree `root` after `node` that is an HTML element with this tag; DOM_NONE at the end. */
dom_id dom_next_tag(const struct dom *d, dom_id root, dom_id node, enum dom_tag tag);
/* The text of a subtree as it stands, without script, style and comments. */
struct sv dom_text(struct arena *a, const struct dom *d, dom_id node);
#endif
