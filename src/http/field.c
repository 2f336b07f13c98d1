#include "http/field.h"

#include "base/clock.h"
#include "base/num.h"
#include "text/utf8.h"

void http_problem_add(struct arena *a, struct http_problems *problems, struct sv name, struct sv text)
{
	*VEC_PUSH(a, problems) = (struct http_problem){ name, text };
}

struct sv http_problem_of(const struct http_problems *problems, struct sv name)
{
	for (size_t i = 0; i < problems->n; i++)
		if (sv_eq(problems->v[i].name, name))
			return problems->v[i].text;
	return SV_NONE;
}

static struct sv lines(struct arena *a, struct sv s)
{
	s = sv_trim(s);
	char *p = arena_alloc(a, s.n + 1);
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\r' && i + 1 < s.n && s.p[i + 1] == '\n')
			continue;
		p[n++] = s.p[i] == '\r' ? '\n' : s.p[i];
	}
	return (struct sv){ p, n };
}

static struct sv one_line(struct arena *a, struct sv s)
{
	struct sv copy = lines(a, s);
	char *p = arena_alloc(a, copy.n + 1);
	for (size_t i = 0; i < copy.n; i++)
		p[i] = copy.p[i] == '\n' || copy.p[i] == '\t' ? ' ' : copy.p[i];
	return (struct sv){ p, copy.n };
}

/* Each kind: stores the value, says in a few words what the field must be when it can't. */
static const char *read_text(struct arena *a, const struct http_field *f, struct sv raw, void *at)
{
	struct sv s = f->kind == HTTP_LINES ? lines(a, raw) : f->kind == HTTP_SECRET ? raw : one_line(a, raw);
	*(struct sv *)at = s;
	if (f->kind == HTTP_ADDRESS && s.n > 0 && !sv_starts_icase(s, SV("http://")) && !sv_starts_icase(s, SV("https://")))
		return "must begin with http:// or https://";
	return NULL;
}

static const char *read_number(struct arena *a, const struct http_field *f, struct sv raw, void *at)
{
	(void)a;
	*(int64_t *)at = 0;
	return raw.n == 0 || num_i64(sv_trim(raw), f->kind == HTTP_ID, INT64_MAX, at) ? NULL : "must be a whole number";
}

static const char *read_day(struct arena *a, const struct http_field *f, struct sv raw, void *at)
{
	(void)a, (void)f;
	*(int32_t *)at = DAY_NONE;
	return raw.n == 0 || day_parse(sv_trim(raw), at) ? NULL : "must be a date like 2020-09-09";
}

static const char *read_choice(struct arena *a, const struct http_field *f, struct sv raw, void *at)
{
	(void)a;
	*(int *)at = -1;
	for (int i = 0; raw.n > 0 && f->choices[i]; i++)
		if (sv_eq(raw, sv_cstr(f->choices[i])))
			*(int *)at = i;
	return raw.n == 0 || *(int *)at >= 0 ? NULL : "must be one of the choices given";
}

static const char *read_flag(struct arena *a, const struct http_field *f, struct sv raw, void *at)
{
	(void)a, (void)f;
	*(bool *)at = raw.n > 0;
	return NULL;
}

static const char *(*const readers[HTTP_KIND_N])(struct arena *, const struct http_field *, struct sv, void *) = {
	[HTTP_LINE] = read_text,
	[HTTP_LINES] = read_text,
	[HTTP_SECRET] = read_text,
	[HTTP_ADDRESS] = read_text,
	[HTTP_ID] = read_number,
	[HTTP_COUNT] = read_number,
	[HTTP_DAY] = read_day,
	[HTTP_CHOICE] = read_choice,
	[HTTP_FLAG] = read_flag,
};

static const char *read_one(struct arena *a, const struct http_pairs *pairs, const struct http_field *f, void *at, struct sv *ret_raw)
{
	struct sv name = sv_cstr(f->name);
	*ret_raw = http_pairs_get(pairs, name);
	if (!ret_raw->p)
		*ret_raw = SV("");
	const char *wrong = readers[f->kind](a, f, *ret_raw, at);
	if (http_pairs_count(pairs, name) > 1)
		return "was given twice";
	if (!wrong && f->required && sv_trim(*ret_raw).n == 0)
		return "is missing";
	return wrong;
}

bool http_fields_read(struct arena *a, const struct http_pairs *pairs, const struct http_field *fields, size_t n, void *into,
    struct http_problems *ret)
{
	size_t before = ret->n;
	for (size_t i = 0; i < n; i++) {
		const struct http_field *f = &fields[i];
		struct sv raw, name = sv_cstr(f->name);
		const char *wrong = read_one(a, pairs, f, (char *)into + f->offset, &raw);
		size_t long_by = f->max && utf8_count(raw) > f->max ? utf8_count(raw) - f->max : 0;
		if (wrong)
			http_problem_add(a, ret, name, arena_printf(a, "%s %s.", f->label, wrong));
		else if (long_by)
			http_problem_add(a, ret, name,
			    arena_printf(a, "%s is too long: %zu characters more than the %zu there is room for.", f->label, long_by, f->max));
	}
	return ret->n == before;
}
