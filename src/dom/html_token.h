#ifndef DOM_HTML_TOKEN_H
#define DOM_HTML_TOKEN_H
/*
 * The tokenizer of the HTML standard (13.2.5) over a whole page in memory. Where the standard steps from state to state
 * a byte at a time, this takes whole runs: text up to the next tag, names, values; views into the page wherever nothing
 * must be replaced. Time is linear in the page.
 */
#include "dom/html_tag.h"

enum html_token_kind { HTML_TEXT, HTML_START, HTML_END, HTML_COMMENT, HTML_DOCTYPE, HTML_EOF };

struct html_token {
	enum html_token_kind kind;
	enum dom_tag tag;
	bool is_self_closing;
	bool is_quirky; /* doctype: the standard's force-quirks flag */
	uint32_t n_attrs;
	const struct dom_attr *attrs; /* in the arena */
	struct sv text; /* a tag's or doctype's name in lower case; data of text and comments */
	struct sv public_id, system_id; /* of a doctype; p == NULL when missing */
};

/* What the bytes are read as; the tree construction switches this after some start tags. */
enum html_content { HTML_DATA, HTML_RCDATA, HTML_RAWTEXT, HTML_SCRIPT, HTML_PLAINTEXT, HTML_CDATA };

struct html_tokenizer {
	struct arena *a;
	const char *p, *end;
	enum html_content content;
	struct sv last_start; /* name of the last start tag: only its end tag ends RCDATA, RAWTEXT and script */
	bool has_nul; /* the page holds a NUL somewhere */
	bool allows_cdata; /* the current node is SVG or MathML */
	bool is_cut; /* LIMIT_DOM_ATTRIBUTES was met */
	struct dom_attr *attrs; /* room for attributes, in blocks; tokens point into it */
	size_t n_attrs, cap_attrs;
	uint16_t seen[1024]; /* names of a tag with many attributes */
	struct html_tag_index tags;
};

/* page: valid UTF-8 that outlives the tokens; CR and CR LF become LF first (in a copy). */
void html_token_start(struct html_tokenizer *t, struct arena *a, struct sv page);
/* The next token; HTML_EOF for ever at the end. Text may come in several tokens in a row, never empty. */
void html_token_next(struct html_tokenizer *t, struct html_token *ret);
/* s without NULs, or with `instead` in place of each (13.2.5 and 13.2.6 say which where); s itself where it has none. */
struct sv html_token_without_nul(struct html_tokenizer *t, struct sv s, struct sv instead);
#endif
