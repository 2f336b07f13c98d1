noinst_LIBRARIES += libauth.a
libauth_a_SOURCES = src/auth/auth.h src/auth/role.c src/auth/role.h
