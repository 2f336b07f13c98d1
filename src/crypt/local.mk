noinst_LIBRARIES += libcrypt.a
libcrypt_a_SOURCES = src/crypt/crypt.c src/crypt/crypt.h src/crypt/pack.c src/crypt/pack.h
libcrypt_a_CFLAGS = $(AM_CFLAGS) $(SODIUM_CFLAGS) $(ZSTD_CFLAGS)
CRYPT_LIBS = $(SODIUM_LIBS) $(ZSTD_LIBS)
