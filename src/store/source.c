#include "store/source.h"

#include "base/err.h"

static int add(struct db *db, struct arena *a, const struct source_change *in, bool is_confirmed, int64_t *ret_id)
{
	struct q_source_add row;
	int r = q_source_add(db, a, &(struct q_source_add_in){ .name = in->name, .owner = in->owner, .kind = in->kind, .country = in->country, .is_confirmed = is_confirmed }, &row);
	if (r == 0)
		*ret_id = row.id;
	return r == DB_NONE ? DB_CONFLICT : r;
}

static int add_lists(struct db *db, int64_t id, const struct source_change *in)
{
	int r = q_source_domains_add(db, &(struct q_source_domains_add_in){ .id = id, .domains = in->domains });
	return r == 0 ? q_source_aliases_add(db, &(struct q_source_aliases_add_in){ .id = id, .aliases = in->aliases }) : r;
}

int source_for_host(struct db *db, struct arena *a, const struct actor *who, struct sv host, struct sv domain, struct sv site, int64_t *ret_id)
{
	AUTO_TRANSACTION t = { 0 };
	struct q_source_name known;
	int r = db_begin(db, &t);
	if (r == 0)
		r = q_source_by_host(db, a, &(struct q_source_by_host_in){ .host = host }, &known);
	if (r == 0)
		*ret_id = known.id;
	if (r != DB_NONE)
		return store_end(&t, r);
	/* A site's own word for itself may be another publisher's name: then the domain tells them apart. */
	struct source_change new = { .name = site.n > 0 && site.n <= 200 ? site : domain, .owner = SV(""), .kind = SV("other"), .country = SV(""), .domains = { &domain, 1 } };
	r = add(db, a, &new, false, ret_id);
	if (r == DB_CONFLICT) {
		new.name = domain;
		r = add(db, a, &new, false, ret_id);
	}
	if (r == 0)
		r = add_lists(db, *ret_id, &new);
	if (r == 0)
		r = store_audit(db, a, who, SV("source.found"), SV("source"), *ret_id, FACTS({ "name", new.name }, { "domain", domain }));
	return store_end(&t, r);
}

static int edit(struct db *db, struct arena *a, const struct source_change *in)
{
	struct q_source_edit row;
	int r = q_source_edit(db, a, &(struct q_source_edit_in){ .id = in->id, .version = in->version, .name = in->name, .owner = in->owner, .kind = in->kind,
	    .country = in->country }, &row);
	if (r == 0)
		r = q_source_domains_drop(db, &(struct q_source_domains_drop_in){ .id = in->id });
	if (r == 0)
		r = q_source_aliases_drop(db, &(struct q_source_aliases_drop_in){ .id = in->id });
	return r;
}

int source_save(struct db *db, struct arena *a, const struct actor *who, const struct source_change *in, int64_t *ret_id)
{
	AUTO_TRANSACTION t = { 0 };
	struct q_source before;
	int r = db_begin(db, &t);
	if (r == 0 && in->id != 0)
		r = q_source_by_id(db, a, &(struct q_source_by_id_in){ .id = in->id }, &before);
	if (r != 0)
		return store_end(&t, r);
	*ret_id = in->id;
	r = in->id == 0 ? add(db, a, in, true, ret_id) : edit(db, a, in);
	if (r == DB_NONE) {
		db_end(&t);
		r = store_keep_edit(db, a, who, SV("source"), in->id, in->version, FACTS({ "name", in->name }, { "owner", in->owner }, { "kind", in->kind }));
		return r < 0 ? ERR_PASS(r) : STORE_STALE;
	}
	if (r == 0)
		r = add_lists(db, *ret_id, in);
	if (r == 0)
		r = store_audit(db, a, who, SV("source.save"), SV("source"), *ret_id, FACTS({ "name", in->name }, { "owner", in->owner }, { "kind", in->kind }));
	return store_end(&t, r);
}

int source_ignore_robots(struct db *db, struct arena *a, const struct actor *who, int64_t id, int32_t version, bool ignores, struct sv why)
{
	AUTO_TRANSACTION t = { 0 };
	struct q_source is;
	struct q_source_ignore_robots row;
	int r = db_begin(db, &t);
	if (r == 0)
		r = q_source_by_id(db, a, &(struct q_source_by_id_in){ .id = id }, &is);
	if (r != 0)
		return store_end(&t, r);
	r = q_source_ignore_robots(db, a, &(struct q_source_ignore_robots_in){ .id = id, .version = version, .ignores = ignores, .why = why }, &row);
	if (r == DB_NONE)
		return STORE_STALE;
	if (r == 0)
		r = store_audit(db, a, who, ignores ? SV("source.ignore_robots") : SV("source.obey_robots"), SV("source"), id, FACTS({ "name", row.name }, { "reason", why }));
	return store_end(&t, r);
}
