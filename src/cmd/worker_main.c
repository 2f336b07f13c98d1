/*
 * crosscheck-worker: fetches and reads what people submit. Configuration is the environment's: CROSSCHECK_DB (libpq keywords,
 * role worker), CROSSCHECK_PARSE (path of crosscheck-parse), CROSSCHECK_ALLOW (private addresses that may be fetched from, as
 * "127.0.0.1:8080"), CROSSCHECK_CONTACT (a URL or address for sites that want to complain). SIGTERM: ends what is under way.
 */
#include <locale.h>
#include <signal.h>

#include "base/err.h"
#include "base/log.h"
#include "config.h"
#include "worker/manners.h"
#include "worker/work.h"

static volatile sig_atomic_t stop;

static void on_stop(int signal_number)
{
	(void)signal_number;
	stop = 1;
}

static const char *setting(const char *name, const char *otherwise)
{
	const char *value = getenv(name);
	return value == NULL || *value == '\0' ? otherwise : value;
}

int main(void)
{
	char agent[200];
	struct sigaction action = { .sa_handler = on_stop };
	(void)setlocale(LC_ALL, "C");
	(void)signal(SIGPIPE, SIG_IGN);
	(void)sigaction(SIGTERM, &action, NULL);
	(void)sigaction(SIGINT, &action, NULL);
	(void)snprintf(agent, sizeof(agent), MANNERS_AGENT "/" PACKAGE_VERSION " (news fact-checking; +%s)", setting("CROSSCHECK_CONTACT", "no contact configured"));
	struct work_config config = {
		.conninfo = setting("CROSSCHECK_DB", "dbname=crosscheck user=worker"),
		.parser = setting("CROSSCHECK_PARSE", PARSE_PATH),
		.allow = sv_cstr(setting("CROSSCHECK_ALLOW", "")),
		.user_agent = sv_cstr(agent),
	};
	int r = work_run(&config, &stop);
	if (r != 0)
		log_error_trace("worker.failed", NULL, 0);
	return r != 0;
}
