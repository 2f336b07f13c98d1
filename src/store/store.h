#ifndef STORE_STORE_H
#define STORE_STORE_H
/*
 * What every part of the store shares. Reading is done with the statements themselves (store/query.h: q_claim_by_id ...);
 * a change of state is a function of store/PART.h, which writes its audit row in the same transaction.
 */
#include "store/query.h"

/* Migrations this program was built for; web and worker refuse to run on another number. */
#define STORE_SCHEMA 6

/* Outcomes of the store's functions, beside 0. Each function's comment names those it can have. */
enum {
	STORE_MISSING = 1, /* no such thing */
	STORE_STALE,       /* somebody changed it since; what was sent is kept (kept_edit) */
	STORE_DENIED,      /* a rule forbids it: the state, a value out of its list */
	STORE_TAKEN,       /* the name, address or place is another's */
	STORE_BUSY,        /* the database was busy: try again */
};

/* Who changes something; the machine has person_id DB_NULL and a name like "worker". */
struct actor {
	int64_t person_id;
	struct sv name;
};

/* A word of an audit row or a kept edit: what it is called and its text. */
struct fact {
	const char *key;
	struct sv text;
};
#define FACTS(...) (const struct fact[]){ __VA_ARGS__ }, sizeof((const struct fact[]){ __VA_ARGS__ }) / sizeof(struct fact)

/* Appends to the audit chain; call it inside the transaction of the change. At most 16 facts. Outcomes: the database's. */
int store_audit(struct db *db, struct arena *a, const struct actor *who, struct sv action, struct sv subject, int64_t subject_id,
    const struct fact *facts, size_t n) __attribute__((warn_unused_result));
/* Keeps what a stale save would have written, and says so in the audit chain. In its own transaction. */
int store_keep_edit(struct db *db, struct arena *a, const struct actor *who, struct sv subject, int64_t subject_id, int32_t seen_version,
    const struct fact *facts, size_t n) __attribute__((warn_unused_result));

/* The store's outcome for one of the database's: DB_NONE -> STORE_MISSING, DB_CONFLICT -> STORE_TAKEN, ... */
int store_outcome(int r);
/* How a change ends: commits where r is 0, else rolls back; r is the database's outcome, what is returned the store's. */
int store_end(struct db_transaction *t, int r) __attribute__((warn_unused_result));
/* 0, or STORE_STALE when the database's schema is not this program's; the error trace says what to do. */
int store_check_schema(struct db *db, struct arena *a) __attribute__((warn_unused_result));
#endif
