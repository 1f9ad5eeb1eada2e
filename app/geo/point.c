#include "geo/point.h"

#include <math.h>

void
milieu_bounds_init (MilieuBounds *bounds)
{
  *bounds = (MilieuBounds) { .west = INFINITY, .south = INFINITY, .east = -INFINITY, .north = -INFINITY };
}

void
milieu_bounds_add (MilieuBounds *bounds, MilieuMetres point)
{
  bounds->west = MIN (bounds->west, point.x);
  bounds->south = MIN (bounds->south, point.y);
  bounds->east = MAX (bounds->east, point.x);
  bounds->north = MAX (bounds->north, point.y);
}

void
milieu_bounds_join (MilieuBounds *bounds, const MilieuBounds *other)
{
  if (milieu_bounds_is_empty (other))
    return;
  milieu_bounds_add (bounds, (MilieuMetres) { other->west, other->south });
  milieu_bounds_add (bounds, (MilieuMetres) { other->east, other->north });
}

gboolean
milieu_bounds_is_empty (const MilieuBounds *bounds)
{
  return !(bounds->west <= bounds->east && bounds->south <= bounds->north);
}

gboolean
milieu_bounds_contain (const MilieuBounds *bounds, MilieuMetres point)
{
  return point.x >= bounds->west && point.x <= bounds->east
         && point.y >= bounds->south && point.y <= bounds->north;
}

gboolean
milieu_bounds_meet (const MilieuBounds *a, const MilieuBounds *b)
{
  return a->west <= b->east && b->west <= a->east
         && a->south <= b->north && b->south <= a->north;
}
