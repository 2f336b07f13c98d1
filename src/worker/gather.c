#include "worker/gather.h"

#include "base/err.h"
#include "base/limits.h"
#include "compare/story.h"
#include "json/json_out.h"
#include "store/appearance.h"
#include "store/story.h"
#include "text/utf8.h"
#include "wire/claims_json.h"
#include "worker/stored.h"

#define NEAR_DAYS 30
#define NEAR_ARTICLES 200
/* Appearances of a story that a new claim is compared with. */
#define MATCH_MAX 1000
#define TITLE_CHARS 500

/* The story of the article most like this one, if it is alike enough; DB_NULL if none. */
static int find_story(struct db *db, struct arena *a, const struct gather_article *article, int64_t at, int64_t *ret)
{
	struct q_article_near_list near;
	struct fingerprint mine;
	double best = STORY_JOIN;
	*ret = DB_NULL;
	int r = q_article_near(db, a,
	    &(struct q_article_near_in){ .id = article->id, .from_at = at - NEAR_DAYS * CLOCK_DAY, .to_at = at + NEAR_DAYS * CLOCK_DAY, .n = NEAR_ARTICLES }, &near);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : store_outcome(r);
	story_fingerprint(a, article->title, article->text, &mine);
	for (size_t i = 0; i < near.n; i++) {
		struct fingerprint theirs;
		if (near.v[i].story_id == DB_NULL)
			continue;
		story_fingerprint(a, near.v[i].title, near.v[i].content, &theirs);
		double likeness = story_similarity(&mine, &theirs);
		if (likeness < best)
			continue;
		best = likeness;
		*ret = near.v[i].story_id;
	}
	return 0;
}

int gather_story(struct db *db, struct arena *a, const struct actor *who, const struct gather_article *article, int64_t *ret_story_id)
{
	int64_t at = article->published != INSTANT_NONE ? article->published : article->fetched;
	struct q_article known;
	int r = q_article_by_id(db, a, &(struct q_article_by_id_in){ .id = article->id }, &known);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : store_outcome(r);
	*ret_story_id = known.story_id; /* a later reading stays where the article is */
	if (*ret_story_id == DB_NULL)
		r = find_story(db, a, article, at, ret_story_id);
	if (r == 0 && *ret_story_id == DB_NULL)
		r = story_make(db, a, who, utf8_head(article->title.n > 0 ? article->title : SV("Without a title"), TITLE_CHARS), day_of_instant(at), ret_story_id);
	return r < 0 ? ERR_PASS(r) : r;
}

/* The stored claim that asserts the same; DB_NULL if none does surely enough. */
static int64_t find_claim(struct arena *a, const struct stored_story *story, const struct claim *claim, int64_t article_id)
{
	double best = CLAIM_JOIN;
	int64_t found = DB_NULL;
	size_t seen = 0;
	for (size_t i = 0; i < story->n_articles; i++) {
		const struct stored_article *other = &story->articles[i];
		for (size_t k = 0; other->id != article_id && k < other->n_claims && seen < MATCH_MAX; k++, seen++) {
			struct sameness is;
			story_same_claim(a, claim, &other->claims[k], &is);
			if (is.is_blocked || is.score < best)
				continue;
			best = is.score;
			found = other->appearances[k].claim_id;
		}
	}
	return found;
}

static struct db_texts kinds_of(struct arena *a, const struct claim *c)
{
	struct sv *v = ARENA_ARRAY(a, struct sv, CLAIM_KIND_N);
	size_t n = 0;
	for (unsigned k = 0; k < CLAIM_KIND_N; k++)
		if (c->kinds & 1u << k)
			v[n++] = claim_kind_name((enum claim_kind)k);
	return (struct db_texts){ v, n };
}

static struct db_texts reasons_of(struct arena *a, const struct claim *c)
{
	struct sv *v = ARENA_ARRAY(a, struct sv, c->n_reasons);
	for (size_t i = 0; i < c->n_reasons; i++)
		v[i] = sv_cstr(c->reasons[i]);
	return (struct db_texts){ v, c->n_reasons };
}

/* The source that an article names as where it has something from, if the desk knows it. */
static int source_of_via(struct db *db, struct arena *a, struct sv via, int64_t *ret)
{
	struct q_source_name source;
	*ret = DB_NULL;
	if (via.n == 0)
		return 0;
	int r = q_source_by_alias(db, a, &(struct q_source_by_alias_in){ .alias = via }, &source);
	if (r == 0)
		*ret = source.id;
	return r == DB_NONE ? 0 : r;
}

static int add_appearance(struct db *db, struct arena *a, const struct gather_article *article, struct utf8_ruler *text, const struct claim *c, int64_t claim_id, int64_t story_id, int64_t *ret_id)
{
	AUTO_BUF quantities = BUF_INIT(LIMIT_PARSE_OUTPUT), dates = BUF_INIT(LIMIT_PARSE_OUTPUT);
	struct q_appearance_add added = { .id = DB_NULL };
	struct q_appearance_add_in in = {
		.claim_id = claim_id, .revision_id = article->revision_id, .article_id = article->id, .source_id = article->source_id, .story_id = story_id,
		.speaker = sv_or_empty(c->said.speaker), .via = sv_or_empty(c->said.via), .hedge = hedge_kind_name(c->hedge), .is_negated = c->negated,
		.score = c->score, .kinds = kinds_of(a, c), .reasons = reasons_of(a, c), .added_by = DB_NULL,
	};
	appearance_place(text, c->at, c->sentence, &in);
	claims_json_write_quantities(&(struct json_out){ .out = &quantities }, text, c);
	claims_json_write_dates(&(struct json_out){ .out = &dates }, text, c);
	in.quantities = buf_sv(&quantities);
	in.dates = buf_sv(&dates);
	int r = source_of_via(db, a, c->said.via, &in.via_source_id);
	if (r == 0)
		r = q_appearance_add(db, a, &in, &added);
	*ret_id = added.id;
	return r == DB_NONE ? 0 : r;
}

/* The quote and its sentence lie in the text as the database wants them. */
static bool is_placed(const struct claim *c, struct sv text)
{
	return c->at.start < c->at.end && c->sentence.start <= c->at.start && c->at.end <= c->sentence.end && c->sentence.end <= text.n;
}

int gather_claims(struct db *db, struct arena *a, const struct gather_article *article, int64_t story_id, const int64_t *heirs, const int64_t **ret_places)
{
	struct stored_story story;
	struct utf8_ruler text = { .text = article->text };
	int64_t *places = ARENA_ARRAY(a, int64_t, article->n_claims);
	*ret_places = places;
	int r = stored_story(db, a, story_id, &story);
	for (size_t i = 0; r == 0 && i < article->n_claims; i++) {
		const struct claim *c = &article->claims[i];
		places[i] = DB_NULL;
		if (!is_placed(c, article->text))
			continue;
		bool is_heir = heirs != NULL && heirs[i] != DB_NULL;
		struct q_claim_add added = { is_heir ? heirs[i] : find_claim(a, &story, c, article->id) };
		if (added.id == DB_NULL)
			r = q_claim_add(db, a, &(struct q_claim_add_in){ .wording = utf8_head(c->wording, LIMIT_CLAIM_CHARS), .story_id = story_id, .added_by = DB_NULL, .score = c->score }, &added);
		if (r == 0)
			r = add_appearance(db, a, article, &text, c, added.id, story_id, &places[i]);
	}
	if (r == 0)
		r = q_article_count_claims(db, &(struct q_article_count_claims_in){ .id = article->id });
	return r < 0 ? ERR_PASS(r) : store_outcome(r);
}
