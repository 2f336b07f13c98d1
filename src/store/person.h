#ifndef STORE_PERSON_H
#define STORE_PERSON_H
/*
 * People and their sessions. Passwords, tokens and cookies never come here: only their hashes (auth/ makes them).
 * Reading: q_person_by_id, q_person_list, q_person_password, q_invitation_look, q_session_find, q_login_failures ...
 */
#include "store/store.h"

struct person_invitation {
	struct sv email, name, role;
	struct sv token_hash; /* SHA-256 of the link's token */
	int64_t expires;
};

/* A new person who sets a password through the link. STORE_TAKEN: the address has an account; STORE_DENIED: no such role. */
int person_invite(struct db *db, struct arena *a, const struct actor *who, const struct person_invitation *in, int64_t *ret_id);
/* A link with which a person sets a new password. STORE_MISSING. */
int person_reset(struct db *db, struct arena *a, const struct actor *who, int64_t id, struct sv token_hash, int64_t expires);
/* Takes a link up, once: sets the password, ends every session. STORE_MISSING: unknown, used or expired link. */
int person_accept(struct db *db, struct arena *a, struct sv token_hash, struct sv password_hash, int64_t *ret_id);
/* A new password; ends every session but the one named. STORE_MISSING. */
int person_set_password(struct db *db, struct arena *a, const struct actor *who, int64_t id, struct sv password_hash, struct sv keep_session);
struct person_change {
	int64_t id;
	int32_t version; /* the one that was seen */
	struct sv name, role;
	bool is_active;
};
/* Ends the person's sessions, so that a new role counts at once. STORE_MISSING, STORE_STALE, STORE_DENIED (role; one's own account). */
int person_change(struct db *db, struct arena *a, const struct actor *who, const struct person_change *in);

struct person_session {
	struct sv token_hash, csrf, address, agent;
	int64_t expires;
};
/* A new session of a person who proved who they are; the oldest beyond five end. */
int person_sign_in(struct db *db, struct arena *a, const struct actor *who, const struct person_session *in);
int person_sign_out(struct db *db, struct arena *a, const struct actor *who, struct sv token_hash);
#endif
