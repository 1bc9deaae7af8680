// The functions stand under their own names and hand on to those of the library, so that nothing that calls them knows.
#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>

// Hidden: the library's own calls stay its own.
#pragma GCC visibility push(hidden)
#include "CLibPQ.h"
#pragma GCC visibility pop

// What a function gives, its name, what it takes, and the same as it is handed on.
#define FUNCTIONS(F) \
  F(PGcancel *, PQgetCancel, (PGconn * a), (a)) \
  F(int, PQcancel, (PGcancel * a, char *b, int c), (a, b, c)) \
  F(void, PQfreeCancel, (PGcancel * a), (a)) \
  F(void, PQclear, (PGresult * a), (a)) \
  F(char *, PQcmdStatus, (PGresult * a), (a)) \
  F(char *, PQcmdTuples, (PGresult * a), (a)) \
  F(PQconninfoOption *, PQconndefaults, (void), ()) \
  F(PGconn *, PQconnectdb, (const char *a), (a)) \
  F(PostgresPollingStatusType, PQconnectPoll, (PGconn * a), (a)) \
  F(PGconn *, PQconnectStartParams, (const char *const *a, const char *const *b, int c), (a, b, c)) \
  F(void, PQconninfoFree, (PQconninfoOption * a), (a)) \
  F(PQconninfoOption *, PQconninfoParse, (const char *a, char **b), (a, b)) \
  F(int, PQconsumeInput, (PGconn * a), (a)) \
  F(int, PQenterPipelineMode, (PGconn * a), (a)) \
  F(int, PQexitPipelineMode, (PGconn * a), (a)) \
  F(char *, PQerrorMessage, (const PGconn *a), (a)) \
  F(PGresult *, PQexec, (PGconn * a, const char *b), (a, b)) \
  F(void, PQfinish, (PGconn * a), (a)) \
  F(int, PQflush, (PGconn * a), (a)) \
  F(void, PQfreemem, (void *a), (a)) \
  F(int, PQgetCopyData, (PGconn * a, char **b, int c), (a, b, c)) \
  F(PGresult *, PQgetResult, (PGconn * a), (a)) \
  F(int, PQgetisnull, (const PGresult *a, int b, int c), (a, b, c)) \
  F(int, PQgetlength, (const PGresult *a, int b, int c), (a, b, c)) \
  F(char *, PQgetvalue, (const PGresult *a, int b, int c), (a, b, c)) \
  F(int, PQisBusy, (PGconn * a), (a)) \
  F(int, PQnfields, (const PGresult *a), (a)) \
  F(int, PQntuples, (const PGresult *a), (a)) \
  F(int, PQpipelineSync, (PGconn * a), (a)) \
  F(int, PQputCopyData, (PGconn * a, const char *b, int c), (a, b, c)) \
  F(int, PQputCopyEnd, (PGconn * a, const char *b), (a, b)) \
  F(char *, PQresultErrorField, (const PGresult *a, int b), (a, b)) \
  F(size_t, PQresultMemorySize, (const PGresult *a), (a)) \
  F(ExecStatusType, PQresultStatus, (const PGresult *a), (a)) \
  F(int, PQsendFlushRequest, (PGconn * a), (a)) \
  F(int, PQsendPrepare, (PGconn * a, const char *b, const char *c, int d, const Oid *e), (a, b, c, d, e)) \
  F(int, PQsendQuery, (PGconn * a, const char *b), (a, b)) \
  F(int, PQsendQueryParams, \
    (PGconn * a, const char *b, int c, const Oid *d, const char *const *e, const int *f, const int *g, int h), \
    (a, b, c, d, e, f, g, h)) \
  F(int, PQsendQueryPrepared, \
    (PGconn * a, const char *b, int c, const char *const *d, const int *e, const int *f, int g), (a, b, c, d, e, f, g)) \
  F(PQnoticeProcessor, PQsetNoticeProcessor, (PGconn * a, PQnoticeProcessor b, void *c), (a, b, c)) \
  F(int, PQsetSingleRowMode, (PGconn * a), (a)) \
  F(int, PQsetnonblocking, (PGconn * a, int b), (a, b)) \
  F(int, PQsocket, (const PGconn *a), (a)) \
  F(ConnStatusType, PQstatus, (const PGconn *a), (a)) \
  F(PGTransactionStatusType, PQtransactionStatus, (const PGconn *a), (a))

#define PLACE(result, name, takes, given) result(*name) takes;
static struct { FUNCTIONS(PLACE) } library;

static pthread_once_t looked = PTHREAD_ONCE_INIT;
static bool is_there = false;
static char reason[256];

static bool find(void *handle, const char *name, void **place) {
  *place = dlsym(handle, name);
  if (!*place) snprintf(reason, sizeof reason, "%s is missing in it", name);
  return *place != NULL;
}

static void look(void) {
  void *handle = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL);
  if (!handle) {
    snprintf(reason, sizeof reason, "%s", dlerror());
    return;
  }
#define FIND(result, name, takes, given) && find(handle, #name, (void **)&library.name)
  is_there = true FUNCTIONS(FIND);
}

bool clibpq_is_there(void) {
  pthread_once(&looked, look);
  return is_there;
}

const char *clibpq_reason(void) {
  pthread_once(&looked, look);
  return reason;
}

#define HAND_ON(result, name, takes, given) \
  result name takes { return library.name given; }
FUNCTIONS(HAND_ON)
