#include "extract/landmark.h"

enum { RUNNING_WORDS = 12, CREDITED_ANCESTORS = 5 };

static bool has_punctuation(struct sv s)
{
	static const char *const marks[] = { ". ", ", ", "? ", "! ", "; ", ": ", "\xe3\x80\x82", "\xef\xbc\x8c", "\xd8\x8c" };
	if (sv_ends(s, SV(".")) || sv_ends(s, SV(".\"")) || sv_ends(s, SV(".\xe2\x80\x9d")))
		return true;
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (sv_has(s, sv_cstr(marks[i])))
			return true;
	return false;
}

bool line_is_running(const struct line *line)
{
	const uint32_t outside = INSIDE_NAV | INSIDE_FOOTER | INSIDE_ASIDE | INSIDE_FORM | INSIDE_HEADING | INSIDE_DIALOG | INSIDE_HIDDEN;
	return line->words >= RUNNING_WORDS && line->link_chars * 3 < line->chars && (line->inside & outside) == 0 && has_punctuation(line->text);
}

static dom_id find_container(const struct page *page, const struct landmarks *marks)
{
	dom_id at = 0;
	const uint32_t total = marks->running_before[page->n_lines];
	for (dom_id child = page->dom->v[0].first_child; child != DOM_NONE && total > 0;) {
		if (landmarks_running(page, marks, child) * 10 >= total * 8) {
			at = child;
			child = page->dom->v[child].first_child;
		} else
			child = page->dom->v[child].next;
	}
	return page->places[at].block;
}

/* Readability's choice, without its class weights: 1 point a paragraph, a comma, and up to 3 for length. */
static dom_id find_top(struct arena *a, const struct page *page)
{
	static const float shares[CREDITED_ANCESTORS] = { 1, 0.5F, 1 / 6.0F, 1 / 9.0F, 1 / 12.0F };
	float *points = ARENA_ARRAY(a, float, page->dom->n), best = 0;
	dom_id top = 0;
	for (uint32_t i = 0; i < page->n_lines; i++) {
		const struct line *line = &page->lines[i];
		if (line->chars < 25 || !line_is_running(line))
			continue;
		float gained = 1 + (line->chars > 300 ? 3 : (float)line->chars / 100);
		for (size_t k = 0; k < line->text.n; k++)
			gained += line->text.p[k] == ',';
		dom_id at = page->dom->v[line->node].parent;
		for (int k = 0; k < CREDITED_ANCESTORS && at != DOM_NONE && at != 0; k++, at = page->dom->v[at].parent)
			points[at] += gained * shares[k];
	}
	for (dom_id i = 0; i < page->dom->n; i++) {
		if (points[i] <= best)
			continue;
		uint32_t words = page_words(page, i);
		float linked = words ? (float)page_link_words(page, i) / (float)words : 0;
		if (points[i] * (1 - linked) > best) {
			best = points[i] * (1 - linked);
			top = i;
		}
	}
	return top;
}

static void find_article(const struct page *page, struct landmarks *marks)
{
	uint32_t most = 0;
	marks->article = DOM_NONE;
	for (dom_id i = 1; i < page->dom->n; i++) {
		uint32_t own = page->places[i].inside & ~page->places[page->dom->v[i].parent].inside;
		if (page->dom->v[i].kind != DOM_ELEMENT || ((own & INSIDE_ARTICLE) == 0 && !dom_is(page->dom, i, DOM_TAG_article)))
			continue;
		uint32_t running = landmarks_running(page, marks, i);
		marks->n_articles++;
		if (running > most) {
			most = running;
			marks->article = i;
		}
	}
}

static void find_h1(const struct page *page, struct landmarks *marks)
{
	marks->h1 = DOM_NONE;
	marks->h1_line = page->n_lines;
	for (dom_id i = dom_next_tag(page->dom, 0, 0, DOM_TAG_h1); i != DOM_NONE; i = dom_next_tag(page->dom, 0, i, DOM_TAG_h1)) {
		uint32_t line = page->places[i].line;
		if (page_words(page, i) == 0 || (marks->h1 != DOM_NONE && line > marks->first))
			continue;
		marks->h1 = i;
		marks->h1_line = line;
	}
}

void landmarks_find(struct arena *a, const struct page *page, struct landmarks *ret)
{
	*ret = (struct landmarks){ .running_before = ARENA_ARRAY(a, uint32_t, (size_t)page->n_lines + 1) };
	for (uint32_t i = 0; i < page->n_lines; i++)
		ret->running_before[i + 1] = ret->running_before[i] + (line_is_running(&page->lines[i]) ? page->lines[i].words : 0);
	ret->container = find_container(page, ret);
	ret->top = find_top(a, page);
	find_article(page, ret);
	ret->first = ret->last = page->n_lines;
	for (uint32_t i = page->places[ret->container].line; i < page_lines_end(page, ret->container); i++)
		if (line_is_running(&page->lines[i])) {
			ret->first = ret->first == page->n_lines ? i : ret->first;
			ret->last = i;
		}
	find_h1(page, ret);
}
