#include "json/json_out.h"

#include <math.h>

static void begin_value(struct json_out *j)
{
	if (j->needs_comma)
		buf_add_char(j->out, ',');
	j->needs_comma = true;
}

static void open_with(struct json_out *j, char c)
{
	begin_value(j);
	buf_add_char(j->out, c);
	j->needs_comma = false;
}

static void close_with(struct json_out *j, char c)
{
	buf_add_char(j->out, c);
	j->needs_comma = true;
}

void json_out_object(struct json_out *j)
{
	open_with(j, '{');
}

void json_out_object_end(struct json_out *j)
{
	close_with(j, '}');
}

void json_out_array(struct json_out *j)
{
	open_with(j, '[');
}

void json_out_array_end(struct json_out *j)
{
	close_with(j, ']');
}

/* Line ends that JSON allows inside strings but some readers of JSON lines split at. */
static const struct {
	struct sv bytes, escape;
} line_ends[] = {
	{ SV_INIT("\xC2\x85"), SV_INIT("\\u0085") },
	{ SV_INIT("\xE2\x80\xA8"), SV_INIT("\\u2028") },
	{ SV_INIT("\xE2\x80\xA9"), SV_INIT("\\u2029") },
};

static bool may_need_escape(char c)
{
	return (unsigned char)c < ' ' || c == '"' || c == '\\' || c == '\xC2' || c == '\xE2';
}

/* Writes the escape of what s starts with, where it needs one, and gives how many bytes that stands for (0: none). */
static size_t put_escape(struct buf *out, struct sv s)
{
	unsigned char c = (unsigned char)s.p[0];
	for (size_t i = 0; (c == 0xC2 || c == 0xE2) && i < sizeof(line_ends) / sizeof(*line_ends); i++)
		if (sv_starts(s, line_ends[i].bytes)) {
			buf_add(out, line_ends[i].escape);
			return line_ends[i].bytes.n;
		}
	if (c >= ' ' && c != '"' && c != '\\')
		return 0;
	if (c == '"' || c == '\\')
		buf_addf(out, "\\%c", c);
	else if (c == '\n')
		buf_add(out, SV("\\n"));
	else
		buf_addf(out, "\\u%04x", c);
	return 1;
}

static void put_quoted(struct buf *out, struct sv s)
{
	buf_add_char(out, '"');
	for (size_t at = 0, end; at < s.n; at = end) {
		for (end = at; end < s.n && !may_need_escape(s.p[end]); end++)
			;
		buf_add(out, sv_sub(s, at, end));
		if (end == s.n)
			break;
		size_t n = put_escape(out, sv_sub(s, end, s.n));
		if (n == 0)
			buf_add_char(out, s.p[end]);
		end += n == 0 ? 1 : n;
	}
	buf_add_char(out, '"');
}

void json_out_key(struct json_out *j, const char *key)
{
	json_out_sv(j, sv_cstr(key));
	buf_add_char(j->out, ':');
	j->needs_comma = false;
}

void json_out_sv(struct json_out *j, struct sv s)
{
	begin_value(j);
	put_quoted(j->out, s);
}

void json_out_sv_or_null(struct json_out *j, struct sv s)
{
	if (s.p == NULL)
		json_out_null(j);
	else
		json_out_sv(j, s);
}

void json_out_i64(struct json_out *j, int64_t v)
{
	begin_value(j);
	buf_add_i64(j->out, v);
}

void json_out_f64(struct json_out *j, double v)
{
	if (!isfinite(v)) {
		json_out_null(j);
		return;
	}
	char text[32] = "";
	for (int digits = 6; digits <= 17; digits++) {
		(void)snprintf(text, sizeof(text), "%.*g", digits, v);
		if (strtod(text, NULL) == v)
			break;
	}
	begin_value(j);
	buf_add(j->out, sv_cstr(text));
}

void json_out_bool(struct json_out *j, bool v)
{
	json_out_raw(j, v ? SV("true") : SV("false"));
}

void json_out_null(struct json_out *j)
{
	json_out_raw(j, SV("null"));
}

void json_out_raw(struct json_out *j, struct sv json)
{
	begin_value(j);
	buf_add(j->out, json);
}
