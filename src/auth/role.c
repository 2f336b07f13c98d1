#include "auth/role.h"

static const struct {
	struct sv word, summary;
} roles[ROLE_N] = {
	[ROLE_ANYONE] = { SV_INIT("anyone"), SV_INIT("not signed in") },
	[ROLE_READER] = { SV_INIT("reader"), SV_INIT("reads whole articles") },
	[ROLE_SUBMITTER] = { SV_INIT("submitter"), SV_INIT("submits articles") },
	[ROLE_REVIEWER] = { SV_INIT("reviewer"), SV_INIT("adds claims, evidence and verdicts, flags") },
	[ROLE_EDITOR] = { SV_INIT("editor"), SV_INIT("takes articles down, edits sources") },
	[ROLE_ADMIN] = { SV_INIT("admin"), SV_INIT("invites people, manages roles and jobs") },
};

struct sv role_word(enum role r)
{
	return roles[r].word;
}

bool role_from_word(struct sv word, enum role *ret)
{
	for (int r = ROLE_READER; r < ROLE_N; r++)
		if (sv_eq(roles[r].word, word)) {
			*ret = (enum role)r;
			return true;
		}
	return false;
}

struct sv role_summary(enum role r)
{
	return roles[r].summary;
}
