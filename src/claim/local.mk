noinst_LIBRARIES += libclaim.a
libclaim_a_SOURCES = src/claim/attribution.c src/claim/attribution.h src/claim/claim.h src/claim/outlet.c src/claim/outlet.def \
	src/claim/outlet.h src/claim/speech.c src/claim/speech.h src/claim/word.c src/claim/word.h
