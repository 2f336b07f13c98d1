#include "dom/html_doctype.h"

#include <string.h>

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\f';
}

static void skip_space(struct sv *s)
{
	size_t n = 0;
	while (n < s->n && is_space(s->p[n]))
		n++;
	*s = sv_sub(*s, n, s->n);
}

static struct sv lower_copy(struct html_tokenizer *t, struct sv s)
{
	char *out = arena_alloc(t->a, s.n);
	for (size_t i = 0; i < s.n; i++)
		out[i] = ascii_lower(s.p[i]);
	return html_token_without_nul(t, (struct sv){ out, s.n }, SV("\xEF\xBF\xBD"));
}

/* A quoted string off the front of *s; SV_NONE where none stands there. is_open: it ran to the end without its quote. */
static struct sv quoted(struct html_tokenizer *t, struct sv *s, bool *ret_is_open)
{
	if (s->n == 0 || (s->p[0] != '"' && s->p[0] != '\''))
		return SV_NONE;
	size_t close = sv_find_char(*s, s->p[0], 1);
	struct sv id = { s->p + 1, close - 1 };
	*ret_is_open = close == s->n;
	*s = sv_sub(*s, close + 1, s->n);
	return html_token_without_nul(t, id, SV("\xEF\xBF\xBD"));
}

/*
 * PUBLIC "..." "..." or SYSTEM "..." in what follows the name. A missing or unclosed identifier makes the page quirky;
 * anything after the last identifier is passed over, and then (true) even the page's end does no harm.
 */
static bool identifiers(struct html_tokenizer *t, struct sv s, struct html_token *ret)
{
	bool is_public = sv_starts_icase(s, SV("public")), is_open = false;
	if (!is_public && !sv_starts_icase(s, SV("system"))) {
		ret->is_quirky = true;
		return false;
	}
	s = sv_sub(s, 6, s.n);
	skip_space(&s);
	struct sv first = quoted(t, &s, &is_open);
	if (is_public)
		ret->public_id = first;
	else
		ret->system_id = first;
	ret->is_quirky = first.p == NULL || is_open;
	skip_space(&s);
	if (is_public && s.n > 0 && !ret->is_quirky) {
		ret->system_id = quoted(t, &s, &is_open);
		ret->is_quirky = ret->system_id.p == NULL || is_open;
		skip_space(&s);
	}
	return s.n > 0;
}

/* How much of s belongs to the doctype: up to the first '>', which ends it even inside quotes. */
static struct sv up_to_gt(struct html_tokenizer *t, bool *ret_is_closed)
{
	const char *gt = t->p == t->end ? NULL : memchr(t->p, '>', (size_t)(t->end - t->p));
	struct sv s = { t->p, (size_t)((gt == NULL ? t->end : gt) - t->p) };
	*ret_is_closed = gt != NULL;
	t->p = gt == NULL ? t->end : gt + 1;
	return s;
}

void html_doctype(struct html_tokenizer *t, struct html_token *ret)
{
	bool is_closed;
	struct sv s = up_to_gt(t, &is_closed);
	ret->kind = HTML_DOCTYPE;
	skip_space(&s);
	size_t n = 0;
	while (n < s.n && !is_space(s.p[n]))
		n++;
	ret->text = n == 0 ? SV_NONE : lower_copy(t, sv_sub(s, 0, n));
	s = sv_sub(s, n, s.n);
	skip_space(&s);
	bool is_bogus = s.n > 0 && identifiers(t, s, ret);
	if ((!is_closed && !is_bogus) || n == 0)
		ret->is_quirky = true;
}

static const struct sv quirky_starts[] = {
#define PUBLIC_ID(text) SV_INIT(text),
#include "dom/quirks.def"
#undef PUBLIC_ID
};

bool html_doctype_is_quirky(const struct html_token *d)
{
	static const struct sv whole[] = { SV_INIT("-//W3O//DTD W3 HTML Strict 3.0//EN//"), SV_INIT("-/W3C/DTD HTML 4.0 Transitional/EN"),
		SV_INIT("HTML") };
	static const struct sv unless_system[] = { SV_INIT("-//W3C//DTD HTML 4.01 Frameset//"),
		SV_INIT("-//W3C//DTD HTML 4.01 Transitional//") };
	if (d->is_quirky || !sv_eq(d->text, SV("html")) ||
	    sv_eq_icase(d->system_id, SV("http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd")))
		return true;
	for (size_t i = 0; i < sizeof(whole) / sizeof(*whole); i++)
		if (sv_eq_icase(d->public_id, whole[i]))
			return true;
	for (size_t i = 0; i < sizeof(quirky_starts) / sizeof(*quirky_starts); i++)
		if (sv_starts_icase(d->public_id, quirky_starts[i]))
			return true;
	for (size_t i = 0; i < sizeof(unless_system) / sizeof(*unless_system); i++)
		if (d->system_id.p == NULL && sv_starts_icase(d->public_id, unless_system[i]))
			return true;
	return false;
}
