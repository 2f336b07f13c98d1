noinst_LIBRARIES += libdb.a
libdb_a_SOURCES =
libdb_a_CFLAGS = $(AM_CFLAGS) $(PQ_CFLAGS)
