#ifndef AUTH_AUTH_H
#define AUTH_AUTH_H
/*
 * Who is asking: sessions, sign-in with its brake, invitations, new passwords. Secrets (session, invitation, reset) are
 * random tokens of which the database keeps SHA-256 only. Idle sessions end after 30 minutes, all after 12 hours.
 */
#include <stdint.h>

#include "auth/role.h"
#include "base/arena.h"

struct db;

#define AUTH_IDLE_MINUTES 30
#define AUTH_SESSION_SECONDS (12 * 3600)
#define AUTH_PASSWORD_LEAST 12
#define AUTH_PASSWORD_MOST 256

/* The person behind a request. */
struct session {
	int64_t id, user_id; /* 0: nobody is signed in */
	enum role role;
	struct sv name, email;
	struct sv token; /* the cookie's value */
};

/* Outcomes. */
enum {
	AUTH_NOBODY = 1,      /* no such session, invitation or account, or it has ended */
	AUTH_WRONG = 2,       /* wrong address or password */
	AUTH_SLOW_DOWN = 3,   /* too many wrong passwords: *ret_wait seconds */
	AUTH_TAKEN = 4,       /* there is an account with that address */
	AUTH_WEAK = 5,        /* the password is too short, too long or too common */
};

/* The session of a cookie's value; AUTH_NOBODY. Counts as activity. */
int auth_session(struct db *db, struct arena *a, struct sv token, struct session *ret) __attribute__((warn_unused_result));
/* Signs in: checks the password (the same time for unknown addresses), starts a session. Wrong ones from the sixth in 15 minutes cost 2^n seconds. */
int auth_login(struct db *db, struct arena *a, struct sv email, struct sv password, struct session *ret, int64_t *ret_wait)
    __attribute__((warn_unused_result));
int auth_logout(struct db *db, struct arena *a, const struct session *s) __attribute__((warn_unused_result));
/* Ends every session of the user but `keep` (0: all). */
int auth_end_sessions(struct db *db, struct arena *a, int64_t user, int64_t keep) __attribute__((warn_unused_result));

struct auth_session_row {
	int64_t id, began, seen;
};
/* The user's living sessions, newest first. */
int auth_sessions(struct db *db, struct arena *a, int64_t user, struct auth_session_row **ret, size_t *ret_n) __attribute__((warn_unused_result));

/* The hidden field of every form: derived from the session's (or, before sign-in, the visitor's) cookie. */
struct sv auth_form_token(struct arena *a, struct sv cookie);
bool auth_form_token_is(struct arena *a, struct sv cookie, struct sv token);
/* A new visitor's cookie. */
struct sv auth_visitor(struct arena *a);
bool auth_is_token(struct sv s);

/* A link's secret that lets somebody make an account with that address and role; lives 7 days. AUTH_TAKEN. */
int auth_invite(struct db *db, struct arena *a, int64_t by, struct sv email, enum role role, struct sv *ret_token)
    __attribute__((warn_unused_result));
struct invitation {
	struct sv email;
	enum role role;
};
int auth_invitation(struct db *db, struct arena *a, struct sv token, struct invitation *ret) __attribute__((warn_unused_result));
/* Uses it up. AUTH_NOBODY, AUTH_WEAK, AUTH_TAKEN. */
int auth_join(struct db *db, struct arena *a, struct sv token, struct sv name, struct sv password) __attribute__((warn_unused_result));

/* A link's secret for a new password; lives a day, works once. AUTH_NOBODY for an unknown user. */
int auth_reset_start(struct db *db, struct arena *a, int64_t by, int64_t user, struct sv *ret_token) __attribute__((warn_unused_result));
int auth_reset(struct db *db, struct arena *a, struct sv token, struct sv password) __attribute__((warn_unused_result));
/* AUTH_NOBODY if the link is spent or too old. */
int auth_reset_exists(struct db *db, struct arena *a, struct sv token) __attribute__((warn_unused_result));
/* AUTH_WRONG: `old` is not the password. Ends all other sessions. */
int auth_change_password(struct db *db, struct arena *a, const struct session *s, struct sv old, struct sv new)
    __attribute__((warn_unused_result));
/* True if a new password will do: length in characters, not one repeated character, not the address. */
bool auth_password_is_fit(struct sv password, struct sv email);
#endif
