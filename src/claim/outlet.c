#include "claim/outlet.h"

/* An outlet's name is at most so many words. */
#define WORDS_MAX 5

static const struct {
	struct sv name, aliases;
} outlets[] = {
#define OUTLET(name, aliases) { SV_INIT(name), SV_INIT(aliases) },
#include "claim/outlet.def"
#undef OUTLET
};

/* Last words that only a newspaper, a broadcaster or an agency has. */
static const struct sv endings[] = {
	SV_INIT("news"), SV_INIT("times"), SV_INIT("post"), SV_INIT("journal"), SV_INIT("gazette"), SV_INIT("herald"), SV_INIT("tribune"),
	SV_INIT("chronicle"), SV_INIT("wire"), SV_INIT("ledger"), SV_INIT("observer"), SV_INIT("examiner"), SV_INIT("telegraph"),
	SV_INIT("guardian"), SV_INIT("courier"), SV_INIT("dispatch"), SV_INIT("sentinel"), SV_INIT("inquirer"), SV_INIT("tv"),
	SV_INIT("radio"), SV_INIT("television"), SV_INIT("magazine"), SV_INIT("newspaper"), SV_INIT("newshour"), SV_INIT("bulletin"),
};

static struct sv without_possessive(struct sv lower)
{
	size_t tail = sv_ends(lower, SV("'s")) ? 2 : sv_ends(lower, SV("’s")) ? 4 : 0;
	return sv_sub(lower, 0, lower.n - tail);
}

/* Do the words from i on spell this alias? How many, or 0. */
static size_t alias_at(const struct words *w, size_t i, struct sv alias)
{
	struct sv part;
	size_t n = 0;
	while (sv_split(&alias, ' ', &part)) {
		struct sv word = word_at(w, i + n++)->lower;
		if (!alias.p) /* "NBC's Meet the Press" */
			word = without_possessive(word);
		if (!sv_eq(word, part))
			return 0;
	}
	return n;
}

static size_t known_at(const struct words *w, size_t i, struct sv *ret_name)
{
	size_t best = 0;
	for (size_t k = 0; k < sizeof(outlets) / sizeof(*outlets); k++) {
		struct sv rest = outlets[k].aliases, alias;
		while (sv_split(&rest, '|', &alias)) {
			size_t n = alias_at(w, i, alias);
			if (n > best) {
				best = n;
				*ret_name = outlets[k].name;
			}
		}
	}
	return best;
}

static bool is_ending(struct sv lower)
{
	for (size_t k = 0; k < sizeof(endings) / sizeof(*endings); k++)
		if (sv_eq(lower, endings[k]))
			return true;
	return false;
}

/* A run of two or more capitalised words that ends as outlets' names do. */
static size_t shaped_at(const struct words *w, size_t i)
{
	size_t n = 0, best = 0;
	while (n < WORDS_MAX && word_at(w, i + n)->is_capital) {
		n++;
		if (n >= 2 && is_ending(word_at(w, i + n - 1)->lower))
			best = n;
	}
	return best;
}

static bool is_article(struct sv lower)
{
	return sv_eq(lower, SV("the")) || sv_eq(lower, SV("a")) || sv_eq(lower, SV("an"));
}

size_t outlet_at(struct sv text, const struct words *w, size_t i, struct sv *ret_name)
{
	size_t the = word_is(w, i, SV("the")) ? 1 : 0;
	size_t first = i + the;
	struct sv name = SV_NONE;
	if (!word_at(w, first)->is_capital && !word_at(w, first)->is_number)
		return 0;
	size_t shaped = shaped_at(w, first), known = known_at(w, first, &name);
	size_t n = known >= shaped ? known : shaped;
	if (n == 0)
		return 0;
	/* "Post" or "Guardian" alone is a word like any other; "the Post" is a newspaper, "a Guardian report" one of its. */
	bool needs_article = known >= shaped && known == 1 && (name.n == 0 || sv_starts(name, SV("The ")));
	bool has_article = the > 0 || (first > 0 && is_article(word_at(w, first - 1)->lower));
	if (needs_article && !has_article)
		return 0;
	*ret_name = known >= shaped && name.n > 0 ? name : word_span(text, w, first, first + n);
	return the + n;
}
