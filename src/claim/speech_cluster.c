#include "claim/speech_cluster.h"

#include <string.h>

#include "claim/speech_data.h"

/* The table: rows of 8 bytes sorted by hash: u32 hash, u16 cluster, u16 family, little-endian. */
enum { ROW = 8 };

static uint32_t little32(const unsigned char *p)
{
	return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static uint16_t little16(const unsigned char *p)
{
	return (uint16_t)(p[0] | p[1] << 8);
}

uint32_t speech_cluster_hash(struct sv lower)
{
	uint32_t h = 2166136261u;
	for (size_t i = 0; i < lower.n; i++)
		h = (h ^ (unsigned char)lower.p[i]) * 16777619u;
	return h;
}

void speech_cluster_find(uint32_t hash, uint16_t *ret_cluster, uint16_t *ret_family)
{
	struct sv table = speech_data_clusters();
	const unsigned char *rows = (const unsigned char *)table.p;
	size_t from = 0, to = table.n / ROW;
	*ret_cluster = *ret_family = 0;
	while (from < to) {
		size_t mid = from + (to - from) / 2;
		uint32_t at = little32(rows + mid * ROW);
		if (at == hash) {
			*ret_cluster = little16(rows + mid * ROW + 4);
			*ret_family = little16(rows + mid * ROW + 6);
			return;
		}
		if (at < hash)
			from = mid + 1;
		else
			to = mid;
	}
}
