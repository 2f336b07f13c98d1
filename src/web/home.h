#ifndef WEB_HOME_H
#define WEB_HOME_H
/*
 * The front page, the page that explains the signs, and the box at the top.
 */
#include "web/web.h"

/* One sign of the grid, as the page that explains them shows it. */
struct home_sign {
	struct sv css, word, meaning;
};

extern const struct home_sign home_signs[];
extern const size_t home_signs_n;
#endif
