#include "session/scene-work.h"

#include "figure/paint-cairo.h"
#include "network/layout.h"
#include "session/ground.h"

#include <math.h>

/* each lane's thread measures with its own fonts */
static GPrivate measure_of_thread = G_PRIVATE_INIT ((GDestroyNotify) milieu_text_measure_free);

static MilieuTextMeasure *
get_measure (void)
{
  MilieuTextMeasure *measure = g_private_get (&measure_of_thread);

  if (!measure)
    {
      measure = milieu_text_measure_new ();
      g_private_set (&measure_of_thread, measure);
    }
  return measure;
}

void
milieu_scene_request_free (gpointer data)
{
  MilieuSceneRequest *request = data;

  g_clear_pointer (&request->map_plan, milieu_map_plan_unref);
  g_clear_pointer (&request->network_plan, milieu_network_plan_unref);
  g_clear_pointer (&request->stand_ins, milieu_stand_ins_unref);
  g_clear_pointer (&request->figure, milieu_figure_unref);
  g_clear_pointer (&request->lit_actors, g_hash_table_unref);
  g_clear_pointer (&request->lit_ties, g_hash_table_unref);
  g_free (request->wanted);
  g_free ((gpointer) request->gone.actors);
  g_free ((gpointer) request->gone.ties);
  g_free ((gpointer) request->gone.dropped);
  g_free (request);
}

void
milieu_scene_result_free (gpointer data)
{
  MilieuSceneResult *result = data;

  g_clear_pointer (&result->map_plan, milieu_map_plan_unref);
  g_clear_pointer (&result->network_plan, milieu_network_plan_unref);
  g_clear_pointer (&result->stand_ins, milieu_stand_ins_unref);
  g_clear_pointer (&result->painting.figure, milieu_figure_unref);
  g_clear_pointer (&result->painting.pixels, g_bytes_unref);
  g_clear_pointer (&result->painting.glass, g_bytes_unref);
  g_free (result);
}

MilieuFrame
milieu_scene_frame (MilieuCamera camera, double width, double height)
{
  return (MilieuFrame) { .width = width, .height = height, .centre = { camera.x, -camera.y }, .scale = 1 / camera.zoom };
}

MilieuCamera
milieu_scene_camera_of_frame (const MilieuFrame *frame)
{
  return (MilieuCamera) { frame->centre.x, -frame->centre.y, 1 / frame->scale };
}

MilieuNetworkView
milieu_scene_network_view (MilieuCamera camera, double width, double height)
{
  return (MilieuNetworkView) { width, height, { camera.x, camera.y }, camera.zoom };
}

MilieuCamera
milieu_scene_camera_of_network_view (const MilieuNetworkView *view)
{
  return (MilieuCamera) { view->centre.x, view->centre.y, view->scale };
}

MilieuFigureTools
milieu_scene_tools (MilieuLanguage language, double text_scale)
{
  return (MilieuFigureTools) {
    .measure = get_measure (), .language = language, .text_scale = text_scale,
    .basemap = milieu_ground_basemap (), .gazetteer = milieu_ground_gazetteer (),
  };
}

static MilieuFigureTools
tools_of (const MilieuSceneRequest *request)
{
  return milieu_scene_tools (request->language, request->text_scale);
}

/* whether the figure has a panel where the plan has its card */
static gboolean
has_panel (const MilieuFigure *figure, MilieuBox card, double margin)
{
  guint n;
  const MilieuPanel *panels = milieu_figure_panels (figure, &n);

  for (guint i = 1; i < n; i++)
    if (panels[i].opaque && fabs (panels[i].clip.x0 - margin - card.x0) < 1 && fabs (panels[i].clip.y0 - margin - card.y0) < 1)
      return TRUE;
  return FALSE;
}

static void
make_map_figure (MilieuJob *job, MilieuSceneRequest *request, MilieuSceneResult *result)
{
  MilieuFigureTools tools = tools_of (request);
  MilieuMapOptions options = { .width = request->width, .height = request->height, .parts = MILIEU_MAP_SCREEN };
  MilieuFrame frame;

  for (options.n_taken = 0; options.n_taken < request->n_covered; options.n_taken++)
    options.taken[options.n_taken] = request->covered[options.n_taken];
  if (request->held)
    options.held = milieu_scene_frame (request->camera, request->width, request->height);
  result->map_plan = request->map_plan
                       ? milieu_map_plan_ref (request->map_plan)
                       : milieu_map_plan_new (milieu_job_snapshot (job), &request->filter, &tools, &options);
  if (milieu_job_is_cancelled (job))
    return;
  frame = request->opening ? milieu_map_plan_opening_frame (result->map_plan)
                           : milieu_scene_frame (request->camera, request->width, request->height);
  result->painting.camera = milieu_scene_camera_of_frame (&frame);
  result->painting.figure = request->figure
                              ? milieu_figure_ref (request->figure)
                              : milieu_map_figure_new (result->map_plan, &tools, &frame, request->margin,
                                                       request->wanted, request->n_wanted);
  result->painting.has_inset = milieu_map_plan_inset (result->map_plan, &result->painting.card, &result->painting.inset)
                               && has_panel (result->painting.figure, result->painting.card, request->margin);
}

static gboolean
go_on (double fraction, gpointer job)
{
  return !milieu_job_is_cancelled (job);
}

/* a map that no layout was run on has no spots: one stands in for them, from the seed */
static MilieuLayout *
lay_out (MilieuJob *job, const MilieuSceneRequest *request, const MilieuFigureTools *tools, const MilieuGraph *graph)
{
  MilieuSnapshot *snapshot = milieu_job_snapshot (job);
  g_autofree MilieuExtent *extents = milieu_network_extents (snapshot, graph, milieu_network_kind (snapshot), tools);
  MilieuLayoutRequest what = {
    .kind = milieu_network_kind (snapshot),
    .seed = (guint64) milieu_snapshot_number (snapshot, "layout.seed", 42),
    .extents = extents,
    .progress = go_on,
    .progress_data = job,
  };

  return milieu_layout_new (graph, &what);
}

static void
stand_ins_clear (gpointer data)
{
  MilieuStandIns *stand_ins = data;

  g_clear_pointer (&stand_ins->graph, milieu_graph_unref);
  g_clear_pointer (&stand_ins->layout, milieu_layout_free);
  g_clear_pointer (&stand_ins->index, g_hash_table_unref);
}

MilieuStandIns *
milieu_stand_ins_ref (MilieuStandIns *stand_ins)
{
  return g_atomic_rc_box_acquire (stand_ins);
}

void
milieu_stand_ins_unref (MilieuStandIns *stand_ins)
{
  g_atomic_rc_box_release_full (stand_ins, stand_ins_clear);
}

static MilieuStandIns *
stand_ins_new (MilieuJob *job, const MilieuSceneRequest *request, const MilieuFigureTools *tools)
{
  MilieuStandIns *stand_ins = g_atomic_rc_box_new0 (MilieuStandIns);

  stand_ins->graph = milieu_graph_new_drawn (milieu_job_snapshot (job), &request->filter);
  stand_ins->layout = lay_out (job, request, tools, stand_ins->graph);
  if (!stand_ins->layout)
    {
      milieu_stand_ins_unref (stand_ins);
      return NULL;
    }
  stand_ins->index = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < stand_ins->layout->n; i++)
    g_hash_table_insert (stand_ins->index, GUINT_TO_POINTER (stand_ins->graph->actors[i]), GUINT_TO_POINTER (i + 1));
  return stand_ins;
}

static void
plan_network (MilieuJob *job, const MilieuSceneRequest *request, const MilieuFigureTools *tools, MilieuSceneResult *result)
{
  MilieuSnapshot *snapshot = milieu_job_snapshot (job);
  MilieuNetworkOptions options = {
    .width = request->width, .height = request->height, .kind = milieu_network_kind (snapshot),
  };

  for (options.n_taken = 0; options.n_taken < request->n_covered; options.n_taken++)
    options.taken[options.n_taken] = request->covered[options.n_taken];
  if (milieu_snapshot_count (snapshot, MILIEU_RECORD_SPOT) == 0)
    {
      result->stand_ins = request->stand_ins ? milieu_stand_ins_ref (request->stand_ins) : stand_ins_new (job, request, tools);
      if (!result->stand_ins)
        return;
      options.graph = result->stand_ins->graph;
      options.layout = result->stand_ins->layout;
    }
  result->network_plan = milieu_network_plan_new (snapshot, &request->filter, tools, &options);
}

static void
make_network_figure (MilieuJob *job, MilieuSceneRequest *request, MilieuSceneResult *result)
{
  MilieuFigureTools tools = tools_of (request);
  MilieuNetworkView view;

  if (request->network_plan)
    {
      result->network_plan = milieu_network_plan_ref (request->network_plan);
      result->stand_ins = request->stand_ins ? milieu_stand_ins_ref (request->stand_ins) : NULL;
    }
  else
    plan_network (job, request, &tools, result);
  if (!result->network_plan || milieu_job_is_cancelled (job))
    return;
  view = request->opening ? milieu_network_plan_opening_view (result->network_plan)
                          : milieu_scene_network_view (request->camera, request->width, request->height);
  result->painting.camera = milieu_scene_camera_of_network_view (&view);
  result->painting.figure = request->figure
                              ? milieu_figure_ref (request->figure)
                              : milieu_network_figure_new (result->network_plan, &tools, &view, request->margin,
                                                           request->wanted, request->n_wanted);
}

/* paints a sheet of the figure; Returns: (transfer full): its pixels */
static GBytes *
paint_sheet (const MilieuFigure *figure, const MilieuSceneRequest *request, MilieuPaintOptions options,
             double width, double height, int *w, int *h, int *stride)
{
  guint8 *pixels;
  cairo_surface_t *surface;
  cairo_t *cr;

  *w = (int) ceil (width * request->device_scale);
  *h = (int) ceil (height * request->device_scale);
  *stride = cairo_format_stride_for_width (CAIRO_FORMAT_ARGB32, *w);
  pixels = g_malloc0 ((gsize) *stride * *h);
  surface = cairo_image_surface_create_for_data (pixels, CAIRO_FORMAT_ARGB32, *w, *h, *stride);
  cr = cairo_create (surface);
  options.scale = request->device_scale;
  milieu_paint_figure (cr, figure, milieu_style (request->style), &options);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_bytes_new_take (pixels, (gsize) *stride * *h);
}

static void
paint (const MilieuSceneRequest *request, MilieuPainting *painting)
{
  MilieuLight light = {
    .actors = request->lit_actors, .ties = request->lit_ties, .amount = 1,
    .tie_factor = request->view == MILIEU_VIEW_MAP ? 1.35 : 1.5,
  };
  MilieuPaintOptions ground = { .light = request->lit_actors ? &light : NULL, .sheet = MILIEU_SHEET_GROUND, .snap = TRUE };
  MilieuPaintOptions glass = ground;

  glass.sheet = MILIEU_SHEET_GLASS;
  glass.no_background = TRUE;
  glass.x = glass.y = request->margin;
  painting->pixels = paint_sheet (painting->figure, request, ground, milieu_figure_width (painting->figure),
                                  milieu_figure_height (painting->figure),
                                  &painting->pixel_width, &painting->pixel_height, &painting->stride);
  painting->glass = paint_sheet (painting->figure, request, glass, request->width, request->height,
                                 &painting->glass_width, &painting->glass_height, &painting->glass_stride);
}

/* a figure that came with the request shows the simulation already */
static void
simulate (const MilieuSceneRequest *request, MilieuPainting *painting)
{
  MilieuFigure *whole = painting->figure;

  if (request->figure || request->gone.n_actors + request->gone.n_ties == 0)
    return;
  painting->figure = milieu_figure_new_simulated (whole, &request->gone);
  milieu_figure_unref (whole);
}

gpointer
milieu_scene_work (MilieuJob *job, gpointer data, GError **error)
{
  MilieuSceneRequest *request = data;
  MilieuSceneResult *result = g_new0 (MilieuSceneResult, 1);

  if (request->view == MILIEU_VIEW_MAP)
    make_map_figure (job, request, result);
  else
    make_network_figure (job, request, result);
  if (!result->painting.figure || milieu_job_is_cancelled (job))
    {
      milieu_scene_result_free (result);
      return NULL;
    }
  simulate (request, &result->painting);
  result->painting.width = request->width;
  result->painting.height = request->height;
  result->painting.margin = request->margin;
  result->painting.device_scale = request->device_scale;
  result->painting.revision = milieu_snapshot_revision (milieu_job_snapshot (job));
  paint (request, &result->painting);
  return result;
}
