#include "store/setting.h"

#include "base/err.h"

int setting_read(struct db *db, struct arena *a, struct sv name, struct sv otherwise, struct sv *ret)
{
	struct q_setting_get row = { .value = otherwise };
	int r = q_setting_get(db, a, &(struct q_setting_get_in){ .name = name }, &row);
	*ret = row.value;
	return r < 0 ? ERR_PASS(r) : 0;
}

int setting_save(struct db *db, struct arena *a, const struct actor *who, struct sv name, struct sv value, int32_t version)
{
	AUTO_TRANSACTION t = { 0 };
	struct q_setting_set row;
	int r = db_begin(db, &t);
	if (r == 0)
		r = q_setting_set(db, a, &(struct q_setting_set_in){ .name = name, .value = value, .version = version }, &row);
	if (r == DB_NONE)
		return STORE_STALE;
	if (r == 0)
		r = store_audit(db, a, who, SV("setting.save"), SV("setting"), DB_NULL, FACTS({ "name", name }, { "value", value }));
	return store_end(&t, r);
}
