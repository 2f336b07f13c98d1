#ifndef CLAIM_SPEECH_CLUSTER_H
#define CLAIM_SPEECH_CLUSTER_H
/*
 * Words that are used alike: for frequent English words the ids of their groups among 1,024 and among 256, from
 * data/word_clusters.bin (k-means over GloVe vectors; docs/DATA.md), which is part of the program.
 */
#include <stdint.h>

#include "base/sv.h"

/* FNV-1a of a lower-case word. */
uint32_t speech_cluster_hash(struct sv lower);
/* Ids from 1; both 0 for a word that is not known. */
void speech_cluster_find(uint32_t hash, uint16_t *ret_cluster, uint16_t *ret_family);
#endif
