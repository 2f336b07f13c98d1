#include "claim/multiple.h"

double multiple_of(struct sv lower)
{
	static const struct {
		struct sv word;
		double times;
	} verbs[] = { { SV_INIT("doubled"), 2 }, { SV_INIT("doubling"), 2 }, { SV_INIT("tripled"), 3 }, { SV_INIT("trebled"), 3 },
		{ SV_INIT("quadrupled"), 4 }, { SV_INIT("halved"), 0.5 }, { SV_INIT("halving"), 0.5 } };
	for (size_t i = 0; i < sizeof(verbs) / sizeof(*verbs); i++)
		if (sv_eq(verbs[i].word, lower))
			return verbs[i].times;
	return 0;
}
