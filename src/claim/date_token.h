#ifndef CLAIM_DATE_TOKEN_H
#define CLAIM_DATE_TOKEN_H
/*
 * The words of a sentence as the date rules see them: each with its class and value from date_words.def ("Tuesday" is
 * weekday 1, "late" an edge). Runs of letters, runs of digits and single marks are tokens of their own, so "1990s" is
 * two tokens, the second one glued to the first.
 */
#include "claim/claim.h"

/* Lengths of time, short to long; GRAIN_PART is a part of a day ("morning"). */
enum grain {
	GRAIN_SECOND,
	GRAIN_MINUTE,
	GRAIN_HOUR,
	GRAIN_PART,
	GRAIN_DAY,
	GRAIN_WEEKEND,
	GRAIN_WEEK,
	GRAIN_FORTNIGHT,
	GRAIN_MONTH,
	GRAIN_QUARTER,
	GRAIN_SEASON,
	GRAIN_HALF,
	GRAIN_YEAR,
	GRAIN_DECADE,
	GRAIN_CENTURY,
	GRAIN_N
};

enum token_class {
	TOK_END, /* past either end of the sentence */
	TOK_OTHER,
	TOK_MARK,     /* value: the code point */
	TOK_NUMBER,   /* value: up to nine digits, else -1 */
	TOK_MONTH,    /* 1-12 */
	TOK_WEEKDAY,  /* 0 Monday .. 6 Sunday */
	TOK_UNIT,     /* enum grain */
	TOK_CARDINAL, /* "seven" */
	TOK_SCALE,    /* "hundred", "thousand" */
	TOK_ORDINAL,  /* "seventh" */
	TOK_SEASON,   /* 0 winter, 1 spring, 2 summer, 3 autumn */
	TOK_PART,     /* 0 morning, 1 afternoon, 2 evening, 3 night */
	TOK_NOON,     /* hour of the day: "noon", "midnight" */
	TOK_REL,      /* -1 last, 0 this, 1 next */
	TOK_EDGE,     /* enum edge (date_calendar.h) */
	TOK_DEICTIC,  /* days from today */
	TOK_NOW,      /* "now" */
	TOK_EVERY,
	TOK_VAGUE,    /* "few", "several" */
	TOK_FREQUENCY, /* enum grain: "weekly" */
	TOK_AWAY,     /* -1 ago, earlier, before; 1 later, after, from */
	TOK_ARTICLE,  /* "a", "an" (1) and "the" (0) */
};

struct date_token {
	struct span at;
	struct sv word;
	enum token_class class;
	int value;
	bool is_glued; /* no white space before it */
	bool is_plural;
};

struct date_tokens {
	const struct date_token *v;
	size_t n;
};

void date_token_list(struct arena *a, struct sv text, struct span sentence, struct date_tokens *ret);
/* Token i, or one of class TOK_END where there is none. */
const struct date_token *date_token_at(const struct date_tokens *t, size_t i);
bool date_token_is(const struct date_tokens *t, size_t i, struct sv word);
bool date_token_is_mark(const struct date_tokens *t, size_t i, int mark);
/* A number of `digits` digits at i that stands right behind the token before it; 0 for any number of digits. */
bool date_token_is_glued_number(const struct date_tokens *t, size_t i, size_t digits);
/* "-" or an en dash. */
bool date_token_is_dash(const struct date_tokens *t, size_t i);
/* ' or its curly form */
bool date_token_is_apostrophe(const struct date_tokens *t, size_t i);
/* Is token i one of a NULL-ended list of lower-case words? */
bool date_token_in(const struct date_tokens *t, size_t i, const char *const *words);
#endif
