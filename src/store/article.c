#include "store/article.h"

#include "base/err.h"

int article_keep_snapshot(struct db *db, struct arena *a, const struct article_snapshot *in, int64_t *ret_id)
{
	AUTO_TRANSACTION t = { 0 };
	struct q_snapshot_add row = { .id = DB_NULL };
	int r = db_begin(db, &t);
	if (r == 0 && in->body_sha256.p != NULL)
		r = q_body_add(db, &(struct q_body_add_in){ .sha256 = in->body_sha256, .size = in->body_size, .zstd = in->body_zstd });
	if (r == 0)
		r = q_snapshot_add(db, a, &(struct q_snapshot_add_in){ .job_id = in->job_id, .url = in->url, .request_head = in->request_head, .status = in->status,
		    .response_head = in->response_head, .content_type = in->content_type, .body_sha256 = in->body_sha256, .address = in->address,
		    .started = in->started, .ended = in->ended }, &row);
	*ret_id = row.id;
	return store_end(&t, r == DB_NONE ? 0 : r);
}

static int add_or_reread(struct db *db, struct arena *a, const struct article_reading *in, struct article_place *ret)
{
	struct q_article_version known;
	struct q_article_add added;
	int r = q_article_by_url(db, a, &(struct q_article_by_url_in){ .url = in->url }, &known);
	if (r == 0) {
		ret->article_id = known.id;
		if (!sv_eq(known.state, SV("ok")))
			return DB_REFUSED;
		return q_article_reread(db, &(struct q_article_reread_in){ .id = known.id, .source_id = in->source_id, .title = in->title, .byline = in->byline,
		    .published = in->published, .modified = in->modified, .lang = in->lang, .agency = in->agency });
	}
	if (r != DB_NONE)
		return r;
	r = q_article_add(db, a, &(struct q_article_add_in){ .url = in->url, .source_id = in->source_id, .title = in->title, .byline = in->byline,
	    .published = in->published, .modified = in->modified, .lang = in->lang, .agency = in->agency }, &added);
	if (r == DB_NONE)
		return DB_BUSY; /* another worker was quicker: the next try finds it */
	if (r == 0) {
		ret->article_id = added.id;
		ret->is_new = true;
		r = q_article_url_add(db, &(struct q_article_url_add_in){ .url = in->url, .article_id = added.id, .why = SV("fetched") });
	}
	return r;
}

static int add_text(struct db *db, struct arena *a, const struct article_reading *in, struct article_place *ret)
{
	struct q_revision_add added;
	struct q_revision_latest newest;
	int r = in->says_the_same ? DB_NONE : q_revision_add(db, a, &(struct q_revision_add_in){ .article_id = ret->article_id, .title = in->title, .content = in->text,
	    .block_kinds = in->block_kinds, .text_sha256 = in->text_sha256, .snapshot_id = in->snapshot_id, .notice = in->notice.p == NULL ? SV("") : in->notice }, &added);
	if (r == 0) {
		ret->revision_id = added.id;
		ret->is_new_text = true;
	}
	if (r != DB_NONE)
		return r;
	r = q_revision_latest(db, a, &(struct q_revision_latest_in){ .article_id = ret->article_id }, &newest);
	if (r == 0)
		ret->revision_id = newest.id;
	return r;
}

int article_save(struct db *db, struct arena *a, const struct actor *who, const struct article_reading *in, struct article_place *ret)
{
	AUTO_TRANSACTION t = { 0 };
	*ret = (struct article_place){ 0 };
	int r = db_begin(db, &t);
	if (r == 0)
		r = add_or_reread(db, a, in, ret);
	for (size_t i = 0; r == 0 && i < in->n_aliases; i++)
		r = q_article_url_add(db, &(struct q_article_url_add_in){ .url = in->aliases[i], .article_id = ret->article_id, .why = sv_cstr(in->alias_whys[i]) });
	if (r == 0)
		r = add_text(db, a, in, ret);
	if (r == 0 && in->snapshot_id != DB_NULL)
		r = q_snapshot_set_article(db, &(struct q_snapshot_set_article_in){ .id = in->snapshot_id, .article_id = ret->article_id });
	if (r == 0 && ret->is_new_text)
		r = store_audit(db, a, who, ret->is_new ? SV("article.new") : SV("article.revision"), SV("article"), ret->article_id,
		    FACTS({ "url", in->url }, { "title", in->title }));
	return store_end(&t, r);
}

int article_correct(struct db *db, struct arena *a, const struct actor *who, const struct article_correction *in)
{
	AUTO_TRANSACTION t = { 0 };
	struct q_article before;
	struct q_article_correct row;
	struct sv day = in->published == INSTANT_NONE ? SV("unknown") : instant_iso(a, in->published);
	int r = db_begin(db, &t);
	if (r == 0)
		r = q_article_by_id(db, a, &(struct q_article_by_id_in){ .id = in->id }, &before);
	if (r == 0 && !sv_eq(before.state, SV("ok")))
		r = DB_REFUSED;
	if (r != 0)
		return store_end(&t, r);
	r = q_article_correct(db, a, &(struct q_article_correct_in){ .id = in->id, .version = in->version, .title = in->title, .published = in->published,
	    .source_id = in->source_id }, &row);
	if (r == DB_NONE) {
		db_end(&t);
		r = store_keep_edit(db, a, who, SV("article"), in->id, in->version, FACTS({ "title", in->title }, { "published", day }));
		return r < 0 ? ERR_PASS(r) : STORE_STALE;
	}
	if (r == 0)
		r = q_article_appearances_source(db, &(struct q_article_appearances_source_in){ .id = in->id, .source_id = in->source_id });
	if (r == 0)
		r = store_audit(db, a, who, SV("article.correct"), SV("article"), in->id,
		    FACTS({ "title_before", before.title }, { "title", in->title }, { "published", day }));
	return store_end(&t, r);
}

/* The text and every quote of it; the grid is drawn again without the article. */
static int clear(struct db *db, int64_t id, int64_t story_id)
{
	int r = q_revision_clear(db, &(struct q_revision_clear_in){ .article_id = id });
	if (r == 0)
		r = q_appearance_clear(db, &(struct q_appearance_clear_in){ .article_id = id });
	if (r == 0)
		r = q_change_clear(db, &(struct q_change_clear_in){ .article_id = id });
	if (r == 0 && story_id != DB_NULL)
		r = q_grid_clear_article(db, &(struct q_grid_clear_article_in){ .story_id = story_id, .article_id = id });
	return r;
}

int article_take_down(struct db *db, struct arena *a, const struct actor *who, int64_t id, int32_t version, struct sv reason)
{
	AUTO_TRANSACTION t = { 0 };
	struct q_article before;
	struct q_article_take_down row;
	int r = db_begin(db, &t);
	if (r == 0)
		r = q_article_by_id(db, a, &(struct q_article_by_id_in){ .id = id }, &before);
	if (r == 0 && !sv_eq(before.state, SV("ok")))
		r = DB_REFUSED;
	if (r != 0)
		return store_end(&t, r);
	r = q_article_take_down(db, a, &(struct q_article_take_down_in){ .id = id, .version = version, .reason = reason }, &row);
	if (r == DB_NONE)
		return STORE_STALE;
	if (r == 0)
		r = clear(db, id, row.story_id);
	if (r == 0)
		r = store_audit(db, a, who, SV("article.take_down"), SV("article"), id, FACTS({ "reason", reason }, { "url", before.url }));
	return store_end(&t, r);
}

int article_pin(struct db *db, struct arena *a, const struct actor *who, int64_t id, int32_t version, bool is_pinned)
{
	AUTO_TRANSACTION t = { 0 };
	struct q_article is;
	struct q_article_pin row;
	int r = db_begin(db, &t);
	if (r == 0)
		r = q_article_by_id(db, a, &(struct q_article_by_id_in){ .id = id }, &is);
	if (r == 0 && !sv_eq(is.state, SV("ok")))
		r = DB_REFUSED;
	if (r != 0)
		return store_end(&t, r);
	r = q_article_pin(db, a, &(struct q_article_pin_in){ .id = id, .version = version, .is_pinned = is_pinned }, &row);
	if (r == DB_NONE)
		return STORE_STALE;
	if (r == 0)
		r = store_audit(db, a, who, is_pinned ? SV("article.pin") : SV("article.unpin"), SV("article"), id, FACTS({ "url", is.url }));
	return store_end(&t, r);
}
