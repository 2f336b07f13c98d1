#include "worker/frame.h"

#include <errno.h>
#include <unistd.h>

#include "base/err.h"

int frame_read(int fd, void *p, size_t n)
{
	for (size_t at = 0; at < n;) {
		ssize_t got = read(fd, (char *)p + at, n - at);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return ERR_NEW(-errno, "reading from the other process");
		if (got == 0)
			return at == 0 ? 1 : ERR_NEW(-EPIPE, "the other process broke off");
		at += (size_t)got;
	}
	return 0;
}

int frame_write(int fd, struct sv bytes)
{
	while (bytes.n > 0) {
		ssize_t put = write(fd, bytes.p, bytes.n);
		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return ERR_NEW(-errno, "writing to the other process");
		bytes = sv_sub(bytes, (size_t)put, bytes.n);
	}
	return 0;
}
