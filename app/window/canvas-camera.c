/* The camera of a canvas: it moves in a short motion, unless motion is not wanted. */
#include "window/canvas-private.h"

#include <math.h>

#define ZOOM_STEP 1.35
#define ZOOM_MS 180
#define EDGE 24 /* px from the edge within which an actor is not well seen */

void
milieu_canvas_stop_motion (MilieuCanvas *self)
{
  if (self->motion_tick)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->motion_tick);
  self->motion_tick = 0;
}

static gboolean
on_motion_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MilieuCanvas *self = MILIEU_CANVAS (widget);
  double t = (g_get_monotonic_time () - self->motion_start) / (ZOOM_MS * 1000.0);
  double e = t >= 1 ? 1 : 1 - (1 - t) * (1 - t) * (1 - t);
  MilieuCamera camera = {
    .zoom = self->from.zoom * pow (self->to.zoom / self->from.zoom, e),
  };
  /* the point that stands still while zooming stands still in between too */
  double share = self->to.zoom == self->from.zoom
                   ? e
                   : (1 / self->from.zoom - 1 / camera.zoom) / (1 / self->from.zoom - 1 / self->to.zoom);

  camera.x = self->from.x + (self->to.x - self->from.x) * share;
  camera.y = self->from.y + (self->to.y - self->from.y) * share;
  if (t >= 1)
    {
      self->motion_tick = 0;
      milieu_scene_set_camera (self->scene, self->to);
      return G_SOURCE_REMOVE;
    }
  milieu_scene_set_camera (self->scene, camera);
  return G_SOURCE_CONTINUE;
}

void
milieu_canvas_look (MilieuCanvas *self, MilieuCamera to)
{
  milieu_canvas_stop_motion (self);
  self->from = milieu_scene_camera (self->scene);
  self->to = to;
  if (!milieu_canvas_animates (self) || self->from.zoom <= 0)
    {
      milieu_scene_set_camera (self->scene, to);
      return;
    }
  self->motion_start = g_get_monotonic_time ();
  self->motion_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_motion_tick, NULL, NULL);
}

void
milieu_canvas_zoom_step (MilieuCanvas *self, int step)
{
  MilieuCamera camera = milieu_scene_camera (self->scene);

  if (self->motion_tick)
    camera = self->to;
  camera.zoom *= step > 0 ? ZOOM_STEP : 1 / ZOOM_STEP;
  if (camera.zoom > 0)
    milieu_canvas_look (self, camera);
}

void
milieu_canvas_fit (MilieuCanvas *self)
{
  milieu_canvas_stop_motion (self);
  milieu_scene_fit (self->scene);
}

void
milieu_canvas_reveal (MilieuCanvas *self, guint32 actor)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  MilieuPoint point;
  MilieuCamera camera;

  if (!milieu_canvas_where (self, actor, &point))
    {
      milieu_scene_show (self->scene, &actor, 1);
      return;
    }
  if (point.x > EDGE && point.y > EDGE && point.x < width - EDGE && point.y < height - EDGE)
    return;
  camera = milieu_scene_camera (self->scene);
  camera.x += (point.x - width / 2.0) / camera.zoom;
  camera.y += (point.y - height / 2.0) / camera.zoom;
  milieu_canvas_look (self, camera);
}

gboolean
milieu_canvas_show_selection (MilieuCanvas *self)
{
  guint n;
  const guint32 *actors = milieu_selection_keys (milieu_session_selection (self->session), MILIEU_RECORD_ACTOR, &n);

  milieu_canvas_stop_motion (self);
  return n > 0 && milieu_scene_show (self->scene, actors, n);
}

/* the world lies with its north up, so that y falls towards it */
MilieuBounds
milieu_canvas_ground (MilieuCanvas *self)
{
  MilieuCamera camera = milieu_scene_camera (self->scene);
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  MilieuBounds bounds;

  milieu_bounds_init (&bounds);
  if (camera.zoom > 0)
    bounds = (MilieuBounds) { camera.x - width / 2 / camera.zoom, -camera.y - height / 2 / camera.zoom,
                              camera.x + width / 2 / camera.zoom, -camera.y + height / 2 / camera.zoom };
  return bounds;
}
