#include "store/store.h"

#include <errno.h>

#include "base/err.h"

#define FACTS_MAX 16

int store_outcome(int r)
{
	static const int of[] = { [0] = 0, [DB_NONE] = STORE_MISSING, [DB_CONFLICT] = STORE_TAKEN, [DB_BUSY] = STORE_BUSY, [DB_REFUSED] = STORE_DENIED };
	return r >= 0 && (size_t)r < sizeof(of) / sizeof(*of) ? of[r] : r;
}

int store_end(struct db_transaction *t, int r)
{
	if (r == 0)
		r = db_commit(t);
	db_end(t);
	return r < 0 ? ERR_PASS(r) : store_outcome(r);
}

/* Facts as two arrays of equal length, without those that are empty views. */
static size_t split_facts(const struct fact *facts, size_t n, struct sv *keys, struct sv *texts)
{
	size_t k = 0;
	for (size_t i = 0; i < n && k < FACTS_MAX; i++) {
		if (facts[i].text.p == NULL)
			continue;
		keys[k] = sv_cstr(facts[i].key);
		texts[k++] = facts[i].text;
	}
	return k;
}

int store_audit(struct db *db, struct arena *a, const struct actor *who, struct sv action, struct sv subject, int64_t subject_id, const struct fact *facts, size_t n)
{
	struct sv keys[FACTS_MAX], texts[FACTS_MAX];
	struct q_audit_append row;
	size_t k = split_facts(facts, n, keys, texts);
	int r = q_audit_append(db, a,
	    &(struct q_audit_append_in){ .person_id = who->person_id, .actor = who->name, .action = action, .subject = subject, .subject_id = subject_id,
	        .keys = { keys, k }, .contents = { texts, k } }, &row);
	return r < 0 ? ERR_PASS(r) : r;
}

int store_keep_edit(struct db *db, struct arena *a, const struct actor *who, struct sv subject, int64_t subject_id, int32_t seen_version, const struct fact *facts, size_t n)
{
	struct sv keys[FACTS_MAX], texts[FACTS_MAX];
	struct q_kept_edit_add row;
	size_t k = split_facts(facts, n, keys, texts);
	AUTO_TRANSACTION t = { 0 };
	int r = db_begin(db, &t);
	if (r == 0)
		r = q_kept_edit_add(db, a,
		    &(struct q_kept_edit_add_in){ .subject = subject, .subject_id = subject_id, .seen_version = seen_version, .keys = { keys, k }, .contents = { texts, k },
		        .person_id = who->person_id }, &row);
	if (r == 0)
		r = store_audit(db, a, who, SV("edit.refused"), subject, subject_id, FACTS({ "why", SV("it was changed by somebody else meanwhile") }));
	return store_end(&t, r);
}

int store_check_schema(struct db *db, struct arena *a)
{
	struct q_schema_version is;
	int r = q_schema_version(db, a, &is);
	if (r < 0)
		return ERR_PASS(r);
	if (r == 0 && is.version == STORE_SCHEMA)
		return 0;
	(void)ERR_NEW(-EPROTO, "the database's schema is version %d and this program needs %d: run `crosscheck migrate`", r == 0 ? (int)is.version : 0, STORE_SCHEMA);
	return STORE_STALE;
}
