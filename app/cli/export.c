#include "cli/commands.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/figures.h"
#include "cli/press.h"
#include "edit/figure.h"
#include "figure/export.h"
#include "figure/page.h"
#include "figure/symbols.h"
#include "format/project-read.h"
#include "format/save.h"
#include "session/plate-draw.h"
#include "session/recipe.h"

#define WIDTH_MM 170.0
#define WIDEST_COLUMN_MM 174.0

typedef struct
{
  char **files;
  char *output, *view, *width, *height, *style, *frame, *language, *title, *figure, *suffix, *preset;
  char *evidence, *grounds, *scope, *size, *years, *insets, *family;
  double smallest;
  int dpi, slice, columns;
  gboolean no_legend, all;
  MilieuNewFigure what;
  MilieuPress press;
} Options;

static void
options_clear (Options *o)
{
  char *texts[] = { o->output, o->view, o->width, o->height, o->style, o->frame, o->language, o->title, o->figure, o->suffix, o->preset,
                    o->evidence, o->grounds, o->scope, o->size, o->years, o->insets, o->family };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_strfreev (o->files);
}

static gboolean
refuse (GError **error, const char *option, const char *value, const char *allowed)
{
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("“%s” is no value of --%s; it takes %s"), value, option,
               allowed);
  return FALSE;
}

/* ---- values ---- */

/* "170mm", "17cm", "6.7in" or a bare number of mm */
static gboolean
take_length (const char *option, const char *text, double *mm, GError **error)
{
  static const struct { const char *unit; double mm; } units[] = { { "mm", 1 }, { "cm", 10 }, { "in", 25.4 }, { "", 1 } };
  char *end;
  double value;

  if (text == NULL)
    return TRUE;
  value = g_ascii_strtod (text, &end);
  for (guint i = 0; end != text && i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (end, units[i].unit))
      {
        *mm = value * units[i].mm;
        if (*mm >= 30 && *mm <= 2000)
          return TRUE;
      }
  return refuse (error, option, text, _("a length from 30mm to 2000mm"));
}

static char *
list_of (MilieuVocabulary vocabulary)
{
  GString *list = g_string_new (NULL);

  for (guint i = 1; i < milieu_vocabulary_size (vocabulary); i++)
    g_string_append_printf (list, "%s%s", i > 1 ? ", " : "", milieu_vocabulary_token (vocabulary, i));
  return g_string_free (list, FALSE);
}

/* @value: as it was where the option is not given */
static gboolean
take_token (const char *option, const char *text, MilieuVocabulary vocabulary, guint *value, GError **error)
{
  g_autofree char *list = NULL;
  guint found;

  if (text == NULL)
    return TRUE;
  if (*text != '\0' && milieu_vocabulary_parse (vocabulary, text, &found))
    {
      *value = found;
      return TRUE;
    }
  list = list_of (vocabulary);
  return refuse (error, option, text, list);
}

static gboolean
take_filter (Options *o, GError **error)
{
  MilieuFilter *filter = &o->what.filter;
  guint evidence = MILIEU_EVIDENCE_VERIFIED, grounds = MILIEU_ASKED_GROUNDS_SUGGESTED, scope = MILIEU_ASKED_SCOPE_CORE;

  milieu_filter_init (filter);
  if (!take_token ("evidence", o->evidence, MILIEU_VOCABULARY_EVIDENCE, &evidence, error)
      || !take_token ("grounds", o->grounds, MILIEU_VOCABULARY_ASKED_GROUNDS, &grounds, error)
      || !take_token ("scope", o->scope, MILIEU_VOCABULARY_ASKED_SCOPE, &scope, error))
    return FALSE;
  filter->evidence = evidence;
  filter->suggested = grounds != MILIEU_ASKED_GROUNDS_STRICT;
  filter->all_scopes = scope == MILIEU_ASKED_SCOPE_ALL;
  filter->slice = o->slice;
  return TRUE;
}

/* columns are as high as what they show, sheets as the sheet */
static gboolean
take_preset (Options *o, GError **error)
{
  const MilieuPreset *preset = o->preset != NULL ? milieu_preset_parse (o->preset) : NULL;

  if (o->preset != NULL && preset == NULL)
    return refuse (error, "page", o->preset, "single, medium, page, double, a4, a3, slide, poster");
  if (preset == NULL)
    return TRUE;
  o->what.width = preset->width_mm;
  if (preset->width_mm > WIDEST_COLUMN_MM)
    o->what.height = preset->height_mm;
  if (preset->least_text > milieu_text_smallest ())
    o->what.smallest = preset->least_text;
  return TRUE;
}

static gboolean
take_numbers (Options *o, GError **error)
{
  g_autofree char *dpi = g_strdup_printf ("%d", o->dpi), *columns = g_strdup_printf ("%d", o->columns);
  char smallest[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_dtostr (smallest, sizeof smallest, o->smallest);
  if (o->dpi < 36 || o->dpi > 1200)
    return refuse (error, "dpi", dpi, _("a number from 36 to 1200"));
  if (o->columns < 0 || o->columns > 8)
    return refuse (error, "columns", columns, _("a number from 1 to 8"));
  if (o->smallest != 0 && !(o->smallest >= 3 && o->smallest <= 72))
    return refuse (error, "smallest", smallest, _("points from 3 to 72"));
  o->what.dpi = o->dpi;
  o->what.columns = (guint) o->columns;
  if (o->smallest != 0)
    o->what.smallest = o->smallest;
  return TRUE;
}

static gboolean
take_years (Options *o, GError **error)
{
  g_auto (GStrv) each = o->years != NULL ? g_strsplit (o->years, ",", -1) : NULL;
  guint64 year;

  for (guint i = 0; each != NULL && each[i] != NULL; i++)
    if (!g_ascii_string_to_unsigned (g_strstrip (each[i]), 10, 1, 9999, &year, NULL) || i >= MILIEU_MOST_YEARS)
      return refuse (error, "years", o->years, _("up to twelve years, as 2001,2010,2018"));
  if (o->years != NULL)
    o->what.years = g_strdelimit (o->years, ",", ' ');
  /* years ask for a map by years */
  if (o->years != NULL && o->view == NULL)
    o->what.view = MILIEU_PLATE_VIEW_YEARS;
  return TRUE;
}

static gboolean
take_words (Options *o, GError **error)
{
  guint view = o->what.view, frame = MILIEU_PLATE_FRAME_REGION, size = MILIEU_SIZE_UNSET;

  if (!take_token ("view", o->view, MILIEU_VOCABULARY_VIEW, &view, error)
      || !take_token ("frame", o->frame, MILIEU_VOCABULARY_FRAME, &frame, error)
      || !take_token ("style", o->style, MILIEU_VOCABULARY_STYLE, &o->what.style, error)
      || !take_token ("size", o->size, MILIEU_VOCABULARY_SIZE, &size, error)
      || !take_token ("lang", o->language, MILIEU_VOCABULARY_LANGUAGE, &o->what.language, error))
    return FALSE;
  o->what.view = view;
  o->what.frame = frame;
  o->what.size = size;
  return TRUE;
}

static gboolean
take_page (Options *o, GError **error)
{
  MilieuNewFigure *what = &o->what;

  what->view = MILIEU_PLATE_VIEW_MAP;
  what->width = WIDTH_MM;
  milieu_vocabulary_parse (MILIEU_VOCABULARY_STYLE, "print", &what->style);
  milieu_vocabulary_parse (MILIEU_VOCABULARY_LANGUAGE, milieu_language_code (milieu_language_of_user ()), &what->language);
  what->title = o->title != NULL && *o->title == '\0' ? " " : o->title; /* blank: none */
  what->no_legend = o->no_legend;
  what->family = o->family;
  what->insets = o->insets;
  return take_preset (o, error) && take_years (o, error) && take_words (o, error) && take_numbers (o, error)
         && take_length ("width", o->width, &what->width, error) && take_length ("height", o->height, &what->height, error);
}

/* told before anything is read or drawn */
static gboolean
take_format (const char *path, GError **error)
{
  static const char *const suffixes[] = { ".pdf", ".svg", ".png", ".tex" };
  g_autofree char *small = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (small, suffixes[i]))
      return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("“%s”: a figure is written as .pdf, .svg, .png or .tex; name a file with one of these suffixes"), path);
  return FALSE;
}

static gboolean
take_preflight (const char *name, const char *value, gpointer options, GError **error)
{
  Options *o = options;

  return milieu_press_take (&o->press, value, error);
}

/* a figure that the map keeps says all but where it goes */
static gboolean
take_kept (Options *o, GError **error)
{
  static const char *const suffixes[] = { "pdf", "svg", "png", "tex", NULL };

  if (o->output == NULL || (o->figure == NULL) != o->all)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("give either --figure or --all, and with -o where to write"));
  else if (o->suffix != NULL && !g_strv_contains (suffixes, o->suffix))
    refuse (error, "format", o->suffix, "pdf, svg, png, tex");
  else
    return TRUE;
  return FALSE;
}

static gboolean
parse (int argc, char **argv, Options *o, GError **error)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &o->output, N_("File to write: .pdf, .svg, .png or .tex (TikZ)"), N_("FILE") },
    { "figure", 0, 0, G_OPTION_ARG_STRING, &o->figure, N_("Write the figure that the map keeps under this name or id"), N_("NAME") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &o->all, N_("Write all figures that the map keeps into the folder OUT"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &o->suffix, N_("pdf, svg, png or tex: of files in a folder (else pdf)"), N_("FORMAT") },
    { "page", 0, 0, G_OPTION_ARG_STRING, &o->preset, N_("single, medium, page, double, a4, a3, slide or poster"), N_("PRESET") },
    { "view", 0, 0, G_OPTION_ARG_STRING, &o->view, N_("map, network, both, years, slope or verdict (else map)"), N_("VIEW") },
    { "years", 0, 0, G_OPTION_ARG_STRING, &o->years, N_("The map once for each of these years"), N_("YEAR,YEAR…") },
    { "width", 0, 0, G_OPTION_ARG_STRING, &o->width, N_("Width of the page (else 170mm)"), N_("LENGTH") },
    { "height", 0, 0, G_OPTION_ARG_STRING, &o->height, N_("Height of the page (else by content)"), N_("LENGTH") },
    { "dpi", 0, 0, G_OPTION_ARG_INT, &o->dpi, N_("Pixels per inch of a PNG (else 300)"), N_("NUMBER") },
    { "style", 0, 0, G_OPTION_ARG_STRING, &o->style, N_("print, light, dark, grey or contrast"), N_("STYLE") },
    { "frame", 0, 0, G_OPTION_ARG_STRING, &o->frame, N_("region, lille (the densest place) or all"), N_("FRAME") },
    { "inset", 0, 0, G_OPTION_ARG_STRING, &o->insets, N_("Insets: none, or towns by their names (else where actors crowd)"), N_("TOWN,TOWN…") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &o->size, N_("What makes symbols large: degree, betweenness, effective-size, core or participation"), N_("MEASURE") },
    { "font", 0, 0, G_OPTION_ARG_STRING, &o->family, N_("Font family of the text (else Inter)"), N_("FAMILY") },
    { "smallest", 0, 0, G_OPTION_ARG_DOUBLE, &o->smallest, N_("Points that the smallest text has at least; all else grows with it"), N_("NUMBER") },
    { "columns", 0, 0, G_OPTION_ARG_INT, &o->columns, N_("Columns of the legend (else as many as fit)"), N_("NUMBER") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &o->title, N_("Title of the figure (else the map’s)"), N_("TEXT") },
    { "no-legend", 0, 0, G_OPTION_ARG_NONE, &o->no_legend, N_("Leave the legend out"), NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &o->language, N_("fr or en"), N_("LANGUAGE") },
    { "evidence", 0, 0, G_OPTION_ARG_STRING, &o->evidence, N_("stated, implied, verified, recalled or session"), N_("EVIDENCE") },
    { "grounds", 0, 0, G_OPTION_ARG_STRING, &o->grounds, N_("strict or suggested"), N_("GROUNDS") },
    { "scope", 0, 0, G_OPTION_ARG_STRING, &o->scope, N_("core or all"), N_("SCOPE") },
    { "slice", 0, 0, G_OPTION_ARG_INT, &o->slice, N_("Only what is active in that year"), N_("YEAR") },
    { "preflight", 0, G_OPTION_FLAG_OPTIONAL_ARG, G_OPTION_ARG_CALLBACK, take_preflight,
      N_("Say whether the figure will do: single, medium, page, double, a4, a3, slide or poster"), N_("PRESET") },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &o->press.strict, N_("Write no figure that the preflight does not let pass"), NULL },
    { "caption", 0, 0, G_OPTION_ARG_NONE, &o->press.caption, N_("Print a caption, and words for those who do not see the figure"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &o->files, NULL, N_("FILE") },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_("— draw a map as a figure"));
  GOptionGroup *group = g_option_group_new (NULL, NULL, NULL, o, NULL);

  g_option_group_add_entries (group, entries);
  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  g_option_context_set_main_group (context, group);
  g_option_context_set_description (context, _("The same map and options give the same file, byte for byte."));
  if (!g_option_context_parse (context, &argc, &argv, error))
    return FALSE;
  if (o->files == NULL || o->files[1] != NULL || (o->output == NULL && !o->press.preflight && !o->press.caption))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _("name one map file, and with -o the file to write"));
      return FALSE;
    }
  if (o->slice < 0 || o->slice > 9999)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("--slice takes a year from 1 to 9999"));
      return FALSE;
    }
  if (o->figure != NULL || o->all)
    return take_kept (o, error);
  return (o->output == NULL || take_format (o->output, error)) && take_filter (o, error) && take_page (o, error);
}

/* ---- the figure ---- */

/* towns by their names: the grouping of municipalities of each, else the town itself; a box of degrees as it is */
static gboolean
take_insets (Options *o, MilieuGazetteer *gazetteer, GError **error)
{
  g_auto (GStrv) towns = o->insets != NULL ? g_strsplit (o->insets, ",", -1) : NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  guint n;

  if (o->insets == NULL || g_str_equal (o->insets, "none"))
    return TRUE;
  if (g_strv_length (towns) == 4 && strspn (o->insets, "0123456789.,-") == strlen (o->insets))
    return TRUE;
  for (guint i = 0; towns[i] != NULL; i++)
    {
      const MilieuMunicipality *const *found = milieu_gazetteer_by_name (gazetteer, g_strstrip (towns[i]), &n);

      if (found == NULL)
        return refuse (error, "inset", towns[i], _("none, towns of the region by their names, or west,south,east,north in degrees"));
      g_string_append_printf (words, "%s%s:%s", i > 0 ? " " : "", *found[0]->epci != '\0' ? "epci" : "insee",
                              *found[0]->epci != '\0' ? found[0]->epci : found[0]->insee);
    }
  g_free (o->insets);
  o->what.insets = o->insets = g_strdup (words->str);
  return TRUE;
}

static gboolean
export (Options *o, GError **error)
{
  g_autoptr (MilieuMap) map = milieu_project_read (o->files[0], error);
  g_autoptr (MilieuSnapshot) snapshot = map != NULL ? milieu_map_snapshot (map) : NULL;
  g_autoptr (MilieuBasemap) basemap = map != NULL ? milieu_basemap_load (NULL, error) : NULL;
  g_autoptr (MilieuGazetteer) gazetteer = basemap != NULL ? milieu_gazetteer_load (NULL, error) : NULL;
  g_autoptr (MilieuTextMeasure) measure = milieu_text_measure_new ();
  MilieuFigureTools tools = { .measure = measure, .basemap = basemap, .gazetteer = gazetteer };
  g_autoptr (MilieuRecord) record = NULL;
  g_autoptr (MilieuFigure) figure = NULL;
  g_autofree char *recipe = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const MilieuPlate *plate;

  if (gazetteer == NULL || !take_insets (o, gazetteer, error))
    return FALSE;
  /* a figure that no map keeps, so that a recipe can name all of it */
  record = milieu_edit_figure_record (snapshot, &o->what);
  plate = (const MilieuPlate *) record;
  recipe = milieu_recipe_new (snapshot, plate);
  figure = milieu_plate_draw (snapshot, plate, &tools, recipe);
  milieu_press_say_font (plate);
  if (o->output != NULL)
    bytes = milieu_plate_encode (figure, plate, o->output, error);
  if (o->output != NULL && bytes == NULL)
    return FALSE;
  if (!milieu_press_say (&o->press, figure, milieu_plate_style (plate), bytes, measure))
    {
      g_set_error_literal (error, MILIEU_FIGURE_ERROR, MILIEU_FIGURE_ERROR_FAILED, _("nothing was written: see what is to be mended"));
      return FALSE;
    }
  return o->output == NULL || milieu_save_bytes (o->output, bytes, error);
}

int
milieu_cli_export (int argc, char **argv)
{
  Options options = { .dpi = 300 };
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (!parse (argc, argv, &options, &error))
    status = 2;
  else if (options.figure != NULL || options.all)
    status = milieu_cli_export_figures (options.files[0], options.figure, options.output,
                                        options.suffix != NULL ? options.suffix : "pdf", &error) ? 0 : 1;
  else if (!export (&options, &error))
    status = 1;
  if (error != NULL)
    g_printerr ("milieu export: %s\n", error->message);
  options_clear (&options);
  return status;
}
