noinst_LIBRARIES += libcompare.a
libcompare_a_SOURCES =
