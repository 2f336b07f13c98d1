#include "crypt/crypt.h"

#include <errno.h>
#include <sodium.h>

#include "base/err.h"

/* OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. */
#define PASSWORD_MEMORY ((size_t)19456 * 1024)
#define PASSWORD_PASSES 2ULL

int crypt_start(void)
{
	return sodium_init() < 0 ? ERR_NEW(-EIO, "libsodium does not start") : 0;
}

struct sv crypt_base64url(struct arena *a, struct sv bytes)
{
	size_t cap = sodium_base64_ENCODED_LEN(bytes.n, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	char *p = arena_alloc(a, cap);
	sodium_bin2base64(p, cap, (const unsigned char *)bytes.p, bytes.n, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	return sv_cstr(p);
}

struct sv crypt_hex(struct arena *a, struct sv bytes)
{
	char *p = arena_alloc(a, bytes.n * 2 + 1);
	sodium_bin2hex(p, bytes.n * 2 + 1, (const unsigned char *)bytes.p, bytes.n);
	return (struct sv){ p, bytes.n * 2 };
}

struct sv crypt_token(struct arena *a)
{
	unsigned char bytes[CRYPT_HASH_BYTES];
	randombytes_buf(bytes, sizeof(bytes));
	struct sv token = crypt_base64url(a, (struct sv){ (char *)bytes, sizeof(bytes) });
	sodium_memzero(bytes, sizeof(bytes));
	return token;
}

bool crypt_is_token(struct sv s)
{
	size_t n = 0;
	while (n < s.n && (ascii_is_alnum(s.p[n]) || s.p[n] == '-' || s.p[n] == '_'))
		n++;
	return n == s.n && n == CRYPT_TOKEN_CHARS;
}

struct crypt_hash crypt_sha256(struct sv s)
{
	struct crypt_hash h;
	crypto_hash_sha256(h.bytes, (const unsigned char *)s.p, s.n);
	return h;
}

struct crypt_hash crypt_derive(struct sv purpose, struct sv secret)
{
	struct crypt_hash h;
	crypto_hash_sha256_state st;
	crypto_hash_sha256_init(&st);
	crypto_hash_sha256_update(&st, (const unsigned char *)purpose.p, purpose.n);
	crypto_hash_sha256_update(&st, (const unsigned char *)"", 1);
	crypto_hash_sha256_update(&st, (const unsigned char *)secret.p, secret.n);
	crypto_hash_sha256_final(&st, h.bytes);
	return h;
}

bool crypt_equal(struct sv a, struct sv b)
{
	return a.n == b.n && (a.n == 0 || sodium_memcmp(a.p, b.p, a.n) == 0);
}

int crypt_password_hash(struct arena *a, struct sv password, struct sv *ret)
{
	char *p = arena_alloc(a, crypto_pwhash_STRBYTES);
	if (crypto_pwhash_str_alg(p, password.p ? password.p : "", password.n, PASSWORD_PASSES, PASSWORD_MEMORY, crypto_pwhash_ALG_ARGON2ID13) != 0)
		return ERR_NEW(-ENOMEM, "no memory to hash a password");
	*ret = sv_cstr(p);
	return 0;
}

bool crypt_password_check(struct arena *a, struct sv password, struct sv hash)
{
	return hash.n < crypto_pwhash_STRBYTES && crypto_pwhash_str_verify(arena_cstr(a, hash), password.p ? password.p : "", password.n) == 0;
}

bool crypt_password_is_old(struct arena *a, struct sv hash)
{
	return crypto_pwhash_str_needs_rehash(arena_cstr(a, hash), PASSWORD_PASSES, PASSWORD_MEMORY) != 0;
}
