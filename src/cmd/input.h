#ifndef CMD_INPUT_H
#define CMD_INPUT_H
/* What subcommands share: reading standard input or a file whole, and JSON lines one by one. */
#include "base/buf.h"

/* Reads all of `f`; 0, or -EFBIG beyond the ceiling of `ret`, or -EIO. */
int input_all(FILE *f, struct buf *ret) __attribute__((warn_unused_result));
int input_file(const char *path, struct buf *ret) __attribute__((warn_unused_result));
#endif
