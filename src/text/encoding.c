#include "text/encoding.h"

#include "base/limits.h"
#include "text/encoding_decode.h"
#include "text/utf8.h"

/* The standard asks for 1,024 bytes and allows more; many pages put their <meta> far behind scripts. */
#define PRESCAN KIB(256)

static const struct {
	struct sv label, name;
} labels[] = {
#define LABEL(label, name) { SV_INIT(label), SV_INIT(name) },
#include "text/encoding_label.def"
#undef LABEL
};

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

struct sv encoding_of_label(struct sv label)
{
	while (label.n > 0 && is_space(label.p[0]))
		label = sv_sub(label, 1, label.n);
	while (label.n > 0 && is_space(label.p[label.n - 1]))
		label.n--;
	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++)
		if (sv_eq_icase(labels[i].label, label))
			return labels[i].name;
	return SV_NONE;
}

static size_t after_space(struct sv s, size_t at)
{
	while (at < s.n && is_space(s.p[at]))
		at++;
	return at;
}

/* The value at `at`: quoted up to the same quote, or up to white space or ';'. SV_NONE for an open quote. */
static struct sv label_at(struct sv s, size_t at)
{
	if (at >= s.n)
		return SV_NONE;
	if (s.p[at] == '"' || s.p[at] == '\'') {
		size_t close = sv_find_char(s, s.p[at], at + 1);
		return close < s.n ? sv_sub(s, at + 1, close) : SV_NONE;
	}
	size_t end = at;
	while (end < s.n && !is_space(s.p[end]) && s.p[end] != ';')
		end++;
	return sv_sub(s, at, end);
}

struct sv encoding_label_in(struct sv s)
{
	for (size_t at = 0; (at = sv_find_icase(s, SV("charset"), at)) < s.n;) {
		at = after_space(s, at + 7);
		if (at < s.n && s.p[at] == '=')
			return label_at(s, after_space(s, at + 1));
	}
	return SV_NONE;
}

/* Where the prescan stands. */
struct scan {
	struct sv s;
	size_t at;
};

struct scan_attr {
	struct sv name, value;
};

static bool ends_name(char c) { return is_space(c) || c == '/' || c == '>' || c == '='; }

/* The value after '=': quoted, or up to white space or '>'. */
static struct sv scan_value(struct scan *scan)
{
	struct sv s = scan->s;
	size_t from = after_space(s, scan->at);
	if (from < s.n && (s.p[from] == '"' || s.p[from] == '\'')) {
		size_t close = sv_find_char(s, s.p[from], from + 1);
		scan->at = close < s.n ? close + 1 : s.n;
		return sv_sub(s, from + 1, close);
	}
	size_t end = from;
	while (end < s.n && !is_space(s.p[end]) && s.p[end] != '>')
		end++;
	scan->at = end;
	return sv_sub(s, from, end);
}

/* "Get an attribute" of the prescan (13.2.3.2); false at the end of the tag or the bytes. */
static bool scan_attribute(struct scan *scan, struct scan_attr *ret)
{
	struct sv s = scan->s;
	while (scan->at < s.n && (is_space(s.p[scan->at]) || s.p[scan->at] == '/'))
		scan->at++;
	if (scan->at >= s.n || s.p[scan->at] == '>')
		return false;
	size_t from = scan->at++;
	while (scan->at < s.n && !ends_name(s.p[scan->at]))
		scan->at++;
	*ret = (struct scan_attr){ sv_sub(s, from, scan->at), SV_NONE };
	size_t next = after_space(s, scan->at);
	if (next < s.n && s.p[next] == '=') {
		scan->at = next + 1;
		ret->value = scan_value(scan);
	}
	return scan->at < s.n;
}

/* What a <meta says, of which scan->at stands behind the name. */
static struct sv meta_encoding(struct scan *scan)
{
	struct scan_attr attr;
	struct sv charset = SV_NONE, content = SV_NONE;
	bool is_content_type = false;
	while (scan_attribute(scan, &attr)) {
		if (sv_eq_icase(attr.name, SV("http-equiv")))
			is_content_type |= sv_eq_icase(attr.value, SV("content-type"));
		else if (sv_eq_icase(attr.name, SV("content")) && content.p == NULL)
			content = encoding_label_in(attr.value);
		else if (sv_eq_icase(attr.name, SV("charset")) && charset.p == NULL)
			charset = attr.value;
	}
	if (scan->at >= scan->s.n)
		return SV_NONE;
	struct sv name = encoding_of_label(charset.p != NULL ? charset : is_content_type ? content : SV_NONE);
	if (sv_starts(name, SV("utf-16")))
		return SV("utf-8");
	return sv_eq(name, SV("x-user-defined")) ? SV("windows-1252") : name;
}

/* Steps over the tag, comment or declaration at the '<' where the scan stands. */
static void scan_past(struct scan *scan)
{
	struct sv s = scan->s, rest = sv_sub(s, scan->at, s.n);
	size_t letter = sv_starts(rest, SV("</")) ? 2 : 1;
	if (sv_starts(rest, SV("<!--"))) {
		scan->at = sv_find(s, SV("-->"), scan->at + 2) + 3;
	} else if (rest.n > letter && ascii_is_alpha(rest.p[letter])) {
		struct scan_attr attr;
		while (scan->at < s.n && !is_space(s.p[scan->at]) && s.p[scan->at] != '>')
			scan->at++;
		while (scan_attribute(scan, &attr))
			;
	} else if (rest.n > 1 && (rest.p[1] == '!' || rest.p[1] == '/' || rest.p[1] == '?')) {
		scan->at = sv_find_char(s, '>', scan->at);
	} else {
		scan->at++;
	}
}

struct sv encoding_prescan(struct sv bytes, size_t n)
{
	struct scan scan = { sv_sub(bytes, 0, n), 0 };
	struct sv found = SV_NONE;
	while (found.p == NULL && (scan.at = sv_find_char(scan.s, '<', scan.at)) < scan.s.n) {
		struct sv rest = sv_sub(scan.s, scan.at, scan.s.n);
		if (rest.n > 5 && sv_starts_icase(rest, SV("<meta")) && (is_space(rest.p[5]) || rest.p[5] == '/')) {
			scan.at += 5;
			found = meta_encoding(&scan);
		} else {
			scan_past(&scan);
		}
	}
	return found;
}

/* <?xml ... encoding="x"?> */
static struct sv xml_encoding(struct sv bytes)
{
	if (!sv_starts(bytes, SV("<?xml")))
		return SV_NONE;
	struct sv head = sv_sub(bytes, 0, sv_find_char(bytes, '>', 0));
	size_t at = sv_find(head, SV("encoding"), 0);
	at = at < head.n ? after_space(head, at + 8) : head.n;
	if (at >= head.n || head.p[at] != '=')
		return SV_NONE;
	struct sv name = encoding_of_label(label_at(head, after_space(head, at + 1)));
	return sv_starts(name, SV("utf-16")) ? SV("utf-8") : name;
}

/* The encoding of a byte order mark and its length. */
static struct sv bom_encoding(struct sv bytes, size_t *ret_n)
{
	static const struct {
		struct sv mark, name;
	} boms[] = { { SV_INIT("\xEF\xBB\xBF"), SV_INIT("utf-8") }, { SV_INIT("\xFE\xFF"), SV_INIT("utf-16be") },
		{ SV_INIT("\xFF\xFE"), SV_INIT("utf-16le") } };
	for (size_t i = 0; i < sizeof(boms) / sizeof(*boms); i++)
		if (sv_starts(bytes, boms[i].mark)) {
			*ret_n = boms[i].mark.n;
			return boms[i].name;
		}
	*ret_n = 0;
	return SV_NONE;
}

struct sv encoding_sniff(struct sv bytes)
{
	size_t n_bom;
	struct sv name = bom_encoding(bytes, &n_bom);
	if (name.p == NULL)
		name = encoding_prescan(bytes, PRESCAN);
	return name.p == NULL ? SV("windows-1252") : name;
}

static bool is_ascii(struct sv s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0x80)
			return false;
	return true;
}

/* What the bytes and what they say of themselves give where no BOM and no header does. */
static struct sv own_encoding(struct sv bytes)
{
	if (!is_ascii(bytes) && utf8_is_valid(bytes))
		return SV("utf-8");
	struct sv name = encoding_prescan(bytes, PRESCAN);
	if (name.p == NULL)
		name = xml_encoding(bytes);
	return name.p == NULL ? SV("windows-1252") : name;
}

struct sv encoding_to_utf8(struct arena *a, struct sv bytes, struct sv content_type, struct sv *ret_name, size_t *ret_bad)
{
	size_t n_bom, bad = 0;
	struct sv name = bom_encoding(bytes, &n_bom);
	if (name.p == NULL)
		name = encoding_of_label(encoding_label_in(content_type));
	if (name.p == NULL)
		name = own_encoding(bytes);
	struct sv text = encoding_decode(a, sv_sub(bytes, n_bom, bytes.n), name, &bad);
	if (ret_name != NULL)
		*ret_name = name;
	if (ret_bad != NULL)
		*ret_bad = bad;
	return text;
}
