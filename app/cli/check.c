#include "cli/commands.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "format/check.h"

static gboolean
parse (int argc, char **argv, char ***files, GError **error)
{
  const GOptionEntry entries[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, files, NULL, N_("FILE") },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_("— check a map file"));

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_description (context, _("Prints what is wrong (exit status 1) and what asks for a look (0), a line each."));
  if (!g_option_context_parse (context, &argc, &argv, error))
    return FALSE;
  if (*files != NULL && (*files)[1] == NULL)
    return TRUE;
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("name one map file"));
  return FALSE;
}

/* what stands in the file is the report; a file that cannot be read is an error */
static void
print (MilieuReport *report)
{
  for (guint i = 0; i < milieu_report_size (report); i++)
    {
      const MilieuReportEntry *entry = milieu_report_get (report, i);
      g_autofree char *line = milieu_report_line (entry);

      if (entry->line == 0 && entry->kind == MILIEU_REPORT_ERROR)
        g_printerr ("milieu check: %s\n", line);
      else
        g_print ("%s\n", line);
    }
}

int
milieu_cli_check (int argc, char **argv)
{
  g_autoptr (MilieuReport) report = milieu_report_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) files = NULL;
  gboolean good;

  if (!parse (argc, argv, &files, &error))
    {
      g_printerr ("milieu check: %s\n", error->message);
      return 2;
    }
  good = milieu_check (files[0], report);
  print (report);
  return good ? 0 : 1;
}
