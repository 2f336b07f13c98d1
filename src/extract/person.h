#ifndef EXTRACT_PERSON_H
#define EXTRACT_PERSON_H
/* Names of people out of what bylines hold besides: "By", job titles, places, newsrooms, agencies, dates. */
#include "extract/article.h"

struct people {
	const struct sv *v;
	size_t n;
};

/*
 * The people named in `text`, in order and each once. One word alone ("admin", "Wes") counts as a name only if
 * `may_be_single`; `site` and parts of it never do.
 */
struct people people_in(struct arena *a, struct sv text, struct sv site, bool may_be_single);
/* The agency this text names (its common name); SV_NONE. */
struct sv agency_in(struct sv text);
#endif
