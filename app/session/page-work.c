#include "session/page-work.h"

#include "edit/figure.h"
#include "figure/export.h"
#include "figure/framed.h"
#include "figure/paint-cairo.h"
#include "figure/simulated.h"
#include "figure/symbols.h"
#include "format/save.h"
#include "network/layout.h"
#include "session/recipe.h"
#include "session/scene-work.h"
#include "session/simulation.h"

#include <math.h>

MilieuPageRequest *
milieu_page_request_copy (const MilieuPageRequest *request)
{
  MilieuPageRequest *copy = g_memdup2 (request, sizeof *request);

  copy->title = g_strdup (request->title);
  copy->path = g_strdup (request->path);
  copy->departure.actors = g_memdup2 (request->departure.actors, request->departure.n_actors * sizeof (guint32));
  return copy;
}

void
milieu_page_request_free (gpointer data)
{
  MilieuPageRequest *request = data;

  g_free (request->title);
  g_free (request->path);
  g_free ((gpointer) request->departure.actors);
  g_free (request);
}

void
milieu_page_result_free (gpointer data)
{
  MilieuPageResult *result = data;

  g_clear_pointer (&result->figure, milieu_figure_unref);
  g_clear_pointer (&result->findings, g_ptr_array_unref);
  g_clear_pointer (&result->pixels, g_bytes_unref);
  g_free (result->path);
  g_free (result);
}

static gboolean
go_on (double fraction, gpointer job)
{
  return !milieu_job_is_cancelled (job);
}

/* ---- a simulation ---- */

static gboolean
anybody_leaves (const MilieuDeparture *departure)
{
  return departure->n_actors > 0 || departure->grounds || departure->institutional_ties;
}

static char *
note_of (const MilieuWhatIf *what_if, MilieuLanguage language)
{
  g_autofree char *banner = milieu_phrase_words (what_if->banner, language);

  return g_strconcat (banner, " ",
                      milieu_words (language, N_("Dashed outlines have left; rings drop out of the largest component.")), NULL);
}

static MilieuFigure *
simulate (MilieuFigure *page, MilieuSnapshot *snapshot, const MilieuPageRequest *request, const MilieuWhatIf *what_if)
{
  const MilieuLoss *loss = &what_if->losses[what_if->graph];
  g_autoptr (MilieuFigure) whole = page;
  g_autoptr (GArray) actors = NULL;
  g_autoptr (GArray) ties = NULL;

  milieu_departure_gone (snapshot, &request->filter, &request->departure, &actors, &ties);
  return milieu_figure_new_simulated (whole, &(MilieuGone) {
    .actors = (const guint32 *) (void *) actors->data, .n_actors = actors->len,
    .ties = (const guint32 *) (void *) ties->data, .n_ties = ties->len,
    .dropped = loss->dropped, .n_dropped = loss->n_dropped });
}

/* ---- the page ---- */

/* a record has no empty texts: a blank is no title */
static const char *
title_of (const MilieuPageRequest *request)
{
  return request->title != NULL && *request->title == '\0' ? " " : request->title;
}

/* who leaves is told below the title, and drawn as gone */
static MilieuFigure *
draw_page (MilieuJob *job, const MilieuPageRequest *request, const MilieuFigureTools *tools, MilieuPageOptions *page)
{
  MilieuSnapshot *snapshot = milieu_job_snapshot (job);
  MilieuWhatIf *what_if = NULL;
  g_autofree char *note = NULL;
  MilieuFigure *figure;

  if (anybody_leaves (&request->departure))
    what_if = milieu_what_if_new (snapshot, &request->filter, &request->departure, milieu_job_cancel_flag (job));
  if (milieu_job_is_cancelled (job))
    {
      g_clear_pointer (&what_if, milieu_what_if_free);
      return NULL;
    }
  page->note = note = what_if ? note_of (what_if, request->language) : NULL;
  figure = milieu_page_new (snapshot, &request->filter, tools, page);
  if (what_if)
    figure = simulate (figure, snapshot, request, what_if);
  g_clear_pointer (&what_if, milieu_what_if_free);
  return figure;
}

/* what milieu_plate_draw() makes of the same question; the record is this thread's alone */
static MilieuFigure *
add_recipe (MilieuFigure *page, MilieuSnapshot *snapshot, const MilieuPageRequest *request)
{
  g_autoptr (MilieuFigure) bare = page;
  MilieuNewFigure what = {
    .view = MILIEU_PLATE_VIEW_MAP + request->view,
    .frame = MILIEU_PLATE_FRAME_REGION + request->extent,
    .no_legend = request->no_legend,
    .title = title_of (request),
    .width = request->width_mm,
    .dpi = request->dpi,
    .filter = request->filter,
  };
  g_autoptr (MilieuRecord) plate = NULL;
  g_autofree char *recipe = NULL;

  milieu_vocabulary_parse (MILIEU_VOCABULARY_STYLE, milieu_style (request->style)->token, &what.style);
  milieu_vocabulary_parse (MILIEU_VOCABULARY_LANGUAGE, milieu_language_code (request->language), &what.language);
  plate = milieu_edit_figure_record (snapshot, &what);
  recipe = milieu_recipe_new (snapshot, (const MilieuPlate *) plate);
  return milieu_figure_new_framed (bare, &(MilieuFraming) { .recipe = recipe });
}

static MilieuFigure *
draw (MilieuJob *job, const MilieuPageRequest *request)
{
  MilieuSnapshot *snapshot = milieu_job_snapshot (job);
  MilieuFigureTools tools = milieu_scene_tools (request->language, 1);
  MilieuPageOptions page = {
    .view = request->view,
    .width = request->width_mm * MILIEU_PX_PER_MM,
    .extent = request->extent,
    .title = title_of (request),
    .no_legend = request->no_legend,
    .kind = milieu_network_kind (snapshot),
    .seed = (guint64) milieu_snapshot_number (snapshot, "layout.seed", 42),
  };
  g_autoptr (MilieuGraph) graph = NULL;
  g_autoptr (MilieuLayout) layout = NULL;

  if (page.view != MILIEU_VIEW_MAP && milieu_snapshot_count (snapshot, MILIEU_RECORD_SPOT) == 0)
    {
      g_autofree MilieuExtent *extents = NULL;
      MilieuLayoutRequest what = { .kind = page.kind, .seed = page.seed, .progress = go_on, .progress_data = job };

      graph = milieu_graph_new_drawn (snapshot, &request->filter);
      what.extents = extents = milieu_network_extents (snapshot, graph, milieu_network_kind (snapshot), &tools);
      layout = milieu_layout_new (graph, &what);
      page.graph = graph;
      page.layout = layout;
    }
  return milieu_job_is_cancelled (job) ? NULL : draw_page (job, request, &tools, &page);
}

static void
paint (const MilieuPageRequest *request, MilieuPageResult *result)
{
  double width = milieu_figure_width (result->figure), height = milieu_figure_height (result->figure);
  double scale = request->preview / MAX (width, height);
  int w = result->width = MAX (1, (int) floor (width * scale)), h = result->height = MAX (1, (int) floor (height * scale));
  int stride = result->stride = cairo_format_stride_for_width (CAIRO_FORMAT_ARGB32, w);
  guint8 *pixels = g_malloc0 ((gsize) stride * (gsize) h);
  cairo_surface_t *surface = cairo_image_surface_create_for_data (pixels, CAIRO_FORMAT_ARGB32, w, h, stride);
  cairo_t *cr = cairo_create (surface);

  milieu_paint_figure (cr, result->figure, milieu_style (request->style), &(MilieuPaintOptions) { .scale = scale });
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  result->pixels = g_bytes_new_take (pixels, (gsize) stride * (gsize) h);
}

static void
judge (const MilieuPageRequest *request, MilieuPageResult *result)
{
  MilieuFigureTools tools = milieu_scene_tools (request->language, 1);

  result->findings = milieu_preflight (result->figure, milieu_style (request->style), request->preset, tools.measure,
                                       request->findings);
}

static GBytes *
encode (const MilieuPageRequest *request, const MilieuFigure *figure, GError **error)
{
  const MilieuStyle *style = milieu_style (request->style);

  switch (request->format)
    {
    case MILIEU_PAGE_SVG:
      return milieu_figure_to_svg (figure, style);
    case MILIEU_PAGE_PNG:
      return milieu_figure_to_png (figure, style, request->dpi, error);
    case MILIEU_PAGE_TIKZ:
      return milieu_figure_to_tikz (figure, style);
    default:
      return milieu_figure_to_pdf (figure, style, error);
    }
}

gpointer
milieu_page_work (MilieuJob *job, gpointer data, GError **error)
{
  const MilieuPageRequest *request = data;
  MilieuPageResult *result = g_new0 (MilieuPageResult, 1);
  gboolean done;

  result->figure = draw (job, request);
  done = result->figure != NULL;
  if (done && request->preview > 0)
    paint (request, result);
  if (done && request->preset != NULL)
    judge (request, result);
  if (done && request->path != NULL)
    {
      if (!anybody_leaves (&request->departure))
        result->figure = add_recipe (result->figure, milieu_job_snapshot (job), request);
      g_autoptr (GBytes) bytes = encode (request, result->figure, error);

      done = bytes != NULL && milieu_save_bytes (request->path, bytes, error);
      result->path = g_strdup (request->path);
    }
  if (!done)
    g_clear_pointer (&result, milieu_page_result_free);
  return result;
}
