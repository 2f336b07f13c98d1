#include "store/story.h"

#include "base/err.h"

int story_make(struct db *db, struct arena *a, const struct actor *who, struct sv title, int32_t day, int64_t *ret_id)
{
	AUTO_TRANSACTION t = { 0 };
	struct q_story_add row;
	int r = db_begin(db, &t);
	if (r == 0)
		r = q_story_add(db, a, &(struct q_story_add_in){ .title = title, .first_day = day, .last_day = day }, &row);
	if (r == 0)
		r = store_audit(db, a, who, SV("story.new"), SV("story"), *ret_id = row.id, FACTS({ "title", title }));
	return store_end(&t, r);
}

int story_put_article(struct db *db, struct arena *a, const struct actor *who, int64_t story_id, int64_t article_id)
{
	AUTO_TRANSACTION t = { 0 };
	struct q_story_lock story;
	int r = db_begin(db, &t);
	if (r == 0)
		r = q_story_lock(db, a, &(struct q_story_lock_in){ .id = story_id }, &story);
	if (r == 0)
		r = q_article_set_story(db, &(struct q_article_set_story_in){ .id = article_id, .story_id = story_id });
	if (r == 0)
		r = q_appearance_set_story(db, &(struct q_appearance_set_story_in){ .article_id = article_id, .story_id = story_id });
	if (r == 0)
		r = q_claim_story_of_article(db, &(struct q_claim_story_of_article_in){ .article_id = article_id, .story_id = story_id });
	if (r == 0)
		r = store_audit(db, a, who, SV("story.join"), SV("story"), story_id, FACTS({ "article", arena_printf(a, "%lld", (long long)article_id) }));
	return store_end(&t, r);
}

int story_rename(struct db *db, struct arena *a, const struct actor *who, int64_t id, int32_t version, struct sv title)
{
	AUTO_TRANSACTION t = { 0 };
	struct q_story before;
	struct q_story_rename row;
	int r = db_begin(db, &t);
	if (r == 0)
		r = q_story_by_id(db, a, &(struct q_story_by_id_in){ .id = id }, &before);
	if (r != 0)
		return store_end(&t, r);
	r = q_story_rename(db, a, &(struct q_story_rename_in){ .id = id, .version = version, .title = title }, &row);
	if (r == DB_NONE)
		return STORE_STALE;
	if (r == 0)
		r = store_audit(db, a, who, SV("story.rename"), SV("story"), id, FACTS({ "before", before.title }, { "title", title }));
	return store_end(&t, r);
}

static int drop_grid(struct db *db, int64_t id)
{
	int r = q_grid_drop_rows(db, &(struct q_grid_drop_rows_in){ .story_id = id });
	if (r == 0)
		r = q_grid_drop_columns(db, &(struct q_grid_drop_columns_in){ .story_id = id });
	if (r == 0)
		r = q_relation_drop(db, &(struct q_relation_drop_in){ .story_id = id });
	return r;
}

static int add_grid(struct db *db, const struct story_grid *in)
{
	int r = 0;
	for (size_t i = 0; r == 0 && i < in->n_columns; i++)
		r = q_grid_add_column(db, &(struct q_grid_add_column_in){ .story_id = in->story_id, .pos = (int32_t)i, .article_id = in->columns[i] });
	for (size_t i = 0; r == 0 && i < in->n_rows; i++) {
		struct q_grid_add_row_in row = in->rows[i];
		row.story_id = in->story_id;
		row.pos = (int32_t)i;
		r = q_grid_add_row(db, &row);
	}
	struct q_relation_add_in relations = in->relations;
	relations.story_id = in->story_id;
	return r == 0 && relations.a_ids.n > 0 ? q_relation_add(db, &relations) : r;
}

int story_replace_grid(struct db *db, struct arena *a, const struct story_grid *in)
{
	AUTO_TRANSACTION t = { 0 };
	struct q_story_lock story;
	int r = db_begin(db, &t);
	if (r == 0)
		r = q_story_lock(db, a, &(struct q_story_lock_in){ .id = in->story_id }, &story);
	if (r == 0)
		r = drop_grid(db, in->story_id);
	if (r == 0)
		r = add_grid(db, in);
	int64_t *ids = ARENA_ARRAY(a, int64_t, in->n_claims);
	for (size_t i = 0; i < in->n_claims; i++)
		ids[i] = in->claims[i].claim_id;
	if (r == 0)
		r = q_claim_count(db, &(struct q_claim_count_in){ .ids = { ids, in->n_claims } });
	for (size_t i = 0; r == 0 && i < in->n_claims; i++)
		r = q_claim_set_priority(db, &(struct q_claim_set_priority_in){ .id = ids[i], .n_disagreements = in->claims[i].n_disagreements,
		    .priority = in->claims[i].priority, .reasons = in->claims[i].reasons });
	if (r == 0)
		r = q_story_count(db, &(struct q_story_count_in){ .id = in->story_id, .n_disagreements = in->n_disagreements });
	return store_end(&t, r);
}
