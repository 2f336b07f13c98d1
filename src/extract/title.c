#include "extract/title.h"

#include "extract/word_hash.h"

enum { TITLE_WORDS = 40, HEADINGS_READ = 30 };

struct finding site_find(struct arena *a, const struct clues *clues)
{
	static const struct sv names[] = { SV_INIT("og:site_name"), SV_INIT("application-name"), SV_INIT("apple-mobile-web-app-title"), SV_INIT("publisher"),
					   SV_INIT("dc.publisher"), SV_INIT("twitter:site") };
	struct finding site = metas_first(a, &clues->metas, names, 1);
	if (site.value.n == 0 && clues->data.site.n > 0)
		site = (struct finding){ clues->data.site, SV("json-ld publisher") };
	if (site.value.n == 0)
		site = metas_first(a, &clues->metas, names + 1, sizeof(names) / sizeof(*names) - 1);
	if (sv_starts(site.value, SV("@")))
		site.value = sv_sub(site.value, 1, site.value.n);
	return site;
}

static size_t count_words(struct sv s)
{
	size_t n = 0;
	uint32_t hash;
	for (size_t at = 0; word_hash_next(s, &at, &hash);)
		n++;
	return n;
}

/* Shared words over all words of the longer one, 0 to 1. */
static double overlap(struct sv x, struct sv y)
{
	uint32_t words[TITLE_WORDS * 2], hash;
	size_t n = 0, shared = 0, other = 0;
	for (size_t at = 0; n < sizeof(words) / sizeof(*words) && word_hash_next(x, &at, &hash);)
		words[n++] = hash;
	for (size_t at = 0; word_hash_next(y, &at, &hash); other++)
		for (size_t i = 0; i < n; i++)
			if (words[i] == hash) {
				shared++;
				break;
			}
	size_t most = n > other ? n : other;
	return most ? (double)shared / (double)most : 0;
}

/* The letters and digits of both are the same ("The Daily Test" and "thedailytest"). */
static bool same_letters(struct sv x, struct sv y)
{
	size_t i = 0, k = 0;
	for (;;) {
		while (i < x.n && !ascii_is_alnum(x.p[i]) && (unsigned char)x.p[i] < 0x80)
			i++;
		while (k < y.n && !ascii_is_alnum(y.p[k]) && (unsigned char)y.p[k] < 0x80)
			k++;
		if (i == x.n || k == y.n)
			return i == x.n && k == y.n;
		if (ascii_lower(x.p[i++]) != ascii_lower(y.p[k++]))
			return false;
	}
}

/* "https://www.daily-test.co.uk/x" gives "daily-test.co.uk". */
static struct sv host_of(struct sv url)
{
	size_t at = sv_find(url, SV("://"), 0);
	struct sv host = at < url.n ? sv_sub(url, at + 3, url.n) : url;
	host = sv_sub(host, 0, sv_find_char(host, '/', 0));
	return sv_starts_icase(host, SV("www.")) ? sv_sub(host, 4, host.n) : host;
}

static bool is_site(struct sv part, struct sv site, struct sv url)
{
	struct sv host = host_of(url), label = host;
	if (site.n > 0 && (same_letters(part, site) || (count_words(part) <= 5 && overlap(part, site) >= 0.6)))
		return true;
	if (host.n > 0 && same_letters(part, host))
		return true;
	while (label.n > 0) { /* any name of the domain: "daily-test" of "news.daily-test.co.uk" */
		struct sv name = sv_sub(label, 0, sv_find_char(label, '.', 0));
		if (name.n > 2 && (same_letters(part, name) || (sv_starts_icase(part, SV("the ")) && same_letters(sv_sub(part, 4, part.n), name))))
			return true;
		label = name.n < label.n ? sv_sub(label, name.n + 1, label.n) : SV_NONE;
	}
	return false;
}

static const struct sv separators[] = { SV_INIT(" | "), SV_INIT(" - "), SV_INIT(" \xe2\x80\x93 "), SV_INIT(" \xe2\x80\x94 "), SV_INIT(" :: "),
					SV_INIT(" \xc2\xbb "), SV_INIT(" \xc2\xb7 "), SV_INIT(" \xe2\x80\xa2 "), SV_INIT(" / "), SV_INIT(" \xe2\x80\xba "), SV_INIT(" > "),
					SV_INIT("|"), SV_INIT(" \xc2\xab "), SV_INIT(" < ") };

/* The last separator: where it starts, and where the part behind it starts. False if there is none. */
static bool last_separator(struct sv s, size_t *ret_end, size_t *ret_next)
{
	bool found = false;
	*ret_end = *ret_next = 0;
	for (size_t i = 0; i < sizeof(separators) / sizeof(*separators); i++)
		for (size_t at = sv_find(s, separators[i], 0); at < s.n; at = sv_find(s, separators[i], at + 1))
			if (!found || at > *ret_end) {
				*ret_end = at;
				*ret_next = at + separators[i].n;
				found = true;
			}
	return found;
}

static bool first_separator(struct sv s, size_t *ret_end, size_t *ret_next)
{
	bool found = false;
	*ret_end = *ret_next = 0;
	for (size_t i = 0; i < sizeof(separators) / sizeof(*separators); i++) {
		size_t at = sv_find(s, separators[i], 0);
		if (at < s.n && (!found || at < *ret_end)) {
			*ret_end = at;
			*ret_next = at + separators[i].n;
			found = true;
		}
	}
	return found;
}

struct sv title_without_site(struct sv title, struct sv site, struct sv url, bool is_page_title)
{
	size_t end, next;
	for (int cuts = 0; cuts < 3 && last_separator(title, &end, &next); cuts++) {
		struct sv tail = sv_sub(title, next, title.n), head = sv_trim(sv_sub(title, 0, end));
		bool is_short = is_page_title && count_words(tail) <= 4 && count_words(head) > count_words(tail);
		if (head.n == 0 || (!is_site(tail, site, url) && !is_short))
			break;
		title = head;
	}
	if (first_separator(title, &end, &next) && is_site(sv_sub(title, 0, end), site, url))
		title = sv_trim(sv_sub(title, next, title.n));
	return title;
}

/* A heading outside menus, rails and footers, with the words of a title. */
static bool can_be_title(const struct clues *clues, dom_id node, struct sv text)
{
	const uint32_t outside = INSIDE_NAV | INSIDE_ASIDE | INSIDE_FOOTER | INSIDE_FORM | INSIDE_DIALOG;
	size_t words = count_words(text);
	return words > 0 && words <= TITLE_WORDS && (clues->page->places[node].inside & outside) == 0;
}

/* The <h1> (or itemprop headline) that the metadata confirms most; *ret_agreement says how much. */
static struct sv best_heading(struct arena *a, const struct clues *clues, const struct sv *hints, size_t n_hints, double *ret_agreement, size_t *ret_n)
{
	const struct dom *dom = clues->in->dom;
	struct sv best = SV_NONE;
	*ret_agreement = -1;
	*ret_n = 0;
	for (dom_id i = dom_next_tag(dom, 0, 0, DOM_TAG_h1); i != DOM_NONE && *ret_n < HEADINGS_READ; i = dom_next_tag(dom, 0, i, DOM_TAG_h1)) {
		struct sv text = tidy_element(a, dom, i);
		double agreement = 0;
		if (!can_be_title(clues, i, text))
			continue;
		++*ret_n;
		for (size_t k = 0; k < n_hints; k++)
			if (overlap(text, hints[k]) > agreement)
				agreement = overlap(text, hints[k]);
		if (clues->marks->h1 == i || (clues->page->places[i].inside & INSIDE_ARTICLE))
			agreement += 0.1;
		if (agreement > *ret_agreement) {
			*ret_agreement = agreement;
			best = text;
		}
	}
	return best;
}

struct finding title_find(struct arena *a, const struct clues *clues, struct sv site)
{
	static const struct sv names[] = { SV_INIT("og:title"), SV_INIT("twitter:title"), SV_INIT("parsely-title"), SV_INIT("sailthru.title"),
					   SV_INIT("dc.title"), SV_INIT("dcterms.title"), SV_INIT("citation_title"), SV_INIT("title") };
	struct sv url = clues->in->url;
	struct finding meta = metas_first(a, &clues->metas, names, sizeof(names) / sizeof(*names));
	meta.value = title_without_site(meta.value, site, url, false);
	struct sv element = title_without_site(clues->title_element, site, url, true), hints[] = { meta.value, clues->data.headline, element };
	double agreement;
	size_t n;
	struct sv heading = best_heading(a, clues, hints, sizeof(hints) / sizeof(*hints), &agreement, &n);
	if (heading.n > 0 && (agreement >= 0.5 || (n == 1 && agreement > 0.1 && !is_site(heading, site, url))))
		return (struct finding){ title_without_site(heading, site, url, false), SV("h1") };
	if (meta.value.n > 0 && !is_site(meta.value, site, url))
		return meta;
	if (clues->data.headline.n > 0)
		return (struct finding){ clues->data.headline, SV("json-ld headline") };
	if (heading.n > 0 && element.n == 0)
		return (struct finding){ heading, SV("h1") };
	return (struct finding){ element, element.n ? SV("title element") : SV_NONE };
}
