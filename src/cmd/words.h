#ifndef CMD_WORDS_H
#define CMD_WORDS_H
/*
 * The words after a subcommand: options from a table, wherever they stand, and the other words in their order.
 */
#include <stdbool.h>
#include <stddef.h>

/* `--name VALUE` sets *ret_value; a bare `--name` sets *ret_is_set. One of the two is given. */
struct words_option {
	const char *name;
	const char **ret_value;
	bool *ret_is_set;
};

/* Moves the other words to the front of argv and returns how many; -1 for an unknown option or one without its value. */
int words_read(int argc, char **argv, const struct words_option *options, size_t n);

/* Prints "usage: crosscheck `usage`" to stderr; the exit status of a wrong call. */
int words_usage(const char *usage);
/* The end of a subcommand: 0, 1 for an outcome that was told, and for a failure 1 with the error's text on stderr. */
int words_end(const char *subcommand, int r);
#endif
