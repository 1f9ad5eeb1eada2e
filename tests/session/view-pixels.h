/* A view of a scene as a canvas puts it together from tiles, as pixels. */
#pragma once

#include "session/scene.h"

#include <string.h>

/* waits until everything that is seen is as it will be */
static inline void
settle_scene (MilieuScene *scene)
{
  while (!milieu_scene_is_settled (scene))
    g_main_context_iteration (NULL, TRUE);
}

/* Returns: (transfer full): the ground; every pixel of the view is asserted to come from a sharp tile */
static inline GBytes *
pixels_of_scene (MilieuScene *scene)
{
  MilieuTileView view = milieu_scene_look (scene);
  g_autoptr (GArray) seen = milieu_tiles_seen (milieu_scene_tiles (scene), &view);
  guint32 *pixels = g_new0 (guint32, (gsize) view.width * view.height);

  for (guint i = 0; i < seen->len; i++)
    {
      const MilieuSeenTile *one = &g_array_index (seen, MilieuSeenTile, i);
      const guint32 *own = g_bytes_get_data (one->tile->pixels, NULL);

      g_assert_true (one->sharp);
      g_assert_cmpint (one->width, ==, MILIEU_TILE_SIDE);
      for (int y = MAX (0, -one->y); y < MILIEU_TILE_SIDE && one->y + y < view.height; y++)
        for (int x = MAX (0, -one->x); x < MILIEU_TILE_SIDE && one->x + x < view.width; x++)
          pixels[(gsize) (one->y + y) * view.width + one->x + x] = own[y * MILIEU_TILE_SIDE + x];
    }
  for (gsize i = 0; i < (gsize) view.width * view.height; i++)
    g_assert_cmpuint (pixels[i] >> 24, ==, 255); /* nothing shines through */
  return g_bytes_new_take (pixels, 4 * (gsize) view.width * view.height);
}
