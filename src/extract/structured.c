#include "extract/structured.h"

#include "base/err.h"
#include "base/limits.h"
#include "base/vec.h"
#include "json/json.h"

enum { LEVELS_SEARCHED = 8, OBJECTS_SEARCHED = 4000, SCRIPTS_READ = 60 };

/* An object waiting for a look, on an explicit stack. */
struct pending {
	const struct json *v;
	int level;
};

struct search {
	struct arena *a;
	struct sv url;
	const struct json *root;  /* of the script in hand, for "@id" references */
	const struct json *found;
	int rank;
};

static bool is_article_type(struct sv type)
{
	static const struct sv others[] = { SV_INIT("Report"), SV_INIT("Review"), SV_INIT("Recipe"), SV_INIT("OpinionNewsArticle") };
	if (sv_ends_icase(type, SV("Article")) || sv_ends_icase(type, SV("Posting")))
		return !sv_ends_icase(type, SV("JobPosting"));
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (sv_eq(type, others[i]))
			return true;
	return false;
}

static bool has_article_type(const struct json *v)
{
	const struct json *type = json_get(v, "@type");
	for (size_t i = 0; i < json_count(type); i++)
		if (is_article_type(json_sv(json_item(type, i))))
			return true;
	return is_article_type(json_sv(type));
}

static struct sv url_of(const struct json *v)
{
	const struct json *page = json_get(v, "mainEntityOfPage");
	struct sv url = json_get_sv(v, "url");
	if (url.n == 0)
		url = json_kind(page) == JSON_IS_STRING ? json_sv(page) : json_get_sv(page, "@id");
	return url.n ? url : json_get_sv(v, "@id");
}

/* Without the scheme, "www.", query, fragment and a closing slash. */
static struct sv url_key(struct sv url)
{
	size_t scheme = sv_find(url, SV("://"), 0);
	url = scheme < url.n ? sv_sub(url, scheme + 3, url.n) : url;
	url = sv_sub(url, 0, sv_find_char(url, '?', 0));
	url = sv_sub(url, 0, sv_find_char(url, '#', 0));
	url = sv_starts_icase(url, SV("www.")) ? sv_sub(url, 4, url.n) : url;
	return sv_ends(url, SV("/")) ? sv_sub(url, 0, url.n - 1) : url;
}

/* How sure it is that this object is the page's own article. */
static int rank_article(const struct search *search, const struct json *v, int level)
{
	struct sv own = url_of(v);
	int rank = 10 - level;
	rank += own.n > 0 && sv_eq_icase(url_key(own), url_key(search->url)) ? 100 : 0;
	rank += json_get_sv(v, "headline").n > 0 ? 20 : 0;
	rank += json_get_sv(v, "datePublished").n > 0 ? 10 : 0;
	rank += json_kind(json_get(v, "author")) != JSON_ABSENT ? 5 : 0;
	return rank;
}

static bool leads_to_others(struct sv key)
{
	static const struct sv keys[] = { SV_INIT("itemListElement"), SV_INIT("hasPart"), SV_INIT("isPartOf"), SV_INIT("relatedLink"),
					  SV_INIT("comment"), SV_INIT("citation"), SV_INIT("isBasedOn"), SV_INIT("liveBlogUpdate") };
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		if (sv_eq(key, keys[i]))
			return true;
	return false;
}

static void search_articles(struct search *search)
{
	VEC(struct pending) stack = { 0 };
	*VEC_PUSH(search->a, &stack) = (struct pending){ search->root, 0 };
	for (int seen = 0; stack.n > 0 && seen < OBJECTS_SEARCHED; seen++) {
		struct pending at = stack.v[--stack.n];
		if (has_article_type(at.v)) {
			int rank = rank_article(search, at.v, at.level);
			search->found = rank > search->rank ? at.v : search->found;
			search->rank = rank > search->rank ? rank : search->rank;
		}
		if (at.level == LEVELS_SEARCHED)
			continue;
		for (size_t i = json_count(at.v); i > 0; i--)
			*VEC_PUSH(search->a, &stack) = (struct pending){ json_item(at.v, i - 1), at.level + 1 };
		struct sv key;
		const struct json *value;
		for (void *member = NULL; json_kind(at.v) == JSON_IS_OBJECT && json_next(at.v, &member, &key, &value);)
			if ((json_kind(value) == JSON_IS_OBJECT || json_kind(value) == JSON_IS_ARRAY) && !leads_to_others(key))
				*VEC_PUSH(search->a, &stack) = (struct pending){ value, at.level + 1 };
	}
}

/* The object of the same graph with this "@id" that has a name. */
static const struct json *by_id(const struct json *root, struct sv id)
{
	const struct json *graph = json_kind(root) == JSON_IS_ARRAY ? root : json_get(root, "@graph");
	for (size_t i = 0; i < json_count(graph) && i < OBJECTS_SEARCHED; i++)
		if (sv_eq(json_get_sv(json_item(graph, i), "@id"), id) && json_get_sv(json_item(graph, i), "name").n > 0)
			return json_item(graph, i);
	return NULL;
}

/* A name: the string itself, or an object's "name" (the first of several), here or where "@id" points. */
static struct sv name_of(const struct search *search, const struct json *v)
{
	v = json_count(v) > 0 ? json_item(v, 0) : v;
	const struct json *name = json_get(v, "name");
	if (json_kind(v) == JSON_IS_STRING)
		return tidy_line(search->a, json_sv(v));
	if (json_kind(name) == JSON_ABSENT && json_get_sv(v, "@id").n > 0)
		name = json_get(by_id(search->root, json_get_sv(v, "@id")), "name");
	return tidy_line(search->a, json_count(name) > 0 ? json_sv(json_item(name, 0)) : json_sv(name));
}

static void read_authors(const struct search *search, const struct json *v, struct structured *ret)
{
	VEC(struct sv) names = { 0 };
	const struct json *inner = json_get(v, "name");
	if (json_count(inner) > 0) /* one author with a list of names */
		v = inner;
	size_t n = json_count(v) > 0 ? json_count(v) : 1;
	for (size_t i = 0; i < n && i < LIMIT_ARTICLE_AUTHORS; i++) {
		struct sv name = name_of(search, json_count(v) > 0 ? json_item(v, i) : v);
		if (name.n > 0)
			*VEC_PUSH(search->a, &names) = name;
	}
	ret->authors = names.v;
	ret->n_authors = names.n;
}

static struct sv image_of(const struct search *search, const struct json *v)
{
	if (json_count(v) > 0)
		v = json_item(v, 0);
	return tidy_line(search->a, json_kind(v) == JSON_IS_STRING ? json_sv(v) : json_get_sv(v, "url"));
}

static bool is_false(const struct json *v)
{
	return (json_kind(v) == JSON_IS_BOOL && !json_bool(v, true)) || sv_eq_icase(json_sv(v), SV("false"));
}

static void read_article(const struct search *search, struct structured *ret)
{
	const struct json *v = search->found, *publisher = json_get(v, "publisher"), *author = json_get(v, "author");
	struct arena *a = search->a;
	*ret = (struct structured){ .is_found = true };
	ret->headline = tidy_line(a, json_get_sv(v, "headline").n ? json_get_sv(v, "headline") : json_get_sv(v, "name"));
	ret->body = arena_sv(a, json_get_sv(v, "articleBody"));
	ret->published = tidy_line(a, json_get_sv(v, "datePublished").n ? json_get_sv(v, "datePublished") : json_get_sv(v, "dateCreated"));
	ret->modified = tidy_line(a, json_get_sv(v, "dateModified"));
	ret->site = name_of(search, publisher);
	ret->section = name_of(search, json_get(v, "articleSection"));
	ret->lang = tidy_line(a, json_get_sv(v, "inLanguage"));
	ret->image = image_of(search, json_get(v, "image"));
	ret->url = tidy_line(a, url_of(v));
	ret->is_paywalled = is_false(json_get(v, "isAccessibleForFree"));
	read_authors(search, json_kind(author) != JSON_ABSENT ? author : json_get(v, "creator"), ret);
}

/* Control characters become blanks (in strings JSON forbids them), and comment or CDATA wrappers go. */
static struct sv loosen(struct arena *a, struct sv script)
{
	size_t from = 0, to = script.n;
	while (from < to && script.p[from] != '{' && script.p[from] != '[')
		from++;
	while (to > from && script.p[to - 1] != '}' && script.p[to - 1] != ']')
		to--;
	char *p = arena_alloc(a, to - from + 1);
	for (size_t i = from; i < to; i++)
		p[i - from] = (unsigned char)script.p[i] < ' ' ? ' ' : script.p[i];
	return (struct sv){ p, to - from };
}

static void read_script(struct arena *a, struct sv script, struct sv url, int *best, struct structured *ret)
{
	AUTO_JSON doc = NULL;
	if (json_read_loose(loosen(a, script), &doc) != 0) {
		err_clear();
		return;
	}
	struct search search = { .a = a, .url = url, .root = doc, .rank = *best };
	search_articles(&search);
	if (search.found == NULL)
		return;
	*best = search.rank;
	read_article(&search, ret);
}

void structured_read(struct arena *a, const struct dom *dom, struct sv url, struct structured *ret)
{
	int best = 0, scripts = 0;
	*ret = (struct structured){ 0 };
	for (dom_id i = dom_next_tag(dom, 0, 0, DOM_TAG_script); i != DOM_NONE && scripts < SCRIPTS_READ; i = dom_next_tag(dom, 0, i, DOM_TAG_script)) {
		dom_id text = dom->v[i].first_child;
		if (text == DOM_NONE || !sv_starts_icase(sv_trim(dom_attr(dom, i, SV("type"))), SV("application/ld+json")))
			continue;
		scripts++;
		read_script(a, dom->v[text].text, url, &best, ret);
	}
}
