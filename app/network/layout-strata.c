/* Strata: each actor in a slot of its ground's band. Threshold accepting (Dueck &
 * Scheuer 1990) finds who stands where; above 300 actors, barycentres do. */
#include <math.h>
#include <string.h>

#include "network/layout-kinds.h"

#define SWAPS 60000
#define MOST_SWAPPED 300
/* comparisons of a segment in one layout: bounds the time of dense networks */
#define BUDGET 250000000.0
#define CROSSING 5.5
#define FIRST_THRESHOLD 24.0
#define BLOCKED (G_MAXUINT32 - 1)

typedef struct
{
  const MilieuGraph *graph;
  const MilieuLayoutRequest *request;
  const guint8 *fixed;
  MilieuStrata strata;
  MilieuRandom random;
  guint n_slots, first_slot[MILIEU_N_GROUNDS + 1];
  double *slot_x, *slot_y;
  guint32 *owner;    /* of a slot: a vertex, MILIEU_NO_VERTEX, BLOCKED */
  guint32 *slot;     /* of a vertex, MILIEU_NO_VERTEX while it has none */
  guint8 *anchored;  /* a vertex that keeps its slot */
  guint32 *movers;
  guint n_movers;
  double *weight;    /* of an edge */
  double *x, *y;
} Board;

static void
board_take_slots (Board *board)
{
  for (guint g = 0; g < MILIEU_N_GROUNDS; g++)
    {
      g_autofree double *x = NULL, *y = NULL;
      guint n = milieu_strata_slots (&board->strata, g, &x, &y);

      board->first_slot[g] = board->n_slots;
      board->slot_x = g_renew (double, board->slot_x, board->n_slots + n + 1);
      board->slot_y = g_renew (double, board->slot_y, board->n_slots + n + 1);
      memcpy (board->slot_x + board->n_slots, x, sizeof (double) * n);
      memcpy (board->slot_y + board->n_slots, y, sizeof (double) * n);
      board->n_slots += n;
    }
  board->first_slot[MILIEU_N_GROUNDS] = board->n_slots;
  board->owner = g_new (guint32, board->n_slots + 1);
  for (guint s = 0; s < board->n_slots; s++)
    board->owner[s] = MILIEU_NO_VERTEX;
}

static void
board_take_weights (Board *board)
{
  board->weight = g_new (double, board->graph->m + 1);
  for (guint e = 0; e < board->graph->m; e++)
    {
      guint classes = board->graph->edges[e].classes;

      board->weight[e] = classes & 1u << MILIEU_CLASS_INTERACTION   ? 1.35
                         : classes & 1u << MILIEU_CLASS_INSTITUTION ? 1
                                                                    : 0.6;
    }
}

static void
board_init (Board *board, const MilieuGraph *graph, const MilieuLayoutRequest *request, const guint8 *fixed,
            MilieuLayout *layout)
{
  *board = (Board) { .graph = graph, .request = request, .fixed = fixed, .x = layout->x, .y = layout->y };
  milieu_random_init (&board->random, request->seed);
  milieu_strata_init (&board->strata, graph->n, graph->grounds, request->extents);
  board_take_slots (board);
  board_take_weights (board);
  board->slot = g_new (guint32, graph->n + 1);
  board->anchored = g_new0 (guint8, graph->n + 1);
  board->movers = g_new (guint32, graph->n + 1);
  for (guint32 v = 0; v < graph->n; v++)
    board->slot[v] = MILIEU_NO_VERTEX;
}

static void
board_clear (Board *board)
{
  g_free (board->slot_x);
  g_free (board->slot_y);
  g_free (board->owner);
  g_free (board->slot);
  g_free (board->anchored);
  g_free (board->movers);
  g_free (board->weight);
}

static void
sit (Board *board, guint32 v, guint32 slot)
{
  board->slot[v] = slot;
  board->owner[slot] = v;
  board->x[v] = board->slot_x[slot];
  board->y[v] = board->slot_y[slot];
}

/* how many slots of a ground may still be lost to those who are pinned over them */
static guint
slots_to_spare (const Board *board, MilieuGround ground)
{
  guint n = board->first_slot[ground + 1] - board->first_slot[ground];

  for (guint32 v = 0; v < board->graph->n; v++)
    n -= board->graph->grounds[v] == ground && !board->fixed[v];
  return n;
}

static void
block_slots_under (Board *board, guint32 v, guint *spare)
{
  MilieuExtent extent = milieu_layout_extent (board->request, v);

  for (guint g = 0; g < MILIEU_N_GROUNDS; g++)
    for (guint s = board->first_slot[g]; s < board->first_slot[g + 1]; s++)
      {
        double dx = board->slot_x[s] - board->x[v], dy = board->slot_y[s] - board->y[v];
        double half = board->strata.pitch_x / 2;

        if (board->owner[s] != MILIEU_NO_VERTEX || spare[g] == 0)
          continue;
        if (dx < half + extent.right && -dx < half + extent.left && dy - board->strata.up < extent.down
            && -dy < extent.up + board->strata.pitch_y - board->strata.up)
          {
            board->owner[s] = BLOCKED;
            spare[g]--;
          }
      }
}

/* the free slot of the vertex's ground that is nearest to where it stood; only if it stood in the band */
static guint32
old_slot (const Board *board, guint32 v)
{
  guint g = board->graph->grounds[v];
  guint32 best = MILIEU_NO_VERTEX;
  double least = board->strata.pitch_x * board->strata.pitch_x + board->strata.pitch_y * board->strata.pitch_y;

  if (!board->request->keep || isnan (board->x[v]))
    return best;
  for (guint s = board->first_slot[g]; s < board->first_slot[g + 1]; s++)
    {
      double dx = board->slot_x[s] - board->x[v], dy = board->slot_y[s] - board->y[v];

      if (board->owner[s] == MILIEU_NO_VERTEX && dx * dx + dy * dy < least)
        {
          least = dx * dx + dy * dy;
          best = s;
        }
    }
  return best;
}

static void
seat_those_who_stay (Board *board)
{
  guint spare[MILIEU_N_GROUNDS];

  for (guint g = 0; g < MILIEU_N_GROUNDS; g++)
    spare[g] = slots_to_spare (board, g);
  for (guint32 v = 0; v < board->graph->n; v++)
    if (board->fixed[v])
      block_slots_under (board, v, spare);
  for (guint32 v = 0; v < board->graph->n; v++)
    {
      guint32 slot = board->fixed[v] ? MILIEU_NO_VERTEX : old_slot (board, v);

      if (slot == MILIEU_NO_VERTEX)
        continue;
      sit (board, v, slot);
      board->anchored[v] = 1;
    }
}

static void
seat_the_others (Board *board)
{
  g_autofree guint32 *free_slots = g_new (guint32, board->n_slots + 1);

  for (guint g = 0; g < MILIEU_N_GROUNDS; g++)
    {
      guint n = 0, next = 0;

      for (guint s = board->first_slot[g]; s < board->first_slot[g + 1]; s++)
        if (board->owner[s] == MILIEU_NO_VERTEX)
          free_slots[n++] = s;
      milieu_random_shuffle (&board->random, free_slots, n);
      for (guint32 v = 0; v < board->graph->n; v++)
        if (board->graph->grounds[v] == g && !board->fixed[v] && board->slot[v] == MILIEU_NO_VERTEX)
          {
            sit (board, v, free_slots[next++]);
            board->movers[board->n_movers++] = v;
          }
    }
}

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
edge_cost (const Board *board, guint e)
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
edges_cross (const Board *board, guint e, guint f)
{
  guint32 a = board->graph->edges[e].a, b = board->graph->edges[e].b;
  guint32 c = board->graph->edges[f].a, d = board->graph->edges[f].b;

  return a != c && a != d && b != c && b != d
         && milieu_layout_segments_cross (board->x[a], board->y[a], board->x[b], board->y[b], board->x[c], board->y[c],
                                   board->x[d], board->y[d]);
}

static gboolean
edge_touches (const Board *board, guint e, guint32 v)
{
  return board->graph->edges[e].a == v || board->graph->edges[e].b == v;
}

/* the part of the cost that changes when @v and @other (or MILIEU_NO_VERTEX) move */
static double
local_cost (const Board *board, guint32 v, guint32 other)
{
  const MilieuGraph *graph = board->graph;
  guint32 moved[2] = { v, other };
  double cost = 0;

  for (guint k = 0; k < (other == MILIEU_NO_VERTEX ? 1 : 2); k++)
    for (guint32 i = graph->first[moved[k]]; i < graph->first[moved[k] + 1]; i++)
      {
        guint e = graph->edge_of[i];

        if (k == 1 && edge_touches (board, e, v))
          continue;
        cost += edge_cost (board, e);
        for (guint f = 0; f < graph->m; f++)
          {
            gboolean twice = f < e && (edge_touches (board, f, v) || edge_touches (board, f, other));

            if (!twice && f != e && edges_cross (board, e, f))
              cost += CROSSING;
          }
      }
  for (guint e = 0; e < graph->m; e++)
    {
      guint32 a = graph->edges[e].a, b = graph->edges[e].b;

      if (a == v || b == v || a == other || b == other)
        continue;
      for (guint k = 0; k < (other == MILIEU_NO_VERTEX ? 1 : 2); k++)
        cost += obstacle (board->x[moved[k]], board->y[moved[k]], board->x[a], board->y[a], board->x[b], board->y[b]);
    }
  return cost;
}

static double
whole_cost (const Board *board)
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
swap (Board *board, guint32 v, guint32 slot)
{
  guint32 old = board->slot[v], other = board->owner[slot];

  board->owner[old] = MILIEU_NO_VERTEX;
  sit (board, v, slot);
  if (other != MILIEU_NO_VERTEX)
    sit (board, other, old);
}

/* Returns: what the move cost, 0 if it was not made */
static double
try_swap (Board *board, double threshold)
{
  guint32 v = board->movers[milieu_random_below (&board->random, board->n_movers)];
  guint g = board->graph->grounds[v];
  guint n = board->first_slot[g + 1] - board->first_slot[g];
  guint32 slot = board->first_slot[g] + milieu_random_below (&board->random, n);
  guint32 old = board->slot[v], other = board->owner[slot];
  double change;

  if (other == v || other == BLOCKED || (other != MILIEU_NO_VERTEX && board->anchored[other]))
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
affordable_swaps (const Board *board)
{
  double edges = board->graph->m, each;

  if (board->n_movers == 0)
    return 0;
  each = 2 * (1 + 4 * edges / board->graph->n) * (board->graph->n + edges) + 4 * edges;
  return (guint) CLAMP (BUDGET / each, 2000, SWAPS);
}

static void
restore (Board *board, const guint32 *slots)
{
  for (guint i = 0; i < board->n_movers; i++)
    board->owner[board->slot[board->movers[i]]] = MILIEU_NO_VERTEX;
  for (guint i = 0; i < board->n_movers; i++)
    sit (board, board->movers[i], slots[board->movers[i]]);
}

static gboolean
arrange_by_swaps (Board *board)
{
  guint n = affordable_swaps (board);
  g_autofree guint32 *best = g_memdup2 (board->slot, sizeof (guint32) * (board->graph->n + 1));
  double cost = whole_cost (board), least = cost;

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

typedef struct
{
  double key;
  guint32 what;
} Keyed;

static int
compare_keyed (const void *p, const void *q)
{
  const Keyed *a = p, *b = q;

  if (a->key != b->key)
    return a->key < b->key ? -1 : 1;
  return a->what < b->what ? -1 : a->what > b->what;
}

/* the slots that the movers of one ground hold, from left to right, to the movers by their neighbours' mean x */
static void
order_ground (Board *board, MilieuGround ground)
{
  const MilieuGraph *graph = board->graph;
  g_autofree Keyed *who = g_new (Keyed, board->n_movers + 1);
  g_autofree Keyed *where = g_new (Keyed, board->n_movers + 1);
  guint n = 0;

  for (guint i = 0; i < board->n_movers; i++)
    {
      guint32 v = board->movers[i];
      double sum = 0;

      if (graph->grounds[v] != ground)
        continue;
      for (guint32 k = graph->first[v]; k < graph->first[v + 1]; k++)
        sum += board->x[graph->neighbours[k]];
      who[n] = (Keyed) { milieu_graph_degree (graph, v) > 0 ? sum / milieu_graph_degree (graph, v) : board->x[v], v };
      where[n++] = (Keyed) { board->slot_x[board->slot[v]], board->slot[v] };
    }
  if (n > 0)
    {
      qsort (who, n, sizeof (Keyed), compare_keyed);
      qsort (where, n, sizeof (Keyed), compare_keyed);
    }
  for (guint i = 0; i < n; i++)
    sit (board, who[i].what, where[i].what);
}

static gboolean
arrange_by_barycentres (Board *board)
{
  for (guint sweep = 0; sweep < 24; sweep++)
    {
      if (!milieu_layout_tick (board->request, sweep / 24.0))
        return FALSE;
      for (guint g = 0; g < MILIEU_N_GROUNDS; g++)
        order_ground (board, sweep % 2 == 0 ? g : MILIEU_N_GROUNDS - 1 - g);
    }
  return TRUE;
}

gboolean
milieu_layout_strata (const MilieuGraph *graph, const MilieuLayoutRequest *request, const guint8 *fixed,
                      MilieuLayout *layout)
{
  Board board;
  gboolean done, small = graph->n <= MOST_SWAPPED;

  board_init (&board, graph, request, fixed, layout);
  seat_those_who_stay (&board);
  seat_the_others (&board);
  done = small ? arrange_by_swaps (&board) : arrange_by_barycentres (&board);
  if (small)
    layout->residual = whole_cost (&board);
  layout->n_bands = board.strata.n_bands;
  memcpy (layout->bands, board.strata.bands, sizeof layout->bands);
  board_clear (&board);
  return done;
}
