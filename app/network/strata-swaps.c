/* Who stands in which slot: threshold accepting (Dueck & Scheuer 1990) of
 * the length of ties, their crossings and the symbols and labels under them. */
#include <math.h>
#include <string.h>

#include "network/strata-board.h"

#define SWAPS 60000
/* comparisons of a segment in one layout: bounds the time of dense networks */
#define BUDGET 250000000.0
#define CROSSING 5.5
#define FIRST_THRESHOLD 50.0

/* what an actor at p costs a tie a-b that passes over its symbol or label */
static double
obstacle (double px, double py, double ax, double ay, double bx, double by)
{
  double distance, cost = 0;

  if (px < MIN (ax, bx) - 13 || px > MAX (ax, bx) + 13 || py < MIN (ay, by) - 34 || py > MAX (ay, by) + 13)
    return 0;
  distance = milieu_layout_segment_distance (px, py, ax, ay, bx, by);
  if (distance < 13)
    cost += 16 * (1 - distance / 13) + 6;
  distance = milieu_layout_segment_distance (px, py + 21, ax, ay, bx, by);
  if (distance < 12)
    cost += 5 * (1 - distance / 12);
  return cost;
}

/* length and what stands in the way */
static double
edge_cost (const MilieuBoard *board, guint e)
{
  guint32 a = board->graph->edges[e].a, b = board->graph->edges[e].b;
  double ax = board->x[a], ay = board->y[a], bx = board->x[b], by = board->y[b];
  double length = sqrt ((ax - bx) * (ax - bx) + (ay - by) * (ay - by)) / 26;
  double cost = board->weight[e] * length * sqrt (length);

  for (guint32 v = 0; v < board->graph->n; v++)
    if (v != a && v != b)
      cost += obstacle (board->x[v], board->y[v], ax, ay, bx, by);
  return cost;
}

static gboolean
edges_cross (const MilieuBoard *board, guint e, guint f)
{
  guint32 a = board->graph->edges[e].a, b = board->graph->edges[e].b;
  guint32 c = board->graph->edges[f].a, d = board->graph->edges[f].b;

  return a != c && a != d && b != c && b != d
         && milieu_layout_segments_cross (board->x[a], board->y[a], board->x[b], board->y[b], board->x[c], board->y[c],
                                   board->x[d], board->y[d]);
}

static gboolean
edge_touches (const MilieuBoard *board, guint e, guint32 v)
{
  return board->graph->edges[e].a == v || board->graph->edges[e].b == v;
}

/* of one tie that moves with @v or @other; two that both move count once */
static guint
crossings_of (const MilieuBoard *board, guint e, guint32 v, guint32 other)
{
  const MilieuEdge *edges = board->graph->edges;
  guint32 a = edges[e].a, b = edges[e].b;
  double ax = board->x[a], ay = board->y[a], bx = board->x[b], by = board->y[b];
  double top = MIN (ay, by), bottom = MAX (ay, by);
  guint n = 0;

  for (guint f = 0; f < board->graph->m; f++)
    {
      guint32 c = edges[f].a, d = edges[f].b;
      double cy = board->y[c], dy = board->y[d];

      if ((cy <= top && dy <= top) || (cy >= bottom && dy >= bottom) || c == a || c == b || d == a || d == b)
        continue;
      if (f < e && (edge_touches (board, f, v) || edge_touches (board, f, other)))
        continue;
      n += milieu_layout_segments_cross (ax, ay, bx, by, board->x[c], cy, board->x[d], dy);
    }
  return n;
}

/* what @v costs the ties that do not move with it or @other */
static double
standing_cost (const MilieuBoard *board, guint32 v, guint32 other)
{
  double x = board->x[v], y = board->y[v], cost = 0;

  for (guint e = 0; e < board->graph->m; e++)
    {
      guint32 a = board->graph->edges[e].a, b = board->graph->edges[e].b;

      if (a != v && b != v && a != other && b != other)
        cost += obstacle (x, y, board->x[a], board->y[a], board->x[b], board->y[b]);
    }
  return cost;
}

/* the part of the cost that changes when @v and @other (or MILIEU_NO_VERTEX) move */
static double
local_cost (const MilieuBoard *board, guint32 v, guint32 other)
{
  const MilieuGraph *graph = board->graph;
  guint32 moved[2] = { v, other };
  double cost = 0;

  for (guint k = 0; k < (other == MILIEU_NO_VERTEX ? 1 : 2); k++)
    {
      for (guint32 i = graph->first[moved[k]]; i < graph->first[moved[k] + 1]; i++)
        {
          guint e = graph->edge_of[i];

          if (k == 0 || !edge_touches (board, e, v))
            cost += edge_cost (board, e) + CROSSING * crossings_of (board, e, v, other);
        }
      cost += standing_cost (board, moved[k], moved[1 - k]);
    }
  return cost;
}

/* Σ w · l · √l over ties, l = length / 26, and what crosses or lies under them */
static double
board_cost (const MilieuBoard *board)
{
  double cost = 0;

  for (guint e = 0; e < board->graph->m; e++)
    {
      cost += edge_cost (board, e);
      for (guint f = 0; f < e; f++)
        cost += edges_cross (board, e, f) ? CROSSING : 0;
    }
  return cost;
}

static void
swap (MilieuBoard *board, guint32 v, guint32 slot)
{
  guint32 old = board->slot[v], other = board->owner[slot];

  board->owner[old] = MILIEU_NO_VERTEX;
  milieu_board_sit (board, v, slot);
  if (other != MILIEU_NO_VERTEX)
    milieu_board_sit (board, other, old);
}

/* Returns: what the move cost, 0 if it was not made */
static double
try_swap (MilieuBoard *board, double threshold)
{
  guint32 v = board->movers[milieu_random_below (&board->random, board->n_movers)];
  guint g = board->graph->grounds[v];
  guint n = board->first_slot[g + 1] - board->first_slot[g];
  guint32 slot = board->first_slot[g] + milieu_random_below (&board->random, n);
  guint32 old = board->slot[v], other = board->owner[slot];
  double change;

  if (other == v || other == MILIEU_SLOT_BLOCKED || (other != MILIEU_NO_VERTEX && board->anchored[other]))
    return 0;
  change = -local_cost (board, v, other);
  swap (board, v, slot);
  change += local_cost (board, v, other);
  if (change < threshold)
    return change;
  swap (board, v, old);
  return 0;
}

static guint
affordable_swaps (const MilieuBoard *board)
{
  double edges = board->graph->m, each;

  if (board->n_movers == 0)
    return 0;
  each = 2 * (1 + 4 * edges / board->graph->n) * (board->graph->n + edges) + 4 * edges;
  return (guint) CLAMP (BUDGET / each, 2000, SWAPS);
}

static void
restore (MilieuBoard *board, const guint32 *slots)
{
  for (guint i = 0; i < board->n_movers; i++)
    board->owner[board->slot[board->movers[i]]] = MILIEU_NO_VERTEX;
  for (guint i = 0; i < board->n_movers; i++)
    milieu_board_sit (board, board->movers[i], slots[board->movers[i]]);
}

gboolean
milieu_board_swap (MilieuBoard *board)
{
  guint n = affordable_swaps (board);
  g_autofree guint32 *best = g_memdup2 (board->slot, sizeof (guint32) * (board->graph->n + 1));
  double cost = board_cost (board), least = cost;

  for (guint i = 0; i < n; i++)
    {
      double left = 1 - (double) i / n;

      if (i % 500 == 0 && !milieu_layout_tick (board->request, (double) i / n))
        return FALSE;
      cost += try_swap (board, FIRST_THRESHOLD * left * left);
      if (cost < least - 1e-6)
        {
          least = cost;
          memcpy (best, board->slot, sizeof (guint32) * board->graph->n);
        }
    }
  restore (board, best);
  return TRUE;
}
