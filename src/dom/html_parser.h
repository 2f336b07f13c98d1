#ifndef DOM_HTML_PARSER_H
#define DOM_HTML_PARSER_H
/*
 * The state of tree construction (13.2.4 of the HTML standard) and the acts its rules are written in: the stack of open
 * elements with its scopes, inserting, foster parenting. The list of active formatting elements: dom/html_format.h;
 * the rules themselves: dom/html_mode.h.
 */
#include "base/limits.h"
#include "dom/html_token.h"
#include "dom/html_tree.h"

enum html_mode {
	MODE_INITIAL,
	MODE_BEFORE_HTML,
	MODE_BEFORE_HEAD,
	MODE_IN_HEAD,
	MODE_IN_HEAD_NOSCRIPT,
	MODE_AFTER_HEAD,
	MODE_IN_BODY,
	MODE_TEXT,
	MODE_IN_TABLE,
	MODE_IN_TABLE_TEXT,
	MODE_IN_CAPTION,
	MODE_IN_COLUMN_GROUP,
	MODE_IN_TABLE_BODY,
	MODE_IN_ROW,
	MODE_IN_CELL,
	MODE_IN_TEMPLATE,
	MODE_AFTER_BODY,
	MODE_IN_FRAMESET,
	MODE_AFTER_FRAMESET,
	MODE_AFTER_AFTER_BODY,
	MODE_AFTER_AFTER_FRAMESET,
	MODE_N,
};

struct html_open {
	dom_id node;
	uint16_t flags; /* enum html_tag_flag */
	uint8_t tag, space;
};

/* An active formatting element, or a marker (node DOM_NONE). */
struct html_format {
	dom_id node;
	uint8_t tag;
	uint64_t hash; /* of its attributes; 0 until somebody asks */
};

enum {
	HTML_OPEN_MAX = LIMIT_DOM_DEPTH + 32, /* a token may open a few elements beyond the depth at which flattening starts */
	HTML_FORMATS_MAX = 256,
	HTML_TEMPLATES_MAX = HTML_OPEN_MAX,
};

struct html_parser {
	struct html_tokenizer tokens;
	struct html_tree tree;
	enum html_mode mode, original_mode;
	struct html_open open[HTML_OPEN_MAX];
	uint32_t n_open;
	uint16_t n_open_of[DOM_TAG_N]; /* open HTML elements by tag: most scope questions end here */
	uint32_t n_flat; /* elements beyond the depth limit whose end tags are still to come */
	struct html_format formats[HTML_FORMATS_MAX];
	uint32_t n_formats;
	uint8_t template_modes[HTML_TEMPLATES_MAX];
	uint32_t n_templates;
	dom_id head, form;
	dom_id pending_text; /* a text node without a place that gathers the "pending table character tokens" */
	bool has_frameset_ok, is_fostering, drops_newline, is_cut, is_quirky, is_done;
	/* A fragment's context element (13.4); DOM_NONE for a page. It stands outside the tree. */
	dom_id context;
};

static inline struct html_open *html_top(struct html_parser *p) { return &p->open[p->n_open - 1]; }
/* Whether the current node is the HTML element `tag`. */
static inline bool html_top_is(struct html_parser *p, enum dom_tag tag)
{
	return html_top(p)->tag == tag && html_top(p)->space == DOM_HTML;
}
static inline struct dom_node *html_node(struct html_parser *p, dom_id node) { return &p->tree.v[node]; }

/* What the token's element would be in that namespace, without a place. */
dom_id html_create(struct html_parser *p, const struct html_token *t, enum dom_space space);
/* A new element like `node`: same name, same attributes. */
dom_id html_clone(struct html_parser *p, dom_id node);
/* Makes the token's HTML element, inserts it at the appropriate place and opens it. */
dom_id html_insert(struct html_parser *p, const struct html_token *t);
dom_id html_insert_foreign(struct html_parser *p, const struct html_token *t, enum dom_space space);
/* The same for an element that stands only in the rules. */
dom_id html_insert_tag(struct html_parser *p, enum dom_tag tag);
/* Makes and inserts an element that has no content; it is not opened. */
void html_insert_void(struct html_parser *p, const struct html_token *t);
/* "The appropriate place for inserting a node"; target: an index into p->open. */
struct html_place html_place_in(struct html_parser *p, uint32_t target);
/* Text at the appropriate place. */
void html_insert_text(struct html_parser *p, struct sv text);
void html_insert_comment(struct html_parser *p, const struct html_token *t);
void html_insert_comment_at(struct html_parser *p, const struct html_token *t, dom_id parent);
/* Adds those attributes of the token that the element lacks. */
void html_merge_attributes(struct html_parser *p, const struct html_token *t, dom_id node);

void html_push(struct html_parser *p, dom_id node);
void html_pop(struct html_parser *p);
/* Pops down to a stack of n. */
void html_pop_to(struct html_parser *p, uint32_t n);
/* Takes the i-th open element off the stack, wherever it stands. */
void html_open_remove(struct html_parser *p, uint32_t i);
/* Opens a node at index i, above those that stand there. */
void html_open_insert(struct html_parser *p, uint32_t i, dom_id node);
/* Index of an open node; p->n_open when it is not open. */
uint32_t html_open_at(const struct html_parser *p, dom_id node);
/* Index of the topmost open HTML element `tag`; p->n_open for none. */
uint32_t html_open_find(const struct html_parser *p, enum dom_tag tag);
/* Pops up to and with the topmost open HTML element `tag`, which must be open. */
void html_pop_until(struct html_parser *p, enum dom_tag tag);

/* Whether `tag` is open with no element between that has one of the flags `ends`. */
bool html_has(const struct html_parser *p, enum dom_tag tag, unsigned ends);
static inline bool html_in_scope(const struct html_parser *p, enum dom_tag tag) { return html_has(p, tag, IS_SCOPE); }
static inline bool html_in_button_scope(const struct html_parser *p, enum dom_tag tag)
{
	return html_has(p, tag, IS_SCOPE | IS_BUTTON_SCOPE);
}
static inline bool html_in_list_scope(const struct html_parser *p, enum dom_tag tag)
{
	return html_has(p, tag, IS_SCOPE | IS_LIST_SCOPE);
}
static inline bool html_in_table_scope(const struct html_parser *p, enum dom_tag tag)
{
	return html_has(p, tag, IS_TABLE_SCOPE);
}
/* "Generate implied end tags", except for `tag` (DOM_TAG_OTHER: for all). */
void html_close_implied(struct html_parser *p, enum dom_tag except);
void html_close_implied_all(struct html_parser *p);
/* "Close a p element" where one is in button scope. */
void html_close_p(struct html_parser *p);
/* "Reset the insertion mode appropriately". */
void html_reset_mode(struct html_parser *p);
#endif
