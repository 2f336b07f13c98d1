#include "extract/article.h"

static const struct sv block_kinds[BLOCK_KIND_N] = {
	[BLOCK_PARAGRAPH] = SV_INIT("paragraph"),   [BLOCK_HEADING] = SV_INIT("heading"),     [BLOCK_STANDFIRST] = SV_INIT("standfirst"),
	[BLOCK_LIST_ITEM] = SV_INIT("list item"),   [BLOCK_QUOTE] = SV_INIT("quote"),	      [BLOCK_TABLE_ROW] = SV_INIT("table row"),
	[BLOCK_CAPTION] = SV_INIT("caption"),	    [BLOCK_CORRECTION] = SV_INIT("correction"), [BLOCK_EMBED] = SV_INIT("embed"),
	[BLOCK_TIME] = SV_INIT("time"),
};

static const struct sv precisions[PRECISION_N] = {
	[PRECISION_YEAR] = SV_INIT("year"),	[PRECISION_MONTH] = SV_INIT("month"),	[PRECISION_DAY] = SV_INIT("day"),
	[PRECISION_MINUTE] = SV_INIT("minute"), [PRECISION_SECOND] = SV_INIT("second"),
};

static bool find_name(const struct sv *names, int n, struct sv name, int *ret)
{
	for (int i = 0; i < n; i++)
		if (sv_eq(names[i], name)) {
			*ret = i;
			return true;
		}
	return false;
}

struct sv block_kind_name(enum block_kind kind) { return block_kinds[kind]; }
struct sv precision_name(enum precision precision) { return precisions[precision]; }

bool block_kind_parse(struct sv name, enum block_kind *ret)
{
	int i;
	if (!find_name(block_kinds, BLOCK_KIND_N, name, &i))
		return false;
	*ret = (enum block_kind)i;
	return true;
}

bool precision_parse(struct sv name, enum precision *ret)
{
	int i;
	if (!find_name(precisions, PRECISION_N, name, &i))
		return false;
	*ret = (enum precision)i;
	return true;
}

struct sv article_text(struct arena *a, const struct article *article)
{
	size_t n = 0, at = 0;
	for (size_t i = 0; i < article->n_blocks; i++)
		n += article->blocks[i].text.n + 1;
	if (n == 0)
		return SV("");
	char *p = arena_alloc(a, n);
	for (size_t i = 0; i < article->n_blocks; i++) {
		struct sv text = article->blocks[i].text;
		for (size_t j = 0; j < text.n; j++)
			p[at++] = text.p[j];
		p[at++] = '\n';
	}
	return (struct sv){ p, n - 1 };
}

static struct sv zone_iso(struct arena *a, const struct dated *dated)
{
	int minutes = dated->offset_minutes < 0 ? -dated->offset_minutes : dated->offset_minutes;
	if (!dated->has_zone)
		return SV("");
	if (minutes == 0)
		return SV("Z");
	return arena_printf(a, "%c%02d:%02d", dated->offset_minutes < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

struct sv dated_iso(struct arena *a, const struct dated *dated)
{
	static const size_t lengths[PRECISION_N] = { 4, 7, 10, 16, 19 };
	if (dated->at == INSTANT_NONE)
		return SV_NONE;
	struct sv local = instant_iso(a, dated->at + dated->offset_minutes * 60 * CLOCK_SECOND);
	struct sv head = sv_sub(local, 0, lengths[dated->precision]);
	if (!dated->has_time)
		return head;
	return arena_printf(a, SV_FMT SV_FMT, SV_ARG(head), SV_ARG(zone_iso(a, dated)));
}
