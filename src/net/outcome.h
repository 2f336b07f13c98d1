#ifndef NET_OUTCOME_H
#define NET_OUTCOME_H
/* How a fetch ended: our own list (net/outcome.def), because libcurl's result codes do not tell these apart. */
#include "base/sv.h"

enum fetch_outcome {
#define OUTCOME(name, code, again, words) FETCH_##name,
#include "net/outcome.def"
#undef OUTCOME
	FETCH_OUTCOME_N
};

/* "blocked_address": kept in the database. */
struct sv fetch_outcome_code(enum fetch_outcome o);
/* In words for the person who submitted the address. */
struct sv fetch_outcome_words(enum fetch_outcome o);
/* True where trying again later may help. */
bool fetch_outcome_passes(enum fetch_outcome o);
/* What an HTTP status means to us; a redirect is not judged here. */
enum fetch_outcome fetch_outcome_of_status(int status);
#endif
