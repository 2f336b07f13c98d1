noinst_LIBRARIES += libjson.a
libjson_a_SOURCES = src/json/json.c src/json/json.h
libjson_a_CFLAGS = $(AM_CFLAGS) $(JANSSON_CFLAGS)
