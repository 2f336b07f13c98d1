noinst_LIBRARIES += libpage.a
libpage_a_SOURCES =
