#ifndef WEB_ARTICLE_H
#define WEB_ARTICLE_H
/*
 * An article: its text with its claims marked, what was understood beside it, and the desk's corrections.
 */
#include "web/web.h"

/* A run of one block's text; appearance NULL: plain. */
struct article_run {
	struct sv text;
	const struct q_appearance *appearance;
};

struct article_block {
	bool is_heading;
	struct article_run *runs;
	size_t n;
};

struct article_page {
	struct q_article article;
	struct q_revision_latest revision;
	struct q_appearance_list appearances;
	struct q_source_name_list sources;
	struct article_block *blocks;
	size_t n_blocks;
	bool has_text;    /* this visitor may see the whole text */
	bool is_stale;
	struct article_typed {
		struct sv title, quote, wording, reason;
		int32_t day;
		int64_t source;
	} typed;
};

/* Whole texts are for those who are signed in, unless the desk's setting says otherwise. */
int article_may_read(struct web *w, bool *ret) __attribute__((warn_unused_result));
/* Loads and shows it, with what was typed. */
int article_page(struct web *w, struct article_page *m) __attribute__((warn_unused_result));
/* The stored text as blocks of runs, claims' spans marked; where spans overlap the earlier one counts. */
void article_blocks(struct arena *a, const struct q_revision_latest *rev, const struct q_appearance_list *spans, struct article_page *ret);
#endif
