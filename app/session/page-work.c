#include "session/page-work.h"

#include "figure/paint-cairo.h"
#include "figure/simulated.h"
#include "format/save.h"
#include "model/plate.h"
#include "session/plate-draw.h"
#include "session/recipe.h"
#include "session/scene-work.h"
#include "session/simulation.h"

#include <math.h>

#define MOST_PIXELS 36e6 /* of a painting: what is larger is painted coarser */

MilieuPageRequest *
milieu_page_request_copy (const MilieuPageRequest *request)
{
  MilieuPageRequest *copy = g_memdup2 (request, sizeof *request);

  copy->plate = (const MilieuPlate *) milieu_record_ref (&request->plate->record);
  copy->path = g_strdup (request->path);
  copy->departure.actors = g_memdup2 (request->departure.actors, request->departure.n_actors * sizeof (guint32));
  return copy;
}

void
milieu_page_request_free (gpointer data)
{
  MilieuPageRequest *request = data;

  milieu_record_unref ((MilieuRecord *) &request->plate->record);
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
simulate (MilieuFigure *page, MilieuSnapshot *snapshot, const MilieuPageRequest *request, const MilieuWhatIf *what_if,
          const MilieuFilter *filter)
{
  const MilieuLoss *loss = &what_if->losses[what_if->graph];
  g_autoptr (MilieuFigure) whole = page;
  g_autoptr (GArray) actors = NULL;
  g_autoptr (GArray) ties = NULL;

  milieu_departure_gone (snapshot, filter, &request->departure, &actors, &ties);
  return milieu_figure_new_simulated (whole, &(MilieuGone) {
    .actors = (const guint32 *) (void *) actors->data, .n_actors = actors->len,
    .ties = (const guint32 *) (void *) ties->data, .n_ties = ties->len,
    .dropped = loss->dropped, .n_dropped = loss->n_dropped });
}

/* ---- the page ---- */

/* who leaves is told below the title, and drawn as gone; such a figure has no recipe, for no map holds what it shows */
static MilieuFigure *
draw_simulated (MilieuJob *job, const MilieuPageRequest *request, const MilieuFigureTools *tools)
{
  MilieuSnapshot *snapshot = milieu_job_snapshot (job);
  MilieuFilter filter;
  MilieuWhatIf *what_if;
  g_autofree char *note = NULL;
  MilieuFigure *figure = NULL;

  milieu_plate_filter (request->plate, snapshot, &filter);
  what_if = milieu_what_if_new (snapshot, &filter, &request->departure, milieu_job_cancel_flag (job));
  if (what_if != NULL && !milieu_job_is_cancelled (job))
    {
      note = note_of (what_if, milieu_plate_language (request->plate));
      figure = milieu_plate_draw_as (snapshot, request->plate, tools,
                                     &(MilieuPlateDrawing) { .note = note, .cancelled = milieu_job_cancel_flag (job) });
    }
  if (figure != NULL)
    figure = simulate (figure, snapshot, request, what_if, &filter);
  g_clear_pointer (&what_if, milieu_what_if_free);
  return figure;
}

static MilieuFigure *
draw (MilieuJob *job, const MilieuPageRequest *request)
{
  MilieuSnapshot *snapshot = milieu_job_snapshot (job);
  MilieuFigureTools tools = milieu_scene_tools (milieu_plate_language (request->plate), 1);
  g_autofree char *recipe = NULL;

  if (request->plate->view <= MILIEU_PLATE_VIEW_BOTH && anybody_leaves (&request->departure))
    return draw_simulated (job, request, &tools);
  recipe = request->path != NULL ? milieu_recipe_new (snapshot, request->plate) : NULL;
  return milieu_plate_draw_as (snapshot, request->plate, &tools,
                               &(MilieuPlateDrawing) { .recipe = recipe, .cancelled = milieu_job_cancel_flag (job) });
}

static void
paint (const MilieuPageRequest *request, MilieuPageResult *result)
{
  double width = milieu_figure_width (result->figure), height = milieu_figure_height (result->figure);
  double scale = request->scale > 0 ? MIN (request->scale, sqrt (MOST_PIXELS / (width * height)))
                                    : request->preview / MAX (width, height);
  int w = result->width = MAX (1, (int) floor (width * scale)), h = result->height = MAX (1, (int) floor (height * scale));
  int stride = result->stride = cairo_format_stride_for_width (CAIRO_FORMAT_ARGB32, w);
  guint8 *pixels = g_malloc0 ((gsize) stride * (gsize) h);
  cairo_surface_t *surface = cairo_image_surface_create_for_data (pixels, CAIRO_FORMAT_ARGB32, w, h, stride);
  cairo_t *cr = cairo_create (surface);

  milieu_paint_figure (cr, result->figure, milieu_plate_style (request->plate), &(MilieuPaintOptions) { .scale = scale });
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  result->pixels = g_bytes_new_take (pixels, (gsize) stride * (gsize) h);
}

static void
judge (const MilieuPageRequest *request, MilieuPageResult *result)
{
  MilieuFigureTools tools = milieu_scene_tools (milieu_plate_language (request->plate), 1);

  result->findings = milieu_preflight (result->figure, milieu_plate_style (request->plate), request->preset, tools.measure,
                                       request->findings);
}

gpointer
milieu_page_work (MilieuJob *job, gpointer data, GError **error)
{
  const MilieuPageRequest *request = data;
  MilieuPageResult *result = g_new0 (MilieuPageResult, 1);
  gboolean done;

  result->figure = draw (job, request);
  done = result->figure != NULL;
  if (done && (request->preview > 0 || request->scale > 0))
    paint (request, result);
  if (done && request->preset != NULL)
    judge (request, result);
  if (done && request->path != NULL)
    {
      g_autoptr (GBytes) bytes = milieu_plate_encode (result->figure, request->plate, request->path, error);

      done = bytes != NULL && milieu_save_bytes (request->path, bytes, error);
      result->path = g_strdup (request->path);
    }
  if (!done)
    g_clear_pointer (&result, milieu_page_result_free);
  return result;
}
