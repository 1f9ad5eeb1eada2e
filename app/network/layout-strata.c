/* Strata: each actor in a slot of its ground's band. Swaps find who stands
 * where; above 300 actors, barycentres and exchanges
 * that make ties shorter do. */
#include <math.h>
#include <string.h>

#include "network/strata-board.h"

#define MOST_SWAPPED 300

static void
board_take_slots (MilieuBoard *board)
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
board_take_weights (MilieuBoard *board)
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
board_init (MilieuBoard *board, const MilieuGraph *graph, const MilieuLayoutRequest *request, const guint8 *fixed,
            MilieuLayout *layout)
{
  *board = (MilieuBoard) { .graph = graph, .request = request, .fixed = fixed, .x = layout->x, .y = layout->y };
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
board_clear (MilieuBoard *board)
{
  g_free (board->slot_x);
  g_free (board->slot_y);
  g_free (board->owner);
  g_free (board->slot);
  g_free (board->anchored);
  g_free (board->movers);
  g_free (board->weight);
}

void
milieu_board_sit (MilieuBoard *board, guint32 v, guint32 slot)
{
  board->slot[v] = slot;
  board->owner[slot] = v;
  board->x[v] = board->slot_x[slot];
  board->y[v] = board->slot_y[slot];
}

/* how many slots of a ground may still be lost to those who are pinned over them */
static guint
slots_to_spare (const MilieuBoard *board, MilieuGround ground)
{
  guint n = board->first_slot[ground + 1] - board->first_slot[ground];

  for (guint32 v = 0; v < board->graph->n; v++)
    n -= board->graph->grounds[v] == ground && !board->fixed[v];
  return n;
}

static void
block_slots_under (MilieuBoard *board, guint32 v, guint *spare)
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
            board->owner[s] = MILIEU_SLOT_BLOCKED;
            spare[g]--;
          }
      }
}

/* the free slot of the vertex's ground that is nearest to where it stood; only if it stood in the band */
static guint32
old_slot (const MilieuBoard *board, guint32 v)
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
seat_those_who_stay (MilieuBoard *board)
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
      milieu_board_sit (board, v, slot);
      board->anchored[v] = 1;
    }
}

static void
seat_the_others (MilieuBoard *board)
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
            milieu_board_sit (board, v, free_slots[next++]);
            board->movers[board->n_movers++] = v;
          }
    }
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
order_ground (MilieuBoard *board, MilieuGround ground)
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
    milieu_board_sit (board, who[i].what, where[i].what);
}

static gboolean
arrange_by_barycentres (MilieuBoard *board)
{
  for (guint sweep = 0; sweep < 24; sweep++)
    {
      if (!milieu_layout_tick (board->request, 0.8 * sweep / 24))
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
  MilieuBoard board;
  gboolean done, small = graph->n <= MOST_SWAPPED;

  board_init (&board, graph, request, fixed, layout);
  seat_those_who_stay (&board);
  seat_the_others (&board);
  done = small ? milieu_board_swap (&board) : arrange_by_barycentres (&board) && milieu_board_come_nearer (&board);
  layout->n_bands = board.strata.n_bands;
  memcpy (layout->bands, board.strata.bands, sizeof layout->bands);
  board_clear (&board);
  return done;
}
