#include "auth/token.h"

struct crypt_hash token_hash(struct sv token)
{
	return crypt_derive(SV("crosscheck token"), token);
}

struct actor token_actor(const struct session *s)
{
	return (struct actor){ s->person_id ? s->person_id : DB_NULL, s->name };
}

struct sv auth_form_token(struct arena *a, struct sv cookie)
{
	struct crypt_hash h = crypt_derive(SV("crosscheck form"), cookie);
	return crypt_base64url(a, crypt_hash_sv(&h));
}

bool auth_form_token_is(struct arena *a, struct sv cookie, struct sv token)
{
	return crypt_is_token(cookie) && crypt_equal(auth_form_token(a, cookie), token);
}

struct sv auth_visitor(struct arena *a)
{
	return crypt_token(a);
}

bool auth_is_token(struct sv s)
{
	return crypt_is_token(s);
}
