#include "claim/unit.h"

static const struct {
	struct sv words;
	struct unit unit;
} units[] = {
#define UNIT(words, name, dimension, to_base) { SV_INIT(words), { SV_INIT(name), DIM_##dimension, to_base } },
#include "claim/unit.def"
#undef UNIT
};

static size_t spelled_at(const struct words *w, size_t i, struct sv words)
{
	struct sv part;
	size_t n = 0;
	while (sv_split(&words, ' ', &part))
		if (!sv_eq(word_at(w, i + n++)->lower, part))
			return 0;
	return n;
}

size_t unit_at(const struct words *w, size_t i, struct unit *ret)
{
	size_t best = 0;
	for (size_t k = 0; k < sizeof(units) / sizeof(*units); k++) {
		struct sv rest = units[k].words, words;
		while (sv_split(&rest, '|', &words)) {
			size_t n = spelled_at(w, i, words);
			if (n > best) {
				best = n;
				*ret = units[k].unit;
			}
		}
	}
	return best;
}

bool unit_glued(struct sv rest, struct unit *ret)
{
	if (sv_starts(rest, SV("year-old"))) {
		*ret = (struct unit){ SV("year"), DIM_AGE, 1 };
		return true;
	}
	struct word word = { .lower = rest };
	return unit_at(&(struct words){ &word, 1 }, 0, ret) == 1;
}

size_t unit_currency_sign(const struct words *w, size_t i, struct unit *ret)
{
	static const struct {
		struct sv sign, name;
	} signs[] = { { SV_INIT("$"), SV_INIT("USD") }, { SV_INIT("€"), SV_INIT("EUR") }, { SV_INIT("£"), SV_INIT("GBP") }, { SV_INIT("¥"), SV_INIT("JPY") }, { SV_INIT("₹"), SV_INIT("INR") } };
	size_t prefix = word_is(w, i, SV("us")) && sv_eq(word_at(w, i + 1)->text, SV("$")) ? 1 : 0;
	for (size_t k = 0; k < sizeof(signs) / sizeof(*signs); k++)
		if (sv_eq(word_at(w, i + prefix)->text, signs[k].sign)) {
			*ret = (struct unit){ signs[k].name, DIM_CURRENCY, 1 };
			return prefix + 1;
		}
	return 0;
}
