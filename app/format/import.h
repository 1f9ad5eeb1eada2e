/* Tables of actors, ties, grounds, scopes and claims into one group of changes. */
#pragma once

#include "format/report.h"
#include "model/map.h"

G_BEGIN_DECLS

/* paths of tables, each may be %NULL */
typedef struct
{
  const char *actors, *ties, *grounds, *scope, *claims;
  const char *title; /* (nullable): for the setting "title" */
  guint year;        /* for the setting "year", 0: leave it */
} MilieuImport;

/**
 * milieu_import:
 * @map: may hold records: rows that meet a record fill its blank fields; a value that differs
 *   from the record's becomes a claim and is said in @report. Only keys are interned in it.
 * @report: takes what happened to every row, and each unknown column
 *
 * Adds the default kinds and tie types that @map lacks. Source texts become
 * claims. The same tables on the same map give the same group; a second time, an empty one.
 *
 * Returns: (transfer full): one group, to be committed; or %NULL with @error if a table cannot be read
 */
MilieuGroup *milieu_import (MilieuMap *map, const MilieuImport *what, MilieuReport *report, GError **error);

/** MilieuImporting: an import that goes on in steps, for a window that has to answer meanwhile; it is let go of before @map changes */
typedef struct _MilieuImporting MilieuImporting;

/**
 * milieu_importing_new:
 * @report: (transfer none): lives longer than the import
 *
 * Reads the tables; their rows are taken by milieu_importing_step().
 *
 * Returns: (transfer full) (nullable): %NULL with @error if a table cannot be read
 */
MilieuImporting *milieu_importing_new (MilieuMap *map, const MilieuImport *what, MilieuReport *report, GError **error);
void milieu_importing_free (MilieuImporting *importing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuImporting, milieu_importing_free)

/**
 * milieu_importing_step: takes the next row
 * @fraction: (out) (optional): of the rows that were taken, 0 to 1
 *
 * Returns: whether there was one
 */
gboolean milieu_importing_step (MilieuImporting *importing, double *fraction);

/** milieu_importing_end: Returns: (transfer full) (nullable): the group of all rows; %NULL with @error if they would not fit the memory */
MilieuGroup *milieu_importing_end (MilieuImporting *importing, GError **error);

G_END_DECLS
