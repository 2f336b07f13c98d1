#include "claim/place.h"

#include "claim/speech.h"

/* How far behind a figure its place may stand, in words. */
#define REACH 9

static const struct {
	struct sv name, others;
} places[] = {
#define PLACE(name, others) { SV_INIT(name), SV_INIT(others) },
#include "claim/place.def"
#undef PLACE
};

/* Do the words from i on spell this name (any case but the first letter's)? */
static size_t spelled_at(const struct words *w, size_t i, struct sv name)
{
	struct sv part;
	size_t n = 0;
	if (name.n == 0)
		return 0;
	while (sv_split(&name, ' ', &part)) {
		struct sv word = word_at(w, i + n)->lower;
		if (n == 0 && sv_starts(word, SV("inter-")))
			word = sv_sub(word, 6, word.n);
		if (sv_ends(word, SV("'s")))
			word.n -= 2;
		else if (sv_ends(word, SV("’s")))
			word.n -= 4;
		if (!sv_eq_icase(word, part))
			return 0;
		n++;
	}
	return n;
}

size_t place_at(const struct words *w, size_t i, struct sv *ret_name, bool *ret_is_name)
{
	const struct word *first = word_at(w, i);
	if (!first->is_capital && !sv_starts(first->lower, SV("inter-")))
		return 0;
	for (size_t k = 0; k < sizeof(places) / sizeof(*places); k++) {
		struct sv rest = places[k].others, other;
		size_t n = spelled_at(w, i, places[k].name);
		*ret_is_name = n > 0;
		while (n == 0 && sv_split(&rest, '|', &other))
			n = spelled_at(w, i, other);
		if (n > 0) {
			*ret_name = places[k].name;
			return n;
		}
	}
	return 0;
}

static bool is_preposition(const struct words *w, size_t i)
{
	static const struct sv list[] = { SV_INIT("in"), SV_INIT("from"), SV_INIT("across"), SV_INIT("inside"), SV_INIT("throughout"), SV_INIT("near"), SV_INIT("around"), SV_INIT("outside") };
	for (size_t k = 0; k < sizeof(list) / sizeof(*list); k++)
		if (word_is(w, i, list[k]))
			return true;
	return false;
}

static bool is_month(struct sv lower)
{
	static const char months[] = " january february march april may june july august september october november december ";
	char spaced[16];
	if (lower.n == 0 || lower.n > 10)
		return false;
	int n = snprintf(spaced, sizeof(spaced), " " SV_FMT " ", SV_ARG(lower));
	return sv_has(sv_cstr(months), (struct sv){ spaced, (size_t)n });
}

/* The place named behind the preposition at word i; SV_NONE for a month, a lower-case noun and the like. */
static struct sv named_behind(struct sv text, const struct words *w, size_t i)
{
	size_t first = i + 1 + (word_is(w, i + 1, SV("the")) ? 1 : 0), n = 0;
	struct sv name;
	bool is_name;
	if (place_at(w, first, &name, &is_name) > 0 && (is_name || word_at(w, first)->lower.n <= 4))
		return name;
	while (n < 4 && word_at(w, first + n)->is_capital && !is_month(word_at(w, first + n)->lower) && !speech_is_weekday(word_at(w, first + n)->lower))
		n++;
	return word_span(text, w, first, first + n);
}

static bool points_back(const struct words *w, size_t i)
{
	return word_is(w, i, SV("there")) || (word_is(w, i, SV("the")) && (word_is(w, i + 1, SV("country")) || word_is(w, i + 1, SV("region"))));
}

/* The nearest place before word `at` that the sentence names in any form, skipping [from, to). */
static struct sv last_mentioned(const struct words *w, size_t at, size_t from, size_t to)
{
	struct sv name;
	bool is_name;
	for (size_t i = at; i > 0; i--)
		if (!(i - 1 >= from && i - 1 < to) && place_at(w, i - 1, &name, &is_name) > 0)
			return name;
	return SV_NONE;
}

static struct sv search_behind(struct sv text, const struct words *w, size_t from, size_t to)
{
	for (size_t i = to; i < w->n && i < to + REACH; i++) {
		if (points_back(w, i)) {
			struct sv back = last_mentioned(w, from, from, to);
			if (back.p != NULL)
				return back;
		}
		if (!is_preposition(w, i))
			continue;
		struct sv name = named_behind(text, w, i);
		if (name.p != NULL)
			return name;
	}
	return SV_NONE;
}

struct sv place_of(struct sv text, const struct words *w, size_t from, size_t to, struct sv before)
{
	struct sv name = search_behind(text, w, from, to);
	bool is_name;
	if (name.p != NULL)
		return name;
	for (size_t i = from; i > 0; i--)
		if (is_preposition(w, i - 1) && (name = named_behind(text, w, i - 1)).p != NULL)
			return name;
	for (size_t i = 0; i < w->n; i++) {
		bool counted = i >= from && i < to;
		if (points_back(w, i))
			return before;
		if (!counted && before.p != NULL && place_at(w, i, &name, &is_name) > 0 && sv_eq(name, before))
			return before;
	}
	return SV_NONE;
}
