#ifndef CRYPT_PACK_H
#define CRYPT_PACK_H
/*
 * Compression of stored bytes (snapshots), through libzstd.
 */
#include "base/arena.h"

/* Outcome: the bytes are no whole frame, or hold more than allowed. */
enum { PACK_MALFORMED = 1 };

int pack_close(struct arena *a, struct sv bytes, struct sv *ret) __attribute__((warn_unused_result));
/* Gives at most `most` bytes. */
int pack_open(struct arena *a, struct sv packed, size_t most, struct sv *ret) __attribute__((warn_unused_result));
#endif
