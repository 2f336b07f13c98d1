noinst_LIBRARIES += libbase.a
libbase_a_SOURCES = src/base/arena.c src/base/arena.h src/base/banned.h src/base/buf.c src/base/buf.h src/base/clock.c src/base/clock.h \
	src/base/err.c src/base/err.h src/base/limits.h src/base/log.c src/base/log.h src/base/num.c src/base/num.h \
	src/base/sv.c src/base/sv.h src/base/vec.c src/base/vec.h
