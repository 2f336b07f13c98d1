#ifndef TEXT_ENCODING_H
#define TEXT_ENCODING_H
/*
 * The encoding of a fetched page: found by the rules of the WHATWG Encoding and HTML standards, and decoded to valid
 * UTF-8. Names are the standard's in lower case: "utf-8", "windows-1252", "gbk".
 */
#include "base/arena.h"

/* The encoding a label means ("latin1" is windows-1252), white space around it ignored; SV_NONE for unknown labels. */
struct sv encoding_of_label(struct sv label);
/* The label in a Content-Type header or the like ("text/html; charset=x"); SV_NONE where it has none. */
struct sv encoding_label_in(struct sv content_type);
/* What the page says of itself in its first n bytes, by the standard's prescan of <meta>; SV_NONE for nothing. */
struct sv encoding_prescan(struct sv bytes, size_t n);
/* The standard's answer for a page that comes without a header: BOM, prescan, else windows-1252. */
struct sv encoding_sniff(struct sv bytes);
/*
 * The page as valid UTF-8 without BOM. The encoding is that of the BOM, else of the header's charset, else UTF-8 where
 * all of it is valid and some of it not ASCII, else what its <meta> (anywhere in the first 256 KiB) or XML declaration
 * says, else windows-1252. *ret_bad counts the U+FFFD put in for what could not be decoded. Both ret_ may be NULL.
 */
struct sv encoding_to_utf8(struct arena *a, struct sv bytes, struct sv content_type, struct sv *ret_name, size_t *ret_bad);
#endif
