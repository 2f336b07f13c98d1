noinst_LIBRARIES += libtext.a
libtext_a_SOURCES = src/text/segment.c src/text/segment.h src/text/utf8.c src/text/utf8.h
libtext_a_CFLAGS = $(AM_CFLAGS) $(ICU_CFLAGS) $(PSL_CFLAGS) $(IDN2_CFLAGS)
TEXT_LIBS = $(ICU_LIBS) $(PSL_LIBS) $(IDN2_LIBS) $(UNISTRING_LIBS)
