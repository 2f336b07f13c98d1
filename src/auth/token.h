#ifndef AUTH_TOKEN_H
#define AUTH_TOKEN_H
/*
 * The secrets of cookies, links and forms.
 */
#include "auth/auth.h"
#include "crypt/crypt.h"
#include "store/store.h"

/* What the database keeps of a secret. */
struct crypt_hash token_hash(struct sv token);
/* Who acts, for the store; person_id 0: the command line. */
struct actor token_actor(const struct session *s);
#endif
