#ifndef CLAIM_MULTIPLE_H
#define CLAIM_MULTIPLE_H
/* Verbs that say by which factor something moved. */
#include "base/sv.h"

/* 2 for "doubled", 0.5 for "halved"; 0 for any other word (lower case). */
double multiple_of(struct sv lower);
#endif
