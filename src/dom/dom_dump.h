#ifndef DOM_DOM_DUMP_H
#define DOM_DOM_DUMP_H
/* A tree as the lines the public HTML test suite compares: "|   <p>", attributes sorted below their element. */
#include "base/buf.h"
#include "dom/dom.h"

/* Everything below the document, lines separated by LF, no LF at the end. */
void dom_dump(const struct dom *d, struct buf *out);
#endif
