#include "json/json.h"

#include <jansson.h>

#include "base/err.h"

/* struct json is jansson's json_t by another name, so that its header stays here. */
static const json_t *as_jansson(const struct json *v)
{
	return (const json_t *)(const void *)v;
}

static const struct json *from_jansson(const json_t *v)
{
	return (const struct json *)(const void *)v;
}

static int read_with(struct sv text, size_t flags, struct json **ret)
{
	json_error_t why;
	json_t *v = json_loadb(text.p == NULL ? "" : text.p, text.n, flags | JSON_DECODE_ANY | JSON_ALLOW_NUL, &why);
	if (v == NULL) {
		(void)ERR_NEW(-1, "line %d column %d: %s", why.line, why.column, why.text);
		return JSON_MALFORMED;
	}
	*ret = (struct json *)(void *)v;
	return 0;
}

int json_read(struct sv text, struct json **ret)
{
	return read_with(text, JSON_REJECT_DUPLICATES, ret);
}

int json_read_loose(struct sv text, struct json **ret)
{
	return read_with(text, 0, ret);
}

void json_free(struct json *doc)
{
	json_decref((json_t *)(void *)doc);
}

void json_drop(struct json **doc)
{
	json_free(*doc);
	*doc = NULL;
}

enum json_kind json_kind(const struct json *v)
{
	if (v == NULL)
		return JSON_ABSENT;
	switch (json_typeof(as_jansson(v))) {
	case JSON_OBJECT: return JSON_IS_OBJECT;
	case JSON_ARRAY: return JSON_IS_ARRAY;
	case JSON_STRING: return JSON_IS_STRING;
	case JSON_INTEGER:
	case JSON_REAL: return JSON_IS_NUMBER;
	case JSON_TRUE:
	case JSON_FALSE: return JSON_IS_BOOL;
	case JSON_NULL: break;
	}
	return JSON_IS_NULL;
}

const struct json *json_get(const struct json *object, const char *key)
{
	return from_jansson(json_object_get(as_jansson(object), key));
}

size_t json_count(const struct json *array)
{
	return json_array_size(as_jansson(array));
}

const struct json *json_item(const struct json *array, size_t i)
{
	return from_jansson(json_array_get(as_jansson(array), i));
}

bool json_next(const struct json *object, void **at, struct sv *ret_key, const struct json **ret_value)
{
	if (json_kind(object) != JSON_IS_OBJECT)
		return false;
	union { /* jansson's walk takes a non-const object and changes nothing in it */
		const struct json *in;
		json_t *out;
	} u = { object };
	*at = *at == NULL ? json_object_iter(u.out) : json_object_iter_next(u.out, *at);
	if (*at == NULL)
		return false;
	*ret_key = sv_cstr(json_object_iter_key(*at));
	*ret_value = from_jansson(json_object_iter_value(*at));
	return true;
}

struct sv json_sv(const struct json *v)
{
	const json_t *s = as_jansson(v);
	return json_is_string(s) ? (struct sv){ json_string_value(s), json_string_length(s) } : SV_NONE;
}

struct sv json_get_sv(const struct json *object, const char *key)
{
	return json_sv(json_get(object, key));
}

bool json_bool(const struct json *v, bool otherwise)
{
	return json_kind(v) == JSON_IS_BOOL ? json_is_true(as_jansson(v)) : otherwise;
}

bool json_i64(const struct json *v, int64_t min, int64_t max, int64_t *ret)
{
	const json_t *n = as_jansson(v);
	if (!json_is_integer(n) || json_integer_value(n) < min || json_integer_value(n) > max)
		return false;
	*ret = json_integer_value(n);
	return true;
}

bool json_f64(const struct json *v, double *ret)
{
	if (!json_is_number(as_jansson(v)))
		return false;
	*ret = json_number_value(as_jansson(v));
	return true;
}
