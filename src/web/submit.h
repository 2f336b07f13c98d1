#ifndef WEB_SUBMIT_H
#define WEB_SUBMIT_H
/*
 * Submitting addresses, one or many, and following their jobs: by reloading the page, or by desk.js asking for submit_state.
 */
#include "store/query.h"
#include "web/web.h"

struct submit_refused {
	struct sv url, why;
};

struct submit_page {
	struct sv urls;      /* as typed */
	struct sv ids;       /* "4,5,6": those of the last submission, empty: the person's newest */
	struct q_job_list jobs;
	struct submit_refused *refused;
	size_t n_refused;
	int64_t *known; /* articles that were read before */
	size_t n_known;
	int n_open; /* jobs still under way */
};

/* The state of a job in words. */
struct sv submit_words(const struct q_job *j);
/* A state no job leaves by itself. */
bool submit_is_final(const struct q_job *j);
#endif
