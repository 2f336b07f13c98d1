#ifndef STORE_SETTING_H
#define STORE_SETTING_H
/* The desk's settings (q_setting_list). */
#include "store/store.h"

/* The setting's value, or `otherwise` where there is none. */
int setting_read(struct db *db, struct arena *a, struct sv name, struct sv otherwise, struct sv *ret);
/* STORE_STALE: unknown name, or changed since. */
int setting_save(struct db *db, struct arena *a, const struct actor *who, struct sv name, struct sv value, int32_t version);
#endif
