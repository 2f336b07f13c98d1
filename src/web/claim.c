#include "web/claim.h"

#include "base/err.h"
#include "text/utf8.h"
#include "web/tmpl.h"

enum { HISTORY_ROWS = 50 };

static const struct {
	struct sv relation, css;
} relations[] = {
	{ SV_INIT("equal"), SV_INIT("agree") },
	{ SV_INIT("rounding"), SV_INIT("agree") },
	{ SV_INIT("overlap"), SV_INIT("agree") },
	{ SV_INIT("implied"), SV_INIT("implied") },
	{ SV_INIT("differ"), SV_INIT("differ") },
	{ SV_INIT("contradict"), SV_INIT("contra") },
};

struct sv claim_relation_css(struct sv relation)
{
	for (size_t i = 0; i < COUNT(relations); i++)
		if (sv_eq(relations[i].relation, relation))
			return relations[i].css;
	return SV("silent");
}

struct claim_sentence claim_sentence(const struct q_appearance *p)
{
	size_t from = utf8_byte_of(p->sentence, (size_t)(p->start_at - p->sentence_start));
	size_t to = utf8_byte_of(p->sentence, (size_t)(p->end_at - p->sentence_start));
	return (struct claim_sentence){ sv_sub(p->sentence, 0, from), sv_sub(p->sentence, from, to), sv_sub(p->sentence, to, p->sentence.n) };
}

const struct q_appearance *claim_appearance(const struct claim_page *m, int64_t id)
{
	for (size_t i = 0; i < m->appearances.n; i++)
		if (m->appearances.v[i].id == id)
			return &m->appearances.v[i];
	return NULL;
}

static int load_machine(struct web *w, struct claim_page *m)
{
	int64_t id = w->args.id;
	int r = q_appearance_of_claim(w->db, w->a, &(struct q_appearance_of_claim_in){ .claim_id = id }, &m->appearances);
	if (r == 0)
		r = q_relation_of_claim(w->db, w->a, &(struct q_relation_of_claim_in){ .claim_id = id }, &m->relations);
	if (r == 0)
		r = q_correction_of_claim(w->db, w->a, &(struct q_correction_of_claim_in){ .claim_id = id }, &m->corrections);
	return r == 0 ? 0 : ERR_MUST(r);
}

static int load_desk(struct web *w, struct claim_page *m)
{
	int64_t id = w->args.id;
	int r = q_evidence_list(w->db, w->a, &(struct q_evidence_list_in){ .claim_id = id }, &m->evidence);
	if (r == 0)
		r = q_note_list(w->db, w->a, &(struct q_note_list_in){ .claim_id = id }, &m->notes);
	if (r == 0)
		r = q_verdict_list(w->db, w->a, &(struct q_verdict_list_in){ .claim_id = id }, &m->verdicts);
	if (r == 0)
		r = q_flag_list(w->db, w->a, &(struct q_flag_list_in){ .claim_id = id }, &m->flags);
	if (r == 0)
		r = q_audit_list(w->db, w->a, &(struct q_audit_list_in){ .subject = SV("claim"), .subject_id = id, .n = HISTORY_ROWS }, &m->history);
	if (r == 0 && web_may(w, ROLE_REVIEWER))
		r = q_scale_current(w->db, w->a, &m->scale);
	if (r == 0 && web_may(w, ROLE_REVIEWER))
		r = q_person_reviewers(w->db, w->a, &m->reviewers);
	return r == 0 ? 0 : ERR_MUST(r);
}

int claim_page(struct web *w, struct claim_page *m)
{
	int r = q_claim_by_id(w->db, w->a, &(struct q_claim_by_id_in){ .id = w->args.id }, &m->claim);
	if (r == DB_NONE)
		return WEB_NOT_FOUND;
	if (r == 0)
		r = load_machine(w, m);
	if (r == 0)
		r = load_desk(w, m);
	if (r != 0)
		return ERR_MUST(r);
	web_title(w, ROUTE_queue_show, m->claim.wording);
	tmpl_claim(web_out(w), w, m);
	return 0;
}

int claim_show(struct web *w)
{
	return claim_page(w, &(struct claim_page){ 0 });
}
