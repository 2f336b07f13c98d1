#include "cmd/words.h"

#include <stdio.h>

#include "base/err.h"
#include "base/sv.h"

static const struct words_option *find(const char *word, const struct words_option *options, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (sv_eq(sv_cstr(word), sv_cstr(options[i].name)))
			return &options[i];
	return NULL;
}

int words_read(int argc, char **argv, const struct words_option *options, size_t n)
{
	int plain = 0;
	for (int i = 0; i < argc; i++) {
		const struct words_option *o = find(argv[i], options, n);
		if (!o && sv_starts(sv_cstr(argv[i]), SV("--")))
			return -1;
		if (!o)
			argv[plain++] = argv[i];
		else if (o->ret_is_set)
			*o->ret_is_set = true;
		else if (i + 1 == argc)
			return -1;
		else
			*o->ret_value = argv[++i];
	}
	return plain;
}

int words_usage(const char *usage)
{
	(void)fprintf(stderr, "usage: crosscheck %s\n", usage);
	return 2;
}

int words_end(const char *subcommand, int r)
{
	if (r < 0)
		(void)fprintf(stderr, "crosscheck %s: " SV_FMT "\n", subcommand, SV_ARG(err_text()));
	return r != 0;
}
