#include "cli/commands.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "cli/question.h"
#include "format/project-read.h"
#include "session/study-work.h"

typedef struct
{
  MilieuQuestionOptions question;
  char *output;
  char **files;
  gboolean persons;
  MilieuFilter filter;
  MilieuLanguage language;
} Options;

static gboolean
has_suffix (const char *path, const char *suffix)
{
  g_autofree char *small = g_ascii_strdown (path, -1);

  return g_str_has_suffix (small, suffix);
}

static gboolean
parse (int argc, char **argv, Options *o, GError **error)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &o->output, N_("File to write: .pdf or .md"), N_("FILE") },
    { "persons", 0, 0, G_OPTION_ARG_NONE, &o->persons, N_("Rank persons too"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &o->files, NULL, N_("FILE") },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_("— a report of both readings"));

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  milieu_question_options_add (&o->question, context, TRUE);
  g_option_context_set_description (context, _("The same map and options give the same report, byte for byte. "
                                               "Figures of a .md are written beside it as .svg."));
  if (!g_option_context_parse (context, &argc, &argv, error))
    return FALSE;
  if (o->files == NULL || o->files[1] != NULL || o->output == NULL)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _("name one map file, and with -o the file to write"));
  else if (!has_suffix (o->output, ".pdf") && !has_suffix (o->output, ".md"))
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _("“%s”: a report is written as .pdf or .md; name a file with one of these suffixes"), o->output);
  else
    return milieu_question_options_read (&o->question, &o->filter, &o->language, error);
  return FALSE;
}

static gboolean
report (const Options *o, GError **error)
{
  g_autoptr (MilieuMap) map = milieu_project_read (o->files[0], error);
  g_autoptr (MilieuSnapshot) snapshot = map ? milieu_map_snapshot (map) : NULL;
  g_autoptr (MilieuBasemap) basemap = map ? milieu_basemap_load (NULL, error) : NULL;
  g_autoptr (MilieuGazetteer) gazetteer = basemap ? milieu_gazetteer_load (NULL, error) : NULL;
  g_autoptr (MilieuTextMeasure) measure = milieu_text_measure_new ();
  MilieuFigureTools tools = { measure, o->language, basemap, gazetteer, TRUE, 1 };
  g_autofree char *name = g_path_get_basename (o->files[0]);
  MilieuStudyRequest request = { o->filter, o->language, o->persons, name, o->output };

  return gazetteer && milieu_study_write (snapshot, &request, &tools, NULL, NULL, NULL, error);
}

int
milieu_cli_report (int argc, char **argv)
{
  Options options = { .output = NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (!parse (argc, argv, &options, &error))
    status = 2;
  else if (!report (&options, &error))
    status = 1;
  if (error)
    g_printerr ("milieu report: %s\n", error->message);
  milieu_question_options_clear (&options.question);
  g_free (options.output);
  g_strfreev (options.files);
  return status;
}
