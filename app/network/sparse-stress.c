#include "network/sparse-stress.h"

#include "network/layout-kinds.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LANES MILIEU_PIVOT_LANES
#define BLOCK 256      /* vertices a thread takes at a time */
#define SEEN_AT_ONCE 96 /* pivots in an early sweep */
/* how much of the last step goes into the next (Polyak 1964): wide wrong bends are straightened sooner, and
 * what the pivots of one sweep do not see is not forgotten */
#define SWAY 0.8f
/* squared, in steps: keeps a length from being 0 */
#define TINY 1e-8f

/* the pivots during a sweep, columns first … end − 1 of them */
typedef struct
{
  const MilieuSparseStress *stress;
  float *x, *y;         /* of the pivots */
  float *next_x, *next_y;
  float *step_x, *step_y; /* how far each vertex went last */
  guint32 *region;      /* of a pivot: where its counts begin */
  guint16 *reach;       /* the greatest distance in its region */
  float *within;        /* how many of a region are at most so far from its pivot */
  guint first, end;
  float tie;            /* weight of a neighbour */
  float way;            /* how much of the way is gone */
} Sweep;

/* ---- regions ---- */

static guint
nearest_pivot (const MilieuPivots *pivots, guint32 v)
{
  const guint16 *row = milieu_pivots_row (pivots, v);
  guint best = 0;

  for (guint i = 1; i < pivots->k; i++)
    if (row[i] < row[best])
      best = i;
  return best;
}

static void
take_regions (Sweep *sweep, const MilieuPivots *pivots)
{
  g_autofree guint *of = g_new (guint, pivots->n);
  guint32 room = 0;

  sweep->reach = g_new0 (guint16, pivots->stride);
  sweep->region = g_new0 (guint32, pivots->stride);
  for (guint32 v = 0; v < pivots->n; v++)
    {
      of[v] = nearest_pivot (pivots, v);
      sweep->reach[of[v]] = MAX (sweep->reach[of[v]], milieu_pivots_row (pivots, v)[of[v]]);
    }
  for (guint i = 0; i < pivots->stride; room += sweep->reach[i++] + 1)
    sweep->region[i] = room;
  sweep->within = g_new0 (float, room);
  for (guint32 v = 0; v < pivots->n; v++)
    sweep->within[sweep->region[of[v]] + milieu_pivots_row (pivots, v)[of[v]]]++;
  for (guint i = 0; i < pivots->stride; i++)
    for (guint d = 1; d <= sweep->reach[i]; d++)
      sweep->within[sweep->region[i] + d] += sweep->within[sweep->region[i] + d - 1];
}

static void
sweep_init (Sweep *sweep, const MilieuSparseStress *stress)
{
  guint n = stress->part->n;

  *sweep = (Sweep) { .stress = stress };
  sweep->x = g_new0 (float, stress->pivots->stride);
  sweep->y = g_new0 (float, stress->pivots->stride);
  sweep->next_x = g_new (float, n);
  sweep->next_y = g_new (float, n);
  sweep->step_x = g_new0 (float, n);
  sweep->step_y = g_new0 (float, n);
  take_regions (sweep, stress->pivots);
}

static void
sweep_clear (Sweep *sweep)
{
  g_free (sweep->x);
  g_free (sweep->y);
  g_free (sweep->next_x);
  g_free (sweep->next_y);
  g_free (sweep->step_x);
  g_free (sweep->step_y);
  g_free (sweep->region);
  g_free (sweep->reach);
  g_free (sweep->within);
}

/* ---- one vertex ---- */

typedef struct
{
  float x[LANES], y[LANES], weight[LANES];
} Pull;

/* eight pivots at a time, each in its lane; what is nearer than two steps is a neighbour */
static inline void
pull_of_pivots (const Sweep *sweep, const guint16 *row, float x, float y, Pull *pull)
{
  float unit = sweep->stress->pivots->unit, count[LANES], steps[LANES];

  for (guint c = sweep->first; c < sweep->end; c += LANES)
    {
      for (guint i = 0; i < LANES; i++)
        {
          guint near = MIN (row[c + i] >> 1, sweep->reach[c + i]);

          count[i] = row[c + i] < 2 ? 0 : sweep->within[sweep->region[c + i] + near];
          steps[i] = MAX (row[c + i], 1);
        }
      for (guint i = 0; i < LANES; i++)
        {
          float dx = sweep->x[c + i] - x, dy = sweep->y[c + i] - y, d = steps[i] * unit;
          float length = sqrtf (dx * dx + dy * dy + TINY), share = count[i] / (d * d * length);

          pull->x[i] += share * (length - d) * dx;
          pull->y[i] += share * (length - d) * dy;
          pull->weight[i] += share * length;
        }
    }
}

static inline void
pull_of_neighbours (const Sweep *sweep, guint32 v, Pull *pull)
{
  const MilieuSparseStress *stress = sweep->stress;
  const MilieuPart *part = stress->part;

  for (guint32 k = part->first[v]; k < part->first[v + 1]; k++)
    {
      guint32 w = part->neighbours[k];
      float dx = stress->x[w] - stress->x[v], dy = stress->y[w] - stress->y[v];
      float length = sqrtf (dx * dx + dy * dy + TINY), share = sweep->tie * (length - 1) / length;

      pull->x[0] += share * dx;
      pull->y[0] += share * dy;
      pull->weight[0] += sweep->tie;
    }
}

static inline float
sum_of (const float lanes[LANES])
{
  return ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
}

static void
move_vertex (const Sweep *sweep, guint32 v)
{
  const MilieuSparseStress *stress = sweep->stress;
  Pull pull = { 0 };
  float weight;

  pull_of_pivots (sweep, milieu_pivots_row (stress->pivots, v), stress->x[v], stress->y[v], &pull);
  pull_of_neighbours (sweep, v, &pull);
  weight = sum_of (pull.weight);
  if (!(weight > 0))
    return;
  sweep->step_x[v] = SWAY * sweep->step_x[v] + sweep->way * sum_of (pull.x) / weight;
  sweep->step_y[v] = SWAY * sweep->step_y[v] + sweep->way * sum_of (pull.y) / weight;
  sweep->next_x[v] += sweep->step_x[v];
  sweep->next_y[v] += sweep->step_y[v];
}

static void
move_block (gpointer data, guint block)
{
  const Sweep *sweep = data;
  const MilieuSparseStress *stress = sweep->stress;

  for (guint32 v = block * BLOCK; v < MIN ((block + 1) * BLOCK, stress->part->n); v++)
    {
      sweep->next_x[v] = stress->x[v];
      sweep->next_y[v] = stress->y[v];
      if (stress->fixed == NULL || !stress->fixed[v])
        move_vertex (sweep, v);
    }
}

/* ---- all ---- */

static void
sweep_once (Sweep *sweep, MilieuCrew *crew)
{
  const MilieuSparseStress *stress = sweep->stress;
  const MilieuPivots *pivots = stress->pivots;
  guint n = stress->part->n;

  for (guint i = 0; i < pivots->k; i++)
    {
      sweep->x[i] = stress->x[pivots->pivots[i]];
      sweep->y[i] = stress->y[pivots->pivots[i]];
    }
  sweep->tie = (float) (sweep->end - sweep->first) / pivots->stride;
  milieu_crew_run (crew, (n + BLOCK - 1) / BLOCK, move_block, sweep);
  memcpy (stress->x, sweep->next_x, sizeof (float) * n);
  memcpy (stress->y, sweep->next_y, sizeof (float) * n);
}

/* another part of the pivots each time; as pivots are in random order, so are parts. In the end all of them */
static void
look_at_pivots (Sweep *sweep, guint number)
{
  guint sweeps = sweep->stress->sweeps, stride = sweep->stress->pivots->stride, lanes = stride / LANES;
  guint parts = number < sweeps ? MAX (stride / SEEN_AT_ONCE, 1) : 1, part = number % parts;

  sweep->first = lanes * part / parts * LANES;
  sweep->end = lanes * (part + 1) / parts * LANES;
  sweep->way = parts == 1 ? 1 : 1 - 0.9f * number / sweeps;
}

gboolean
milieu_sparse_stress_descend (const MilieuSparseStress *stress, MilieuCrew *crew, const MilieuLayoutRequest *request)
{
  Sweep sweep;
  gboolean going = TRUE;

  sweep_init (&sweep, stress);
  for (guint i = 0; going && i < stress->sweeps + stress->last_sweeps; i++)
    {
      look_at_pivots (&sweep, i);
      sweep_once (&sweep, crew);
      going = milieu_layout_tick (request, 0.25 + 0.6 * i / (stress->sweeps + stress->last_sweeps));
    }
  sweep_clear (&sweep);
  return going;
}
