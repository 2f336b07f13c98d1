noinst_LIBRARIES += libclaim.a
libclaim_a_SOURCES = src/claim/attribution.c src/claim/attribution.h src/claim/claim.h src/claim/outlet.c src/claim/outlet.def \
	src/claim/outlet.h src/claim/speech.c src/claim/speech.h src/claim/word.c src/claim/word.h
libclaim_a_SOURCES += src/claim/date.c src/claim/date.h src/claim/date_absolute.c src/claim/date_calendar.c \
	src/claim/date_calendar.h src/claim/date_clock.c src/claim/date_duration.c src/claim/date_elections.def \
	src/claim/date_name.c src/claim/date_names.def src/claim/date_number.c src/claim/date_relative.c src/claim/date_rule.h \
	src/claim/date_tense.c src/claim/date_token.c src/claim/date_token.h src/claim/date_words.def
