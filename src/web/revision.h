#ifndef WEB_REVISION_H
#define WEB_REVISION_H
/*
 * An article's history: its texts, what changed between any two of them, and what that did to the claims; and the edits to what somebody
 * had reviewed.
 */
#include "compare/diff.h"
#include "web/web.h"

struct history_page {
	struct q_article article;
	struct q_article_watch watch;
	struct q_revision_list_list revisions;
	struct q_change_list changes; /* all that moved, were edited or are gone */
	struct q_snapshot_list_list snapshots;
};

/* A run of words; `ends_line`: what follows begins a new paragraph. */
struct diff_piece {
	struct sv text;
	enum diff_kind kind;
	bool ends_line;
};

struct diff_pieces {
	struct diff_piece *v;
	size_t n, cap;
};

/* Paragraphs that stand beside each other. */
struct diff_row {
	struct diff_pieces before, after;
	bool is_changed;
};

struct diff_rows {
	struct diff_row *v;
	size_t n, cap;
};

struct diff_page {
	struct q_article article;
	struct q_revision_list_list revisions;
	struct q_revision_by_n before, after;
	struct q_change_list changes;
	bool has_text, is_side_by_side;
	struct diff_pieces title;  /* both headlines in one */
	bool has_new_title;
	struct diff_pieces inline_text;
	struct diff_rows rows;
	size_t n_words, n_changed;
};

struct change_page {
	struct q_change_list changes;
	int64_t page;
	bool has_next;
};

/* "12 kept, 1 moved, 1 edited, 0 gone"; empty for a first text. */
struct sv revision_counts(struct arena *a, const struct q_revision_list *r);
/* "number, date" */
struct sv revision_parts(struct arena *a, const struct q_change *c);
#endif
