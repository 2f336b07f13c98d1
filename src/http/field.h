#ifndef HTTP_FIELD_H
#define HTTP_FIELD_H
/*
 * Input is declared, not fetched: a table of fields says which names a form has, of what kind they are and where they go in
 * the handler's struct; http_fields_read fills it with checked values only and lists what was wrong, in words for the page.
 *     static const struct http_field fields[] = {
 *         HTTP_FIELD(struct in, wording, HTTP_LINE, .label = "The wording", .max = 4000, .required = true), ... };
 * A form's field has the name of the struct's member.
 */
#include "http/http.h"

enum http_field_kind {
	HTTP_LINE,    /* struct sv: trimmed, line breaks become spaces */
	HTTP_LINES,   /* struct sv: trimmed at the ends, CRLF becomes LF */
	HTTP_SECRET,  /* struct sv: as it came */
	HTTP_ID,      /* int64_t > 0 */
	HTTP_COUNT,   /* int64_t >= 0 */
	HTTP_DAY,     /* int32_t (base/clock.h), DAY_NONE when absent */
	HTTP_ADDRESS, /* struct sv: http or https URL by its beginning; the fetcher judges the rest */
	HTTP_CHOICE,  /* int: index into .choices, -1 when absent */
	HTTP_FLAG,    /* bool: present and not empty */
	HTTP_KIND_N
};

struct http_field {
	const char *name;
	const char *label; /* begins the sentence that says what is wrong */
	enum http_field_kind kind;
	size_t offset;
	size_t max;  /* characters (code points) of a text */
	bool required;
	const char *const *choices; /* NULL-ended */
};

#define HTTP_FIELD(type, member, field_kind, ...) \
	{ .name = #member, .kind = (field_kind), .offset = offsetof(type, member), __VA_ARGS__ }

struct http_problem {
	struct sv name; /* of the field; empty: of the whole form */
	struct sv text; /* a sentence for the page */
};

struct http_problems {
	struct http_problem *v;
	size_t n, cap;
};

/*
 * Reads `pairs` into `into` (every declared member is set, zero or none where absent or wrong) and says if all was well.
 * A field given twice is a problem. Texts are kept even when too long, so that the form can be shown again unharmed.
 */
bool http_fields_read(struct arena *a, const struct http_pairs *pairs, const struct http_field *fields, size_t n, void *into,
    struct http_problems *ret);
void http_problem_add(struct arena *a, struct http_problems *problems, struct sv name, struct sv text);
/* The problem of that field; empty when there is none. */
struct sv http_problem_of(const struct http_problems *problems, struct sv name);
#endif
