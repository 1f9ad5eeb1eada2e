#include "cli/commands.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "format/import.h"
#include "format/project-read.h"
#include "format/project-write.h"
#include "format/save.h"

typedef struct
{
  MilieuImport tables;
  char *into, *output;
  int year;
} Options;

static gboolean
parse (int argc, char **argv, Options *options, GError **error)
{
  const GOptionEntry entries[] = {
    { "actors", 0, 0, G_OPTION_ARG_FILENAME, &options->tables.actors, N_("Table of actors"), N_("FILE") },
    { "ties", 0, 0, G_OPTION_ARG_FILENAME, &options->tables.ties, N_("Table of ties"), N_("FILE") },
    { "grounds", 0, 0, G_OPTION_ARG_FILENAME, &options->tables.grounds, N_("Table of suggested grounds"), N_("FILE") },
    { "scope", 0, 0, G_OPTION_ARG_FILENAME, &options->tables.scope, N_("Table of scopes"), N_("FILE") },
    { "claims", 0, 0, G_OPTION_ARG_FILENAME, &options->tables.claims, N_("Table of disputed values"), N_("FILE") },
    { "into", 0, 0, G_OPTION_ARG_FILENAME, &options->into, N_("Map to which the tables are added"), N_("MAP") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &options->tables.title, N_("Title of the map"), N_("TEXT") },
    { "year", 0, 0, G_OPTION_ARG_INT, &options->year, N_("Reference year of the map"), N_("YEAR") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, N_("Map file to write"), N_("FILE") },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_("— make a map from tables"));

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_description (context, _("Tables are CSV: any of comma, semicolon and tab; UTF-8 or Windows-1252. The first row names the columns."));
  if (!g_option_context_parse (context, &argc, &argv, error))
    return FALSE;
  if (argc > 1)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("“%s” belongs to no option"), argv[1]);
  return argc <= 1;
}

static gboolean
check (const Options *options, GError **error)
{
  const MilieuImport *tables = &options->tables;
  const char *words = NULL;

  if (tables->actors == NULL && tables->ties == NULL && tables->grounds == NULL && tables->scope == NULL && tables->claims == NULL)
    words = _("no table is named: use --actors, --ties, --grounds, --scope or --claims");
  else if (options->output == NULL)
    words = _("no map file is named: use -o OUT.milieu");
  else if (options->year < 0 || options->year > 9999)
    words = _("the year must be from 1 to 9999");
  if (words != NULL)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, words);
  return words == NULL;
}

static gboolean
run (const Options *options, MilieuReport *report, GError **error)
{
  g_autoptr (MilieuMap) map = options->into != NULL ? milieu_project_read (options->into, error) : milieu_map_new ();
  g_autoptr (MilieuGroup) group = map != NULL ? milieu_import (map, &options->tables, report, error) : NULL;
  g_autoptr (MilieuSnapshot) snapshot = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (group == NULL || !milieu_map_apply (map, group, error))
    return FALSE;
  snapshot = milieu_map_snapshot (map);
  bytes = milieu_project_write (snapshot);
  if (!milieu_save_bytes (options->output, bytes, error))
    return FALSE;
  milieu_report_add (report, MILIEU_REPORT_REMARK, options->output, 0, _("%u actors, %u ties, %u claims, %u sources"),
                     milieu_snapshot_count (snapshot, MILIEU_RECORD_ACTOR), milieu_snapshot_count (snapshot, MILIEU_RECORD_TIE),
                     milieu_snapshot_count (snapshot, MILIEU_RECORD_CLAIM), milieu_snapshot_count (snapshot, MILIEU_RECORD_SOURCE));
  return TRUE;
}

static void
free_options (Options *options)
{
  g_free ((char *) options->tables.actors);
  g_free ((char *) options->tables.ties);
  g_free ((char *) options->tables.grounds);
  g_free ((char *) options->tables.scope);
  g_free ((char *) options->tables.claims);
  g_free ((char *) options->tables.title);
  g_free (options->into);
  g_free (options->output);
}

int
milieu_cli_import (int argc, char **argv)
{
  g_autoptr (MilieuReport) report = milieu_report_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  Options options = { 0 };
  int status = 0;

  if (!parse (argc, argv, &options, &error) || !check (&options, &error))
    status = 2;
  else
    {
      options.tables.year = options.year;
      status = run (&options, report, &error) ? 0 : 1;
    }
  text = milieu_report_text (report);
  g_print ("%s", text);
  if (error != NULL)
    g_printerr ("milieu import: %s\n", error->message);
  free_options (&options);
  return status;
}
