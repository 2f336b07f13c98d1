noinst_LIBRARIES += libhttp.a
libhttp_a_SOURCES =
libhttp_a_CFLAGS = $(AM_CFLAGS) $(FCGI_CFLAGS)
