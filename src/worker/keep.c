#include "worker/keep.h"

#include "base/err.h"
#include "base/limits.h"
#include "base/vec.h"
#include "crypt/crypt.h"
#include "crypt/pack.h"
#include "store/article.h"
#include "store/source.h"
#include "store/story.h"
#include "text/url.h"
#include "worker/gather.h"
#include "worker/reanchor.h"
#include "worker/recheck.h"
#include "worker/redraw.h"

static int keep_snapshot(struct db *db, struct arena *a, const struct keep *in, int64_t *ret_id)
{
	const struct fetch *f = in->fetch;
	struct article_snapshot s = { .job_id = in->lease->id, .url = f->final_url, .request_head = f->request_head, .response_head = f->response_head,
		.content_type = f->content_type, .address = f->address, .status = f->status, .started = f->started, .ended = f->ended };
	struct crypt_hash hash = crypt_sha256(f->wire_body);
	int r = f->outcome == FETCH_UNCHANGED ? 0 : pack_close(a, f->wire_body, &s.body_zstd);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : ERR_NEW(-1, "compressing a snapshot");
	if (f->outcome != FETCH_UNCHANGED) {
		s.body_sha256 = crypt_hash_sv(&hash);
		s.body_size = (int64_t)f->wire_body.n;
	}
	r = article_keep_snapshot(db, a, &s, ret_id);
	return r < 0 ? ERR_PASS(r) : r;
}

/* The article as it was before this reading, and what it says. */
struct before {
	bool is_known;
	struct q_revision_latest text;
	struct q_appearance_list appearances;
};

static int look_before(struct db *db, struct arena *a, struct sv url, struct before *ret)
{
	struct q_article_version known;
	*ret = (struct before){ 0 };
	int r = q_article_by_url(db, a, &(struct q_article_by_url_in){ .url = url }, &known);
	if (r == 0)
		r = q_revision_latest(db, a, &(struct q_revision_latest_in){ .article_id = known.id }, &ret->text);
	ret->is_known = r == 0;
	if (r == 0)
		r = q_appearance_of_article(db, a, &(struct q_appearance_of_article_in){ .article_id = known.id }, &ret->appearances);
	return r == DB_NONE ? 0 : r;
}

/* A line by which the site owns up to a change and which was not there before. */
static struct sv find_notice(const struct article *article, struct sv before)
{
	for (size_t i = 0; i < article->n_blocks; i++) {
		const struct block *b = &article->blocks[i];
		if ((b->kind == BLOCK_CORRECTION || revision_is_notice(b->text)) && sv_find(before, b->text, 0) == before.n)
			return b->text;
	}
	return SV("");
}

/* URLs that lead to an article, each once and with why. */
struct alias_list {
	VEC(struct sv) urls;
	VEC(const char *) whys;
};

static void add_alias(struct arena *a, struct alias_list *list, struct sv url, const char *why)
{
	struct url u;
	if (!url_parse(a, url, NULL, &u))
		return;
	*VEC_PUSH(a, &list->urls) = url_identity(a, &u);
	*VEC_PUSH(a, &list->whys) = why;
}

/* A page's word on its own address is only a hint: believed where it names another page of the same site. */
static void add_canonical(struct arena *a, struct alias_list *list, const struct url *final, struct sv canonical)
{
	struct url u;
	if (canonical.n == 0 || !url_parse(a, canonical, final, &u) || u.path.n < 2)
		return;
	if (sv_eq(url_site(a, u.host), url_site(a, final->host)))
		add_alias(a, list, url_href(a, &u), "canonical");
}

static struct db_texts byline_of(struct arena *a, const struct article *article)
{
	struct sv *v = ARENA_ARRAY(a, struct sv, article->n_authors);
	for (size_t i = 0; i < article->n_authors; i++)
		v[i] = article->authors[i].value;
	return (struct db_texts){ v, article->n_authors };
}

static struct db_texts kinds_of(struct arena *a, const struct article *article)
{
	struct sv *v = ARENA_ARRAY(a, struct sv, article->n_blocks);
	for (size_t i = 0; i < article->n_blocks; i++)
		v[i] = block_kind_name(article->blocks[i].kind);
	return (struct db_texts){ v, article->n_blocks };
}

static int save_article(struct db *db, struct arena *a, const struct actor *who, const struct keep *in, const struct url *final, const struct before *before,
    struct article_reading *reading, struct article_place *ret)
{
	const struct article *article = &in->answer->article;
	struct alias_list aliases = { 0 };
	add_alias(a, &aliases, in->lease->url, "submitted");
	for (size_t i = 0; i < in->fetch->n_hops; i++)
		add_alias(a, &aliases, in->fetch->hops[i], "redirect");
	add_canonical(a, &aliases, final, article->canonical.value);
	reading->aliases = aliases.urls.v;
	reading->alias_whys = aliases.whys.v;
	reading->n_aliases = aliases.urls.n;
	if (before->is_known) {
		reading->notice = find_notice(article, before->text.content);
		reading->says_the_same = revision_is_same(a, before->text.title, reading->title) && revision_is_same(a, before->text.content, reading->text);
	}
	int r = article_save(db, a, who, reading, ret);
	return r < 0 ? ERR_PASS(r) : r;
}

static int keep_article(struct db *db, struct arena *a, const struct actor *who, const struct keep *in, int64_t snapshot_id, struct before *before, struct article_place *ret,
    int64_t *ret_source)
{
	const struct article *article = &in->answer->article;
	struct url final;
	if (!url_parse(a, in->fetch->final_url, NULL, &final))
		return ERR_NEW(-1, "the fetched address is none");
	int r = source_for_host(db, a, who, final.host, url_site(a, final.host), sv_or_empty(article->site.value), ret_source);
	if (r == 0)
		r = look_before(db, a, url_identity(a, &final), before);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : r;
	struct crypt_hash hash = crypt_sha256(in->answer->text);
	struct article_reading reading = { .url = url_identity(a, &final), .source_id = *ret_source, .title = sv_or_empty(article->title.value),
		.lang = sv_or_empty(article->lang.value), .agency = sv_or_empty(article->agency.value), .byline = byline_of(a, article),
		.published = article->published.at, .modified = article->modified.at, .text = in->answer->text, .block_kinds = kinds_of(a, article),
		.text_sha256 = crypt_hash_sv(&hash), .snapshot_id = snapshot_id };
	r = save_article(db, a, who, in, &final, before, &reading, ret);
	return r < 0 ? ERR_PASS(r) : r;
}

/* Its claims, those of the text before found again in the new one. */
static int keep_claims(struct db *db, struct arena *a, const struct gather_article *article, int64_t story_id, const struct before *before)
{
	struct reanchor found = { 0 };
	const int64_t *places;
	int r = before->is_known ? reanchor_find(a, before->text.content, &before->appearances, article, &found) : 0;
	if (r == 0)
		r = gather_claims(db, a, article, story_id, found.heirs, &places);
	if (r == 0 && before->is_known)
		r = reanchor_keep(db, a, article, story_id, &found, places);
	return r < 0 ? ERR_PASS(r) : r;
}

/* Into its story, with its claims, and the story's grid drawn again. */
static int keep_story(struct db *db, struct arena *a, const struct actor *who, const struct keep *in, const struct article_place *place, int64_t source_id, const struct before *before)
{
	const struct parser_answer *is = in->answer;
	struct gather_article article = { .id = place->article_id, .revision_id = place->revision_id, .source_id = source_id, .published = is->article.published.at,
		.fetched = in->fetch->ended, .title = is->article.title.value, .text = is->text, .claims = is->claims.claims.v, .n_claims = is->claims.claims.n };
	int64_t story_id;
	int r = gather_story(db, a, who, &article, &story_id);
	if (r == 0 && place->is_new)
		r = story_put_article(db, a, who, story_id, article.id);
	if (r == 0)
		r = keep_claims(db, a, &article, story_id, before);
	if (r == 0)
		r = redraw_story(db, a, story_id);
	return r < 0 ? ERR_PASS(r) : r;
}

/* The job's end and the plan for the next look, in the transaction of what it brought. */
static int end_job(struct db *db, struct arena *a, const struct keep *in, int64_t article_id)
{
	struct q_job_done done;
	int r = q_article_checked(db, &(struct q_article_checked_in){ .id = article_id });
	return r == 0 ? q_job_done(db, a, &(struct q_job_done_in){ .id = in->lease->id, .lease_token = in->lease->lease_token, .article_id = article_id }, &done) : r;
}

int keep_reading(struct db *db, struct arena *a, const struct actor *who, const struct keep *in)
{
	AUTO_TRANSACTION t = { 0 };
	struct article_place place;
	struct before before;
	int64_t snapshot_id = DB_NULL, source_id = DB_NULL;
	int r = db_begin(db, &t);
	if (r == 0)
		r = keep_snapshot(db, a, in, &snapshot_id);
	if (r == 0)
		r = keep_article(db, a, who, in, snapshot_id, &before, &place, &source_id);
	if (r == 0 && place.is_new_text)
		r = keep_story(db, a, who, in, &place, source_id, &before);
	if (r == 0 && place.is_new)
		r = recheck_plan(db, place.article_id, in->answer->article.published.at, in->fetch->ended);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : r;
	r = end_job(db, a, in, place.article_id);
	if (r == 0)
		r = db_commit(&t);
	return r < 0 ? ERR_PASS(r) : store_outcome(r);
}

int keep_unchanged(struct db *db, struct arena *a, const struct keep *in)
{
	AUTO_TRANSACTION t = { 0 };
	struct q_article_version known;
	int64_t snapshot_id = DB_NULL;
	int r = db_begin(db, &t);
	if (r == 0)
		r = q_article_by_url(db, a, &(struct q_article_by_url_in){ .url = in->lease->url }, &known);
	if (r == 0)
		r = keep_snapshot(db, a, in, &snapshot_id);
	if (r == 0 && snapshot_id != DB_NULL)
		r = q_snapshot_set_article(db, &(struct q_snapshot_set_article_in){ .id = snapshot_id, .article_id = known.id });
	if (r == 0)
		r = end_job(db, a, in, known.id);
	if (r == 0)
		r = db_commit(&t);
	return r < 0 ? ERR_PASS(r) : store_outcome(r);
}
