#include "reading/null.h"

#include "model/random.h"

#include <math.h>
#include <string.h>

#define SWAPS_PER_EDGE 10
/* roughly, for those who wait */
#define SWAPS_PER_SECOND 1e7

MilieuEdges *
milieu_edges_new (const MilieuGraph *graph, const guint8 *grounds)
{
  MilieuEdges *edges = g_new0 (MilieuEdges, 1);

  edges->m = graph->m;
  edges->pairs = g_new (guint32, 2 * graph->m + 1);
  edges->weights = g_new (double, graph->m + 1);
  edges->grounds = g_memdup2 (grounds, graph->n + 1);
  for (guint i = 0; i < graph->m; i++)
    {
      edges->pairs[2 * i] = graph->edges[i].a;
      edges->pairs[2 * i + 1] = graph->edges[i].b;
      edges->weights[i] = graph->edges[i].weight;
    }
  return edges;
}

void
milieu_edges_free (MilieuEdges *edges)
{
  if (!edges)
    return;
  g_free (edges->pairs);
  g_free (edges->weights);
  g_free (edges->grounds);
  g_free (edges);
}

guint
milieu_edges_external (const MilieuEdges *edges, guint *internal)
{
  guint external = 0;

  *internal = 0;
  for (guint i = 0; i < edges->m; i++)
    {
      guint8 a = edges->grounds[edges->pairs[2 * i]], b = edges->grounds[edges->pairs[2 * i + 1]];
      if (a == MILIEU_GROUND_NONE || b == MILIEU_GROUND_NONE)
        continue;
      *internal += a == b;
      external += a != b;
    }
  return external;
}

double
milieu_edges_modularity (const MilieuEdges *edges)
{
  double within = 0, total = 0, strength[MILIEU_N_GROUNDS] = { 0 }, expected = 0;

  for (guint i = 0; i < edges->m; i++)
    {
      guint8 a = edges->grounds[edges->pairs[2 * i]], b = edges->grounds[edges->pairs[2 * i + 1]];
      if (a == MILIEU_GROUND_NONE || b == MILIEU_GROUND_NONE)
        continue;
      total += edges->weights[i];
      within += a == b ? edges->weights[i] : 0;
      strength[a] += edges->weights[i];
      strength[b] += edges->weights[i];
    }
  if (!(total > 0))
    return NAN;
  for (guint g = 0; g < MILIEU_N_GROUNDS; g++)
    expected += strength[g] / (2 * total) * (strength[g] / (2 * total));
  return within / total - expected;
}

void
milieu_null_permute (const MilieuBasis *basis, const MilieuGraph *graph, guint draws, MilieuNullDraw func, gpointer data)
{
  g_autoptr (MilieuEdges) edges = milieu_edges_new (graph, basis->grounds);
  g_autofree guint32 *labels = g_new (guint32, graph->n + 1);
  g_autofree guint32 *bearers = g_new (guint32, graph->n + 1);
  MilieuRandom random;
  guint n = 0;

  for (guint v = 0; v < graph->n; v++)
    if (milieu_graph_degree (graph, v) > 0 && basis->grounds[v] != MILIEU_GROUND_NONE)
      {
        bearers[n] = v;
        labels[n++] = basis->grounds[v];
      }
  milieu_random_init (&random, basis->seed);
  for (guint draw = 0; draw < draws && !milieu_basis_cancelled (basis); draw++)
    {
      milieu_random_shuffle (&random, labels, n);
      for (guint i = 0; i < n; i++)
        edges->grounds[bearers[i]] = labels[i];
      func (edges, draw, data);
    }
}

/* a simple graph as a set of pairs: linear probing, so that a swap costs no
 * allocation; 0 is an empty slot, for no pair is (0, 0) */
typedef struct
{
  guint64 *slots;
  guint32 mask;
  guint shift;
} Pairs;

static void
pairs_clear (Pairs *pairs)
{
  g_free (pairs->slots);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pairs, pairs_clear)

static guint64
pair_of (guint32 a, guint32 b)
{
  return (guint64) MIN (a, b) << 32 | MAX (a, b);
}

static guint32
home_of (const Pairs *pairs, guint64 pair)
{
  return pair * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) >> pairs->shift;
}

static guint32
find (const Pairs *pairs, guint64 pair)
{
  guint32 at = home_of (pairs, pair);

  while (pairs->slots[at] != 0 && pairs->slots[at] != pair)
    at = (at + 1) & pairs->mask;
  return at;
}

/* those after the hole that a search would no longer reach move into it */
static void
forget (Pairs *pairs, guint64 pair)
{
  guint32 hole = find (pairs, pair);

  for (guint32 at = (hole + 1) & pairs->mask; pairs->slots[at] != 0; at = (at + 1) & pairs->mask)
    {
      guint32 home = home_of (pairs, pairs->slots[at]);
      if (((at - home) & pairs->mask) < ((at - hole) & pairs->mask))
        continue;
      pairs->slots[hole] = pairs->slots[at];
      hole = at;
    }
  pairs->slots[hole] = 0;
}

static void
pairs_fill (Pairs *pairs, const MilieuEdges *edges)
{
  guint bits = 4;

  while ((1u << bits) < 4 * edges->m && bits < 31)
    bits++;
  if (!pairs->slots)
    pairs->slots = g_new (guint64, (gsize) 1 << bits);
  memset (pairs->slots, 0, sizeof (guint64) << bits);
  pairs->mask = (1u << bits) - 1;
  pairs->shift = 64 - bits;
  for (guint i = 0; i < edges->m; i++)
    {
      guint64 pair = pair_of (edges->pairs[2 * i], edges->pairs[2 * i + 1]);
      pairs->slots[find (pairs, pair)] = pair;
    }
}

/* a-b, c-d become a-d, c-b unless that makes a loop or an edge twice */
static void
try_swap (MilieuEdges *edges, Pairs *pairs, MilieuRandom *random)
{
  guint one = milieu_random_below (random, edges->m), other = milieu_random_below (random, edges->m);
  gboolean turn = milieu_random_next (random) & 1;
  guint32 a = edges->pairs[2 * one], b = edges->pairs[2 * one + 1];
  guint32 c = edges->pairs[2 * other + turn], d = edges->pairs[2 * other + !turn];
  guint64 first = pair_of (a, d), second = pair_of (c, b);

  if (one == other || a == d || c == b || first == second || pairs->slots[find (pairs, first)] != 0
      || pairs->slots[find (pairs, second)] != 0)
    return;
  forget (pairs, pair_of (a, b));
  forget (pairs, pair_of (c, d));
  pairs->slots[find (pairs, first)] = first;
  pairs->slots[find (pairs, second)] = second;
  edges->pairs[2 * one + 1] = d;
  edges->pairs[2 * other] = c;
  edges->pairs[2 * other + 1] = b;
}

void
milieu_null_rewire (const MilieuBasis *basis, const MilieuGraph *graph, guint draws, MilieuNullDraw func, gpointer data)
{
  g_auto (Pairs) pairs = { NULL };
  MilieuRandom random;

  milieu_random_init (&random, basis->seed);
  for (guint draw = 0; draw < draws && !milieu_basis_cancelled (basis); draw++)
    {
      g_autoptr (MilieuEdges) edges = milieu_edges_new (graph, basis->grounds);
      pairs_fill (&pairs, edges);
      for (guint swap = 0; edges->m > 1 && swap < SWAPS_PER_EDGE * edges->m; swap++)
        try_swap (edges, &pairs, &random);
      func (edges, draw, data);
    }
}

double
milieu_null_rewire_seconds (const MilieuBasis *basis, const MilieuGraph *graph)
{
  return (double) basis->rewirings * SWAPS_PER_EDGE * graph->m / SWAPS_PER_SECOND;
}

static int
compare_doubles (const void *a, const void *b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

double
milieu_null_median (double *values, guint n)
{
  guint kept = 0;

  for (guint i = 0; i < n; i++)
    if (!isnan (values[i]))
      values[kept++] = values[i];
  qsort (values, kept, sizeof (double), compare_doubles);
  if (kept == 0)
    return NAN;
  return kept % 2 ? values[kept / 2] : (values[kept / 2 - 1] + values[kept / 2]) / 2;
}
