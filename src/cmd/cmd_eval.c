#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/cmd.h"
#include "cmd/eval.h"

static const struct {
	const char *name;
	rows_answer *run;
	int (*run_set)(int argc, char **argv);
} evals[] = {
#define EVAL(name) { #name, eval_##name, NULL },
#define EVAL_SET(name) { #name, NULL, eval_##name },
#include "cmd/eval.def"
#undef EVAL
#undef EVAL_SET
};

int cmd_eval(int argc, char **argv)
{
	for (size_t i = 0; argc > 0 && i < sizeof(evals) / sizeof(*evals); i++) {
		if (strcmp(argv[0], evals[i].name) == 0)
			return evals[i].run_set != NULL ? evals[i].run_set(argc - 1, argv + 1) : rows_main("eval", evals[i].run, false);
	}
	fputs("usage: crosscheck eval NAME < rows.jsonl; NAME is one of", stderr);
	for (size_t i = 0; i < sizeof(evals) / sizeof(*evals); i++)
		fprintf(stderr, " %s", evals[i].name);
	fputs("\n", stderr);
	return 2;
}
