/* crosscheck extract: pages in, articles as JSON out. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/limits.h"
#include "cmd/cmd.h"
#include "cmd/input.h"
#include "dom/dom.h"
#include "extract/extract.h"
#include "json/json.h"
#include "text/utf8.h"
#include "wire/article_json.h"

enum { FOLDER_LEVELS = 8 };
#define LIMIT_PAGE_FILE MIB(32)

static void extract_html(struct arena *a, struct sv html, struct sv url, struct article *ret)
{
	struct dom dom;
	dom_parse(a, utf8_clean(a, html, NULL), &dom);
	extract_article(a, &(struct extract_input){ .dom = &dom, .url = url, .now = clock_now() }, ret);
}

static int print_line(struct buf *out)
{
	buf_add_char(out, '\n');
	return out->failed || fwrite(out->p, 1, out->n, stdout) != out->n;
}

static void out_text(struct json_out *out, const char *key, struct sv value)
{
	json_out_key(out, key);
	json_out_sv_or_null(out, value);
}

/* One row in the form that the scorer of ../shared/extraction reads. */
static int print_row(struct arena *a, struct sv id, const struct article *article)
{
	AUTO_BUF buf = BUF_INIT(LIMIT_PAGE_FILE);
	struct json_out out = { .out = &buf };
	json_out_object(&out);
	out_text(&out, "id", id);
	out_text(&out, "articleBody", article_text(a, article));
	out_text(&out, "title", article->title.value);
	json_out_key(&out, "author");
	json_out_array(&out);
	for (size_t i = 0; i < article->n_authors; i++)
		json_out_sv(&out, article->authors[i].value);
	json_out_array_end(&out);
	out_text(&out, "date", dated_iso(a, &article->published));
	out_text(&out, "modified", dated_iso(a, &article->modified));
	out_text(&out, "lang", article->lang.value);
	out_text(&out, "site", article->site.value);
	out_text(&out, "canonical", article->canonical.value);
	json_out_object_end(&out);
	return print_line(&buf);
}

/* The folder's page.html, if it has one; its address from truth.json's url. */
static int extract_folder(const char *folder)
{
	AUTO_ARENA a = arena_new(LIMIT_JOB_ARENA);
	AUTO_BUF html = BUF_INIT(LIMIT_PAGE_FILE);
	AUTO_BUF truth = BUF_INIT(LIMIT_PAGE_FILE);
	AUTO_JSON doc = NULL;
	struct article article;
	if (input_file(arena_cstr(a, arena_printf(a, "%s/page.html", folder)), &html) != 0) {
		err_clear();
		return 0;
	}
	struct sv url = SV_NONE;
	if (input_file(arena_cstr(a, arena_printf(a, "%s/truth.json", folder)), &truth) == 0 && json_read(buf_sv(&truth), &doc) == 0)
		url = json_get_sv(doc, "url");
	err_clear();
	extract_html(a, buf_sv(&html), url, &article);
	const char *slash = strrchr(folder, '/');
	return print_row(a, sv_cstr(slash ? slash + 1 : folder), &article);
}

static int by_name(const struct dirent **x, const struct dirent **y) { return strcmp((*x)->d_name, (*y)->d_name); }

static int extract_tree(const char *folder, int level) /* recursion bounded by FOLDER_LEVELS */
{
	struct dirent **entries;
	int status = extract_folder(folder), n = level < FOLDER_LEVELS ? scandir(folder, &entries, NULL, by_name) : 0;
	for (int i = 0; i < n; i++) {
		char path[LIMIT_URL];
		bool is_folder = entries[i]->d_type == DT_DIR && entries[i]->d_name[0] != '.';
		if (is_folder && snprintf(path, sizeof(path), "%s/%s", folder, entries[i]->d_name) < (int)sizeof(path))
			status |= extract_tree(path, level + 1);
		free(entries[i]);
	}
	if (n >= 0 && level < FOLDER_LEVELS)
		free((void *)entries);
	return status;
}

static int extract_one(FILE *file, struct sv url)
{
	AUTO_ARENA a = arena_new(LIMIT_JOB_ARENA);
	AUTO_BUF html = BUF_INIT(LIMIT_PAGE_FILE);
	AUTO_BUF buf = BUF_INIT(LIMIT_PAGE_FILE);
	struct article article;
	if (file == NULL || input_all(file, &html) != 0) {
		(void)fputs("crosscheck extract: cannot read the page\n", stderr);
		return 1;
	}
	extract_html(a, buf_sv(&html), url, &article);
	struct json_out out = { .out = &buf };
	article_json_write(&out, &article);
	return print_line(&buf);
}

int cmd_extract(int argc, char **argv)
{
	struct sv url = SV("http://localhost/");
	int i = 0, status = 0;
	if (argc >= 2 && sv_eq(sv_cstr(argv[0]), SV("--jsonl"))) {
		for (i = 1; i < argc; i++)
			status |= extract_tree(argv[i], 0);
		return status;
	}
	if (argc >= 2 && sv_eq(sv_cstr(argv[0]), SV("--url"))) {
		url = sv_cstr(argv[1]);
		i = 2;
	}
	if (i == argc)
		return extract_one(stdin, url);
	for (; i < argc; i++) {
		FILE *file = fopen(argv[i], "rb");
		status |= extract_one(file, url);
		if (file != NULL)
			(void)fclose(file);
	}
	return status;
}
