#include "web/article.h"

#include "base/err.h"
#include "text/utf8.h"
#include "web/tmpl.h"

/* Where the walk through the text is: bytes and code points together, so that it is made once. */
struct walk {
	struct sv text;
	size_t byte, cp;
	const struct q_appearance_list *spans;
	size_t next_span;
};

static void step_to(struct walk *k, size_t byte, size_t cp)
{
	while (k->byte < byte && k->cp < cp) {
		size_t n;
		(void)utf8_at(k->text, k->byte, &n);
		k->byte += n;
		k->cp++;
	}
}

/* The next span that begins at or after this place; NULL when there is none. */
static const struct q_appearance *next_span(struct walk *k)
{
	while (k->next_span < k->spans->n && k->spans->v[k->next_span].start_at < (int32_t)k->cp)
		k->next_span++;
	return k->next_span < k->spans->n ? &k->spans->v[k->next_span] : NULL;
}

static void cut_block(struct arena *a, struct walk *k, size_t end, struct article_block *ret)
{
	VEC(struct article_run) runs = { 0 };
	while (k->byte < end) {
		const struct q_appearance *span = next_span(k);
		size_t from = k->byte;
		bool here = span && span->start_at == (int32_t)k->cp && span->end_at > span->start_at;
		step_to(k, end, here ? (size_t)span->end_at : span ? (size_t)span->start_at : SIZE_MAX);
		*VEC_PUSH(a, &runs) = (struct article_run){ sv_sub(k->text, from, k->byte), here ? span : NULL };
	}
	ret->runs = runs.v;
	ret->n = runs.n;
}

void article_blocks(struct arena *a, const struct q_revision_latest *rev, const struct q_appearance_list *spans, struct article_page *ret)
{
	VEC(struct article_block) blocks = { 0 };
	struct walk k = { .text = rev->content, .spans = spans };
	while (k.byte < k.text.n) {
		size_t end = sv_find_char(k.text, '\n', k.byte), kind = blocks.n;
		struct article_block *b = VEC_PUSH(a, &blocks);
		b->is_heading = kind < rev->block_kinds.n && sv_starts(rev->block_kinds.v[kind], SV("h"));
		cut_block(a, &k, end, b);
		step_to(&k, k.text.n, k.cp + 1);
	}
	ret->blocks = blocks.v;
	ret->n_blocks = blocks.n;
}

int article_may_read(struct web *w, bool *ret)
{
	struct q_setting_get setting;
	*ret = web_is_signed_in(w);
	if (*ret)
		return 0;
	int r = q_setting_get(w->db, w->a, &(struct q_setting_get_in){ .name = SV("public_full_text") }, &setting);
	if (r < 0)
		return ERR_PASS(r);
	*ret = r == 0 && sv_eq(setting.value, SV("yes"));
	return 0;
}

static int load_text(struct web *w, struct article_page *m)
{
	int r = article_may_read(w, &m->has_text);
	if (r == 0)
		r = q_appearance_of_article(w->db, w->a, &(struct q_appearance_of_article_in){ .article_id = m->article.id }, &m->appearances);
	if (r == 0 && web_may(w, ROLE_REVIEWER))
		r = q_source_names(w->db, w->a, &m->sources);
	if (r != 0)
		return ERR_MUST(r);
	r = q_revision_latest(w->db, w->a, &(struct q_revision_latest_in){ .article_id = m->article.id }, &m->revision);
	if (r < 0)
		return ERR_PASS(r);
	if (r == 0 && m->has_text)
		article_blocks(w->a, &m->revision, &m->appearances, m);
	return 0;
}

int article_page(struct web *w, struct article_page *m)
{
	int r = q_article_by_id(w->db, w->a, &(struct q_article_by_id_in){ .id = w->args.id }, &m->article);
	if (r == DB_NONE)
		return WEB_NOT_FOUND;
	if (r != 0)
		return ERR_MUST(r);
	bool is_down = sv_eq(m->article.state, SV("taken_down"));
	r = is_down ? 0 : load_text(w, m);
	if (r < 0)
		return ERR_PASS(r);
	if (is_down)
		w->res->status = 410;
	web_title(w, ROUTE_story_list, m->article.title.n ? m->article.title : m->article.url);
	tmpl_article(web_out(w), w, m);
	return 0;
}

int article_show(struct web *w)
{
	return article_page(w, &(struct article_page){ .typed = { .day = DAY_NONE } });
}
