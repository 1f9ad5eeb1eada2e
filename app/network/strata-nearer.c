/* Many actors: each tries the slots about the middle of those it is tied to,
 * in exchange with who stands there, while that makes ties shorter. */
#include <math.h>

#include "network/strata-board.h"

#define PASSES 20
#define ABOUT 3 /* slots on each side of the middle one */

/* Σ of the lengths of @v's ties if it stood at x, y */
static double
length_from (const MilieuBoard *board, guint32 v, double x, double y)
{
  const MilieuGraph *graph = board->graph;
  double sum = 0;

  for (guint32 i = graph->first[v]; i < graph->first[v + 1]; i++)
    {
      double dx = board->x[graph->neighbours[i]] - x, dy = board->y[graph->neighbours[i]] - y;

      sum += sqrt (dx * dx + dy * dy);
    }
  return sum;
}

/* of both together; a tie between them is as long before as after, so what it seems to lose is added again */
static double
gain_of (const MilieuBoard *board, guint32 v, guint32 slot)
{
  guint32 old = board->slot[v], other = board->owner[slot];
  double x = board->slot_x[slot], y = board->slot_y[slot], old_x = board->slot_x[old], old_y = board->slot_y[old];
  double gain = length_from (board, v, old_x, old_y) - length_from (board, v, x, y);

  if (other == MILIEU_NO_VERTEX)
    return gain;
  gain += length_from (board, other, x, y) - length_from (board, other, old_x, old_y);
  if (milieu_graph_edge (board->graph, v, other) != MILIEU_NO_VERTEX)
    gain -= 2 * sqrt ((x - old_x) * (x - old_x) + (y - old_y) * (y - old_y));
  return gain;
}

static void
exchange (MilieuBoard *board, guint32 v, guint32 slot)
{
  guint32 old = board->slot[v], other = board->owner[slot];

  board->owner[old] = MILIEU_NO_VERTEX;
  milieu_board_sit (board, v, slot);
  if (other != MILIEU_NO_VERTEX)
    milieu_board_sit (board, other, old);
}

static int
nearest (double value, double first, double pitch, guint n)
{
  return (int) CLAMP (rint ((value - first) / pitch), 0, (double) n - 1);
}

/* Returns: whether it found a better slot */
static gboolean
come_nearer (MilieuBoard *board, guint32 v)
{
  const MilieuGraph *graph = board->graph;
  guint g = graph->grounds[v], first = board->first_slot[g];
  guint columns = g == MILIEU_GROUND_NONE ? board->strata.none_columns : board->strata.columns;
  guint rows = (board->first_slot[g + 1] - first) / columns;
  double x = 0, y = 0, most = 1e-6;
  guint32 best = MILIEU_NO_VERTEX;
  int column, row;

  for (guint32 i = graph->first[v]; i < graph->first[v + 1]; i++)
    {
      x += board->x[graph->neighbours[i]];
      y += board->y[graph->neighbours[i]];
    }
  column = nearest (x / milieu_graph_degree (graph, v), board->slot_x[first], board->strata.pitch_x, columns);
  row = nearest (y / milieu_graph_degree (graph, v), board->slot_y[first], board->strata.pitch_y, rows);
  for (int r = MAX (row - ABOUT, 0); r <= MIN (row + ABOUT, (int) rows - 1); r++)
    for (int c = MAX (column - ABOUT, 0); c <= MIN (column + ABOUT, (int) columns - 1); c++)
      {
        guint32 slot = first + r * columns + c, other = board->owner[slot];
        double gain;

        if (other == v || other == MILIEU_SLOT_BLOCKED || (other != MILIEU_NO_VERTEX && board->anchored[other]))
          continue;
        gain = gain_of (board, v, slot);
        if (gain <= most)
          continue;
        most = gain;
        best = slot;
      }
  if (best != MILIEU_NO_VERTEX)
    exchange (board, v, best);
  return best != MILIEU_NO_VERTEX;
}

gboolean
milieu_board_come_nearer (MilieuBoard *board)
{
  guint moved = 1;

  for (guint pass = 0; pass < PASSES && moved > 0; pass++)
    {
      if (!milieu_layout_tick (board->request, 0.85 + 0.15 * pass / PASSES))
        return FALSE;
      moved = 0;
      for (guint i = 0; i < board->n_movers; i++)
        if (milieu_graph_degree (board->graph, board->movers[i]) > 0)
          moved += come_nearer (board, board->movers[i]);
    }
  return TRUE;
}
