noinst_LIBRARIES += libworker.a
libworker_a_SOURCES = \
	src/worker/frame.c \
	src/worker/frame.h \
	src/worker/gather.c \
	src/worker/gather.h \
	src/worker/keep.c \
	src/worker/keep.h \
	src/worker/manners.c \
	src/worker/manners.h \
	src/worker/parser.c \
	src/worker/parser.h \
	src/worker/reanchor.c \
	src/worker/reanchor.h \
	src/worker/recheck.c \
	src/worker/recheck.h \
	src/worker/redraw.c \
	src/worker/redraw.h \
	src/worker/stored.c \
	src/worker/stored.h \
	src/worker/work.c \
	src/worker/work.h
