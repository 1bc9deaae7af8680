// PostgreSQL's client library, found when it is first asked for: who keeps a partnership in a file needs none of it, and
// neither waits for it nor carries it in memory.
#ifndef CLIBPQ_H
#define CLIBPQ_H

#include <stdbool.h>
#if __has_include(<libpq-fe.h>)
#include <libpq-fe.h>
#else
#include <postgresql/libpq-fe.h>
#endif

/// Whether libpq is there, with everything that is called of it. No other function of it may be called before this one
/// has said so; it may be asked from any thread, and looks once.
bool clibpq_is_there(void);

/// What the search for it said where it is not there.
const char *clibpq_reason(void);

#endif
