/* §4.8: what becomes of pairs that did not meet, for comparison. */
#include "reading/conversion-tally.h"

#include "model/random.h"

#include <math.h>

/* random pairs for each pair that met; a pool of like degrees is at least so
 * wide on each side; tries before a pair is given up */
#define DRAWS 10
#define POOL 3
#define TRIES 20

/* pairs that attended something in a year, but never the same thing */
static void
tally_others (const MilieuBasis *basis, const MilieuAttendance *attendance, guint year, MilieuTally *tally)
{
  g_autofree guint8 *there = milieu_basis_no_actors (basis);
  g_autofree guint *members = g_new (guint, basis->n + 1);
  guint n;

  for (guint e = 0; e < attendance->n; e++)
    for (guint v = 0; attendance->years[e] == year && v < basis->n; v++)
      there[v] |= attendance->participants[e][v];
  n = milieu_members_of (basis, there, members);
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      if (!milieu_met_in (attendance, members[i], members[j], year))
        milieu_tally_pair (basis, members[i], members[j], year, tally);
}

MilieuTally
milieu_tally_elsewhere (const MilieuBasis *basis, const MilieuAttendance *attendance)
{
  MilieuTally tally = { 0 };

  for (guint e = 0; e < attendance->n; e++)
    {
      gboolean seen = attendance->years[e] == 0;
      for (guint earlier = 0; earlier < e; earlier++)
        seen |= attendance->years[earlier] == attendance->years[e];
      if (!seen)
        tally_others (basis, attendance, attendance->years[e], &tally);
    }
  return tally;
}

/* ---- random pairs of like degrees ---- */

typedef struct
{
  const MilieuBasis *basis;
  const MilieuAttendance *attendance;
  guint n;
  guint32 *sorted; /* vertices that are no device, by degree, then id */
} Pool;

static int
compare_degrees (gconstpointer a, gconstpointer b, gpointer data)
{
  guint32 one = *(const guint32 *) a, other = *(const guint32 *) b;
  guint k = milieu_graph_degree (data, one), l = milieu_graph_degree (data, other);

  return k != l ? (k > l) - (k < l) : (one > other) - (one < other);
}

static void
pool_fill (Pool *pool)
{
  MilieuGraph *graph = pool->basis->graphs[MILIEU_GRAPH_INTERACTION];
  g_autofree guint8 *devices = milieu_basis_no_actors (pool->basis);

  for (guint e = 0; e < pool->attendance->n; e++)
    devices[pool->attendance->devices[e]] = 1;
  pool->sorted = g_new (guint32, pool->basis->n + 1);
  for (guint v = 0; v < pool->basis->n; v++)
    if (!devices[v])
      pool->sorted[pool->n++] = v;
  if (pool->n > 0)
    g_qsort_with_data (pool->sorted, pool->n, sizeof (guint32), compare_degrees, graph);
}

/* how many of the pool have a degree under @degree */
static guint
count_below (const Pool *pool, guint degree)
{
  guint low = 0, high = pool->n;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (milieu_graph_degree (pool->basis->graphs[MILIEU_GRAPH_INTERACTION], pool->sorted[middle]) < degree)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* somebody with the degree of @v, or the nearest to it */
static guint
draw_like (const Pool *pool, guint v, MilieuRandom *random)
{
  guint degree = milieu_graph_degree (pool->basis->graphs[MILIEU_GRAPH_INTERACTION], v);
  guint from = count_below (pool, degree), to = count_below (pool, degree + 1);

  from -= MIN (from, POOL);
  to = MIN (to + POOL, pool->n);
  return pool->sorted[from + milieu_random_below (random, to - from)];
}

static void
draw_pair (const Pool *pool, guint a, guint b, guint year, MilieuRandom *random, MilieuTally *tally)
{
  for (guint try = 0; try < TRIES; try++)
    {
      guint c = draw_like (pool, a, random), d = draw_like (pool, b, random);
      if (c == d || milieu_met_in (pool->attendance, c, d, year))
        continue;
      milieu_tally_pair (pool->basis, c, d, year, tally);
      return;
    }
}

MilieuTally
milieu_tally_alike (const MilieuBasis *basis, const MilieuAttendance *attendance)
{
  Pool pool = { basis, attendance };
  g_autofree guint *members = g_new (guint, basis->n + 1);
  MilieuTally tally = { 0 };
  MilieuRandom random;

  pool_fill (&pool);
  milieu_random_init (&random, basis->seed);
  for (guint e = 0; e < attendance->n && pool.n > 1 && !milieu_basis_cancelled (basis); e++)
    {
      guint n = attendance->years[e] > 0 ? milieu_members_of (basis, attendance->participants[e], members) : 0;
      for (guint i = 0; i < n; i++)
        for (guint j = i + 1; j < n; j++)
          for (guint draw = 0; draw < DRAWS; draw++)
            draw_pair (&pool, members[i], members[j], attendance->years[e], &random, &tally);
    }
  g_free (pool.sorted);
  return tally;
}
