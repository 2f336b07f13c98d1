noinst_LIBRARIES += libdom.a
libdom_a_SOURCES =
