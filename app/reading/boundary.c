#include "reading/boundary.h"

#include "geo/projection.h"

#include <string.h>

/* read once a program, %NULL if it cannot be: then only tags tell */
static MilieuBasemap *
basemap (void)
{
  static MilieuBasemap *loaded;
  static gsize done;

  if (g_once_init_enter (&done))
    {
      loaded = milieu_basemap_load (NULL, NULL);
      g_once_init_leave (&done, 1);
    }
  return loaded;
}

const MilieuFeature *
milieu_boundary_region (void)
{
  MilieuBasemap *ground = basemap ();
  guint n = 0;
  const MilieuFeature *region = ground ? milieu_basemap_features (ground, MILIEU_LAYER_REGION, MILIEU_DETAIL_100M, &n) : NULL;

  return n > 0 ? region : NULL;
}

void
milieu_outside_boundary (const MilieuBasis *basis, guint8 *outside)
{
  const char *setting = milieu_snapshot_setting (basis->snapshot, "boundary");
  const MilieuFeature *region = g_strcmp0 (setting, "none") == 0 ? NULL : milieu_boundary_region ();
  g_autoptr (MilieuProjection) projection = milieu_projection_new ();
  guint located = 0, out = 0;

  memset (outside, 0, basis->n);
  if (!region)
    return;
  for (guint i = 0; i < basis->n; i++)
    {
      MilieuMetres point;
      if (!milieu_actor_is_located (basis->actors[i])
          || !milieu_projection_to_metres (projection, (MilieuDegrees) { basis->actors[i]->lon, basis->actors[i]->lat }, &point))
        continue;
      located++;
      out += outside[i] = !milieu_feature_contains (region, point);
    }
  if (2 * out > located) /* the map is of somewhere else */
    memset (outside, 0, basis->n);
}
