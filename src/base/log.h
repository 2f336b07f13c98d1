#ifndef BASE_LOG_H
#define BASE_LOG_H
/*
 * Structured log: one logfmt line a record on stderr (journald or a file), `ts level pid event=... key=value`, values
 * quoted and escaped so that no input can forge a line. There is no format string for user text: values are typed.
 *     log_event(LOG_INFO, "fetch.done", KV_SV("url", url), KV_I64("ms", ms));
 */
#include <stdint.h>

#include "base/sv.h"

enum log_level { LOG_ERROR, LOG_WARN, LOG_INFO, LOG_DEBUG, LOG_LEVEL_N };

struct log_kv {
	const char *key;
	struct sv text;
	int64_t number;
	bool is_number;
};

#define KV_SV(k, v) ((struct log_kv){ .key = (k), .text = (v) })
#define KV_I64(k, v) ((struct log_kv){ .key = (k), .number = (v), .is_number = true })
#define log_event(level, event, ...) \
	log_write((level), (event), (const struct log_kv[]){ __VA_ARGS__ }, sizeof((const struct log_kv[]){ __VA_ARGS__ }) / sizeof(struct log_kv))

void log_write(enum log_level level, const char *event, const struct log_kv *kv, size_t n);
/* Logs the current error trace (base/err.h) under `event` and clears it. */
void log_error_trace(const char *event, const struct log_kv *kv, size_t n);
/* Records of a level above this are not written; LOG_INFO at start. */
void log_set_level(enum log_level most);
#endif
