noinst_LIBRARIES += libdb.a
libdb_a_SOURCES = src/db/db.c src/db/db.h src/db/value.c src/db/value.h
libdb_a_CFLAGS = $(AM_CFLAGS) $(PQ_CFLAGS)
