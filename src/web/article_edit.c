/* The forms of an article's page: a missed claim, corrections, taking down. */
#include "base/err.h"
#include "base/limits.h"
#include "store/article.h"
#include "store/review.h"
#include "text/utf8.h"
#include "web/article.h"

struct form {
	int64_t version, revision, source;
	struct sv title, quote, wording, reason;
	int32_t day;
};

#define VERSION_FIELD HTTP_FIELD(struct form, version, HTTP_ID, .label = "The version", .required = true)

static const struct http_field claim_fields[] = {
	HTTP_FIELD(struct form, revision, HTTP_ID, .label = "The revision", .required = true),
	HTTP_FIELD(struct form, quote, HTTP_LINES, .label = "The passage", .max = LIMIT_CLAIM_CHARS, .required = true),
	HTTP_FIELD(struct form, wording, HTTP_LINE, .label = "The wording", .max = LIMIT_CLAIM_CHARS),
};
static const struct http_field correct_fields[] = {
	VERSION_FIELD,
	HTTP_FIELD(struct form, title, HTTP_LINE, .label = "The title", .max = 500, .required = true),
	HTTP_FIELD(struct form, day, HTTP_DAY, .label = "The day"),
	HTTP_FIELD(struct form, source, HTTP_ID, .label = "The source", .required = true),
};
static const struct http_field down_fields[] = {
	VERSION_FIELD,
	HTTP_FIELD(struct form, reason, HTTP_LINES, .label = "The reason", .max = LIMIT_NOTE_CHARS, .required = true),
};

static int show_again(struct web *w, const struct form *in, bool is_stale)
{
	struct article_page m = { .is_stale = is_stale, .typed = { in->title, in->quote, in->wording, in->reason, in->day, in->source } };
	if (is_stale)
		w->res->status = 409;
	return article_page(w, &m);
}

static int after(struct web *w, const struct form *in, int r, struct link to, const char *done)
{
	if (r < 0)
		return ERR_PASS(r);
	if (r == STORE_MISSING)
		return WEB_NOT_FOUND;
	if (r == STORE_DENIED)
		web_problem(w, "", SV("That can't be done with this article as it is."));
	if (r == STORE_BUSY)
		web_problem(w, "", SV("The database was busy; send it again."));
	return r == 0 ? web_redirect(w, to, done) : show_again(w, in, r == STORE_STALE);
}

/* The passage's place in the newest text; false where it does not stand there. */
static bool find_passage(const struct q_revision_latest *rev, const struct form *in, struct review_selection *ret)
{
	size_t at = sv_find(rev->content, in->quote, 0);
	if (at == rev->content.n)
		return false;
	ret->start = (int32_t)utf8_count(sv_sub(rev->content, 0, at));
	ret->end = ret->start + (int32_t)utf8_count(in->quote);
	return true;
}

int article_add_claim(struct web *w)
{
	struct form in = { .day = DAY_NONE };
	struct actor who = web_actor(w);
	struct q_revision_latest rev;
	int64_t claim = 0;
	bool fit = web_read(w, claim_fields, COUNT(claim_fields), &in);
	in.day = DAY_NONE;
	if (!fit)
		return show_again(w, &in, false);
	int r = q_revision_latest(w->db, w->a, &(struct q_revision_latest_in){ .article_id = w->args.id }, &rev);
	if (r != 0)
		return r < 0 ? ERR_PASS(r) : WEB_NOT_FOUND;
	struct review_selection s = { .article_id = w->args.id, .revision_id = in.revision, .quote = in.quote, .wording = in.wording };
	if (!find_passage(&rev, &in, &s)) {
		web_problem(w, "quote", SV("The passage does not stand in the article like this. Select it in the text, within one paragraph."));
		return show_again(w, &in, false);
	}
	r = review_add_claim(w->db, w->a, &who, &s, &claim);
	return after(w, &in, r, LINK(claim_show, .id = claim ? claim : 1), "claim");
}

int article_correct_form(struct web *w)
{
	struct form in = { .day = DAY_NONE };
	struct actor who = web_actor(w);
	if (!web_read(w, correct_fields, COUNT(correct_fields), &in))
		return show_again(w, &in, false);
	struct article_correction c = { .id = w->args.id, .version = web_version(in.version), .title = in.title, .source_id = in.source,
		.published = in.day == DAY_NONE ? INSTANT_NONE : in.day * CLOCK_DAY };
	return after(w, &in, article_correct(w->db, w->a, &who, &c), LINK(article_show, .id = w->args.id), "corrected");
}

int article_down(struct web *w)
{
	struct form in = { .day = DAY_NONE };
	struct actor who = web_actor(w);
	bool fit = web_read(w, down_fields, COUNT(down_fields), &in);
	in.day = DAY_NONE;
	if (!fit)
		return show_again(w, &in, false);
	int r = article_take_down(w->db, w->a, &who, w->args.id, web_version(in.version), in.reason);
	return after(w, &in, r, LINK(article_show, .id = w->args.id), "down");
}
