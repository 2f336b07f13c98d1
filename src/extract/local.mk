noinst_LIBRARIES += libextract.a
libextract_a_SOURCES = src/extract/agency.def src/extract/article.c src/extract/article.h src/extract/byline.c src/extract/byline.h \
	src/extract/choose.c src/extract/choose.h src/extract/clue.c src/extract/clue.h src/extract/concept.c src/extract/concept.def \
	src/extract/concept.h src/extract/dateline.c src/extract/dateline.h src/extract/element.def src/extract/extract.c \
	src/extract/extract.h src/extract/feature.c src/extract/feature.h src/extract/landmark.c \
	src/extract/landmark.h src/extract/link.c src/extract/link.h src/extract/meta.c src/extract/meta.h src/extract/month.def \
	src/extract/page.c src/extract/page.h src/extract/page_date.c src/extract/page_date.h src/extract/person.c src/extract/person.h \
	src/extract/phrase.c src/extract/phrase.def src/extract/phrase.h src/extract/role.def src/extract/structured.c \
	src/extract/structured.h src/extract/tidy.c src/extract/tidy.h src/extract/title.c src/extract/title.h src/extract/word_hash.h
