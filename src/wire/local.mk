noinst_LIBRARIES += libwire.a
libwire_a_SOURCES = src/wire/claims_json.c src/wire/claims_json.h
