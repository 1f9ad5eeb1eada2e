/* Organic: each component by stress, its boxes pushed apart; the largest on
 * top, the small ones and the isolates in rows below. */
#include <math.h>
#include <string.h>

#include "network/layout-kinds.h"
#include "network/measures.h"
#include "network/stress.h"

#define STEP 74 /* one step of the network, on paper */
#define STARTS 24
#define ROTATIONS 12
#define MOST_TRIED 300
#define SHELF_GAP 16

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

typedef struct
{
  const MilieuGraph *graph;
  const MilieuLayoutRequest *request;
  guint8 *fixed;
  MilieuRandom random;
  guint32 *local;
  double *x, *y;
  double left, top, right, bottom; /* of what is placed; left > right while nothing is */
} Organic;

static void
copy_out (Organic *organic, const MilieuStress *stress, const double *turn)
{
  for (guint i = 0; i < stress->n; i++)
    if (!stress->fixed[i])
      {
        organic->x[stress->vertices[i]] = STEP * (turn[0] * stress->x[i] - turn[1] * stress->y[i]);
        organic->y[stress->vertices[i]] = STEP * (turn[1] * stress->x[i] + turn[0] * stress->y[i]);
      }
}

/* crossings and ties over symbols: what turning does not change */
static double
tangle (const Organic *organic, const MilieuStress *stress)
{
  const guint32 *first = stress->first, *next = stress->neighbours;
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
          if (c != a && c != b && milieu_layout_segment_distance (x[c], y[c], x[a], y[a], x[b], y[b]) * STEP < 13)
            cost += 12;
      }
  return cost;
}

/* boxes that overlap, and a shape that is far from a page's */
static double
crowding (const Organic *organic, const MilieuStress *stress)
{
  double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY, cost = 0, shape;

  for (guint i = 0; i < stress->n; i++)
    {
      guint32 v = stress->vertices[i];
      MilieuExtent a = milieu_layout_extent (organic->request, v);

      left = MIN (left, organic->x[v] - a.left);
      right = MAX (right, organic->x[v] + a.right);
      top = MIN (top, organic->y[v] - a.up);
      bottom = MAX (bottom, organic->y[v] + a.down);
      for (guint j = 0; j < i; j++)
        {
          guint32 w = stress->vertices[j];
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
try_turns (Organic *organic, MilieuStress *stress, guint n_turns, double *least, double *best)
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
          best[2 * i] = organic->x[stress->vertices[i]];
          best[2 * i + 1] = organic->y[stress->vertices[i]];
        }
    }
}

/* the best of many starts for few vertices, one start for many */
static gboolean
arrange (Organic *organic, MilieuStress *stress, gboolean any_fixed, double *residual)
{
  g_autofree double *best = g_new0 (double, 2 * (gsize) stress->n);
  guint starts = stress->n > MOST_TRIED ? 1 : STARTS;
  double least = INFINITY;

  for (guint start = 0; start < starts; start++)
    {
      double before = least;

      if (!milieu_layout_tick (organic->request, (double) start / starts * 0.9))
        return FALSE;
      milieu_stress_scatter (stress, &organic->random);
      milieu_stress_descend (stress, &organic->random);
      if (starts == 1)
        copy_out (organic, stress, turns[0]);
      else
        try_turns (organic, stress, any_fixed ? 1 : ROTATIONS, &least, best);
      if (starts == 1 || least < before)
        *residual = milieu_stress_residual (stress);
    }
  for (guint i = 0; starts > 1 && i < stress->n; i++)
    {
      organic->x[stress->vertices[i]] = best[2 * i];
      organic->y[stress->vertices[i]] = best[2 * i + 1];
    }
  return TRUE;
}

static void
measure_box (const Organic *organic, const guint32 *vertices, guint n, double box[4])
{
  box[0] = box[1] = INFINITY;
  box[2] = box[3] = -INFINITY;
  for (guint i = 0; i < n; i++)
    {
      MilieuExtent extent = milieu_layout_extent (organic->request, vertices[i]);

      box[0] = MIN (box[0], organic->x[vertices[i]] - extent.left);
      box[1] = MIN (box[1], organic->y[vertices[i]] - extent.up);
      box[2] = MAX (box[2], organic->x[vertices[i]] + extent.right);
      box[3] = MAX (box[3], organic->y[vertices[i]] + extent.down);
    }
}

/* room first, or thousands of boxes push each other for ever */
static void
spread (Organic *organic, const guint32 *vertices, guint n)
{
  double box[4], needed = 0, scale;

  for (guint i = 0; i < n; i++)
    {
      MilieuExtent extent = milieu_layout_extent (organic->request, vertices[i]);

      needed += (extent.left + extent.right) * (extent.up + extent.down);
    }
  measure_box (organic, vertices, n, box);
  scale = sqrt ((n > 500 ? 4 : 2) * needed / ((box[2] - box[0]) * (box[3] - box[1]) + 1));
  for (guint i = 0; scale > 1 && i < n; i++)
    {
      organic->x[vertices[i]] *= scale;
      organic->y[vertices[i]] *= scale;
    }
}

static void
lay_pair (Organic *organic, const guint32 *vertices)
{
  organic->x[vertices[0]] = organic->y[vertices[0]] = organic->y[vertices[1]] = 0;
  organic->x[vertices[1]] = milieu_layout_extent (organic->request, vertices[0]).right
                            + milieu_layout_extent (organic->request, vertices[1]).left + SHELF_GAP;
}

static gboolean
lay_component (Organic *organic, const guint32 *vertices, guint n, gboolean any_fixed, double *residual)
{
  MilieuStress *stress;
  gboolean going;

  if (n == 1)
    {
      if (!any_fixed)
        organic->x[vertices[0]] = organic->y[vertices[0]] = 0;
      return TRUE;
    }
  if (n == 2 && !any_fixed)
    {
      lay_pair (organic, vertices);
      return TRUE;
    }
  stress = milieu_stress_new (organic->graph, vertices, n, organic->local, &organic->random);
  for (guint i = 0; i < n; i++)
    if (organic->fixed[vertices[i]])
      {
        stress->fixed[i] = 1;
        stress->x[i] = organic->x[vertices[i]] / STEP;
        stress->y[i] = organic->y[vertices[i]] / STEP;
      }
  going = arrange (organic, stress, any_fixed, residual);
  milieu_stress_free (stress);
  if (going && !any_fixed)
    spread (organic, vertices, n);
  return going && milieu_layout_push_apart (organic->request, organic->fixed, vertices, n, organic->x, organic->y);
}

static void
include_box (Organic *organic, const double box[4])
{
  organic->left = MIN (organic->left, box[0]);
  organic->top = MIN (organic->top, box[1]);
  organic->right = MAX (organic->right, box[2]);
  organic->bottom = MAX (organic->bottom, box[3]);
}

static void
move_component (Organic *organic, const guint32 *vertices, guint n, double dx, double dy)
{
  for (guint i = 0; i < n; i++)
    {
      organic->x[vertices[i]] += dx;
      organic->y[vertices[i]] += dy;
    }
}

/* components by number, their vertices one after the other */
typedef struct
{
  guint n;
  guint *first;
  guint32 *vertices;
  guint8 *any_fixed;
} Groups;

static void
groups_init (Groups *groups, const MilieuComponents *components, const Organic *organic)
{
  g_autofree guint *next = NULL;

  groups->n = components->n_components;
  groups->first = g_new0 (guint, groups->n + 1);
  groups->vertices = g_new (guint32, organic->graph->n + 1);
  groups->any_fixed = g_new0 (guint8, groups->n + 1);
  for (guint c = 0; c < groups->n; c++)
    groups->first[c + 1] = groups->first[c] + components->sizes[c];
  next = g_memdup2 (groups->first, sizeof (guint) * (groups->n + 1));
  for (guint32 v = 0; v < organic->graph->n; v++)
    {
      groups->vertices[next[components->of[v]]++] = v;
      groups->any_fixed[components->of[v]] |= organic->fixed[v];
    }
}

static void
groups_clear (Groups *groups)
{
  g_free (groups->first);
  g_free (groups->vertices);
  g_free (groups->any_fixed);
}

static gboolean
lay_groups (Organic *organic, const Groups *groups, MilieuLayout *layout)
{
  for (guint c = 0; c < groups->n; c++)
    {
      double residual = 0;
      guint n = groups->first[c + 1] - groups->first[c];

      if (!lay_component (organic, groups->vertices + groups->first[c], n, groups->any_fixed[c], &residual))
        return FALSE;
      if (c == 0)
        layout->residual = residual;
    }
  return TRUE;
}

/* what holds a fixed vertex stands where it is; the rest goes below, in rows as wide as what is above */
static void
shelve (Organic *organic, const Groups *groups)
{
  double x = 0, row_bottom, width, area = 0, box[4];

  organic->left = organic->top = INFINITY;
  organic->right = organic->bottom = -INFINITY;
  for (guint c = 0; c < groups->n; c++)
    {
      guint n = groups->first[c + 1] - groups->first[c];
      guint32 *vertices = groups->vertices + groups->first[c];

      measure_box (organic, vertices, n, box);
      area += (box[2] - box[0] + SHELF_GAP) * (box[3] - box[1] + SHELF_GAP);
      if (groups->any_fixed[c])
        include_box (organic, box);
    }
  if (organic->left > organic->right)
    organic->left = organic->top = organic->right = organic->bottom = 0;
  width = MAX (organic->right - organic->left, sqrt (1.3 * area));
  x = organic->left;
  organic->bottom += organic->bottom > organic->top ? 2 * SHELF_GAP : 0;
  row_bottom = organic->bottom;
  for (guint c = 0; c < groups->n; c++)
    {
      guint n = groups->first[c + 1] - groups->first[c];
      guint32 *vertices = groups->vertices + groups->first[c];

      if (groups->any_fixed[c])
        continue;
      measure_box (organic, vertices, n, box);
      if (x > organic->left && x + box[2] - box[0] > organic->left + width)
        {
          x = organic->left;
          organic->bottom = row_bottom + SHELF_GAP;
        }
      move_component (organic, vertices, n, x - box[0], organic->bottom - box[1]);
      x += box[2] - box[0] + SHELF_GAP;
      row_bottom = MAX (row_bottom, organic->bottom + box[3] - box[1]);
    }
}

gboolean
milieu_layout_organic (const MilieuGraph *graph, const MilieuLayoutRequest *request, const guint8 *fixed,
                       MilieuLayout *layout)
{
  g_autoptr (MilieuComponents) components = milieu_components_new (graph);
  g_autofree guint32 *local = g_new0 (guint32, graph->n + 1);
  g_autofree guint8 *stays = g_memdup2 (fixed, graph->n + 1);
  Organic organic = { .graph = graph, .request = request, .fixed = stays, .local = local, .x = layout->x,
                      .y = layout->y };
  Groups groups;
  gboolean going;

  for (guint v = 0; request->keep && v < graph->n; v++)
    stays[v] |= !isnan (layout->x[v]);
  milieu_random_init (&organic.random, request->seed);
  groups_init (&groups, components, &organic);
  going = lay_groups (&organic, &groups, layout);
  if (going)
    {
      shelve (&organic, &groups);
      going = milieu_layout_push_apart (request, stays, NULL, graph->n, layout->x, layout->y);
    }
  groups_clear (&groups);
  return going;
}
