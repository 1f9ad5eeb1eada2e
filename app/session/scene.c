#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "session/scene.h"

#include "figure/paint-cairo.h"
#include "session/light.h"
#include "session/scene-work.h"

/* px that a painting holds beyond the view, so that a pan shows no edge before the next one is there */
#define MARGIN 160

typedef enum
{
  STALE_PAINTING = 1,
  STALE_FIGURE = 3, /* and so the painting */
  STALE_PLAN = 7,
  STALE_LAYOUT = 15, /* of a map without spots */
} Stale;

struct _MilieuScene
{
  GObject parent;
  MilieuSession *session; /* not owned: the session outlives its scenes' canvases */
  MilieuView view;
  MilieuFilter filter; /* the question of the last time */
  double width, height, text_scale;
  int device_scale;
  MilieuStyleName style;
  MilieuLanguage language;
  MilieuBox covered[4];
  guint n_covered;
  gboolean opening; /* nobody has moved yet: the opening view follows the map */
  MilieuCamera camera;
  gboolean has_painting;
  MilieuPainting painting;
  MilieuMapPlan *map_plan;
  MilieuNetworkPlan *network_plan;
  MilieuStandIns *stand_ins;
  guint stale;
  guint serial; /* of the last change that made plan or figure stale */
  guint plan_serial;
  guint idle;
};

G_DEFINE_FINAL_TYPE (MilieuScene, milieu_scene, G_TYPE_OBJECT)

enum { PAINTED, CAMERA_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void become_stale (MilieuScene *self, Stale stale);

/* what the worker gets and gives carries the serials of its time */
typedef struct
{
  MilieuSceneRequest *request;
  guint serial, plan_serial;
} Errand;

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  milieu_scene_request_free (errand->request);
  g_free (errand);
}

static gpointer
work (MilieuJob *job, gpointer data, GError **error)
{
  return milieu_scene_work (job, ((Errand *) data)->request, error);
}

static void
drop_plan (MilieuScene *self)
{
  g_clear_pointer (&self->map_plan, milieu_map_plan_unref);
  g_clear_pointer (&self->network_plan, milieu_network_plan_unref);
}

static void
drop_painting (MilieuScene *self)
{
  g_clear_pointer (&self->painting.figure, milieu_figure_unref);
  g_clear_pointer (&self->painting.pixels, g_bytes_unref);
  g_clear_pointer (&self->painting.glass, g_bytes_unref);
  self->has_painting = FALSE;
}

static void
take_plan (MilieuScene *self, MilieuSceneResult *result)
{
  drop_plan (self);
  self->map_plan = g_steal_pointer (&result->map_plan);
  self->network_plan = g_steal_pointer (&result->network_plan);
  g_clear_pointer (&self->stand_ins, milieu_stand_ins_unref);
  self->stand_ins = g_steal_pointer (&result->stand_ins);
}

static void
on_painted (MilieuJob *job, gpointer data, const GError *error, gpointer owner)
{
  MilieuScene *self = owner;
  MilieuSceneResult *result = data;
  Errand *errand = milieu_job_data (job);

  if (!result)
    return;
  if (errand->plan_serial == self->plan_serial)
    take_plan (self, result);
  drop_painting (self);
  self->painting = result->painting;
  self->has_painting = TRUE;
  result->painting = (MilieuPainting) { 0 };
  milieu_scene_result_free (result);
  if (self->opening || self->camera.zoom <= 0)
    {
      self->camera = self->painting.camera;
      g_signal_emit (self, signals[CAMERA_CHANGED], 0);
    }
  g_signal_emit (self, signals[PAINTED], 0);
}

static MilieuSceneRequest *
new_request (MilieuScene *self, guint stale)
{
  MilieuSceneRequest *request = g_new0 (MilieuSceneRequest, 1);

  request->view = self->view;
  request->filter = *milieu_session_filter (self->session);
  request->width = self->width;
  request->height = self->height;
  request->margin = MARGIN;
  request->text_scale = self->text_scale;
  request->device_scale = self->device_scale;
  request->style = self->style;
  request->language = self->language;
  request->n_covered = self->n_covered;
  for (guint i = 0; i < self->n_covered; i++)
    request->covered[i] = self->covered[i];
  request->opening = self->opening;
  request->camera = self->camera;
  if (self->map_plan)
    request->map_plan = milieu_map_plan_ref (self->map_plan);
  if (self->network_plan)
    request->network_plan = milieu_network_plan_ref (self->network_plan);
  if (self->stand_ins)
    request->stand_ins = milieu_stand_ins_ref (self->stand_ins);
  if (stale == STALE_PAINTING && self->has_painting)
    request->figure = milieu_figure_ref (self->painting.figure);
  request->wanted = milieu_light_wanted (self->session, &request->n_wanted);
  milieu_light_sets (self->session, &request->lit_actors, &request->lit_ties);
  return request;
}

static gboolean
ask (gpointer data)
{
  MilieuScene *self = data;
  Errand *errand;

  self->idle = 0;
  if (self->width < 1 || self->height < 1)
    return G_SOURCE_REMOVE;
  errand = g_new0 (Errand, 1);
  errand->request = new_request (self, self->stale);
  errand->serial = self->serial;
  errand->plan_serial = self->plan_serial;
  milieu_jobs_start (milieu_session_jobs (self->session), &(MilieuTask) {
    .lane = self->view == MILIEU_VIEW_MAP ? "map" : "network",
    .title = self->map_plan || self->network_plan ? NULL : _("Drawing…"),
    .snapshot = milieu_session_snapshot (self->session),
    .work = work,
    .data = errand,
    .free_data = errand_free,
    .free_result = milieu_scene_result_free,
    .done = on_painted,
    .owner = self,
    /* while someone pans, each picture counts; a stale plan is not worth waiting for */
    .patient = (self->stale & STALE_PLAN) != STALE_PLAN,
  });
  self->stale = 0;
  return G_SOURCE_REMOVE;
}

static void
become_stale (MilieuScene *self, Stale stale)
{
  self->stale |= stale;
  if (stale & ~STALE_PAINTING)
    self->serial++;
  if ((stale & STALE_PLAN) == STALE_PLAN)
    {
      self->plan_serial++;
      drop_plan (self);
    }
  if (stale == STALE_LAYOUT)
    g_clear_pointer (&self->stand_ins, milieu_stand_ins_unref);
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE - 50, ask, self, NULL);
}

static void
on_reset (MilieuScene *self)
{
  self->opening = TRUE;
  become_stale (self, STALE_LAYOUT);
}

static void
on_document_changed (MilieuScene *self, guint mask)
{
  /* sources and claims draw nothing, save a claim that suggests a ground */
  guint drawn = ~(1u << MILIEU_RECORD_SOURCE);

  if (self->view == MILIEU_VIEW_MAP)
    drawn &= ~(1u << MILIEU_RECORD_SPOT);
  if (mask & drawn)
    become_stale (self, STALE_PLAN);
}

static void
on_question_changed (MilieuScene *self)
{
  const MilieuFilter *filter = milieu_session_filter (self->session);
  /* other ties leave everyone in their place; other actors or grounds do not */
  gboolean same_actors = filter->all_scopes == self->filter.all_scopes && filter->suggested == self->filter.suggested
                         && filter->slice == self->filter.slice;

  self->filter = *filter;
  become_stale (self, same_actors ? STALE_PLAN : STALE_LAYOUT);
}

static void
on_selection_changed (MilieuScene *self)
{
  become_stale (self, STALE_FIGURE);
}

static void
milieu_scene_dispose (GObject *object)
{
  MilieuScene *self = MILIEU_SCENE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  drop_plan (self);
  drop_painting (self);
  g_clear_pointer (&self->stand_ins, milieu_stand_ins_unref);
  G_OBJECT_CLASS (milieu_scene_parent_class)->dispose (object);
}

static void
milieu_scene_class_init (MilieuSceneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = milieu_scene_dispose;
  signals[PAINTED] = g_signal_new ("painted", MILIEU_TYPE_SCENE, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CAMERA_CHANGED] = g_signal_new ("camera-changed", MILIEU_TYPE_SCENE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
milieu_scene_init (MilieuScene *self)
{
  self->text_scale = 1;
  self->device_scale = 1;
  self->opening = TRUE;
}

MilieuScene *
milieu_scene_new (MilieuSession *session, MilieuView view)
{
  MilieuScene *self = g_object_new (MILIEU_TYPE_SCENE, NULL);

  self->session = session;
  self->view = view;
  self->filter = *milieu_session_filter (session);
  g_signal_connect_object (milieu_session_document (session), "reset", G_CALLBACK (on_reset), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (milieu_session_document (session), "changed",
                           G_CALLBACK (on_document_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (milieu_session_question (session), "changed",
                           G_CALLBACK (on_question_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (milieu_session_selection (session), "changed",
                           G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
  return self;
}

MilieuSession *
milieu_scene_session (MilieuScene *self)
{
  return self->session;
}

MilieuView
milieu_scene_view (MilieuScene *self)
{
  return self->view;
}

void
milieu_scene_set_size (MilieuScene *self, double width, double height, int device_scale)
{
  g_return_if_fail (MILIEU_IS_SCENE (self));
  if (self->width == width && self->height == height && self->device_scale == device_scale)
    return;
  /* the old opening view is fitted into the new size until it is planned anew */
  if (self->opening && self->has_painting && width > 0 && height > 0)
    self->camera.zoom = self->painting.camera.zoom * MIN (width / self->painting.width, height / self->painting.height);
  self->width = width;
  self->height = height;
  self->device_scale = device_scale;
  become_stale (self, STALE_PLAN);
}

void
milieu_scene_set_style (MilieuScene *self, MilieuStyleName style, double text_scale, MilieuLanguage language)
{
  gboolean same_plan;

  g_return_if_fail (MILIEU_IS_SCENE (self));
  same_plan = self->text_scale == text_scale && self->language == language;
  if (same_plan && self->style == style)
    return;
  self->style = style;
  self->text_scale = text_scale;
  self->language = language;
  become_stale (self, same_plan ? STALE_PAINTING : STALE_PLAN);
}

void
milieu_scene_set_covered (MilieuScene *self, const MilieuBox *boxes, guint n)
{
  g_return_if_fail (MILIEU_IS_SCENE (self) && n <= G_N_ELEMENTS (self->covered));
  for (guint i = 0; i < n; i++)
    self->covered[i] = boxes[i];
  self->n_covered = n;
}

const MilieuPainting *
milieu_scene_painting (MilieuScene *self)
{
  return self->has_painting ? &self->painting : NULL;
}

MilieuCamera
milieu_scene_camera (MilieuScene *self)
{
  return self->camera;
}

/* as near as a door, as far as the continent; and the like of the network */
static double
bounded_zoom (MilieuScene *self, double zoom)
{
  return self->view == MILIEU_VIEW_MAP ? CLAMP (zoom, 1 / 8000.0, 2) : CLAMP (zoom, 0.02, 12);
}

void
milieu_scene_set_camera (MilieuScene *self, MilieuCamera camera)
{
  g_return_if_fail (MILIEU_IS_SCENE (self) && camera.zoom > 0);
  camera.zoom = bounded_zoom (self, camera.zoom);
  self->camera = camera;
  self->opening = FALSE;
  become_stale (self, STALE_FIGURE);
  g_signal_emit (self, signals[CAMERA_CHANGED], 0);
}

void
milieu_scene_pan (MilieuScene *self, double dx, double dy)
{
  MilieuCamera camera = self->camera;

  if (camera.zoom <= 0 || (dx == 0 && dy == 0))
    return;
  camera.x -= dx / camera.zoom;
  camera.y -= dy / camera.zoom;
  milieu_scene_set_camera (self, camera);
}

void
milieu_scene_zoom (MilieuScene *self, double factor, double x, double y)
{
  MilieuCamera camera = self->camera;
  MilieuPoint fixed;

  if (camera.zoom <= 0 || !(factor > 0))
    return;
  fixed = milieu_scene_to_world (self, x, y);
  camera.zoom = bounded_zoom (self, camera.zoom * factor);
  camera.x = fixed.x - (x - self->width / 2) / camera.zoom;
  camera.y = fixed.y - (y - self->height / 2) / camera.zoom;
  milieu_scene_set_camera (self, camera);
}

void
milieu_scene_fit (MilieuScene *self)
{
  g_return_if_fail (MILIEU_IS_SCENE (self));
  self->opening = TRUE;
  if (self->map_plan)
    {
      MilieuFrame frame = milieu_map_plan_opening_frame (self->map_plan);
      self->camera = milieu_scene_camera_of_frame (&frame);
    }
  else if (self->network_plan)
    {
      MilieuNetworkView view = milieu_network_plan_opening_view (self->network_plan);
      self->camera = milieu_scene_camera_of_network_view (&view);
    }
  become_stale (self, STALE_FIGURE);
  g_signal_emit (self, signals[CAMERA_CHANGED], 0);
}

gboolean
milieu_scene_show (MilieuScene *self, const guint32 *actors, guint n)
{
  g_return_val_if_fail (MILIEU_IS_SCENE (self), FALSE);
  if (self->map_plan)
    {
      MilieuFrame frame = milieu_map_plan_frame_of (self->map_plan, actors, n);
      gboolean any = FALSE;

      for (guint i = 0; i < n && !any; i++)
        {
          const MilieuActor *actor = milieu_snapshot_actor (milieu_session_snapshot (self->session), actors[i]);
          any = actor && milieu_actor_is_located (actor);
        }
      if (any)
        milieu_scene_set_camera (self, milieu_scene_camera_of_frame (&frame));
      return any;
    }
  if (self->network_plan && n > 0)
    {
      MilieuNetworkView view = milieu_network_plan_view_of (self->network_plan, actors, n);
      milieu_scene_set_camera (self, milieu_scene_camera_of_network_view (&view));
      return TRUE;
    }
  return FALSE;
}

MilieuPoint
milieu_scene_to_world (MilieuScene *self, double x, double y)
{
  return (MilieuPoint) { self->camera.x + (x - self->width / 2) / self->camera.zoom,
                         self->camera.y + (y - self->height / 2) / self->camera.zoom };
}

MilieuPoint
milieu_scene_to_view (MilieuScene *self, MilieuPoint world)
{
  return (MilieuPoint) { self->width / 2 + (world.x - self->camera.x) * self->camera.zoom,
                         self->height / 2 + (world.y - self->camera.y) * self->camera.zoom };
}

MilieuPoint
milieu_scene_page_to_view (MilieuScene *self, double x, double y)
{
  const MilieuPainting *painting = &self->painting;
  MilieuPoint world = {
    painting->camera.x + (x - painting->margin - painting->width / 2) / painting->camera.zoom,
    painting->camera.y + (y - painting->margin - painting->height / 2) / painting->camera.zoom,
  };

  return milieu_scene_to_view (self, world);
}

MilieuPoint
milieu_scene_mark_to_view (MilieuScene *self, const MilieuMark *mark, MilieuPoint point)
{
  double margin = self->painting.margin;

  return milieu_mark_is_on_glass (mark) ? (MilieuPoint) { point.x - margin, point.y - margin }
                                        : milieu_scene_page_to_view (self, point.x, point.y);
}

/* whether an inset covers the world there */
static gboolean
is_on_inset (MilieuScene *self, MilieuPoint page)
{
  guint n;
  const MilieuPanel *panels = milieu_figure_panels (self->painting.figure, &n);

  for (guint i = 2; i < n; i++)
    if (panels[i].opaque && page.x >= panels[i].clip.x0 && page.x <= panels[i].clip.x1
        && page.y >= panels[i].clip.y0 && page.y <= panels[i].clip.y1)
      return TRUE;
  return FALSE;
}

MilieuPoint
milieu_scene_view_to_page (MilieuScene *self, double x, double y)
{
  const MilieuPainting *painting = &self->painting;
  MilieuPoint world = milieu_scene_to_world (self, x, y);
  MilieuPoint pane = { x + painting->margin, y + painting->margin };

  if (is_on_inset (self, pane))
    return pane;
  return (MilieuPoint) {
    painting->margin + painting->width / 2 + (world.x - painting->camera.x) * painting->camera.zoom,
    painting->margin + painting->height / 2 + (world.y - painting->camera.y) * painting->camera.zoom,
  };
}

gboolean
milieu_scene_spot_of (MilieuScene *self, guint32 actor, MilieuPoint *spot)
{
  const MilieuSpot *held = milieu_snapshot_spot (milieu_session_snapshot (self->session), actor);
  gpointer vertex = self->stand_ins ? g_hash_table_lookup (self->stand_ins->index, GUINT_TO_POINTER (actor)) : NULL;
  const MilieuLayout *layout = vertex ? self->stand_ins->layout : NULL;

  if (held)
    *spot = (MilieuPoint) { held->x, held->y };
  else if (layout)
    *spot = (MilieuPoint) { layout->x[GPOINTER_TO_UINT (vertex) - 1], layout->y[GPOINTER_TO_UINT (vertex) - 1] };
  return held || layout;
}
