#include "auth/auth.h"

#include "auth/token.h"
#include "base/clock.h"
#include "base/err.h"
#include "crypt/crypt.h"
#include "store/person.h"

enum { FREE_TRIES = 5, TRY_WINDOW = 900, WAIT_MOST = 900 };

int auth_session(struct db *db, struct arena *a, struct sv token, struct session *ret)
{
	struct crypt_hash hash = token_hash(token);
	struct q_visitor row;
	int64_t now = clock_now();
	int r = q_session_find(db, a, &(struct q_session_find_in){
	    .token_hash = crypt_hash_sv(&hash), .idle_since = now - AUTH_IDLE_MINUTES * 60 * CLOCK_SECOND }, &row);
	struct session s = { .token = token };
	if (r < 0)
		return ERR_PASS(r);
	if (r != 0 || !role_from_word(row.role, &s.role))
		return AUTH_NOBODY;
	s.person_id = row.person_id;
	s.name = row.name;
	s.email = row.email;
	/* A write a minute is enough to know who is idle. */
	if (now - row.seen > 60 * CLOCK_SECOND) {
		r = q_session_touch(db, &(struct q_session_touch_in){ .token_hash = crypt_hash_sv(&hash) });
		if (r == 0)
			r = q_person_seen(db, &(struct q_person_seen_in){ .id = s.person_id });
		if (r != 0)
			return ERR_MUST(r);
	}
	*ret = s;
	return 0;
}

/* Seconds until the next try: from the sixth wrong password in a quarter of an hour 2, 4, 8 ... at most 15 minutes. */
static int64_t wait_of(int64_t failed, int64_t seconds_since)
{
	if (failed <= FREE_TRIES)
		return 0;
	int64_t shift = failed - FREE_TRIES, wait = shift >= 10 ? WAIT_MOST : INT64_C(1) << shift;
	wait = wait > WAIT_MOST ? WAIT_MOST : wait;
	return wait > seconds_since ? wait - seconds_since : 0;
}

static int start_session(struct db *db, struct arena *a, struct sv address, struct session *s)
{
	s->token = crypt_token(a);
	struct crypt_hash hash = token_hash(s->token);
	struct actor who = token_actor(s);
	int r = person_sign_in(db, a, &who, &(struct person_session){
	    .token_hash = crypt_hash_sv(&hash), .csrf = auth_form_token(a, s->token), .address = address, .agent = SV(""),
	    .expires = clock_now() + AUTH_SESSION_SECONDS * CLOCK_SECOND });
	return r == 0 ? 0 : ERR_MUST(r);
}

/* An unknown address costs as much time as a known one. */
static bool is_right(struct arena *a, bool is_known, struct sv password, struct sv hash)
{
	static const struct sv nobody = SV_INIT("$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
	bool fits = crypt_password_check(a, password, is_known ? hash : nobody);
	return is_known && fits;
}

static int note_try(struct db *db, const struct auth_try *try, bool is_good)
{
	int r = q_login_note(db, &(struct q_login_note_in){ .email = try->email, .address = try->address, .is_good = is_good });
	return r == 0 ? 0 : ERR_MUST(r);
}

static int may_try(struct db *db, struct arena *a, struct sv email, int64_t *ret_wait)
{
	struct q_login_failures row;
	int64_t now = clock_now();
	int r = q_login_failures(db, a, &(struct q_login_failures_in){ .email = email, .since = now - TRY_WINDOW * CLOCK_SECOND }, &row);
	if (r != 0)
		return ERR_MUST(r);
	*ret_wait = row.n == 0 ? 0 : wait_of(row.n, (now - row.last_at) / CLOCK_SECOND);
	return *ret_wait > 0 ? AUTH_SLOW_DOWN : 0;
}

/* The account of an address and its hash; AUTH_NOBODY. */
static int find_account(struct db *db, struct arena *a, struct sv email, struct session *ret, struct sv *ret_hash)
{
	struct q_person_password secret;
	struct q_person row;
	int r = q_person_password(db, a, &(struct q_person_password_in){ .email = email }, &secret);
	if (r == 0)
		r = q_person_by_id(db, a, &(struct q_person_by_id_in){ .id = secret.id }, &row);
	if (r < 0)
		return ERR_PASS(r);
	if (r != 0 || secret.password_hash.n == 0 || !role_from_word(row.role, &ret->role))
		return AUTH_NOBODY;
	ret->person_id = row.id;
	ret->name = row.name;
	ret->email = row.email;
	*ret_hash = secret.password_hash;
	return 0;
}

int auth_login(struct db *db, struct arena *a, const struct auth_try *try, struct session *ret, int64_t *ret_wait)
{
	struct session s = { 0 };
	struct sv hash = SV_NONE;
	int r = may_try(db, a, try->email, ret_wait);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : r;
	r = find_account(db, a, try->email, &s, &hash);
	if (r < 0)
		return ERR_PASS(r);
	bool is_good = is_right(a, r == 0, try->password, hash);
	r = note_try(db, try, is_good);
	if (r == 0 && is_good)
		r = start_session(db, a, try->address, &s);
	if (r < 0)
		return ERR_PASS(r);
	if (!is_good)
		return AUTH_WRONG;
	*ret = s;
	return 0;
}

int auth_logout(struct db *db, struct arena *a, const struct session *s)
{
	struct crypt_hash hash = token_hash(s->token);
	struct actor who = token_actor(s);
	int r = person_sign_out(db, a, &who, crypt_hash_sv(&hash));
	return r == 0 ? 0 : ERR_MUST(r);
}

int auth_end_sessions(struct db *db, int64_t person, struct sv keep)
{
	struct crypt_hash hash = token_hash(keep);
	int r = q_session_end_others(db, &(struct q_session_end_others_in){ .person_id = person, .token_hash = crypt_hash_sv(&hash) });
	return r == 0 ? 0 : ERR_MUST(r);
}

int auth_sessions(struct db *db, struct arena *a, const struct session *s, struct auth_session_row **ret, size_t *ret_n)
{
	struct q_session_list_list list;
	int r = q_session_list(db, a, &(struct q_session_list_in){ .person_id = s->person_id }, &list);
	if (r != 0)
		return ERR_MUST(r);
	*ret = ARENA_ARRAY(a, struct auth_session_row, list.n);
	*ret_n = list.n;
	for (size_t i = 0; i < list.n; i++)
		(*ret)[i] = (struct auth_session_row){ list.v[i].created, list.v[i].seen, list.v[i].address };
	return 0;
}
