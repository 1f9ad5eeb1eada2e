#include "session/plate-draw.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "figure/export.h"
#include "figure/framed.h"
#include "figure/page.h"
#include "figure/slope-chart.h"
#include "figure/symbols.h"
#include "figure/verdict-grid.h"
#include "model/plate.h"
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

const MilieuStyle *
milieu_plate_style (const MilieuPlate *plate)
{
  MilieuStyleName name = MILIEU_STYLE_PRINT;

  milieu_style_parse (milieu_vocabulary_token (MILIEU_VOCABULARY_STYLE, plate->style), &name);
  return milieu_style (name);
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
  MilieuPageOptions page = {
    .view = plate->view - MILIEU_PLATE_VIEW_MAP,
    .width = width,
    .height = height,
    .extent = plate->frame != MILIEU_PLATE_FRAME_UNSET ? plate->frame - MILIEU_PLATE_FRAME_REGION : 0,
    .title = plate->title,
    .note = drawing->note,
    .remark = plate->note,
    .kind = milieu_network_kind (snapshot),
    .seed = (guint64) milieu_snapshot_number (snapshot, "layout.seed", 42),
  };
  g_autoptr (MilieuGraph) graph = NULL;
  g_autoptr (MilieuLayout) layout = NULL;

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

static MilieuFigure *
draw_reading (MilieuSnapshot *snapshot, const MilieuPlate *plate, const MilieuFilter *filter, const MilieuFigureTools *tools,
              MilieuFraming *framing, double width, double height)
{
  g_autoptr (MilieuReading) reading = NULL;
  MilieuPartPlace parts[MILIEU_N_PARTS];
  const MilieuPartPlace *chart = &parts[MILIEU_PART_CHART];
  MilieuSlopeOptions options = { .persons = milieu_persons_are_ranked (snapshot) };

  take_parts (plate, framing->margin, parts);
  if (chart->placed)
    {
      framing->width = width + 2 * framing->margin;
      framing->fixed = height > 0;
      framing->shift = (MilieuPoint) { chart->x, chart->y };
    }
  framing->chart = TRUE;
  framing->title = plate->title != NULL ? plate->title : milieu_snapshot_setting (snapshot, "title");
  framing->author = milieu_snapshot_setting (snapshot, "authors");
  options.width = chart->sized ? chart->width : width;
  options.height = chart->sized ? chart->height : height;
  reading = milieu_reading_compute (snapshot, filter, NULL, NULL, NULL);
  if (plate->view == MILIEU_PLATE_VIEW_VERDICT)
    return milieu_verdict_grid_new (reading, tools, options.width);
  return milieu_slope_chart_new (snapshot, reading, tools, &options);
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
  milieu_plate_filter (plate, snapshot, &filter);
  framing.margin = MAX (0, MIN (margin, (width - LEAST_PX) / 2));
  inner_width = width - 2 * framing.margin;
  inner_height = height > 0 ? MAX (1, height - 2 * framing.margin) : 0;
  if (plate->view <= MILIEU_PLATE_VIEW_BOTH)
    figure = draw_page (snapshot, plate, &filter, &own, drawing, inner_width, inner_height, framing.margin);
  else
    figure = draw_reading (snapshot, plate, &filter, &own, &framing, inner_width, inner_height);
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
