#include "worker/stored.h"

#include "base/err.h"
#include "base/limits.h"
#include "base/vec.h"
#include "json/json_out.h"
#include "wire/claims_json.h"

static void put_number(struct json_out *j, const char *key, int64_t v)
{
	json_out_key(j, key);
	json_out_i64(j, v);
}

static void put_text(struct json_out *j, const char *key, struct sv s)
{
	json_out_key(j, key);
	json_out_sv_or_null(j, s.n == 0 ? SV_NONE : s);
}

static void put_texts(struct json_out *j, const char *key, struct db_texts list)
{
	json_out_key(j, key);
	json_out_array(j);
	for (size_t i = 0; i < list.n; i++)
		json_out_sv(j, list.v[i]);
	json_out_array_end(j);
}

/* An appearance in the shape of wire/claims_json.h, so that one reader checks what comes from the parser and from here. */
static void put_appearance(struct json_out *j, const struct q_appearance *p)
{
	json_out_object(j);
	put_text(j, "quote", p->quote);
	put_number(j, "start", p->start_at);
	put_number(j, "end", p->end_at);
	put_number(j, "sentence_start", p->sentence_start);
	put_number(j, "sentence_end", p->sentence_end);
	json_out_key(j, "score");
	json_out_f64(j, p->score);
	put_texts(j, "kinds", p->kinds);
	put_texts(j, "reasons", p->reasons);
	put_text(j, "speaker", p->speaker);
	put_text(j, "via", p->via);
	if (p->hedge.n > 0)
		put_text(j, "hedge", p->hedge);
	json_out_key(j, "negated");
	json_out_bool(j, p->is_negated);
	json_out_key(j, "quantities");
	json_out_raw(j, p->quantities);
	json_out_key(j, "dates");
	json_out_raw(j, p->dates);
	json_out_object_end(j);
}

static int read_claims(struct arena *a, struct stored_article *article)
{
	AUTO_BUF text = BUF_INIT(LIMIT_JOB_ARENA);
	struct json_out j = { .out = &text };
	struct claims_file file;
	AUTO_JSON json = NULL;
	json_out_object(&j);
	json_out_key(&j, "claims");
	json_out_array(&j);
	for (size_t i = 0; i < article->n_claims; i++)
		put_appearance(&j, &article->appearances[i]);
	json_out_array_end(&j);
	json_out_object_end(&j);
	int r = json_read(buf_sv(&text), &json);
	if (r == 0)
		r = claims_json_read(a, json, article->text, &file);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : ERR_NEW(-1, "article %lld: its stored claims do not fit its text", (long long)article->id);
	article->claims = file.claims.v;
	return 0;
}

static int read_article(struct db *db, struct arena *a, const struct q_article_line *line, const struct q_appearance_list *all, struct stored_article *ret)
{
	struct q_revision_latest revision;
	*ret = (struct stored_article){ .id = line->id, .source_id = line->source_id, .source = line->source_name, .title = line->title, .published = line->published };
	int r = q_revision_latest(db, a, &(struct q_revision_latest_in){ .article_id = line->id }, &revision);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : 0;
	ret->text = revision.content;
	for (size_t i = 0; i < all->n; i++) {
		if (all->v[i].article_id != line->id)
			continue;
		if (ret->n_claims++ == 0)
			ret->appearances = &all->v[i];
	}
	r = read_claims(a, ret);
	return r < 0 ? ERR_PASS(r) : 0;
}

int stored_story(struct db *db, struct arena *a, int64_t story_id, struct stored_story *ret)
{
	struct q_article_line_list lines;
	struct q_appearance_list all;
	VEC(struct stored_article) articles = { 0 };
	int r = q_article_of_story(db, a, &(struct q_article_of_story_in){ .story_id = story_id }, &lines);
	if (r == 0)
		r = q_appearance_of_story(db, a, &(struct q_appearance_of_story_in){ .story_id = story_id }, &all);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : r;
	for (size_t i = 0; i < lines.n; i++) {
		if (!sv_eq(lines.v[i].state, SV("ok")))
			continue;
		r = read_article(db, a, &lines.v[i], &all, VEC_PUSH(a, &articles));
		if (r != 0)
			return r < 0 ? ERR_PASS(r) : r;
	}
	*ret = (struct stored_story){ articles.v, articles.n };
	return 0;
}
