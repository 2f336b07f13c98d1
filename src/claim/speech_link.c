#include "claim/speech_link.h"

#include "base/vec.h"

/* A run of words of one role. */
struct run {
	size_t first, end, sentence;
	size_t owner; /* which cue it was given to; SIZE_MAX = none */
};

typedef VEC(struct run) run_vec;

static void find_runs(struct arena *a, const struct speech_words *w, const uint8_t *states, run_vec runs[SPEECH_ROLE_N])
{
	size_t i = 0;
	while (i < w->n) {
		size_t state = states[i], from = i++;
		if (state < SPEECH_OUTSIDES)
			continue;
		size_t role = (state - SPEECH_OUTSIDES) / 2, inside = SPEECH_OUTSIDES + 2 * role + 1;
		while (i < w->n && states[i] == inside)
			i++;
		*VEC_PUSH(a, &runs[role]) = (struct run){ from, i, w->v[from].sentence, SIZE_MAX };
	}
}

/* How far apart two runs stand, in words; another sentence is far. */
static size_t cost(const struct run *x, const struct run *cue)
{
	enum { OTHER_SENTENCE = 40, BEHIND = 1 };
	size_t gap = x->end <= cue->first ? cue->first - x->end : x->first >= cue->end ? x->first - cue->end + BEHIND : 0;
	return gap + (x->sentence != cue->sentence ? OTHER_SENTENCE : 0);
}

/* The nearest cue of a run, those that have one already left out if asked; SIZE_MAX if none is near enough. */
static size_t nearest(const struct run *x, const run_vec *cues, const bool *taken, size_t most)
{
	size_t best = SIZE_MAX, best_cost = most;
	for (size_t k = 0; k < cues->n; k++) {
		size_t c = cost(x, &cues->v[k]);
		if (c < best_cost && !(taken && taken[k])) {
			best_cost = c;
			best = k;
		}
	}
	return best;
}

/* Each source goes to its nearest cue, closest pairs first; a cue left over shares its nearest one in its sentence. */
static void give_sources(struct arena *a, run_vec *sources, const run_vec *cues, size_t *source_of)
{
	enum { FAR = 80, NEAR = 35 };
	bool *taken = arena_array(a, sizeof(*taken), cues->n + 1);
	for (size_t round = 0; round < sources->n; round++) {
		size_t best = SIZE_MAX, best_cue = SIZE_MAX, best_cost = FAR;
		for (size_t s = 0; s < sources->n; s++) {
			size_t k = sources->v[s].owner == SIZE_MAX ? nearest(&sources->v[s], cues, taken, FAR) : SIZE_MAX;
			if (k != SIZE_MAX && cost(&sources->v[s], &cues->v[k]) < best_cost) {
				best = s;
				best_cue = k;
				best_cost = cost(&sources->v[s], &cues->v[k]);
			}
		}
		if (best == SIZE_MAX)
			break;
		taken[best_cue] = true;
		sources->v[best].owner = best_cue;
		source_of[best_cue] = best;
	}
	for (size_t k = 0; k < cues->n; k++) {
		size_t best_cost = NEAR;
		for (size_t s = 0; source_of[k] == SIZE_MAX && s < sources->n; s++) {
			size_t c = cost(&sources->v[s], &cues->v[k]);
			if (c < best_cost) {
				best_cost = c;
				taken[k] = true;
			}
		}
		for (size_t s = 0; taken[k] && source_of[k] == SIZE_MAX && s < sources->n; s++)
			if (cost(&sources->v[s], &cues->v[k]) == best_cost)
				source_of[k] = s;
	}
}

static struct span span_of(const struct speech_words *w, const struct run *r)
{
	return (struct span){ w->v[r->first].at.start, w->v[r->end - 1].at.end };
}

static bool is_quoted(const struct speech_words *w, const struct run *r)
{
	return w->v[r->first].quote != 0 || w->v[r->end - 1].quote != 0;
}

/*
 * Contents go to their nearest cue. The one next to the cue is what was said; further ones belong to it only as parts of
 * the same quotation.
 */
static void give_contents(const struct speech_words *w, run_vec *contents, const run_vec *cues, struct speech_relation *to)
{
	enum { FAR = 200 };
	for (size_t c = 0; c < contents->n; c++)
		contents->v[c].owner = nearest(&contents->v[c], cues, NULL, FAR);
	for (size_t k = 0; k < cues->n; k++) {
		const struct run *main = NULL;
		for (size_t c = 0; c < contents->n; c++) {
			const struct run *x = &contents->v[c];
			if (x->owner == k && (!main || cost(x, &cues->v[k]) < cost(main, &cues->v[k])))
				main = x;
		}
		for (size_t c = 0; c < contents->n; c++) {
			const struct run *x = &contents->v[c];
			bool is_part = x == main || (x->owner == k && is_quoted(w, x) && is_quoted(w, main));
			if (is_part && to[k].n_content < SPEECH_PIECES)
				to[k].content[to[k].n_content++] = span_of(w, x);
		}
	}
}

void speech_link(struct arena *a, const struct speech_words *w, const uint8_t *states, struct speech_relations *ret)
{
	run_vec runs[SPEECH_ROLE_N] = { 0 };
	find_runs(a, w, states, runs);
	const run_vec *cues = &runs[SPEECH_CUE];
	struct speech_relation *v = arena_array(a, sizeof(*v), cues->n + 1);
	size_t *source_of = arena_array(a, sizeof(*source_of), cues->n + 1);
	for (size_t k = 0; k < cues->n; k++)
		source_of[k] = SIZE_MAX;
	give_sources(a, &runs[SPEECH_SOURCE], cues, source_of);
	for (size_t k = 0; k < cues->n; k++) {
		v[k].cue = span_of(w, &cues->v[k]);
		if (source_of[k] != SIZE_MAX)
			v[k].source = span_of(w, &runs[SPEECH_SOURCE].v[source_of[k]]);
	}
	give_contents(w, &runs[SPEECH_CONTENT], cues, v);
	*ret = (struct speech_relations){ v, cues->n };
}

void speech_link_paragraph(struct arena *a, struct sv text, const struct span *sentences, size_t n, struct sv model,
    struct speech_relations *ret)
{
	struct speech_words w;
	speech_feature_words(a, text, sentences, n, &w);
	uint8_t *states = arena_array(a, 1, w.n + 1);
	speech_tag_words(a, model, &w, states);
	speech_link(a, &w, states, ret);
}
