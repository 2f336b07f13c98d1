#include "extract/feature.h"

#include "extract/phrase.h"

static uint32_t table_size(uint32_t n)
{
	uint32_t size = 64;
	while (size < n * 2)
		size *= 2;
	return size;
}

static void find_repeats(struct arena *a, struct describer *d)
{
	struct seen {
		uint32_t hash, count;
	};
	uint32_t n = d->page->n_lines, mask = table_size(n) - 1;
	struct seen *seen = ARENA_ARRAY(a, struct seen, (size_t)mask + 1);
	d->repeats = ARENA_ARRAY(a, uint32_t, n);
	for (int round = 0; round < 2; round++)
		for (uint32_t i = 0; i < n; i++) {
			uint32_t hash = d->page->lines[i].hash | 1, at = hash & mask;
			while (seen[at].hash != 0 && seen[at].hash != hash)
				at = (at + 1) & mask;
			seen[at].hash = hash;
			seen[at].count += round == 0;
			d->repeats[i] = seen[at].count;
		}
}

void describer_init(struct arena *a, const struct page *page, struct describer *ret)
{
	*ret = (struct describer){ .page = page, .phrases = ARENA_ARRAY(a, uint32_t, page->n_lines) };
	for (uint32_t i = 0; i < page->n_lines; i++)
		ret->phrases[i] = page->lines[i].words < 60 ? phrase_bits(page->lines[i].text) : 0;
	find_repeats(a, ret);
}
