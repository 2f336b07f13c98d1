#ifndef COMPARE_TOLL_H
#define COMPARE_TOLL_H
/*
 * How many people an event killed and injured, from articles that need not agree. Each article is read for counts tied to a
 * word of death or harm ("two men were wounded", "killing a student"), and for the words around them; the count is then
 * chosen among those read by a log-linear model over agreement, place in the article, the latest article, totals against
 * parts ("five shot, two fatally": three injured) and the words. Weights: compare/toll_weights.def, made by
 * tools/train-toll. Pure.
 */
#include "claim/claim.h"

/* Of whom a count speaks: struck: hit, killed or not; cared: in hospital, of a condition; mourned: beside "death", "murder"
   and the like; attempted: "four counts of attempted murder". */
enum toll_role { TOLL_KILLED, TOLL_INJURED, TOLL_STRUCK_AT, TOLL_CARED, TOLL_MOURNED, TOLL_ATTEMPTED, TOLL_ROLE_N };
enum toll_where { TOLL_TITLE, TOLL_LEAD, TOLL_BODY, TOLL_WHERE_N };

/* What a word speaks of; toll.def says which word does. */
enum toll_class {
	TOLL_DIED, TOLL_DEATH, TOLL_HURT, TOLL_STRUCK, TOLL_CARE, TOLL_SURVIVAL, TOLL_UNHURT, TOLL_ATTEMPT, TOLL_SELF, TOLL_ROBBERY,
	TOLL_ARMS, TOLL_ASSAULT, TOLL_LIMB, TOLL_VITAL, TOLL_SHOTS, TOLL_ACCIDENT, TOLL_COURT, TOLL_FOUND, TOLL_HUNT,
	TOLL_PERSON, TOLL_PEOPLE, TOLL_CULPRIT, TOLL_CLASS_N
};

struct toll_mention {
	int count;
	enum toll_role role;
	enum toll_where where;
};

#define TOLL_MENTIONS 128

/* One article, read. */
struct toll_reading {
	int32_t published; /* day; DAY_NONE unknown */
	struct toll_mention mentions[TOLL_MENTIONS];
	size_t n;
	int n_named; /* people given by name and age */
	bool has[TOLL_WHERE_N][TOLL_CLASS_N];
};

/* <0 where sentences can't be told apart (text/segment.h). Linear in the text. */
int toll_read(struct arena *a, struct sv title, struct sv text, int32_t published, struct toll_reading *ret) __attribute__((warn_unused_result));

/* A count that could be the event's. */
#define TOLL_FEATURES 121
struct toll_candidate {
	int count;
	double features[TOLL_FEATURES];
	double score;
};

/* What stands for two counts together: one of killed, one of injured. */
#define TOLL_PAIR_FEATURES 8

struct toll {
	int killed, injured; /* the likeliest two */
	const struct toll_candidate *counts[2]; /* all that were weighed: of killed, of injured */
	size_t n[2];
};

/* The counts over the readings of one event's articles, n >= 1. */
void toll_choose(struct arena *a, const struct toll_reading *readings, size_t n, struct toll *ret);
/* For training: the features of the counts `killed` and `injured` as a pair. */
void toll_pair(const struct toll_reading *readings, size_t n, int killed, int injured, double *ret_features);
#endif
