#ifndef PAGE_PAGE_H
#define PAGE_PAGE_H
/*
 * Escaping, one function a place: what compiled templates (tools/tmplc) write through. The place in the page picks the
 * macro, the type of the value picks the function, so a raw string can't reach a page unescaped: text becomes markup
 * only as a struct html, which only this layer and templates make.
 */
#include <stdint.h>

#include "base/buf.h"

/* Markup made by page/ or a template. */
struct html {
	struct sv markup;
};

/* A local address, made by web/link.h from the route table. */
struct link {
	char path[128];
};

/* What a template's own literal text becomes. */
void page_raw(struct buf *out, struct sv literal);

/* Element text and quoted attribute values: & < > " ' become references, control characters U+FFFD. */
void page_sv(struct buf *out, struct sv s);
void page_cstr(struct buf *out, const char *s);
void page_i64(struct buf *out, int64_t v);
void page_u64(struct buf *out, uint64_t v);
void page_html(struct buf *out, struct html h);
void page_link(struct buf *out, struct link l);
/* A whole URL: http, https, or a path of ours ('/' but not '//', '?', '#'); anything else becomes "#". */
void page_url(struct buf *out, struct sv s);
/* A part of a URL after its beginning (path segment, query value): everything but unreserved characters as %XX. */
void page_url_part(struct buf *out, struct sv s);

/* Integers of any width, text and ready markup. */
#define OUT_TEXT(out, x)                                                                                              \
	_Generic((x), struct sv: page_sv, char *: page_cstr, const char *: page_cstr, struct html: page_html, int: page_i64, \
	    unsigned: page_i64, long: page_i64, unsigned long: page_u64)((out), (x))
/* As text, but markup has no business in an attribute. */
#define OUT_ATTR(out, x)                                                                                             \
	_Generic((x), struct sv: page_sv, struct link: page_link, char *: page_cstr, const char *: page_cstr, int: page_i64, unsigned: page_i64, \
	    long: page_i64, unsigned long: page_u64)((out), (x))
#define OUT_URL(out, x) _Generic((x), struct sv: page_url, struct link: page_link)((out), (x))
#define OUT_URL_PART(out, x) \
	_Generic((x), struct sv: page_url_part, int: page_i64, unsigned: page_i64, long: page_i64, unsigned long: page_u64)((out), (x))
#endif
