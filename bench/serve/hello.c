/*
 * The floor of any FastCGI program: answers every request with the bytes of one file. hello SOCKET FILE PROCESSES; libfcgi,
 * pre-forked, one request a connection, as crosscheck-web.
 */
#include <fcgiapp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

static char page[1 << 20];

static void serve(int fd, int n)
{
	FCGX_Request req;
	if (FCGX_InitRequest(&req, fd, 0) != 0)
		return;
	while (FCGX_Accept_r(&req) == 0) {
		FCGX_PutS("Content-Type: text/html; charset=utf-8\r\n\r\n", req.out);
		FCGX_PutStr(page, n, req.out);
		FCGX_Finish_r(&req);
	}
}

int main(int argc, char **argv)
{
	FILE *f = argc == 4 ? fopen(argv[2], "rb") : NULL;
	if (!f || FCGX_Init() != 0)
		return 2;
	int n = (int)fread(page, 1, sizeof(page), f), fd = FCGX_OpenSocket(argv[1], 1024);
	for (long i = strtol(argv[3], NULL, 10); i > 0; i--) {
		if (fork() == 0) {
			(void)prctl(PR_SET_PDEATHSIG, SIGKILL);
			serve(fd, n);
			return 0;
		}
	}
	while (wait(NULL) > 0)
		;
	return 0;
}
