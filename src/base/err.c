#include "base/err.h"

#include <errno.h>
#include <stdarg.h>

#define FRAMES_MAX 16

static struct {
	char text[512];
	int code;
	int n;
	struct {
		const char *file;
		int line;
	} frame[FRAMES_MAX];
} trace;

int err_pass(const char *file, int line, int r)
{
	if (trace.n < FRAMES_MAX) {
		trace.frame[trace.n].file = file;
		trace.frame[trace.n].line = line;
		trace.n++;
	}
	return r;
}

int err_new(const char *file, int line, int code, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	(void)vsnprintf(trace.text, sizeof(trace.text), format, args);
	va_end(args);
	trace.code = code;
	trace.n = 0;
	return err_pass(file, line, code);
}

void err_describe(struct buf *out)
{
	if (trace.n == 0)
		return;
	buf_addf(out, "%s (%d) at", trace.text, trace.code);
	for (int i = 0; i < trace.n; i++)
		buf_addf(out, "%s%s:%d", i == 0 ? " " : " < ", trace.frame[i].file, trace.frame[i].line);
}

struct sv err_text(void)
{
	return trace.n == 0 ? SV_NONE : sv_cstr(trace.text);
}

void err_clear(void)
{
	trace.n = 0;
	trace.code = 0;
	trace.text[0] = '\0';
}

int err_must(const char *file, int line, int r)
{
	return r > 0 ? err_new(file, line, -EPROTO, "outcome %d where there should be none", r) : err_pass(file, line, r);
}
