#include "store/review.h"

#include "base/err.h"
#include "store/appearance.h"
#include "text/utf8.h"

/* Locks the claim and compares versions: DB_NONE it is missing, DB_REFUSED with *ret_stale it has moved on. */
static int lock(struct db *db, struct arena *a, struct review_seen seen, struct q_claim_lock *ret, bool *ret_stale)
{
	int r = q_claim_lock(db, a, &(struct q_claim_lock_in){ .id = seen.claim_id }, ret);
	*ret_stale = r == 0 && ret->version != seen.version;
	return *ret_stale ? DB_REFUSED : r;
}

/* Ends a stale save: nothing of it happened, what was sent is kept. */
static int keep(struct db *db, struct arena *a, const struct actor *who, struct db_transaction *t, struct sv subject, int64_t id, int32_t version, const struct fact *facts, size_t n)
{
	db_end(t);
	int r = store_keep_edit(db, a, who, subject, id, version, facts, n);
	return r < 0 ? ERR_PASS(r) : STORE_STALE;
}

static int rate(struct db *db, struct arena *a, const struct actor *who, const struct q_claim_lock *claim, struct review_seen seen, struct sv rating, struct sv reason)
{
	struct q_rating_label label;
	struct q_verdict_add verdict;
	int r = q_rating_label(db, a, &(struct q_rating_label_in){ .rating = rating }, &label);
	if (r == DB_NONE)
		return DB_REFUSED;
	if (r == 0)
		r = q_verdict_add(db, a, &(struct q_verdict_add_in){ .claim_id = seen.claim_id, .claim_version = seen.version, .wording = claim->wording,
		    .scale_id = label.scale_id, .rating = rating, .reason = reason, .person_id = who->person_id }, &verdict);
	if (r == 0)
		r = q_claim_set_verdict(db, &(struct q_claim_set_verdict_in){ .id = seen.claim_id, .verdict_id = verdict.id, .rating = rating, .rating_label = label.label });
	if (r == 0)
		r = q_grid_set_state(db, &(struct q_grid_set_state_in){ .claim_id = seen.claim_id });
	return r;
}

int review_verdict(struct db *db, struct arena *a, const struct actor *who, struct review_seen seen, struct sv rating, struct sv reason)
{
	AUTO_TRANSACTION t = { 0 };
	struct q_claim_lock claim;
	bool stale = false;
	int r = db_begin(db, &t);
	if (r == 0)
		r = lock(db, a, seen, &claim, &stale);
	if (stale)
		return keep(db, a, who, &t, SV("verdict"), seen.claim_id, seen.version, FACTS({ "rating", rating }, { "reason", reason }));
	if (r == 0)
		r = rate(db, a, who, &claim, seen, rating, reason);
	if (r == 0)
		r = store_audit(db, a, who, SV("claim.verdict"), SV("claim"), seen.claim_id, FACTS({ "rating", rating }, { "reason", reason }, { "wording", claim.wording }));
	return store_end(&t, r);
}

int review_flag(struct db *db, struct arena *a, const struct actor *who, struct review_seen seen, struct sv reason, int64_t assignee_id, int64_t *ret_id)
{
	AUTO_TRANSACTION t = { 0 };
	struct q_claim_lock claim;
	struct q_flag_add flag;
	bool stale = false;
	int r = db_begin(db, &t);
	if (r == 0)
		r = lock(db, a, seen, &claim, &stale);
	if (stale)
		return keep(db, a, who, &t, SV("flag"), seen.claim_id, seen.version, FACTS({ "reason", reason }));
	if (r == 0)
		r = q_flag_add(db, a, &(struct q_flag_add_in){ .claim_id = seen.claim_id, .reason = reason, .raised_by = who->person_id, .assignee_id = assignee_id }, &flag);
	if (r == 0)
		r = q_claim_set_state(db, &(struct q_claim_set_state_in){ .id = seen.claim_id, .state = SV("flagged") });
	if (r == 0)
		r = q_grid_set_state(db, &(struct q_grid_set_state_in){ .claim_id = seen.claim_id });
	if (r == 0)
		r = store_audit(db, a, who, SV("claim.flag"), SV("claim"), seen.claim_id, FACTS({ "reason", reason }));
	if (r == 0)
		*ret_id = flag.id;
	return store_end(&t, r);
}

/* Flagged only while a flag is open; then what it was before: reviewed where it has a verdict. */
static int unflag(struct db *db, struct arena *a, int64_t claim_id)
{
	struct q_flag_open_count open;
	struct q_claim_line claim;
	int r = q_flag_open_count(db, a, &(struct q_flag_open_count_in){ .claim_id = claim_id }, &open);
	if (r == 0)
		r = q_claim_by_id(db, a, &(struct q_claim_by_id_in){ .id = claim_id }, &claim);
	if (r != 0 || open.n > 0 || !sv_eq(claim.state, SV("flagged")))
		return r;
	r = q_claim_set_state(db, &(struct q_claim_set_state_in){ .id = claim_id, .state = claim.rating.n > 0 ? SV("reviewed") : SV("unreviewed") });
	return r == 0 ? q_grid_set_state(db, &(struct q_grid_set_state_in){ .claim_id = claim_id }) : r;
}

int review_answer_flag(struct db *db, struct arena *a, const struct actor *who, int64_t flag_id, int32_t version, struct sv answer)
{
	AUTO_TRANSACTION t = { 0 };
	struct q_flag_exists is;
	struct q_flag_answer row;
	int r = db_begin(db, &t);
	if (r == 0)
		r = q_flag_exists(db, a, &(struct q_flag_exists_in){ .id = flag_id }, &is);
	if (r != 0)
		return store_end(&t, r);
	r = q_flag_answer(db, a, &(struct q_flag_answer_in){ .id = flag_id, .version = version, .answer = answer, .answered_by = who->person_id }, &row);
	if (r == DB_NONE)
		return keep(db, a, who, &t, SV("flag"), is.claim_id, version, FACTS({ "answer", answer }));
	if (r == 0)
		r = unflag(db, a, is.claim_id);
	if (r == 0)
		r = store_audit(db, a, who, SV("flag.answer"), SV("claim"), is.claim_id, FACTS({ "answer", answer }));
	return store_end(&t, r);
}

int review_reword(struct db *db, struct arena *a, const struct actor *who, struct review_seen seen, struct sv wording)
{
	AUTO_TRANSACTION t = { 0 };
	struct q_claim_lock claim;
	struct q_claim_reword row;
	bool stale = false;
	int r = db_begin(db, &t);
	if (r == 0)
		r = lock(db, a, seen, &claim, &stale);
	if (stale)
		return keep(db, a, who, &t, SV("claim"), seen.claim_id, seen.version, FACTS({ "wording", wording }));
	if (r == 0)
		r = q_claim_reword(db, a, &(struct q_claim_reword_in){ .id = seen.claim_id, .version = seen.version, .wording = wording }, &row);
	if (r == 0)
		r = q_grid_set_state(db, &(struct q_grid_set_state_in){ .claim_id = seen.claim_id });
	if (r == 0)
		r = store_audit(db, a, who, SV("claim.reword"), SV("claim"), seen.claim_id, FACTS({ "before", claim.wording }, { "wording", wording }));
	return store_end(&t, r);
}

int review_note(struct db *db, struct arena *a, const struct actor *who, int64_t claim_id, struct sv text)
{
	AUTO_TRANSACTION t = { 0 };
	struct q_claim_lock claim;
	struct q_note_add row;
	int r = db_begin(db, &t);
	if (r == 0)
		r = q_claim_lock(db, a, &(struct q_claim_lock_in){ .id = claim_id }, &claim);
	if (r == 0)
		r = q_note_add(db, a, &(struct q_note_add_in){ .claim_id = claim_id, .content = text, .person_id = who->person_id }, &row);
	if (r == 0)
		r = store_audit(db, a, who, SV("claim.note"), SV("claim"), claim_id, FACTS({ "text", utf8_head(text, 500) }));
	return store_end(&t, r);
}

int review_evidence(struct db *db, struct arena *a, const struct actor *who, int64_t claim_id, struct sv url, struct sv shows, struct sv stance)
{
	AUTO_TRANSACTION t = { 0 };
	struct q_claim_lock claim;
	struct q_evidence_add row;
	int r = db_begin(db, &t);
	if (r == 0)
		r = q_claim_lock(db, a, &(struct q_claim_lock_in){ .id = claim_id }, &claim);
	if (r == 0)
		r = q_evidence_add(db, a, &(struct q_evidence_add_in){ .claim_id = claim_id, .url = url, .shows = shows, .stance = stance, .person_id = who->person_id }, &row);
	if (r == 0)
		r = store_audit(db, a, who, SV("claim.evidence"), SV("claim"), claim_id, FACTS({ "url", url }, { "shows", utf8_head(shows, 500) }, { "stance", stance }));
	return store_end(&t, r);
}

int review_correct_machine(struct db *db, struct arena *a, const struct actor *who, int64_t appearance_id, struct sv part, struct sv said)
{
	AUTO_TRANSACTION t = { 0 };
	struct q_appearance_by_id place;
	struct q_correction_add row;
	int r = db_begin(db, &t);
	if (r == 0)
		r = q_appearance_by_id(db, a, &(struct q_appearance_by_id_in){ .id = appearance_id }, &place);
	if (r == 0)
		r = q_correction_add(db, a, &(struct q_correction_add_in){ .appearance_id = appearance_id, .part = part, .said = said, .person_id = who->person_id }, &row);
	if (r == 0)
		r = store_audit(db, a, who, SV("machine.correct"), SV("claim"), place.claim_id, FACTS({ "part", part }, { "said", utf8_head(said, 500) }));
	return store_end(&t, r);
}

/* The selection with its surroundings; false where it does not stand in the text as said. */
static bool cut(struct sv text, const struct review_selection *in, struct q_appearance_add_in *ret)
{
	size_t total = utf8_count(text);
	if (in->start < 0 || in->end <= in->start || (size_t)in->end > total)
		return false;
	size_t from = utf8_byte_of(text, (size_t)in->start), to = utf8_byte_of(text, (size_t)in->end), line_from = from, line_to = to;
	struct sv quote = sv_sub(text, from, to);
	if (!sv_eq(quote, in->quote) || sv_find_char(quote, '\n', 0) < quote.n)
		return false;
	while (line_from > 0 && text.p[line_from - 1] != '\n')
		line_from--;
	while (line_to < text.n && text.p[line_to] != '\n')
		line_to++;
	appearance_place(&(struct utf8_ruler){ .text = text }, (struct span){ from, to }, (struct span){ line_from, line_to }, ret);
	return true;
}

static int add_claim(struct db *db, struct arena *a, const struct actor *who, const struct review_selection *in, struct q_appearance_add_in *place, int64_t *ret_id)
{
	struct q_claim_add claim;
	struct q_appearance_add appearance;
	struct sv wording = in->wording.n > 0 ? in->wording : in->quote;
	int r = q_claim_add(db, a, &(struct q_claim_add_in){ .wording = wording, .story_id = place->story_id, .added_by = who->person_id, .score = 1 }, &claim);
	if (r != 0)
		return r;
	*ret_id = place->claim_id = claim.id;
	r = q_appearance_add(db, a, place, &appearance);
	if (r == 0)
		r = q_claim_count(db, &(struct q_claim_count_in){ .ids = { &claim.id, 1 } });
	if (r == 0)
		r = q_article_count_claims(db, &(struct q_article_count_claims_in){ .id = in->article_id });
	if (r == 0)
		r = store_audit(db, a, who, SV("claim.add"), SV("claim"), claim.id, FACTS({ "wording", wording }, { "quote", in->quote }));
	return r;
}

int review_add_claim(struct db *db, struct arena *a, const struct actor *who, const struct review_selection *in, int64_t *ret_claim_id)
{
	AUTO_TRANSACTION t = { 0 };
	struct q_article article;
	struct q_revision_latest text;
	int r = db_begin(db, &t);
	if (r == 0)
		r = q_article_by_id(db, a, &(struct q_article_by_id_in){ .id = in->article_id }, &article);
	if (r == 0)
		r = q_revision_latest(db, a, &(struct q_revision_latest_in){ .article_id = in->article_id }, &text);
	if (r != 0)
		return store_end(&t, r);
	if (text.id != in->revision_id)
		return STORE_STALE;
	const struct sv empty = SV("");
	struct q_appearance_add_in place = { .revision_id = text.id, .article_id = article.id, .source_id = article.source_id, .story_id = article.story_id,
		.speaker = empty, .via = empty, .via_source_id = DB_NULL, .hedge = empty, .score = 1, .quantities = SV("[]"), .dates = SV("[]"), .added_by = who->person_id };
	r = cut(text.content, in, &place) ? add_claim(db, a, who, in, &place, ret_claim_id) : DB_REFUSED;
	return store_end(&t, r);
}
