/* Map files into maps. Nothing is trusted: no entity, no DTD, no network,
 * bounded size, depth and attributes; every value checked from the field table. */
#pragma once

#include "format/report.h"
#include "model/map.h"

G_BEGIN_DECLS

/* larger files are refused */
#define MILIEU_PROJECT_MAX_BYTES (G_GUINT64_CONSTANT (1) << 30)
#define MILIEU_PROJECT_MAX_DEPTH 32
#define MILIEU_PROJECT_MAX_TEXT (4 << 20) /* bytes of one attribute or element */

/* What a newer Milieu wrote at the top of the file (its version, attributes of
 * the root, kinds of records) stands as `extra` of a setting without a value
 * under this id, which no file can hold, for it has spaces. The writer puts it
 * back; lists of settings leave it out. */
#define MILIEU_PROJECT_REST "rest of the file"

/**
 * milieu_project_read:
 * @path: a map file
 *
 * What the file holds beyond this version (attributes, elements) is kept as
 * `extra` of its record and written back.
 *
 * Returns: (transfer full): the map, or %NULL with @error, whose words are the
 *   first thing wrong: `path:line: what, and what to do`
 */
MilieuMap *milieu_project_read (const char *path, GError **error);

/**
 * milieu_project_read_bytes:
 * @name: what errors call it
 */
MilieuMap *milieu_project_read_bytes (GBytes *bytes, const char *name, GError **error);

/**
 * milieu_project_read_report:
 * @report: takes all that is wrong, each with its line, as far as it can be read
 *
 * Returns: (transfer full) (nullable): the map, %NULL if @report took an error
 */
MilieuMap *milieu_project_read_report (const char *path, MilieuReport *report);

/**
 * milieu_project_salvage:
 * @path: a file that milieu_project_read() refused; it is not touched
 * @report: takes all that is wrong and was left out, each with its line
 *
 * Reads what can be read: each whole record whose values are good, and which names nothing that was lost. A kind or
 * type that was lost has a stand-in; a claim outlives its source.
 *
 * Returns: (transfer full) (nullable): a map of that; %NULL if there is not one record
 */
MilieuMap *milieu_project_salvage (const char *path, MilieuReport *report);
/** milieu_project_salvage_bytes: the same from bytes; @name: what the report calls them */
MilieuMap *milieu_project_salvage_bytes (GBytes *bytes, const char *name, MilieuReport *report);

/* where things stand in a file */
typedef struct
{
  GArray *of[MILIEU_N_RECORD_TYPES]; /* the line of each key's record (guint), 0 if there is none */
  gboolean newer;  /* a later version than ours */
  gboolean broken; /* not read to its end: no XML, or too much of it */
} MilieuProjectLines;

/**
 * milieu_project_read_lines:
 * @lines: (out) (optional) (nullable): %NULL if the file cannot be opened; free with milieu_project_lines_free()
 *
 * As milieu_project_read_report().
 */
MilieuMap *milieu_project_read_lines (const char *path, MilieuReport *report, MilieuProjectLines **lines);
void milieu_project_lines_free (MilieuProjectLines *lines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuProjectLines, milieu_project_lines_free)

/** milieu_project_line: Returns: the line of a record, 0 if the file holds none */
guint milieu_project_line (const MilieuProjectLines *lines, MilieuRecordType type, guint32 key);

G_END_DECLS
