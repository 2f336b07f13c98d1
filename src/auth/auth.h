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
	int64_t person_id; /* 0: nobody is signed in */
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
struct auth_try {
	struct sv email, password, address; /* address: where the request came from */
};
/* Signs in: checks the password (the same time for unknown addresses), starts a session. Wrong ones from the sixth in 15 minutes cost 2^n seconds. */
int auth_login(struct db *db, struct arena *a, const struct auth_try *try, struct session *ret, int64_t *ret_wait)
    __attribute__((warn_unused_result));
int auth_logout(struct db *db, struct arena *a, const struct session *s) __attribute__((warn_unused_result));
/* Ends every session of the person but the one whose token is `keep` (empty: all). */
int auth_end_sessions(struct db *db, int64_t person, struct sv keep) __attribute__((warn_unused_result));

struct auth_session_row {
	int64_t began, seen;
	struct sv address;
};
/* The living sessions of the one who asks, last used first. */
int auth_sessions(struct db *db, struct arena *a, const struct session *s, struct auth_session_row **ret, size_t *ret_n) __attribute__((warn_unused_result));

/* The hidden field of every form: derived from the session's (or, before sign-in, the visitor's) cookie. */
struct sv auth_form_token(struct arena *a, struct sv cookie);
bool auth_form_token_is(struct arena *a, struct sv cookie, struct sv token);
/* A new visitor's cookie. */
struct sv auth_visitor(struct arena *a);
bool auth_is_token(struct sv s);

struct invitation {
	struct sv email, name;
	enum role role;
};
/* Makes a person who sets a password through a link; *ret_token is the link's secret and lives 7 days. AUTH_TAKEN. */
int auth_invite(struct db *db, struct arena *a, const struct session *by, const struct invitation *in, struct sv *ret_token)
    __attribute__((warn_unused_result));
/* A link's secret for a new password; lives a day. AUTH_NOBODY for an unknown person. */
int auth_reset_start(struct db *db, struct arena *a, const struct session *by, int64_t person, struct sv *ret_token) __attribute__((warn_unused_result));
/* Whom a link of either kind is for; AUTH_NOBODY if it is spent or too old. */
int auth_link(struct db *db, struct arena *a, struct sv token, struct invitation *ret) __attribute__((warn_unused_result));
/* Sets the password the link is for, once, and ends all sessions. AUTH_NOBODY, AUTH_WEAK. */
int auth_accept(struct db *db, struct arena *a, struct sv token, struct sv password) __attribute__((warn_unused_result));

/* AUTH_WRONG: `old` is not the password. AUTH_WEAK. Ends all other sessions. */
int auth_change_password(struct db *db, struct arena *a, const struct session *s, struct sv old, struct sv new)
    __attribute__((warn_unused_result));
/* True if a new password will do: length in characters, not one repeated character, not the address. */
bool auth_password_is_fit(struct sv password, struct sv email);
#endif
