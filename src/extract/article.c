#include "extract/article.h"

static const struct sv precisions[PRECISION_N] = {
	[PRECISION_YEAR] = SV_INIT("year"),	[PRECISION_MONTH] = SV_INIT("month"),	[PRECISION_DAY] = SV_INIT("day"),
	[PRECISION_MINUTE] = SV_INIT("minute"), [PRECISION_SECOND] = SV_INIT("second"),
};

struct sv precision_name(enum precision precision) { return precisions[precision]; }

bool precision_parse(struct sv name, enum precision *ret)
{
	for (int i = 0; i < PRECISION_N; i++)
		if (sv_eq(precisions[i], name)) {
			*ret = (enum precision)i;
			return true;
		}
	return false;
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
