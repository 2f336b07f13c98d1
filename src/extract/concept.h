#ifndef EXTRACT_CONCEPT_H
#define EXTRACT_CONCEPT_H
/*
 * What the words in class names, ids and roles say about a part of a page. The words stand in extract/concept.def; they
 * are those that web designers use everywhere, none belongs to one site.
 */
#include <stdint.h>

#include "base/sv.h"

enum concept {
	CONCEPT_STORY,	    /* article, post, entry */
	CONCEPT_CONTENT,    /* content, body, text */
	CONCEPT_MAIN,	    /* main, primary, page */
	CONCEPT_TITLE,	    /* title, headline */
	CONCEPT_SUMMARY,    /* standfirst, lead, deck */
	CONCEPT_BYLINE,	    /* byline, author */
	CONCEPT_DATE,	    /* date, time, published */
	CONCEPT_META,	    /* meta, info, details */
	CONCEPT_BIO,	    /* bio, about */
	CONCEPT_CAPTION,    /* caption, credit */
	CONCEPT_MEDIA,	    /* image, gallery, video, player */
	CONCEPT_EMBED,	    /* embed, tweet */
	CONCEPT_QUOTE,	    /* quote */
	CONCEPT_COMMENT,    /* comments, discussion */
	CONCEPT_SHARE,	    /* share, social */
	CONCEPT_RELATED,    /* related, recommended, more */
	CONCEPT_TEASER,	    /* teaser, card, promo */
	CONCEPT_NAV,	    /* nav, menu, breadcrumb */
	CONCEPT_TAGS,	    /* tags, topics, categories */
	CONCEPT_SIDE,	    /* sidebar, aside, rail */
	CONCEPT_HEADER,	    /* header, masthead */
	CONCEPT_FOOTER,	    /* footer, copyright */
	CONCEPT_AD,	    /* ad, sponsor */
	CONCEPT_SIGNUP,	    /* newsletter, subscribe */
	CONCEPT_CONSENT,    /* cookie, consent, privacy */
	CONCEPT_PAYWALL,    /* paywall, premium */
	CONCEPT_WIDGET,	    /* widget, module, box */
	CONCEPT_POPUP,	    /* modal, overlay, tooltip */
	CONCEPT_HIDDEN,	    /* hidden, sr-only, print */
	CONCEPT_CORRECTION, /* correction, update */
	CONCEPT_LIST,	    /* list, feed, grid */
	CONCEPT_TOC,	    /* table of contents */
	CONCEPT_N
};

/* The bits (1 << enum concept) of all words in a class or id: they are parted at "-", "_", blanks, digits and humps. */
uint32_t concept_bits(struct sv names);
#endif
