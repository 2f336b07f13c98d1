noinst_LIBRARIES += libtext.a
libtext_a_SOURCES =
libtext_a_CFLAGS = $(AM_CFLAGS) $(ICU_CFLAGS) $(PSL_CFLAGS) $(IDN2_CFLAGS)
