#ifndef JSON_JSON_H
#define JSON_JSON_H
/*
 * JSON (RFC 8259): strict reading through jansson, and a writer into a struct buf. Values that were read belong to their
 * document and are gone with it (AUTO_JSON). Every getter takes NULL or a value of another type and then finds nothing,
 * so a path can be followed without a check at each step; whoever must know asks for the value's type.
 */
#include <stdint.h>

#include "base/buf.h"

struct json; /* one value, borrowed from its document */

enum json_type { JSON_ABSENT, JSON_IS_NULL, JSON_IS_BOOL, JSON_IS_NUMBER, JSON_IS_STRING, JSON_IS_ARRAY, JSON_IS_OBJECT };

/* json_read's outcome for text that is no JSON; err_text() says where and why. */
enum { JSON_MALFORMED = 1 };

/*
 * Reads one whole value (trailing bytes other than white space are refused; duplicate keys too; numbers beyond int64
 * become doubles; at most 2048 deep). *ret is freed by json_free or AUTO_JSON.
 */
int json_read(struct sv text, struct json **ret) __attribute__((warn_unused_result));
/* As json_read for the web's JSON, which repeats keys: the last one wins. */
int json_read_loose(struct sv text, struct json **ret) __attribute__((warn_unused_result));
void json_free(struct json *doc);
void json_drop(struct json **doc);
#define AUTO_JSON __attribute__((cleanup(json_drop))) struct json *

enum json_type json_type(const struct json *v);
/* A member of an object; NULL when there is none. */
const struct json *json_get(const struct json *object, const char *key);
/* Elements of an array; 0 and NULL for anything else. */
size_t json_count(const struct json *array);
const struct json *json_item(const struct json *array, size_t i);
/* Walks an object's members: start with *at = NULL; false at the end. */
bool json_next(const struct json *object, void **at, struct sv *ret_key, const struct json **ret_value);

/* The string (valid UTF-8, may hold NULs); SV_NONE for anything else. */
struct sv json_sv(const struct json *v);
struct sv json_get_sv(const struct json *object, const char *key);
bool json_bool(const struct json *v, bool otherwise);
/* A whole number within [min, max]; false, *ret untouched, for anything else (a double with a fraction too). */
bool json_i64(const struct json *v, int64_t min, int64_t max, int64_t *ret);
/* Any number; false for anything else. */
bool json_f64(const struct json *v, double *ret);

/*
 * The writer puts commas and escapes right; the caller opens and closes in pairs, and gives a key before each value of
 * an object. Strings must be valid UTF-8. Errors stick in out->failed.
 */
struct json_out {
	struct buf *out;
	bool needs_comma;
};

void json_object(struct json_out *j);
void json_object_end(struct json_out *j);
void json_array(struct json_out *j);
void json_array_end(struct json_out *j);
void json_key(struct json_out *j, const char *key);
void json_put_sv(struct json_out *j, struct sv s);
/* null when s.p == NULL */
void json_put_sv_or_null(struct json_out *j, struct sv s);
void json_put_i64(struct json_out *j, int64_t v);
/* The shortest decimal that reads back the same; null for infinities and NaN. */
void json_put_f64(struct json_out *j, double v);
void json_put_bool(struct json_out *j, bool v);
void json_put_null(struct json_out *j);
/* A value that already is JSON (a database's jsonb). */
void json_put_raw(struct json_out *j, struct sv json);
#endif
