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
  g_clear_pointer (&request->ground, milieu_figure_unref);
  g_clear_pointer (&request->lit_actors, g_hash_table_unref);
  g_clear_pointer (&request->lit_ties, g_hash_table_unref);
  g_free (request->wanted);
  g_free ((gpointer) request->gone.actors);
  g_free ((gpointer) request->gone.ties);
  g_free ((gpointer) request->gone.dropped);
  g_free (request);
}

void
milieu_painting_clear (MilieuPainting *painting)
{
  g_clear_pointer (&painting->ground, milieu_figure_unref);
  g_clear_pointer (&painting->glass, milieu_figure_unref);
  g_clear_pointer (&painting->pixels, g_bytes_unref);
}

void
milieu_scene_result_free (gpointer data)
{
  MilieuSceneResult *result = data;

  g_clear_pointer (&result->map_plan, milieu_map_plan_unref);
  g_clear_pointer (&result->network_plan, milieu_network_plan_unref);
  g_clear_pointer (&result->stand_ins, milieu_stand_ins_unref);
  milieu_painting_clear (&result->painting);
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

/* ---- where the ground lies ---- */

MilieuPoint
milieu_scene_corner (MilieuCamera camera, double width, double height, int device_scale)
{
  return (MilieuPoint) { floor ((camera.x * camera.zoom - width / 2) * device_scale + 0.5),
                         floor ((camera.y * camera.zoom - height / 2) * device_scale + 0.5) };
}

/* whole tiles about a view, so that it can be panned by one view before the next window is needed */
static MilieuBox
window_about (MilieuCamera camera, const MilieuSceneRequest *request)
{
  MilieuPoint corner = milieu_scene_corner (camera, request->width, request->height, 1);
  double side = MILIEU_TILE_SIDE;

  return (MilieuBox) { floor ((corner.x - request->width) / side) * side, floor ((corner.y - request->height) / side) * side,
                       ceil ((corner.x + 2 * request->width) / side) * side, ceil ((corner.y + 2 * request->height) / side) * side };
}

gboolean
milieu_scene_suits (const MilieuFigure *ground, MilieuPoint at, MilieuCamera camera,
                    double width, double height, int device_scale)
{
  MilieuPoint corner = milieu_scene_corner (camera, width, height, 1);
  double spare = 2.0 * MILIEU_TILE_SIDE / device_scale;

  return corner.x - at.x >= spare && corner.y - at.y >= spare
         && at.x + milieu_figure_width (ground) - corner.x - width >= spare
         && at.y + milieu_figure_height (ground) - corner.y - height >= spare;
}

static gboolean
ground_suits (const MilieuSceneRequest *request, MilieuCamera camera, gboolean inset)
{
  return request->ground && request->zoom == camera.zoom && request->inset == inset
         && milieu_scene_suits (request->ground, request->corner, camera, request->width, request->height, request->device_scale);
}

/* a ground that came with the request shows the simulation already */
static MilieuFigure *
simulated (const MilieuSceneRequest *request, MilieuFigure *whole)
{
  MilieuFigure *figure;

  if (request->gone.n_actors + request->gone.n_ties == 0)
    return whole;
  figure = milieu_figure_new_simulated (whole, &request->gone);
  milieu_figure_unref (whole);
  return figure;
}

static void
keep_ground (const MilieuSceneRequest *request, MilieuPainting *painting)
{
  painting->ground = milieu_figure_ref (request->ground);
  painting->corner = request->corner;
  painting->zoom = request->zoom;
}

static void
make_map_ground (MilieuSceneRequest *request, const MilieuFigureTools *tools, MilieuSceneResult *result)
{
  MilieuPainting *painting = &result->painting;
  MilieuBox window;

  if (ground_suits (request, painting->camera, result->inset))
    {
      keep_ground (request, painting);
      return;
    }
  window = window_about (painting->camera, request);
  painting->zoom = painting->camera.zoom;
  painting->corner = (MilieuPoint) { window.x0, window.y0 };
  painting->ground = simulated (request, milieu_map_window_new (result->map_plan, tools, 1 / painting->zoom, result->inset, &window,
                                                                request->wanted, request->n_wanted));
}

static void
make_map_figures (MilieuJob *job, MilieuSceneRequest *request, MilieuSceneResult *result)
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
  result->painting.camera = request->opening ? milieu_scene_camera_of_frame (&frame) : request->camera;
  result->inset = milieu_map_plan_shows_inset (result->map_plan, &frame);
  make_map_ground (request, &tools, result);
  result->painting.glass = simulated (request, milieu_map_glass_new (result->map_plan, &tools, &frame,
                                                                     request->wanted, request->n_wanted));
  result->painting.has_inset = result->inset
                               && milieu_map_plan_inset (result->map_plan, &result->painting.card, &result->painting.inset);
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
  MilieuPainting *painting = &result->painting;
  MilieuNetworkView opening;
  MilieuBox window;

  if (request->network_plan)
    {
      result->network_plan = milieu_network_plan_ref (request->network_plan);
      result->stand_ins = request->stand_ins ? milieu_stand_ins_ref (request->stand_ins) : NULL;
    }
  else
    plan_network (job, request, &tools, result);
  if (!result->network_plan || milieu_job_is_cancelled (job))
    return;
  opening = milieu_network_plan_opening_view (result->network_plan);
  painting->camera = request->opening ? milieu_scene_camera_of_network_view (&opening) : request->camera;
  if (ground_suits (request, painting->camera, FALSE))
    {
      keep_ground (request, painting);
      return;
    }
  window = window_about (painting->camera, request);
  painting->zoom = painting->camera.zoom;
  painting->corner = (MilieuPoint) { window.x0, window.y0 };
  painting->ground = simulated (request, milieu_network_window_new (result->network_plan, &tools, painting->zoom, &window,
                                                                    request->wanted, request->n_wanted));
}

/* the glass is as large as the view and mostly empty */
static void
paint_glass (const MilieuSceneRequest *request, MilieuPainting *painting)
{
  MilieuLight light = { .actors = request->lit_actors, .ties = request->lit_ties, .amount = 1, .tie_factor = MILIEU_LIT_ON_MAP };
  MilieuPaintOptions options = {
    .light = request->lit_actors ? &light : NULL, .sheet = MILIEU_SHEET_GLASS, .no_background = TRUE, .snap = TRUE,
    .scale = request->device_scale };
  guint8 *pixels;

  painting->pixel_width = (int) ceil (request->width * request->device_scale);
  painting->pixel_height = (int) ceil (request->height * request->device_scale);
  painting->stride = 4 * painting->pixel_width;
  pixels = g_malloc0 ((gsize) painting->stride * painting->pixel_height);
  milieu_paint_pixels (pixels, painting->pixel_width, painting->pixel_height, painting->stride, painting->glass,
                       milieu_style (request->style), &options);
  painting->pixels = g_bytes_new_take (pixels, (gsize) painting->stride * painting->pixel_height);
}

gpointer
milieu_scene_work (MilieuJob *job, gpointer data, GError **error)
{
  MilieuSceneRequest *request = data;
  MilieuSceneResult *result = g_new0 (MilieuSceneResult, 1);

  if (request->view == MILIEU_VIEW_MAP)
    make_map_figures (job, request, result);
  else
    make_network_figure (job, request, result);
  if (!result->painting.ground || milieu_job_is_cancelled (job))
    {
      milieu_scene_result_free (result);
      return NULL;
    }
  result->painting.width = request->width;
  result->painting.height = request->height;
  result->painting.device_scale = request->device_scale;
  result->painting.revision = milieu_snapshot_revision (milieu_job_snapshot (job));
  if (result->painting.glass)
    paint_glass (request, &result->painting);
  return result;
}
