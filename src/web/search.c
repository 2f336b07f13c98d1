#include "web/search.h"

#include "base/err.h"
#include "base/limits.h"
#include "web/tmpl.h"

enum { ROWS_MOST = 50 };

bool search_next_piece(struct sv *rest, struct search_piece *ret)
{
	if (rest->n == 0)
		return false;
	ret->is_match = rest->p[0] == 2;
	size_t from = ret->is_match, to = sv_find_char(*rest, ret->is_match ? 3 : 2, from);
	ret->text = sv_sub(*rest, from, to);
	*rest = sv_sub(*rest, ret->is_match ? to + 1 : to, rest->n);
	return true;
}

struct asked {
	struct sv q;
};

static const struct http_field asked_fields[] = {
	HTTP_FIELD(struct asked, q, HTTP_LINE, .label = "The search", .max = LIMIT_SEARCH_CHARS),
};

int search_show(struct web *w)
{
	struct asked in = { 0 };
	struct search_page m = { 0 };
	bool fit = web_read(w, asked_fields, COUNT(asked_fields), &in);
	int r = 0;
	m.q = in.q;
	if (fit && in.q.n > 0)
		r = q_search_claims(w->db, w->a, &(struct q_search_claims_in){ .query = in.q, .n = ROWS_MOST, .skip = 0 }, &m.claims);
	if (r == 0 && fit && in.q.n > 0)
		r = q_search_articles(w->db, w->a, &(struct q_search_articles_in){ .query = in.q, .n = ROWS_MOST, .skip = 0 }, &m.articles);
	if (r != 0)
		return ERR_MUST(r);
	web_title(w, ROUTE_N, SV("Search"));
	tmpl_search(web_out(w), w, &m);
	return 0;
}
