noinst_LIBRARIES += libjson.a
libjson_a_SOURCES = src/json/json.c src/json/json.h src/json/json_out.c src/json/json_out.h
libjson_a_CFLAGS = $(AM_CFLAGS) $(JANSSON_CFLAGS)
