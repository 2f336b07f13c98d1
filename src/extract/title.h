#ifndef EXTRACT_TITLE_H
#define EXTRACT_TITLE_H
/* The article's title and the site's name. */
#include "extract/clue.h"

/* The publisher's name as the page gives it; empty if unknown. */
struct finding site_find(struct arena *a, const struct clues *clues);
/* The title without the site's name: the heading that the page's metadata confirms, else the best of the metadata. */
struct finding title_find(struct arena *a, const struct clues *clues, struct sv site);
/*
 * `title` without a site's name at its end or start. Parts are set off by " - ", " | " and the like; one goes if it is the site's
 * name or its domain, or, where `is_page_title` (a <title>, which nearly always names the site), if it is short.
 */
struct sv title_without_site(struct sv title, struct sv site, struct sv url, bool is_page_title);
#endif
