#include "extract/link.h"

#include "base/limits.h"

static bool is_http(struct sv url) { return sv_starts_icase(url, SV("http://")) || sv_starts_icase(url, SV("https://")); }

/* Where the path starts: behind the scheme and the host. */
static size_t path_start(struct sv url)
{
	size_t at = sv_find(url, SV("://"), 0) + 3;
	while (at < url.n && url.p[at] != '/' && url.p[at] != '?' && url.p[at] != '#')
		at++;
	return at < url.n ? at : url.n;
}

struct sv link_resolve(struct arena *a, struct sv base, struct sv reference)
{
	struct sv url = sv_trim(reference);
	size_t colon = sv_find_char(url, ':', 0), slash = sv_find_char(url, '/', 0), root = path_start(base);
	if (url.n == 0 || url.n > LIMIT_URL)
		return SV_NONE;
	if (sv_starts(url, SV("//")))
		url = arena_printf(a, SV_FMT SV_FMT, SV_ARG(sv_sub(base, 0, sv_find_char(base, ':', 0) + 1)), SV_ARG(url));
	else if (url.p[0] == '/')
		url = arena_printf(a, SV_FMT SV_FMT, SV_ARG(sv_sub(base, 0, root)), SV_ARG(url));
	else if (colon > slash || colon == url.n) { /* no scheme: beside the base's last path segment */
		size_t end = sv_find_char(base, '?', root) < sv_find_char(base, '#', root) ? sv_find_char(base, '?', root) : sv_find_char(base, '#', root);
		while (end > root && base.p[end - 1] != '/')
			end--;
		url = arena_printf(a, SV_FMT "%s" SV_FMT, SV_ARG(sv_sub(base, 0, end)), end == root ? "/" : "", SV_ARG(url));
	}
	return is_http(url) && url.n <= LIMIT_URL ? url : SV_NONE;
}

static bool is_front_page(struct sv url)
{
	struct sv path = sv_sub(url, path_start(url), url.n);
	return path.n == 0 || sv_eq(path, SV("/"));
}

static bool is_this_machine(struct sv url)
{
	static const struct sv hosts[] = { SV_INIT("localhost"), SV_INIT("127."), SV_INIT("0.0.0.0"), SV_INIT("[::1]") };
	struct sv host = sv_sub(url, sv_find(url, SV("://"), 0) + 3, url.n);
	for (size_t i = 0; i < sizeof(hosts) / sizeof(*hosts); i++)
		if (sv_starts_icase(host, hosts[i]))
			return true;
	return false;
}

static struct sv link_with_rel(const struct dom *dom, struct sv rel)
{
	for (dom_id i = dom_next_tag(dom, 0, 0, DOM_TAG_link); i != DOM_NONE; i = dom_next_tag(dom, 0, i, DOM_TAG_link)) {
		struct sv rels = dom_attr(dom, i, SV("rel")), one;
		while (sv_split(&rels, ' ', &one))
			if (sv_eq_icase(one, rel) && dom_attr(dom, i, SV("href")).n > 0)
				return dom_attr(dom, i, SV("href"));
	}
	return SV_NONE;
}

struct finding canonical_find(struct arena *a, const struct clues *clues, struct finding *ret_rejected)
{
	const struct finding given[] = {
		{ link_with_rel(clues->in->dom, SV("canonical")), SV("link canonical") },
		{ metas_get(&clues->metas, SV("og:url")), SV("meta og:url") },
		{ clues->data.url, SV("json-ld url") },
	};
	*ret_rejected = (struct finding){ SV_NONE, SV_NONE };
	for (size_t i = 0; i < sizeof(given) / sizeof(*given); i++) {
		struct sv url = tidy_line(a, link_resolve(a, clues->in->url, given[i].value));
		if (url.n == 0)
			continue;
		if (!is_this_machine(url) && (!is_front_page(url) || is_front_page(clues->in->url)))
			return (struct finding){ url, given[i].from };
		if (ret_rejected->value.n == 0)
			*ret_rejected = (struct finding){ url, given[i].from };
	}
	return (struct finding){ SV_NONE, SV_NONE };
}

struct finding image_find(struct arena *a, const struct clues *clues)
{
	static const struct sv names[] = { SV_INIT("og:image:secure_url"), SV_INIT("og:image"), SV_INIT("og:image:url"), SV_INIT("twitter:image"), SV_INIT("twitter:image:src") };
	struct finding image = metas_first(a, &clues->metas, names, sizeof(names) / sizeof(*names));
	if (image.value.n == 0)
		image = (struct finding){ clues->data.image, SV("json-ld image") };
	image.value = link_resolve(a, clues->in->url, image.value);
	return image.value.n ? image : (struct finding){ SV_NONE, SV_NONE };
}
