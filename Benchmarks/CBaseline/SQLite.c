#define _GNU_SOURCE
#include "CBaseline.h"
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

// One value, ready to be bound.
typedef struct {
  int type, length;
  union {
    sqlite3_int64 integer;
    double real;
    char *bytes;
  } value;
} Cell;

typedef struct {
  const char *name;
  int columns;
  long rows;
  Cell *cells;
} Loaded;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

long baseline_peak_kb(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

static void check(int code, sqlite3 *db) {
  if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) {
    fprintf(stderr, "the C side failed: %s\n", sqlite3_errmsg(db));
    exit(1);
  }
}

static Loaded load(sqlite3 *db, const char *name) {
  Loaded table = {name, 0, 0, NULL};
  // Rows are never deleted here, so the order of their numbers is the order they were made in.
  char *sql = sqlite3_mprintf("SELECT * FROM \"%w\" ORDER BY rowid", name);
  sqlite3_stmt *s;
  check(sqlite3_prepare_v2(db, sql, -1, &s, NULL), db);
  sqlite3_free(sql);
  table.columns = sqlite3_column_count(s);
  long capacity = 0;
  while (sqlite3_step(s) == SQLITE_ROW) {
    if (table.rows == capacity) {
      capacity = capacity ? capacity * 2 : 1024;
      table.cells = realloc(table.cells, sizeof(Cell) * (size_t)(capacity * table.columns));
    }
    for (int i = 0; i < table.columns; i++) {
      Cell *cell = &table.cells[table.rows * table.columns + i];
      cell->type = sqlite3_column_type(s, i);
      cell->length = 0;
      if (cell->type == SQLITE_INTEGER) cell->value.integer = sqlite3_column_int64(s, i);
      else if (cell->type == SQLITE_FLOAT) cell->value.real = sqlite3_column_double(s, i);
      else if (cell->type != SQLITE_NULL) {
        const void *bytes = sqlite3_column_blob(s, i);
        cell->length = sqlite3_column_bytes(s, i);
        cell->value.bytes = malloc((size_t)cell->length + 1);
        memcpy(cell->value.bytes, bytes, (size_t)cell->length);
      }
    }
    table.rows++;
  }
  sqlite3_finalize(s);
  return table;
}

static void unload(Loaded *table) {
  for (long i = 0; i < table->rows * table->columns; i++)
    if (table->cells[i].type == SQLITE_TEXT || table->cells[i].type == SQLITE_BLOB) free(table->cells[i].value.bytes);
  free(table->cells);
}

static sqlite3_stmt *insertion(sqlite3 *db, const Loaded *table) {
  char marks[512] = "?";
  for (int i = 1; i < table->columns; i++) strcat(marks, ",?");
  char *sql = sqlite3_mprintf("INSERT INTO \"%w\" VALUES (%s)", table->name, marks);
  sqlite3_stmt *s;
  check(sqlite3_prepare_v2(db, sql, -1, &s, NULL), db);
  sqlite3_free(sql);
  return s;
}

static void insert(sqlite3 *db, sqlite3_stmt *s, const Loaded *table, long row) {
  for (int i = 0; i < table->columns; i++) {
    const Cell *cell = &table->cells[row * table->columns + i];
    switch (cell->type) {
      case SQLITE_INTEGER: sqlite3_bind_int64(s, i + 1, cell->value.integer); break;
      case SQLITE_FLOAT: sqlite3_bind_double(s, i + 1, cell->value.real); break;
      case SQLITE_NULL: sqlite3_bind_null(s, i + 1); break;
      case SQLITE_BLOB: sqlite3_bind_blob(s, i + 1, cell->value.bytes, cell->length, SQLITE_STATIC); break;
      default: sqlite3_bind_text(s, i + 1, cell->value.bytes, cell->length, SQLITE_STATIC);
    }
  }
  check(sqlite3_step(s), db);
  sqlite3_reset(s);
}

// Makes in `target` the tables and indexes of `source`, word for word.
static void define_as(sqlite3 *source, sqlite3 *target) {
  sqlite3_stmt *s;
  check(sqlite3_prepare_v2(source, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid", -1, &s, NULL), source);
  while (sqlite3_step(s) == SQLITE_ROW)
    check(sqlite3_exec(target, (const char *)sqlite3_column_text(s, 0), 0, 0, 0), target);
  sqlite3_finalize(s);
}

static void run(sqlite3 *db, const char *sql) { check(sqlite3_exec(db, sql, 0, 0, 0), db); }

double baseline_append(const char *source, const char *target, int batch, int durable, long *count) {
  sqlite3 *from, *db;
  check(sqlite3_open(source, &from), from);
  Loaded acts = load(from, "act"), buoys = load(from, "buoy");
  check(sqlite3_open(target, &db), db);
  run(db, "PRAGMA journal_mode = WAL; PRAGMA cache_size = -16000; PRAGMA foreign_keys = ON");
  run(db, durable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
  define_as(from, db);
  sqlite3_close(from);
  if (acts.rows != buoys.rows) {
    fprintf(stderr, "the C side needs one act to a record\n");
    exit(1);
  }
  sqlite3_stmt *into_acts = insertion(db, &acts), *into_buoys = insertion(db, &buoys);
  double start = now();
  for (long row = 0; row < acts.rows; row++) {
    if (row % batch == 0) run(db, "BEGIN IMMEDIATE");
    insert(db, into_buoys, &buoys, row);
    insert(db, into_acts, &acts, row);
    if (row % batch == batch - 1 || row == acts.rows - 1) run(db, "COMMIT");
  }
  double seconds = now() - start;
  *count = acts.rows;
  sqlite3_finalize(into_acts);
  sqlite3_finalize(into_buoys);
  sqlite3_close(db);
  unload(&acts);
  unload(&buoys);
  return seconds;
}

double baseline_rebuild(const char *source, const char *target, int plain, long *count) {
  sqlite3 *from, *db;
  check(sqlite3_open(source, &from), from);
  Loaded buoys = load(from, "buoy");
  check(sqlite3_open(target, &db), db);
  run(db, "PRAGMA cache_size = -16000; PRAGMA foreign_keys = OFF");
  run(db, plain ? "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF" : "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  define_as(from, db);
  sqlite3_close(from);
  sqlite3_stmt *s = insertion(db, &buoys);
  double start = now();
  run(db, "BEGIN IMMEDIATE");
  for (long row = 0; row < buoys.rows; row++) insert(db, s, &buoys, row);
  run(db, "COMMIT");
  double seconds = now() - start;
  *count = buoys.rows;
  sqlite3_finalize(s);
  sqlite3_close(db);
  unload(&buoys);
  return seconds;
}
