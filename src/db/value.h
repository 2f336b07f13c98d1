#ifndef DB_VALUE_H
#define DB_VALUE_H
/*
 * PostgreSQL's binary formats of the types in enum db_type, to and from C structs (PostgreSQL 15 source: the *_send and
 * *_recv functions under src/backend/utils/adt; big-endian throughout, times counted from 2000-01-01).
 */
#include "base/buf.h"
#include "db/db.h"

/* The type's object id (catalog pg_type.dat). */
uint32_t value_oid(enum db_type type);
/* Appends the binary form of the value at `p`; false where it is NULL (what was appended then counts for nothing). */
bool value_put(struct buf *out, const struct db_field *f, const void *p);
/* Reads the binary form into `p`, texts copied into `a`; false if it is malformed for that type. */
bool value_get(struct arena *a, const struct db_field *f, struct sv bytes, void *p);
/* Writes NULL's stand-in into `p`; false for a type that has none (bool, arrays). */
bool value_null(const struct db_field *f, void *p);
#endif
