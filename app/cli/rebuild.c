#include "cli/commands.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "format/project-read.h"
#include "format/save.h"
#include "session/plate-draw.h"
#include "session/recipe.h"

typedef struct
{
  char **files, *map, *output;
} Options;

static const char *
suffix_of (const char *path)
{
  const char *dot = strrchr (path, '.');

  return dot != NULL ? dot : "";
}

static gboolean
parse (int argc, char **argv, Options *o, GError **error)
{
  const GOptionEntry entries[] = {
    { "map", 0, 0, G_OPTION_ARG_FILENAME, &o->map, N_("Map from which the figure was made"), N_("FILE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &o->output, N_("File to write, of the same kind as the figure"), N_("FILE") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &o->files, NULL, N_("FIGURE") },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_("— make a figure again from its recipe"));

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_description (context, _("FIGURE is a file that “milieu export” or the window wrote. The same map, font and version\n"
                                               "give the same file, byte for byte; with any other, nothing is written."));
  if (!g_option_context_parse (context, &argc, &argv, error))
    return FALSE;
  if (o->files == NULL || o->files[1] != NULL || o->map == NULL || o->output == NULL)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _("name one figure, with --map the map file, and with -o the file to write"));
  else if (g_ascii_strcasecmp (suffix_of (o->files[0]), suffix_of (o->output)) != 0)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("“%s” must end as the figure does: %s"), o->output,
                 suffix_of (o->files[0]));
  else
    return TRUE;
  return FALSE;
}

/* the date in a file is that of its making, not of today */
static void
take_date (const char *recipe)
{
  g_autofree char *date = milieu_recipe_date (recipe);

  if (date != NULL)
    g_setenv ("SOURCE_DATE_EPOCH", date, TRUE);
  else
    g_unsetenv ("SOURCE_DATE_EPOCH");
}

static GBytes *
make_again (MilieuSnapshot *snapshot, const char *recipe, const char *output, GError **error)
{
  g_autoptr (MilieuRecord) record = milieu_recipe_plate (recipe, snapshot, error);
  g_autoptr (MilieuBasemap) basemap = record != NULL ? milieu_basemap_load (NULL, error) : NULL;
  g_autoptr (MilieuGazetteer) gazetteer = basemap != NULL ? milieu_gazetteer_load (NULL, error) : NULL;
  g_autoptr (MilieuTextMeasure) measure = milieu_text_measure_new ();
  MilieuFigureTools tools = { .measure = measure, .basemap = basemap, .gazetteer = gazetteer };
  g_autoptr (MilieuFigure) figure = NULL;

  if (gazetteer == NULL)
    return NULL;
  take_date (recipe);
  figure = milieu_plate_draw (snapshot, (const MilieuPlate *) record, &tools, recipe);
  return milieu_plate_encode (figure, (const MilieuPlate *) record, output, error);
}

static gboolean
rebuild (const Options *o, GError **error)
{
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (o->files[0], FALSE, error);
  g_autoptr (GBytes) original = mapped != NULL ? g_mapped_file_get_bytes (mapped) : NULL;
  g_autofree char *recipe = original != NULL ? milieu_recipe_find (original, error) : NULL;
  g_autoptr (MilieuMap) map = recipe != NULL ? milieu_project_read (o->map, error) : NULL;
  g_autoptr (MilieuSnapshot) snapshot = map != NULL ? milieu_map_snapshot (map) : NULL;
  g_autoptr (GBytes) bytes = snapshot != NULL ? make_again (snapshot, recipe, o->output, error) : NULL;

  if (bytes == NULL)
    return FALSE;
  if (g_bytes_equal (bytes, original))
    return milieu_save_bytes (o->output, bytes, error);
  g_set_error (error, MILIEU_RECIPE_ERROR, MILIEU_RECIPE_ERROR_OTHER,
               _("%s is not what its recipe makes here: it was edited since, or another version of cairo or another basemap drew it. Nothing was written"),
               o->files[0]);
  return FALSE;
}

int
milieu_cli_rebuild (int argc, char **argv)
{
  Options options = { NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (!parse (argc, argv, &options, &error))
    status = 2;
  else if (!rebuild (&options, &error))
    status = 1;
  if (error != NULL)
    g_printerr ("milieu rebuild: %s\n", error->message);
  g_strfreev (options.files);
  g_free (options.map);
  g_free (options.output);
  return status;
}
