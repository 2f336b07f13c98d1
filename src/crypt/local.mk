noinst_LIBRARIES += libcrypt.a
libcrypt_a_SOURCES =
libcrypt_a_CFLAGS = $(AM_CFLAGS) $(SODIUM_CFLAGS) $(ZSTD_CFLAGS)
