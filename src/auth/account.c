/* Invitations and passwords. */
#include "auth/auth.h"
#include "auth/token.h"
#include "base/clock.h"
#include "base/err.h"
#include "store/person.h"
#include "text/utf8.h"

bool auth_password_is_fit(struct sv password, struct sv email)
{
	size_t n = utf8_count(password), same = 0;
	for (size_t i = 0; i < password.n; i++)
		same += password.p[i] == password.p[0];
	return n >= AUTH_PASSWORD_LEAST && n <= AUTH_PASSWORD_MOST && same < password.n && !sv_eq_icase(password, email);
}

int auth_invite(struct db *db, struct arena *a, const struct session *by, const struct invitation *in, struct sv *ret_token)
{
	struct sv token = crypt_token(a);
	struct crypt_hash hash = token_hash(token);
	struct actor who = token_actor(by);
	int64_t id;
	int r = person_invite(db, a, &who, &(struct person_invitation){ .email = in->email, .name = in->name, .role = role_word(in->role),
	    .token_hash = crypt_hash_sv(&hash), .expires = clock_now() + 7 * CLOCK_DAY }, &id);
	if (r == STORE_TAKEN)
		return AUTH_TAKEN;
	*ret_token = token;
	return r == 0 ? 0 : ERR_MUST(r);
}

int auth_reset_start(struct db *db, struct arena *a, const struct session *by, int64_t person, struct sv *ret_token)
{
	struct sv token = crypt_token(a);
	struct crypt_hash hash = token_hash(token);
	struct actor who = token_actor(by);
	int r = person_reset(db, a, &who, person, crypt_hash_sv(&hash), clock_now() + CLOCK_DAY);
	if (r == STORE_MISSING)
		return AUTH_NOBODY;
	*ret_token = token;
	return r == 0 ? 0 : ERR_MUST(r);
}

int auth_link(struct db *db, struct arena *a, struct sv token, struct invitation *ret)
{
	struct crypt_hash hash = token_hash(token);
	struct q_invitation_look row;
	struct q_person person;
	int r = q_invitation_look(db, a, &(struct q_invitation_look_in){ .token_hash = crypt_hash_sv(&hash) }, &row);
	if (r == 0)
		r = q_person_by_id(db, a, &(struct q_person_by_id_in){ .id = row.person_id }, &person);
	if (r < 0)
		return ERR_PASS(r);
	if (r != 0 || !role_from_word(person.role, &ret->role))
		return AUTH_NOBODY;
	ret->email = person.email;
	ret->name = person.name;
	return 0;
}

int auth_accept(struct db *db, struct arena *a, struct sv token, struct sv password)
{
	struct crypt_hash key = token_hash(token);
	struct invitation v;
	struct sv hash;
	int64_t id;
	int r = auth_link(db, a, token, &v);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : r;
	if (!auth_password_is_fit(password, v.email))
		return AUTH_WEAK;
	r = crypt_password_hash(a, password, &hash);
	if (r == 0)
		r = person_accept(db, a, crypt_hash_sv(&key), hash, &id);
	return r == 0 ? 0 : r == STORE_MISSING ? AUTH_NOBODY : ERR_MUST(r);
}

int auth_change_password(struct db *db, struct arena *a, const struct session *s, struct sv old, struct sv new)
{
	struct q_person_password row;
	struct crypt_hash keep = token_hash(s->token);
	struct actor who = token_actor(s);
	struct sv hash;
	int r = q_person_password(db, a, &(struct q_person_password_in){ .email = s->email }, &row);
	if (r < 0)
		return ERR_PASS(r);
	if (r != 0 || !crypt_password_check(a, old, row.password_hash))
		return AUTH_WRONG;
	if (!auth_password_is_fit(new, s->email))
		return AUTH_WEAK;
	r = crypt_password_hash(a, new, &hash);
	if (r == 0)
		r = person_set_password(db, a, &who, s->person_id, hash, crypt_hash_sv(&keep));
	return r == 0 ? 0 : ERR_MUST(r);
}
