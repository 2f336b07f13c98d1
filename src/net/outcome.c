#include "net/outcome.h"

static const struct outcome {
	struct sv code, words;
	bool passes;
} outcomes[FETCH_OUTCOME_N] = {
#define OUTCOME(name, code, again, words) [FETCH_##name] = { SV_INIT(code), SV_INIT(words), again },
#include "net/outcome.def"
#undef OUTCOME
};

/* First row that holds the status decides. */
static const struct status_rule {
	int from, to;
	enum fetch_outcome is;
} status_rules[] = {
	{ 200, 200, FETCH_OK },
	{ 203, 203, FETCH_OK },
	{ 304, 304, FETCH_UNCHANGED },
	{ 401, 401, FETCH_LOGIN },
	{ 402, 402, FETCH_PAYMENT },
	{ 403, 403, FETCH_FORBIDDEN },
	{ 404, 404, FETCH_NOT_FOUND },
	{ 407, 407, FETCH_LOGIN },
	{ 408, 408, FETCH_BUSY },
	{ 410, 410, FETCH_GONE },
	{ 425, 425, FETCH_BUSY },
	{ 429, 429, FETCH_BUSY },
	{ 451, 451, FETCH_LEGAL },
	{ 400, 499, FETCH_REFUSED },
	{ 503, 503, FETCH_BUSY },
	{ 500, 599, FETCH_SERVER_ERROR },
};

struct sv fetch_outcome_code(enum fetch_outcome o)
{
	return outcomes[o].code;
}

struct sv fetch_outcome_words(enum fetch_outcome o)
{
	return outcomes[o].words;
}

bool fetch_outcome_passes(enum fetch_outcome o)
{
	return outcomes[o].passes;
}

enum fetch_outcome fetch_outcome_of_status(int status)
{
	for (size_t i = 0; i < sizeof(status_rules) / sizeof(*status_rules); i++)
		if (status >= status_rules[i].from && status <= status_rules[i].to)
			return status_rules[i].is;
	return FETCH_UNEXPECTED;
}
