#include "claim/speech_data.h"

/* speech_blob.s.in puts the files' bytes between these. */
extern const char speech_blob_clusters[], speech_blob_clusters_end[];
extern const char speech_blob_model[], speech_blob_model_end[];

struct sv speech_data_clusters(void)
{
	return (struct sv){ speech_blob_clusters, (size_t)(speech_blob_clusters_end - speech_blob_clusters) };
}

struct sv speech_data_model(void)
{
	return (struct sv){ speech_blob_model, (size_t)(speech_blob_model_end - speech_blob_model) };
}
