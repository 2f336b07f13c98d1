/* Accounts from the command line: the first administrator, and the way back in for one who forgot the password. */
#include "auth/auth.h"
#include "base/err.h"
#include "base/limits.h"
#include "base/log.h"
#include "cmd/cmd.h"
#include "crypt/crypt.h"
#include "db/db.h"

struct options {
	const char *db, *email, *name, *role;
};

static bool read_options(int argc, char **argv, struct options *ret)
{
	for (int i = 0; i < argc; i++) {
		struct sv word = sv_cstr(argv[i]);
		const char **at = sv_eq(word, SV("--db")) ? &ret->db : sv_eq(word, SV("--name")) ? &ret->name : sv_eq(word, SV("--role")) ? &ret->role
			: sv_eq(word, SV("add")) ? &ret->email : NULL;
		if (!at || i + 1 == argc)
			return false;
		*at = argv[++i];
	}
	return ret->db && ret->email;
}

/* Invites and joins in one go, with a password made here. */
static int add(struct db *db, struct arena *a, const struct options *o, enum role role, struct sv *ret_password)
{
	struct sv link, password = sv_sub(crypt_token(a), 0, 20);
	struct session nobody = { .name = SV("command line") };
	int r = auth_invite(db, a, &nobody, &(struct invitation){ sv_cstr(o->email), sv_cstr(o->name ? o->name : o->email), role }, &link);
	if (r == 0)
		r = auth_accept(db, a, link, password);
	if (r < 0)
		return ERR_PASS(r);
	*ret_password = password;
	return r;
}

int cmd_user(int argc, char **argv)
{
	struct options o = { 0 };
	enum role role = ROLE_READER;
	AUTO_ARENA a = arena_new(MIB(4));
	AUTO_DB db = NULL;
	struct sv password = SV_NONE;
	if (!read_options(argc, argv, &o) || (o.role && !role_from_word(sv_cstr(o.role), &role))) {
		(void)fputs("usage: crosscheck user --db CONNINFO add EMAIL [--name NAME] [--role reader|submitter|reviewer|editor|admin]\n", stderr);
		return 2;
	}
	int r = crypt_start();
	if (r == 0)
		r = db_open(o.db, &db);
	if (r == 0)
		r = add(db, a, &o, role, &password);
	if (r < 0) {
		log_error_trace("user.failed", NULL, 0);
		return 1;
	}
	if (r != 0) {
		(void)fprintf(stderr, "crosscheck user: there is an account %s already\n", o.email);
		return 1;
	}
	return printf("account:  %s (" SV_FMT ")\npassword: " SV_FMT "   (shown only now; change it after signing in)\n", o.email, SV_ARG(role_word(role)), SV_ARG(password)) < 0;
}
