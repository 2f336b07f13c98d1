#ifndef COMPARE_STORY_H
#define COMPARE_STORY_H
/*
 * Which articles tell of one event, which claims are the same assertion, and what the rows of a story's grid are.
 * Pure; thresholds in this header. Two thresholds each: at or over JOIN it happens by itself, from SUGGEST on a person
 * is asked, below it nothing.
 */
#include "compare/compare.h"

#define STORY_SUGGEST 0.18
#define STORY_JOIN 0.25
/* Articles further apart than this are no one story by themselves. */
#define STORY_DAYS 30
#define CLAIM_SUGGEST 0.40
#define CLAIM_JOIN 0.62

/* An article's words, weighted, for cosine: hashes of stems, names and places counted more than other words. */
struct fingerprint {
	const uint32_t *terms; /* ascending */
	const float *weights;  /* unit length together */
	size_t n;
};

void story_fingerprint(struct arena *a, struct sv title, struct sv text, struct fingerprint *ret);
/* Weighs the terms of a set of fingerprints by how few of them hold each (idf), so that what all share counts little. */
void story_weigh(struct arena *a, struct fingerprint *v, size_t n);
/* 0..1. Articles more than 30 days apart are held back by the caller, not here. */
double story_similarity(const struct fingerprint *x, const struct fingerprint *y);

/*
 * How surely two claims assert the same thing, 0..1, and whether a differing number, unit, date, place, name or
 * negation blocks a join (`differing`: that token in words, empty if none).
 */
struct sameness {
	double score;
	bool is_blocked;
	struct sv differing;
};
void story_same_claim(struct arena *a, const struct claim *x, const struct claim *y, struct sameness *ret);

/*
 * The slot a quantity fills, in words: "US troops in Iraq, after the cut". Two quantities with one slot stand in one
 * row. Without a quantity the row is the claim's own wording, shortened.
 */
struct sv story_slot(struct arena *a, const struct claim *claim, const struct quantity *q);
/* True when both quantities answer the same question (measure, place, group, role), whatever their values. */
bool story_same_slot(const struct claim *cx, const struct quantity *x, const struct claim *cy, const struct quantity *y);
#endif
