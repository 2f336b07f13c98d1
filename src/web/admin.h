#ifndef WEB_ADMIN_H
#define WEB_ADMIN_H
/*
 * The administrators' pages: people and invitations, jobs with retry, the audit chain. (Sources: web/source.h.)
 */
#include "store/query.h"
#include "web/web.h"

struct admin_people {
	struct q_person_list people;
	struct sv link;      /* just made: an invitation's or a new password's, shown once */
	struct sv link_for;  /* whose */
	struct sv email, name; /* as typed */
	bool is_stale;
};

struct admin_jobs {
	struct q_job_list jobs;
	struct sv state; /* the filter, empty: all */
	struct q_job_counts_list counts;
	int64_t page;
	bool has_next;
};

struct admin_audit {
	struct q_audit_list rows;
	bool is_whole; /* the chain */
	int64_t broken_at;
	struct sv broken_why;
	bool has_next;
};
#endif
