#ifndef EXTRACT_WORD_HASH_H
#define EXTRACT_WORD_HASH_H
/* Words of a text as hashes, for comparing texts regardless of case and punctuation. */
#include <stdint.h>

#include "base/sv.h"

/* The next word at or after *at: letters, digits and all bytes beyond ASCII, ASCII letters folded. False at the end. */
static inline bool word_hash_next(struct sv s, size_t *at, uint32_t *ret)
{
	size_t i = *at;
	uint32_t hash = 2166136261U; /* FNV-1a */
	while (i < s.n && !ascii_is_alnum(s.p[i]) && (unsigned char)s.p[i] < 0x80)
		i++;
	if (i == s.n)
		return false;
	for (; i < s.n && (ascii_is_alnum(s.p[i]) || (unsigned char)s.p[i] >= 0x80); i++)
		hash = (hash ^ (unsigned char)ascii_lower(s.p[i])) * 16777619U;
	*at = i;
	*ret = hash ? hash : 1;
	return true;
}
#endif
