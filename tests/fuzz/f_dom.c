/*
 * Fuzz target for encodings, tokenizer and tree construction: any bytes give a tree whose links agree. With
 * -DFUZZ_BY_LIBFUZZER (clang -fsanitize=fuzzer) libFuzzer drives it; else main replays the files it is given, and each
 * of their prefixes.
 */
#include "base/limits.h"
#include "dom/dom.h"
#include "dom/html_parse.h"
#include "text/encoding.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void check(bool good, const char *what)
{
	if (!good) {
		(void)fprintf(stderr, "f_dom: %s\n", what);
		abort();
	}
}

static void check_node(const struct dom *d, dom_id i)
{
	const struct dom_node *n = dom_at(d, i);
	check(n->end > i && n->end <= d->n, "a subtree ends behind its node");
	check(n->first_child == DOM_NONE || n->first_child == i + 1, "the first child follows its parent");
	check(n->next == DOM_NONE || (n->next == n->end && dom_at(d, n->next)->prev == i), "siblings follow each other");
	check(i == 0 || (n->parent < i && n->end <= dom_at(d, n->parent)->end), "a child lies within its parent");
	check(n->kind == DOM_DOCUMENT || n->kind == DOM_DOCTYPE || n->kind == DOM_ELEMENT || utf8_is_valid(n->text), "text is UTF-8");
}

static void check_tree(const struct dom *d)
{
	check(d->n >= 1 && d->n <= LIMIT_DOM_NODES, "the node ceiling holds");
	for (dom_id i = 0; i < d->n; i++)
		check_node(d, i);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static const struct sv contexts[] = { SV_INIT("div"), SV_INIT("table"), SV_INIT("tr"), SV_INIT("select"), SV_INIT("template"),
		SV_INIT("svg desc"), SV_INIT("math mi"), SV_INIT("frameset") };
	AUTO_ARENA a = arena_new(LIMIT_JOB_ARENA);
	struct dom d;
	struct sv page = encoding_to_utf8(a, (struct sv){ (const char *)bytes, n }, SV(""), NULL, NULL);
	check(utf8_is_valid(page), "a decoded page is UTF-8");
	dom_parse(a, page, &d);
	check_tree(&d);
	(void)dom_text(a, &d, 0);
	html_parse_fragment(a, page, contexts[n % (sizeof(contexts) / sizeof(*contexts))], &d);
	check_tree(&d);
	return 0;
}

#ifndef FUZZ_BY_LIBFUZZER
int main(int argc, char **argv)
{
	static uint8_t bytes[65536];
	for (int i = 1; i < argc; i++) {
		FILE *f = fopen(argv[i], "rb");
		check(f != NULL, argv[i]);
		size_t n = fread(bytes, 1, sizeof(bytes), f);
		(void)fclose(f);
		for (size_t part = 0; part <= n; part += part < 512 ? 1 : 97)
			(void)LLVMFuzzerTestOneInput(bytes, part);
		(void)LLVMFuzzerTestOneInput(bytes, n);
	}
	return 0;
}
#endif
