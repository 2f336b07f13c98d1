#include "db/value.h"

#include <math.h>
#include <string.h>

/* 2000-01-01 in days since 1970. */
#define EPOCH_DAYS 10957

static const struct {
	uint32_t oid, element;
	enum db_type element_type;
} types[DB_TYPE_N] = {
	[DB_BOOL] = { 16, 0, DB_BOOL },
	[DB_INT4] = { 23, 0, DB_INT4 },
	[DB_INT8] = { 20, 0, DB_INT8 },
	[DB_FLOAT8] = { 701, 0, DB_FLOAT8 },
	[DB_TEXT] = { 25, 0, DB_TEXT },
	[DB_BYTEA] = { 17, 0, DB_BYTEA },
	[DB_JSONB] = { 3802, 0, DB_JSONB },
	[DB_TIMESTAMPTZ] = { 1184, 0, DB_TIMESTAMPTZ },
	[DB_DATE] = { 1082, 0, DB_DATE },
	[DB_INT4_ARRAY] = { 1007, 23, DB_INT4 },
	[DB_INT8_ARRAY] = { 1016, 20, DB_INT8 },
	[DB_FLOAT8_ARRAY] = { 1022, 701, DB_FLOAT8 },
	[DB_TEXT_ARRAY] = { 1009, 25, DB_TEXT },
};

uint32_t value_oid(enum db_type type)
{
	return types[type].oid;
}

static void put_be(struct buf *out, uint64_t v, unsigned n)
{
	char bytes[8];
	for (unsigned i = 0; i < n; i++)
		bytes[i] = (char)(v >> (8 * (n - 1 - i)) & 0xFF);
	buf_add(out, (struct sv){ bytes, n });
}

static uint64_t get_be(struct sv s)
{
	uint64_t v = 0;
	for (size_t i = 0; i < s.n; i++)
		v = v << 8 | (unsigned char)s.p[i];
	return v;
}

static bool put_text(struct buf *out, struct sv s)
{
	buf_add(out, s);
	return s.p != NULL;
}

static bool put_i64(struct buf *out, int64_t v, int64_t null, int64_t minus)
{
	if (v == null)
		return false;
	put_be(out, (uint64_t)v - (uint64_t)minus, 8);
	return true;
}

static bool put_f64(struct buf *out, double v)
{
	uint64_t bits;
	memcpy(&bits, &v, sizeof(bits));
	put_be(out, bits, 8);
	return !isnan(v);
}

static bool put_scalar(struct buf *out, enum db_type type, const void *p)
{
	switch (type) {
	case DB_BOOL: put_be(out, *(const bool *)p, 1); return true;
	case DB_INT4: put_be(out, (uint32_t) * (const int32_t *)p, 4); return *(const int32_t *)p != DB_NULL4;
	case DB_INT8: return put_i64(out, *(const int64_t *)p, DB_NULL, 0);
	case DB_TIMESTAMPTZ: return put_i64(out, *(const int64_t *)p, INSTANT_NONE, EPOCH_DAYS * CLOCK_DAY);
	case DB_FLOAT8: return put_f64(out, *(const double *)p);
	case DB_DATE:
		put_be(out, (uint32_t) * (const int32_t *)p - EPOCH_DAYS, 4);
		return *(const int32_t *)p != DAY_NONE;
	case DB_JSONB: put_be(out, 1, 1); return put_text(out, *(const struct sv *)p);
	case DB_TEXT:
	case DB_BYTEA: return put_text(out, *(const struct sv *)p);
	case DB_INT4_ARRAY:
	case DB_INT8_ARRAY:
	case DB_FLOAT8_ARRAY:
	case DB_TEXT_ARRAY:
	case DB_TYPE_N: break;
	}
	return false;
}

static size_t element_size(enum db_type type)
{
	return type == DB_TEXT ? sizeof(struct sv) : type == DB_INT4 ? sizeof(int32_t) : 8;
}

static void put_array(struct buf *out, enum db_type type, const struct db_texts *array)
{
	enum db_type element = types[type].element_type;
	put_be(out, array->n > 0, 4); /* dimensions */
	put_be(out, 0, 4);            /* no NULLs */
	put_be(out, types[type].element, 4);
	if (array->n == 0)
		return;
	put_be(out, array->n, 4);
	put_be(out, 1, 4); /* lower bound */
	for (size_t i = 0; i < array->n; i++) {
		const char *p = (const char *)(const void *)array->v + i * element_size(element);
		put_be(out, element == DB_TEXT ? ((const struct sv *)(const void *)p)->n : element_size(element), 4);
		(void)put_scalar(out, element, p);
	}
}

bool value_put(struct buf *out, const struct db_field *f, const void *p)
{
	if (types[f->type].element == 0)
		return put_scalar(out, f->type, p);
	put_array(out, f->type, p); /* all array structs are {pointer, count} */
	return true;
}

bool value_null(const struct db_field *f, void *p)
{
	switch (f->type) {
	case DB_INT8: *(int64_t *)p = DB_NULL; return f->nullable;
	case DB_TIMESTAMPTZ: *(int64_t *)p = INSTANT_NONE; return f->nullable;
	case DB_INT4: *(int32_t *)p = DB_NULL4; return f->nullable;
	case DB_DATE: *(int32_t *)p = DAY_NONE; return f->nullable;
	case DB_FLOAT8: *(double *)p = (double)NAN; return f->nullable;
	case DB_TEXT:
	case DB_BYTEA:
	case DB_JSONB: *(struct sv *)p = SV_NONE; return f->nullable;
	case DB_BOOL:
	case DB_INT4_ARRAY:
	case DB_INT8_ARRAY:
	case DB_FLOAT8_ARRAY:
	case DB_TEXT_ARRAY:
	case DB_TYPE_N: break;
	}
	return false;
}

static bool get_scalar(struct arena *a, enum db_type type, struct sv s, void *p)
{
	static const size_t width[DB_TYPE_N] = { [DB_BOOL] = 1, [DB_INT4] = 4, [DB_INT8] = 8, [DB_FLOAT8] = 8, [DB_TIMESTAMPTZ] = 8, [DB_DATE] = 4 };
	uint64_t bits = get_be(sv_sub(s, 0, 8));
	if (width[type] != 0 && s.n != width[type])
		return false;
	switch (type) {
	case DB_BOOL: *(bool *)p = bits != 0; return true;
	case DB_INT4: *(int32_t *)p = (int32_t)(uint32_t)bits; return true;
	case DB_INT8: *(int64_t *)p = (int64_t)bits; return true;
	case DB_FLOAT8: memcpy(p, &bits, sizeof(bits)); return true;
	case DB_TIMESTAMPTZ: *(int64_t *)p = (int64_t)bits + EPOCH_DAYS * CLOCK_DAY; return true;
	case DB_DATE: *(int32_t *)p = (int32_t)(uint32_t)bits + EPOCH_DAYS; return true;
	case DB_TEXT:
	case DB_BYTEA: *(struct sv *)p = arena_sv(a, s); return true;
	case DB_JSONB: *(struct sv *)p = arena_sv(a, sv_sub(s, 1, s.n)); return s.n > 0 && s.p[0] == 1;
	case DB_INT4_ARRAY:
	case DB_INT8_ARRAY:
	case DB_FLOAT8_ARRAY:
	case DB_TEXT_ARRAY:
	case DB_TYPE_N: break;
	}
	return false;
}

/* Takes a big-endian 32 bit number off the front; UINT32_MAX when there is none. */
static uint32_t take_u32(struct sv *s)
{
	if (s->n < 4)
		return UINT32_MAX;
	uint32_t v = (uint32_t)get_be(sv_sub(*s, 0, 4));
	*s = sv_sub(*s, 4, s->n);
	return v;
}

static bool get_array(struct arena *a, enum db_type type, struct sv s, struct db_texts *ret)
{
	enum db_type element = types[type].element_type;
	uint32_t dimensions = take_u32(&s), has_null = take_u32(&s), oid = take_u32(&s);
	*ret = (struct db_texts){ 0 };
	if (dimensions > 1 || has_null != 0 || oid != types[type].element)
		return false;
	if (dimensions == 0)
		return true;
	uint32_t n = take_u32(&s);
	(void)take_u32(&s); /* lower bound */
	if (n > s.n / 4)
		return false;
	char *v = arena_array(a, element_size(element), n);
	for (uint32_t i = 0; i < n; i++) {
		uint32_t len = take_u32(&s);
		if (len > s.n || !get_scalar(a, element, sv_sub(s, 0, len), v + i * element_size(element)))
			return false;
		s = sv_sub(s, len, s.n);
	}
	*ret = (struct db_texts){ (const struct sv *)(const void *)v, n };
	return true;
}

bool value_get(struct arena *a, const struct db_field *f, struct sv bytes, void *p)
{
	return types[f->type].element == 0 ? get_scalar(a, f->type, bytes, p) : get_array(a, f->type, bytes, p);
}
