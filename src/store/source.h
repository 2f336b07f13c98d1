#ifndef STORE_SOURCE_H
#define STORE_SOURCE_H
/*
 * Publishers: name, owner (publisher family), kind, domains, aliases. Reading: q_source_by_id, q_source_list, q_source_by_host,
 * q_source_by_alias, q_source_cites, q_source_cited_by.
 */
#include "store/store.h"

/* The source a host belongs to; one the desk does not know yet is made under `site` (or the domain), unconfirmed. */
int source_for_host(struct db *db, struct arena *a, const struct actor *who, struct sv host, struct sv domain, struct sv site, int64_t *ret_id);

struct source_change {
	int64_t id;      /* 0: a new source */
	int32_t version; /* the one that was seen */
	struct sv name, owner, kind, country;
	struct db_texts domains, aliases; /* the whole lists; stored in lower case */
};
/* Makes or edits one. STORE_MISSING, STORE_STALE (kept), STORE_TAKEN (name, domain or alias is another's), STORE_DENIED (kind). */
int source_save(struct db *db, struct arena *a, const struct actor *who, const struct source_change *in, int64_t *ret_id);
/*
 * Says that the desk has leave to fetch a source's pages whatever robots.txt says (or no longer has it), with the reason, which is
 * kept in the audit chain. STORE_MISSING, STORE_STALE, STORE_DENIED (leave without a reason).
 */
int source_ignore_robots(struct db *db, struct arena *a, const struct actor *who, int64_t id, int32_t version, bool ignores, struct sv why);
#endif
