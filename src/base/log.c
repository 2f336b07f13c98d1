#include "base/log.h"

#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/limits.h"

static enum log_level log_most = LOG_INFO;

void log_set_level(enum log_level most)
{
	log_most = most;
}

static bool is_bare(struct sv s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] <= ' ' || s.p[i] == '"' || s.p[i] == '=' || s.p[i] == '\\' || s.p[i] == 0x7f)
			return false;
	return s.n > 0;
}

static void add_value(struct buf *out, struct sv s)
{
	if (is_bare(s)) {
		buf_add(out, s);
		return;
	}
	buf_add_char(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c == '"' || c == '\\')
			buf_addf(out, "\\%c", c);
		else if (c == '\n')
			buf_add(out, SV("\\n"));
		else if (c < ' ' || c == 0x7f)
			buf_addf(out, "\\x%02x", c);
		else
			buf_add_char(out, (char)c);
	}
	buf_add_char(out, '"');
}

static void add_time(struct buf *out)
{
	int64_t now = clock_now();
	int32_t day = day_of_instant(now);
	struct civil c = civil_from_day(day);
	int64_t ms = (now - day * CLOCK_DAY) / 1000;
	buf_addf(out, "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", c.year, c.month, c.day, (int)(ms / 3600000),
	    (int)(ms / 60000 % 60), (int)(ms / 1000 % 60), (int)(ms % 1000));
}

void log_write(enum log_level level, const char *event, const struct log_kv *kv, size_t n)
{
	static const char *const name[LOG_LEVEL_N] = { "error", "warn", "info", "debug" };
	if (level > log_most)
		return;
	AUTO_BUF line = BUF_INIT(LIMIT_LOG_LINE);
	add_time(&line);
	buf_addf(&line, " %s %d event=%s", name[level], (int)getpid(), event);
	for (size_t i = 0; i < n; i++) {
		size_t before = line.n;
		buf_addf(&line, " %s=", kv[i].key);
		if (kv[i].is_number)
			buf_add_i64(&line, kv[i].number);
		else
			add_value(&line, kv[i].text);
		if (line.failed) { /* a value over the ceiling is left out, the rest of the record stands */
			line.failed = false;
			line.n = before;
			buf_addf(&line, " %s=(too-long)", kv[i].key);
		}
	}
	buf_add_char(&line, '\n');
	if (line.n > 0 && write(STDERR_FILENO, line.p, line.n) < 0)
		return; /* nowhere left to complain to */
}

void log_error_trace(const char *event, const struct log_kv *kv, size_t n)
{
	struct log_kv all[9];
	AUTO_BUF trace = BUF_INIT(LIMIT_LOG_LINE / 2);
	size_t m = n < 8 ? n : 8;
	for (size_t i = 0; i < m; i++)
		all[i] = kv[i];
	err_describe(&trace);
	all[m] = KV_SV("trace", buf_sv(&trace));
	log_write(LOG_ERROR, event, all, m + 1);
	err_clear();
}
