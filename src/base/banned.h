#ifndef BASE_BANNED_H
#define BASE_BANNED_H
/*
 * Functions nobody may call, included before every source file. Each has a better piece here: struct sv and struct buf
 * for strings, base/num.h for numbers, base/clock.h for times. Allocation is base/arena.h's job; the few files that
 * must talk to malloc themselves say so by defining BASE_MAY_MALLOC.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#undef sprintf
#undef vsprintf
#undef strncpy
#undef strncat
#pragma GCC poison strcpy strcat strncpy strncat sprintf vsprintf strtok strtok_r gets atoi atol atof
#pragma GCC poison localtime gmtime ctime asctime tmpnam mktemp system popen rand srand
#endif
