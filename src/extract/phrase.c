#include "extract/phrase.h"

#define BIT(kind) (UINT32_C(1) << PHRASE_##kind)

/* Longer lines are prose whatever they start with; longer heads are not looked at. */
enum { FURNITURE_BYTES = 600, HEAD_BYTES = 48 };

struct phrase_row {
	struct sv phrase;
	uint32_t bits;
};

static const struct phrase_row starts[] = {
#define START(phrase, bits) { SV_INIT(phrase), bits },
#define HOLD(phrase, bits)
#include "extract/phrase.def"
#undef START
#undef HOLD
};

static const struct phrase_row holds[] = {
#define START(phrase, bits)
#define HOLD(phrase, bits) { SV_INIT(phrase), bits },
#include "extract/phrase.def"
#undef START
#undef HOLD
};

/* The first row that is not below `head` in byte order. */
static size_t lower_bound(struct sv head)
{
	size_t from = 0, to = sizeof(starts) / sizeof(*starts);
	while (from < to) {
		size_t mid = (from + to) / 2;
		if (sv_cmp(starts[mid].phrase, head) < 0)
			from = mid + 1;
		else
			to = mid;
	}
	return from;
}

/* Every phrase that is a beginning of `head`, ending at a word's end: their rows lie between head's first letter and head. */
static uint32_t start_bits(struct sv head)
{
	uint32_t bits = 0;
	for (size_t i = lower_bound(sv_sub(head, 0, 1)); i < sizeof(starts) / sizeof(*starts) && sv_cmp(starts[i].phrase, head) <= 0; i++) {
		struct sv phrase = starts[i].phrase;
		if (sv_starts(head, phrase) && (head.n == phrase.n || !ascii_is_alnum(head.p[phrase.n]) || !ascii_is_alnum(phrase.p[phrase.n - 1])))
			bits |= starts[i].bits;
	}
	return bits;
}

uint32_t phrase_bits(struct sv line)
{
	char lower[FURNITURE_BYTES];
	if (line.n == 0 || line.n > sizeof(lower))
		return 0;
	for (size_t i = 0; i < line.n; i++)
		lower[i] = ascii_lower(line.p[i]);
	struct sv s = { lower, line.n };
	uint32_t bits = start_bits(sv_sub(s, 0, HEAD_BYTES));
	for (size_t i = 0; i < sizeof(holds) / sizeof(*holds); i++)
		if ((bits & holds[i].bits) != holds[i].bits && sv_has(s, holds[i].phrase))
			bits |= holds[i].bits;
	return bits;
}
