noinst_LIBRARIES += libnet.a
libnet_a_SOURCES = \
	src/net/address.c \
	src/net/address.h \
	src/net/exchange.c \
	src/net/exchange.h \
	src/net/fetch.c \
	src/net/fetch.h \
	src/net/outcome.c \
	src/net/outcome.def \
	src/net/outcome.h \
	src/net/unpack.c \
	src/net/unpack.h
libnet_a_CFLAGS = $(AM_CFLAGS) $(CURL_CFLAGS) $(ZLIB_CFLAGS)
NET_LIBS = $(CURL_LIBS) $(ZLIB_LIBS)
