noinst_LIBRARIES += libpage.a
libpage_a_SOURCES = src/page/page.c src/page/page.h
