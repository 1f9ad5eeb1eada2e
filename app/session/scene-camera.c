/* Where a scene looks, and what is seen where. */
#include "session/scene-private.h"

#include "figure/paint-cairo.h"

#include <math.h>

MilieuCamera
milieu_scene_camera (MilieuScene *self)
{
  return self->camera;
}

/* as near as a door, as far as the continent; and the like of the network, which may be wider */
static double
bounded_zoom (MilieuScene *self, double zoom)
{
  MilieuNetworkView opening;
  double least = 0.02;

  if (self->view == MILIEU_VIEW_MAP)
    return CLAMP (zoom, 1 / 8000.0, 2);
  if (self->network_plan)
    {
      opening = milieu_network_plan_opening_view (self->network_plan);
      least = MIN (least, opening.scale / 2);
    }
  return CLAMP (zoom, least, 12);
}

/* so far out is nothing, and whole px are counted exactly */
static double
bounded_place (double place, double zoom)
{
  return CLAMP (place, -1e9 / zoom, 1e9 / zoom);
}

static gboolean
is_sound (MilieuCamera camera)
{
  return isfinite (camera.x) && isfinite (camera.y) && camera.zoom > 0;
}

void
milieu_scene_moved (MilieuScene *self)
{
  MilieuTileView view = milieu_scene_look (self);

  if (self->has_painting && view.width > 0 && view.height > 0)
    milieu_tiles_look (self->tiles, &view);
}

void
milieu_scene_set_camera (MilieuScene *self, MilieuCamera camera)
{
  g_return_if_fail (MILIEU_IS_SCENE (self));
  if (!is_sound (camera))
    return;
  camera.zoom = bounded_zoom (self, camera.zoom);
  camera.x = bounded_place (camera.x, camera.zoom);
  camera.y = bounded_place (camera.y, camera.zoom);
  self->camera = camera;
  self->opening = self->held = FALSE;
  milieu_scene_moved (self);
  milieu_scene_become_stale (self, MILIEU_STALE_VIEW);
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
  milieu_scene_moved (self);
  milieu_scene_become_stale (self, MILIEU_STALE_VIEW);
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

/* px of the plane at the corner of the view, which lies on whole device px */
static MilieuPoint
corner_of (MilieuScene *self)
{
  MilieuPoint corner = milieu_scene_corner (self->camera, self->width, self->height, self->device_scale);

  return (MilieuPoint) { corner.x / self->device_scale, corner.y / self->device_scale };
}

MilieuTileView
milieu_scene_look (MilieuScene *self)
{
  MilieuPoint corner = milieu_scene_corner (self->camera, self->width, self->height, self->device_scale);

  return (MilieuTileView) {
    .zoom = self->camera.zoom * self->device_scale, .left = (gint64) corner.x, .top = (gint64) corner.y,
    .width = (int) ceil (self->width * self->device_scale), .height = (int) ceil (self->height * self->device_scale),
    .focus_x = self->focus.x * self->device_scale, .focus_y = self->focus.y * self->device_scale };
}

MilieuPoint
milieu_scene_to_world (MilieuScene *self, double x, double y)
{
  MilieuPoint corner = corner_of (self);

  return (MilieuPoint) { (corner.x + x) / self->camera.zoom, (corner.y + y) / self->camera.zoom };
}

MilieuPoint
milieu_scene_to_view (MilieuScene *self, MilieuPoint world)
{
  MilieuPoint corner = corner_of (self);

  return (MilieuPoint) { world.x * self->camera.zoom - corner.x, world.y * self->camera.zoom - corner.y };
}

MilieuPoint
milieu_scene_page_to_view (MilieuScene *self, double x, double y)
{
  const MilieuPainting *painting = &self->painting;
  MilieuPoint corner = corner_of (self);
  double ratio = self->camera.zoom / painting->zoom;

  return (MilieuPoint) { (x + painting->corner.x) * ratio - corner.x, (y + painting->corner.y) * ratio - corner.y };
}

MilieuPoint
milieu_scene_view_to_page (MilieuScene *self, double x, double y)
{
  const MilieuPainting *painting = &self->painting;
  MilieuPoint corner = corner_of (self);
  double ratio = painting->zoom / self->camera.zoom;

  return (MilieuPoint) { (x + corner.x) * ratio - painting->corner.x, (y + corner.y) * ratio - painting->corner.y };
}

MilieuPoint
milieu_scene_mark_to_view (MilieuScene *self, const MilieuMark *mark, MilieuPoint point)
{
  return milieu_mark_is_on_glass (mark) ? point : milieu_scene_page_to_view (self, point.x, point.y);
}
