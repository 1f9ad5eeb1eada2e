/* Where a scene looks, and what is seen where. */
#include "session/scene-private.h"

#include "figure/paint-cairo.h"

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
  self->opening = self->held = FALSE;
  milieu_scene_become_stale (self, MILIEU_STALE_FIGURE);
  g_signal_emit_by_name (self, "camera-changed");
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
milieu_scene_hold (MilieuScene *self)
{
  g_return_if_fail (MILIEU_IS_SCENE (self));
  if (self->camera.zoom <= 0)
    return;
  self->held |= self->opening;
  self->opening = FALSE;
}

void
milieu_scene_fit (MilieuScene *self)
{
  g_return_if_fail (MILIEU_IS_SCENE (self));
  self->opening = TRUE;
  /* what was planned for the view that was held is not the view of everyone */
  if (self->held)
    milieu_scene_become_stale (self, MILIEU_STALE_PLAN);
  self->held = FALSE;
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
  milieu_scene_become_stale (self, MILIEU_STALE_FIGURE);
  g_signal_emit_by_name (self, "camera-changed");
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
