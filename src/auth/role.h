#ifndef AUTH_ROLE_H
#define AUTH_ROLE_H
/*
 * Who may do what: six roles, each allowed all that the ones before it are.
 */
#include "base/sv.h"

enum role { ROLE_ANYONE, ROLE_READER, ROLE_SUBMITTER, ROLE_REVIEWER, ROLE_EDITOR, ROLE_ADMIN, ROLE_N };

/* "reader" ...; the database's word for it. */
struct sv role_word(enum role r);
/* False, *ret untouched, for an unknown word. */
bool role_from_word(struct sv word, enum role *ret);
/* What the role is for, in a few words. */
struct sv role_summary(enum role r);
static inline bool role_may(enum role has, enum role needs) { return has >= needs; }
#endif
