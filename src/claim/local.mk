noinst_LIBRARIES += libclaim.a
libclaim_a_SOURCES = \
	src/claim/amount.c \
	src/claim/amount.h \
	src/claim/attribution.c \
	src/claim/attribution.h \
	src/claim/bound.c \
	src/claim/bound.def \
	src/claim/bound.h \
	src/claim/change.c \
	src/claim/change.def \
	src/claim/change.h \
	src/claim/claim.h \
	src/claim/counted.c \
	src/claim/counted.h \
	src/claim/date.c \
	src/claim/date.h \
	src/claim/date_absolute.c \
	src/claim/date_calendar.c \
	src/claim/date_calendar.h \
	src/claim/date_clock.c \
	src/claim/date_duration.c \
	src/claim/date_elections.def \
	src/claim/date_name.c \
	src/claim/date_names.def \
	src/claim/date_number.c \
	src/claim/date_relative.c \
	src/claim/date_rule.h \
	src/claim/date_tense.c \
	src/claim/date_token.c \
	src/claim/date_token.h \
	src/claim/date_words.def \
	src/claim/kind.c \
	src/claim/kind.h \
	src/claim/label.c \
	src/claim/label.h \
	src/claim/multiple.c \
	src/claim/multiple.h \
	src/claim/name.c \
	src/claim/number.c \
	src/claim/number.h \
	src/claim/number_token.c \
	src/claim/number_token.h \
	src/claim/number_words.def \
	src/claim/outlet.c \
	src/claim/outlet.def \
	src/claim/outlet.h \
	src/claim/outlet_way.c \
	src/claim/outlet_way.h \
	src/claim/place.c \
	src/claim/place.def \
	src/claim/place.h \
	src/claim/quantity.c \
	src/claim/quantity.h \
	src/claim/read.c \
	src/claim/speech.c \
	src/claim/speech.h \
	src/claim/speech_cluster.c \
	src/claim/speech_cluster.h \
	src/claim/speech_data.c \
	src/claim/speech_data.h \
	src/claim/speech_feature.c \
	src/claim/speech_feature.h \
	src/claim/speech_link.c \
	src/claim/speech_link.h \
	src/claim/speech_tag.c \
	src/claim/speech_tag.h \
	src/claim/split.c \
	src/claim/split.h \
	src/claim/unit.c \
	src/claim/unit.def \
	src/claim/unit.h \
	src/claim/verb.c \
	src/claim/verb.h \
	src/claim/word.c \
	src/claim/word.h \
	src/claim/worth.c \
	src/claim/worth.h

# The checksums make the file differ when a table does: a compiler cache does not look into what .incbin takes in.
speech_tables = $(top_srcdir)/data/attribution.model $(top_srcdir)/data/word_clusters.bin
nodist_libclaim_a_SOURCES = src/claim/speech_blob.s
EXTRA_DIST += data/attribution.model data/word_clusters.bin src/claim/speech_blob.s.in
CLEANFILES += src/claim/speech_blob.s
src/claim/speech_blob.s: $(top_srcdir)/src/claim/speech_blob.s.in $(speech_tables)
	$(AM_V_GEN)$(MKDIR_P) src/claim && cat $(top_srcdir)/src/claim/speech_blob.s.in > $@.tmp && \
	  cat $(speech_tables) | cksum | sed 's/^/# /' >> $@.tmp && mv $@.tmp $@
libclaim_a_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/data
EXTRA_DIST += data/claim/checkworthy.def
