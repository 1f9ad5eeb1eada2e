/* Schneider's R: who is taken first, and how large the largest component stays. */
#include "network/measures.h"

#include <math.h>

#include "network/igraph-graph.h"
#include "network/worker.h"

/* a heap of vertices by falling degree, then rising number; entries go stale
 * when a degree falls, and are skipped */
typedef struct
{
  guint64 *entries;
  guint n;
} Heap;

static guint64
heap_entry (guint degree, guint32 v)
{
  return (guint64) (G_MAXUINT32 - degree) << 32 | v;
}

static void
heap_push (Heap *heap, guint64 entry)
{
  guint at = heap->n++;

  while (at > 0 && heap->entries[(at - 1) / 2] > entry)
    {
      heap->entries[at] = heap->entries[(at - 1) / 2];
      at = (at - 1) / 2;
    }
  heap->entries[at] = entry;
}

static guint64
heap_pop (Heap *heap)
{
  guint64 least = heap->entries[0], last = heap->entries[--heap->n];
  guint at = 0;

  for (;;)
    {
      guint child = 2 * at + 1;

      if (child + 1 < heap->n && heap->entries[child + 1] < heap->entries[child])
        child++;
      if (child >= heap->n || heap->entries[child] >= last)
        break;
      heap->entries[at] = heap->entries[child];
      at = child;
    }
  heap->entries[at] = last;
  return least;
}

static void
order_by_degree (const MilieuGraph *graph, guint32 *order)
{
  g_autofree guint *degree = g_new (guint, graph->n);
  g_autofree guint8 *gone = g_new0 (guint8, graph->n);
  g_autofree guint64 *entries = g_new (guint64, graph->n + 2 * (gsize) graph->m + 1);
  Heap heap = { entries, 0 };
  guint taken = 0;

  for (guint32 v = 0; v < graph->n; v++)
    {
      degree[v] = milieu_graph_degree (graph, v);
      heap_push (&heap, heap_entry (degree[v], v));
    }
  while (taken < graph->n)
    {
      guint64 entry = heap_pop (&heap);
      guint32 v = (guint32) entry;

      if (gone[v] || entry != heap_entry (degree[v], v))
        continue;
      gone[v] = 1;
      order[taken++] = v;
      for (guint32 i = graph->first[v]; i < graph->first[v + 1]; i++)
        if (!gone[graph->neighbours[i]])
          heap_push (&heap, heap_entry (--degree[graph->neighbours[i]], graph->neighbours[i]));
    }
}

static guint32
root_of (guint32 *parent, guint32 v)
{
  while (parent[v] != v)
    v = parent[v] = parent[parent[v]];
  return v;
}

static guint
join (guint32 *parent, guint *size, guint32 a, guint32 b)
{
  a = root_of (parent, a);
  b = root_of (parent, b);
  if (a == b)
    return size[a];
  if (size[a] < size[b])
    {
      guint32 kept = a;

      a = b;
      b = kept;
    }
  parent[b] = a;
  return size[a] += size[b];
}

/* (1/n) Σ s(q), the vertices put back in the reverse order of their removal */
static double
r_of_order (const MilieuGraph *graph, const guint32 *order)
{
  g_autofree guint32 *parent = g_new (guint32, graph->n);
  g_autofree guint *size = g_new0 (guint, graph->n);
  guint largest = 0;
  double sum = 0;

  for (guint q = graph->n - 1; q > 0; q--)
    {
      guint32 v = order[q];

      parent[v] = v;
      size[v] = 1;
      largest = MAX (largest, 1);
      for (guint32 i = graph->first[v]; i < graph->first[v + 1]; i++)
        if (size[graph->neighbours[i]] > 0)
          largest = MAX (largest, join (parent, size, v, graph->neighbours[i]));
      sum += largest;
    }
  return sum / graph->n / graph->n;
}

/* the graph that shrinks, and who is who in it */
typedef struct
{
  const MilieuGraph *graph;
  guint32 *order;
} OrderJob;

static igraph_integer_t
top_of (const igraph_vector_t *scores, const igraph_vector_int_t *degrees)
{
  igraph_integer_t n = igraph_vector_size (scores), top = -1;
  double most = 0;

  for (igraph_integer_t i = 0; i < n; i++)
    most = MAX (most, VECTOR (*scores)[i]);
  for (igraph_integer_t i = 0; i < n; i++)
    if (most - VECTOR (*scores)[i] <= 1e-9 && (top < 0 || VECTOR (*degrees)[i] > VECTOR (*degrees)[top]))
      top = i;
  return top;
}

static igraph_error_t
order_step (igraph_t *copy, igraph_vector_t *scores, igraph_vector_int_t *degrees, igraph_integer_t *top)
{
  IGRAPH_CHECK (igraph_betweenness (copy, scores, igraph_vss_all (), IGRAPH_UNDIRECTED, NULL));
  IGRAPH_CHECK (igraph_degree (copy, degrees, igraph_vss_all (), IGRAPH_ALL, IGRAPH_NO_LOOPS));
  *top = top_of (scores, degrees);
  return igraph_delete_vertices (copy, igraph_vss_1 (*top));
}

/* deleting keeps the order of those that remain, so numbers still rise with ids */
static int
run_order_by_betweenness (gpointer data)
{
  OrderJob *job = data;
  guint n = job->graph->n;
  igraph_t copy;
  igraph_vector_t scores;
  igraph_vector_int_t degrees, who;

  IGRAPH_CHECK (milieu_igraph_new (job->graph, &copy));
  IGRAPH_FINALLY (igraph_destroy, &copy);
  IGRAPH_CHECK (igraph_vector_init (&scores, 0));
  IGRAPH_FINALLY (igraph_vector_destroy, &scores);
  IGRAPH_CHECK (igraph_vector_int_init (&degrees, 0));
  IGRAPH_FINALLY (igraph_vector_int_destroy, &degrees);
  IGRAPH_CHECK (igraph_vector_int_init_range (&who, 0, n));
  IGRAPH_FINALLY (igraph_vector_int_destroy, &who);
  for (guint q = 0; q < n; q++)
    {
      igraph_integer_t top = 0;

      IGRAPH_CHECK (igraph_allow_interruption (NULL));
      IGRAPH_CHECK (order_step (&copy, &scores, &degrees, &top));
      job->order[q] = VECTOR (who)[top];
      igraph_vector_int_remove (&who, top);
    }
  igraph_vector_int_destroy (&who);
  igraph_vector_int_destroy (&degrees);
  igraph_vector_destroy (&scores);
  igraph_destroy (&copy);
  IGRAPH_FINALLY_CLEAN (4);
  return IGRAPH_SUCCESS;
}

static MilieuGraph *
without_isolates (const MilieuGraph *graph)
{
  g_autofree guint8 *removed = g_new (guint8, graph->n);

  for (guint32 v = 0; v < graph->n; v++)
    removed[v] = milieu_graph_degree (graph, v) == 0;
  return milieu_graph_without (graph, removed);
}

/* the order among those that have ties does not depend on the isolates */
static double
r_without_isolates (const MilieuGraph *graph, const guint32 *order, guint *n)
{
  g_autoptr (MilieuGraph) rest = without_isolates (graph);
  g_autofree guint32 *rest_order = g_new (guint32, rest->n);
  g_autofree guint32 *number = g_new0 (guint32, graph->n);
  guint next = 0, taken = 0;

  *n = rest->n;
  if (rest->n == 0)
    return NAN;
  for (guint32 v = 0; v < graph->n; v++)
    if (milieu_graph_degree (graph, v) > 0)
      number[v] = next++;
  for (guint q = 0; q < graph->n; q++)
    if (milieu_graph_degree (graph, order[q]) > 0)
      rest_order[taken++] = number[order[q]];
  return r_of_order (rest, rest_order);
}

static double
star_of (double r, guint n)
{
  return n > 1 ? r * 2 * n / (n - 1) : NAN;
}

static MilieuRobustness
conclude (const MilieuGraph *graph, const guint32 *order)
{
  MilieuRobustness result = { .status = MILIEU_MEASURE_VALUE };
  guint tied;

  result.r = r_of_order (graph, order);
  result.r_star = star_of (result.r, graph->n);
  result.r_without_isolates = r_without_isolates (graph, order, &tied);
  result.r_star_without_isolates = star_of (result.r_without_isolates, tied);
  return result;
}

static MilieuRobustness
undefined (MilieuMeasureStatus status)
{
  return (MilieuRobustness) { NAN, NAN, NAN, NAN, status };
}

MilieuRobustness
milieu_graph_robustness (const MilieuGraph *graph, guint at_least)
{
  g_autofree guint32 *order = g_new (guint32, graph->n);

  if (graph->n == 0)
    return undefined (MILIEU_MEASURE_NO_ACTORS);
  if (graph->n < at_least)
    return undefined (MILIEU_MEASURE_TOO_FEW);
  order_by_degree (graph, order);
  return conclude (graph, order);
}

MilieuRobustness
milieu_graph_robustness_by_betweenness (const MilieuGraph *graph, guint at_least, gboolean force, const gint *cancel)
{
  g_autofree guint32 *order = g_new (guint32, graph->n);
  OrderJob job = { graph, order };

  if (graph->n == 0)
    return undefined (MILIEU_MEASURE_NO_ACTORS);
  if (graph->n < at_least)
    return undefined (MILIEU_MEASURE_TOO_FEW);
  if (!force && (double) graph->n * graph->n * graph->m > MILIEU_MEASURES_LIMIT)
    return undefined (MILIEU_MEASURE_TOO_LARGE);
  switch (milieu_network_call (run_order_by_betweenness, &job, cancel))
    {
    case MILIEU_NETWORK_CANCELLED:
      return undefined (MILIEU_MEASURE_CANCELLED);
    case MILIEU_NETWORK_FAILED:
      return undefined (MILIEU_MEASURE_FAILED);
    default:
      return conclude (graph, order);
    }
}
