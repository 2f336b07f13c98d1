/* crosscheck probe: JSON lines with an "op", answered by the function of that name. */
#include "cmd/cmd.h"
#include "cmd/probe.h"

static const struct {
	struct sv op;
	rows_answer *answer;
} probes[] = {
#define PROBE(op) { SV_INIT(#op), probe_##op },
#include "cmd/probe.def"
#undef PROBE
};

static int answer(struct arena *a, const struct json *row, struct json_out *j)
{
	struct sv op = json_get_sv(row, "op");
	for (size_t i = 0; i < sizeof(probes) / sizeof(*probes); i++)
		if (sv_eq(op, probes[i].op))
			return probes[i].answer(a, row, j);
	json_out_key(j, "error");
	json_out_sv(j, SV("no such op"));
	return 0;
}

int cmd_probe(int argc, char **argv)
{
	(void)argc;
	(void)argv;
	return rows_main("probe", answer, true);
}
