#ifndef EXTRACT_ARTICLE_H
#define EXTRACT_ARTICLE_H
/*
 * What is read from an article's page: its text as blocks and what is known about it. Every value names its evidence;
 * a wrong value is worse than a missing one. All strings are valid UTF-8 in the caller's arena.
 */
#include "base/arena.h"
#include "base/clock.h"
#include "text/block.h"

/* One block is one line of the article's stored text: it holds no line break and is never empty. */
struct block {
	enum block_kind kind;
	int level; /* heading: 1-6; list item: nesting from 1; else 0 */
	struct sv text;
};

/* A value and where on the page it was found ("json-ld", "meta article:published_time", "time element", ...). */
struct finding {
	struct sv value, from;
};

/* How fine a page's date is: nothing finer than what stands there is ever made up. */
enum precision { PRECISION_YEAR, PRECISION_MONTH, PRECISION_DAY, PRECISION_MINUTE, PRECISION_SECOND, PRECISION_N };

/* A point in time as a page gave it, at its start (the month's first day, midnight). at == INSTANT_NONE when unknown. */
struct dated {
	int64_t at;
	enum precision precision;
	bool has_time, has_zone; /* has_time: precision is a minute or finer */
	bool is_ambiguous;	 /* 05/04: day and month were told apart by the page's language only */
	int offset_minutes;	 /* the zone it was written in; 0 if has_zone is false */
	struct sv from;
};

struct article {
	struct finding title, site, canonical, lang, section, agency, image;
	const struct finding *authors; /* people only, agencies apart */
	size_t n_authors;
	struct dated published, modified;
	struct finding rejected_date, rejected_canonical; /* what the page claimed and was not believed, as written */
	bool is_paywalled;
	const struct block *blocks;
	size_t n_blocks;
	struct sv why_empty; /* in words, when n_blocks == 0; else empty */
};

/* The stored text: the blocks' texts joined by "\n", so that block i is line i. */
struct sv article_text(struct arena *a, const struct article *article);
/* "year", "month", "day", "minute", "second" */
struct sv precision_name(enum precision precision);
bool precision_parse(struct sv name, enum precision *ret);
/* "2021-07", "2024-03-05", "2024-03-05T09:30+02:00": as fine as it is known and in the zone it was written in. */
struct sv dated_iso(struct arena *a, const struct dated *dated);
#endif
