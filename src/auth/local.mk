noinst_LIBRARIES += libauth.a
libauth_a_SOURCES = src/auth/account.c src/auth/auth.h src/auth/login.c src/auth/role.c src/auth/role.h \
	src/auth/token.c src/auth/token.h
$(libauth_a_OBJECTS): src/store/query.h
