#include "page/page.h"

#include <inttypes.h>

void page_raw(struct buf *out, struct sv literal)
{
	buf_add(out, literal);
}

static struct sv reference(char c)
{
	switch (c) {
	case '&':
		return SV("&amp;");
	case '<':
		return SV("&lt;");
	case '>':
		return SV("&gt;");
	case '"':
		return SV("&quot;");
	case '\'':
		return SV("&#39;");
	default:
		break;
	}
	bool control = (unsigned char)c < 0x20 && c != '\t' && c != '\n' && c != '\r';
	return control || c == 0x7f ? SV("\xEF\xBF\xBD") : SV_NONE;
}

/* Most bytes of a page: letters, blanks and all of UTF-8 beyond ASCII stand for themselves. */
static inline bool is_plain(unsigned char c)
{
	return c == ' ' || (c > '>' && c != 0x7f);
}

void page_sv(struct buf *out, struct sv s)
{
	size_t from = 0;
	for (size_t i = 0; i < s.n; i++) {
		struct sv r = is_plain((unsigned char)s.p[i]) ? SV_NONE : reference(s.p[i]);
		if (r.n == 0)
			continue;
		buf_add(out, sv_sub(s, from, i));
		buf_add(out, r);
		from = i + 1;
	}
	buf_add(out, sv_sub(s, from, s.n));
}

void page_cstr(struct buf *out, const char *s)
{
	page_sv(out, sv_cstr(s));
}

void page_i64(struct buf *out, int64_t v)
{
	buf_add_i64(out, v);
}

void page_u64(struct buf *out, uint64_t v)
{
	buf_addf(out, "%" PRIu64, v);
}

void page_html(struct buf *out, struct html h)
{
	buf_add(out, h.markup);
}

void page_link(struct buf *out, struct link l)
{
	page_sv(out, sv_cstr(l.path));
}

void page_url(struct buf *out, struct sv s)
{
	bool local = s.n > 0 && (s.p[0] == '?' || s.p[0] == '#' || (s.p[0] == '/' && !(s.n > 1 && (s.p[1] == '/' || s.p[1] == '\\'))));
	bool web = sv_starts_icase(s, SV("http://")) || sv_starts_icase(s, SV("https://"));
	page_sv(out, local || web ? s : SV("#"));
}

void page_url_part(struct buf *out, struct sv s)
{
	static const char hex[] = "0123456789ABCDEF";
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (ascii_is_alnum(s.p[i]) || c == '-' || c == '.' || c == '_' || c == '~') {
			buf_add_char(out, s.p[i]);
		} else {
			buf_add_char(out, '%');
			buf_add_char(out, hex[c >> 4]);
			buf_add_char(out, hex[c & 15]);
		}
	}
}
