/* crosscheck claims [--published DATE] [--lang LANG] < TEXT: the claims of one article's plain text, a line a block. */
#include "base/err.h"
#include "base/limits.h"
#include "claim/claim.h"
#include "cmd/cmd.h"
#include "cmd/input.h"
#include "text/utf8.h"
#include "wire/claims_json.h"

static int usage(void)
{
	(void)fputs("usage: crosscheck claims [--published YYYY-MM-DD] [--lang LANG] < TEXT\n", stderr);
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

int cmd_claims(int argc, char **argv)
{
	AUTO_ARENA a = arena_new(LIMIT_JOB_ARENA);
	AUTO_BUF text = BUF_INIT(MIB(16));
	AUTO_BUF out = BUF_INIT(MIB(256));
	struct claim_input in = { .published = DAY_NONE };
	struct claim_list claims;
	if (!read_options(argc, argv, &in))
		return usage();
	if (input_all(stdin, &text) < 0) {
		(void)fprintf(stderr, "crosscheck claims: " SV_FMT "\n", SV_ARG(err_text()));
		return 1;
	}
	in.text = utf8_clean(a, buf_sv(&text), NULL);
	claim_read(a, &in, &claims);
	struct json_out j = { .out = &out };
	claims_json_write(&j, in.text, in.published, &claims);
	buf_add_char(&out, '\n');
	return out.failed || fwrite(out.p, 1, out.n, stdout) != out.n || fflush(stdout) != 0 ? 1 : 0;
}
