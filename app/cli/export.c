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
  char *evidence, *grounds, *scope;
  int dpi, slice;
  gboolean no_legend, all;
  MilieuPageOptions page;
  MilieuFilter filter;
  MilieuStyleName style_name;
  MilieuLanguage words;
  MilieuPress press;
} Options;

typedef enum
{
  FORMAT_PDF,
  FORMAT_SVG,
  FORMAT_PNG,
  FORMAT_TIKZ,
} Format;

static void
options_clear (Options *o)
{
  char *texts[] = { o->output, o->view, o->width, o->height, o->style, o->frame, o->language, o->title, o->figure, o->suffix, o->preset,
                    o->evidence, o->grounds, o->scope };

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

/* "170mm", "17cm", "6.7in" or a bare number of mm, in px of 1/96 inch */
static gboolean
take_length (const char *option, const char *text, double *px, GError **error)
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
        *px = value * units[i].mm * MILIEU_PX_PER_MM;
        if (value * units[i].mm >= 30 && value * units[i].mm <= 2000)
          return TRUE;
      }
  return refuse (error, option, text, _("a length from 30mm to 2000mm"));
}

static gboolean
take_one_of (const char *option, const char *text, const char *const *allowed, int *value, GError **error)
{
  g_autofree char *list = NULL;

  if (text == NULL)
    return TRUE;
  for (int i = 0; allowed[i] != NULL; i++)
    if (g_str_equal (text, allowed[i]))
      {
        *value = i;
        return TRUE;
      }
  list = g_strjoinv (", ", (char **) allowed);
  return refuse (error, option, text, list);
}

static gboolean
take_filter (Options *o, GError **error)
{
  static const char *const evidences[] = { "stated", "implied", "verified", "recalled", "session", NULL };
  static const char *const grounds[] = { "strict", "suggested", NULL };
  static const char *const scopes[] = { "core", "all", NULL };
  int evidence = 2, suggested = 1, all = 0;

  milieu_filter_init (&o->filter);
  if (!take_one_of ("evidence", o->evidence, evidences, &evidence, error)
      || !take_one_of ("grounds", o->grounds, grounds, &suggested, error)
      || !take_one_of ("scope", o->scope, scopes, &all, error))
    return FALSE;
  o->filter.evidence = MILIEU_EVIDENCE_STATED + evidence;
  o->filter.suggested = suggested;
  o->filter.all_scopes = all;
  o->filter.slice = o->slice;
  return TRUE;
}

/* columns are as high as what they show, sheets as the sheet */
static gboolean
take_preset (Options *o, GError **error)
{
  const MilieuPreset *preset = o->preset != NULL ? milieu_preset_parse (o->preset) : NULL;

  if (o->preset != NULL && preset == NULL)
    return refuse (error, "page", o->preset, "single, medium, page, double, a4, a3, slide, poster");
  if (preset != NULL)
    o->page.width = preset->width_mm * MILIEU_PX_PER_MM;
  if (preset != NULL && preset->width_mm > WIDEST_COLUMN_MM)
    o->page.height = preset->height_mm * MILIEU_PX_PER_MM;
  return TRUE;
}

static gboolean
take_page (Options *o, GError **error)
{
  static const char *const views[] = { "map", "network", "both", NULL };
  static const char *const frames[] = { "region", "lille", "all", NULL };
  static const char *const styles[] = { "light", "dark", "print", "grey", "contrast", NULL };
  int view = 0, frame = 0, style = MILIEU_STYLE_PRINT;

  o->page.width = WIDTH_MM * MILIEU_PX_PER_MM;
  o->words = milieu_language_of_user ();
  if (!take_preset (o, error) || !take_one_of ("view", o->view, views, &view, error) || !take_one_of ("frame", o->frame, frames, &frame, error)
      || !take_one_of ("style", o->style, styles, &style, error)
      || !take_length ("width", o->width, &o->page.width, error)
      || !take_length ("height", o->height, &o->page.height, error))
    return FALSE;
  if (o->language != NULL && !milieu_language_parse (o->language, &o->words))
    return refuse (error, "lang", o->language, "fr, en");
  if (o->dpi < 36 || o->dpi > 1200)
    {
      g_autofree char *dpi = g_strdup_printf ("%d", o->dpi);
      return refuse (error, "dpi", dpi, _("a number from 36 to 1200"));
    }
  milieu_style_parse (styles[style], &o->style_name);
  o->page.view = view;
  o->page.extent = frame;
  o->page.title = o->title;
  o->page.no_legend = o->no_legend;
  return TRUE;
}

static gboolean
take_format (const char *path, Format *format, GError **error)
{
  g_autofree char *small = g_ascii_strdown (path, -1);
  static const char *const suffixes[] = { ".pdf", ".svg", ".png", ".tex" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (small, suffixes[i]))
      {
        *format = i;
        return TRUE;
      }
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
  static const char *const suffixes[] = { "pdf", "svg", "png", NULL };
  int suffix = 0;

  if (o->output != NULL && (o->figure == NULL) == o->all)
    return take_one_of ("format", o->suffix, suffixes, &suffix, error);
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("give either --figure or --all, and with -o where to write"));
  return FALSE;
}

static gboolean
parse (int argc, char **argv, Options *o, Format *format, GError **error)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &o->output, N_("File to write: .pdf, .svg, .png or .tex (TikZ)"), N_("FILE") },
    { "figure", 0, 0, G_OPTION_ARG_STRING, &o->figure, N_("Write the figure that the map keeps under this name or id"), N_("NAME") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &o->all, N_("Write all figures that the map keeps into the folder OUT"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &o->suffix, N_("pdf, svg or png: of files in a folder (else pdf)"), N_("FORMAT") },
    { "page", 0, 0, G_OPTION_ARG_STRING, &o->preset, N_("single, medium, page, double, a4, a3, slide or poster"), N_("PRESET") },
    { "view", 0, 0, G_OPTION_ARG_STRING, &o->view, N_("map, network or both (else map)"), N_("VIEW") },
    { "width", 0, 0, G_OPTION_ARG_STRING, &o->width, N_("Width of the page (else 170mm)"), N_("LENGTH") },
    { "height", 0, 0, G_OPTION_ARG_STRING, &o->height, N_("Height of the page (else by content)"), N_("LENGTH") },
    { "dpi", 0, 0, G_OPTION_ARG_INT, &o->dpi, N_("Pixels per inch of a PNG (else 300)"), N_("NUMBER") },
    { "style", 0, 0, G_OPTION_ARG_STRING, &o->style, N_("print, light, dark, grey or contrast"), N_("STYLE") },
    { "frame", 0, 0, G_OPTION_ARG_STRING, &o->frame, N_("region, lille (the densest place) or all"), N_("FRAME") },
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
  return (o->output == NULL || take_format (o->output, format, error)) && take_filter (o, error) && take_page (o, error);
}

/* ---- the figure ---- */

/* the options as a figure that no map keeps, so that a recipe can name them all */
static MilieuRecord *
plate_of (const Options *o, MilieuSnapshot *snapshot)
{
  MilieuNewFigure what = {
    .view = MILIEU_PLATE_VIEW_MAP + o->page.view,
    .frame = MILIEU_PLATE_FRAME_REGION + o->page.extent,
    .no_legend = o->page.no_legend,
    .title = o->title != NULL && *o->title == '\0' ? " " : o->title, /* blank: none */
    .width = o->page.width / MILIEU_PX_PER_MM,
    .height = o->page.height / MILIEU_PX_PER_MM,
    .dpi = o->dpi,
    .filter = o->filter,
  };

  milieu_vocabulary_parse (MILIEU_VOCABULARY_STYLE, milieu_style (o->style_name)->token, &what.style);
  milieu_vocabulary_parse (MILIEU_VOCABULARY_LANGUAGE, milieu_language_code (o->words), &what.language);
  return milieu_edit_figure_record (snapshot, &what);
}

static MilieuFigure *
draw (MilieuSnapshot *snapshot, Options *o, const MilieuFigureTools *tools)
{
  g_autoptr (MilieuRecord) plate = plate_of (o, snapshot);
  g_autofree char *recipe = milieu_recipe_new (snapshot, (const MilieuPlate *) plate);

  return milieu_plate_draw (snapshot, (const MilieuPlate *) plate, tools, recipe);
}

static GBytes *
encode (const MilieuFigure *figure, const Options *o, Format format, GError **error)
{
  const MilieuStyle *style = milieu_style (o->style_name);

  switch (format)
    {
    case FORMAT_SVG: return milieu_figure_to_svg (figure, style);
    case FORMAT_TIKZ: return milieu_figure_to_tikz (figure, style);
    case FORMAT_PNG: return milieu_figure_to_png (figure, style, o->dpi, error);
    default: return milieu_figure_to_pdf (figure, style, error);
    }
}

static gboolean
export (Options *o, Format format, GError **error)
{
  gboolean on_ground = o->page.view != MILIEU_VIEW_NETWORK;
  g_autoptr (MilieuMap) map = milieu_project_read (o->files[0], error);
  g_autoptr (MilieuSnapshot) snapshot = map != NULL ? milieu_map_snapshot (map) : NULL;
  g_autoptr (MilieuBasemap) basemap = map != NULL && on_ground ? milieu_basemap_load (NULL, error) : NULL;
  g_autoptr (MilieuGazetteer) gazetteer = basemap != NULL ? milieu_gazetteer_load (NULL, error) : NULL;
  g_autoptr (MilieuTextMeasure) measure = milieu_text_measure_new ();
  g_autoptr (MilieuFigure) figure = NULL;
  g_autoptr (GBytes) bytes = NULL;
  MilieuFigureTools tools = { measure, o->words, basemap, gazetteer, TRUE, 1 };

  if (map == NULL || (on_ground && gazetteer == NULL))
    return FALSE;
  figure = draw (snapshot, o, &tools);
  if (o->output != NULL)
    bytes = encode (figure, o, format, error);
  if (o->output != NULL && bytes == NULL)
    return FALSE;
  if (!milieu_press_say (&o->press, figure, milieu_style (o->style_name), bytes, measure))
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
  Format format = FORMAT_PDF;
  int status = 0;

  if (!parse (argc, argv, &options, &format, &error))
    status = 2;
  else if (options.figure != NULL || options.all)
    status = milieu_cli_export_figures (options.files[0], options.figure, options.output,
                                        options.suffix != NULL ? options.suffix : "pdf", &error) ? 0 : 1;
  else if (!export (&options, format, &error))
    status = 1;
  if (error != NULL)
    g_printerr ("milieu export: %s\n", error->message);
  options_clear (&options);
  return status;
}
