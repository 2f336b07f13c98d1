#ifndef WEB_SEARCH_H
#define WEB_SEARCH_H
/*
 * Full text search over claims and articles.
 */
#include "web/web.h"

struct search_page {
	struct sv q;
	struct q_search_claims_list claims;
	struct q_search_articles_list articles;
};

/* A piece of a text that matched or did not. */
struct search_piece {
	struct sv text;
	bool is_match;
};
/* Takes the next piece off the front of *rest; matches stand between chr(2) and chr(3) (sql/query/search.sql). False at the end. */
bool search_next_piece(struct sv *rest, struct search_piece *ret);
#endif
