#include "dom/html_token.h"

#include <string.h>

#include "dom/html_doctype.h"
#include "dom/html_ref.h"
#include "dom/html_script.h"
#include "dom/html_token_tag.h"

#define REPLACEMENT SV("\xEF\xBF\xBD")

static struct sv lines_ended_by_lf(struct arena *a, struct sv page)
{
	const char *at = page.p, *end = page.p + page.n;
	const char *cr = page.n == 0 ? NULL : memchr(at, '\r', page.n);
	if (cr == NULL)
		return page;
	char *out = arena_alloc(a, page.n);
	size_t n = 0;
	for (; cr != NULL; cr = memchr(at, '\r', (size_t)(end - at))) {
		memcpy(out + n, at, (size_t)(cr - at));
		n += (size_t)(cr - at);
		out[n++] = '\n';
		at = cr + (cr + 1 < end && cr[1] == '\n' ? 2 : 1);
	}
	memcpy(out + n, at, (size_t)(end - at));
	return (struct sv){ out, n + (size_t)(end - at) };
}

void html_token_start(struct html_tokenizer *t, struct arena *a, struct sv page)
{
	page = lines_ended_by_lf(a, page);
	*t = (struct html_tokenizer){ .a = a, .p = page.p, .end = page.p + page.n };
	t->has_nul = page.n > 0 && memchr(page.p, '\0', page.n) != NULL;
	html_tag_index(&t->tags);
}

struct sv html_token_without_nul(struct html_tokenizer *t, struct sv s, struct sv instead)
{
	const char *nul = t->has_nul && s.n > 0 ? memchr(s.p, '\0', s.n) : NULL;
	if (nul == NULL)
		return s;
	size_t n_nul = 0, n = 0;
	for (size_t i = 0; i < s.n; i++)
		n_nul += s.p[i] == '\0';
	char *out = arena_alloc(t->a, s.n + n_nul * instead.n);
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != '\0') {
			out[n++] = s.p[i];
			continue;
		}
		for (size_t k = 0; k < instead.n; k++)
			out[n++] = instead.p[k];
	}
	return (struct sv){ out, n };
}

/* Where `needle` next stands at or after p; end for nowhere. */
static const char *find(const char *p, const char *end, struct sv needle)
{
	const char *hit = p == end ? NULL : memmem(p, (size_t)(end - p), needle.p, needle.n);
	return hit == NULL ? end : hit;
}

/* Steps over [p, to) and makes it a token of that kind, without NULs. */
static void take(struct html_tokenizer *t, enum html_token_kind kind, const char *to, const char *next, struct html_token *ret)
{
	ret->kind = kind;
	ret->text = html_token_without_nul(t, (struct sv){ t->p, (size_t)(to - t->p) }, REPLACEMENT);
	t->p = next;
}

/*
 * A comment, p standing after "<!--". It ends at "-->" or "--!>", or at once at ">" or "->"; at the end of the page a
 * part of the end mark is no data.
 */
static void comment(struct html_tokenizer *t, struct html_token *ret)
{
	const char *at = t->p, *end = t->end;
	for (size_t n = 0; n < 2 && at + n < end && (n == 0 || at[0] == '-'); n++)
		if (at[n] == '>') {
			take(t, HTML_COMMENT, at, at + n + 1, ret);
			return;
		}
	while ((at = find(at, end, SV("--"))) < end) {
		size_t left = (size_t)(end - at);
		if (left > 2 && at[2] == '>') {
			take(t, HTML_COMMENT, at, at + 3, ret);
			return;
		}
		if (left > 3 && at[2] == '!' && at[3] == '>') {
			take(t, HTML_COMMENT, at, at + 4, ret);
			return;
		}
		at++;
	}
	struct sv rest = { t->p, (size_t)(end - t->p) };
	size_t cut = sv_ends(rest, SV("--!")) ? 3 : sv_ends(rest, SV("--")) ? 2 : sv_ends(rest, SV("-")) ? 1 : 0;
	take(t, HTML_COMMENT, end - cut, end, ret);
}

/* "<?", "</ " and other things that are no tag: a comment up to the next '>'. */
static void bogus_comment(struct html_tokenizer *t, struct html_token *ret)
{
	const char *gt = find(t->p, t->end, SV(">"));
	take(t, HTML_COMMENT, gt, gt < t->end ? gt + 1 : gt, ret);
}

/* p stands after "<!". False where a CDATA section begins. */
static bool declaration(struct html_tokenizer *t, struct html_token *ret)
{
	struct sv rest = { t->p, (size_t)(t->end - t->p) };
	if (sv_starts(rest, SV("--"))) {
		t->p += 2;
		comment(t, ret);
	} else if (sv_starts_icase(rest, SV("doctype"))) {
		t->p += 7;
		html_doctype(t, ret);
	} else if (t->allows_cdata && sv_starts(rest, SV("[CDATA["))) {
		t->p += 7;
		t->content = HTML_CDATA;
		return false;
	} else {
		bogus_comment(t, ret);
	}
	return true;
}

/* Whether the '<' at p opens something other than text, given that more than one byte may follow. */
static inline bool opens_markup(const char *p, const char *end)
{
	if (p + 1 >= end)
		return false;
	char c = p[1];
	return ascii_is_alpha(c) || c == '!' || c == '?' || (c == '/' && p + 2 < end);
}

static const char *next_markup(const char *p, const char *end)
{
	while (p < end) {
		const char *lt = *p == '<' ? p : memchr(p, '<', (size_t)(end - p));
		if (lt == NULL)
			return end;
		if (opens_markup(lt, end))
			return lt;
		p = lt + 1;
	}
	return end;
}

static void text(struct html_tokenizer *t, const char *to, struct html_token *ret)
{
	ret->kind = HTML_TEXT;
	ret->text = (struct sv){ t->p, (size_t)(to - t->p) };
	t->p = to;
}

/* p stands at a '<' that opens markup. False where that yields no token: "</>", "<![CDATA[", a tag the page ends in. */
static bool markup(struct html_tokenizer *t, struct html_token *ret)
{
	char c = t->p[1];
	if (ascii_is_alpha(c)) {
		t->p++;
		return html_token_tag(t, HTML_START, ret);
	}
	t->p += 2;
	if (c == '!')
		return declaration(t, ret);
	if (c == '?') {
		t->p--;
		bogus_comment(t, ret);
		return true;
	}
	if (ascii_is_alpha(*t->p))
		return html_token_tag(t, HTML_END, ret);
	if (*t->p == '>') {
		t->p++;
		return false;
	}
	bogus_comment(t, ret);
	return true;
}

static bool data(struct html_tokenizer *t, struct html_token *ret)
{
	const char *to = next_markup(t->p, t->end);
	if (to == t->p)
		return markup(t, ret);
	text(t, to, ret);
	ret->text = html_ref_decode(t->a, ret->text, false);
	return true;
}

/* Whether `</NAME` with the name of the last start tag stands at p, followed by what may end a tag name. */
static bool closes(const struct html_tokenizer *t, const char *p)
{
	struct sv rest = { p + 2, (size_t)(t->end - p) < 2 ? 0 : (size_t)(t->end - p) - 2 };
	if (t->last_start.n == 0 || rest.n <= t->last_start.n || p[1] != '/' || !sv_starts_icase(rest, t->last_start))
		return false;
	char c = rest.p[t->last_start.n];
	return c == '>' || c == '/' || c == ' ' || c == '\t' || c == '\n' || c == '\f';
}

static const char *raw_end(const struct html_tokenizer *t)
{
	const char *p = t->p;
	while ((p = find(p, t->end, SV("<"))) < t->end && !closes(t, p))
		p++;
	return p;
}

/* RCDATA, RAWTEXT and script: text up to the fitting end tag, and then that tag. */
static bool raw(struct html_tokenizer *t, struct html_token *ret)
{
	const char *to = t->content == HTML_SCRIPT ? html_script_end(t->p, t->end, t->last_start) : raw_end(t);
	if (to < t->end && to == t->p) {
		t->p += 2;
		t->content = HTML_DATA;
		return html_token_tag(t, HTML_END, ret);
	}
	bool has_references = t->content == HTML_RCDATA;
	take(t, HTML_TEXT, to, to, ret);
	if (has_references)
		ret->text = html_ref_decode(t->a, ret->text, false);
	return true;
}

static bool plaintext(struct html_tokenizer *t, struct html_token *ret)
{
	take(t, HTML_TEXT, t->end, t->end, ret);
	return true;
}

static bool cdata(struct html_tokenizer *t, struct html_token *ret)
{
	const char *to = find(t->p, t->end, SV("]]>"));
	text(t, to, ret);
	t->content = HTML_DATA;
	if (to < t->end)
		t->p += 3;
	return ret->text.n > 0;
}

void html_token_next(struct html_tokenizer *t, struct html_token *ret)
{
	static bool (*const read[])(struct html_tokenizer *, struct html_token *) = {
		[HTML_DATA] = data, [HTML_RCDATA] = raw, [HTML_RAWTEXT] = raw, [HTML_SCRIPT] = raw,
		[HTML_PLAINTEXT] = plaintext, [HTML_CDATA] = cdata,
	};
	*ret = (struct html_token){ .kind = HTML_EOF };
	while (t->p < t->end)
		if (read[t->content](t, ret))
			return;
	*ret = (struct html_token){ .kind = HTML_EOF };
}
