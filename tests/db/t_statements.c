/*
 * Prepares every statement of sql/query in the migrated database named by $CONNINFO and compares its parameters' and columns'
 * types and names with what was declared.
 */
#include "base/err.h"
#include "base/limits.h"
#include "store/store.h"

int main(void)
{
	AUTO_ARENA a = arena_new(MIB(16));
	AUTO_DB db = NULL;
	int bad = 0;
	const char *conninfo = getenv("CONNINFO");
	if (conninfo == NULL || db_open(conninfo, &db) != 0 || store_check_schema(db, a) != 0) {
		(void)fprintf(stderr, "cannot use the database: " SV_FMT "\n", SV_ARG(err_text()));
		return 1;
	}
	for (size_t i = 0; i < QUERY_N; i++) {
		struct sv why;
		if (db_describe(db, a, &query_list[i], &why) < 0)
			why = err_text();
		if (why.n > 0) {
			(void)printf("%s: " SV_FMT "\n", query_list[i].name, SV_ARG(why));
			bad++;
		}
	}
	(void)printf("%d passed, %d failed\n", QUERY_N - bad, bad);
	return bad > 0;
}
