#ifndef CRYPT_CRYPT_H
#define CRYPT_CRYPT_H
/*
 * Passwords, random tokens and hashes, through libsodium. crypt_start first, once a process.
 */
#include <stdint.h>

#include "base/arena.h"

/* Bytes of a SHA-256 sum, and of a random token before it is written in base64url (43 characters). */
#define CRYPT_HASH_BYTES 32
#define CRYPT_TOKEN_CHARS 43

struct crypt_hash {
	unsigned char bytes[CRYPT_HASH_BYTES];
};

int crypt_start(void) __attribute__((warn_unused_result));

/* 256 random bits as 43 base64url characters (RFC 4648 section 5, no padding). */
struct sv crypt_token(struct arena *a);
/* True if s has a token's length and alphabet. */
bool crypt_is_token(struct sv s);
struct crypt_hash crypt_sha256(struct sv s);
/* SHA-256 of `purpose`, a NUL and `secret`: one secret gives unrelated values for different purposes. */
struct crypt_hash crypt_derive(struct sv purpose, struct sv secret);
static inline struct sv crypt_hash_sv(const struct crypt_hash *h) { return (struct sv){ (const char *)h->bytes, CRYPT_HASH_BYTES }; }
struct sv crypt_base64url(struct arena *a, struct sv bytes);
struct sv crypt_hex(struct arena *a, struct sv bytes);
/* In a time that depends on the lengths alone. */
bool crypt_equal(struct sv a, struct sv b);

/*
 * Argon2id with m = 19456 KiB, t = 2 (OWASP Password Storage Cheat Sheet), as a PHC string. Takes about 50 ms; negative if
 * there is no memory for it.
 */
int crypt_password_hash(struct arena *a, struct sv password, struct sv *ret) __attribute__((warn_unused_result));
/* False for a wrong password and for a hash that is none. */
bool crypt_password_check(struct arena *a, struct sv password, struct sv hash);
/* True if the hash was made with weaker settings than today's. */
bool crypt_password_is_old(struct arena *a, struct sv hash);
#endif
