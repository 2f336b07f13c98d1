#include "web/home.h"

#include "base/err.h"
#include "base/limits.h"
#include "web/tmpl.h"

enum { HOME_ROWS = 8 };

const struct home_sign home_signs[] = {
#define SIGN(word, css, label, meaning) { SV_INIT(word), SV_INIT(css), SV_INIT(label), SV_INIT(meaning) },
#include "web/signs.def"
#undef SIGN
};
const size_t home_signs_n = COUNT(home_signs);

const struct home_sign *home_sign(struct sv word)
{
	for (size_t i = 0; i < COUNT(home_signs); i++)
		if (sv_eq(home_signs[i].word, word))
			return &home_signs[i];
	return &home_signs[COUNT(home_signs) - 1];
}

int home_how(struct web *w)
{
	web_title(w, ROUTE_home_how, SV("How it works"));
	tmpl_how(web_out(w), w);
	return 0;
}

int home_show(struct web *w)
{
	struct home_page m;
	int r = q_story_recent(w->db, w->a, &(struct q_story_recent_in){ .n = HOME_ROWS, .skip = 0 }, &m.stories);
	if (r == 0)
		r = q_claim_contradicted(w->db, w->a, &(struct q_claim_contradicted_in){ .n = HOME_ROWS }, &m.contradicted);
	if (r == 0)
		r = q_claim_rated(w->db, w->a, &(struct q_claim_rated_in){ .rating = SV("disputed"), .n = HOME_ROWS }, &m.disputed);
	if (r == 0)
		r = q_article_recent(w->db, w->a, &(struct q_article_recent_in){ .n = HOME_ROWS, .skip = 0 }, &m.articles);
	if (r != 0)
		return ERR_MUST(r);
	web_title(w, ROUTE_home_show, SV("Front page"));
	tmpl_home(web_out(w), w, &m);
	return 0;
}

struct box {
	struct sv q;
};

static const struct http_field box_fields[] = {
	HTTP_FIELD(struct box, q, HTTP_LINE, .label = "The text to look for", .max = LIMIT_URL),
};

static bool is_address(struct sv s)
{
	return sv_starts_icase(s, SV("http://")) || sv_starts_icase(s, SV("https://"));
}

int home_go(struct web *w)
{
	struct box in = { 0 };
	bool fit = web_read(w, box_fields, COUNT(box_fields), &in);
	struct link to = fit && is_address(in.q) ? LINK(submit_form) : LINK(search_show);
	AUTO_BUF query = BUF_INIT(4 * LIMIT_URL);
	page_url_part(&query, in.q);
	w->res->status = 303;
	w->res->location = arena_printf(w->a, "%s?%s=" SV_FMT, to.path, fit && is_address(in.q) ? "urls" : "q", SV_ARG(buf_sv(&query)));
	return 0;
}
