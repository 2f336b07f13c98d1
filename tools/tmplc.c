/*
 * The template compiler: HTML templates into one C file. It follows the HTML as a parser would, and the place where an
 * expression stands decides how its value is escaped; where no escaping is safe, it refuses.
 *     tmplc OUT.h OUT.c HEADER-NAME FILE.html...
 *
 *     {% include "web/home.h" %}                  into the header
 *     {% page tmpl_home(const struct home *m) %}  a C function void tmpl_home(struct buf *out, const struct home *m)
 *     {{ expression }}                            escaped by place (page/page.h)
 *     {% if x %} {% elif y %} {% else %} {% end %}
 *     {% for size_t i = 0; i < m->n; i++ %} {% end %}
 *     {% let const struct row *r = &m->rows[i] %} a name for the rest of the block
 *     {% render tmpl_layout_top(out, m->frame) %} another page's markup, where text may stand
 *     {% endpage %}   {# comment #}
 *
 * A line that holds nothing but directives leaves no blank line behind.
 */
#include <stdarg.h>
#include <strings.h>

#include "base/buf.h"
#include "base/limits.h"
#include "base/vec.h"

enum place { TEXT, DECLARATION, COMMENT, TAG_NAME, IN_TAG, ATTR_NAME, BEFORE_VALUE, VALUE, RAW_TEXT };
static const char *const place_name[] = { "text", "a declaration", "a comment", "a tag's name", "a tag", "an attribute's name",
	"an unquoted value", "a value", "a script or style" };

struct state {
	enum place place;
	char quote;
	char tag[24], attr[32];
	size_t value_n; /* bytes of the value so far, expressions counted as one */
};

struct block {
	struct state at;
	bool is_if, had_else;
};

struct compiler {
	const char *file;
	int line;
	struct state s;
	struct block stack[32];
	int depth;
	bool in_page;
	struct buf c, h;
};

static _Noreturn __attribute__((format(printf, 2, 3))) void refuse(const struct compiler *k, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	(void)fprintf(stderr, "%s:%d: ", k->file, k->line);
	(void)vfprintf(stderr, format, args);
	(void)fputc('\n', stderr);
	va_end(args);
	exit(1);
}

static void append(char *name, size_t cap, char c)
{
	size_t n = strlen(name);
	if (n + 1 < cap) {
		name[n] = ascii_lower(c);
		name[n + 1] = 0;
	}
}

static bool one_of(const char *v, const char *const *list)
{
	while (*list && strcasecmp(v, *list) != 0)
		list++;
	return *list;
}

static enum place after_tag(const struct state *s)
{
	static const char *const raw[] = { "script", "style", NULL };
	return one_of(s->tag, raw) ? RAW_TEXT : TEXT;
}

/* One of these a place: takes the byte at rest.p[0] and says how many bytes it used. */
static size_t step_text(struct compiler *k, struct sv rest)
{
	if (rest.p[0] != '<')
		return 1;
	if (sv_starts(rest, SV("<!--"))) {
		k->s.place = COMMENT;
		return 4;
	}
	char next = rest.n > 1 ? rest.p[1] : 0;
	if (next == '!') {
		k->s.place = DECLARATION;
	} else if (ascii_is_alpha(next) || next == '/') {
		k->s.place = TAG_NAME;
		k->s.tag[0] = 0;
	} else {
		refuse(k, "stray '<'");
	}
	return 1;
}

static size_t step_raw_text(struct compiler *k, struct sv rest)
{
	size_t n = strlen(k->s.tag);
	if (rest.n >= n + 2 && rest.p[0] == '<' && rest.p[1] == '/' && strncasecmp(rest.p + 2, k->s.tag, n) == 0)
		return step_text(k, rest);
	return 1;
}

static size_t step_in_tag(struct compiler *k, char c)
{
	if (c == '>') {
		k->s.place = after_tag(&k->s);
	} else if (ascii_is_alpha(c)) {
		k->s.place = ATTR_NAME;
		k->s.attr[0] = 0;
		append(k->s.attr, sizeof(k->s.attr), c);
	}
	return 1;
}

static size_t step_tag_name(struct compiler *k, char c)
{
	if (!ascii_is_alnum(c) && c != '/' && c != '-') {
		k->s.place = IN_TAG;
		return step_in_tag(k, c);
	}
	append(k->s.tag, sizeof(k->s.tag), c);
	return 1;
}

static size_t step_attr_name(struct compiler *k, char c)
{
	if (c == '=') {
		k->s.place = BEFORE_VALUE;
	} else if (c == '>' || ascii_is_space(c)) {
		k->s.place = IN_TAG;
		return step_in_tag(k, c);
	} else {
		append(k->s.attr, sizeof(k->s.attr), c);
	}
	return 1;
}

static size_t step_value(struct compiler *k, char c)
{
	if (k->s.place == BEFORE_VALUE) {
		if (c != '"' && c != '\'')
			refuse(k, "unquoted value of attribute %s", k->s.attr);
		k->s.quote = c;
		k->s.place = VALUE;
		k->s.value_n = 0;
	} else if (c == k->s.quote) {
		k->s.place = IN_TAG;
	} else {
		k->s.value_n++;
	}
	return 1;
}

static size_t step(struct compiler *k, struct sv rest)
{
	switch (k->s.place) {
	case TEXT:
		return step_text(k, rest);
	case RAW_TEXT:
		return step_raw_text(k, rest);
	case TAG_NAME:
		return step_tag_name(k, rest.p[0]);
	case IN_TAG:
		return step_in_tag(k, rest.p[0]);
	case ATTR_NAME:
		return step_attr_name(k, rest.p[0]);
	case BEFORE_VALUE:
	case VALUE:
		return step_value(k, rest.p[0]);
	case DECLARATION:
		k->s.place = rest.p[0] == '>' ? TEXT : DECLARATION;
		return 1;
	case COMMENT:
	default:
		if (!sv_starts(rest, SV("-->")))
			return 1;
		k->s.place = TEXT;
		return 3;
	}
}

static bool is_url_attr(const struct state *s)
{
	static const char *const url[] = { "href", "src", "action", "formaction", "poster", "cite", "data", NULL };
	return one_of(s->attr, url);
}

/* The macro of page/page.h for an expression here. */
static const char *sink(struct compiler *k)
{
	static const char *const no[] = { "style", "srcset", "srcdoc", "http-equiv", "ping", "nonce", NULL };
	if (k->s.place == TEXT)
		return "OUT_TEXT";
	if (k->s.place != VALUE)
		refuse(k, "no expression may stand in %s", place_name[k->s.place]);
	if (strncmp(k->s.attr, "on", 2) == 0 || one_of(k->s.attr, no))
		refuse(k, "no expression may stand in attribute %s", k->s.attr);
	bool first = k->s.value_n++ == 0;
	return !is_url_attr(&k->s) ? "OUT_ATTR" : first ? "OUT_URL" : "OUT_URL_PART";
}

static void c_line(struct compiler *k)
{
	buf_addf(&k->c, "#line %d \"%s\"\n", k->line, k->file);
}

static void c_literal(struct buf *c, struct sv s)
{
	buf_add(c, SV("\tpage_raw(out, SV(\""));
	for (size_t i = 0; i < s.n; i++) {
		unsigned char b = (unsigned char)s.p[i];
		if (b == '\n')
			buf_add(c, SV("\\n"));
		else if (b == '"' || b == '\\')
			buf_addf(c, "\\%c", b);
		else if (b < 0x20 || b >= 0x7f)
			buf_addf(c, "\\%03o", b);
		else
			buf_add_char(c, (char)b);
	}
	buf_add(c, SV("\"));\n"));
}

static void literal(struct compiler *k, struct sv s)
{
	if (s.n == 0)
		return;
	if (!k->in_page && sv_trim(s).n > 0)
		refuse(k, "text outside a page");
	if (k->in_page) {
		c_line(k);
		c_literal(&k->c, s);
	}
	for (size_t i = 0; i < s.n;) {
		size_t used = k->in_page ? step(k, sv_sub(s, i, s.n)) : 1;
		for (size_t j = i; j < i + used; j++)
			k->line += s.p[j] == '\n';
		i += used;
	}
}

static void page_begin(struct compiler *k, struct sv head)
{
	size_t open = sv_find_char(head, '(', 0);
	if (k->in_page || open == head.n)
		refuse(k, "bad page " SV_FMT, SV_ARG(head));
	struct sv name = sv_sub(head, 0, open), args = sv_sub(head, open + 1, head.n);
	bool none = sv_eq(sv_trim(args), SV(")"));
	buf_addf(&k->c, "void " SV_FMT "(struct buf *out%s" SV_FMT "\n{\n", SV_ARG(name), none ? "" : ", ", SV_ARG(args));
	buf_addf(&k->h, "void " SV_FMT "(struct buf *out%s" SV_FMT ";\n", SV_ARG(name), none ? "" : ", ", SV_ARG(args));
	k->in_page = true;
	k->s = (struct state){ .place = TEXT };
}

static void page_end(struct compiler *k)
{
	if (!k->in_page || k->depth || k->s.place != TEXT)
		refuse(k, "the page ends inside %s", k->depth ? "a block" : place_name[k->s.place]);
	buf_add(&k->c, SV("}\n"));
	k->in_page = false;
}

static void block_begin(struct compiler *k, struct sv word, struct sv condition)
{
	bool in_value = k->s.place == VALUE && !is_url_attr(&k->s);
	if (k->depth == (int)(sizeof(k->stack) / sizeof(*k->stack)))
		refuse(k, "blocks too deep");
	if (!k->in_page || (k->s.place != TEXT && k->s.place != IN_TAG && !in_value))
		refuse(k, "no block may begin in %s", place_name[k->s.place]);
	k->stack[k->depth++] = (struct block){ .at = k->s, .is_if = sv_eq(word, SV("if")) };
	buf_addf(&k->c, "\t" SV_FMT " (" SV_FMT ") {\n", SV_ARG(word), SV_ARG(condition));
}

static void block_turn(struct compiler *k, struct sv word, struct sv condition)
{
	if (k->depth == 0)
		refuse(k, SV_FMT " without a block", SV_ARG(word));
	struct block *b = &k->stack[k->depth - 1];
	if (b->at.place != k->s.place || (k->s.place != TEXT && strcmp(b->at.tag, k->s.tag) != 0))
		refuse(k, "the two ways through this block end in different places (%s, %s)", place_name[b->at.place], place_name[k->s.place]);
	if (sv_eq(word, SV("end"))) {
		buf_add(&k->c, SV("\t}\n"));
		k->depth--;
		return;
	}
	if (!b->is_if || b->had_else)
		refuse(k, SV_FMT " without an if", SV_ARG(word));
	b->had_else = sv_eq(word, SV("else"));
	if (b->had_else)
		buf_add(&k->c, SV("\t} else {\n"));
	else
		buf_addf(&k->c, "\t} else if (" SV_FMT ") {\n", SV_ARG(condition));
	k->s = b->at;
}

static void plain(struct compiler *k, struct sv word, struct sv rest)
{
	if (sv_eq(word, SV("include")))
		buf_addf(&k->h, "#include " SV_FMT "\n", SV_ARG(rest));
	else if (sv_eq(word, SV("let")) && k->in_page)
		buf_addf(&k->c, "\t" SV_FMT ";\n", SV_ARG(rest));
	else if (sv_eq(word, SV("render")) && k->in_page && k->s.place == TEXT)
		buf_addf(&k->c, "\t" SV_FMT ";\n", SV_ARG(rest));
	else
		refuse(k, "no directive '" SV_FMT "' in %s", SV_ARG(word), k->in_page ? place_name[k->s.place] : "no page");
}

static void directive(struct compiler *k, struct sv text)
{
	text = sv_trim(text);
	size_t n = sv_find_char(text, ' ', 0);
	struct sv word = sv_sub(text, 0, n), rest = sv_trim(sv_sub(text, n, text.n));
	c_line(k);
	if (k->s.place == ATTR_NAME || k->s.place == TAG_NAME)
		k->s.place = IN_TAG;
	if (sv_eq(word, SV("page")))
		page_begin(k, rest);
	else if (sv_eq(word, SV("endpage")))
		page_end(k);
	else if (sv_eq(word, SV("if")) || sv_eq(word, SV("for")))
		block_begin(k, word, rest);
	else if (sv_eq(word, SV("elif")) || sv_eq(word, SV("else")) || sv_eq(word, SV("end")))
		block_turn(k, word, rest);
	else
		plain(k, word, rest);
}

static void expression(struct compiler *k, struct sv text)
{
	if (!k->in_page)
		refuse(k, "expression outside a page");
	const char *macro = sink(k);
	c_line(k);
	buf_addf(&k->c, "\t%s(out, (" SV_FMT "));\n", macro, SV_ARG(text));
}

/* Start of the next {{ {% or {#; t.n if there is none. */
static size_t next_mark(struct sv t, size_t from)
{
	for (size_t i = from; i + 1 < t.n; i++)
		if (t.p[i] == '{' && (t.p[i + 1] == '{' || t.p[i + 1] == '%' || t.p[i + 1] == '#'))
			return i;
	return t.n;
}

/* If [from, to) is a directive alone on its line so far, the literal before it loses its indent and the one after its newline. */
static bool alone_on_line(struct sv t, size_t from, size_t to)
{
	while (from > 0 && (t.p[from - 1] == ' ' || t.p[from - 1] == '\t'))
		from--;
	return (from == 0 || t.p[from - 1] == '\n') && to < t.n && t.p[to] == '\n';
}

/* What stands between the marks, `kind` being '{', '%' or '#'. */
static void mark(struct compiler *k, char kind, struct sv inside)
{
	if (kind == '{')
		expression(k, inside);
	else if (kind == '%')
		directive(k, inside);
	for (size_t i = 0; i < inside.n; i++)
		k->line += inside.p[i] == '\n';
}

static void compile(struct compiler *k, struct sv t)
{
	for (size_t at = 0; at < t.n;) {
		size_t open = next_mark(t, at);
		if (open == t.n) {
			literal(k, sv_sub(t, at, t.n));
			break;
		}
		char kind = t.p[open + 1];
		size_t close = sv_find(t, kind == '{' ? SV("}}") : kind == '%' ? SV("%}") : SV("#}"), open + 2);
		if (close == t.n)
			refuse(k, "'{%c' is not closed", kind);
		bool alone = kind != '{' && k->s.place == TEXT && alone_on_line(t, open, close + 2);
		size_t end = open;
		while (alone && end > at && t.p[end - 1] != '\n')
			end--;
		literal(k, sv_sub(t, at, end));
		mark(k, kind, sv_sub(t, open + 2, close));
		k->line += alone;
		at = close + 2 + alone;
	}
	if (k->in_page)
		refuse(k, "the page is not ended");
}

static struct sv slurp(struct compiler *k, struct arena *a)
{
	FILE *f = fopen(k->file, "rb");
	if (!f)
		refuse(k, "can't be read");
	char *text = arena_alloc(a, MIB(1));
	size_t n = fread(text, 1, MIB(1), f);
	(void)fclose(f);
	if (n == MIB(1))
		refuse(k, "too long");
	return (struct sv){ text, n };
}

static bool spill(const char *path, const struct buf *b)
{
	FILE *f = fopen(path, "wb");
	bool done = f && !b->failed && fwrite(b->p, 1, b->n, f) == b->n;
	return f && fclose(f) == 0 && done;
}

int main(int argc, char **argv)
{
	if (argc < 5) {
		(void)fputs("usage: tmplc OUT.h OUT.c HEADER-NAME FILE.html...\n", stderr);
		return 2;
	}
	AUTO_ARENA a = arena_new(MIB(64));
	struct compiler k = { .c = BUF_INIT(MIB(32)), .h = BUF_INIT(MIB(4)) };
	buf_add(&k.h, SV("/* Made by tmplc. */\n#pragma once\n#include \"page/page.h\"\n"));
	buf_addf(&k.c, "/* Made by tmplc. */\n#include \"%s\"\n", argv[3]);
	for (int i = 4; i < argc; i++) {
		k.file = argv[i];
		k.line = 1;
		compile(&k, slurp(&k, a));
	}
	bool done = spill(argv[1], &k.h) && spill(argv[2], &k.c);
	buf_release(&k.c);
	buf_release(&k.h);
	return done ? 0 : 1;
}
