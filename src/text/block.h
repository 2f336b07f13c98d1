#ifndef TEXT_BLOCK_H
#define TEXT_BLOCK_H
/*
 * What the blocks of an article are. A text that is read holds one block a line: the extraction says which, the reading of
 * claims marks each claim with it.
 */
#include "base/sv.h"

enum block_kind {
	BLOCK_PARAGRAPH,
	BLOCK_HEADING,
	BLOCK_STANDFIRST,
	BLOCK_LIST_ITEM,
	BLOCK_QUOTE,
	BLOCK_TABLE_ROW,
	BLOCK_CAPTION,
	BLOCK_CORRECTION,
	BLOCK_EMBED,
	BLOCK_TIME, /* the time of a live blog's part */
	BLOCK_KIND_N
};

/* "paragraph", "heading", ...: the names used in JSON and in the database. */
struct sv block_kind_name(enum block_kind kind);
bool block_kind_parse(struct sv name, enum block_kind *ret);
#endif
