#include "cli/commands.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cli/question.h"
#include "session/listing.h"
#include "format/project-read.h"
#include "format/project-write.h"

typedef char *(*Printer) (const MilieuListing *listing);

static Printer
find_printer (const char *format)
{
  static const struct { const char *name; Printer print; } printers[] = {
    { "text", milieu_listing_text }, { "json", milieu_listing_json },
    { "csv", milieu_listing_csv }, { "markdown", milieu_listing_markdown },
  };

  for (guint i = 0; i < G_N_ELEMENTS (printers); i++)
    if (g_strcmp0 (format, printers[i].name) == 0)
      return printers[i].print;
  return format ? NULL : milieu_listing_text;
}

static gboolean
parse (int argc, char **argv, MilieuQuestionOptions *question, char **format, char ***files, GError **error)
{
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, format, N_("text, json, csv or markdown"), "FORMAT" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, files, NULL, N_("FILE") },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_("— read a map twice"));

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  milieu_question_options_add (question, context, TRUE);
  if (!g_option_context_parse (context, &argc, &argv, error))
    return FALSE;
  if (!find_printer (*format))
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("%s cannot be “%s”: give %s"), "--format", *format,
                 "text, json, csv, markdown");
  else if (*files == NULL || (*files)[1] != NULL)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("name one map file"));
  else
    return TRUE;
  return FALSE;
}

static int
print (const char *path, const MilieuQuestionOptions *question, MilieuFilter *filter, MilieuLanguage language, Printer printer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MilieuMap) map = milieu_project_read (path, &error);
  g_autoptr (MilieuSnapshot) snapshot = NULL;
  g_autoptr (MilieuReading) reading = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *text = NULL;

  if (!map)
    {
      g_printerr ("milieu read: %s\n", error->message);
      return 1;
    }
  snapshot = milieu_map_snapshot (map);
  if (!milieu_question_options_leave_out (question, snapshot, filter, &error))
    {
      g_printerr ("milieu read: %s\n", error->message);
      return 2;
    }
  hash = milieu_project_hash (snapshot);
  reading = milieu_reading_compute (snapshot, filter, NULL, NULL, NULL);
  text = printer (&(MilieuListing) { reading, *reading->title ? reading->title : name, hash, language });
  /* not g_print(): it would turn what the locale lacks into question marks */
  return fputs (text, stdout) >= 0 && fflush (stdout) == 0 ? 0 : 1;
}

int
milieu_cli_read (int argc, char **argv)
{
  g_auto (MilieuQuestionOptions) question = { NULL };
  g_autofree char *format = NULL;
  g_auto (GStrv) files = NULL;
  g_autoptr (GError) error = NULL;
  MilieuFilter filter;
  MilieuLanguage language;

  if (!parse (argc, argv, &question, &format, &files, &error)
      || !milieu_question_options_read (&question, &filter, &language, &error))
    {
      g_printerr ("milieu read: %s\n", error->message);
      return 2;
    }
  return print (files[0], &question, &filter, language, find_printer (format));
}
