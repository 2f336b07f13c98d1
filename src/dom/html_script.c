#include "dom/html_script.h"

#include <string.h>

enum script_state { PLAIN, ESCAPED, DOUBLY_ESCAPED };

/* Whether `open` ("<" or "</") and then `name` stand at p, in any case, followed by white space, '/' or '>'. */
static bool is_tag(const char *p, const char *end, struct sv open, struct sv name)
{
	struct sv rest = { p, (size_t)(end - p) }, after = sv_sub(rest, open.n, rest.n);
	if (name.n == 0 || after.n <= name.n || !sv_starts(rest, open) || !sv_starts_icase(after, name))
		return false;
	char c = after.p[name.n];
	return c == '>' || c == '/' || c == ' ' || c == '\t' || c == '\n' || c == '\f';
}

/* Where the next '<', or '-' too in an escaped part, stands. */
static const char *next_mark(const char *p, const char *end, enum script_state state)
{
	if (state == PLAIN) {
		const char *lt = p == end ? NULL : memchr(p, '<', (size_t)(end - p));
		return lt == NULL ? end : lt;
	}
	while (p < end && *p != '<' && *p != '-')
		p++;
	return p;
}

static bool is_at(const char *p, const char *end, struct sv s)
{
	return sv_starts((struct sv){ p, (size_t)(end - p) }, s);
}

const char *html_script_end(const char *p, const char *end, struct sv name)
{
	enum script_state state = PLAIN;
	while ((p = next_mark(p, end, state)) < end) {
		size_t step = 1;
		if (state != DOUBLY_ESCAPED && is_tag(p, end, SV("</"), name))
			return p;
		if (state == DOUBLY_ESCAPED && is_tag(p, end, SV("</"), SV("script"))) {
			state = ESCAPED;
			step = 8;
		} else if (state == PLAIN && is_at(p, end, SV("<!--"))) {
			state = ESCAPED;
			step = 2; /* its dashes may be those of "-->" */
		} else if (state == ESCAPED && is_tag(p, end, SV("<"), SV("script"))) {
			state = DOUBLY_ESCAPED;
			step = 7;
		} else if (state != PLAIN && is_at(p, end, SV("-->"))) {
			state = PLAIN;
			step = 3;
		}
		p += step;
	}
	return end;
}
