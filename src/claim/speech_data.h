#ifndef CLAIM_SPEECH_DATA_H
#define CLAIM_SPEECH_DATA_H
/* The attribution model and the word clusters as they stand in data/, linked into the program and shared read-only. */
#include "base/sv.h"

struct sv speech_data_clusters(void);
struct sv speech_data_model(void);
#endif
