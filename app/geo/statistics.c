#include "geo/statistics.h"

#include <math.h>

static double
distance (MilieuMetres a, MilieuMetres b)
{
  double dx = a.x - b.x, dy = a.y - b.y;

  return sqrt (dx * dx + dy * dy);
}

static MilieuMetres
mean (const MilieuMetres *points, guint n)
{
  MilieuMetres sum = { 0, 0 };

  for (guint i = 0; i < n; i++)
    {
      sum.x += points[i].x;
      sum.y += points[i].y;
    }
  return (MilieuMetres) { sum.x / n, sum.y / n };
}

static int
by_count (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

gboolean
milieu_statistics_centre (const MilieuMetres *points, guint n, MilieuMetres *centre)
{
  if (n < MILIEU_STATISTICS_FEW)
    return FALSE;
  *centre = mean (points, n);
  return TRUE;
}

double
milieu_statistics_standard_distance (const MilieuMetres *points, guint n)
{
  MilieuMetres centre;
  double sum = 0;

  if (!milieu_statistics_centre (points, n, &centre))
    return NAN;
  for (guint i = 0; i < n; i++)
    {
      double dx = points[i].x - centre.x, dy = points[i].y - centre.y;

      sum += dx * dx + dy * dy;
    }
  return sqrt (sum / n);
}

double
milieu_statistics_concentration (const guint *counts, guint n, double *effective)
{
  double total = 0, squares = 0, hhi;

  for (guint i = 0; i < n; i++)
    {
      total += counts[i];
      squares += (double) counts[i] * counts[i];
    }
  hhi = total > 0 ? squares / (total * total) : NAN;
  if (effective != NULL)
    *effective = 1 / hhi;
  return hhi;
}

double
milieu_statistics_gini (const guint *counts, guint n)
{
  g_autofree guint *sorted = g_new (guint, MAX (n, 1));
  guint occupied = 0;
  double total = 0, ranked = 0;

  for (guint i = 0; i < n; i++)
    if (counts[i] > 0)
      sorted[occupied++] = counts[i];
  if (occupied == 0)
    return NAN;
  qsort (sorted, occupied, sizeof *sorted, by_count);
  for (guint i = 0; i < occupied; i++)
    {
      total += sorted[i];
      ranked += (i + 1.0) * sorted[i];
    }
  return 2 * ranked / (occupied * total) - (occupied + 1.0) / occupied;
}

guint
milieu_statistics_sites (const MilieuMetres *points, guint n, double within, MilieuMetres *sites)
{
  guint n_sites = 0;

  for (guint i = 0; i < n; i++)
    {
      guint site = 0;

      while (site < n_sites && distance (points[i], sites[site]) > within)
        site++;
      if (site == n_sites)
        sites[n_sites++] = points[i];
    }
  return n_sites;
}

gboolean
milieu_statistics_nearest (const MilieuMetres *points, guint n, double *distances)
{
  if (n < 2)
    return FALSE;
  for (guint i = 0; i < n; i++)
    distances[i] = INFINITY;
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        double d = distance (points[i], points[j]);

        distances[i] = MIN (distances[i], d);
        distances[j] = MIN (distances[j], d);
      }
  return TRUE;
}

static MilieuBounds
bounding_box (const MilieuMetres *points, guint n)
{
  MilieuBounds bounds;

  milieu_bounds_init (&bounds);
  for (guint i = 0; i < n; i++)
    milieu_bounds_add (&bounds, points[i]);
  return bounds;
}

static void
measure_window (const MilieuBounds *window, MilieuClarkEvans *result)
{
  double width = window->east - window->west, height = window->north - window->south;

  result->area = width * height;
  result->perimeter = 2 * (width + height);
}

gboolean
milieu_statistics_clark_evans (const MilieuMetres *points, guint n, const MilieuBounds *window, MilieuClarkEvans *result)
{
  MilieuBounds box = window != NULL ? *window : bounding_box (points, n);
  g_autofree double *distances = NULL;
  double sum = 0, error, edge;

  *result = (MilieuClarkEvans) { n, NAN, NAN, NAN, NAN, NAN, NAN, NAN };
  if (n < MILIEU_STATISTICS_CLARK_EVANS_FEW || !(box.east > box.west) || !(box.north > box.south))
    return FALSE;
  distances = g_new (double, n);
  milieu_statistics_nearest (points, n, distances);
  for (guint i = 0; i < n; i++)
    sum += distances[i];

  measure_window (&box, result);
  result->mean = sum / n;
  result->expected = sqrt (result->area / n) / 2;
  result->ratio = result->mean / result->expected;
  error = sqrt ((4 - G_PI) * result->area / (4 * G_PI)) / n;
  result->z = (result->mean - result->expected) / error;
  edge = (0.0514 + 0.0412 / sqrt (n)) * result->perimeter / n;
  result->corrected = result->mean / (result->expected + edge);
  return TRUE;
}
