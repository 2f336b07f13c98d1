#ifndef DB_DB_H
#define DB_DB_H
/*
 * PostgreSQL through libpq: one connection, statements that were declared in sql/query and compiled by tools/sqlc, each
 * prepared at its first call, every value in binary and checked against its declared type. Nothing else sends SQL text.
 * Callers use the typed functions of store/query.h, which is generated; this header is what those are made of.
 */
#include <stdint.h>

#include "base/arena.h"
#include "base/clock.h"

struct db;

/* Outcomes of a call. */
enum {
	DB_NONE = 1,     /* a ':opt' statement found no row */
	DB_CONFLICT = 2, /* a unique or exclusion rule refused it */
	DB_BUSY = 3,     /* lock timeout, deadlock or serialization failure: try the transaction again */
	DB_REFUSED = 4,  /* a check or foreign key refused it, or the role may not do it */
};

enum db_type {
	DB_BOOL,
	DB_INT4,
	DB_INT8,
	DB_FLOAT8,
	DB_TEXT,
	DB_BYTEA,
	DB_JSONB,
	DB_TIMESTAMPTZ, /* int64_t microseconds since 1970 (base/clock.h) */
	DB_DATE,        /* int32_t days since 1970 */
	DB_INT4_ARRAY,
	DB_INT8_ARRAY,
	DB_FLOAT8_ARRAY,
	DB_TEXT_ARRAY,
	DB_TYPE_N
};

/*
 * NULL in a nullable place: text, bytea, jsonb p == NULL; int8 DB_NULL; int4 DB_NULL4; timestamptz INSTANT_NONE; date
 * DAY_NONE; float8 NaN. Not in bool or arrays.
 */
#define DB_NULL INT64_MIN
#define DB_NULL4 INT32_MIN

struct db_int4s {
	const int32_t *v;
	size_t n;
};
struct db_int8s {
	const int64_t *v;
	size_t n;
};
struct db_float8s {
	const double *v;
	size_t n;
};
struct db_texts {
	const struct sv *v;
	size_t n;
};

/* Where a parameter or column stands in its C struct. */
struct db_field {
	const char *name;
	enum db_type type;
	bool nullable;
	size_t offset;
};

enum db_shape { DB_SHAPE_NONE, DB_SHAPE_ONE, DB_SHAPE_OPT, DB_SHAPE_MANY };

struct db_statement {
	const char *name, *sql;
	enum db_shape shape;
	const struct db_field *in, *out;
	size_t n_in, n_out;
	size_t row_size;
	size_t index; /* its place in the generated table */
};

struct db_rows {
	void *v; /* row structs, in the caller's arena */
	size_t n;
};

/* Connects (keywords of libpq; client encoding UTF8). db_close or AUTO_DB ends it. */
int db_open(const char *conninfo, struct db **ret) __attribute__((warn_unused_result));
void db_close(struct db **db);
#define AUTO_DB __attribute__((cleanup(db_close))) struct db *
/* After a failed call: reconnects if the connection is gone. 0 when it is usable. */
int db_ensure(struct db *db) __attribute__((warn_unused_result));

/*
 * Runs a statement. `in` is its parameter struct (NULL where it has none). Rows, and the texts in them, live in `a`.
 * ':one' must give exactly one row; ':none' gives none. A call may take 10 s at most, then it is cancelled (DB_BUSY).
 */
int db_run(struct db *db, struct arena *a, const struct db_statement *st, const void *in, struct db_rows *ret)
    __attribute__((warn_unused_result));

/*
 * Several reading statements (at most 16) in one round trip: db_send each, then db_receive each in the same order.
 * Between the first send and the last receive nothing else may be called; after a failure, db_ensure.
 */
int db_send(struct db *db, const struct db_statement *st, const void *in) __attribute__((warn_unused_result));
int db_receive(struct db *db, struct arena *a, const struct db_statement *st, struct db_rows *ret) __attribute__((warn_unused_result));

/*
 * A transaction ends with its scope: without db_commit it is rolled back. They nest: only the outermost begins and
 * commits, and where an inner one was not committed the outer can't be.
 *     AUTO_TRANSACTION t = { 0 };
 *     if ((r = db_begin(db, &t)) < 0) return ERR_PASS(r); ... return db_commit(&t);
 */
struct db_transaction {
	struct db *db; /* NULL: not open */
};
#define AUTO_TRANSACTION __attribute__((cleanup(db_end))) struct db_transaction
int db_begin(struct db *db, struct db_transaction *t) __attribute__((warn_unused_result));
int db_commit(struct db_transaction *t) __attribute__((warn_unused_result));
void db_end(struct db_transaction *t);

/* After db_listen: waits up to `ms` (0: only looks) for a NOTIFY;
 * *ret_woken says if one came. Channel: [a-z_]+. db_socket is readable when one may have. */
int db_listen(struct db *db, const char *channel) __attribute__((warn_unused_result));
int db_wait(struct db *db, int ms, bool *ret_woken) __attribute__((warn_unused_result));
int db_socket(const struct db *db);

/* For migrations only: a whole script, its text trusted. */
int db_script(struct db *db, const char *sql) __attribute__((warn_unused_result));

/* For tests/db: asks the server for the statement's real types and names and compares; *ret_why says what differs. */
int db_describe(struct db *db, struct arena *a, const struct db_statement *st, struct sv *ret_why) __attribute__((warn_unused_result));
#endif
