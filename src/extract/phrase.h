#ifndef EXTRACT_PHRASE_H
#define EXTRACT_PHRASE_H
/* Set phrases of page furniture in the languages of the press (extract/phrase.def): "Read more", "Sign up for", "Photo:". */
#include <stdint.h>

#include "base/sv.h"

enum phrase {
	PHRASE_MORE,	   /* points to other articles */
	PHRASE_SHARE,	   /* asks to share, print, save, follow */
	PHRASE_SIGNUP,	   /* newsletters, subscriptions, accounts, donations */
	PHRASE_LEGAL,	   /* copyright, cookies, terms */
	PHRASE_AD,	   /* marks advertisements */
	PHRASE_COMMENT,	   /* comment sections */
	PHRASE_CREDIT,	   /* photo and agency credits, bylines, read times */
	PHRASE_BIO,	   /* about the author */
	PHRASE_CORRECTION, /* corrections and clarifications */
	PHRASE_DATE,	   /* published, updated */
	PHRASE_MEDIA,	   /* players and galleries */
	PHRASE_N
};

/* The bits (1 << enum phrase) of what the line starts with or, for unmistakable phrases, holds. */
uint32_t phrase_bits(struct sv line);
#endif
