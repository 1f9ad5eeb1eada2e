/* Few actors: of many starts and turns, the one with the fewest crossings,
 * ties over symbols and boxes that overlap. */
#include <math.h>
#include <string.h>

#include "network/organic.h"
#include "network/stress.h"

#define STARTS 24
#define ROTATIONS 12

/* cosine and sine of k · 15°: twelve ways to turn, the other twelve are mirrored by nothing and cost the same */
static const double turns[ROTATIONS][2] = {
  { 1, 0 },
  { 0.96592582628906831, 0.25881904510252074 },
  { 0.86602540378443865, 0.5 },
  { 0.70710678118654752, 0.70710678118654752 },
  { 0.5, 0.86602540378443865 },
  { 0.25881904510252074, 0.96592582628906831 },
  { 0, 1 },
  { -0.25881904510252074, 0.96592582628906831 },
  { -0.5, 0.86602540378443865 },
  { -0.70710678118654752, 0.70710678118654752 },
  { -0.86602540378443865, 0.5 },
  { -0.96592582628906831, 0.25881904510252074 },
};

static void
copy_out (MilieuOrganic *organic, const MilieuStress *stress, const double *turn)
{
  for (guint i = 0; i < stress->n; i++)
    if (!stress->fixed[i])
      {
        organic->x[stress->part->vertices[i]] = MILIEU_ORGANIC_STEP * (turn[0] * stress->x[i] - turn[1] * stress->y[i]);
        organic->y[stress->part->vertices[i]] = MILIEU_ORGANIC_STEP * (turn[1] * stress->x[i] + turn[0] * stress->y[i]);
      }
}

/* crossings and ties over symbols: what turning does not change */
static double
tangle (const MilieuOrganic *organic, const MilieuStress *stress)
{
  const guint32 *first = stress->part->first, *next = stress->part->neighbours;
  const double *x = stress->x, *y = stress->y;
  double cost = 0;

  for (guint32 a = 0; a < stress->n; a++)
    for (guint32 i = first[a]; i < first[a + 1]; i++)
      {
        guint32 b = next[i];

        if (b < a)
          continue;
        for (guint32 c = 0; c <= a; c++)
          for (guint32 k = first[c]; k < first[c + 1] && (c < a || k < i); k++)
            if (next[k] > c && c != a && c != b && next[k] != a && next[k] != b)
              cost += milieu_layout_segments_cross (x[a], y[a], x[b], y[b], x[c], y[c], x[next[k]], y[next[k]]) ? 30 : 0;
        for (guint32 c = 0; c < stress->n; c++)
          if (c != a && c != b && milieu_layout_segment_distance (x[c], y[c], x[a], y[a], x[b], y[b]) * MILIEU_ORGANIC_STEP < 13)
            cost += 12;
      }
  return cost;
}

/* boxes that overlap, and a shape that is far from a page's */
static double
crowding (const MilieuOrganic *organic, const MilieuStress *stress)
{
  double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY, cost = 0, shape;

  for (guint i = 0; i < stress->n; i++)
    {
      guint32 v = stress->part->vertices[i];
      MilieuExtent a = milieu_layout_extent (organic->request, v);

      left = MIN (left, organic->x[v] - a.left);
      right = MAX (right, organic->x[v] + a.right);
      top = MIN (top, organic->y[v] - a.up);
      bottom = MAX (bottom, organic->y[v] + a.down);
      for (guint j = 0; j < i; j++)
        {
          guint32 w = stress->part->vertices[j];
          MilieuExtent b = milieu_layout_extent (organic->request, w);
          double ox = organic->x[v] < organic->x[w] ? organic->x[v] + a.right - organic->x[w] + b.left
                                                    : organic->x[w] + b.right - organic->x[v] + a.left;
          double oy = organic->y[v] < organic->y[w] ? organic->y[v] + a.down - organic->y[w] + b.up
                                                    : organic->y[w] + b.down - organic->y[v] + a.up;

          if (ox > 0 && oy > 0)
            cost += MIN (ox, oy);
        }
    }
  shape = (right - left) / MAX (bottom - top, 1);
  return cost + 200 * (MAX (shape / 1.25, 1.25 / MAX (shape, 0.01)) - 1);
}

static void
try_turns (MilieuOrganic *organic, MilieuStress *stress, guint n_turns, double *least, double *best)
{
  double tangled = tangle (organic, stress);

  for (guint t = 0; t < n_turns; t++)
    {
      double cost;

      copy_out (organic, stress, turns[t]);
      cost = tangled + crowding (organic, stress);
      if (cost >= *least)
        continue;
      *least = cost;
      for (guint i = 0; i < stress->n; i++)
        {
          best[2 * i] = organic->x[stress->part->vertices[i]];
          best[2 * i + 1] = organic->y[stress->part->vertices[i]];
        }
    }
}

static void
take_fixed (const MilieuOrganic *organic, MilieuStress *stress)
{
  for (guint i = 0; i < stress->n; i++)
    {
      guint32 v = stress->part->vertices[i];

      if (!organic->stays[v])
        continue;
      stress->fixed[i] = 1;
      stress->x[i] = organic->x[v] / MILIEU_ORGANIC_STEP;
      stress->y[i] = organic->y[v] / MILIEU_ORGANIC_STEP;
    }
}

gboolean
milieu_organic_try_starts (MilieuOrganic *organic, const MilieuPart *part, gboolean any_stays)
{
  g_autofree double *best = g_new0 (double, 2 * (gsize) part->n);
  MilieuStress *stress = milieu_stress_new (part);
  double least = INFINITY;
  gboolean going = TRUE;

  take_fixed (organic, stress);
  for (guint start = 0; going && start < STARTS; start++)
    {
      going = milieu_layout_tick (organic->request, (double) start / STARTS * 0.9);
      if (!going)
        break;
      milieu_stress_scatter (stress, &organic->random);
      milieu_stress_descend (stress, &organic->random);
      try_turns (organic, stress, any_stays ? 1 : ROTATIONS, &least, best);
    }
  for (guint i = 0; going && i < part->n; i++)
    {
      organic->x[part->vertices[i]] = best[2 * i];
      organic->y[part->vertices[i]] = best[2 * i + 1];
    }
  milieu_stress_free (stress);
  return going;
}
