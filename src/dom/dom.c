#include "dom/dom.h"

#include <string.h>

struct sv dom_attr(const struct dom *d, dom_id node, struct sv name)
{
	const struct dom_node *n = dom_at(d, node);
	for (uint32_t i = 0; n->kind == DOM_ELEMENT && i < n->n_attrs; i++)
		if (sv_eq(n->attrs[i].name, name))
			return n->attrs[i].value.p == NULL ? SV("") : n->attrs[i].value;
	return SV_NONE;
}

dom_id dom_next_tag(const struct dom *d, dom_id root, dom_id node, enum dom_tag tag)
{
	for (dom_id end = dom_at(d, root)->end; ++node < end;)
		if (dom_is(d, node, tag))
			return node;
	return DOM_NONE;
}

/* The next text node from `at` on that is read: script and style are stepped over. */
static dom_id next_text(const struct dom *d, dom_id at, dom_id end)
{
	while (at < end) {
		const struct dom_node *n = dom_at(d, at);
		if (n->kind == DOM_TEXT)
			return at;
		bool is_skipped = n->kind == DOM_ELEMENT && (n->tag == DOM_TAG_script || n->tag == DOM_TAG_style);
		at = is_skipped ? n->end : at + 1;
	}
	return end;
}

struct sv dom_text(struct arena *a, const struct dom *d, dom_id node)
{
	dom_id end = dom_at(d, node)->end, first = next_text(d, node, end);
	if (first == end)
		return SV("");
	size_t n = 0, n_parts = 0;
	for (dom_id at = first; at < end; at = next_text(d, at + 1, end), n_parts++)
		n += dom_at(d, at)->text.n;
	if (n_parts == 1)
		return dom_at(d, first)->text;
	char *out = arena_alloc(a, n);
	n = 0;
	for (dom_id at = first; at < end; at = next_text(d, at + 1, end)) {
		struct sv s = dom_at(d, at)->text;
		memcpy(out + n, s.p, s.n);
		n += s.n;
	}
	return (struct sv){ out, n };
}
