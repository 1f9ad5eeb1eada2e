/* What happened to each line of a file: the report of an import or a check. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MilieuFormatError: the file's fault (FILE: it cannot be read or written at all) */
#define MILIEU_FORMAT_ERROR (milieu_format_error_quark ())
GQuark milieu_format_error_quark (void);
typedef enum
{
  MILIEU_FORMAT_ERROR_FILE,
  MILIEU_FORMAT_ERROR_SYNTAX,
  MILIEU_FORMAT_ERROR_CONTENT,
} MilieuFormatError;

typedef enum
{
  MILIEU_REPORT_ADDED,   /* a row made a record */
  MILIEU_REPORT_MERGED,  /* a row met a record that was there, and agrees with it now */
  MILIEU_REPORT_REMARK,  /* something to look at; nothing was lost */
  MILIEU_REPORT_REFUSED, /* a row, or a part of it, that could not be taken */
  MILIEU_REPORT_ERROR,   /* what makes a map file invalid */
} MilieuReportKind;
#define MILIEU_N_REPORT_KINDS 5

typedef struct
{
  MilieuReportKind kind;
  const char *file; /* as people named it */
  guint line; /* from 1; 0: the whole file */
  const char *words; /* translated: what, and what to do */
} MilieuReportEntry;

/* so many entries with words of their own are kept; the others are counted */
#define MILIEU_REPORT_MAX 20000

typedef struct _MilieuReport MilieuReport;

/** milieu_report_new: Returns: (transfer full): an empty report */
MilieuReport *milieu_report_new (void);
void milieu_report_free (MilieuReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuReport, milieu_report_free)

/**
 * milieu_report_add:
 * @line: from 1, 0 for the whole file
 * @format: translated words, without file and line
 */
void milieu_report_add (MilieuReport *report, MilieuReportKind kind, const char *file, guint line,
                        const char *format, ...) G_GNUC_PRINTF (5, 6);

/** milieu_report_add_row: a row that was added or merged, with nothing else to say */
void milieu_report_add_row (MilieuReport *report, MilieuReportKind kind, const char *file, guint line);

/** milieu_report_sort: by file in the order of first mention, then by line; entries of one line keep their order */
void milieu_report_sort (MilieuReport *report);

/** milieu_report_size: Returns: how many entries are kept; milieu_report_count(): how many of one kind there are */
guint milieu_report_size (MilieuReport *report);
const MilieuReportEntry *milieu_report_get (MilieuReport *report, guint i);
guint milieu_report_count (MilieuReport *report, MilieuReportKind kind);

/** milieu_report_line: Returns: (transfer full): `file:line: words`, without the line where it is 0 */
char *milieu_report_line (const MilieuReportEntry *entry);

/**
 * milieu_report_text:
 *
 * One line an entry, in their order; rows that were added or merged one after the other in a
 * file make one line ("actors.csv:2-94: 93 rows added").
 *
 * Returns: (transfer full): the text, "" for an empty report
 */
char *milieu_report_text (MilieuReport *report);

G_END_DECLS
