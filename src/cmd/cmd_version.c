#include "cmd/cmd.h"

#include "config.h"

int cmd_version(int argc, char **argv)
{
	(void)argc;
	(void)argv;
	return puts("crosscheck " PACKAGE_VERSION) < 0;
}
