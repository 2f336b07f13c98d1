noinst_LIBRARIES += libtext.a
libtext_a_SOURCES = src/text/block.c src/text/block.h src/text/encoding.c src/text/encoding.h \
	src/text/encoding_decode.c src/text/encoding_decode.h src/text/encoding_label.def src/text/encoding_patch.def src/text/encoding_single.def \
	src/text/http_date.c src/text/http_date.h src/text/robots.c src/text/robots.h \
	src/text/segment.c src/text/segment.h src/text/span.h src/text/url.c src/text/url.h \
	src/text/url_identity.c src/text/url_part.c src/text/url_part.h src/text/utf8.c src/text/utf8.h
libtext_a_CFLAGS = $(AM_CFLAGS) $(ICU_CFLAGS) $(PSL_CFLAGS)
TEXT_LIBS = $(ICU_LIBS) $(PSL_LIBS) $(UNISTRING_LIBS)
