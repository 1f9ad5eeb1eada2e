/* A part of any size: PivotMDS, then sparse stress, in the frame of those who stay. */
#include <math.h>

#include "network/organic.h"
#include "network/sparse-stress.h"

#define MOST_PIVOTS 1600
#define FEWEST_PIVOTS 64
#define MOST_DISTANCES 96000000
#define FEW 2000
#define MANY 30000

/* what one step is on paper, and how the drawing is turned to meet those who stay */
typedef struct
{
  guint n;              /* of those who stay */
  double x, y;          /* their middle on paper */
  double start_x, start_y; /* and where the start has it, in steps */
  double step;
  double cosine, sine, mirror;
} Frame;

typedef struct
{
  MilieuOrganic *organic;
  const MilieuPart *part;
  const MilieuPivots *pivots;
  float *x, *y;
  guint8 *fixed;
  Frame frame;
} Descent;

static guint32
vertex_of (const Descent *descent, guint32 i)
{
  return descent->part->vertices[i];
}

/* the middles of those who stay */
static void
find_middle (Descent *descent)
{
  Frame *frame = &descent->frame;

  *frame = (Frame) { .step = MILIEU_ORGANIC_STEP, .cosine = 1, .mirror = 1 };
  for (guint32 i = 0; i < descent->part->n; i++)
    if (descent->fixed[i])
      {
        frame->x += descent->organic->x[vertex_of (descent, i)];
        frame->y += descent->organic->y[vertex_of (descent, i)];
        frame->start_x += descent->x[i];
        frame->start_y += descent->y[i];
        frame->n++;
      }
  if (frame->n == 0)
    return;
  frame->x /= frame->n;
  frame->y /= frame->n;
  frame->start_x /= frame->n;
  frame->start_y /= frame->n;
}

/* paper over steps, on average over pairs of those who stay of which one is a pivot */
static void
find_step (Descent *descent)
{
  const MilieuPivots *pivots = descent->pivots;
  const MilieuOrganic *organic = descent->organic;
  double ratios = 0, pairs = 0;

  for (guint c = 0; c < pivots->k; c++)
    for (guint32 i = 0; descent->fixed[pivots->pivots[c]] && i < pivots->n; i++)
      {
        guint32 v = vertex_of (descent, i), p = vertex_of (descent, pivots->pivots[c]);
        double dx = organic->x[v] - organic->x[p], dy = organic->y[v] - organic->y[p];

        if (!descent->fixed[i] || v == p)
          continue;
        ratios += sqrt (dx * dx + dy * dy) / ((double) pivots->unit * milieu_pivots_row (pivots, i)[c]);
        pairs++;
      }
  if (pairs > 0)
    descent->frame.step = MAX (ratios / pairs, MILIEU_ORGANIC_STEP / 4);
}

/* the turn, mirrored or not, that brings the start of those who stay nearest to where they stand (Procrustes) */
static void
find_turn (Descent *descent)
{
  Frame *frame = &descent->frame;
  double along[2] = { 0 }, across[2] = { 0 }, length[2];
  guint best;

  for (guint32 i = 0; i < descent->part->n; i++)
    for (guint m = 0; descent->fixed[i] && m < 2; m++)
      {
        double ax = descent->x[i] - frame->start_x, ay = (descent->y[i] - frame->start_y) * (m ? -1 : 1);
        double bx = descent->organic->x[vertex_of (descent, i)] - frame->x;
        double by = descent->organic->y[vertex_of (descent, i)] - frame->y;

        along[m] += ax * bx + ay * by;
        across[m] += ax * by - ay * bx;
      }
  for (guint m = 0; m < 2; m++)
    length[m] = sqrt (along[m] * along[m] + across[m] * across[m]);
  best = length[1] > length[0];
  if (!(length[best] > 0))
    return;
  frame->mirror = best ? -1 : 1;
  frame->cosine = along[best] / length[best];
  frame->sine = across[best] / length[best];
}

/* the start in the frame, in steps from the middle of those who stay */
static void
enter_frame (Descent *descent)
{
  const Frame *frame = &descent->frame;

  for (guint32 i = 0; i < descent->part->n; i++)
    {
      double x = descent->x[i] - frame->start_x, y = (descent->y[i] - frame->start_y) * frame->mirror;

      if (descent->fixed[i])
        {
          descent->x[i] = (descent->organic->x[vertex_of (descent, i)] - frame->x) / frame->step;
          descent->y[i] = (descent->organic->y[vertex_of (descent, i)] - frame->y) / frame->step;
          continue;
        }
      descent->x[i] = frame->cosine * x - frame->sine * y;
      descent->y[i] = frame->sine * x + frame->cosine * y;
    }
}

static void
leave_frame (Descent *descent)
{
  const Frame *frame = &descent->frame;

  for (guint32 i = 0; i < descent->part->n; i++)
    if (!descent->fixed[i])
      {
        descent->organic->x[vertex_of (descent, i)] = frame->x + frame->step * descent->x[i];
        descent->organic->y[vertex_of (descent, i)] = frame->y + frame->step * descent->y[i];
      }
  if (frame->n == 0)
    milieu_organic_spread (descent->organic, descent->part->vertices, descent->part->n);
}

static guint
pivots_for (guint n)
{
  return MIN (n, CLAMP (MOST_DISTANCES / n, FEWEST_PIVOTS, MOST_PIVOTS));
}

static gboolean
descend (Descent *descent)
{
  guint n = descent->part->n;
  MilieuSparseStress stress = { .part = descent->part, .pivots = descent->pivots, .x = descent->x, .y = descent->y,
                                .fixed = descent->fixed, .sweeps = n > MANY ? 60 : 100,
                                .last_sweeps = n > MANY ? 3 : n > FEW ? 5 : 40 };
  guint seed = milieu_random_next (&descent->organic->random);

  milieu_pivots_place (descent->pivots, seed, descent->x, descent->y);
  find_middle (descent);
  find_step (descent);
  find_turn (descent);
  enter_frame (descent);
  if (!milieu_sparse_stress_descend (&stress, descent->organic->crew, descent->organic->request))
    return FALSE;
  leave_frame (descent);
  return TRUE;
}

gboolean
milieu_organic_descend (MilieuOrganic *organic, const MilieuPart *part)
{
  g_autofree float *x = g_new (float, part->n), *y = g_new (float, part->n);
  g_autofree guint8 *fixed = g_new (guint8, part->n);
  guint seed = milieu_random_next (&organic->random);
  g_autoptr (MilieuPivots) pivots = milieu_pivots_new (part, pivots_for (part->n), seed, organic->crew, organic->request);
  Descent descent = { organic, part, pivots, x, y, fixed };

  for (guint32 i = 0; i < part->n; i++)
    fixed[i] = organic->stays[part->vertices[i]];
  return pivots != NULL && descend (&descent);
}
