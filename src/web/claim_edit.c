/* The forms of a claim's page. What a stale or wrong form held is shown again beside what is saved. */
#include "base/err.h"
#include "base/limits.h"
#include "store/review.h"
#include "web/claim.h"

struct form {
	int64_t version, assignee, appearance;
	struct sv rating, reason, url, shows, stance, note, flag_reason, answer, part, said;
};

#define VERSION_FIELD HTTP_FIELD(struct form, version, HTTP_ID, .label = "The version", .required = true)
#define TEXT_FIELD(member, name) HTTP_FIELD(struct form, member, HTTP_LINES, .label = (name), .max = LIMIT_NOTE_CHARS, .required = true)
#define WORD_FIELD(member, name) HTTP_FIELD(struct form, member, HTTP_LINE, .label = (name), .max = 40, .required = true)

static const struct http_field verdict_fields[] = { VERSION_FIELD, WORD_FIELD(rating, "The rating"), TEXT_FIELD(reason, "The reason") };
static const struct http_field flag_fields[] = { VERSION_FIELD, TEXT_FIELD(flag_reason, "The reason"),
	HTTP_FIELD(struct form, assignee, HTTP_ID, .label = "The person") };
static const struct http_field answer_fields[] = { VERSION_FIELD, TEXT_FIELD(answer, "The answer") };
static const struct http_field note_fields[] = { TEXT_FIELD(note, "The note") };
static const struct http_field evidence_fields[] = {
	HTTP_FIELD(struct form, url, HTTP_ADDRESS, .label = "The address", .max = LIMIT_URL, .required = true),
	TEXT_FIELD(shows, "What it shows"), WORD_FIELD(stance, "The stance") };
static const struct http_field wrong_fields[] = {
	HTTP_FIELD(struct form, appearance, HTTP_ID, .label = "The appearance", .required = true), WORD_FIELD(part, "The part"), TEXT_FIELD(said, "What it should be") };

static struct claim_typed typed(const struct form *in)
{
	return (struct claim_typed){ .rating = in->rating, .reason = in->reason, .url = in->url, .shows = in->shows, .note = in->note.n ? in->note : in->answer.n ? in->answer : in->said,
		.flag_reason = in->flag_reason };
}

static int show_again(struct web *w, const struct form *in, bool is_stale)
{
	struct claim_page m = { .typed = typed(in), .is_stale = is_stale };
	if (is_stale)
		w->res->status = 409;
	return claim_page(w, &m);
}

/* What to answer for the store's outcome. */
static int after(struct web *w, const struct form *in, int r, const char *done)
{
	if (r < 0)
		return ERR_PASS(r);
	if (r == STORE_MISSING)
		return WEB_NOT_FOUND;
	if (r == STORE_DENIED)
		web_problem(w, "", SV("That is none of the choices there are."));
	if (r == STORE_BUSY)
		web_problem(w, "", SV("The database was busy; send it again."));
	return r == 0 ? web_redirect(w, LINK(claim_show, .id = w->args.id), done) : show_again(w, in, r == STORE_STALE);
}

static struct review_seen seen(const struct web *w, const struct form *in)
{
	return (struct review_seen){ w->args.id, web_version(in->version) };
}

int claim_verdict(struct web *w)
{
	struct form in = { 0 };
	struct actor who = web_actor(w);
	if (!web_read(w, verdict_fields, COUNT(verdict_fields), &in))
		return show_again(w, &in, false);
	return after(w, &in, review_verdict(w->db, w->a, &who, seen(w, &in), in.rating, in.reason), "verdict");
}

int claim_flag(struct web *w)
{
	struct form in = { 0 };
	struct actor who = web_actor(w);
	int64_t id;
	if (!web_read(w, flag_fields, COUNT(flag_fields), &in))
		return show_again(w, &in, false);
	return after(w, &in, review_flag(w->db, w->a, &who, seen(w, &in), in.flag_reason, in.assignee ? in.assignee : DB_NULL, &id), "flag");
}

int claim_flag_answer(struct web *w)
{
	struct form in = { 0 };
	struct actor who = web_actor(w);
	if (!web_read(w, answer_fields, COUNT(answer_fields), &in))
		return show_again(w, &in, false);
	return after(w, &in, review_answer_flag(w->db, w->a, &who, w->args.other, web_version(in.version), in.answer), "answered");
}

int claim_note(struct web *w)
{
	struct form in = { 0 };
	struct actor who = web_actor(w);
	if (!web_read(w, note_fields, COUNT(note_fields), &in))
		return show_again(w, &in, false);
	return after(w, &in, review_note(w->db, w->a, &who, w->args.id, in.note), "note");
}

int claim_evidence(struct web *w)
{
	struct form in = { 0 };
	struct actor who = web_actor(w);
	if (!web_read(w, evidence_fields, COUNT(evidence_fields), &in))
		return show_again(w, &in, false);
	return after(w, &in, review_evidence(w->db, w->a, &who, w->args.id, in.url, in.shows, in.stance), "evidence");
}

int claim_wrong(struct web *w)
{
	struct form in = { 0 };
	struct actor who = web_actor(w);
	if (!web_read(w, wrong_fields, COUNT(wrong_fields), &in))
		return show_again(w, &in, false);
	return after(w, &in, review_correct_machine(w->db, w->a, &who, in.appearance, in.part, in.said), "wrong");
}
