#ifndef JSON_JSON_OUT_H
#define JSON_JSON_OUT_H
/*
 * Writing JSON into a struct buf. It puts commas and escapes right; the caller opens and closes in pairs, and gives a key before each value of
 * an object. Strings must be valid UTF-8. Errors stick in out->failed.
 */
#include <stdint.h>

#include "base/buf.h"

struct json_out {
	struct buf *out;
	bool needs_comma;
};

void json_out_object(struct json_out *j);
void json_out_object_end(struct json_out *j);
void json_out_array(struct json_out *j);
void json_out_array_end(struct json_out *j);
void json_out_key(struct json_out *j, const char *key);
void json_out_sv(struct json_out *j, struct sv s);
/* null when s.p == NULL */
void json_out_sv_or_null(struct json_out *j, struct sv s);
void json_out_i64(struct json_out *j, int64_t v);
/* The shortest decimal that reads back the same; null for infinities and NaN. */
void json_out_f64(struct json_out *j, double v);
void json_out_bool(struct json_out *j, bool v);
void json_out_null(struct json_out *j);
/* A value that already is JSON (a database's jsonb). */
void json_out_raw(struct json_out *j, struct sv json);
#endif
