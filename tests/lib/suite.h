#ifndef LIB_SUITE_H
#define LIB_SUITE_H
/* The end of every Check program: runs its suites; what main returns, 0 where all passed. CK_VERBOSITY and the like are heeded. */
#include <check.h>

static inline int suites_run(SRunner *runner)
{
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? 0 : 1;
}

static inline int suite_run(Suite *suite)
{
	return suites_run(srunner_create(suite));
}
#endif
