#include "web/queue.h"

#include "base/err.h"
#include "web/tmpl.h"

enum { ROWS_A_PAGE = 50 };
static const char *const states[] = { "unreviewed", "flagged", "reopened", NULL };

struct place {
	int state;
	int64_t page;
};

static const struct http_field place_fields[] = {
	HTTP_FIELD(struct place, state, HTTP_CHOICE, .label = "The state", .choices = states),
	HTTP_FIELD(struct place, page, HTTP_COUNT, .label = "The page"),
};

int queue_show(struct web *w)
{
	struct place in = { 0 };
	struct queue_page m = { 0 };
	struct q_claim_queue_count count;
	if (!web_read(w, place_fields, COUNT(place_fields), &in) || in.page > 10000)
		return WEB_NOT_FOUND;
	m.state = in.state >= 0 ? sv_cstr(states[in.state]) : SV("");
	m.page = in.page > 0 ? in.page : 1;
	int r = q_claim_queue(w->db, w->a, &(struct q_claim_queue_in){ .state = m.state, .n = ROWS_A_PAGE + 1, .skip = (int32_t)(m.page - 1) * ROWS_A_PAGE }, &m.claims);
	if (r == 0)
		r = q_claim_queue_count(w->db, w->a, &(struct q_claim_queue_count_in){ .state = m.state }, &count);
	if (r == 0 && web_is_signed_in(w))
		r = q_flag_of_person(w->db, w->a, &(struct q_flag_of_person_in){ .person_id = w->session.person_id }, &m.flags);
	if (r != 0)
		return ERR_MUST(r);
	m.n_all = count.n;
	m.has_next = m.claims.n > ROWS_A_PAGE;
	m.claims.n = m.has_next ? ROWS_A_PAGE : m.claims.n;
	web_title(w, ROUTE_queue_show, SV("Queue"));
	tmpl_queue(web_out(w), w, &m);
	return 0;
}
