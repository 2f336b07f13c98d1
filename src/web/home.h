#ifndef WEB_HOME_H
#define WEB_HOME_H
/*
 * The front page, the page that explains the signs, and the box at the top.
 */
#include "store/query.h"
#include "web/web.h"

/* One sign of the grid, as the page that explains them shows it. */
struct home_sign {
	struct sv word, css, label, meaning;
};

/* The signs' table (web/signs.def). */
extern const struct home_sign home_signs[];
extern const size_t home_signs_n;
/* The sign of the database's word ("agrees"); the last one for an unknown word. */
const struct home_sign *home_sign(struct sv word);

struct home_page {
	struct q_story_list stories;
	struct q_claim_line_list contradicted, disputed;
	struct q_article_line_list articles;
};
#endif
