noinst_LIBRARIES += libextract.a
libextract_a_SOURCES =
