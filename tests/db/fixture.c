#include "store.h"
#include "../lib/suite.h"

struct db *web, *worker;
struct arena *arena;
const struct actor machine = { DB_NULL, SV_INIT("worker") };

void fixture_open(void)
{
	arena = arena_new(MIB(32));
	OK(db_open(getenv("CONNINFO_WEB"), &web));
	OK(db_open(getenv("CONNINFO_WORKER"), &worker));
}

void fixture_close(void)
{
	db_close(&web);
	db_close(&worker);
	arena_free(arena);
}

struct sv fixture_hash(const char *name)
{
	return sv_sub(arena_printf(arena, "%-32s", name), 0, 32);
}

struct actor fixture_person(const char *name, const char *role)
{
	int64_t id = 0;
	struct sv email = arena_printf(arena, "%s@desk.example", name);
	OK(person_invite(web, arena, &machine,
	    &(struct person_invitation){ .email = email, .name = sv_cstr(name), .role = sv_cstr(role), .token_hash = fixture_hash(name), .expires = clock_now() + CLOCK_DAY }, &id));
	return (struct actor){ id, sv_cstr(name) };
}

struct article_place fixture_article(const char *name, struct sv text, int64_t *ret_claim)
{
	struct article_place place;
	struct q_claim_add claim;
	struct q_appearance_add appearance;
	int64_t source = 0;
	struct sv host = arena_printf(arena, "%s.example", name), paragraph = SV("paragraph"), kinds[8];
	size_t lines = 1, end = sv_find_char(text, '\n', 0);
	for (size_t i = 0; i < text.n; i++)
		lines += text.p[i] == '\n';
	for (size_t i = 0; i < lines; i++)
		kinds[i] = paragraph;
	OK(source_for_host(worker, arena, &machine, host, host, SV(""), &source));
	OK(article_save(worker, arena, &machine,
	    &(struct article_reading){ .url = arena_printf(arena, "https://%s.example/a", name), .source_id = source, .title = sv_cstr(name), .lang = SV("en"), .agency = SV(""),
	        .published = INSTANT_NONE, .modified = INSTANT_NONE, .text = text, .block_kinds = { kinds, lines }, .text_sha256 = fixture_hash(name), .snapshot_id = DB_NULL },
	    &place));
	if (ret_claim == NULL)
		return place;
	struct sv line = sv_sub(text, 0, end), none = SV("");
	OK(q_claim_add(worker, arena, &(struct q_claim_add_in){ .wording = line, .story_id = DB_NULL, .added_by = DB_NULL, .score = 0.5 }, &claim));
	OK(q_appearance_add(worker, arena,
	    &(struct q_appearance_add_in){ .claim_id = claim.id, .revision_id = place.revision_id, .article_id = place.article_id, .source_id = source, .story_id = DB_NULL, .start_at = 0,
	        .end_at = (int32_t)line.n, .sentence_end = (int32_t)line.n, .quote = line, .sentence = line, .prefix = none, .suffix = none, .speaker = none, .via = none,
	        .via_source_id = DB_NULL, .hedge = none, .score = 0.5, .quantities = SV("[{\"lo\": 3}]"), .dates = SV("[]"), .added_by = DB_NULL }, &appearance));
	OK(q_claim_count(worker, &(struct q_claim_count_in){ .ids = { &claim.id, 1 } }));
	*ret_claim = claim.id;
	return place;
}

int main(void)
{
	SRunner *r = srunner_create(store_people());
	srunner_add_suite(r, store_articles());
	srunner_add_suite(r, store_reviews());
	return suites_run(r);
}
