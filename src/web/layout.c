#include "web/layout.h"

const struct nav_entry layout_nav[] = {
#define NAV(handler, label, needs) { ROUTE_##handler, SV_INIT(label), ROLE_##needs },
#include "web/nav.def"
#undef NAV
};
const size_t layout_nav_n = sizeof(layout_nav) / sizeof(*layout_nav);

static const char *const month[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

struct sv layout_day(struct arena *a, int32_t day)
{
	if (day == DAY_NONE)
		return SV("no date");
	struct civil c = civil_from_day(day);
	return arena_printf(a, "%d %s %d", c.day, month[c.month - 1], c.year);
}

struct sv layout_instant(struct arena *a, int64_t instant)
{
	if (instant == INSTANT_NONE)
		return SV("no date");
	int32_t day = day_of_instant(instant);
	int64_t minutes = (instant - day * CLOCK_DAY) / CLOCK_SECOND / 60;
	struct sv words = layout_day(a, day);
	return arena_printf(a, SV_FMT ", %02d:%02d UTC", SV_ARG(words), (int)(minutes / 60), (int)(minutes % 60));
}

struct sv layout_ago(struct arena *a, int64_t now, int64_t instant)
{
	int64_t minutes = instant == INSTANT_NONE ? INT64_MAX : (now - instant) / CLOCK_SECOND / 60;
	if (minutes < 0 || minutes >= 7 * 1440)
		return layout_day(a, instant == INSTANT_NONE ? DAY_NONE : day_of_instant(instant));
	if (minutes < 1)
		return SV("just now");
	if (minutes < 60)
		return arena_printf(a, "%d min ago", (int)minutes);
	if (minutes < 1440)
		return arena_printf(a, "%d h ago", (int)(minutes / 60));
	return arena_printf(a, "%d d ago", (int)(minutes / 1440));
}
