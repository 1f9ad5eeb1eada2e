#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "session/scene.h"

#include "session/light.h"
#include "session/scene-private.h"

G_DEFINE_FINAL_TYPE (MilieuScene, milieu_scene, G_TYPE_OBJECT)

enum { PAINTED, SHARPENED, CAMERA_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* what the worker gets and gives carries the serials of its time */
typedef struct
{
  MilieuSceneRequest *request;
  guint serial, plan_serial, content;
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
  milieu_painting_clear (&self->painting);
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

/* tiles are painted from what the worker made, in the light of that moment */
static void
show_ground (MilieuScene *self, const MilieuSceneRequest *request, const MilieuSceneResult *result, guint content)
{
  const MilieuPainting *painting = &self->painting;
  MilieuTileSource *source = milieu_tile_source_new (&(MilieuTileSource) {
    .figure = painting->ground, .corner = painting->corner, .zoom = painting->zoom,
    .style = milieu_style (request->style), .device_scale = painting->device_scale,
    .light = { .actors = request->lit_actors, .ties = request->lit_ties, .amount = 1,
               .tie_factor = self->view == MILIEU_VIEW_MAP ? MILIEU_LIT_ON_MAP : MILIEU_LIT_IN_NETWORK } });

  milieu_tiles_show (self->tiles, source, 2 * content + (result->inset ? 1 : 0));
  milieu_tile_source_unref (source);
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
  self->painting_serial = errand->serial;
  self->painting_inset = result->inset;
  self->has_painting = TRUE;
  result->painting = (MilieuPainting) { 0 };
  if (self->opening || self->camera.zoom <= 0)
    {
      self->camera = self->painting.camera;
      g_signal_emit (self, signals[CAMERA_CHANGED], 0);
    }
  show_ground (self, errand->request, result, errand->content);
  milieu_scene_result_free (result);
  if (self->width >= 1 && self->height >= 1)
    milieu_scene_moved (self);
  g_signal_emit (self, signals[PAINTED], 0);
}

static void
on_tiles_changed (gpointer self)
{
  g_signal_emit (self, signals[SHARPENED], 0);
}

static gpointer
copy_keys (const guint32 *keys, guint n)
{
  return n > 0 ? g_memdup2 (keys, n * sizeof *keys) : NULL;
}

static MilieuGone
copy_gone (MilieuSimulation *simulation)
{
  const MilieuWhatIf *what_if = milieu_simulation_result (simulation);
  const MilieuLoss *loss = what_if ? &what_if->losses[what_if->graph] : NULL;
  MilieuGone gone = { .n_dropped = loss ? loss->n_dropped : 0 };

  gone.actors = milieu_simulation_gone (simulation, MILIEU_RECORD_ACTOR, &gone.n_actors);
  gone.actors = copy_keys (gone.actors, gone.n_actors);
  gone.ties = milieu_simulation_gone (simulation, MILIEU_RECORD_TIE, &gone.n_ties);
  gone.ties = copy_keys (gone.ties, gone.n_ties);
  gone.dropped = loss ? copy_keys (loss->dropped, loss->n_dropped) : NULL;
  return gone;
}

/* what is lit is looked up when it changes, not whenever the camera moves */
static void
find_light (MilieuScene *self)
{
  if (!self->light_stale)
    return;
  self->light_stale = FALSE;
  g_clear_pointer (&self->lit_actors, g_hash_table_unref);
  g_clear_pointer (&self->lit_ties, g_hash_table_unref);
  g_free (self->wanted);
  milieu_light_sets (self->session, &self->lit_actors, &self->lit_ties);
  self->wanted = milieu_light_wanted (self->session, &self->n_wanted);
}

static MilieuSceneRequest *
new_request (MilieuScene *self)
{
  MilieuSceneRequest *request = g_new0 (MilieuSceneRequest, 1);

  request->view = self->view;
  request->filter = *milieu_session_filter (self->session);
  request->width = self->width;
  request->height = self->height;
  request->text_scale = self->text_scale;
  request->device_scale = self->device_scale;
  request->style = self->style;
  request->language = self->language;
  request->n_covered = self->n_covered;
  for (guint i = 0; i < self->n_covered; i++)
    request->covered[i] = self->covered[i];
  request->opening = self->opening;
  request->held = self->held;
  request->camera = self->camera;
  if (self->map_plan)
    request->map_plan = milieu_map_plan_ref (self->map_plan);
  if (self->network_plan)
    request->network_plan = milieu_network_plan_ref (self->network_plan);
  if (self->stand_ins)
    request->stand_ins = milieu_stand_ins_ref (self->stand_ins);
  if (self->has_painting && self->painting_serial == self->serial && self->painting.device_scale == self->device_scale)
    {
      request->ground = milieu_figure_ref (self->painting.ground);
      request->corner = self->painting.corner;
      request->zoom = self->painting.zoom;
      request->inset = self->painting_inset;
    }
  find_light (self);
  request->lit_actors = self->lit_actors ? g_hash_table_ref (self->lit_actors) : NULL;
  request->lit_ties = self->lit_ties ? g_hash_table_ref (self->lit_ties) : NULL;
  request->wanted = copy_keys (self->wanted, self->n_wanted);
  request->n_wanted = self->n_wanted;
  request->gone = copy_gone (milieu_session_simulation (self->session));
  return request;
}

/* a network that is only panned has all that it shows */
static gboolean
is_enough (MilieuScene *self)
{
  return self->stale == MILIEU_STALE_VIEW && self->view == MILIEU_VIEW_NETWORK && self->has_painting
         && self->painting_serial == self->serial && self->painting.zoom == self->camera.zoom
         && !milieu_jobs_is_busy (milieu_session_jobs (self->session), milieu_scene_lane (self))
         && milieu_scene_suits (self->painting.ground, self->painting.corner, self->camera, self->width, self->height,
                                self->device_scale);
}

static gboolean
ask (gpointer data)
{
  MilieuScene *self = data;
  Errand *errand;

  self->idle = 0;
  if (self->width < 1 || self->height < 1)
    return G_SOURCE_REMOVE;
  if (is_enough (self))
    {
      self->stale = 0;
      return G_SOURCE_REMOVE;
    }
  errand = g_new0 (Errand, 1);
  errand->request = new_request (self);
  errand->serial = self->serial;
  errand->plan_serial = self->plan_serial;
  errand->content = self->content;
  milieu_jobs_start (milieu_session_jobs (self->session), &(MilieuTask) {
    .lane = milieu_scene_lane (self),
    .title = self->map_plan || self->network_plan ? NULL : _("Drawing…"),
    .snapshot = milieu_session_snapshot (self->session),
    .work = work,
    .data = errand,
    .free_data = errand_free,
    .free_result = milieu_scene_result_free,
    .done = on_painted,
    .owner = self,
    /* while someone pans, each picture counts; a stale plan is not worth waiting for */
    .patient = (self->stale & MILIEU_STALE_PLAN) != MILIEU_STALE_PLAN,
  });
  self->stale = 0;
  return G_SOURCE_REMOVE;
}

void
milieu_scene_become_stale (MilieuScene *self, MilieuStale stale)
{
  self->stale |= stale;
  if (stale & ~MILIEU_STALE_PAINTING)
    self->serial++;
  if (stale & ~MILIEU_STALE_VIEW)
    self->content++;
  if ((stale & MILIEU_STALE_PLAN) == MILIEU_STALE_PLAN)
    {
      self->plan_serial++;
      drop_plan (self);
    }
  if (stale == MILIEU_STALE_LAYOUT)
    g_clear_pointer (&self->stand_ins, milieu_stand_ins_unref);
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE - 50, ask, self, NULL);
}

static void
on_reset (MilieuScene *self)
{
  self->opening = TRUE;
  self->held = FALSE;
  self->light_stale = TRUE;
  milieu_scene_become_stale (self, MILIEU_STALE_LAYOUT);
}

static void
on_document_changed (MilieuScene *self, guint mask)
{
  /* sources and claims draw nothing, save a claim that suggests a ground */
  guint drawn = ~(1u << MILIEU_RECORD_SOURCE | 1u << MILIEU_RECORD_FIGURE);

  if (self->view == MILIEU_VIEW_MAP)
    drawn &= ~(1u << MILIEU_RECORD_SPOT);
  self->light_stale = TRUE;
  if (mask & drawn)
    milieu_scene_become_stale (self, MILIEU_STALE_PLAN);
}

static void
on_question_changed (MilieuScene *self)
{
  const MilieuFilter *filter = milieu_session_filter (self->session);
  /* other ties leave everyone in their place; other actors or grounds do not */
  gboolean same_actors = filter->all_scopes == self->filter.all_scopes && filter->suggested == self->filter.suggested
                         && filter->slice == self->filter.slice;

  self->filter = *filter;
  self->light_stale = TRUE;
  milieu_scene_become_stale (self, same_actors ? MILIEU_STALE_PLAN : MILIEU_STALE_LAYOUT);
}

static void
on_selection_changed (MilieuScene *self)
{
  self->light_stale = TRUE;
  milieu_scene_become_stale (self, MILIEU_STALE_FIGURE);
}

static void
on_simulation_changed (MilieuScene *self)
{
  milieu_scene_become_stale (self, MILIEU_STALE_FIGURE);
}

static void
milieu_scene_dispose (GObject *object)
{
  MilieuScene *self = MILIEU_SCENE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  drop_plan (self);
  drop_painting (self);
  g_clear_pointer (&self->tiles, milieu_tiles_free);
  g_clear_pointer (&self->lit_actors, g_hash_table_unref);
  g_clear_pointer (&self->lit_ties, g_hash_table_unref);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_pointer (&self->stand_ins, milieu_stand_ins_unref);
  G_OBJECT_CLASS (milieu_scene_parent_class)->dispose (object);
}

static void
milieu_scene_class_init (MilieuSceneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = milieu_scene_dispose;
  signals[PAINTED] = g_signal_new ("painted", MILIEU_TYPE_SCENE, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SHARPENED] = g_signal_new ("sharpened", MILIEU_TYPE_SCENE, G_SIGNAL_RUN_LAST, 0,
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
  self->light_stale = TRUE;
  self->tiles = milieu_tiles_new (on_tiles_changed, self);
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
  g_signal_connect_object (milieu_session_simulation (session), "changed",
                           G_CALLBACK (on_simulation_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (milieu_session_selection (session), "changed",
                           G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
  return self;
}

MilieuSession *
milieu_scene_session (MilieuScene *self)
{
  return self->session;
}

const char *
milieu_scene_lane (MilieuScene *self)
{
  return self->view == MILIEU_VIEW_MAP ? "map" : "network";
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
  self->focus = (MilieuPoint) { width / 2, height / 2 };
  milieu_scene_moved (self);
  milieu_scene_become_stale (self, MILIEU_STALE_PLAN);
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
  milieu_scene_become_stale (self, same_plan ? MILIEU_STALE_PAINTING : MILIEU_STALE_PLAN);
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
