noinst_LIBRARIES += libjson.a
libjson_a_SOURCES =
libjson_a_CFLAGS = $(AM_CFLAGS) $(JANSSON_CFLAGS)
