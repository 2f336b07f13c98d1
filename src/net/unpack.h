#ifndef NET_UNPACK_H
#define NET_UNPACK_H
/*
 * Undoes a Content-Encoding, through zlib. Done by ourselves and not by libcurl, which neither notices a stream that ends
 * early nor counts what comes out, so that the bytes as received can be kept as proof.
 */
#include "base/buf.h"

/* Outcomes. */
enum {
	UNPACK_UNKNOWN = 1, /* an encoding that was not offered */
	UNPACK_MALFORMED,
	UNPACK_TRUNCATED,
	UNPACK_TOO_LARGE /* out's ceiling, or over 100 times its size after the first MiB: a bomb */
};

/*
 * Appends the decoded bytes to *out. `encoding` is the header's value: empty, identity, gzip, x-gzip or deflate (with or
 * without zlib's wrapper, as sites send both). Bytes after the end of the last gzip member are left out.
 */
int unpack(struct sv encoding, struct sv coded, struct buf *out) __attribute__((warn_unused_result));
#endif
