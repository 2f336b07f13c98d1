#ifndef WEB_SOURCE_H
#define WEB_SOURCE_H
/*
 * Sources: the list, and one with what it published and whom it cites.
 */
#include "web/web.h"

struct source_list_page {
	struct q_source_list sources;
	struct sv q;
	int64_t page;
	bool has_next;
};

struct source_page {
	struct q_source source;
	struct q_article_line_list articles;
	struct q_source_cites_list cites;
	struct q_source_cited_by_list cited_by;
	struct sv typed_why; /* why robots.txt may be passed over, as it was typed */
};
#endif
