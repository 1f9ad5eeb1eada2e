#include "format/report.h"

#include <stdarg.h>

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (milieu-format-error-quark, milieu_format_error)

struct _MilieuReport
{
  GArray *entries;     /* (element-type MilieuReportEntry) */
  GStringChunk *words; /* of the entries; the same words once, where they are those of many rows */
  GPtrArray *files;    /* names in the order of first mention, which the entries bear */
  guint counts[MILIEU_N_REPORT_KINDS];
  guint worded; /* entries that say something of their own */
  guint left_out; /* that are counted alone */
};

static guint
file_rank (MilieuReport *report, const char *file)
{
  guint rank;

  if (g_ptr_array_find_with_equal_func (report->files, file, g_str_equal, &rank))
    return rank;
  g_ptr_array_add (report->files, g_strdup (file));
  return report->files->len - 1;
}

static int
compare_entries (gconstpointer a, gconstpointer b, gpointer data)
{
  const MilieuReportEntry *first = a, *second = b;
  guint first_rank = file_rank (data, first->file);
  guint second_rank = file_rank (data, second->file);

  if (first_rank != second_rank)
    return first_rank < second_rank ? -1 : 1;
  return first->line == second->line ? 0 : first->line < second->line ? -1 : 1;
}

/* "3 rows added": the words of rows to which nothing else happened */
static char *
plain_words (MilieuReportKind kind, guint n)
{
  if (kind == MILIEU_REPORT_ADDED)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row added", "%u rows added", n), n);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row merged", "%u rows merged", n), n);
}

static gboolean
is_plain (const MilieuReportEntry *entry)
{
  g_autofree char *words = NULL;

  if ((entry->kind != MILIEU_REPORT_ADDED && entry->kind != MILIEU_REPORT_MERGED) || entry->line == 0)
    return FALSE;
  words = plain_words (entry->kind, 1);
  return g_str_equal (words, entry->words);
}

static gboolean
joins (const MilieuReportEntry *a, const MilieuReportEntry *b)
{
  return a->kind == b->kind && g_str_equal (a->file, b->file) && is_plain (b);
}

static void
append_run (GString *text, const MilieuReportEntry *first, const MilieuReportEntry *last, guint n)
{
  g_autofree char *words = plain_words (first->kind, n);

  g_string_append_printf (text, "%s:%u-%u: %s\n", first->file, first->line, last->line, words);
}

MilieuReport *
milieu_report_new (void)
{
  MilieuReport *report = g_new0 (MilieuReport, 1);

  report->entries = g_array_new (FALSE, FALSE, sizeof (MilieuReportEntry));
  report->words = g_string_chunk_new (4096);
  report->files = g_ptr_array_new_with_free_func (g_free);
  return report;
}

void
milieu_report_free (MilieuReport *report)
{
  if (report == NULL)
    return;
  g_array_unref (report->entries);
  g_string_chunk_free (report->words);
  g_ptr_array_unref (report->files);
  g_free (report);
}

static void
add (MilieuReport *report, MilieuReportKind kind, const char *file, guint line, char *words)
{
  guint rank = file_rank (report, file);
  const MilieuReportEntry entry = { kind, g_ptr_array_index (report->files, rank), line, words };

  g_array_append_val (report->entries, entry);
}

void
milieu_report_add (MilieuReport *report, MilieuReportKind kind, const char *file, guint line, const char *format, ...)
{
  g_autofree char *words = NULL;
  va_list arguments;

  report->counts[kind]++;
  if (report->worded++ >= MILIEU_REPORT_MAX)
    {
      report->left_out++;
      return;
    }
  va_start (arguments, format);
  words = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  add (report, kind, file, line, g_string_chunk_insert (report->words, words));
}

void
milieu_report_sort (MilieuReport *report)
{
  /* a merge sort: entries of one line keep their order */
  g_array_sort_with_data (report->entries, compare_entries, report);
}

void
milieu_report_add_row (MilieuReport *report, MilieuReportKind kind, const char *file, guint line)
{
  g_autofree char *words = plain_words (kind, 1);

  report->counts[kind]++;
  add (report, kind, file, line, g_string_chunk_insert_const (report->words, words));
}

guint
milieu_report_size (MilieuReport *report)
{
  return report->entries->len;
}

const MilieuReportEntry *
milieu_report_get (MilieuReport *report, guint i)
{
  g_return_val_if_fail (i < report->entries->len, NULL);
  return &g_array_index (report->entries, MilieuReportEntry, i);
}

guint
milieu_report_count (MilieuReport *report, MilieuReportKind kind)
{
  g_return_val_if_fail (kind < MILIEU_N_REPORT_KINDS, 0);
  return report->counts[kind];
}

char *
milieu_report_line (const MilieuReportEntry *entry)
{
  if (entry->line == 0)
    return g_strdup_printf ("%s: %s", entry->file, entry->words);
  return g_strdup_printf ("%s:%u: %s", entry->file, entry->line, entry->words);
}

char *
milieu_report_text (MilieuReport *report)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0, next; i < report->entries->len; i = next)
    {
      const MilieuReportEntry *first = milieu_report_get (report, i);

      next = i + 1;
      if (is_plain (first))
        while (next < report->entries->len && joins (first, milieu_report_get (report, next)))
          next++;
      if (next > i + 1)
        append_run (text, first, milieu_report_get (report, next - 1), next - i);
      else
        {
          g_autofree char *line = milieu_report_line (first);
          g_string_append_printf (text, "%s\n", line);
        }
    }
  if (report->left_out > 0)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "and %u more line\n", "and %u more lines\n", report->left_out), report->left_out);
  return g_string_free (text, FALSE);
}
