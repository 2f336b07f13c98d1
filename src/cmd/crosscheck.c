/* The command line: finds the subcommand in cmd/commands.def and hands over. */
#include "base/sv.h"
#include "cmd/cmd.h"

static const struct command {
	const char *name, *usage, *summary;
	int (*run)(int argc, char **argv);
} commands[] = {
#define COMMAND(name, usage, summary) { #name, usage, summary, cmd_##name },
#include "cmd/commands.def"
#undef COMMAND
};

static int help(FILE *to)
{
	(void)fputs("usage: crosscheck COMMAND ...\n\n", to);
	for (size_t i = 0; i < sizeof(commands) / sizeof(*commands); i++)
		(void)fprintf(to, "  crosscheck %-44s %s\n", commands[i].usage, commands[i].summary);
	return to == stdout ? 0 : 2;
}

int main(int argc, char **argv)
{
	if (argc < 2)
		return help(stderr);
	if (sv_eq(sv_cstr(argv[1]), SV("help")) || sv_eq(sv_cstr(argv[1]), SV("--help")))
		return help(stdout);
	for (size_t i = 0; i < sizeof(commands) / sizeof(*commands); i++)
		if (sv_eq(sv_cstr(argv[1]), sv_cstr(commands[i].name)))
			return commands[i].run(argc - 2, argv + 2);
	(void)fprintf(stderr, "crosscheck: no command '%s'\n", argv[1]);
	return help(stderr);
}
