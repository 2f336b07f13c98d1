#ifndef COMPARE_ORIGIN_H
#define COMPARE_ORIGIN_H
/*
 * Where a claim comes from: each article that carries it is led back, through whom it names, which agency it credits and
 * whose text it repeats, to an origin. What can't be led back is unknown, never counted as independent. Pure.
 */
#include "compare/compare.h"

/* An article as one appearance of the claim. `claim` may be NULL where only the text is known. */
struct origin_article {
	struct sv source, family; /* outlet and owner; two outlets of one family are one publisher; empty family: the outlet itself */
	struct sv credit;         /* agency line of the byline: "Reuters"; empty: none */
	struct sv text;
	int64_t published;        /* INSTANT_NONE unknown */
	const struct claim *claim;
};

enum origin_how {
	ORIGIN_SPEAKER, /* names who said it: the speaker is the origin */
	ORIGIN_VIA,     /* has it from an outlet or document */
	ORIGIN_CREDIT,  /* carries an agency's line */
	ORIGIN_COPY,    /* near-identical to an earlier article */
	ORIGIN_UNKNOWN,
	ORIGIN_N
};

/* One step back from an article. */
struct origin_edge {
	size_t from;         /* article */
	size_t to;           /* article, or SIZE_MAX where the origin lies outside the set */
	struct sv name;      /* of whom it leads to, as shown */
	enum origin_how how;
	struct sv evidence;  /* the sentence or line that shows it */
	bool is_circular;    /* following it leads back to its own article */
};

/* Where the chains end; `name` is empty for the unknown. */
struct origin_end {
	struct sv name;
	size_t n; /* articles that lead to it */
};

struct origins {
	size_t n_articles, n_publishers, n_unknown, n_circular;
	const struct origin_edge *edges; /* one an article, in the articles' order: the tree, each pointing to its parent */
	size_t n_edges;
	const struct origin_end *ends; /* known origins, most articles first */
	size_t n_ends;
	struct sv line; /* "13 articles, 11 publishers, 2 known origins: Pentagon briefing (9), Axios (1); 3 unknown" */
};

void origin_trace(struct arena *a, const struct origin_article *articles, size_t n, struct origins *ret);
/* Share of the shorter text's runs of five words that the longer one has too, 0..1. */
double origin_likeness(struct arena *a, struct sv x, struct sv y);
/* "speaker", "via", "credit", "copy", "unknown" */
struct sv origin_how_name(enum origin_how how);
#endif
