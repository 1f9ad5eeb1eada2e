/* One start of Leiden (Traag, Waltman & van Eck 2019) for draws of null
 * models: the same algorithm as igraph's, without its worker and on a few
 * arrays, for it runs hundreds of times on small graphs. */
#include "network/communities.h"

#include <math.h>
#include <string.h>

#include "model/random.h"

/* as igraph's own defaults: see communities.c */
#define BETA 0.01
#define ITERATIONS 2
/* what rounding alone may gain */
#define LEAST_GAIN 1e-10

/* a graph whose nodes are vertices, or those of a finer level taken together */
typedef struct
{
  guint n;
  guint *first, *to; /* as in MilieuGraph, without loops */
  double *weight;    /* of each neighbour */
  double *strength;  /* of each node, loops included */
} Level;

/* what all levels share: arrays as long as the finest has nodes */
typedef struct
{
  MilieuRandom random;
  guint n;
  double total;     /* 2 W */
  double *strength; /* of each community */
  double *towards;  /* weight from one node into each community; zeros between uses */
  guint *found;     /* communities next to one node, its own first */
  double *chance;   /* of each that was found */
  guint *queue;
  guint8 *queued;
  guint32 *order;
  double *whole, *outside; /* while refining: strength of the community around, weight to the rest of it */
  guint *size;
} Moves;

static void
level_clear (Level *level)
{
  g_free (level->first);
  g_free (level->to);
  g_free (level->weight);
  g_free (level->strength);
}

/* ties of weight 0 join nothing */
static Level
level_of (const MilieuGraph *graph)
{
  Level level = { graph->n, g_new0 (guint, graph->n + 1), g_new (guint, 2 * (gsize) graph->m),
                  g_new (double, 2 * (gsize) graph->m), g_new0 (double, graph->n) };
  guint kept = 0;

  for (guint v = 0; v < graph->n; v++)
    {
      for (guint i = graph->first[v]; i < graph->first[v + 1]; i++)
        {
          double weight = graph->edges[graph->edge_of[i]].weight;

          if (!(weight > 0))
            continue;
          level.to[kept] = graph->neighbours[i];
          level.weight[kept++] = weight;
          level.strength[v] += weight;
        }
      level.first[v + 1] = kept;
    }
  return level;
}

/* The communities next to v, its own first, and the weight towards each. @home: (nullable): only neighbours at home where v is */
static guint
look_around (Moves *moves, const Level *level, guint v, const guint *of, const guint *home)
{
  guint n = 0;

  moves->found[n++] = of[v];
  for (guint i = level->first[v]; i < level->first[v + 1]; i++)
    {
      guint u = level->to[i];

      if (home && home[u] != home[v])
        continue;
      if (moves->towards[of[u]] == 0 && of[u] != of[v])
        moves->found[n++] = of[u];
      moves->towards[of[u]] += level->weight[i];
    }
  return n;
}

static void
look_away (Moves *moves, guint n)
{
  for (guint i = 0; i < n; i++)
    moves->towards[moves->found[i]] = 0;
}

static void
shuffle (Moves *moves, guint n)
{
  for (guint v = 0; v < n; v++)
    moves->order[v] = v;
  milieu_random_shuffle (&moves->random, moves->order, n);
}

static guint
best_of (Moves *moves, const Level *level, guint v, guint n)
{
  double s = level->strength[v] / moves->total, most;
  guint best = moves->found[0];

  most = moves->towards[best] - s * moves->strength[best] + LEAST_GAIN;
  for (guint i = 1; i < n; i++)
    {
      double gain = moves->towards[moves->found[i]] - s * moves->strength[moves->found[i]];

      if (gain > most)
        {
          most = gain;
          best = moves->found[i];
        }
    }
  return best;
}

/* Nodes move to where they gain most until none does; who has a neighbour that moved is asked again. */
static void
move_nodes (Moves *moves, const Level *level, guint *of)
{
  guint head = 0, waiting = level->n;

  shuffle (moves, level->n);
  memset (moves->strength, 0, sizeof (double) * moves->n);
  for (guint v = 0; v < level->n; v++)
    {
      moves->strength[of[v]] += level->strength[v];
      moves->queue[v] = moves->order[v];
      moves->queued[v] = 1;
    }
  while (waiting > 0)
    {
      guint v = moves->queue[head], from = of[v], n = look_around (moves, level, v, of, NULL);

      head = head + 1 == level->n ? 0 : head + 1;
      waiting--;
      moves->queued[v] = 0;
      moves->strength[from] -= level->strength[v];
      of[v] = best_of (moves, level, v, n);
      moves->strength[of[v]] += level->strength[v];
      look_away (moves, n);
      for (guint i = level->first[v]; of[v] != from && i < level->first[v + 1]; i++)
        if (!moves->queued[level->to[i]] && of[level->to[i]] != of[v])
          {
            moves->queued[level->to[i]] = 1;
            moves->queue[(head + waiting++) % level->n] = level->to[i];
          }
    }
}

/* whether a part of a community is tied well enough to the rest of it to be moved as one */
static gboolean
is_held (const Moves *moves, guint part, guint home)
{
  double s = moves->strength[part];

  return moves->outside[part] >= s / moves->total * (moves->whole[home] - s) - LEAST_GAIN;
}

/* one of the n parts found, its own stands first: the likelier the more v gains there */
static guint
draw_part (Moves *moves, double s, guint n, guint home)
{
  double most = 0, sum = 0, drawn;
  guint at = 0;

  for (guint i = 1; i < n; i++)
    {
      guint part = moves->found[i];
      double gain = moves->towards[part] - s / moves->total * moves->strength[part];

      moves->chance[i] = is_held (moves, part, home) && gain >= 0 ? gain : -INFINITY;
      most = MAX (most, moves->chance[i]);
    }
  moves->chance[0] = 0;
  for (guint i = 0; i < n; i++)
    sum += moves->chance[i] = exp ((moves->chance[i] - most) / BETA);
  drawn = milieu_random_fraction (&moves->random) * sum;
  while (at + 1 < n && drawn >= moves->chance[at])
    drawn -= moves->chance[at++];
  return moves->found[at];
}

static void
refine_begin (Moves *moves, const Level *level, const guint *home, guint *part)
{
  memset (moves->whole, 0, sizeof (double) * moves->n);
  for (guint v = 0; v < level->n; v++)
    {
      part[v] = v;
      moves->size[v] = 1;
      moves->strength[v] = level->strength[v];
      moves->whole[home[v]] += level->strength[v];
      moves->outside[v] = 0;
      for (guint i = level->first[v]; i < level->first[v + 1]; i++)
        if (home[level->to[i]] == home[v])
          moves->outside[v] += level->weight[i];
    }
}

/* Communities fall into parts that hang together: each node alone, then joined with others of its community. */
static void
refine (Moves *moves, const Level *level, const guint *home, guint *part)
{
  refine_begin (moves, level, home, part);
  shuffle (moves, level->n);
  for (guint i = 0; i < level->n; i++)
    {
      guint v = moves->order[i], n, to;

      if (moves->size[part[v]] != 1 || !is_held (moves, v, home[v]))
        continue;
      n = look_around (moves, level, v, part, home);
      to = draw_part (moves, level->strength[v], n, home[v]);
      if (to != v)
        {
          moves->outside[to] += moves->outside[v] - 2 * moves->towards[to];
          moves->strength[to] += level->strength[v];
          moves->size[to]++;
          moves->size[v] = 0;
          part[v] = to;
        }
      look_away (moves, n);
    }
}

/* numbers by first node; Returns: how many */
static guint
renumber (Moves *moves, guint *of, guint n)
{
  guint next = 0;

  memset (moves->size, 0xff, sizeof (guint) * moves->n);
  for (guint v = 0; v < n; v++)
    {
      if (moves->size[of[v]] == G_MAXUINT)
        moves->size[of[v]] = next++;
      of[v] = moves->size[of[v]];
    }
  return next;
}

/* members of part p stand in order at queue[p] … queue[p + 1] − 1 */
static void
sort_by_part (Moves *moves, const guint *part, guint n, guint n_parts)
{
  memset (moves->queue, 0, sizeof (guint) * (n_parts + 1));
  for (guint v = 0; v < n; v++)
    moves->queue[part[v]]++;
  for (guint p = 1; p <= n_parts; p++)
    moves->queue[p] += moves->queue[p - 1];
  for (guint v = n; v-- > 0;)
    moves->order[--moves->queue[part[v]]] = v;
}

/* the parts next to one of the parts, and the weight towards each; Returns: how many */
static guint
look_around_part (Moves *moves, const Level *level, const guint *part, guint p)
{
  guint n = 0;

  for (guint i = moves->queue[p]; i < moves->queue[p + 1]; i++)
    for (guint k = level->first[moves->order[i]]; k < level->first[moves->order[i] + 1]; k++)
      {
        guint to = part[level->to[k]];

        if (to == p)
          continue;
        if (moves->towards[to] == 0)
          moves->found[n++] = to;
        moves->towards[to] += level->weight[k];
      }
  return n;
}

/* the level whose nodes are the parts of this one */
static Level
gather (Moves *moves, const Level *level, const guint *part, guint n_parts)
{
  guint m = level->first[level->n], kept = 0;
  Level coarse = { n_parts, g_new0 (guint, n_parts + 1), g_new (guint, m), g_new (double, m), g_new0 (double, n_parts) };

  sort_by_part (moves, part, level->n, n_parts);
  for (guint v = 0; v < level->n; v++)
    coarse.strength[part[v]] += level->strength[v];
  for (guint p = 0; p < n_parts; p++)
    {
      guint n = look_around_part (moves, level, part, p);

      for (guint i = 0; i < n; i++, kept++)
        {
          coarse.to[kept] = moves->found[i];
          coarse.weight[kept] = moves->towards[moves->found[i]];
        }
      look_away (moves, n);
      coarse.first[p + 1] = kept;
    }
  return coarse;
}

/* the level of @home's parts, and where they are at home; Returns: FALSE if nothing more can be taken together */
static gboolean
coarsen (Moves *moves, Level *level, guint *home, guint *part)
{
  Level coarse;
  guint n_parts;

  if (renumber (moves, home, level->n) == level->n)
    return FALSE;
  refine (moves, level, home, part);
  n_parts = renumber (moves, part, level->n);
  if (n_parts == level->n)
    {
      memcpy (part, home, sizeof (guint) * level->n);
      n_parts = renumber (moves, part, level->n);
    }
  coarse = gather (moves, level, part, n_parts);
  for (guint v = level->n; v-- > 0;)
    moves->size[part[v]] = home[v];
  memcpy (home, moves->size, sizeof (guint) * n_parts);
  level_clear (level);
  *level = coarse;
  return TRUE;
}

/* one iteration: @membership of the vertices before and after */
static void
iterate (Moves *moves, const MilieuGraph *graph, guint *membership)
{
  Level level = level_of (graph);
  g_autofree guint *node = g_new (guint, graph->n); /* of each vertex in the level */
  g_autofree guint *home = g_memdup2 (membership, sizeof (guint) * graph->n);
  g_autofree guint *part = g_new (guint, graph->n);

  for (guint v = 0; v < graph->n; v++)
    node[v] = v;
  move_nodes (moves, &level, home);
  while (coarsen (moves, &level, home, part))
    {
      for (guint v = 0; v < graph->n; v++)
        node[v] = part[node[v]];
      move_nodes (moves, &level, home);
    }
  for (guint v = 0; v < graph->n; v++)
    membership[v] = home[node[v]];
  level_clear (&level);
}

static double
modularity_of (const MilieuGraph *graph, const guint *membership, Moves *moves)
{
  double within = 0, expected = 0;

  memset (moves->strength, 0, sizeof (double) * graph->n);
  for (guint e = 0; e < graph->m; e++)
    {
      const MilieuEdge *edge = &graph->edges[e];

      moves->strength[membership[edge->a]] += edge->weight;
      moves->strength[membership[edge->b]] += edge->weight;
      if (membership[edge->a] == membership[edge->b])
        within += 2 * edge->weight;
    }
  for (guint c = 0; c < graph->n; c++)
    expected += moves->strength[c] / moves->total * (moves->strength[c] / moves->total);
  return within / moves->total - expected;
}

MilieuMeasure
milieu_graph_leiden_once (const MilieuGraph *graph, guint64 seed, guint *membership)
{
  guint n = graph->n;
  g_autofree double *numbers = g_new0 (double, 5 * (gsize) n + 1);
  g_autofree guint *integers = g_new0 (guint, 4 * (gsize) n + 1);
  g_autofree guint8 *queued = g_new0 (guint8, n + 1);
  Moves moves = { .n = n, .strength = numbers, .towards = numbers + n, .chance = numbers + 2 * n,
                  .whole = numbers + 3 * n, .outside = numbers + 4 * n, .found = integers, .order = integers + n,
                  .size = integers + 2 * n, .queue = integers + 3 * n, .queued = queued };

  for (guint e = 0; e < graph->m; e++)
    moves.total += 2 * graph->edges[e].weight;
  if (!(moves.total > 0))
    return (MilieuMeasure) { NAN, n == 0 ? MILIEU_MEASURE_NO_ACTORS : MILIEU_MEASURE_NO_TIES };
  milieu_random_init (&moves.random, seed);
  for (guint v = 0; v < n; v++)
    membership[v] = v;
  for (guint i = 0; i < ITERATIONS; i++)
    iterate (&moves, graph, membership);
  renumber (&moves, membership, n);
  return (MilieuMeasure) { modularity_of (graph, membership, &moves), MILIEU_MEASURE_VALUE };
}
