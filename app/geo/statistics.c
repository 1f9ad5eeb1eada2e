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

/* squares of the plane as wide as @within: what is as near stands in one of nine */
static gint64
square_of (MilieuMetres point, double within, int east, int north)
{
  double side = MAX (within, 1);
  guint64 column = (guint64) ((gint64) floor (point.x / side) + east);
  guint32 row = (guint32) ((gint64) floor (point.y / side) + north);

  return (gint64) (column << 32 | row);
}

/* @last: square → the last site in it + 1; @before: of each site, the one before in its square + 1 */
static gboolean
has_site (GHashTable *last, const guint *before, const MilieuMetres *sites, MilieuMetres point, double within)
{
  for (int square = 0; square < 9; square++)
    {
      gint64 key = square_of (point, within, square % 3 - 1, square / 3 - 1);

      for (guint site = GPOINTER_TO_UINT (g_hash_table_lookup (last, &key)); site > 0; site = before[site - 1])
        if (distance (point, sites[site - 1]) <= within)
          return TRUE;
    }
  return FALSE;
}

guint
milieu_statistics_sites (const MilieuMetres *points, guint n, double within, MilieuMetres *sites)
{
  g_autoptr (GHashTable) last = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree gint64 *squares = g_new (gint64, n + 1);
  g_autofree guint *before = g_new (guint, n + 1);
  guint n_sites = 0;

  for (guint i = 0; i < n; i++)
    {
      if (has_site (last, before, sites, points[i], within))
        continue;
      squares[n_sites] = square_of (points[i], within, 0, 0);
      before[n_sites] = GPOINTER_TO_UINT (g_hash_table_lookup (last, &squares[n_sites]));
      g_hash_table_insert (last, &squares[n_sites], GUINT_TO_POINTER (n_sites + 1));
      sites[n_sites++] = points[i];
    }
  return n_sites;
}

static int
compare_eastings (gconstpointer p, gconstpointer q, gpointer points)
{
  const MilieuMetres *a = (const MilieuMetres *) points + *(const guint *) p;
  const MilieuMetres *b = (const MilieuMetres *) points + *(const guint *) q;

  return (a->x > b->x) - (a->x < b->x);
}

/* from west to east, no further than the nearest so far */
gboolean
milieu_statistics_nearest (const MilieuMetres *points, guint n, double *distances)
{
  g_autofree guint *order = g_new (guint, n + 1);

  if (n < 2)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      order[i] = i;
      distances[i] = INFINITY;
    }
  g_qsort_with_data (order, n, sizeof (guint), compare_eastings, (gpointer) points);
  for (guint i = 0; i < n; i++)
    for (int step = -1; step <= 1; step += 2)
      for (guint j = i + step; j < n; j += step) /* below 0 it is beyond n */
        {
          guint a = order[i], b = order[j];

          if (fabs (points[b].x - points[a].x) > distances[a])
            break;
          distances[a] = MIN (distances[a], distance (points[a], points[b]));
        }
  return TRUE;
}

gboolean
milieu_statistics_clark_evans (const MilieuMetres *points, guint n, const MilieuPatternWindow *window, MilieuClarkEvans *result)
{
  MilieuPatternWindow around = window != NULL ? *window : milieu_pattern_window_around (points, n);
  const MilieuBounds *box = &around.bounds;
  g_autofree double *distances = NULL;
  double sum = 0, error, edge;

  *result = (MilieuClarkEvans) { n, NAN, NAN, NAN, NAN, NAN, NAN, NAN };
  if (n < MILIEU_STATISTICS_CLARK_EVANS_FEW || !(around.area > 0))
    return FALSE;
  distances = g_new (double, n);
  milieu_statistics_nearest (points, n, distances);
  for (guint i = 0; i < n; i++)
    sum += distances[i];

  result->area = around.area;
  result->perimeter = around.outline ? NAN : 2 * (box->east - box->west + box->north - box->south);
  result->mean = sum / n;
  result->expected = sqrt (result->area / n) / 2;
  result->ratio = result->mean / result->expected;
  error = sqrt ((4 - G_PI) * result->area / (4 * G_PI)) / n;
  result->z = (result->mean - result->expected) / error;
  edge = (0.0514 + 0.0412 / sqrt (n)) * result->perimeter / n;
  result->corrected = result->mean / (result->expected + edge);
  return TRUE;
}
