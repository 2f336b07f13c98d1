#include "dom/html_tag.h"

#include <string.h>

_Static_assert(DOM_TAG_N < 256, "html_tag_index keeps a tag in a byte");

static const struct {
	struct sv name;
	unsigned flags;
} tags[DOM_TAG_N] = {
#define TAG(name, flags, ...) [DOM_TAG_##name] = { SV_INIT(#name), (flags) },
#define TAG_NAMED(name, text, flags, ...) [DOM_TAG_##name] = { SV_INIT(text), (flags) },
#include "dom/tag.def"
#undef TAG
};

void html_tag_index(struct html_tag_index *ret)
{
	memset(ret, 0, sizeof(*ret));
	for (unsigned tag = 1; tag < DOM_TAG_N; tag++) {
		uint32_t hash = 0;
		for (size_t i = 0; i < tags[tag].name.n; i++)
			hash = html_tag_hash(hash, (unsigned char)tags[tag].name.p[i]);
		while (ret->slot[hash % sizeof(ret->slot)] != DOM_TAG_OTHER)
			hash++;
		ret->slot[hash % sizeof(ret->slot)] = (uint8_t)tag;
	}
}

enum dom_tag html_tag_find(const struct html_tag_index *ix, struct sv name, uint32_t hash)
{
	for (;; hash++) {
		enum dom_tag tag = ix->slot[hash % sizeof(ix->slot)];
		if (tag == DOM_TAG_OTHER || sv_eq(tags[tag].name, name))
			return tag;
	}
}

struct sv html_tag_name(enum dom_tag tag)
{
	return tags[tag].name;
}

unsigned html_tag_flags(enum dom_space space, enum dom_tag tag)
{
	if (space == DOM_HTML)
		return tags[tag].flags;
	bool is_mathml_scope = tag == DOM_TAG_mi || tag == DOM_TAG_mo || tag == DOM_TAG_mn || tag == DOM_TAG_ms ||
	    tag == DOM_TAG_mtext || tag == DOM_TAG_annotation_xml;
	bool is_svg_scope = tag == DOM_TAG_foreignobject || tag == DOM_TAG_desc || tag == DOM_TAG_title;
	return (space == DOM_MATHML ? is_mathml_scope : is_svg_scope) ? IS_SPECIAL | IS_SCOPE : 0;
}
