/* What lies under the pointer where an inset covers the map. */
#include "session/scene.h"

#include "figure/box.h"
#include "session/scene-work.h"

static const MilieuPainting *
painting_with_inset (MilieuScene *scene, double x, double y)
{
  const MilieuPainting *painting = milieu_scene_painting (scene);

  return painting && painting->has_inset && milieu_box_has_point (painting->card, x, y) ? painting : NULL;
}

double
milieu_scene_ground_at (MilieuScene *scene, double x, double y, MilieuPoint *world)
{
  const MilieuPainting *painting = painting_with_inset (scene, x, y);
  MilieuMetres metres;
  double top;

  if (!painting)
    {
      *world = milieu_scene_to_world (scene, x, y);
      return milieu_scene_camera (scene).zoom;
    }
  top = painting->card.y1 - painting->inset.height;
  metres = milieu_frame_to_metres (&painting->inset, x - painting->card.x0, y - top);
  *world = (MilieuPoint) { metres.x, -metres.y };
  return y < top ? 0 : 1 / painting->inset.scale;
}

gboolean
milieu_scene_inset_at (MilieuScene *scene, double x, double y, MilieuCamera *camera)
{
  const MilieuPainting *painting = painting_with_inset (scene, x, y);
  MilieuFrame frame;

  if (!painting)
    return FALSE;
  frame = painting->inset;
  frame.scale *= MAX (frame.width / painting->width, frame.height / painting->height);
  *camera = milieu_scene_camera_of_frame (&frame);
  return TRUE;
}
