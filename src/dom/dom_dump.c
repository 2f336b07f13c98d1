#include "dom/dom_dump.h"

#include "base/limits.h"

/* Attributes of SVG and MathML that belong to a namespace of their own. */
static const struct sv prefixed[] = { SV_INIT("xlink:actuate"), SV_INIT("xlink:arcrole"), SV_INIT("xlink:href"),
	SV_INIT("xlink:role"), SV_INIT("xlink:show"), SV_INIT("xlink:title"), SV_INIT("xlink:type"), SV_INIT("xml:lang"),
	SV_INIT("xml:space"), SV_INIT("xmlns:xlink") };

static void start_line(struct buf *out, unsigned depth)
{
	buf_add(out, out->n == 0 ? SV("| ") : SV("\n| "));
	for (unsigned i = 0; i < depth; i++)
		buf_add(out, SV("  "));
}

/* Length of the prefix of an attribute's name ("xlink" of "xlink:href"); all of the name where it has none. */
static size_t prefix_of(const struct dom_node *n, struct sv name)
{
	for (size_t i = 0; n->space != DOM_HTML && i < sizeof(prefixed) / sizeof(*prefixed); i++)
		if (sv_eq(prefixed[i], name))
			return sv_find_char(name, ':', 0);
	return name.n;
}

/* The name as it is written and sorted: "xlink href". */
static void put_name(struct buf *out, const struct dom_node *n, struct sv name)
{
	size_t prefix = prefix_of(n, name);
	buf_add(out, sv_sub(name, 0, prefix));
	if (prefix < name.n)
		buf_add_char(out, ' ');
	buf_add(out, sv_sub(name, prefix + 1, name.n));
}

static int compare_names(const struct dom_node *n, struct sv a, struct sv b)
{
	AUTO_BUF x = BUF_INIT(LIMIT_PARSE_OUTPUT);
	AUTO_BUF y = BUF_INIT(LIMIT_PARSE_OUTPUT);
	put_name(&x, n, a);
	put_name(&y, n, b);
	return sv_cmp(buf_sv(&x), buf_sv(&y));
}

static void dump_attribute(struct buf *out, const struct dom_node *n, const struct dom_attr *attr, unsigned depth)
{
	start_line(out, depth);
	put_name(out, n, attr->name);
	buf_add(out, SV("=\""));
	buf_add(out, attr->value);
	buf_add_char(out, '"');
}

/* The attribute that comes next after `last` (NULL: the first) in the order of names; NULL for none. */
static const struct dom_attr *next_attribute(const struct dom_node *n, const struct dom_attr *last)
{
	const struct dom_attr *least = NULL;
	for (uint32_t i = 0; i < n->n_attrs; i++) {
		const struct dom_attr *attr = &n->attrs[i];
		bool is_after = last == NULL || compare_names(n, attr->name, last->name) > 0;
		if (is_after && (least == NULL || compare_names(n, attr->name, least->name) < 0))
			least = attr;
	}
	return least;
}

static void dump_attributes(struct buf *out, const struct dom_node *n, unsigned depth)
{
	for (const struct dom_attr *attr = NULL; (attr = next_attribute(n, attr)) != NULL;)
		dump_attribute(out, n, attr, depth);
}

static void dump_doctype(struct buf *out, const struct dom_node *n)
{
	buf_add(out, SV("<!DOCTYPE "));
	buf_add(out, n->text);
	for (uint32_t i = 0; i < n->n_attrs; i++) {
		buf_add(out, SV(" \""));
		buf_add(out, n->attrs[i].value);
		buf_add_char(out, '"');
	}
	buf_add_char(out, '>');
}

static void dump_element(struct buf *out, const struct dom_node *n, unsigned depth)
{
	static const struct sv spaces[DOM_SPACE_N] = { [DOM_HTML] = SV_INIT(""), [DOM_SVG] = SV_INIT("svg "),
		[DOM_MATHML] = SV_INIT("math ") };
	buf_add_char(out, '<');
	buf_add(out, spaces[n->space]);
	buf_add(out, n->text);
	buf_add_char(out, '>');
	dump_attributes(out, n, depth + 1);
}

static bool is_template(const struct dom_node *n)
{
	return n->kind == DOM_ELEMENT && n->space == DOM_HTML && n->tag == DOM_TAG_template;
}

static void dump_node(struct buf *out, const struct dom_node *n, unsigned depth)
{
	start_line(out, depth);
	switch (n->kind) {
	case DOM_DOCTYPE:
		dump_doctype(out, n);
		break;
	case DOM_ELEMENT:
		dump_element(out, n, depth);
		break;
	case DOM_TEXT:
	case DOM_COMMENT:
		buf_add(out, n->kind == DOM_TEXT ? SV("\"") : SV("<!-- "));
		buf_add(out, n->text);
		buf_add(out, n->kind == DOM_TEXT ? SV("\"") : SV(" -->"));
		break;
	default:
		break;
	}
	if (is_template(n)) {
		start_line(out, depth + 1);
		buf_add(out, SV("content"));
	}
}

void dom_dump(const struct dom *d, struct buf *out)
{
	unsigned depth = 0;
	for (dom_id i = 1, parent = 0; i < d->n; i++) {
		const struct dom_node *n = dom_at(d, i);
		for (; parent != n->parent; parent = dom_at(d, parent)->parent)
			depth -= is_template(dom_at(d, parent)) ? 2 : 1;
		dump_node(out, n, depth);
		if (n->first_child != DOM_NONE) {
			depth += is_template(n) ? 2 : 1;
			parent = i;
		}
	}
}
