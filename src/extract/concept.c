#include "extract/concept.h"

#define BIT(concept) (UINT32_C(1) << CONCEPT_##concept)

enum { LONGEST_WORD = 20, TOKENS_READ = 48 };

static const struct word {
	struct sv word;
	uint32_t bits;
} words[] = {
#define WORD(word, bits) { SV_INIT(#word), bits },
#include "extract/concept.def"
#undef WORD
};

static uint32_t word_bits(struct sv word)
{
	size_t from = 0, to = sizeof(words) / sizeof(*words);
	while (from < to) {
		size_t mid = (from + to) / 2;
		int order = sv_cmp(word, words[mid].word);
		if (order == 0)
			return words[mid].bits;
		if (order < 0)
			to = mid;
		else
			from = mid + 1;
	}
	return 0;
}

/* Where the word that starts at `at` ends: before a non-letter or a hump ("articleBody"). */
static size_t word_end(struct sv s, size_t at)
{
	size_t end = at + 1;
	while (end < s.n && ascii_is_alpha(s.p[end]) && !(ascii_is_upper(s.p[end]) && ascii_is_lower(s.p[end - 1])))
		end++;
	return end;
}

uint32_t concept_bits(struct sv names)
{
	uint32_t bits = 0;
	int tokens = 0;
	for (size_t at = 0; at < names.n && tokens < TOKENS_READ;) {
		if (!ascii_is_alpha(names.p[at])) {
			at++;
			continue;
		}
		size_t end = word_end(names, at);
		char lower[LONGEST_WORD];
		if (end - at <= LONGEST_WORD && end - at > 1) {
			for (size_t i = at; i < end; i++)
				lower[i - at] = ascii_lower(names.p[i]);
			bits |= word_bits((struct sv){ lower, end - at });
		}
		tokens++;
		at = end;
	}
	return bits;
}
