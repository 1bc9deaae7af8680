#define _GNU_SOURCE
#include "CBaseline.h"
#include "CLibPQ.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

// Rows as COPY gives and takes them, one after the other.
typedef struct {
  char *bytes;
  size_t length, capacity;
  size_t *ends;
  long rows;
} Lines;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void fail(PGconn *link) {
  fprintf(stderr, "the C side failed: %s\n", PQerrorMessage(link));
  exit(1);
}

static void run(PGconn *link, const char *sql) {
  PGresult *result = PQexec(link, sql);
  ExecStatusType status = PQresultStatus(result);
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_COPY_IN && status != PGRES_COPY_OUT)
    fail(link);
  PQclear(result);
}

static Lines load(PGconn *link, const char *command) {
  Lines lines = {NULL, 0, 0, NULL, 0};
  long room = 0;
  run(link, command);
  char *line;
  int length;
  while ((length = PQgetCopyData(link, &line, 0)) > 0) {
    if (lines.length + (size_t)length > lines.capacity) {
      lines.capacity = (lines.length + (size_t)length) * 2;
      lines.bytes = realloc(lines.bytes, lines.capacity);
    }
    if (lines.rows == room) {
      room = room ? room * 2 : 1024;
      lines.ends = realloc(lines.ends, sizeof(size_t) * (size_t)room);
    }
    memcpy(lines.bytes + lines.length, line, (size_t)length);
    lines.length += (size_t)length;
    lines.ends[lines.rows++] = lines.length;
    PQfreemem(line);
  }
  PQclear(PQgetResult(link));
  return lines;
}

static void copy(PGconn *link, const char *command, const Lines *lines, long first, long end) {
  run(link, command);
  size_t at = first ? lines->ends[first - 1] : 0, last = lines->ends[end - 1];
  while (at < last) {
    size_t part = last - at < 65536 ? last - at : 65536;
    if (PQputCopyData(link, lines->bytes + at, (int)part) != 1) fail(link);
    at += part;
  }
  if (PQputCopyEnd(link, NULL) != 1) fail(link);
  PGresult *result = PQgetResult(link);
  if (PQresultStatus(result) != PGRES_COMMAND_OK) fail(link);
  PQclear(result);
  while ((result = PQgetResult(link))) PQclear(result);
}

static PGconn *greet(const char *address) {
  if (!clibpq_is_there()) {
    fprintf(stderr, "the C side found no libpq: %s\n", clibpq_reason());
    exit(1);
  }
  PGconn *link = PQconnectdb(address);
  if (PQstatus(link) != CONNECTION_OK) fail(link);
  return link;
}

double baseline_copy_append(const char *address, const char *source, const char *target, int batch, long *count) {
  PGconn *link = greet(address);
  char sql[512], into_acts[128], into_buoys[128];
  snprintf(sql, sizeof sql, "COPY (SELECT * FROM %s.act ORDER BY seq) TO STDOUT", source);
  Lines acts = load(link, sql);
  snprintf(sql, sizeof sql,
           "COPY (SELECT b.* FROM %s.buoy b JOIN %s.act a ON a.record = b.id ORDER BY a.seq) TO STDOUT", source, source);
  Lines buoys = load(link, sql);
  if (acts.rows != buoys.rows) {
    fprintf(stderr, "the C side needs one act to a record\n");
    exit(1);
  }
  snprintf(into_acts, sizeof into_acts, "COPY %s.act FROM STDIN", target);
  snprintf(into_buoys, sizeof into_buoys, "COPY %s.buoy FROM STDIN", target);
  double start = now();
  for (long first = 0; first < acts.rows; first += batch) {
    long end = first + batch < acts.rows ? first + batch : acts.rows;
    run(link, "BEGIN");
    copy(link, into_buoys, &buoys, first, end);
    copy(link, into_acts, &acts, first, end);
    run(link, "COMMIT");
  }
  double seconds = now() - start;
  *count = acts.rows;
  free(acts.bytes), free(acts.ends), free(buoys.bytes), free(buoys.ends);
  PQfinish(link);
  return seconds;
}

double baseline_copy_rebuild(const char *address, const char *source, const char *target, long *count) {
  PGconn *link = greet(address);
  char sql[256];
  snprintf(sql, sizeof sql, "COPY (SELECT * FROM %s.buoy) TO STDOUT", source);
  Lines buoys = load(link, sql);
  snprintf(sql, sizeof sql, "COPY %s.buoy FROM STDIN", target);
  double start = now();
  run(link, "BEGIN");
  copy(link, sql, &buoys, 0, buoys.rows);
  run(link, "COMMIT");
  double seconds = now() - start;
  *count = buoys.rows;
  free(buoys.bytes), free(buoys.ends);
  PQfinish(link);
  return seconds;
}
