/*
 * bench/parse FOLDER...: how many MB a second dom_parse and libxml2's HTML parser read of the same pages (every page.html
 * below the folders, as UTF-8), in one run, best of three rounds each.
 */
#define BASE_MAY_MALLOC
#include <ftw.h>
#include <libxml/HTMLparser.h>

#include "base/clock.h"
#include "base/limits.h"
#include "dom/dom.h"
#include "text/encoding.h"

enum { PAGES_MAX = 4000, ROUNDS = 3 };

static struct sv pages[PAGES_MAX];
static size_t n_pages;
static struct arena *kept;

static int add_page(const char *path, const struct stat *st, int kind, struct FTW *at)
{
	if (kind != FTW_F || n_pages == PAGES_MAX || !sv_eq(sv_cstr(path + at->base), SV("page.html")))
		return 0;
	FILE *f = fopen(path, "rb");
	char *bytes = arena_alloc(kept, (size_t)st->st_size);
	size_t n = f == NULL ? 0 : fread(bytes, 1, (size_t)st->st_size, f);
	if (f != NULL)
		(void)fclose(f);
	pages[n_pages++] = encoding_to_utf8(kept, (struct sv){ bytes, n }, SV(""), NULL, NULL);
	return 0;
}

static void by_dom(struct sv page)
{
	static struct arena *a;
	struct dom d;
	if (a == NULL)
		a = arena_new(LIMIT_JOB_ARENA);
	dom_parse(a, page, &d);
	arena_reset(a);
}

static void by_libxml2(struct sv page)
{
	int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | (int)XML_PARSE_HUGE;
	xmlFreeDoc(htmlReadMemory(page.p, (int)page.n, NULL, "UTF-8", options));
}

/* Best MB a second (10^6 bytes) over all pages. */
static double rate_of(void (*parse)(struct sv))
{
	double best = 0;
	for (int round = 0; round < ROUNDS; round++) {
		size_t bytes = 0;
		int64_t start = clock_ticks();
		for (size_t i = 0; i < n_pages; i++) {
			parse(pages[i]);
			bytes += pages[i].n;
		}
		double rate = (double)bytes / (double)(clock_ticks() - start);
		best = rate > best ? rate : best;
	}
	return best;
}

int main(int argc, char **argv)
{
	kept = arena_new(MIB(1024));
	for (int i = 1; i < argc; i++)
		(void)nftw(argv[i], add_page, 16, FTW_PHYS);
	if (n_pages == 0) {
		(void)fputs("usage: bench/parse FOLDER... (with page.html files below)\n", stderr);
		return 2;
	}
	double own = rate_of(by_dom), libxml2 = rate_of(by_libxml2);
	(void)printf("%zu pages: dom %.0f MB/s, libxml2 %.0f MB/s, %.2f times\n", n_pages, own, libxml2, own / libxml2);
	arena_free(kept);
	return 0;
}
