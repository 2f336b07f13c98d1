/* `crosscheck source`: lists the publishers, adds one, gives one more names or domains. Each change is in the audit log. */
#include <errno.h>

#include "base/err.h"
#include "base/limits.h"
#include "base/vec.h"
#include "cmd/cmd.h"
#include "cmd/words.h"
#include "store/source.h"

struct request {
	const char *db, *kind, *owner, *country, *domains, *aliases;
	char **words; /* after the verb */
	int n;
};

static struct sv or_empty(const char *s)
{
	return s ? sv_cstr(s) : SV("");
}

/* "a,b" as a list, blanks around its parts gone. */
static struct db_texts parts(struct arena *a, const char *list)
{
	VEC(struct sv) v = { 0 };
	struct sv rest = sv_cstr(list), part;
	while (sv_split(&rest, ',', &part))
		if (sv_trim(part).n > 0)
			*VEC_PUSH(a, &v) = sv_trim(part);
	return (struct db_texts){ v.v, v.n };
}

static struct sv joined(struct arena *a, struct db_texts list)
{
	struct sv all = SV("");
	for (size_t i = 0; i < list.n; i++)
		all = arena_printf(a, SV_FMT "%s" SV_FMT, SV_ARG(all), i > 0 ? "," : "", SV_ARG(list.v[i]));
	return all;
}

/* Tab-separated, so that other programs can read it: name, kind, owner, country, domains, aliases, articles. */
static int list(struct db *db, struct arena *a, const struct request *in)
{
	struct q_source_list rows;
	int r = q_source_list(db, a, &(struct q_source_list_in){ .query = in->n > 0 ? sv_cstr(in->words[0]) : SV(""), .n = 2000 }, &rows);
	for (size_t i = 0; r == 0 && i < rows.n; i++) {
		const struct q_source *s = &rows.v[i];
		struct sv domains = joined(a, s->domains), aliases = joined(a, s->aliases);
		(void)printf(SV_FMT "\t" SV_FMT "\t" SV_FMT "\t" SV_FMT "\t" SV_FMT "\t" SV_FMT "\t%lld\n", SV_ARG(s->name), SV_ARG(s->kind), SV_ARG(s->owner),
		    SV_ARG(s->country), SV_ARG(domains), SV_ARG(aliases), (long long)s->n_articles);
	}
	return ERR_MUST(r);
}

static int save(struct db *db, struct arena *a, const struct source_change *change)
{
	static const char *const why[] = {
		[STORE_MISSING] = "there is no such source", [STORE_STALE] = "somebody changed it just now; run it again", [STORE_DENIED] = "its kind is none of those in the list",
		[STORE_TAKEN] = "the name, a domain or an alias is another source's", [STORE_BUSY] = "the database was busy; run it again",
	};
	struct actor who = { DB_NULL, SV("command line") };
	int64_t id;
	int r = source_save(db, a, &who, change, &id);
	if (r < 0)
		return ERR_PASS(r);
	(void)printf(SV_FMT ": %s\n", SV_ARG(change->name), r == 0 ? "saved" : why[r]);
	return r;
}

static int add(struct db *db, struct arena *a, const struct request *in)
{
	return save(db, a, &(struct source_change){ .name = sv_cstr(in->words[0]), .owner = or_empty(in->owner), .kind = in->kind ? sv_cstr(in->kind) : SV("newspaper"),
	    .country = or_empty(in->country), .domains = parts(a, in->domains), .aliases = parts(a, in->aliases) });
}

static struct db_texts with(struct arena *a, struct db_texts list, const struct request *in)
{
	VEC(struct sv) v = { 0 };
	for (size_t i = 0; i < list.n; i++)
		*VEC_PUSH(a, &v) = list.v[i];
	for (int i = 1; i < in->n; i++)
		*VEC_PUSH(a, &v) = sv_cstr(in->words[i]);
	return (struct db_texts){ v.v, v.n };
}

/* The source named by the first word, as it is, to be changed. */
static int current(struct db *db, struct arena *a, const struct request *in, struct source_change *ret)
{
	struct q_source_name named;
	struct q_source s;
	int r = q_source_by_name(db, a, &(struct q_source_by_name_in){ .name = sv_cstr(in->words[0]) }, &named);
	if (r == 0)
		r = q_source_by_id(db, a, &(struct q_source_by_id_in){ .id = named.id }, &s);
	if (r < 0)
		return ERR_PASS(r);
	if (r != 0) {
		(void)printf("%s: there is no source of this name\n", in->words[0]);
		return 1;
	}
	*ret = (struct source_change){ s.id, s.version, s.name, s.owner, s.kind, s.country, s.domains, s.aliases };
	return 0;
}

static int alias(struct db *db, struct arena *a, const struct request *in)
{
	struct source_change to;
	int r = current(db, a, in, &to);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : r;
	to.aliases = with(a, to.aliases, in);
	return save(db, a, &to);
}

static int domain(struct db *db, struct arena *a, const struct request *in)
{
	struct source_change to;
	int r = current(db, a, in, &to);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : r;
	to.domains = with(a, to.domains, in);
	return save(db, a, &to);
}

static const struct verb {
	struct sv name;
	int least, most; /* words after it */
	int (*run)(struct db *db, struct arena *a, const struct request *in);
} verbs[] = {
	{ SV_INIT("list"), 0, 1, list },
	{ SV_INIT("add"), 1, 1, add },
	{ SV_INIT("alias"), 2, 50, alias },
	{ SV_INIT("domain"), 2, 50, domain },
};

static const struct verb *verb_of(int n, char **words)
{
	for (size_t i = 0; n > 0 && i < sizeof(verbs) / sizeof(*verbs); i++)
		if (sv_eq(sv_cstr(words[0]), verbs[i].name) && n - 1 >= verbs[i].least && n - 1 <= verbs[i].most)
			return &verbs[i];
	return NULL;
}

int cmd_source(int argc, char **argv)
{
	struct request in = { .db = getenv("CROSSCHECK_DB") };
	const struct words_option options[] = {
		{ .name = "--db", .ret_value = &in.db }, { .name = "--kind", .ret_value = &in.kind }, { .name = "--owner", .ret_value = &in.owner },
		{ .name = "--country", .ret_value = &in.country }, { .name = "--domains", .ret_value = &in.domains }, { .name = "--aliases", .ret_value = &in.aliases },
	};
	int n = words_read(argc, argv, options, sizeof(options) / sizeof(*options));
	const struct verb *verb = verb_of(n, argv);
	if (!verb || !in.db)
		return words_usage("source [--db CONNINFO] list [PART] | alias NAME ALIAS... | domain NAME DOMAIN...\n"
		                   "       | add NAME [--kind agency|broadcaster|newspaper|magazine|online|government|organisation|other] [--owner O] [--country CC]\n"
		                   "         [--domains A,B] [--aliases A,B]");
	in.words = argv + 1;
	in.n = n - 1;
	AUTO_ARENA a = arena_new(MIB(16));
	AUTO_DB db = NULL;
	int r = db_open(in.db, &db);
	if (r == 0)
		r = verb->run(db, a, &in);
	return words_end("source", r);
}
