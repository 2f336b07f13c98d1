noinst_LIBRARIES += libsys.a
libsys_a_SOURCES =
libsys_a_CFLAGS = $(AM_CFLAGS) $(SECCOMP_CFLAGS)
