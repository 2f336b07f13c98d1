/* `crosscheck migrate`: brings the database to this program's schema, then says again who may do what (sql/role.sql). */
#include <dirent.h>
#include <errno.h>

#include "base/err.h"
#include "base/limits.h"
#include "cmd/cmd.h"
#include "cmd/input.h"
#include "cmd/words.h"
#include "store/store.h"

#define SCRIPT_MAX MIB(4)

struct migration {
	int32_t version;
	struct sv name, text;
};

static int slurp(struct arena *a, struct sv path, struct sv *ret)
{
	AUTO_BUF b = BUF_INIT(SCRIPT_MAX);
	int r = input_file(arena_cstr(a, path), &b);
	*ret = arena_sv(a, buf_sv(&b));
	return r < 0 ? ERR_PASS(r) : 0;
}

static int is_migration(const struct dirent *d)
{
	struct sv name = sv_cstr(d->d_name);
	return name.n > 9 && name.p[4] == '_' && sv_ends(name, SV(".sql"));
}

/* The files of DIR/migrations in order; their numbers must run from 1 without a gap. */
static int find_migrations(struct arena *a, struct sv dir, struct migration **ret, size_t *ret_n)
{
	struct dirent **found = NULL;
	struct sv folder = arena_printf(a, SV_FMT "/migrations", SV_ARG(dir));
	int n = scandir(arena_cstr(a, folder), &found, is_migration, alphasort), r = 0;
	if (n < 0)
		return ERR_NEW(-errno, "reading the folder " SV_FMT, SV_ARG(folder));
	*ret = ARENA_ARRAY(a, struct migration, (size_t)n);
	*ret_n = (size_t)n;
	for (int i = 0; i < n; i++) {
		struct migration *m = &(*ret)[i];
		struct sv name = arena_sv(a, sv_cstr(found[i]->d_name));
		free(found[i]);
		*m = (struct migration){ .version = i + 1, .name = name };
		if (r == 0 && !sv_eq(sv_sub(name, 0, 4), arena_printf(a, "%04d", i + 1)))
			r = ERR_NEW(-EINVAL, SV_FMT ": migration %04d is missing before it", SV_ARG(name), i + 1);
		if (r == 0)
			r = slurp(a, arena_printf(a, SV_FMT "/" SV_FMT, SV_ARG(folder), SV_ARG(name)), &m->text);
	}
	free(found);
	return r < 0 ? ERR_PASS(r) : 0;
}

static int apply(struct db *db, struct arena *a, const struct migration *m, struct sv sha256)
{
	AUTO_TRANSACTION t = { 0 };
	int r = db_begin(db, &t);
	if (r == 0)
		r = db_script(db, arena_cstr(a, m->text));
	if (r == 0)
		r = q_migration_add(db, &(struct q_migration_add_in){ .version = m->version, .name = m->name, .sha256 = sha256 });
	if (r == 0)
		r = db_commit(&t);
	if (r == 0)
		(void)printf("applied " SV_FMT "\n", SV_ARG(m->name));
	return r < 0 ? ERR_PASS(r) : r;
}

static int apply_missing(struct db *db, struct arena *a, const struct migration *m, size_t n, const struct q_migration_list_list *applied)
{
	if (applied->n > n)
		return ERR_NEW(-EINVAL, "the database is newer (version %zu) than this program (version %zu)", applied->n, n);
	for (size_t i = 0; i < n; i++) {
		struct q_migration_hash hash;
		int r = q_migration_hash(db, a, &(struct q_migration_hash_in){ .content = m[i].text }, &hash);
		if (r == 0 && i < applied->n && !sv_eq(applied->v[i].sha256, hash.sha256))
			return ERR_NEW(-EINVAL, SV_FMT " was changed after it was applied; write a new migration instead", SV_ARG(m[i].name));
		if (r == 0 && i >= applied->n)
			r = apply(db, a, &m[i], hash.sha256);
		if (r != 0)
			return r < 0 ? ERR_PASS(r) : ERR_NEW(-EIO, SV_FMT ": " SV_FMT, SV_ARG(m[i].name), SV_ARG(err_text()));
	}
	return 0;
}

static int migrate(struct arena *a, const char *conninfo, struct sv dir)
{
	AUTO_DB db = NULL;
	struct migration *m = NULL;
	size_t n = 0;
	struct sv roles;
	struct q_migration_list_list applied;
	int r = find_migrations(a, dir, &m, &n);
	if (r == 0)
		r = slurp(a, arena_printf(a, SV_FMT "/role.sql", SV_ARG(dir)), &roles);
	if (r == 0)
		r = db_open(conninfo, &db);
	if (r == 0)
		r = q_migration_lock(db);
	if (r == 0)
		r = db_script(db, "SET client_min_messages = warning; CREATE TABLE IF NOT EXISTS schema_migration (version int4 PRIMARY KEY, name text NOT NULL, "
		                  "sha256 text NOT NULL, at timestamptz NOT NULL DEFAULT now(), applied_by text NOT NULL DEFAULT current_user)");
	if (r == 0)
		r = q_migration_list(db, a, &applied);
	if (r == 0)
		r = apply_missing(db, a, m, n, &applied);
	AUTO_TRANSACTION t = { 0 };
	if (r == 0)
		r = db_begin(db, &t);
	if (r == 0)
		r = db_script(db, arena_cstr(a, roles));
	if (r == 0)
		r = db_commit(&t);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : ERR_NEW(-EIO, SV_FMT, SV_ARG(err_text()));
	(void)printf("the schema is version %zu\n", n);
	return 0;
}

int cmd_migrate(int argc, char **argv)
{
	const char *db = getenv("CROSSCHECK_DB"), *dir = DATA_DIR "/sql";
	const struct words_option options[] = { { .name = "--db", .ret_value = &db }, { .name = "--dir", .ret_value = &dir } };
	if (words_read(argc, argv, options, sizeof(options) / sizeof(*options)) != 0 || !db)
		return words_usage("migrate [--db CONNINFO] [--dir FOLDER]");
	AUTO_ARENA a = arena_new(MIB(64));
	return words_end("migrate", migrate(a, db, sv_cstr(dir)));
}
