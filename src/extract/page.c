#include "extract/page.h"

#include <string.h>

#include "text/utf8.h"

enum { PROSE_WORDS = 12 };

/* What an element is to a page's text. */
static const struct element {
	uint32_t inside;
	bool is_block, is_skipped;
} elements[DOM_TAG_N] = {
#define BLOCK(tag, bits) [DOM_TAG_##tag] = { .is_block = true, .inside = (bits) },
#define INLINE(tag, bits) [DOM_TAG_##tag] = { .inside = (bits) },
#define SKIP(tag) [DOM_TAG_##tag] = { .is_skipped = true },
#include "extract/element.def"
#undef BLOCK
#undef INLINE
#undef SKIP
};

static const struct role {
	struct sv role;
	uint32_t inside;
} roles[] = {
	{ SV_INIT("article"), INSIDE_ARTICLE },	       { SV_INIT("main"), INSIDE_MAIN },
	{ SV_INIT("navigation"), INSIDE_NAV },	       { SV_INIT("complementary"), INSIDE_ASIDE },
	{ SV_INIT("contentinfo"), INSIDE_FOOTER },     { SV_INIT("banner"), INSIDE_HEADER },
	{ SV_INIT("dialog"), INSIDE_DIALOG },	       { SV_INIT("alertdialog"), INSIDE_DIALOG },
	{ SV_INIT("menu"), INSIDE_NAV },	       { SV_INIT("search"), INSIDE_FORM },
	{ SV_INIT("form"), INSIDE_FORM },	       { SV_INIT("figure"), INSIDE_FIGURE },
};

static bool style_hides(struct sv style)
{
	size_t at = sv_find_icase(style, SV("display"), 0);
	return at < style.n && sv_starts_icase(sv_trim(sv_sub(style, sv_find_char(style, ':', at) + 1, style.n)), SV("none"));
}

static uint32_t role_bits(struct sv role)
{
	for (size_t i = 0; i < sizeof(roles) / sizeof(*roles); i++)
		if (sv_eq_icase(role, roles[i].role))
			return roles[i].inside;
	return 0;
}

static void read_attr(const struct dom_attr *attr, struct place *place)
{
	if (sv_eq(attr->name, SV("class")) || sv_eq(attr->name, SV("id")) || sv_eq(attr->name, SV("itemprop")) ||
	    sv_eq(attr->name, SV("data-component")) || sv_eq(attr->name, SV("data-testid")))
		place->own |= concept_bits(attr->value);
	else if (sv_eq(attr->name, SV("role")))
		place->inside |= role_bits(attr->value);
	else if (sv_eq(attr->name, SV("hidden")) || (sv_eq(attr->name, SV("aria-hidden")) && sv_eq(attr->value, SV("true"))) ||
		 (sv_eq(attr->name, SV("style")) && style_hides(attr->value)))
		place->inside |= INSIDE_HIDDEN;
}

static const struct element *element_of(const struct dom_node *node)
{
	static const struct element other = { .inside = 0 };
	static const struct element foreign = { .is_skipped = true };
	if (node->kind != DOM_ELEMENT)
		return &other;
	return node->space == DOM_HTML ? &elements[node->tag] : &foreign;
}

static void read_places(const struct dom *dom, struct place *places)
{
	for (dom_id i = 1; i < dom->n; i++) {
		const struct dom_node *node = &dom->v[i];
		const struct place *parent = &places[node->parent];
		places[i] = (struct place){ .inside = parent->inside, .block = parent->block };
		if (node->kind != DOM_ELEMENT || node->space != DOM_HTML)
			continue;
		const struct element *element = &elements[node->tag];
		places[i].inside |= element->inside;
		if (element->is_block)
			places[i].block = i;
		for (uint32_t k = 0; k < node->n_attrs; k++)
			read_attr(&node->attrs[k], &places[i]);
	}
}

/* The lines under construction. */
struct cutter {
	struct arena *a;
	struct page *page;
	char *out; /* the free end of one allocation that can hold all text */
	uint32_t cap;
	bool is_cut;   /* the next text starts a line */
	bool has_space; /* white space is due before the next character */
	bool is_in_word;
	int breaks; /* <br> since the last character */
	dom_id link; /* the last <a> counted */
};

static bool is_space(const char *p, size_t n, size_t *ret_len)
{
	*ret_len = 1;
	if ((unsigned char)*p <= ' ' || *p == 0x7F) /* control characters part words too */
		return true;
	if (n >= 2 && (unsigned char)p[0] == 0xC2 && (unsigned char)p[1] == 0xA0) {
		*ret_len = 2; /* no-break space */
		return true;
	}
	if (n < 3 || (unsigned char)p[0] != 0xE2)
		return false;
	*ret_len = 3; /* U+2000-200B, U+2028, U+2029 */
	unsigned char b = (unsigned char)p[1], c = (unsigned char)p[2];
	return b == 0x80 && ((c >= 0x80 && c <= 0x8B) || c == 0xA8 || c == 0xA9);
}

/* Scripts without blanks between words: each character counts as half a word. */
static bool is_ideograph(unsigned char lead) { return lead >= 0xE3 && lead <= 0xED; }

static struct line *start_line(struct cutter *cutter, dom_id text, dom_id block)
{
	struct page *page = cutter->page;
	if (page->n_lines == cutter->cap) {
		uint32_t cap = cutter->cap ? cutter->cap * 2 : 256;
		struct line *grown = ARENA_ARRAY(cutter->a, struct line, cap);
		if (page->n_lines > 0)
			memcpy(grown, page->lines, page->n_lines * sizeof(*grown));
		page->lines = grown;
		cutter->cap = cap;
	}
	struct line *line = &page->lines[page->n_lines++];
	*line = (struct line){ .node = block, .first_text = text, .inside = page->places[text].inside, .text = { cutter->out, 0 } };
	line->hash = 2166136261U; /* FNV-1a */
	cutter->is_cut = cutter->has_space = cutter->is_in_word = false;
	cutter->link = DOM_NONE;
	return line;
}

static void put_char(struct cutter *cutter, struct line *line, char c)
{
	*cutter->out++ = c;
	line->text.n++;
	line->hash = (line->hash ^ (unsigned char)c) * 16777619U;
}

/* One byte that is not white space. */
static void add_byte(struct cutter *cutter, struct line *line, char c, uint32_t inside)
{
	if (cutter->has_space && line->text.n > 0)
		put_char(cutter, line, ' ');
	if (cutter->has_space || line->text.n == 0)
		cutter->is_in_word = false;
	cutter->has_space = false;
	cutter->breaks = 0;
	put_char(cutter, line, c);
	if (((unsigned char)c & 0xC0) == 0x80)
		return;
	line->chars++;
	line->link_chars += (inside & INSIDE_LINK) != 0;
	line->emphasis_chars += (inside & INSIDE_EMPHASIS) != 0;
	if (!cutter->is_in_word)
		line->words++;
	cutter->is_in_word = is_ideograph((unsigned char)c) ? !cutter->is_in_word : true;
}

static void add_text(struct cutter *cutter, dom_id node)
{
	struct page *page = cutter->page;
	struct sv text = page->dom->v[node].text;
	const struct place *place = &page->places[node];
	struct line *line = page->n_lines > 0 ? &page->lines[page->n_lines - 1] : NULL;
	for (size_t i = 0; i < text.n;) {
		size_t len;
		if (is_space(text.p + i, text.n - i, &len)) {
			cutter->has_space = true;
			i += len;
			continue;
		}
		if (cutter->is_cut || line == NULL || line->node != place->block)
			line = start_line(cutter, node, place->block);
		add_byte(cutter, line, text.p[i++], place->inside);
	}
}

static void add_element(struct cutter *cutter, dom_id node)
{
	const struct dom *dom = cutter->page->dom;
	cutter->is_cut |= elements[dom->v[node].tag].is_block;
	if (dom->v[node].tag == DOM_TAG_br) {
		cutter->has_space = true;
		cutter->is_cut |= ++cutter->breaks > 1;
	}
}

static void cut_lines(struct cutter *cutter)
{
	struct page *page = cutter->page;
	const struct dom *dom = page->dom;
	for (dom_id i = 0; i < dom->n;) {
		const struct dom_node *node = &dom->v[i];
		page->places[i].line = page->n_lines;
		if (element_of(node)->is_skipped) {
			for (dom_id k = i; k < node->end; k++)
				page->places[k].line = page->n_lines;
			i = node->end;
			continue;
		}
		if (node->kind == DOM_TEXT)
			add_text(cutter, i);
		else if (node->kind == DOM_ELEMENT)
			add_element(cutter, i);
		i++;
	}
	page->places[dom->n].line = page->n_lines;
}

static void count_words(struct arena *a, struct page *page)
{
	page->words_before = ARENA_ARRAY(a, uint32_t, page->n_lines + 1);
	page->link_words_before = ARENA_ARRAY(a, uint32_t, page->n_lines + 1);
	for (uint32_t i = 0; i < page->n_lines; i++) {
		const struct line *line = &page->lines[i];
		page->words_before[i + 1] = page->words_before[i] + line->words;
		page->link_words_before[i + 1] = page->link_words_before[i] + line->words * line->link_chars / (line->chars ? line->chars : 1);
	}
}

/* What wraps most of a page's prose (a form around everything, a body hidden until scripts run) tells its lines apart no more. */
static void forgive_wrappers(struct page *page)
{
	static const uint32_t wrappers[] = { INSIDE_FORM, INSIDE_HIDDEN, INSIDE_ASIDE, INSIDE_DIALOG, INSIDE_NAV, INSIDE_FOOTER, INSIDE_NOSCRIPT };
	for (size_t k = 0; k < sizeof(wrappers) / sizeof(*wrappers); k++) {
		uint32_t all = 0, inside = 0;
		for (uint32_t i = 0; i < page->n_lines; i++) {
			const struct line *line = &page->lines[i];
			uint32_t words = line->words >= PROSE_WORDS && line->link_chars * 3 < line->chars ? line->words : 0;
			all += words;
			inside += line->inside & wrappers[k] ? words : 0;
		}
		for (uint32_t i = 0; i < page->n_lines && inside * 10 > all * 7; i++)
			page->lines[i].inside &= ~wrappers[k];
	}
}

void page_read(struct arena *a, const struct dom *dom, struct page *ret)
{
	size_t bytes = 1;
	for (dom_id i = 0; i < dom->n; i++)
		if (dom->v[i].kind == DOM_TEXT)
			bytes += dom->v[i].text.n + 1;
	*ret = (struct page){ .dom = dom, .places = ARENA_ARRAY(a, struct place, (size_t)dom->n + 1) };
	read_places(dom, ret->places);
	struct cutter cutter = { .a = a, .page = ret, .out = arena_alloc(a, bytes), .is_cut = true, .link = DOM_NONE };
	cut_lines(&cutter);
	forgive_wrappers(ret);
	count_words(a, ret);
}
