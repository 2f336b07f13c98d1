#include <check.h>

#include "base/limits.h"
#include "crypt/crypt.h"
#include "crypt/pack.h"
#include "../lib/suite.h"

static struct arena *a;

static void begin(void)
{
	a = arena_new(MIB(64));
	ck_assert_int_eq(crypt_start(), 0);
}

static void end(void)
{
	arena_free(a);
}

/* FIPS 180-2's examples. */
START_TEST(sha256_known_answers)
{
	struct crypt_hash empty = crypt_sha256(SV("")), abc = crypt_sha256(SV("abc"));
	ck_assert(sv_eq(crypt_hex(a, crypt_hash_sv(&empty)), SV("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")));
	ck_assert(sv_eq(crypt_hex(a, crypt_hash_sv(&abc)), SV("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")));
}
END_TEST

START_TEST(derived_values_depend_on_purpose_and_secret)
{
	struct crypt_hash x = crypt_derive(SV("form"), SV("s")), y = crypt_derive(SV("other"), SV("s")), z = crypt_derive(SV("form"), SV("t"));
	struct crypt_hash plain = crypt_sha256(SV("form\0s"));
	ck_assert(!crypt_equal(crypt_hash_sv(&x), crypt_hash_sv(&y)));
	ck_assert(!crypt_equal(crypt_hash_sv(&x), crypt_hash_sv(&z)));
	ck_assert(crypt_equal(crypt_hash_sv(&x), crypt_hash_sv(&plain)));
}
END_TEST

START_TEST(base64url_known_answers)
{
	ck_assert(sv_eq(crypt_base64url(a, SV("f")), SV("Zg")));
	ck_assert(sv_eq(crypt_base64url(a, SV("foobar")), SV("Zm9vYmFy")));
	ck_assert(sv_eq(crypt_base64url(a, SV("\xFB\xFF")), SV("-_8")));
}
END_TEST

START_TEST(tokens_differ)
{
	struct sv seen[200];
	for (int i = 0; i < 200; i++) {
		seen[i] = crypt_token(a);
		ck_assert(crypt_is_token(seen[i]));
		for (int j = 0; j < i; j++)
			ck_assert(!sv_eq(seen[i], seen[j]));
	}
	ck_assert(!crypt_is_token(SV("")));
	ck_assert(!crypt_is_token(SV("short")));
	ck_assert(!crypt_is_token(SV("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+")));
}
END_TEST

START_TEST(equal_compares_all)
{
	ck_assert(crypt_equal(SV("abc"), SV("abc")));
	ck_assert(crypt_equal(SV(""), SV_NONE));
	ck_assert(!crypt_equal(SV("abc"), SV("abd")));
	ck_assert(!crypt_equal(SV("abc"), SV("ab")));
}
END_TEST

START_TEST(passwords)
{
	struct sv hash, again;
	ck_assert_int_eq(crypt_password_hash(a, SV("four words in a row"), &hash), 0);
	ck_assert_int_eq(crypt_password_hash(a, SV("four words in a row"), &again), 0);
	ck_assert(!sv_eq(hash, again));
	ck_assert(sv_starts(hash, SV("$argon2id$v=19$m=19456,t=2,p=1$")));
	ck_assert(crypt_password_check(a, SV("four words in a row"), hash));
	ck_assert(!crypt_password_check(a, SV("four words in a roW"), hash));
	ck_assert(!crypt_password_check(a, SV(""), hash));
	ck_assert(!crypt_password_check(a, SV("x"), SV("no hash")));
	ck_assert(!crypt_password_is_old(a, hash));
	ck_assert(crypt_password_is_old(a, SV("$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")));
}
END_TEST

START_TEST(packing_gives_back_the_same)
{
	struct sv text = arena_printf(a, "%01000d", 0), packed, open;
	ck_assert_int_eq(pack_close(a, text, &packed), 0);
	ck_assert_uint_lt(packed.n, 100);
	ck_assert_int_eq(pack_open(a, packed, 1000, &open), 0);
	ck_assert(sv_eq(text, open));
	ck_assert_int_eq(pack_close(a, SV(""), &packed), 0);
	ck_assert_int_eq(pack_open(a, packed, 0, &open), 0);
	ck_assert_uint_eq(open.n, 0);
}
END_TEST

START_TEST(bad_packs_are_refused)
{
	struct sv packed, open;
	ck_assert_int_eq(pack_close(a, arena_printf(a, "%01000d", 0), &packed), 0);
	ck_assert_int_eq(pack_open(a, packed, 999, &open), PACK_MALFORMED);
	ck_assert_int_eq(pack_open(a, sv_sub(packed, 0, packed.n - 1), 1000, &open), PACK_MALFORMED);
	ck_assert_int_eq(pack_open(a, SV("no frame"), 1000, &open), PACK_MALFORMED);
	ck_assert_int_eq(pack_open(a, SV(""), 1000, &open), PACK_MALFORMED);
}
END_TEST

int main(void)
{
	Suite *s = suite_create("crypt");
	TCase *c = tcase_create("crypt");
	tcase_add_checked_fixture(c, begin, end);
	tcase_set_timeout(c, 30);
	tcase_add_test(c, sha256_known_answers);
	tcase_add_test(c, derived_values_depend_on_purpose_and_secret);
	tcase_add_test(c, base64url_known_answers);
	tcase_add_test(c, tokens_differ);
	tcase_add_test(c, equal_compares_all);
	tcase_add_test(c, passwords);
	tcase_add_test(c, packing_gives_back_the_same);
	tcase_add_test(c, bad_packs_are_refused);
	suite_add_tcase(s, c);
	return suite_run(s);
}
