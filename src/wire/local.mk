noinst_LIBRARIES += libwire.a
libwire_a_SOURCES = src/wire/article_claims.c src/wire/article_claims.h src/wire/article_json.c src/wire/article_json.h src/wire/claims_json.c src/wire/claims_json.h \
	src/wire/relations_json.c src/wire/relations_json.h
