#ifndef WEB_CLAIM_H
#define WEB_CLAIM_H
/*
 * One claim: its appearances side by side, how they compare and why, evidence, notes, verdicts, flags, history.
 */
#include "web/web.h"

struct claim_page {
	struct q_claim_line claim;
	struct q_appearance_list appearances;
	struct q_relation_of_claim_list relations;
	struct q_evidence_list_list evidence;
	struct q_note_list_list notes;
	struct q_verdict_list_list verdicts;
	struct q_flag_list flags;
	struct q_scale_current_list scale;
	struct q_person_reviewers_list reviewers;
	struct q_correction_of_claim_list corrections;
	struct q_audit_list history;
	struct claim_typed {
		struct sv rating, reason, url, shows, note, flag_reason, wording;
	} typed; /* of a refused form */
	bool is_stale;
};

/* An appearance's sentence as parts: before the quote, the quote, after it. */
struct claim_sentence {
	struct sv before, quote, after;
};
struct claim_sentence claim_sentence(const struct q_appearance *p);
/* "Harbour Gazette: about 600" for the appearance with that id; empty when it is of another claim. */
const struct q_appearance *claim_appearance(const struct claim_page *m, int64_t id);
/* The style sheet's class of a relation. */
struct sv claim_relation_css(struct sv relation);
/* The page with what was typed; loads everything. For the forms in web/claim_edit.c. */
int claim_page(struct web *w, struct claim_page *m) __attribute__((warn_unused_result));
#endif
