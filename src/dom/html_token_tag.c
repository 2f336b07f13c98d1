#include "dom/html_token_tag.h"

#include <string.h>

#include "base/limits.h"
#include "dom/html_ref.h"

enum byte_class {
	SPACE = 1,
	CLOSER = 2, /* '/', '>' */
	EQUALS = 4,
	ODD = 8, /* a name with one of these is not kept as it stands: capitals, NUL */
};

static const uint8_t class_of[256] = {
	['\t'] = SPACE, ['\n'] = SPACE, ['\f'] = SPACE, [' '] = SPACE, ['/'] = CLOSER, ['>'] = CLOSER, ['='] = EQUALS, [0] = ODD,
	['A'] = ODD, ['B'] = ODD, ['C'] = ODD, ['D'] = ODD, ['E'] = ODD, ['F'] = ODD, ['G'] = ODD, ['H'] = ODD, ['I'] = ODD,
	['J'] = ODD, ['K'] = ODD, ['L'] = ODD, ['M'] = ODD, ['N'] = ODD, ['O'] = ODD, ['P'] = ODD, ['Q'] = ODD, ['R'] = ODD,
	['S'] = ODD, ['T'] = ODD, ['U'] = ODD, ['V'] = ODD, ['W'] = ODD, ['X'] = ODD, ['Y'] = ODD, ['Z'] = ODD,
};

static inline unsigned class_at(const char *p) { return class_of[(unsigned char)*p]; }

/* A name in lower case, NULs replaced. */
static struct sv folded(struct html_tokenizer *t, struct sv name)
{
	char *out = arena_alloc(t->a, name.n);
	for (size_t i = 0; i < name.n; i++)
		out[i] = ascii_lower(name.p[i]);
	return html_token_without_nul(t, (struct sv){ out, name.n }, SV("\xEF\xBF\xBD"));
}

static const char *skip(const char *p, const char *end, unsigned classes)
{
	while (p < end && (class_at(p) & classes) != 0)
		p++;
	return p;
}

static const char *tag_name(struct html_tokenizer *t, const char *p, struct html_token *ret)
{
	const char *start = p;
	uint32_t hash = 0;
	unsigned seen = 0;
	for (; p < t->end && (class_at(p) & (SPACE | CLOSER)) == 0; p++) {
		seen |= class_at(p);
		hash = html_tag_hash(hash, (unsigned char)*p);
	}
	ret->text = (struct sv){ start, (size_t)(p - start) };
	if ((seen & ODD) != 0)
		ret->text = folded(t, ret->text);
	ret->tag = html_tag_find(&t->tags, ret->text, hash);
	return p;
}

/* The name at p; its first byte may be any, '=' too. */
static const char *attribute_name(struct html_tokenizer *t, const char *p, struct sv *ret)
{
	const char *start = p;
	unsigned seen = class_at(p++);
	for (; p < t->end && (class_at(p) & (SPACE | CLOSER | EQUALS)) == 0; p++)
		seen |= class_at(p);
	*ret = (struct sv){ start, (size_t)(p - start) };
	if ((seen & ODD) != 0)
		*ret = folded(t, *ret);
	return p;
}

/* The value at p, which stands after '=' and white space; steps over the closing quote. */
static const char *attribute_value(struct html_tokenizer *t, const char *p, struct sv *ret)
{
	const char *start = p, *stop;
	if (p < t->end && (*p == '"' || *p == '\'')) {
		start++;
		stop = memchr(start, *p, (size_t)(t->end - start));
		p = stop == NULL ? t->end : stop + 1;
		stop = stop == NULL ? t->end : stop;
	} else {
		for (stop = p; stop < t->end && *stop != '>' && (class_at(stop) & SPACE) == 0;)
			stop++;
		p = stop;
	}
	*ret = html_token_without_nul(t, (struct sv){ start, (size_t)(stop - start) }, SV("\xEF\xBF\xBD"));
	*ret = html_ref_decode(t->a, *ret, true);
	return p;
}

/* Names seen in one tag: a few are compared one by one, many through a small table (1 + place of the attribute). */
enum { FEW = 12, SLOTS = sizeof(((struct html_tokenizer *)NULL)->seen) / sizeof(uint16_t) };
_Static_assert(LIMIT_DOM_ATTRIBUTES * 2 < SLOTS + 1, "the table is at most half full");

static uint16_t *seen_slot(uint16_t *seen, const struct dom_attr *v, struct sv name)
{
	uint32_t h = 0;
	for (size_t i = 0; i < name.n; i++)
		h = h * 31 + (unsigned char)name.p[i];
	h ^= h >> 10;
	for (;; h++) {
		uint16_t *slot = &seen[h % SLOTS];
		if (*slot == 0 || sv_eq(v[*slot - 1].name, name))
			return slot;
	}
}

static inline bool is_same(struct sv a, struct sv b)
{
	return a.n == b.n && a.p[0] == b.p[0] && memcmp(a.p, b.p, a.n) == 0;
}

/* Whether name is new among v[0..n); it is then to be put at v[n]. */
static bool is_new(uint16_t *seen, const struct dom_attr *v, size_t n, struct sv name)
{
	if (n < FEW) {
		for (size_t i = 0; i < n; i++)
			if (is_same(v[i].name, name))
				return false;
		return true;
	}
	if (n == FEW) {
		memset(seen, 0, SLOTS * sizeof(*seen));
		for (size_t i = 0; i < n; i++)
			*seen_slot(seen, v, v[i].name) = (uint16_t)(i + 1);
	}
	uint16_t *slot = seen_slot(seen, v, name);
	if (*slot != 0)
		return false;
	*slot = (uint16_t)(n + 1);
	return true;
}

/* Room for LIMIT_DOM_ATTRIBUTES more in a row. */
static struct dom_attr *attribute_room(struct html_tokenizer *t)
{
	enum { BLOCK = 4 * LIMIT_DOM_ATTRIBUTES };
	if (t->cap_attrs - t->n_attrs < LIMIT_DOM_ATTRIBUTES) {
		t->attrs = ARENA_ARRAY(t->a, struct dom_attr, BLOCK);
		t->n_attrs = 0;
		t->cap_attrs = BLOCK;
	}
	return t->attrs + t->n_attrs;
}

/* The attribute at p into *ret. */
static const char *attribute(struct html_tokenizer *t, const char *p, struct dom_attr *ret)
{
	p = attribute_name(t, p, &ret->name);
	ret->value = SV("");
	const char *after = skip(p, t->end, SPACE);
	if (after == t->end || *after != '=')
		return p;
	after = skip(after + 1, t->end, SPACE);
	return after < t->end && *after == '>' ? after : attribute_value(t, after, &ret->value);
}

/* Attributes up to the tag's '>' into v, at most LIMIT_DOM_ATTRIBUTES; where the '>' stands. */
static const char *attributes(struct html_tokenizer *t, const char *p, struct dom_attr *v, struct html_token *ret)
{
	uint32_t n = 0;
	while ((p = skip(p, t->end, SPACE)) < t->end && *p != '>') {
		if (*p == '/') {
			ret->is_self_closing = ++p < t->end && *p == '>';
			continue;
		}
		struct dom_attr attr;
		p = attribute(t, p, &attr);
		if (n == LIMIT_DOM_ATTRIBUTES)
			t->is_cut = true;
		else if (is_new(t->seen, v, n, attr.name))
			v[n++] = attr;
	}
	ret->n_attrs = n;
	return p;
}

bool html_token_tag(struct html_tokenizer *t, enum html_token_kind kind, struct html_token *ret)
{
	ret->kind = kind;
	const char *p = tag_name(t, t->p, ret);
	if (p < t->end && *p != '>') {
		struct dom_attr *v = attribute_room(t);
		p = attributes(t, p, v, ret);
		ret->attrs = v;
		if (kind == HTML_START)
			t->n_attrs += ret->n_attrs;
		else
			ret->n_attrs = 0;
	}
	if (p >= t->end) {
		t->p = t->end;
		ret->kind = HTML_EOF;
		return false;
	}
	t->p = p + 1;
	if (kind == HTML_START)
		t->last_start = ret->text;
	return true;
}
