#include "store.h"

START_TEST(an_invitation_becomes_an_account_once)
{
	int64_t id = 0;
	struct q_invitation_look look;
	struct q_person_password password;
	struct actor ann = fixture_person("ann", "reviewer");
	OK(q_invitation_look(web, arena, &(struct q_invitation_look_in){ .token_hash = fixture_hash("ann") }, &look));
	ck_assert(sv_eq(look.kind, SV("invitation")) && sv_eq(look.email, SV("ann@desk.example")));
	ck_assert_int_eq(person_accept(web, arena, fixture_hash("nobody"), SV("$argon2id$a-hash-of-a-password"), &id), STORE_MISSING);
	OK(person_accept(web, arena, fixture_hash("ann"), SV("$argon2id$a-hash-of-a-password"), &id));
	ck_assert_int_eq(id, ann.person_id);
	OK(q_person_password(web, arena, &(struct q_person_password_in){ .email = SV("ANN@desk.example") }, &password));
	ck_assert(sv_eq(password.password_hash, SV("$argon2id$a-hash-of-a-password")));
	ck_assert_int_eq(person_accept(web, arena, fixture_hash("ann"), SV("$argon2id$another-hash-of-it"), &id), STORE_MISSING);
}
END_TEST

START_TEST(an_address_has_one_account_and_a_role_is_one_of_five)
{
	int64_t id = 0;
	(void)fixture_person("bob", "reader");
	struct person_invitation in = { SV("bob@desk.example"), SV("Bob"), SV("reader"), fixture_hash("bob2"), clock_now() + CLOCK_DAY };
	ck_assert_int_eq(person_invite(web, arena, &machine, &in, &id), STORE_TAKEN);
	in.email = SV("bob2@desk.example");
	in.role = SV("emperor");
	ck_assert_int_eq(person_invite(web, arena, &machine, &in, &id), STORE_DENIED);
	struct q_person none;
	ck_assert_int_eq(q_person_by_email(web, arena, &(struct q_person_by_email_in){ .email = SV("bob2@desk.example") }, &none), DB_NONE);
}
END_TEST

START_TEST(sessions_are_found_until_they_end_and_at_most_five_live)
{
	struct actor cat = fixture_person("cat", "editor");
	struct q_visitor visitor;
	int found = 0;
	for (int i = 0; i < 7; i++)
		OK(person_sign_in(web, arena, &cat,
		    &(struct person_session){ fixture_hash(arena_cstr(arena, arena_printf(arena, "cat%d", i))), SV("a-csrf-token-of-this-session"), SV("::1"), SV("test"), clock_now() + CLOCK_DAY }));
	for (int i = 0; i < 7; i++)
		found += q_session_find(web, arena, &(struct q_session_find_in){ fixture_hash(arena_cstr(arena, arena_printf(arena, "cat%d", i))), clock_now() - CLOCK_DAY }, &visitor) == 0;
	ck_assert_int_eq(found, 5);
	OK(q_session_find(web, arena, &(struct q_session_find_in){ fixture_hash("cat6"), clock_now() - CLOCK_DAY }, &visitor));
	ck_assert(visitor.person_id == cat.person_id && sv_eq(visitor.role, SV("editor")));
	ck_assert_int_eq(q_session_find(web, arena, &(struct q_session_find_in){ fixture_hash("cat6"), clock_now() + CLOCK_DAY }, &visitor), DB_NONE);
	OK(person_sign_out(web, arena, &cat, fixture_hash("cat6")));
	ck_assert_int_eq(q_session_find(web, arena, &(struct q_session_find_in){ fixture_hash("cat6"), clock_now() - CLOCK_DAY }, &visitor), DB_NONE);
	/* A changed role counts at once. */
	struct actor admin = fixture_person("cats-admin", "admin");
	struct q_person person;
	OK(q_person_by_id(web, arena, &(struct q_person_by_id_in){ cat.person_id }, &person));
	struct person_change change = { cat.person_id, person.version, person.name, SV("reader"), true };
	OK(person_change(web, arena, &admin, &change));
	ck_assert_int_eq(person_change(web, arena, &admin, &change), STORE_STALE);
	ck_assert_int_eq(q_session_find(web, arena, &(struct q_session_find_in){ fixture_hash("cat5"), clock_now() - CLOCK_DAY }, &visitor), DB_NONE);
	ck_assert_int_eq(person_change(web, arena, &cat, &change), STORE_DENIED);
}
END_TEST

START_TEST(failures_count_until_a_success)
{
	struct q_login_failures failures;
	for (int i = 0; i < 3; i++)
		OK(q_login_note(web, &(struct q_login_note_in){ SV("Dan@desk.example"), SV("::1"), false }));
	OK(q_login_failures(web, arena, &(struct q_login_failures_in){ SV("dan@desk.example"), clock_now() - CLOCK_DAY }, &failures));
	ck_assert(failures.n == 3 && failures.last_at > clock_now() - CLOCK_SECOND * 60 && failures.last_at <= clock_now());
	OK(q_login_note(web, &(struct q_login_note_in){ SV("dan@desk.example"), SV("::1"), true }));
	OK(q_login_failures(web, arena, &(struct q_login_failures_in){ SV("dan@desk.example"), clock_now() - CLOCK_DAY }, &failures));
	ck_assert(failures.n == 0 && failures.last_at == INSTANT_NONE);
}
END_TEST

START_TEST(a_setting_is_saved_from_the_version_that_was_seen)
{
	struct sv value;
	struct actor eve = fixture_person("eve", "admin");
	OK(setting_save(web, arena, &eve, SV("public_full_text"), SV("yes"), 1));
	ck_assert_int_eq(setting_save(web, arena, &eve, SV("public_full_text"), SV("no"), 1), STORE_STALE);
	OK(setting_read(web, arena, SV("public_full_text"), SV("no"), &value));
	ck_assert(sv_eq(value, SV("yes")));
	OK(setting_read(web, arena, SV("no such"), SV("otherwise"), &value));
	ck_assert(sv_eq(value, SV("otherwise")));
}
END_TEST

START_TEST(every_change_is_in_the_chain_and_a_rolled_back_one_is_not)
{
	struct q_audit_list before, after;
	struct q_audit_verify broken;
	OK(q_audit_list(web, arena, &(struct q_audit_list_in){ .before = 0, .subject = SV(""), .n = 1 }, &before));
	struct actor fay = fixture_person("fay", "reader");
	OK(q_audit_list(web, arena, &(struct q_audit_list_in){ .before = 0, .subject = SV("person"), .subject_id = fay.person_id, .n = 9 }, &after));
	ck_assert_uint_eq(after.n, 1);
	ck_assert(sv_eq(after.v[0].action, SV("person.invite")) && after.v[0].person_id == DB_NULL && sv_has(after.v[0].detail, SV("\"email\": \"fay@desk.example\"")));
	{
		AUTO_TRANSACTION t = { 0 };
		OK(db_begin(web, &t));
		(void)fixture_person("gus", "reader");
	}
	struct q_person none;
	ck_assert_int_eq(q_person_by_email(web, arena, &(struct q_person_by_email_in){ SV("gus@desk.example") }, &none), DB_NONE);
	OK(q_audit_list(web, arena, &(struct q_audit_list_in){ .before = 0, .subject = SV(""), .n = 1 }, &before));
	ck_assert_int_eq(before.v[0].id, after.v[0].id);
	ck_assert_int_eq(q_audit_verify(web, arena, &broken), DB_NONE);
}
END_TEST

START_TEST(statements_of_a_page_go_in_one_round_trip)
{
	struct q_setting_list_list settings;
	struct q_person none;
	struct q_schema_version version;
	OK(q_setting_list_send(web));
	OK(q_person_by_id_send(web, &(struct q_person_by_id_in){ 0 }));
	OK(q_schema_version_send(web));
	OK(q_setting_list_receive(web, arena, &settings));
	ck_assert_int_eq(q_person_by_id_receive(web, arena, &none), DB_NONE);
	OK(q_schema_version_receive(web, arena, &version));
	ck_assert(settings.n >= 2 && version.version == STORE_SCHEMA);
	OK(q_setting_list(web, arena, &settings));
	OK(db_ensure(web));
}
END_TEST

Suite *store_people(void)
{
	Suite *s = suite_create("people");
	TCase *t = tcase_create("people");
	tcase_add_checked_fixture(t, fixture_open, fixture_close);
	tcase_add_test(t, an_invitation_becomes_an_account_once);
	tcase_add_test(t, an_address_has_one_account_and_a_role_is_one_of_five);
	tcase_add_test(t, sessions_are_found_until_they_end_and_at_most_five_live);
	tcase_add_test(t, failures_count_until_a_success);
	tcase_add_test(t, a_setting_is_saved_from_the_version_that_was_seen);
	tcase_add_test(t, every_change_is_in_the_chain_and_a_rolled_back_one_is_not);
	tcase_add_test(t, statements_of_a_page_go_in_one_round_trip);
	suite_add_tcase(s, t);
	return s;
}
