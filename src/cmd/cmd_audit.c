/* `crosscheck audit verify`: walks the audit log's chain of hashes, and holds it against a row noted elsewhere before. */
#include "base/err.h"
#include "base/limits.h"
#include "base/num.h"
#include "cmd/cmd.h"
#include "cmd/words.h"
#include "store/store.h"

/* The row that was noted must still have its hash: a chain cut at its end, or written anew from its start, is whole in itself. */
static int hold_against(struct db *db, struct arena *a, struct sv noted)
{
	struct sv rest = noted, row = SV_NONE;
	struct q_audit_hash_of is = { 0 };
	int64_t id = 0;
	if (!sv_split(&rest, ':', &row) || !num_i64(row, 1, INT64_MAX, &id) || rest.n != 64) {
		(void)printf("'" SV_FMT "' is no ROW:HASH as audit verify prints it\n", SV_ARG(noted));
		return 1;
	}
	int r = q_audit_hash_of(db, a, &(struct q_audit_hash_of_in){ .id = id }, &is);
	if (r < 0)
		return ERR_PASS(r);
	if (r == 0 && sv_eq_icase(is.hash, rest))
		return 0;
	(void)printf("row %lld %s: the log is not the one that was noted\n", (long long)id, r == 0 ? "has another hash" : "is gone");
	return 1;
}

static int verify(const char *conninfo, struct arena *a, const char *noted)
{
	AUTO_DB db = NULL;
	struct q_audit_verify broken = { 0 };
	struct q_audit_hash_of last = { .id = 0, .hash = SV("") };
	int r = db_open(conninfo, &db);
	if (r == 0)
		r = q_audit_verify(db, a, &broken);
	if (r < 0)
		return ERR_PASS(r);
	if (r != DB_NONE) {
		(void)printf("broken at row %lld: " SV_FMT "\n", (long long)broken.id, SV_ARG(broken.why));
		return 1;
	}
	r = noted ? hold_against(db, a, sv_cstr(noted)) : 0;
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : r;
	r = q_audit_hash_of(db, a, &(struct q_audit_hash_of_in){ .id = 0 }, &last);
	if (r < 0)
		return ERR_PASS(r);
	if (r == DB_NONE)
		(void)printf("the log is empty\n");
	else
		(void)printf("the chain is whole; its end, to be noted elsewhere:\n%lld:" SV_FMT "\n", (long long)last.id, SV_ARG(last.hash));
	return 0;
}

int cmd_audit(int argc, char **argv)
{
	const char *db = getenv("CROSSCHECK_DB");
	int n = words_read(argc, argv, &(struct words_option){ .name = "--db", .ret_value = &db }, 1);
	if (n < 1 || n > 2 || !db || !sv_eq(sv_cstr(argv[0]), SV("verify")))
		return words_usage("audit [--db CONNINFO] verify [ROW:HASH]");
	AUTO_ARENA a = arena_new(MIB(4));
	return words_end("audit", verify(db, a, n == 2 ? argv[1] : NULL));
}
