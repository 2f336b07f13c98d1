noinst_LIBRARIES += libnet.a
libnet_a_SOURCES =
libnet_a_CFLAGS = $(AM_CFLAGS) $(CURL_CFLAGS)
