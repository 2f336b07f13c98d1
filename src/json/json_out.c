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

static void put_quoted(struct buf *out, struct sv s)
{
	size_t from = 0;
	buf_add_char(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c >= ' ' && c != '"' && c != '\\')
			continue;
		buf_add(out, sv_sub(s, from, i));
		if (c == '"' || c == '\\')
			buf_addf(out, "\\%c", c);
		else if (c == '\n')
			buf_add(out, SV("\\n"));
		else
			buf_addf(out, "\\u%04x", c);
		from = i + 1;
	}
	buf_add(out, sv_sub(s, from, s.n));
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
