/*
 * crosscheck claims [--published DATE] [--lang LANG] < TEXT: the claims of one article, given as plain text (a line a block) or
 * as the JSON that `crosscheck extract` prints.
 */
#include "base/err.h"
#include "base/limits.h"
#include "cmd/cmd.h"
#include "cmd/input.h"
#include "text/utf8.h"
#include "wire/article_claims.h"
#include "wire/article_json.h"
#include "wire/claims_json.h"

static int usage(void)
{
	(void)fputs("usage: crosscheck claims [--published YYYY-MM-DD] [--lang LANG] < TEXT or ARTICLE.json\n", stderr);
	return 2;
}

static bool read_options(int argc, char **argv, struct claim_input *in)
{
	for (int i = 0; i < argc; i += 2) {
		struct sv word = sv_cstr(argv[i]), value = i + 1 < argc ? sv_cstr(argv[i + 1]) : SV_NONE;
		if (sv_eq(word, SV("--published")) && day_parse(value, &in->published))
			continue;
		if (!sv_eq(word, SV("--lang")) || value.p == NULL)
			return false;
		in->lang = value;
	}
	return true;
}

/* What begins with a brace is an article of `crosscheck extract`; its language and day give way to the options'. */
static int read_claims(struct arena *a, const struct claim_input *in, struct article_claims *ret)
{
	struct article article;
	*ret = (struct article_claims){ .text = in->text, .published = in->published };
	if (!sv_starts(sv_trim(in->text), SV("{"))) {
		claim_read(a, in, &ret->claims);
		return 0;
	}
	int r = article_json_read(a, in->text, &article);
	if (r != 0)
		return r;
	if (in->lang.n > 0)
		article.lang.value = in->lang;
	article_claims_read(a, &article, in->published, ret);
	return 0;
}

static int complain(void)
{
	(void)fprintf(stderr, "crosscheck claims: " SV_FMT "\n", SV_ARG(err_text()));
	return 1;
}

int cmd_claims(int argc, char **argv)
{
	AUTO_ARENA a = arena_new(LIMIT_JOB_ARENA);
	AUTO_BUF text = BUF_INIT(MIB(16));
	AUTO_BUF out = BUF_INIT(MIB(256));
	struct claim_input in = { .published = DAY_NONE };
	struct article_claims is;
	if (!read_options(argc, argv, &in))
		return usage();
	if (input_all(stdin, &text) < 0)
		return complain();
	in.text = utf8_clean(a, buf_sv(&text), NULL);
	if (read_claims(a, &in, &is) != 0)
		return complain();
	struct json_out j = { .out = &out };
	claims_json_write(&j, is.text, is.published, &is.claims);
	buf_add_char(&out, '\n');
	return out.failed || fwrite(out.p, 1, out.n, stdout) != out.n || fflush(stdout) != 0 ? 1 : 0;
}
