#ifndef JSON_JSON_H
#define JSON_JSON_H
/*
 * Reading JSON (RFC 8259) strictly, through jansson. Values that were read belong to their
 * document and are gone with it (AUTO_JSON). Every getter takes NULL or a value of another type and then finds nothing,
 * so a path can be followed without a check at each step; whoever must know asks for the value's type.
 */
#include <stdint.h>

#include "base/sv.h"

struct json; /* one value, borrowed from its document */

enum json_kind { JSON_ABSENT, JSON_IS_NULL, JSON_IS_BOOL, JSON_IS_NUMBER, JSON_IS_STRING, JSON_IS_ARRAY, JSON_IS_OBJECT };

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

enum json_kind json_kind(const struct json *v);
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
#endif
