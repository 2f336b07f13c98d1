# The tables of data/ as read-only bytes of the program, found through -Wa,-I.
	.section .rodata
	.globl	speech_blob_clusters
	.hidden	speech_blob_clusters
	.balign	64
speech_blob_clusters:
	.incbin	"data/word_clusters.bin"
	.globl	speech_blob_clusters_end
	.hidden	speech_blob_clusters_end
speech_blob_clusters_end:
	.globl	speech_blob_model
	.hidden	speech_blob_model
	.balign	64
speech_blob_model:
	.incbin	"data/attribution.model"
	.globl	speech_blob_model_end
	.hidden	speech_blob_model_end
speech_blob_model_end:
	.section .note.GNU-stack,"",%progbits
