#ifndef CMD_CMD_H
#define CMD_CMD_H
/*
 * The subcommands of `crosscheck`, listed once in cmd/commands.def. Each is cmd_NAME in src/cmd/cmd_NAME.c: it gets the
 * words after its name, writes its result to stdout and complaints to stderr, and returns the exit status.
 */
#define COMMAND(name, usage, summary) int cmd_##name(int argc, char **argv);
#include "cmd/commands.def"
#undef COMMAND
#endif
