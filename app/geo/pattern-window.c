#include "geo/pattern-window.h"

#include <math.h>

MilieuPatternWindow
milieu_pattern_window_box (MilieuBounds bounds)
{
  double width = bounds.east - bounds.west, height = bounds.north - bounds.south;

  return (MilieuPatternWindow) { bounds, NULL, width > 0 && height > 0 ? width * height : 0 };
}

MilieuPatternWindow
milieu_pattern_window_around (const MilieuMetres *points, guint n)
{
  MilieuBounds bounds;

  milieu_bounds_init (&bounds);
  for (guint i = 0; i < n; i++)
    milieu_bounds_add (&bounds, points[i]);
  return milieu_pattern_window_box (bounds);
}

/* twice what a ring holds, whichever way it turns */
static double
doubled_area (const MilieuLine *ring)
{
  double sum = 0;

  for (guint i = 0; i < ring->n_points; i++)
    {
      MilieuMetres a = ring->points[i], b = ring->points[(i + 1) % ring->n_points];

      sum += (a.x - ring->points[0].x) * (b.y - ring->points[0].y) - (b.x - ring->points[0].x) * (a.y - ring->points[0].y);
    }
  return fabs (sum);
}

/* a ring within another is a hole, one within that an island: the even-odd rule */
static gboolean
is_hole (const MilieuFeature *outline, guint ring)
{
  guint around = 0;

  for (guint i = 0; i < outline->n_lines; i++)
    {
      MilieuFeature alone = { .lines = &outline->lines[i], .n_lines = 1, .bounds = outline->lines[i].bounds };

      around += i != ring && outline->lines[i].closed && milieu_feature_contains (&alone, outline->lines[ring].points[0]);
    }
  return around % 2 == 1;
}

MilieuPatternWindow
milieu_pattern_window_outline (const MilieuFeature *outline)
{
  MilieuPatternWindow window = { outline->bounds, outline, 0 };

  for (guint i = 0; i < outline->n_lines; i++)
    if (outline->lines[i].closed)
      window.area += doubled_area (&outline->lines[i]) / 2 * (is_hole (outline, i) ? -1 : 1);
  return window;
}

gboolean
milieu_pattern_window_holds (const MilieuPatternWindow *window, MilieuMetres point)
{
  return window->outline ? milieu_feature_contains (window->outline, point) : milieu_bounds_contain (&window->bounds, point);
}

MilieuMetres
milieu_pattern_window_throw (const MilieuPatternWindow *window, MilieuRandom *random)
{
  const MilieuBounds *bounds = &window->bounds;
  MilieuMetres point;

  do
    {
      point.x = bounds->west + milieu_random_fraction (random) * (bounds->east - bounds->west);
      point.y = bounds->south + milieu_random_fraction (random) * (bounds->north - bounds->south);
    }
  while (window->outline && window->area > 0 && !milieu_feature_contains (window->outline, point));
  return point;
}

static double
to_segment (MilieuMetres p, MilieuMetres a, MilieuMetres b)
{
  double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
  double t = square > 0 ? CLAMP (((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0, 1) : 0;

  return hypot (p.x - a.x - t * dx, p.y - a.y - t * dy);
}

double
milieu_pattern_window_edge (const MilieuPatternWindow *window, MilieuMetres point)
{
  const MilieuBounds *bounds = &window->bounds;
  double least = INFINITY;

  if (!window->outline)
    return MIN (MIN (fabs (point.x - bounds->west), fabs (bounds->east - point.x)),
                MIN (fabs (point.y - bounds->south), fabs (bounds->north - point.y)));
  for (guint i = 0; i < window->outline->n_lines; i++)
    {
      const MilieuLine *ring = &window->outline->lines[i];

      for (guint k = 0; ring->closed && k < ring->n_points; k++)
        least = MIN (least, to_segment (point, ring->points[k], ring->points[(k + 1) % ring->n_points]));
    }
  return least;
}

/* each pair counts for all the places in the rectangle where it might have lain */
static double
translated (const MilieuBounds *bounds, const MilieuMetres *points, guint n, double r)
{
  double width = bounds->east - bounds->west, height = bounds->north - bounds->south, area = width * height, sum = 0;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        double dx = fabs (points[i].x - points[j].x), dy = fabs (points[i].y - points[j].y);

        if (dx * dx + dy * dy <= r * r)
          sum += 2 * area / ((width - dx) * (height - dy));
      }
  return area * sum / ((double) n * (n - 1));
}

static double
bordered (const MilieuPatternWindow *window, const MilieuMetres *points, guint n, double r)
{
  double neighbours = 0;
  guint asked = 0;

  for (guint i = 0; i < n; i++)
    {
      if (milieu_pattern_window_edge (window, points[i]) < r)
        continue;
      asked++;
      for (guint j = 0; j < n; j++)
        neighbours += j != i && hypot (points[i].x - points[j].x, points[i].y - points[j].y) <= r;
    }
  return asked > 0 ? window->area * neighbours / ((double) asked * (n - 1)) : NAN;
}

double
milieu_pattern_window_ripley (const MilieuPatternWindow *window, const MilieuMetres *points, guint n, double r)
{
  if (n < 2 || !(window->area > 0))
    return NAN;
  return sqrt ((window->outline ? bordered (window, points, n, r) : translated (&window->bounds, points, n, r)) / G_PI) - r;
}
