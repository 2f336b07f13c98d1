#include "extract/meta.h"

#include "base/vec.h"
#include "text/utf8.h"

enum { METAS_READ = 400 };

static const struct sv name_attributes[] = { SV_INIT("name"), SV_INIT("property"), SV_INIT("itemprop"), SV_INIT("http-equiv") };

static struct sv lower(struct arena *a, struct sv s)
{
	char *p = arena_alloc(a, s.n + 1);
	for (size_t i = 0; i < s.n; i++)
		p[i] = ascii_lower(s.p[i]);
	return (struct sv){ p, s.n };
}

void metas_read(struct arena *a, const struct dom *dom, struct metas *ret)
{
	VEC(struct meta) found = { 0 };
	for (dom_id i = dom_next_tag(dom, 0, 0, DOM_TAG_meta); i != DOM_NONE && found.n < METAS_READ; i = dom_next_tag(dom, 0, i, DOM_TAG_meta)) {
		struct sv content = tidy_line(a, dom_attr(dom, i, SV("content")));
		if (content.n == 0)
			continue;
		for (size_t k = 0; k < sizeof(name_attributes) / sizeof(*name_attributes); k++) {
			struct sv names = lower(a, dom_attr(dom, i, name_attributes[k])), name;
			while (sv_split(&names, ' ', &name)) /* "dc.title og:title" is written too */
				if (name.n > 0)
					*VEC_PUSH(a, &found) = (struct meta){ name, content };
		}
	}
	*ret = (struct metas){ found.v, found.n };
}

struct sv metas_get(const struct metas *metas, struct sv name)
{
	for (size_t i = 0; i < metas->n; i++)
		if (sv_eq(metas->v[i].name, name))
			return metas->v[i].content;
	return SV_NONE;
}

struct finding metas_first(struct arena *a, const struct metas *metas, const struct sv *names, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct sv content = metas_get(metas, names[i]);
		if (content.n > 0)
			return (struct finding){ content, arena_printf(a, "meta " SV_FMT, SV_ARG(names[i])) };
	}
	return (struct finding){ SV_NONE, SV_NONE };
}
