noinst_LIBRARIES += libnet.a
libnet_a_SOURCES = src/net/address.c src/net/address.h
libnet_a_CFLAGS = $(AM_CFLAGS) $(CURL_CFLAGS)
