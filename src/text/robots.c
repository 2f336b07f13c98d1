#include "text/robots.h"

#include "base/num.h"

#define LINE_MAX ((size_t)16663) /* what Google's keeps of a line: eight times a browser's longest URL */

enum line_kind { LINE_OTHER, LINE_AGENT, LINE_ALLOW, LINE_DISALLOW, LINE_DELAY };

/* Names of lines; the misspellings are common enough for Google to obey them. */
static const struct {
	struct sv name;
	enum line_kind kind;
} names[] = {
	{ SV_INIT("user-agent"), LINE_AGENT }, { SV_INIT("useragent"), LINE_AGENT }, { SV_INIT("user agent"), LINE_AGENT },
	{ SV_INIT("allow"), LINE_ALLOW },
	{ SV_INIT("disallow"), LINE_DISALLOW }, { SV_INIT("dissallow"), LINE_DISALLOW }, { SV_INIT("dissalow"), LINE_DISALLOW },
	{ SV_INIT("disalow"), LINE_DISALLOW }, { SV_INIT("diasllow"), LINE_DISALLOW }, { SV_INIT("disallaw"), LINE_DISALLOW },
	{ SV_INIT("crawl-delay"), LINE_DELAY },
};

/* What one audience (this program by name, or everybody) is told: the longest matching patterns so far. */
struct audience {
	bool is_named; /* some group is for it */
	struct sv allow, disallow;
	size_t allow_n, disallow_n; /* lengths, percent-encoded */
	double delay;
};

struct reader {
	struct arena *a;
	struct sv agent, path;
	struct audience everybody, us;
	bool in_everybody, in_us; /* whom the group at hand is for */
	bool seen_rule;           /* the next user-agent line begins another group */
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* A line without its comment as name and value; a missing ':' may be a blank, where just two words stand. */
static bool split_line(struct sv line, struct sv *ret_name, struct sv *ret_value)
{
	line = sv_trim(sv_sub(line, 0, sv_find_char(line, '#', 0)));
	size_t at = sv_find_char(line, ':', 0);
	if (at == line.n) {
		for (at = 0; at < line.n && !is_blank(line.p[at]);)
			at++;
		struct sv value = sv_trim(sv_sub(line, at, line.n));
		if (sv_find_char(value, ' ', 0) < value.n || sv_find_char(value, '\t', 0) < value.n)
			return false;
	}
	*ret_name = sv_trim(sv_sub(line, 0, at));
	*ret_value = sv_trim(sv_sub(line, at + 1, line.n));
	return ret_name->n > 0 && at < line.n;
}

static enum line_kind kind_of(struct sv name)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (sv_eq_icase(name, names[i].name))
			return names[i].kind;
	return LINE_OTHER;
}

static void on_agent(struct reader *r, struct sv value)
{
	size_t n = 0;
	if (r->seen_rule)
		r->in_everybody = r->in_us = r->seen_rule = false;
	if (sv_starts(value, SV("*")) && (value.n == 1 || ascii_is_space(value.p[1]))) {
		r->in_everybody = r->everybody.is_named = true;
		return;
	}
	while (n < value.n && (ascii_is_alpha(value.p[n]) || value.p[n] == '-' || value.p[n] == '_'))
		n++;
	if (n > 0 && sv_eq_icase(sv_sub(value, 0, n), r->agent))
		r->in_us = r->us.is_named = true;
}

/* The pattern as paths are written: bytes outside ASCII percent-encoded, hex digits in upper case. */
static struct sv encode(struct arena *a, struct sv s)
{
	static const char hex[] = "0123456789ABCDEF";
	char *out = arena_alloc(a, s.n * 3);
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		bool is_escape = i >= 1 && s.p[i - 1] == '%', is_second = i >= 2 && s.p[i - 2] == '%';
		if (c < 0x80) {
			out[n++] = is_escape || is_second ? ascii_upper((char)c) : (char)c;
			continue;
		}
		out[n++] = '%';
		out[n++] = hex[c >> 4];
		out[n++] = hex[c & 15];
	}
	return (struct sv){ out, n };
}

/* Does the pattern match a beginning of the path? '*' stands for anything, '$' at its end for the path's end. */
static bool matches(struct sv pattern, struct sv path)
{
	bool to_end = sv_ends(pattern, SV("$")), is_first = true;
	struct sv rest = sv_sub(pattern, 0, pattern.n - to_end), part;
	size_t at = 0;
	while (sv_split(&rest, '*', &part)) {
		bool is_last = rest.p == NULL;
		if (is_last && to_end && !is_first)
			return path.n - at >= part.n && sv_ends(path, part);
		if (is_first && !sv_starts(path, part))
			return false;
		if (!is_first) {
			at = sv_find(path, part, at);
			if (at == path.n && part.n > 0)
				return false;
		}
		at += part.n;
		is_first = false;
	}
	return !to_end || at == path.n;
}

static void tell(struct audience *to, enum line_kind kind, struct sv value, size_t n)
{
	struct sv *best = kind == LINE_ALLOW ? &to->allow : &to->disallow;
	size_t *best_n = kind == LINE_ALLOW ? &to->allow_n : &to->disallow_n;
	if (n <= *best_n)
		return;
	*best = value;
	*best_n = n;
}

static void on_rule(struct reader *r, enum line_kind kind, struct sv value)
{
	struct sv pattern = encode(r->a, value);
	size_t slash = pattern.n;
	r->seen_rule = true;
	if (!matches(pattern, r->path)) {
		/* A permission for a folder's index page is one for the folder. */
		while (slash > 0 && pattern.p[slash - 1] != '/')
			slash--;
		if (kind != LINE_ALLOW || slash == 0 || !sv_starts(sv_sub(pattern, slash, pattern.n), SV("index.htm")) || !sv_eq(r->path, sv_sub(pattern, 0, slash)))
			return;
		pattern.n = slash;
	}
	if (r->in_everybody)
		tell(&r->everybody, kind, value, pattern.n);
	if (r->in_us)
		tell(&r->us, kind, value, pattern.n);
}

static void on_delay(struct reader *r, struct sv value)
{
	double seconds;
	r->seen_rule = true;
	if (!num_f64(value, &seconds) || seconds < 0)
		return;
	if (r->in_everybody)
		r->everybody.delay = seconds;
	if (r->in_us)
		r->us.delay = seconds;
}

static void on_line(struct reader *r, struct sv line)
{
	struct sv name, value;
	if (!split_line(sv_sub(line, 0, LINE_MAX), &name, &value))
		return;
	enum line_kind kind = kind_of(name);
	if (kind == LINE_AGENT)
		on_agent(r, value);
	else if (kind == LINE_DELAY)
		on_delay(r, value);
	else if (kind != LINE_OTHER && (r->in_everybody || r->in_us))
		on_rule(r, kind, value);
	else if (kind != LINE_OTHER)
		r->seen_rule = true;
}

void robots_read(struct arena *a, struct sv text, struct sv agent, struct sv path, struct robots_says *ret)
{
	struct reader r = { .a = a, .agent = agent, .path = path };
	text = sv_sub(text, 0, ROBOTS_READ);
	if (sv_starts(text, SV("\xEF\xBB\xBF")))
		text = sv_sub(text, 3, text.n);
	for (size_t from = 0, at = 0; at <= text.n; at++) {
		if (at < text.n && text.p[at] != '\n' && text.p[at] != '\r')
			continue;
		on_line(&r, sv_sub(text, from, at));
		from = at + 1;
	}
	const struct audience *who = r.us.is_named ? &r.us : &r.everybody;
	*ret = (struct robots_says){ .is_allowed = who->allow_n >= who->disallow_n, .delay = who->delay };
	ret->rule = ret->is_allowed ? who->allow : who->disallow;
}
