#ifndef EXTRACT_LINK_H
#define EXTRACT_LINK_H
/* Addresses a page gives: its canonical place and its image. */
#include "extract/clue.h"

/* `reference` resolved against the absolute `base` (RFC 3986, 5.2, without undoing dot segments); empty unless http(s). */
struct sv link_resolve(struct arena *a, struct sv base, struct sv reference);
/*
 * rel=canonical, else og:url, else JSON-LD. One that leads to a site's front page or to this machine is put into *ret_rejected:
 * it would make one article of all.
 */
struct finding canonical_find(struct arena *a, const struct clues *clues, struct finding *ret_rejected);
struct finding image_find(struct arena *a, const struct clues *clues);
#endif
