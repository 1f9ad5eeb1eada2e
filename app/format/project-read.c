#include "format/project-read.h"

#include "milieu-config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "format/project-load.h"

/* element and attribute names all told; libxml2 compares each attribute of an element with each */
#define MAX_NAMES (128 << 10)

static int
take_bytes (void *data, char *buffer, int size)
{
  MilieuLoader *loader = data;
  gssize n;

  if (loader->stopped)
    return 0;
  if (loader->bytes != NULL)
    {
      n = MIN ((gsize) size, g_bytes_get_size (loader->bytes) - loader->taken);
      memcpy (buffer, (const char *) g_bytes_get_data (loader->bytes, NULL) + loader->taken, n);
    }
  else
    do
      n = read (loader->descriptor, buffer, size);
    while (n < 0 && errno == EINTR);
  if (n < 0 || (loader->taken += n) > MILIEU_PROJECT_MAX_BYTES)
    {
      milieu_loader_problem (loader, 0, _("the file cannot be read: %s. Check its name and your permissions"), g_strerror (n < 0 ? errno : EFBIG));
      /* the parser may not be stopped while it reads: it ends by itself */
      loader->stopped = TRUE;
      return -1;
    }
  loader->ended = n == 0;
  return (int) n;
}

static void
keep_rest (MilieuLoader *loader)
{
  g_autofree char *extra = milieu_extra_format (&loader->rest);
  guint32 key;

  if (extra == NULL)
    return;
  key = milieu_map_intern (loader->map, MILIEU_RECORD_SETTING, MILIEU_PROJECT_REST);
  milieu_group_change (loader->group, NULL, milieu_record_new (MILIEU_RECORD_SETTING, key, MILIEU_PROJECT_REST, NULL, extra));
}

static void
parse (MilieuLoader *loader)
{
  xmlSAXHandler handler;

  milieu_loader_events (&handler);
  loader->context = xmlCreateIOParserCtxt (&handler, loader, take_bytes, NULL, loader, XML_CHAR_ENCODING_NONE);
  if (loader->context == NULL)
    {
      if (!loader->stopped)
        milieu_loader_problem (loader, 0, _("the file is empty: open another, or a copy"));
      return;
    }
  /* NOENT: &amp; becomes & at once; declarations were refused, so there are no other entities */
  xmlCtxtUseOptions (loader->context, XML_PARSE_NOENT | XML_PARSE_NONET | (loader->salvaging ? XML_PARSE_RECOVER : 0));
  xmlDictSetLimit (loader->context->dict, MAX_NAMES);
  xmlParseDocument (loader->context);
  if (!loader->context->wellFormed && milieu_report_count (loader->report, MILIEU_REPORT_ERROR) == 0)
    milieu_loader_problem (loader, milieu_loader_line (loader), _("the file ends here in the middle: the rest of it is lost. Open an older copy"));
  if (loader->context->myDoc != NULL)
    xmlFreeDoc (loader->context->myDoc);
  xmlFreeParserCtxt (loader->context);
  loader->context = NULL;
}

static void
build (MilieuLoader *loader)
{
  g_autoptr (GError) error = NULL;

  if (!loader->stopped || loader->salvaging)
    milieu_loader_check_references (loader);
  if (loader->salvaging)
    milieu_loader_salvage (loader);
  else if (milieu_report_count (loader->report, MILIEU_REPORT_ERROR) > 0)
    return;
  if (!loader->salvaging || !loader->ill_formed)
    keep_rest (loader);
  if (!milieu_map_apply (loader->map, loader->group, &error))
    milieu_loader_problem (loader, 0, "%s", error->message);
}

static MilieuProjectLines *
lines_new (void)
{
  MilieuProjectLines *lines = g_new0 (MilieuProjectLines, 1);

  for (guint type = 0; type < MILIEU_N_RECORD_TYPES; type++)
    lines->of[type] = g_array_new (FALSE, TRUE, sizeof (guint));
  return lines;
}

/* the report is expected to be empty of errors at first */
static MilieuMap *
run (MilieuLoader *loader, MilieuProjectLines **lines)
{
  gboolean good;

  loader->map = milieu_map_new ();
  loader->group = milieu_group_new ("open", "");
  loader->lines = lines_new ();
  loader->long_field = -1;
  loader->text = g_string_new (NULL);
  loader->held = g_string_new (" ");
  parse (loader);
  loader->lines->broken = loader->stopped;
  if (loader->unknown > 0) /* the file ends in the middle of it */
    g_string_truncate (loader->kept, loader->kept_from);
  build (loader);
  milieu_report_sort (loader->report);
  good = loader->salvaging ? milieu_group_size (loader->group) > 0
                           : milieu_report_count (loader->report, MILIEU_REPORT_ERROR) == 0;

  milieu_loader_clear_element (loader);
  g_string_free (loader->held, TRUE);
  milieu_extra_clear (&loader->rest);
  g_string_free (loader->text, TRUE);
  milieu_group_unref (loader->group);
  if (lines != NULL)
    *lines = g_steal_pointer (&loader->lines);
  g_clear_pointer (&loader->lines, milieu_project_lines_free);
  if (!good)
    g_clear_object (&loader->map);
  return loader->map;
}

/* the first thing wrong, and how many more there are */
static void
set_error (MilieuReport *report, GError **error)
{
  guint n = milieu_report_count (report, MILIEU_REPORT_ERROR);
  const MilieuReportEntry *first = milieu_report_get (report, 0);
  g_autofree char *line = milieu_report_line (first);
  g_autofree char *more = NULL;

  if (n > 1)
    more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, " (and %u more)", " (and %u more)", n - 1), n - 1);
  g_set_error (error, MILIEU_FORMAT_ERROR, first->line == 0 ? MILIEU_FORMAT_ERROR_FILE : MILIEU_FORMAT_ERROR_CONTENT,
               "%s%s", line, more != NULL ? more : "");
}

guint
milieu_loader_line (MilieuLoader *loader)
{
  return loader->context != NULL && loader->context->input != NULL ? MAX (loader->context->input->line, 1) : 1;
}

/* the parser stumbles more than once over one fault */
static gboolean
was_said (MilieuReport *report, guint line, const char *words)
{
  guint n = milieu_report_size (report);
  const MilieuReportEntry *last = n > 0 ? milieu_report_get (report, n - 1) : NULL;

  return last != NULL && last->line == line && g_str_equal (last->words, words);
}

void
milieu_loader_problem (MilieuLoader *loader, guint line, const char *format, ...)
{
  g_autofree char *words = NULL;
  va_list arguments;

  va_start (arguments, format);
  words = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (was_said (loader->report, line, words))
    return;
  if (milieu_report_count (loader->report, MILIEU_REPORT_ERROR) < MILIEU_PROJECT_MAX_PROBLEMS)
    milieu_report_add (loader->report, MILIEU_REPORT_ERROR, loader->name, line, "%s", words);
  else if (!loader->salvaging)
    milieu_loader_stop (loader);
}

void
milieu_loader_stop (MilieuLoader *loader)
{
  loader->stopped = TRUE;
  if (loader->context != NULL)
    xmlStopParser (loader->context);
}

MilieuMap *
milieu_project_read_lines (const char *path, MilieuReport *report, MilieuProjectLines **lines)
{
  MilieuLoader loader = { .name = path, .report = report, .descriptor = open (path, O_RDONLY | O_CLOEXEC) };
  MilieuMap *map = NULL;

  if (lines != NULL)
    *lines = NULL;
  if (loader.descriptor < 0)
    milieu_loader_problem (&loader, 0, _("the file cannot be read: %s. Check its name and your permissions"), g_strerror (errno));
  else
    {
      map = run (&loader, lines);
      close (loader.descriptor);
    }
  return map;
}

MilieuMap *
milieu_project_salvage (const char *path, MilieuReport *report)
{
  MilieuLoader loader = { .name = path, .report = report, .salvaging = TRUE, .descriptor = open (path, O_RDONLY | O_CLOEXEC) };
  MilieuMap *map = NULL;

  if (loader.descriptor < 0)
    return NULL;
  map = run (&loader, NULL);
  close (loader.descriptor);
  return map;
}

MilieuMap *
milieu_project_salvage_bytes (GBytes *bytes, const char *name, MilieuReport *report)
{
  MilieuLoader loader = { .name = name, .report = report, .salvaging = TRUE, .bytes = bytes, .descriptor = -1 };

  return run (&loader, NULL);
}

MilieuMap *
milieu_project_read_report (const char *path, MilieuReport *report)
{
  return milieu_project_read_lines (path, report, NULL);
}

MilieuMap *
milieu_project_read (const char *path, GError **error)
{
  g_autoptr (MilieuReport) report = milieu_report_new ();
  MilieuMap *map = milieu_project_read_report (path, report);

  if (map == NULL)
    set_error (report, error);
  return map;
}

MilieuMap *
milieu_project_read_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (MilieuReport) report = milieu_report_new ();
  MilieuLoader loader = { .name = name, .report = report, .bytes = bytes, .descriptor = -1 };
  MilieuMap *map = run (&loader, NULL);

  if (map == NULL)
    set_error (report, error);
  return map;
}

void
milieu_project_lines_free (MilieuProjectLines *lines)
{
  if (lines == NULL)
    return;
  for (guint type = 0; type < MILIEU_N_RECORD_TYPES; type++)
    g_array_unref (lines->of[type]);
  g_free (lines);
}

guint
milieu_project_line (const MilieuProjectLines *lines, MilieuRecordType type, guint32 key)
{
  return key < lines->of[type]->len ? g_array_index (lines->of[type], guint, key) : 0;
}
