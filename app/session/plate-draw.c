#include "session/plate-draw.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "figure/cast.h"
#include "figure/describe.h"
#include "figure/export.h"
#include "figure/framed.h"
#include "figure/page.h"
#include "figure/slope-chart.h"
#include "figure/symbols.h"
#include "figure/verdict-grid.h"
#include "model/plate.h"
#include "model/short-name.h"
#include "network/measures.h"
#include "reading/persons.h"

#define WIDTH_MM 170.0
#define DPI 300.0
#define LEAST_PX 60.0 /* of what stays between the margins */

static double
px (double mm, double otherwise)
{
  return (isnan (mm) ? otherwise : mm) * MILIEU_PX_PER_MM;
}

MilieuLanguage
milieu_plate_language (const MilieuPlate *plate)
{
  MilieuLanguage language = milieu_language_of_user ();

  milieu_language_parse (milieu_vocabulary_token (MILIEU_VOCABULARY_LANGUAGE, plate->language), &language);
  return language;
}

/* the look has texts from some size on: a page that asks for larger ones is drawn larger, as if it were smaller paper */
static double
scale_of (const MilieuPlate *plate)
{
  return isnan (plate->smallest) ? 1 : MAX (1, plate->smallest / milieu_text_smallest ());
}

const MilieuStyle *
milieu_plate_style (const MilieuPlate *plate)
{
  MilieuStyleName name = MILIEU_STYLE_PRINT;

  milieu_style_parse (milieu_vocabulary_token (MILIEU_VOCABULARY_STYLE, plate->style), &name);
  return milieu_style (name);
}

/* Returns: (transfer full): the measure of each actor key in interactions and institutions; NAN where it is undefined */
static double *
measure_values (MilieuSnapshot *snapshot, const MilieuFilter *filter, MilieuDressing *dressing)
{
  g_autoptr (MilieuGraph) graph = milieu_graph_new_all (snapshot, filter);
  g_autoptr (MilieuMeasures) measures = milieu_measures_new (graph, TRUE, NULL);
  double *values;

  dressing->n_values = milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_ACTOR);
  values = g_new (double, MAX (dressing->n_values, 1));
  for (guint i = 0; i < dressing->n_values; i++)
    values[i] = NAN;
  for (guint v = 0; measures != NULL && v < graph->n; v++)
    {
      double value = dressing->size == MILIEU_SIZE_DEGREE ? measures->degree[v]
                     : dressing->size == MILIEU_SIZE_BETWEENNESS ? measures->betweenness[v]
                     : dressing->size == MILIEU_SIZE_EFFECTIVE ? measures->effective_size[v]
                     : dressing->size == MILIEU_SIZE_CORE ? measures->core[v] : measures->participation[v];

      values[graph->actors[v]] = value;
      dressing->largest = isnan (value) ? dressing->largest : MAX (dressing->largest, value);
    }
  return values;
}

/* of a figure that names none: the year of reference alone */
static void
take_years (MilieuPageOptions *page, guint **years, guint *n_years, MilieuSnapshot *snapshot, const MilieuFilter *filter)
{
  if (*n_years == 0 && milieu_filter_year (filter, snapshot) != 0)
    (*years)[(*n_years)++] = milieu_filter_year (filter, snapshot);
  page->years = *years;
  page->n_years = MIN (*n_years, MILIEU_MOST_YEARS);
}

/* Returns: (nullable): the insets that somebody chose, "none" being a choice */
static char **
insets_of (const MilieuPlate *plate)
{
  if (plate->insets == NULL)
    return NULL;
  return g_strsplit (g_str_equal (plate->insets, "none") ? "" : plate->insets, " ", -1);
}

/* @margin: px: the page within it is drawn first */
static void
take_parts (const MilieuPlate *plate, double margin, MilieuPartPlace *parts)
{
  for (guint i = 0; i < MILIEU_N_PARTS; i++)
    {
      double less = milieu_plate_part_is_of_map (i) ? 0 : margin;
      MilieuPartPlace *p = &parts[i];

      milieu_plate_part (plate, i, p);
      *p = (MilieuPartPlace) { p->placed, p->sized, p->hidden, px (p->x, 0) - less, px (p->y, 0) - less, px (p->width, 0),
                               px (p->height, 0) };
    }
}

static gboolean
go_on (double fraction, gpointer cancelled)
{
  return cancelled == NULL || !g_atomic_int_get ((const gint *) cancelled);
}

static MilieuFigure *
draw_page (MilieuSnapshot *snapshot, const MilieuPlate *plate, const MilieuFilter *filter, const MilieuFigureTools *tools,
           const MilieuPlateDrawing *drawing, double width, double height, double margin)
{
  guint n_years;
  g_autofree guint *years = milieu_plate_years (plate->years, &n_years);
  MilieuPageOptions page = {
    .view = plate->view <= MILIEU_PLATE_VIEW_BOTH ? plate->view - MILIEU_PLATE_VIEW_MAP : MILIEU_VIEW_MAP,
    .width = width,
    .height = height,
    .extent = plate->frame != MILIEU_PLATE_FRAME_UNSET ? plate->frame - MILIEU_PLATE_FRAME_REGION : 0,
    .title = plate->title,
    .note = drawing->note,
    .remark = plate->note,
    .legend_columns = isnan (plate->columns) ? 0 : (guint) plate->columns,
    .kind = milieu_network_kind (snapshot),
    .seed = (guint64) milieu_snapshot_number (snapshot, "layout.seed", 42),
  };
  g_autoptr (GArray) labels = milieu_plate_labels (plate->labels, snapshot);
  g_auto (GStrv) insets = insets_of (plate);
  MilieuDressing dressing = { .size = plate->size, .labels = (MilieuHandLabel *) (void *) labels->data, .n_labels = labels->len };
  g_autofree double *values = NULL;
  g_autoptr (MilieuGraph) graph = NULL;
  g_autoptr (MilieuLayout) layout = NULL;

  if (dressing.size != MILIEU_SIZE_UNSET)
    dressing.values = values = measure_values (snapshot, filter, &dressing);
  page.dressing = &dressing;
  page.insets = (const char *const *) insets;
  if (plate->view == MILIEU_PLATE_VIEW_YEARS)
    take_years (&page, &years, &n_years, snapshot, filter);
  if (page.view != MILIEU_VIEW_MAP && milieu_snapshot_count (snapshot, MILIEU_RECORD_SPOT) == 0)
    {
      g_autofree MilieuExtent *extents = NULL;

      graph = milieu_graph_new_drawn (snapshot, filter);
      extents = milieu_network_extents (snapshot, graph, page.kind, tools);
      layout = milieu_layout_new (graph, &(MilieuLayoutRequest) {
        .kind = page.kind, .seed = page.seed, .extents = extents, .progress = go_on, .progress_data = (gpointer) drawing->cancelled });
      page.graph = graph;
      page.layout = layout;
    }
  if (!go_on (0, (gpointer) drawing->cancelled))
    return NULL;
  take_parts (plate, margin, page.parts);
  return milieu_page_new (snapshot, filter, tools, &page);
}

/* of a chart on a reading: those whom the reading is about */
static MilieuFigureFacts
facts_of (MilieuSnapshot *snapshot, const MilieuPlate *plate, const MilieuFilter *filter, const MilieuReading *reading)
{
  g_autoptr (MilieuCast) cast = milieu_cast_new (snapshot, filter, MILIEU_LANGUAGE_ENGLISH);
  MilieuFigureFacts facts = cast->facts;

  facts.view = plate->view == MILIEU_PLATE_VIEW_VERDICT ? MILIEU_VIEW_VERDICT : MILIEU_VIEW_SLOPE;
  facts.n_actors = reading->n_actors;
  memset (facts.n_grounds, 0, sizeof facts.n_grounds);
  facts.slice = filter->slice;
  facts.year = milieu_filter_year (filter, snapshot);
  return facts;
}

/* a chart between the words that a map has too */
static MilieuFigure *
draw_reading (MilieuSnapshot *snapshot, const MilieuPlate *plate, const MilieuFilter *filter, const MilieuFigureTools *tools,
              double width, MilieuFraming *framing)
{
  g_autoptr (MilieuReading) reading = milieu_reading_compute (snapshot, filter, NULL, NULL, NULL);
  gboolean verdict = plate->view == MILIEU_PLATE_VIEW_VERDICT;
  MilieuPartPlace parts[MILIEU_N_PARTS];
  const MilieuPartPlace *own = &parts[MILIEU_PART_CHART];
  MilieuSlopeOptions options = { .persons = milieu_persons_are_ranked (snapshot) };
  g_autoptr (MilieuFigure) chart = NULL;
  MilieuFigureFacts facts = facts_of (snapshot, plate, filter, reading);
  g_autofree char *evidence = milieu_facts_evidence (&facts, tools->language), *ties = milieu_facts_ties (&facts, tools->language);
  g_autofree char *foot = g_strconcat (plate->note != NULL ? plate->note : "", plate->note != NULL ? "\n" : "", ties, " Milieu.", NULL);
  g_autofree char *head = NULL;

  take_parts (plate, 0, parts);
  framing->title = plate->title != NULL ? plate->title : milieu_snapshot_setting (snapshot, "title");
  framing->author = milieu_snapshot_setting (snapshot, "authors");
  framing->facts = &facts;
  framing->tools = tools;
  framing->head = head = milieu_typographic (framing->title != NULL ? framing->title : "");
  framing->subhead = verdict ? NULL : evidence;
  framing->foot = foot;
  framing->parts = parts;
  framing->width = width + 2 * framing->margin;
  options.width = own->sized ? own->width : width;
  options.height = own->sized ? own->height : 0;
  chart = verdict ? milieu_verdict_grid_new (reading, tools, options.width) : milieu_slope_chart_new (snapshot, reading, tools, &options);
  if (!verdict && !own->sized && framing->height > 0)
    {
      g_autoptr (MilieuFigure) page = milieu_figure_new_framed (chart, &(MilieuFraming) {
        .margin = framing->margin, .tools = tools, .head = framing->head, .subhead = framing->subhead, .foot = foot });

      options.height = framing->height - (milieu_figure_height (page) - milieu_figure_height (chart));
    }
  if (!verdict && !own->sized && options.height > LEAST_PX)
    {
      /* ranks spread over the page that is asked for */
      milieu_figure_unref (chart);
      chart = milieu_slope_chart_new (snapshot, reading, tools, &options);
    }
  return milieu_figure_new_framed (chart, framing);
}

MilieuFigure *
milieu_plate_draw_as (MilieuSnapshot *snapshot, const MilieuPlate *plate, const MilieuFigureTools *tools,
                      const MilieuPlateDrawing *drawing)
{
  MilieuFigureTools own = *tools;
  double width = px (plate->width, WIDTH_MM), height = px (plate->height, 0), margin = px (plate->margin, 0);
  MilieuFraming framing = { .height = height, .recipe = drawing->recipe };
  g_autoptr (MilieuFigure) figure = NULL;
  double inner_width, inner_height;
  MilieuFilter filter;

  own.language = milieu_plate_language (plate);
  own.print = TRUE;
  own.text_scale = scale_of (plate);
  own.family = g_intern_string (plate->family);
  milieu_plate_filter (plate, snapshot, &filter);
  framing.margin = MAX (0, MIN (margin, (width - LEAST_PX) / 2));
  inner_width = width - 2 * framing.margin;
  inner_height = height > 0 ? MAX (1, height - 2 * framing.margin) : 0;
  if (plate->view <= MILIEU_PLATE_VIEW_BOTH || plate->view == MILIEU_PLATE_VIEW_YEARS)
    figure = draw_page (snapshot, plate, &filter, &own, drawing, inner_width, inner_height, framing.margin);
  else
    return draw_reading (snapshot, plate, &filter, &own, inner_width, &framing);
  return figure != NULL ? milieu_figure_new_framed (figure, &framing) : NULL;
}

MilieuFigure *
milieu_plate_draw (MilieuSnapshot *snapshot, const MilieuPlate *plate, const MilieuFigureTools *tools, const char *recipe)
{
  return milieu_plate_draw_as (snapshot, plate, tools, &(MilieuPlateDrawing) { .recipe = recipe });
}

GBytes *
milieu_plate_encode (const MilieuFigure *figure, const MilieuPlate *plate, const char *path, GError **error)
{
  const MilieuStyle *style = milieu_plate_style (plate);
  g_autofree char *small = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (small, ".pdf"))
    return milieu_figure_to_pdf (figure, style, error);
  if (g_str_has_suffix (small, ".svg"))
    return milieu_figure_to_svg (figure, style);
  if (g_str_has_suffix (small, ".png"))
    return milieu_figure_to_png (figure, style, isnan (plate->dpi) ? DPI : plate->dpi, error);
  if (g_str_has_suffix (small, ".tex"))
    return milieu_figure_to_tikz (figure, style);
  g_set_error (error, MILIEU_FIGURE_ERROR, MILIEU_FIGURE_ERROR_FAILED,
               _("“%s”: a figure is written as .pdf, .svg, .png or .tex; name a file with one of these suffixes"), path);
  return NULL;
}
