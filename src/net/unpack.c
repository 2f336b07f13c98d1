#include "net/unpack.h"

#define ZLIB_CONST
#include <zlib.h>

#include <errno.h>

#include "base/err.h"
#include "base/limits.h"

/* How zlib is told the format: 15 bits of window; +16 expects gzip's wrapper, negative none. */
enum window { WINDOW_ZLIB = 15, WINDOW_GZIP = 31, WINDOW_RAW = -15 };

#define RATIO_MAX 100
#define RATIO_FROM MIB(1)

struct unpacking {
	z_stream z;
	struct buf *out;
	size_t n_before; /* what stood in `out` before */
	size_t n_coded;
};

/* zlib's own end of the stream; safe on one that was never begun. */
static void unpacking_end(struct unpacking *u)
{
	(void)inflateEnd(&u->z);
}

static int one_step(struct unpacking *u)
{
	unsigned char chunk[8192];
	u->z.next_out = chunk;
	u->z.avail_out = sizeof(chunk);
	int r = inflate(&u->z, Z_NO_FLUSH);
	buf_add(u->out, (struct sv){ (const char *)chunk, sizeof(chunk) - u->z.avail_out });
	size_t n = u->out->n - u->n_before;
	if (u->out->failed || (n > RATIO_FROM && n / RATIO_MAX > u->n_coded))
		return UNPACK_TOO_LARGE;
	if (r == Z_STREAM_END)
		return -1;
	if (r == Z_BUF_ERROR || (r == Z_OK && u->z.avail_in == 0 && u->z.avail_out > 0))
		return UNPACK_TRUNCATED;
	return r == Z_OK ? 0 : UNPACK_MALFORMED;
}

/* One stream; *ret_used bytes of `coded` belonged to it. */
static int one_stream(enum window window, struct sv coded, struct buf *out, size_t *ret_used)
{
	__attribute__((cleanup(unpacking_end))) struct unpacking u = { .out = out, .n_before = out->n, .n_coded = coded.n };
	if (inflateInit2(&u.z, (int)window) != Z_OK)
		return ERR_NEW(-ENOMEM, "no memory to decompress");
	u.z.next_in = (const Bytef *)coded.p;
	u.z.avail_in = (uInt)coded.n;
	int r = 0;
	while (r == 0)
		r = one_step(&u);
	*ret_used = coded.n - u.z.avail_in;
	return r == -1 ? 0 : r;
}

static int gunzip(struct sv coded, struct buf *out)
{
	size_t used = 0;
	do {
		int r = one_stream(WINDOW_GZIP, coded, out, &used);
		if (r != 0)
			return r;
		coded = sv_sub(coded, used, coded.n);
	} while (sv_starts(coded, SV("\x1F\x8B")));
	return 0;
}

static int undeflate(struct sv coded, struct buf *out)
{
	size_t used, before = out->n;
	int r = one_stream(WINDOW_ZLIB, coded, out, &used);
	if (r != UNPACK_MALFORMED || out->n > before)
		return r;
	return one_stream(WINDOW_RAW, coded, out, &used);
}

int unpack(struct sv encoding, struct sv coded, struct buf *out)
{
	int r = UNPACK_UNKNOWN;
	encoding = sv_trim(encoding);
	if (encoding.n == 0 || sv_eq_icase(encoding, SV("identity"))) {
		buf_add(out, coded);
		return out->failed ? UNPACK_TOO_LARGE : 0;
	}
	if (coded.n > UINT32_MAX)
		return UNPACK_TOO_LARGE;
	if (sv_eq_icase(encoding, SV("gzip")) || sv_eq_icase(encoding, SV("x-gzip")))
		r = gunzip(coded, out);
	else if (sv_eq_icase(encoding, SV("deflate")))
		r = undeflate(coded, out);
	return r < 0 ? ERR_PASS(r) : r;
}
