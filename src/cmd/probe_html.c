/* probe ops tree and tokens: what the HTML parser makes of a page. */
#include "base/limits.h"
#include "cmd/probe.h"
#include "dom/dom_dump.h"
#include "dom/html_parse.h"
#include "dom/html_token.h"

int probe_tree(struct arena *a, const struct json *row, struct json_out *j)
{
	struct dom d;
	struct sv html = json_get_sv(row, "html"), fragment = json_get_sv(row, "fragment");
	if (fragment.p == NULL)
		dom_parse(a, html, &d);
	else
		html_parse_fragment(a, html, fragment, &d);
	AUTO_BUF out = BUF_INIT(LIMIT_PARSE_OUTPUT);
	dom_dump(&d, &out);
	json_out_key(j, "tree");
	json_out_sv(j, buf_sv(&out));
	return 0;
}

static void put_attributes(struct json_out *j, const struct html_token *t)
{
	json_out_object(j);
	for (uint32_t i = 0; i < t->n_attrs; i++) {
		AUTO_BUF key = BUF_INIT(LIMIT_PARSE_OUTPUT);
		buf_add(&key, t->attrs[i].name);
		buf_add_char(&key, '\0');
		json_out_key(j, key.p);
		json_out_sv(j, t->attrs[i].value);
	}
	json_out_object_end(j);
}

static void put_doctype(struct json_out *j, const struct html_token *t)
{
	json_out_sv_or_null(j, t->text);
	json_out_sv_or_null(j, t->public_id);
	json_out_sv_or_null(j, t->system_id);
	json_out_bool(j, !t->is_quirky);
}

/* One token as the public test suite writes it. */
static void put_token(struct json_out *j, const struct html_token *t)
{
	static const struct sv names[] = { [HTML_TEXT] = SV_INIT("Character"), [HTML_START] = SV_INIT("StartTag"),
		[HTML_END] = SV_INIT("EndTag"), [HTML_COMMENT] = SV_INIT("Comment"), [HTML_DOCTYPE] = SV_INIT("DOCTYPE"),
		[HTML_EOF] = SV_INIT("") };
	json_out_array(j);
	json_out_sv(j, names[t->kind]);
	if (t->kind == HTML_DOCTYPE)
		put_doctype(j, t);
	else
		json_out_sv(j, t->text);
	if (t->kind == HTML_START) {
		put_attributes(j, t);
		if (t->is_self_closing)
			json_out_bool(j, true);
	}
	json_out_array_end(j);
}

static void put_text(struct json_out *j, struct buf *text)
{
	if (text->n > 0)
		put_token(j, &(struct html_token){ .kind = HTML_TEXT, .text = buf_sv(text) });
	buf_clear(text);
}

/* All tokens of a page; text tokens in a row are one. */
static void put_tokens(struct json_out *j, struct html_tokenizer *t)
{
	AUTO_BUF text = BUF_INIT(LIMIT_PARSE_OUTPUT);
	struct html_token token;
	json_out_array(j);
	for (html_token_next(t, &token); token.kind != HTML_EOF; html_token_next(t, &token)) {
		if (token.kind == HTML_TEXT) {
			buf_add(&text, token.text);
			continue;
		}
		put_text(j, &text);
		put_token(j, &token);
	}
	put_text(j, &text);
	json_out_array_end(j);
}

static const struct {
	struct sv name;
	enum html_content content;
} states[] = {
	{ SV_INIT("Data state"), HTML_DATA },
	{ SV_INIT("RCDATA state"), HTML_RCDATA },
	{ SV_INIT("RAWTEXT state"), HTML_RAWTEXT },
	{ SV_INIT("Script data state"), HTML_SCRIPT },
	{ SV_INIT("PLAINTEXT state"), HTML_PLAINTEXT },
	{ SV_INIT("CDATA section state"), HTML_CDATA },
};

static enum html_content content_of(struct sv state)
{
	for (size_t i = 0; i < sizeof(states) / sizeof(*states); i++)
		if (sv_eq(states[i].name, state))
			return states[i].content;
	return HTML_DATA;
}

/* The tokens from one starting state, as JSON in *out. */
static void tokens_from(struct arena *a, const struct json *row, struct sv state, struct buf *out)
{
	struct html_tokenizer *t = ARENA_NEW(a, struct html_tokenizer);
	struct json_out j = { .out = out };
	html_token_start(t, a, json_get_sv(row, "input"));
	t->content = content_of(state);
	t->last_start = json_get_sv(row, "lastStartTag");
	put_tokens(&j, t);
}

int probe_tokens(struct arena *a, const struct json *row, struct json_out *j)
{
	const struct json *initial = json_get(row, "initialStates");
	AUTO_BUF first = BUF_INIT(LIMIT_PARSE_OUTPUT);
	AUTO_BUF other = BUF_INIT(LIMIT_PARSE_OUTPUT);
	tokens_from(a, row, json_sv(json_item(initial, 0)), &first);
	/* From every starting state the tokens are to be the same; where one differs, that one is shown. */
	const struct buf *shown = &first;
	for (size_t i = 1; i < json_count(initial) && shown == &first; i++) {
		buf_clear(&other);
		tokens_from(a, row, json_sv(json_item(initial, i)), &other);
		if (!sv_eq(buf_sv(&first), buf_sv(&other)))
			shown = &other;
	}
	json_out_key(j, "tokens");
	json_out_raw(j, buf_sv(shown));
	return 0;
}
