#include "wire/article_json.h"

#include <errno.h>
#include <stddef.h>

#include "base/err.h"
#include "base/limits.h"
#include "json/json.h"

static const struct finding_field {
	const char *key;
	size_t offset, ceiling;
} finding_fields[] = {
	{ "title", offsetof(struct article, title), LIMIT_ARTICLE_VALUE },
	{ "site", offsetof(struct article, site), LIMIT_ARTICLE_VALUE },
	{ "canonical", offsetof(struct article, canonical), LIMIT_URL },
	{ "lang", offsetof(struct article, lang), LIMIT_ARTICLE_VALUE },
	{ "section", offsetof(struct article, section), LIMIT_ARTICLE_VALUE },
	{ "agency", offsetof(struct article, agency), LIMIT_ARTICLE_VALUE },
	{ "image", offsetof(struct article, image), LIMIT_URL },
	{ "rejected_date", offsetof(struct article, rejected_date), LIMIT_ARTICLE_VALUE },
	{ "rejected_canonical", offsetof(struct article, rejected_canonical), LIMIT_URL },
};

static const struct dated_field {
	const char *key;
	size_t offset;
} dated_fields[] = {
	{ "published", offsetof(struct article, published) },
	{ "modified", offsetof(struct article, modified) },
};

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static void write_finding(struct json_out *out, const struct finding *finding)
{
	json_out_object(out);
	json_out_key(out, "value");
	json_out_sv(out, finding->value);
	json_out_key(out, "from");
	json_out_sv(out, finding->from);
	json_out_object_end(out);
}

static void write_dated(struct json_out *out, const struct dated *dated)
{
	json_out_object(out);
	json_out_key(out, "at");
	json_out_i64(out, dated->at);
	json_out_key(out, "precision");
	json_out_sv(out, precision_name(dated->precision));
	if (dated->has_zone) {
		json_out_key(out, "offset_minutes");
		json_out_i64(out, dated->offset_minutes);
	}
	json_out_key(out, "ambiguous");
	json_out_bool(out, dated->is_ambiguous);
	json_out_key(out, "from");
	json_out_sv(out, dated->from);
	json_out_object_end(out);
}

static void write_blocks(struct json_out *out, const struct article *article)
{
	json_out_key(out, "blocks");
	json_out_array(out);
	for (size_t i = 0; i < article->n_blocks; i++) {
		const struct block *block = &article->blocks[i];
		json_out_object(out);
		json_out_key(out, "kind");
		json_out_sv(out, block_kind_name(block->kind));
		if (block->level != 0) {
			json_out_key(out, "level");
			json_out_i64(out, block->level);
		}
		json_out_key(out, "text");
		json_out_sv(out, block->text);
		json_out_object_end(out);
	}
	json_out_array_end(out);
}

void article_json_write(struct json_out *out, const struct article *article)
{
	json_out_object(out);
	for (size_t i = 0; i < COUNT(finding_fields); i++) {
		const struct finding *finding = (const void *)((const char *)article + finding_fields[i].offset);
		if (finding->value.n == 0)
			continue;
		json_out_key(out, finding_fields[i].key);
		write_finding(out, finding);
	}
	json_out_key(out, "authors");
	json_out_array(out);
	for (size_t i = 0; i < article->n_authors; i++)
		write_finding(out, &article->authors[i]);
	json_out_array_end(out);
	for (size_t i = 0; i < COUNT(dated_fields); i++) {
		const struct dated *dated = (const void *)((const char *)article + dated_fields[i].offset);
		if (dated->at == INSTANT_NONE)
			continue;
		json_out_key(out, dated_fields[i].key);
		write_dated(out, dated);
	}
	json_out_key(out, "paywalled");
	json_out_bool(out, article->is_paywalled);
	write_blocks(out, article);
	if (article->why_empty.n > 0) {
		json_out_key(out, "why_empty");
		json_out_sv(out, article->why_empty);
	}
	json_out_object_end(out);
}

static int bad(const char *what)
{
	(void)ERR_NEW(-EINVAL, "article: %s", what);
	return ARTICLE_JSON_BAD;
}

/* A line of text of 1 to `ceiling` bytes without control characters, copied into the arena. */
static bool read_line(struct arena *a, const struct json *v, size_t ceiling, struct sv *ret)
{
	struct sv s = json_sv(v);
	if (s.n == 0 || s.n > ceiling)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] < ' ' || s.p[i] == 0x7f)
			return false;
	*ret = arena_sv(a, s);
	return true;
}

static bool read_finding(struct arena *a, const struct json *v, size_t ceiling, struct finding *ret)
{
	return read_line(a, json_get(v, "value"), ceiling, &ret->value) && read_line(a, json_get(v, "from"), LIMIT_ARTICLE_VALUE, &ret->from);
}

static bool read_dated(struct arena *a, const struct json *v, struct dated *ret)
{
	int64_t day = CLOCK_DAY, offset = 0;
	const int64_t min = day_from_civil((struct civil){ 1, 1, 1 }) * day, max = day_from_civil((struct civil){ 9999, 12, 31 }) * day;
	if (json_kind(v) == JSON_ABSENT)
		return true;
	if (!json_i64(json_get(v, "at"), min, max, &ret->at) || !precision_parse(json_get_sv(v, "precision"), &ret->precision))
		return false;
	ret->has_time = ret->precision >= PRECISION_MINUTE;
	ret->has_zone = json_kind(json_get(v, "offset_minutes")) != JSON_ABSENT;
	if (ret->has_zone && !json_i64(json_get(v, "offset_minutes"), -18 * 60, 18 * 60, &offset))
		return false;
	ret->offset_minutes = (int)offset;
	ret->is_ambiguous = json_bool(json_get(v, "ambiguous"), false);
	return read_line(a, json_get(v, "from"), LIMIT_ARTICLE_VALUE, &ret->from);
}

static int read_authors(struct arena *a, const struct json *list, struct article *ret)
{
	size_t n = json_count(list);
	if (n > LIMIT_ARTICLE_AUTHORS)
		return bad("too many authors");
	struct finding *authors = ARENA_ARRAY(a, struct finding, n);
	for (size_t i = 0; i < n; i++)
		if (!read_finding(a, json_item(list, i), LIMIT_ARTICLE_VALUE, &authors[i]))
			return bad("an author is no line of text");
	ret->authors = authors;
	ret->n_authors = n;
	return 0;
}

static bool read_block(struct arena *a, const struct json *v, struct block *ret)
{
	int64_t level = 0;
	const struct json *given = json_get(v, "level");
	if (!block_kind_parse(json_get_sv(v, "kind"), &ret->kind) || (json_kind(given) != JSON_ABSENT && !json_i64(given, 0, LIMIT_BLOCK_LEVEL, &level)))
		return false;
	ret->level = (int)level;
	return read_line(a, json_get(v, "text"), LIMIT_ARTICLE_TEXT, &ret->text);
}

static int read_blocks(struct arena *a, const struct json *list, struct article *ret)
{
	size_t n = json_count(list), bytes = 0;
	if (n > LIMIT_ARTICLE_BLOCKS)
		return bad("too many blocks");
	struct block *blocks = ARENA_ARRAY(a, struct block, n);
	for (size_t i = 0; i < n; i++) {
		if (!read_block(a, json_item(list, i), &blocks[i]))
			return bad("a block is not of a known kind with a line of text");
		bytes += blocks[i].text.n;
	}
	if (bytes > LIMIT_ARTICLE_TEXT)
		return bad("too much text");
	ret->blocks = blocks;
	ret->n_blocks = n;
	return 0;
}

static int read_article(struct arena *a, const struct json *v, struct article *ret)
{
	for (size_t i = 0; i < COUNT(finding_fields); i++) {
		struct finding *finding = (void *)((char *)ret + finding_fields[i].offset);
		const struct json *given = json_get(v, finding_fields[i].key);
		if (json_kind(given) != JSON_ABSENT && !read_finding(a, given, finding_fields[i].ceiling, finding))
			return bad(finding_fields[i].key);
	}
	for (size_t i = 0; i < COUNT(dated_fields); i++) {
		struct dated *dated = (void *)((char *)ret + dated_fields[i].offset);
		dated->at = INSTANT_NONE;
		if (!read_dated(a, json_get(v, dated_fields[i].key), dated))
			return bad(dated_fields[i].key);
	}
	ret->is_paywalled = json_bool(json_get(v, "paywalled"), false);
	const struct json *why = json_get(v, "why_empty");
	if (json_kind(why) != JSON_ABSENT && !read_line(a, why, LIMIT_ARTICLE_VALUE, &ret->why_empty))
		return bad("why_empty");
	int r = read_authors(a, json_get(v, "authors"), ret);
	return r != 0 ? r : read_blocks(a, json_get(v, "blocks"), ret);
}

int article_json_read(struct arena *a, struct sv text, struct article *ret)
{
	AUTO_JSON doc = NULL;
	struct article article = { 0 };
	int r = json_read(text, &doc);
	if (r < 0)
		return ERR_PASS(r);
	if (r > 0 || json_kind(doc) != JSON_IS_OBJECT)
		return bad("no JSON object");
	r = read_article(a, doc, &article);
	if (r == 0 && (article.n_blocks == 0) != (article.why_empty.n > 0))
		r = bad("text and why_empty contradict each other");
	if (r == 0)
		*ret = article;
	return r;
}
