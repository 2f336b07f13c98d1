#ifndef WIRE_CLAIMS_JSON_H
#define WIRE_CLAIMS_JSON_H
/*
 * A text's claims as JSON and back: what `crosscheck claims` prints, what the sandboxed parser hands to the worker, and what
 * `crosscheck compare` reads. Offsets in JSON are code points of the text, in structs bytes. Reading trusts nothing.
 */
#include "claim/claim.h"
#include "json/json.h"
#include "json/json_out.h"
#include "text/utf8.h"

/* claims_json_read's outcome: not of this shape; err_text() says what. */
enum { CLAIMS_JSON_MALFORMED = 1 };

/* {"claims":[...],"was_read":bool,"was_cut":bool,"published":day|null} */
void claims_json_write(struct json_out *j, struct sv text, int32_t published, const struct claim_list *claims);
/* One claim's quantities and dates alone, as arrays of the same shape: what the database keeps of an appearance. */
void claims_json_write_quantities(struct json_out *j, struct utf8_ruler *text, const struct claim *claim);
void claims_json_write_dates(struct json_out *j, struct utf8_ruler *text, const struct claim *claim);

struct claims_file {
	struct claim_list claims; /* spans are as in the JSON (code points) when `text` is not known */
	int32_t published;
};

/*
 * Reads such an object; strings live in `a`. With text (p != NULL) every span must lie inside it, in order, and the quote
 * must be what stands there; spans are then turned into bytes. Without it they stay code points.
 */
int claims_json_read(struct arena *a, const struct json *object, struct sv text, struct claims_file *ret) __attribute__((warn_unused_result));
#endif
