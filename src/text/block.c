#include "text/block.h"

static const struct sv names[BLOCK_KIND_N] = {
	[BLOCK_PARAGRAPH] = SV_INIT("paragraph"),   [BLOCK_HEADING] = SV_INIT("heading"),     [BLOCK_STANDFIRST] = SV_INIT("standfirst"),
	[BLOCK_LIST_ITEM] = SV_INIT("list item"),   [BLOCK_QUOTE] = SV_INIT("quote"),	      [BLOCK_TABLE_ROW] = SV_INIT("table row"),
	[BLOCK_CAPTION] = SV_INIT("caption"),	    [BLOCK_CORRECTION] = SV_INIT("correction"), [BLOCK_EMBED] = SV_INIT("embed"),
	[BLOCK_TIME] = SV_INIT("time"),
};

struct sv block_kind_name(enum block_kind kind)
{
	return names[kind];
}

bool block_kind_parse(struct sv name, enum block_kind *ret)
{
	for (int i = 0; i < BLOCK_KIND_N; i++)
		if (sv_eq(names[i], name)) {
			*ret = (enum block_kind)i;
			return true;
		}
	return false;
}
