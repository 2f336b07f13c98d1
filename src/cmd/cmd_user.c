/* Accounts from the command line: the first administrator, and the way back in for one who forgot the password. */
#include "auth/auth.h"
#include "base/err.h"
#include "base/limits.h"
#include "cmd/cmd.h"
#include "cmd/words.h"
#include "crypt/crypt.h"
#include "store/person.h"

struct account {
	struct sv email, name;
	enum role role;
};

/* Whom the audit log names. */
static const struct session nobody = { .name = SV_INIT("command line") };

/* Invites; whoever has the link sets the password. */
static int add(struct db *db, struct arena *a, struct account *in, struct sv *ret_link)
{
	int r = auth_invite(db, a, &nobody, &(struct invitation){ in->email, in->name, in->role }, ret_link);
	if (r > 0)
		(void)fprintf(stderr, "crosscheck user: there is an account " SV_FMT " already; `user reset` gives it a new password\n", SV_ARG(in->email));
	return r < 0 ? ERR_PASS(r) : r;
}

static int reset(struct db *db, struct arena *a, struct account *in, struct sv *ret_link)
{
	struct q_person p;
	int r = q_person_by_email(db, a, &(struct q_person_by_email_in){ .email = in->email }, &p);
	if (r == 0)
		r = auth_reset_start(db, a, &nobody, p.id, ret_link);
	if (r < 0)
		return ERR_PASS(r);
	if (r != 0)
		(void)fprintf(stderr, "crosscheck user: there is no account " SV_FMT "\n", SV_ARG(in->email));
	else
		(void)role_from_word(p.role, &in->role);
	return r;
}

static int run(const char *conninfo, struct arena *a, bool is_new, struct account *in)
{
	AUTO_DB db = NULL;
	struct sv link, password;
	int r = crypt_start();
	if (r == 0)
		r = db_open(conninfo, &db);
	if (r == 0)
		r = is_new ? add(db, a, in, &link) : reset(db, a, in, &link);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : r;
	password = sv_sub(crypt_token(a), 0, 20);
	r = auth_accept(db, a, link, password);
	if (r == 0)
		(void)printf("account:  " SV_FMT " (" SV_FMT ")\npassword: " SV_FMT "   (shown only now; change it after signing in)\n", SV_ARG(in->email),
		    SV_ARG(role_word(in->role)), SV_ARG(password));
	return ERR_MUST(r);
}

int cmd_user(int argc, char **argv)
{
	const char *db = getenv("CROSSCHECK_DB"), *name = NULL, *role = "reader";
	const struct words_option options[] = { { .name = "--db", .ret_value = &db }, { .name = "--name", .ret_value = &name }, { .name = "--role", .ret_value = &role } };
	int n = words_read(argc, argv, options, sizeof(options) / sizeof(*options));
	struct account in = { 0 };
	bool is_new = n == 2 && sv_eq(sv_cstr(argv[0]), SV("add")), is_reset = n == 2 && sv_eq(sv_cstr(argv[0]), SV("reset"));
	if (!db || !(is_new || is_reset) || !role_from_word(sv_cstr(role), &in.role))
		return words_usage("user [--db CONNINFO] add EMAIL [--name NAME] [--role reader|submitter|reviewer|editor|admin] | reset EMAIL");
	in.email = sv_cstr(argv[1]);
	in.name = name ? sv_cstr(name) : in.email;
	AUTO_ARENA a = arena_new(MIB(4));
	return words_end("user", run(db, a, is_new, &in));
}
