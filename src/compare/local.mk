noinst_LIBRARIES += libcompare.a
libcompare_a_SOURCES = \
	src/compare/arithmetic.c \
	src/compare/arithmetic.h \
	src/compare/collection.c \
	src/compare/collection.h \
	src/compare/compare.c \
	src/compare/compare.h \
	src/compare/diff.c \
	src/compare/diff.h \
	src/compare/edit.c \
	src/compare/edit.h \
	src/compare/entail.c \
	src/compare/entail.def \
	src/compare/entail.h \
	src/compare/grid.c \
	src/compare/grid.h \
	src/compare/interval.c \
	src/compare/interval.h \
	src/compare/measure.c \
	src/compare/measure.h \
	src/compare/origin.c \
	src/compare/origin.h \
	src/compare/revision.c \
	src/compare/revision.h \
	src/compare/story.c \
	src/compare/story.h \
	src/compare/synonym.def \
	src/compare/term.c \
	src/compare/term.h \
	src/compare/toll.c \
	src/compare/toll.def \
	src/compare/toll.h \
	src/compare/toll_choice.c \
	src/compare/toll_weights.def
