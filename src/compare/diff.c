#include "compare/diff.h"

#include "base/vec.h"
#include "text/utf8.h"

#define MOST_CHANGES 300 /* of one gap, for Myers: memory grows with its square */
#define MOST_LEVELS 40
#define NONE UINT32_MAX

/* A word (run of letters and digits with inner marks), a mark, or a line; white space belongs to what stands before it. */
struct token {
	size_t start, end; /* end: with what follows up to the next one */
	uint32_t id;       /* equal texts have equal ids */
};

struct tokens {
	struct token *v;
	size_t n, cap;
};

/* Texts of tokens as numbers. */
struct interner {
	struct arena *a;
	struct sv *texts;
	uint32_t *ids;
	size_t room, n; /* room: a power of two, at least twice n */
};

struct matcher {
	struct arena *a;
	const struct token *x, *y;
	uint32_t *match;            /* of each x, its y or NONE */
	uint32_t *n_x, *n_y, *at_y; /* by id; counts are zero between two uses */
	uint32_t *trace;            /* Myers' rows, made at the first search: that of d changes has 2d + 1 places from d * d on */
};

static size_t place_of(const struct interner *in, struct sv s)
{
	uint64_t h = UINT64_C(1469598103934665603);
	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * UINT64_C(1099511628211);
	size_t at = (size_t)(h ^ h >> 32) & (in->room - 1);
	while (in->texts[at].p != NULL && !sv_eq(in->texts[at], s))
		at = (at + 1) & (in->room - 1);
	return at;
}

static void grow(struct interner *in)
{
	struct interner old = *in;
	in->room = old.room > 0 ? old.room * 4 : 1024;
	in->texts = ARENA_ARRAY(in->a, struct sv, in->room);
	in->ids = ARENA_ARRAY(in->a, uint32_t, in->room);
	for (size_t i = 0; i < old.room; i++) {
		if (old.texts[i].p == NULL)
			continue;
		size_t at = place_of(in, old.texts[i]);
		in->texts[at] = old.texts[i];
		in->ids[at] = old.ids[i];
	}
}

static uint32_t intern(struct interner *in, struct sv s)
{
	static const char empty[1];
	if (s.p == NULL)
		s.p = empty;
	if (in->n * 2 >= in->room)
		grow(in);
	size_t at = place_of(in, s);
	if (in->texts[at].p == NULL) {
		in->texts[at] = s;
		in->ids[at] = (uint32_t)in->n++;
	}
	return in->ids[at];
}

static bool is_word_char(uint32_t cp)
{
	return utf8_is_alpha(cp) || utf8_is_digit(cp) || cp > 0x2FFF;
}

/* A mark that may stand inside a word: "5,200", "U.S", "don't", "al-Kadhemi". */
static bool is_inner_mark(uint32_t cp)
{
	return cp == '\'' || cp == 0x2019 || cp == '-' || cp == '.' || cp == ',';
}

static size_t word_end(struct sv text, size_t at)
{
	size_t n, m;
	uint32_t cp = utf8_at(text, at, &n);
	if (!is_word_char(cp))
		return at + n;
	for (at += n; at < text.n; at += n) {
		cp = utf8_at(text, at, &n);
		if (is_word_char(cp))
			continue;
		if (!is_inner_mark(cp) || at + n >= text.n || !is_word_char(utf8_at(text, at + n, &m)))
			break;
	}
	return at;
}

/* White space before the first word belongs to it. */
static void cut_words(struct interner *in, struct sv text, struct tokens *out)
{
	size_t at = 0, n;
	while (at < text.n && utf8_is_space(utf8_at(text, at, &n)))
		at += n;
	while (at < text.n) {
		size_t start = at, end = word_end(text, at);
		for (at = end; at < text.n && utf8_is_space(utf8_at(text, at, &n));)
			at += n;
		*VEC_PUSH(in->a, out) = (struct token){ out->n == 1 ? 0 : start, at, intern(in, sv_sub(text, start, end)) };
	}
}

static void cut_lines(struct interner *in, struct sv text, struct tokens *out)
{
	for (size_t at = 0; at < text.n;) {
		size_t end = sv_find_char(text, '\n', at), next = end < text.n ? end + 1 : end;
		*VEC_PUSH(in->a, out) = (struct token){ at, next, intern(in, sv_sub(text, at, end)) };
		at = next;
	}
}

static void count_ids(struct matcher *m, size_t x0, size_t x1, size_t y0, size_t y1, uint32_t step)
{
	for (size_t i = x0; i < x1; i++)
		m->n_x[m->x[i].id] = step == 0 ? 0 : m->n_x[m->x[i].id] + step;
	for (size_t j = y0; j < y1; j++) {
		m->n_y[m->y[j].id] = step == 0 ? 0 : m->n_y[m->y[j].id] + step;
		m->at_y[m->y[j].id] = (uint32_t)j;
	}
}

struct pair {
	uint32_t x, y, before; /* before: the pair it follows, in the longest ascending row */
};

/* Pairs of tokens that stand once on each side, thinned to the longest row that ascends on both (in reverse order). */
static size_t anchors(struct matcher *m, size_t x0, size_t x1, size_t y0, size_t y1, struct pair **ret)
{
	VEC(struct pair) pairs = { 0 };
	count_ids(m, x0, x1, y0, y1, 1);
	for (size_t i = x0; i < x1; i++)
		if (m->n_x[m->x[i].id] == 1 && m->n_y[m->x[i].id] == 1)
			*VEC_PUSH(m->a, &pairs) = (struct pair){ (uint32_t)i, m->at_y[m->x[i].id], NONE };
	count_ids(m, x0, x1, y0, y1, 0);
	uint32_t *ends = ARENA_ARRAY(m->a, uint32_t, pairs.n);
	size_t n = 0;
	for (size_t i = 0; i < pairs.n; i++) {
		size_t low = 0, high = n;
		while (low < high) {
			size_t mid = (low + high) / 2;
			if (pairs.v[ends[mid]].y < pairs.v[i].y)
				low = mid + 1;
			else
				high = mid;
		}
		pairs.v[i].before = low > 0 ? ends[low - 1] : NONE;
		ends[low] = (uint32_t)i;
		n += low == n;
	}
	*ret = ARENA_ARRAY(m->a, struct pair, n);
	uint32_t at = n > 0 ? ends[n - 1] : NONE;
	for (size_t k = n; k > 0; k--, at = pairs.v[at].before)
		(*ret)[k - 1] = pairs.v[at];
	return n;
}

/* Where the last change before diagonal k of row d came from: over one of y (down) or of x. */
static bool came_down(const uint32_t *last, int64_t k, int64_t d)
{
	return k == -d || (k != d && last[k - 1] < last[k + 1]);
}

static uint32_t *row_of(const struct matcher *m, int64_t d)
{
	return m->trace + d * d + d;
}

/* Back through the rows from the end of both sides, matching what lay on the diagonals. */
static void trace_back(struct matcher *m, size_t x0, size_t y0, int64_t n, int64_t k, int64_t d)
{
	int64_t x = n;
	for (; d > 0; d--) {
		const uint32_t *last = row_of(m, d - 1);
		bool down = came_down(last, k, d);
		int64_t from = down ? last[k + 1] : (int64_t)last[k - 1] + 1;
		for (; x > from; x--)
			m->match[x0 + (size_t)x - 1] = (uint32_t)(y0 + (size_t)(x - k) - 1);
		k = down ? k + 1 : k - 1;
		x = last[k];
	}
	for (; x > 0; x--)
		m->match[x0 + (size_t)x - 1] = (uint32_t)(y0 + (size_t)(x - k) - 1);
}

/* Myers' greedy search; nothing is matched where more than MOST_CHANGES are needed. */
static void myers(struct matcher *m, size_t x0, size_t x1, size_t y0, size_t y1)
{
	int64_t n = (int64_t)(x1 - x0), o = (int64_t)(y1 - y0);
	if (m->trace == NULL)
		m->trace = ARENA_ARRAY(m->a, uint32_t, (size_t)(MOST_CHANGES + 1) * (MOST_CHANGES + 1));
	for (int64_t d = 0; d <= MOST_CHANGES && d <= n + o; d++) {
		uint32_t *row = row_of(m, d);
		const uint32_t *last = d > 0 ? row_of(m, d - 1) : NULL;
		for (int64_t k = -d; k <= d; k += 2) {
			int64_t x = last == NULL ? 0 : came_down(last, k, d) ? last[k + 1] : (int64_t)last[k - 1] + 1;
			while (x < n && x - k < o && m->x[x0 + (size_t)x].id == m->y[y0 + (size_t)(x - k)].id)
				x++;
			row[k] = (uint32_t)x;
			if (x == n && x - k == o) {
				trace_back(m, x0, y0, n, k, d);
				return;
			}
		}
	}
}

static void match_range(struct matcher *m, size_t x0, size_t x1, size_t y0, size_t y1, int level)
{
	struct pair *pairs;
	while (x0 < x1 && y0 < y1 && m->x[x0].id == m->y[y0].id)
		m->match[x0++] = (uint32_t)y0++;
	while (x0 < x1 && y0 < y1 && m->x[x1 - 1].id == m->y[y1 - 1].id)
		m->match[--x1] = (uint32_t)--y1;
	if (x0 == x1 || y0 == y1)
		return;
	size_t n = level < MOST_LEVELS ? anchors(m, x0, x1, y0, y1, &pairs) : 0;
	if (n == 0) {
		myers(m, x0, x1, y0, y1);
		return;
	}
	for (size_t i = 0; i <= n; i++) {
		size_t x = i < n ? pairs[i].x : x1, y = i < n ? pairs[i].y : y1;
		match_range(m, x0, x, y0, y, level + 1);
		if (i == n)
			break;
		m->match[x] = (uint32_t)y;
		x0 = x + 1;
		y0 = y + 1;
	}
}

static void matcher_open(struct matcher *m, struct arena *a, const struct tokens *x, const struct tokens *y, size_t n_ids)
{
	*m = (struct matcher){ .a = a, .x = x->v, .y = y->v, .match = ARENA_ARRAY(a, uint32_t, x->n) };
	m->n_x = ARENA_ARRAY(a, uint32_t, n_ids);
	m->n_y = ARENA_ARRAY(a, uint32_t, n_ids);
	m->at_y = ARENA_ARRAY(a, uint32_t, n_ids);
	for (size_t i = 0; i < x->n; i++)
		m->match[i] = NONE;
}

/* The first token that begins at or after the byte. */
static size_t token_from(const struct tokens *t, size_t at, size_t byte)
{
	while (at < t->n && t->v[at].start < byte)
		at++;
	return at;
}

/* Matches the words: those of equal lines one by one, those between them by search. */
static void match_words(const struct tokens *lines_x, const struct tokens *lines_y, const uint32_t *lines, const struct tokens *x, const struct tokens *y, struct matcher *m)
{
	size_t from_x = 0, from_y = 0;
	for (size_t i = 0; i <= lines_x->n; i++) {
		if (i < lines_x->n && lines[i] == NONE)
			continue;
		bool is_end = i == lines_x->n;
		size_t to_x = is_end ? x->n : token_from(x, from_x, lines_x->v[i].start), to_y = is_end ? y->n : token_from(y, from_y, lines_y->v[lines[i]].start);
		match_range(m, from_x, to_x, from_y, to_y, 0);
		if (is_end)
			break;
		from_x = token_from(x, to_x, lines_x->v[i].end);
		from_y = token_from(y, to_y, lines_y->v[lines[i]].end);
		for (; to_x < from_x && to_y < from_y; to_x++)
			m->match[to_x] = (uint32_t)to_y++;
	}
}

struct runs {
	struct diff_run *v;
	size_t n, cap;
};

static void add_run(struct arena *a, struct runs *runs, enum diff_kind kind, struct span before, struct span after)
{
	struct diff_run *last = runs->n > 0 ? &runs->v[runs->n - 1] : NULL;
	if (last == NULL || last->kind != kind) {
		*VEC_PUSH(a, runs) = (struct diff_run){ kind, before, after };
		return;
	}
	last->before.end = before.end;
	last->after.end = after.end;
}

static void put_runs(struct arena *a, const struct tokens *x, const struct tokens *y, const uint32_t *match, struct diff *ret)
{
	struct runs runs = { 0 };
	size_t j = 0, at_x = 0, at_y = 0;
	for (size_t i = 0; i <= x->n; i++) {
		bool is_kept = i < x->n && match[i] != NONE;
		size_t to = is_kept ? match[i] : i < x->n ? j : y->n;
		for (; j < to; j++, ret->n_changed++) {
			add_run(a, &runs, DIFF_ADDED, (struct span){ at_x, at_x }, (struct span){ at_y, y->v[j].end });
			at_y = y->v[j].end;
		}
		if (i == x->n)
			break;
		size_t end_y = is_kept ? y->v[j++].end : at_y;
		add_run(a, &runs, is_kept ? DIFF_SAME : DIFF_REMOVED, (struct span){ at_x, x->v[i].end }, (struct span){ at_y, end_y });
		ret->n_changed += !is_kept;
		at_x = x->v[i].end;
		at_y = end_y;
	}
	ret->v = runs.v;
	ret->n = runs.n;
	ret->n_words = x->n + y->n;
}

void diff_texts(struct arena *a, struct sv before, struct sv after, struct diff *ret)
{
	struct interner lines = { .a = a }, words = { .a = a };
	struct tokens lines_x = { 0 }, lines_y = { 0 }, x = { 0 }, y = { 0 };
	struct matcher of_lines, of_words;
	*ret = (struct diff){ 0 };
	cut_lines(&lines, before, &lines_x);
	cut_lines(&lines, after, &lines_y);
	cut_words(&words, before, &x);
	cut_words(&words, after, &y);
	matcher_open(&of_lines, a, &lines_x, &lines_y, lines.n);
	match_range(&of_lines, 0, lines_x.n, 0, lines_y.n, 0);
	matcher_open(&of_words, a, &x, &y, words.n);
	match_words(&lines_x, &lines_y, of_lines.match, &x, &y, &of_words);
	put_runs(a, &x, &y, of_words.match, ret);
}
