/* The parts of auth/ that need no database; the others are walked through in tests/http/portal.sh. */
#include <check.h>

#include "auth/auth.h"
#include "auth/token.h"
#include "base/limits.h"
#include "../lib/suite.h"

static struct arena *a;

static void begin(void)
{
	a = arena_new(MIB(1));
	ck_assert_int_eq(crypt_start(), 0);
}

static void end(void)
{
	arena_free(a);
}

START_TEST(roles_have_words_and_an_order)
{
	enum role r;
	for (int i = ROLE_READER; i < ROLE_N; i++) {
		ck_assert(role_from_word(role_word((enum role)i), &r));
		ck_assert_int_eq(r, i);
		ck_assert_uint_gt(role_summary((enum role)i).n, 0);
		for (int j = ROLE_ANYONE; j < ROLE_N; j++)
			ck_assert_int_eq(role_may((enum role)i, (enum role)j), i >= j);
	}
	r = ROLE_EDITOR;
	ck_assert(!role_from_word(SV("anyone"), &r));
	ck_assert(!role_from_word(SV(""), &r));
	ck_assert(!role_from_word(SV("Admin"), &r));
	ck_assert_int_eq(r, ROLE_EDITOR);
}
END_TEST

static const struct {
	const char *password, *email;
	bool fits;
} passwords[] = {
	{ "twelve chars", "a@b.example", true },
	{ "eleven char", "a@b.example", false },
	{ "", "a@b.example", false },
	{ "aaaaaaaaaaaaaaaa", "a@b.example", false },
	{ "aaaaaaaaaaaaaaab", "a@b.example", true },
	{ "somebody@desk.example", "Somebody@Desk.example", false },
	{ "\xC3\xA9\xC3\xA8\xC3\xA9\xC3\xA8\xC3\xA9\xC3\xA8\xC3\xA9\xC3\xA8\xC3\xA9\xC3\xA8\xC3\xA9\xC3\xA8", "a@b.example", true },
	{ "\xC3\xA9\xC3\xA8\xC3\xA9\xC3\xA8\xC3\xA9\xC3\xA8", "a@b.example", false },
};

START_TEST(fit_passwords)
{
	ck_assert_int_eq(auth_password_is_fit(sv_cstr(passwords[_i].password), sv_cstr(passwords[_i].email)), passwords[_i].fits);
}
END_TEST

START_TEST(a_password_has_an_end)
{
	struct sv longest = arena_printf(a, "b%0255d", 0), longer = arena_printf(a, "b%0256d", 0);
	ck_assert_uint_eq(longest.n, AUTH_PASSWORD_MOST);
	ck_assert(auth_password_is_fit(longest, SV("x")));
	ck_assert(!auth_password_is_fit(longer, SV("x")));
}
END_TEST

START_TEST(form_tokens_belong_to_one_cookie)
{
	struct sv one = auth_visitor(a), two = auth_visitor(a);
	ck_assert(auth_is_token(one) && !sv_eq(one, two));
	ck_assert(auth_form_token_is(a, one, auth_form_token(a, one)));
	ck_assert(!auth_form_token_is(a, two, auth_form_token(a, one)));
	ck_assert(!auth_form_token_is(a, one, one));
	ck_assert(!auth_form_token_is(a, one, SV("")));
	ck_assert(!auth_form_token_is(a, one, SV_NONE));
	/* Without a cookie there is no token that fits. */
	ck_assert(!auth_form_token_is(a, SV(""), auth_form_token(a, SV(""))));
	ck_assert(!auth_form_token_is(a, SV_NONE, auth_form_token(a, SV_NONE)));
}
END_TEST

START_TEST(the_database_learns_no_secret)
{
	struct sv token = auth_visitor(a);
	struct crypt_hash kept = token_hash(token), plain = crypt_sha256(token);
	ck_assert(!crypt_equal(crypt_hash_sv(&kept), crypt_hash_sv(&plain)));
	/* Nor does the form token, which stands in pages, lead to what the database keeps. */
	ck_assert(!sv_has(auth_form_token(a, token), crypt_base64url(a, crypt_hash_sv(&kept))));
}
END_TEST

START_TEST(actors)
{
	struct actor nobody = token_actor(&(struct session){ .name = SV("command line") }), somebody = token_actor(&(struct session){ .person_id = 7, .name = SV("Ada") });
	ck_assert_int_eq(nobody.person_id, DB_NULL);
	ck_assert_int_eq(somebody.person_id, 7);
	ck_assert(sv_eq(somebody.name, SV("Ada")));
}
END_TEST

int main(void)
{
	Suite *s = suite_create("auth");
	TCase *c = tcase_create("auth");
	tcase_add_checked_fixture(c, begin, end);
	tcase_add_test(c, roles_have_words_and_an_order);
	tcase_add_loop_test(c, fit_passwords, 0, (int)(sizeof(passwords) / sizeof(*passwords)));
	tcase_add_test(c, a_password_has_an_end);
	tcase_add_test(c, form_tokens_belong_to_one_cookie);
	tcase_add_test(c, the_database_learns_no_secret);
	tcase_add_test(c, actors);
	suite_add_tcase(s, c);
	return suite_run(s);
}
