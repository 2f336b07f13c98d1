#include "claim/place.h"

#include "base/vec.h"

enum { NAME_WORDS_MOST = 3, NAME_ROOM = 32, MENTIONS_MOST = 8 };

static const struct {
	struct sv name, demonyms, aliases;
} countries[] = {
#define PLACE(name, demonyms, aliases) { SV_INIT(name), SV_INIT(demonyms), SV_INIT(aliases) },
#include "claim/place.def"
#undef PLACE
};

static bool is_listed(struct sv list, struct sv word)
{
	struct sv part;
	while (sv_split(&list, '|', &part))
		if (part.n > 0 && sv_eq(part, word))
			return true;
	return false;
}

static struct sv join(char out[NAME_ROOM], const struct number_tokens *t, size_t first, size_t n)
{
	size_t len = 0;
	for (size_t i = first; i < first + n; i++) {
		struct sv s = number_token_at(t, i)->text;
		if (s.n == 0 || len + 1 + s.n > NAME_ROOM)
			return SV_NONE;
		if (i > first)
			out[len++] = ' ';
		for (size_t k = 0; k < s.n; k++)
			out[len++] = s.p[k];
	}
	return (struct sv){ out, len };
}

/* A country or people at token i: how many tokens, 0 for none. */
static size_t country_at(const struct number_tokens *t, size_t i, struct place_mention *ret)
{
	char room[NAME_ROOM];
	for (size_t n = NAME_WORDS_MOST; n > 0 && number_token_at(t, i)->is_capital; n--) {
		struct sv word = join(room, t, i, n);
		for (size_t k = 0; word.n > 0 && k < sizeof(countries) / sizeof(*countries); k++) {
			bool is_demonym = is_listed(countries[k].demonyms, word);
			if (!is_demonym && !sv_eq(countries[k].name, word) && !is_listed(countries[k].aliases, word))
				continue;
			ret->name = countries[k].name;
			ret->is_demonym = is_demonym;
			return n;
		}
	}
	return 0;
}

static bool is_where(const struct number_tokens *t, size_t i)
{
	size_t before = i - (number_token_is(t, i - 1, SV("the")) ? 2 : 1);
	return number_token_in(t, before, " in from across near into within inside outside throughout to at around over ");
}

/* Any capitalised name behind "in" or the like: "in Northfield County". */
static size_t name_at(struct sv text, const struct number_tokens *t, size_t i, const bool *skip, struct place_mention *ret)
{
	size_t n = 0;
	if (!number_token_in(t, i - 1, " in near across throughout outside "))
		return 0;
	while (n < 4 && i + n < t->n && number_token_at(t, i + n)->is_capital && !skip[i + n] && number_token_at(t, i + n)->class == NUMBER_WORD)
		n++;
	if (n == 0)
		return 0;
	ret->name = sv_sub(text, number_token_at(t, i)->at.start, number_token_at(t, i + n - 1)->at.end);
	return n;
}

static bool is_the_country(const struct number_tokens *t, size_t i)
{
	return number_token_in(t, i - 1, " the ") && number_token_in(t, i, " country nation ") &&
	       number_token_in(t, i - 2, " in from across throughout into within inside outside ");
}

void place_list(struct arena *a, struct sv text, const struct number_tokens *t, const bool *skip, struct place_context *inout,
    struct place_mentions *ret)
{
	VEC(struct place_mention) v = { 0 };
	for (size_t i = 0, n; i < t->n; i += n) {
		struct place_mention m = { .first = i };
		n = country_at(t, i, &m);
		bool is_country = n > 0;
		m.is_where = is_where(t, i) && !m.is_demonym;
		if (n == 0) {
			n = name_at(text, t, i, skip, &m);
			m.is_where = n > 0;
		}
		if (n == 0 && is_the_country(t, i) && inout->last.n > 0) {
			n = 1;
			m.name = inout->last;
			m.is_where = true;
		}
		m.end = i + n;
		if (n > 0)
			*VEC_PUSH(a, &v) = m;
		/* The country a reader has in mind is the one spoken of, not whose army it is: "US troops in Iraq". */
		if (is_country && !sv_eq(m.name, SV("United States")))
			inout->last = m.name;
		n = n == 0 ? 1 : n;
	}
	*ret = (struct place_mentions){ v.v, v.n };
}

/* The first mention that does not end before token `at`. */
static size_t first_behind(const struct place_mentions *places, size_t at)
{
	size_t low = 0, high = places->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (places->v[middle].first < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct sv place_for(const struct place_mentions *places, size_t first, size_t end, size_t counted_first, size_t counted_end)
{
	const struct place_mention *before = NULL, *people = NULL;
	size_t behind = first_behind(places, end);
	for (size_t i = behind > MENTIONS_MOST ? behind - MENTIONS_MOST : 0; i < places->n && i < behind + MENTIONS_MOST; i++) {
		const struct place_mention *m = &places->v[i];
		if (m->is_where && m->first >= end)
			return m->name;
		if (m->is_where && m->end <= first)
			before = m;
		if (m->is_demonym && (m->end <= counted_first || m->first >= counted_end))
			people = m;
	}
	return before != NULL ? before->name : people != NULL ? people->name : SV_NONE;
}
