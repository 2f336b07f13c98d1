#include "compare/origin.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/limits.h"
#include "claim/outlet_way.h"
#include "compare/term.h"

#define SHINGLE_WORDS 5
/* At or over this share of common runs the later text is taken for a copy of the earlier one. */
#define COPY_LIKENESS 0.5
/* Texts shorter than this share runs by chance. */
#define COPY_LEAST_SHINGLES 12
/* A long article's copied part shows in its first words as well as in all. */
#define MAX_SHINGLES 400

struct shingles {
	uint32_t *v;
	size_t n;
};

static const struct sv how_names[ORIGIN_N] = { SV_INIT("speaker"), SV_INIT("via"), SV_INIT("credit"), SV_INIT("copy"), SV_INIT("unknown") };

struct sv origin_how_name(enum origin_how how) { return how < ORIGIN_N ? how_names[how] : SV_NONE; }

static int by_value(const void *x, const void *y)
{
	uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
	return a < b ? -1 : a > b;
}

static void shingles_of(struct arena *a, struct sv text, struct shingles *ret)
{
	struct terms all;
	term_list(a, text, &all);
	size_t n = all.n >= SHINGLE_WORDS ? all.n - SHINGLE_WORDS + 1 : 0, kept = 0;
	n = n < MAX_SHINGLES ? n : MAX_SHINGLES;
	uint32_t *v = ARENA_ARRAY(a, uint32_t, n);
	for (size_t i = 0; i < n; i++) {
		uint32_t h = 2166136261U;
		for (size_t k = 0; k < SHINGLE_WORDS; k++)
			h = (h ^ all.v[i + k].hash) * 16777619U;
		v[i] = h;
	}
	if (n > 0)
		qsort(v, n, sizeof *v, by_value);
	for (size_t i = 0; i < n; i++)
		if (kept == 0 || v[kept - 1] != v[i])
			v[kept++] = v[i];
	*ret = (struct shingles){ v, kept };
}

static double likeness(const struct shingles *x, const struct shingles *y)
{
	size_t common = 0, least = x->n < y->n ? x->n : y->n;
	for (size_t i = 0, j = 0; i < x->n && j < y->n;) {
		if (x->v[i] == y->v[j]) {
			common++;
			i++;
			j++;
		} else if (x->v[i] < y->v[j]) {
			i++;
		} else {
			j++;
		}
	}
	return least > 0 ? (double)common / (double)least : 0;
}

double origin_likeness(struct arena *a, struct sv x, struct sv y)
{
	struct shingles sx, sy;
	shingles_of(a, x, &sx);
	shingles_of(a, y, &sy);
	return likeness(&sx, &sy);
}

static bool is_same_name(struct sv x, struct sv y)
{
	struct sv the = SV("the ");
	x = sv_starts_icase(x, the) ? sv_sub(x, the.n, x.n) : x;
	y = sv_starts_icase(y, the) ? sv_sub(y, the.n, y.n) : y;
	return x.n > 0 && sv_eq_icase(x, y);
}

/* "McKenzie" and "General Kenneth McKenzie" are one speaker: one name ends in the other's whole words. */
static bool is_same_speaker(struct sv x, struct sv y)
{
	struct sv brief = x.n < y.n ? x : y, full = x.n < y.n ? y : x;
	if (is_same_name(x, y))
		return true;
	return brief.n > 2 && brief.n < full.n && sv_ends_icase(full, brief) && full.p[full.n - brief.n - 1] == ' ' && ascii_is_upper(brief.p[0]);
}

static bool is_earlier(const struct origin_article *x, const struct origin_article *y)
{
	return x->published != INSTANT_NONE && (y->published == INSTANT_NONE || x->published < y->published);
}

/* The article of `source`, the earliest; SIZE_MAX where it is not among them. An outlet may cite itself: its other article. */
static size_t article_by(const struct origin_article *v, size_t n, struct sv source, size_t not_this)
{
	size_t found = SIZE_MAX;
	for (size_t i = 0; i < n; i++)
		if (i != not_this && is_same_name(v[i].source, source) && (found == SIZE_MAX || is_earlier(&v[i], &v[found])))
			found = i;
	return found;
}

static size_t copied_from(const struct origin_article *v, const struct shingles *texts, size_t n, size_t i)
{
	size_t best = SIZE_MAX;
	double most = COPY_LIKENESS;
	if (texts[i].n < COPY_LEAST_SHINGLES)
		return SIZE_MAX;
	for (size_t j = 0; j < n; j++) {
		if (j == i || texts[j].n < COPY_LEAST_SHINGLES || !is_earlier(&v[j], &v[i]))
			continue;
		double is = likeness(&texts[i], &texts[j]);
		if (is > most || (is >= most && best != SIZE_MAX && is_earlier(&v[j], &v[best]))) {
			most = is;
			best = j;
		}
	}
	return best;
}

static struct sv sentence_of(const struct origin_article *art)
{
	struct sv s = art->claim != NULL ? sv_sub(art->text, art->claim->sentence.start, art->claim->sentence.end) : SV_NONE;
	return s.n > 0 || art->claim == NULL ? s : art->claim->quote;
}

/* The nearest step back that the article shows: whom it has it from, whose line it carries, whose words, who spoke. */
static struct origin_edge step_back(const struct origin_article *v, const struct shingles *texts, size_t n, size_t i)
{
	const struct origin_article *art = &v[i];
	struct sv via = art->claim != NULL ? art->claim->said.via : SV_NONE, speaker = art->claim != NULL ? art->claim->said.speaker : SV_NONE;
	struct origin_edge e = { .from = i, .to = SIZE_MAX, .how = ORIGIN_UNKNOWN };
	/* "the ministry said in a statement": it is the ministry whose word it is. */
	if (via.n > 0 && !(speaker.n > 0 && outlet_way_is_document(via))) {
		e = (struct origin_edge){ i, article_by(v, n, via, i), via, ORIGIN_VIA, sentence_of(art), is_same_name(via, art->source) };
		return e;
	}
	if (art->credit.n > 0 && !is_same_name(art->credit, art->source)) {
		e = (struct origin_edge){ i, article_by(v, n, art->credit, i), art->credit, ORIGIN_CREDIT, art->credit, false };
		return e;
	}
	size_t copy = copied_from(v, texts, n, i);
	if (copy != SIZE_MAX) {
		e = (struct origin_edge){ i, copy, v[copy].source, ORIGIN_COPY, sentence_of(art), false };
		return e;
	}
	if (speaker.n > 0 && !art->claim->said.is_anonymous)
		e = (struct origin_edge){ i, SIZE_MAX, speaker, ORIGIN_SPEAKER, sentence_of(art), false };
	return e;
}

/* Follows the edges from article i to the last one; marks circles. SIZE_MAX: it runs in a circle and has no end. */
static size_t last_of(struct origin_edge *edges, size_t n, size_t i)
{
	size_t at = i;
	for (size_t steps = 0; steps <= n; steps++) {
		if (edges[at].is_circular && edges[at].to == SIZE_MAX)
			return SIZE_MAX;
		if (edges[at].to == SIZE_MAX)
			return at;
		at = edges[at].to;
		if (at == i)
			edges[i].is_circular = true;
	}
	return SIZE_MAX;
}

/* `ends` has room for one more than *n. The fullest form of a name is the one shown. */
static void count_end(struct origin_end *ends, size_t *n, struct sv name)
{
	for (size_t i = 0; i < *n; i++)
		if (is_same_speaker(ends[i].name, name)) {
			ends[i].n++;
			ends[i].name = name.n > ends[i].name.n ? name : ends[i].name;
			return;
		}
	ends[(*n)++] = (struct origin_end){ name, 1 };
}

static int by_articles(const void *x, const void *y)
{
	const struct origin_end *a = x, *b = y;
	return a->n != b->n ? (a->n > b->n ? -1 : 1) : sv_cmp(a->name, b->name);
}

static size_t publishers_of(const struct origin_article *v, size_t n)
{
	size_t count = 0;
	for (size_t i = 0; i < n; i++) {
		struct sv name = v[i].family.n > 0 ? v[i].family : v[i].source;
		bool seen = false;
		for (size_t j = 0; j < i && !seen; j++)
			seen = is_same_name(v[j].family.n > 0 ? v[j].family : v[j].source, name);
		count += !seen;
	}
	return count;
}

static const char *plural(size_t n) { return n == 1 ? "" : "s"; }

static struct sv line_of(struct arena *a, const struct origins *o)
{
	AUTO_BUF b = BUF_INIT(KIB(64));
	buf_addf(&b, "%zu article%s, %zu publisher%s, %zu known origin%s", o->n_articles, plural(o->n_articles), o->n_publishers,
	    plural(o->n_publishers), o->n_ends, plural(o->n_ends));
	for (size_t i = 0; i < o->n_ends && i < 8; i++)
		buf_addf(&b, "%s" SV_FMT " (%zu)", i == 0 ? ": " : ", ", SV_ARG(o->ends[i].name), o->ends[i].n);
	if (o->n_ends > 8)
		buf_addf(&b, " and %zu more", o->n_ends - 8);
	buf_addf(&b, "; %zu unknown", o->n_unknown);
	if (o->n_circular > 0)
		buf_addf(&b, ", %zu of them citing each other in a circle", o->n_circular);
	return arena_sv(a, buf_sv(&b));
}

/* The end of each chain: a name outside the set, or an article that names nobody, whose own origin is unknown. */
static void count_ends(struct arena *a, struct origin_edge *edges, struct origins *o)
{
	struct origin_end *ends = ARENA_ARRAY(a, struct origin_end, o->n_articles);
	size_t n = 0;
	for (size_t i = 0; i < o->n_articles; i++) {
		size_t last = last_of(edges, o->n_articles, i);
		if (last == SIZE_MAX) {
			o->n_unknown++;
			o->n_circular++;
		} else if (edges[last].how == ORIGIN_UNKNOWN) {
			o->n_unknown++;
		} else {
			count_end(ends, &n, edges[last].name);
		}
	}
	if (n > 0)
		qsort(ends, n, sizeof *ends, by_articles);
	o->ends = ends;
	o->n_ends = n;
}

void origin_trace(struct arena *a, const struct origin_article *articles, size_t n, struct origins *ret)
{
	struct shingles *texts = ARENA_ARRAY(a, struct shingles, n);
	struct origin_edge *edges = ARENA_ARRAY(a, struct origin_edge, n);
	for (size_t i = 0; i < n; i++)
		shingles_of(a, articles[i].text, &texts[i]);
	for (size_t i = 0; i < n; i++)
		edges[i] = step_back(articles, texts, n, i);
	*ret = (struct origins){ .n_articles = n, .n_publishers = publishers_of(articles, n), .edges = edges, .n_edges = n };
	count_ends(a, edges, ret);
	ret->line = line_of(a, ret);
}
