#ifndef TEXT_ENCODING_DECODE_H
#define TEXT_ENCODING_DECODE_H
/* Decoders, one an encoding of the WHATWG standard: own tables for single bytes, ICU's converters for the others. */
#include "base/arena.h"

/* Bytes (without BOM) in the encoding `name` as valid UTF-8; *ret_bad counts the U+FFFD put in. */
struct sv encoding_decode(struct arena *a, struct sv bytes, struct sv name, size_t *ret_bad);
#endif
