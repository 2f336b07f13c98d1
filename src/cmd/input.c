#include "cmd/input.h"

#include <errno.h>

#include "base/err.h"

int input_all(FILE *f, struct buf *ret)
{
	char part[8192];
	for (size_t n; (n = fread(part, 1, sizeof(part), f)) > 0;)
		buf_add(ret, (struct sv){ part, n });
	if (ferror(f))
		return ERR_NEW(-EIO, "reading failed");
	return ret->failed ? ERR_NEW(-EFBIG, "more than %zu bytes", ret->max) : 0;
}

int input_file(const char *path, struct buf *ret)
{
	FILE *f = fopen(path, "rb");
	if (f == NULL)
		return ERR_NEW(-errno, "cannot open %s", path);
	int r = input_all(f, ret);
	(void)fclose(f);
	return r < 0 ? ERR_PASS(r) : 0;
}
