#ifndef WEB_ACCOUNT_H
#define WEB_ACCOUNT_H
/*
 * Signing in and out, invitations, passwords, the account page. A form that comes without a living session is not lost: the
 * sign-in page carries its fields along, and after signing in shows them once more, to be sent with one button.
 */
#include "web/web.h"

/* The sign-in page. `next` is a path of ours; `kept` are the fields of the form that was sent there. */
struct account_login {
	struct sv next;
	struct http_pairs kept;
	struct sv email;
};

/* What was typed, shown again with a button that sends it to `action`. */
struct account_again {
	struct sv action;
	struct http_pairs kept;
};

struct account_page {
	struct auth_session_row *sessions;
	size_t n_sessions;
};

struct account_link {
	struct invitation who;
	bool is_new; /* an invitation, not a new password */
};

/* Instead of a page that needs a session: 401 for a form, a redirect to signing in for a page. */
void account_ask_to_sign_in(struct web *w);
/* Instead of a form whose token is stale: what was typed with a button that sends it again. */
void account_ask_again(struct web *w);
#endif
