#include "worker/reanchor.h"

#include "base/err.h"
#include "store/appearance.h"
#include "text/utf8.h"

/* The new reading's claim that covers most of the place and is nobody's heir yet. */
static size_t claim_at(const struct gather_article *article, struct span at, const int64_t *heirs)
{
	size_t best = SIZE_MAX, most = 0;
	for (size_t i = 0; i < article->n_claims; i++) {
		size_t shared = span_overlap(article->claims[i].at, at);
		if (shared <= most || heirs[i] != DB_NULL)
			continue;
		most = shared;
		best = i;
	}
	return best;
}

static struct span bytes_of(struct sv text, int32_t start, int32_t end)
{
	return (struct span){ utf8_byte_of(text, (size_t)start), utf8_byte_of(text, (size_t)end) };
}

int reanchor_find(struct arena *a, struct sv before, const struct q_appearance_list *appearances, const struct gather_article *article, struct reanchor *ret)
{
	struct revision_pair pair;
	int32_t day = article->published == INSTANT_NONE ? DAY_NONE : day_of_instant(article->published);
	struct reanchor_link *links = ARENA_ARRAY(a, struct reanchor_link, appearances->n);
	int64_t *heirs = ARENA_ARRAY(a, int64_t, article->n_claims);
	for (size_t i = 0; i < article->n_claims; i++)
		heirs[i] = DB_NULL;
	int r = revision_pair_open(a, before, article->text, day, &pair);
	for (size_t i = 0; r == 0 && i < appearances->n; i++) {
		const struct q_appearance *p = &appearances->v[i];
		links[i] = (struct reanchor_link){ .before = p, .claim = SIZE_MAX };
		revision_anchor(a, &pair, bytes_of(before, p->start_at, p->end_at), bytes_of(before, p->sentence_start, p->sentence_end), &links[i].now);
		if (links[i].now.state != ANCHOR_GONE)
			links[i].claim = claim_at(article, links[i].now.at, heirs);
		if (links[i].claim != SIZE_MAX)
			heirs[links[i].claim] = p->claim_id;
	}
	*ret = (struct reanchor){ links, appearances->n, heirs };
	return r < 0 ? ERR_PASS(r) : 0;
}

/* The old appearance at its new place. Its quantities and dates hold places in the old text, so they stay behind. */
static int carry(struct db *db, struct arena *a, const struct gather_article *article, struct utf8_ruler *text, int64_t story_id, const struct reanchor_link *link, int64_t *ret_id)
{
	const struct q_appearance *p = link->before;
	struct q_appearance_add added = { .id = DB_NULL };
	struct q_appearance_add_in in = {
		.claim_id = p->claim_id, .revision_id = article->revision_id, .article_id = article->id, .source_id = article->source_id, .story_id = story_id,
		.speaker = p->speaker, .via = p->via, .via_source_id = p->via_source_id, .hedge = p->hedge, .is_negated = p->is_negated, .score = p->score,
		.kinds = p->kinds, .reasons = p->reasons, .quantities = SV("[]"), .dates = SV("[]"), .added_by = p->added_by,
	};
	appearance_place(text, link->now.at, link->now.sentence, &in);
	int r = q_appearance_add(db, a, &in, &added);
	*ret_id = added.id;
	return r == DB_NONE ? 0 : r;
}

static struct db_texts parts_of(struct arena *a, unsigned parts)
{
	struct sv *v = ARENA_ARRAY(a, struct sv, EDIT_PART_N);
	size_t n = 0;
	for (unsigned i = 0; i < EDIT_PART_N; i++)
		if (parts & 1u << i)
			v[n++] = edit_part_name((enum edit_part)i);
	return (struct db_texts){ v, n };
}

static int keep_link(struct db *db, struct arena *a, const struct gather_article *article, struct utf8_ruler *text, int64_t story_id, const struct reanchor_link *link, const int64_t *places)
{
	struct q_change_add row;
	int64_t after = link->claim == SIZE_MAX ? DB_NULL : places[link->claim];
	int r = 0;
	if (after == DB_NULL && link->now.state != ANCHOR_GONE)
		r = carry(db, a, article, text, story_id, link, &after);
	if (r != 0)
		return r;
	struct sv why = link->now.state == ANCHOR_GONE ? SV("the sentence is gone") : link->now.state == ANCHOR_MOVED ? SV("it stands elsewhere") : link->now.edit.why;
	r = q_change_add(db, a, &(struct q_change_add_in){ .claim_id = link->before->claim_id, .article_id = article->id, .revision_id = article->revision_id,
	    .before_id = link->before->id, .after_id = after, .state = anchor_state_name(link->now.state), .parts = parts_of(a, link->now.edit.parts),
	    .why = sv_or_empty(why), .sentence = link->now.sentence.end == 0 ? SV("") : sv_sub(article->text, link->now.sentence.start, link->now.sentence.end) }, &row);
	return r == DB_NONE ? 0 : r;
}

int reanchor_keep(struct db *db, struct arena *a, const struct gather_article *article, int64_t story_id, const struct reanchor *in, const int64_t *places)
{
	struct utf8_ruler text = { .text = article->text };
	int r = 0;
	int64_t *ids = ARENA_ARRAY(a, int64_t, in->n);
	for (size_t i = 0; r == 0 && i < in->n; i++) {
		ids[i] = in->links[i].before->claim_id;
		r = keep_link(db, a, article, &text, story_id, &in->links[i], places);
	}
	if (r == 0)
		r = q_claim_count(db, &(struct q_claim_count_in){ .ids = { ids, in->n } });
	return r < 0 ? ERR_PASS(r) : store_outcome(r);
}
