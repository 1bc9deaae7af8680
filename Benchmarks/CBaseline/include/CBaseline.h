#ifndef C_BASELINE_H
#define C_BASELINE_H

// What the store is measured against: the same rows, put into the same tables by C alone. Every function reads its rows
// into memory before its clock starts, answers seconds, and ends the program with a sentence if anything fails.

/// Inserts every act of the store `source` and the row it wrote into the new store `target`, `batch` acts to a
/// transaction. The store must hold new records only, one act each.
double baseline_append(const char *source, const char *target, int batch, int durable, long *acts);

/// Inserts the rows of the table of records (not the acts) into `target` in one transaction. `plain`: no write-ahead log
/// and nothing waited for, as nobody could read beside it; else under the conditions of a store in use.
double baseline_rebuild(const char *source, const char *target, int plain, long *rows);

/// The same two on a PostgreSQL server by `COPY`, from one schema into another that holds the tables, empty.
double baseline_copy_append(const char *address, const char *source, const char *target, int batch, long *acts);
double baseline_copy_rebuild(const char *address, const char *source, const char *target, long *rows);

/// Kilobytes of resident memory at the peak so far.
long baseline_peak_kb(void);

#endif
