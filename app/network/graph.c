#include "network/graph.h"

#include <math.h>
#include <string.h>

#include "network/igraph-graph.h"

/* a tie on its way into a graph */
typedef struct
{
  guint32 from, to, key, order;
  double weight;
  guint8 tie_class, directed;
} RawTie;

static MilieuGraph *
graph_allocate (guint n)
{
  MilieuGraph *graph = g_new0 (MilieuGraph, 1);

  graph->count = 1;
  graph->n = n;
  graph->actors = g_new0 (guint32, n);
  graph->grounds = g_new0 (guint8, n);
  graph->elements = g_new0 (guint8, n);
  graph->kinds = g_new0 (guint32, n);
  graph->outside = g_new0 (guint8, n);
  return graph;
}

static void
raw_tie_ends (const RawTie *tie, guint32 *a, guint32 *b)
{
  *a = MIN (tie->from, tie->to);
  *b = MAX (tie->from, tie->to);
}

static int
compare_raw_ties (const void *p, const void *q)
{
  const RawTie *s = p, *t = q;
  guint32 sa, sb, ta, tb;

  raw_tie_ends (s, &sa, &sb);
  raw_tie_ends (t, &ta, &tb);
  if (sa != ta)
    return sa < ta ? -1 : 1;
  if (sb != tb)
    return sb < tb ? -1 : 1;
  return s->order < t->order ? -1 : s->order > t->order;
}

static int
compare_arcs (const void *p, const void *q)
{
  const MilieuArc *s = p, *t = q;

  if (s->from != t->from)
    return s->from < t->from ? -1 : 1;
  return s->to < t->to ? -1 : s->to > t->to;
}

static void
graph_take_edges (MilieuGraph *graph, const RawTie *ties, guint n_ties)
{
  graph->edges = g_new0 (MilieuEdge, n_ties);
  graph->ties = g_new (guint32, n_ties);
  graph->n_ties = n_ties;
  for (guint i = 0; i < n_ties; i++)
    {
      guint32 a, b;
      MilieuEdge *edge = graph->m > 0 ? &graph->edges[graph->m - 1] : NULL;

      raw_tie_ends (&ties[i], &a, &b);
      if (edge == NULL || edge->a != a || edge->b != b)
        {
          edge = &graph->edges[graph->m++];
          *edge = (MilieuEdge) { .a = a, .b = b, .first_tie = i };
        }
      edge->weight += isnan (ties[i].weight) ? 1 : ties[i].weight;
      edge->classes |= 1u << ties[i].tie_class;
      edge->n_ties++;
      graph->ties[i] = ties[i].key;
    }
}

static void
graph_take_arcs (MilieuGraph *graph, const RawTie *ties, guint n_ties)
{
  guint n = 0, kept = 0;

  graph->arcs = g_new (MilieuArc, 2 * (gsize) n_ties);
  for (guint i = 0; i < n_ties; i++)
    {
      graph->arcs[n++] = (MilieuArc) { ties[i].from, ties[i].to };
      if (!ties[i].directed)
        graph->arcs[n++] = (MilieuArc) { ties[i].to, ties[i].from };
    }
  if (n > 0)
    qsort (graph->arcs, n, sizeof (MilieuArc), compare_arcs);
  for (guint i = 0; i < n; i++)
    if (kept == 0 || compare_arcs (&graph->arcs[i], &graph->arcs[kept - 1]) != 0)
      graph->arcs[kept++] = graph->arcs[i];
  graph->n_arcs = kept;
}

/* Edges come by (a, b), so filling b's list before a's list edge by edge would
 * mix the order; two passes keep every list ascending: smaller ones first. */
static void
graph_index_neighbours (MilieuGraph *graph)
{
  g_autofree guint32 *next = g_new (guint32, graph->n + 1);

  graph->first = g_new0 (guint32, graph->n + 1);
  graph->neighbours = g_new (guint32, 2 * (gsize) graph->m);
  graph->edge_of = g_new (guint32, 2 * (gsize) graph->m);
  for (guint e = 0; e < graph->m; e++)
    {
      graph->first[graph->edges[e].a + 1]++;
      graph->first[graph->edges[e].b + 1]++;
    }
  for (guint v = 0; v < graph->n; v++)
    graph->first[v + 1] += graph->first[v];
  memcpy (next, graph->first, sizeof (guint32) * (graph->n + 1));
  for (guint pass = 0; pass < 2; pass++)
    for (guint e = 0; e < graph->m; e++)
      {
        guint32 at = pass == 0 ? graph->edges[e].b : graph->edges[e].a;

        graph->neighbours[next[at]] = pass == 0 ? graph->edges[e].a : graph->edges[e].b;
        graph->edge_of[next[at]++] = e;
      }
}

/* ties: no loops, ends are vertices */
static void
graph_take_ties (MilieuGraph *graph, RawTie *ties, guint n_ties)
{
  if (n_ties > 0)
    qsort (ties, n_ties, sizeof (RawTie), compare_raw_ties);
  graph_take_edges (graph, ties, n_ties);
  graph_take_arcs (graph, ties, n_ties);
  graph_index_neighbours (graph);
}

static gboolean
actor_left_out (MilieuSnapshot *snapshot, const MilieuActor *actor)
{
  const MilieuKind *kind = milieu_snapshot_kind (snapshot, actor->kind);

  return kind != NULL && kind->graph == MILIEU_ANSWER_NO;
}

static void
graph_set_vertex (MilieuGraph *graph, guint32 v, MilieuSnapshot *snapshot, const MilieuActor *actor, guint8 ground)
{
  const MilieuKind *kind = milieu_snapshot_kind (snapshot, actor->kind);

  graph->actors[v] = actor->record.key;
  graph->grounds[v] = ground;
  graph->elements[v] = kind != NULL ? kind->element : MILIEU_ELEMENT_NONE;
  graph->kinds[v] = kind != NULL ? actor->kind : MILIEU_NO_KEY;
  graph->outside[v] = actor_left_out (snapshot, actor);
}

/* @vertex_of: (out): the vertex of each actor key */
static MilieuGraph *
graph_take_vertices (MilieuSnapshot *snapshot, const MilieuFilter *filter, const guint8 *chosen,
                     MilieuGraphFlags flags, guint32 *vertex_of)
{
  guint n_sorted, n = 0;
  g_autofree guint32 *sorted = milieu_snapshot_sorted (snapshot, MILIEU_RECORD_ACTOR, &n_sorted);
  /* what is drawn shows the emerging ground as it is; what is measured may merge it */
  g_autofree guint8 *grounds = flags & MILIEU_GRAPH_WITH_WORKS ? milieu_snapshot_grounds (snapshot, filter->suggested)
                                                               : milieu_filter_grounds (filter, snapshot);
  MilieuGraph *graph;

  for (guint i = 0; i < n_sorted; i++)
    {
      const MilieuActor *actor = milieu_snapshot_actor (snapshot, sorted[i]);

      if (chosen[sorted[i]] && ((flags & MILIEU_GRAPH_WITH_WORKS) || !actor_left_out (snapshot, actor)))
        sorted[n++] = sorted[i];
    }
  graph = graph_allocate (n);
  for (guint v = 0; v < n; v++)
    {
      graph_set_vertex (graph, v, snapshot, milieu_snapshot_actor (snapshot, sorted[v]), grounds[sorted[v]]);
      vertex_of[sorted[v]] = v;
    }
  return graph;
}

static gboolean
raw_tie_read (RawTie *raw, MilieuSnapshot *snapshot, const MilieuTie *tie, guint classes, const guint32 *vertex_of)
{
  raw->tie_class = milieu_snapshot_tie_class (snapshot, tie);
  if (!(classes & 1u << raw->tie_class))
    return FALSE;
  raw->from = vertex_of[tie->source];
  raw->to = vertex_of[tie->target];
  raw->key = tie->record.key;
  raw->weight = tie->weight;
  raw->directed = milieu_snapshot_tie_directed (snapshot, tie);
  return raw->from != MILIEU_NO_VERTEX && raw->to != MILIEU_NO_VERTEX && raw->from != raw->to;
}

MilieuGraph *
milieu_graph_new (MilieuSnapshot *snapshot, const MilieuFilter *filter, guint classes, MilieuGraphFlags flags)
{
  guint n_keys = milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_ACTOR), n_sorted, n_ties = 0;
  g_autofree guint8 *actors = milieu_filter_actors (filter, snapshot, FALSE);
  g_autofree guint8 *chosen = milieu_filter_ties (filter, snapshot, actors, FALSE);
  g_autofree guint32 *vertex_of = g_new (guint32, n_keys);
  g_autofree guint32 *sorted = milieu_snapshot_sorted (snapshot, MILIEU_RECORD_TIE, &n_sorted);
  g_autofree RawTie *ties = g_new (RawTie, n_sorted);
  MilieuGraph *graph;

  for (guint i = 0; i < n_keys; i++)
    vertex_of[i] = MILIEU_NO_VERTEX;
  graph = graph_take_vertices (snapshot, filter, actors, flags, vertex_of);
  for (guint i = 0; i < n_sorted; i++)
    if (chosen[sorted[i]]
        && raw_tie_read (&ties[n_ties], snapshot, milieu_snapshot_tie (snapshot, sorted[i]), classes, vertex_of))
      {
        ties[n_ties].order = i;
        n_ties++;
      }
  graph_take_ties (graph, ties, n_ties);
  return graph;
}

MilieuGraph *
milieu_graph_new_interaction (MilieuSnapshot *snapshot, const MilieuFilter *filter)
{
  return milieu_graph_new (snapshot, filter, MILIEU_TIES_INTERACTION, MILIEU_GRAPH_MEASURED);
}

MilieuGraph *
milieu_graph_new_all (MilieuSnapshot *snapshot, const MilieuFilter *filter)
{
  return milieu_graph_new (snapshot, filter, MILIEU_TIES_ALL, MILIEU_GRAPH_MEASURED);
}

MilieuGraph *
milieu_graph_new_drawn (MilieuSnapshot *snapshot, const MilieuFilter *filter)
{
  return milieu_graph_new (snapshot, filter, MILIEU_TIES_DRAWN, MILIEU_GRAPH_WITH_WORKS);
}

MilieuGraph *
milieu_graph_new_from_arrays (guint n, const guint8 *grounds, guint n_ties, const guint32 *pairs,
                              const double *weights, const guint8 *classes, const guint8 *directed)
{
  MilieuGraph *graph = graph_allocate (n);
  g_autofree RawTie *ties = g_new (RawTie, n_ties);
  guint kept = 0;

  for (guint v = 0; v < n; v++)
    {
      graph->actors[v] = v;
      graph->kinds[v] = MILIEU_NO_KEY;
      graph->grounds[v] = grounds != NULL ? grounds[v] : MILIEU_GROUND_NONE;
    }
  for (guint i = 0; i < n_ties; i++)
    {
      g_assert (pairs[2 * i] < n && pairs[2 * i + 1] < n);
      if (pairs[2 * i] == pairs[2 * i + 1])
        continue;
      ties[kept++] = (RawTie) { pairs[2 * i], pairs[2 * i + 1], i, i, weights != NULL ? weights[i] : 1,
                                classes != NULL ? classes[i] : MILIEU_CLASS_INTERACTION,
                                directed != NULL && directed[i] };
    }
  graph_take_ties (graph, ties, kept);
  return graph;
}

static void
graph_copy_edges (MilieuGraph *copy, const MilieuGraph *graph, const guint32 *vertex_of)
{
  copy->edges = g_new (MilieuEdge, graph->m);
  copy->ties = g_new (guint32, graph->n_ties);
  for (guint e = 0; e < graph->m; e++)
    {
      MilieuEdge edge = graph->edges[e];

      edge.a = vertex_of[edge.a];
      edge.b = vertex_of[edge.b];
      if (edge.a == MILIEU_NO_VERTEX || edge.b == MILIEU_NO_VERTEX)
        continue;
      memcpy (copy->ties + copy->n_ties, graph->ties + edge.first_tie, sizeof (guint32) * edge.n_ties);
      edge.first_tie = copy->n_ties;
      copy->n_ties += edge.n_ties;
      copy->edges[copy->m++] = edge;
    }
}

static void
graph_copy_arcs (MilieuGraph *copy, const MilieuGraph *graph, const guint32 *vertex_of)
{
  copy->arcs = g_new (MilieuArc, graph->n_arcs);
  for (guint i = 0; i < graph->n_arcs; i++)
    {
      MilieuArc arc = { vertex_of[graph->arcs[i].from], vertex_of[graph->arcs[i].to] };

      if (arc.from != MILIEU_NO_VERTEX && arc.to != MILIEU_NO_VERTEX)
        copy->arcs[copy->n_arcs++] = arc;
    }
}

MilieuGraph *
milieu_graph_without (const MilieuGraph *graph, const guint8 *removed)
{
  g_autofree guint32 *vertex_of = g_new (guint32, graph->n);
  guint n = 0;
  MilieuGraph *copy;

  for (guint v = 0; v < graph->n; v++)
    vertex_of[v] = removed[v] ? MILIEU_NO_VERTEX : n++;
  copy = graph_allocate (n);
  for (guint v = 0; v < graph->n; v++)
    if (!removed[v])
      {
        copy->actors[vertex_of[v]] = graph->actors[v];
        copy->grounds[vertex_of[v]] = graph->grounds[v];
        copy->elements[vertex_of[v]] = graph->elements[v];
        copy->kinds[vertex_of[v]] = graph->kinds[v];
        copy->outside[vertex_of[v]] = graph->outside[v];
      }
  graph_copy_edges (copy, graph, vertex_of);
  graph_copy_arcs (copy, graph, vertex_of);
  graph_index_neighbours (copy);
  return copy;
}

void
milieu_graph_unref (MilieuGraph *graph)
{
  g_return_if_fail (graph != NULL);
  if (!g_atomic_int_dec_and_test (&graph->count))
    return;
  g_free (graph->actors);
  g_free (graph->grounds);
  g_free (graph->elements);
  g_free (graph->kinds);
  g_free (graph->outside);
  g_free (graph->edges);
  g_free (graph->ties);
  g_free (graph->arcs);
  g_free (graph->first);
  g_free (graph->neighbours);
  g_free (graph->edge_of);
  milieu_igraph_forget (graph->igraph);
  g_free (graph);
}

guint32
milieu_graph_vertex (const MilieuGraph *graph, guint32 key)
{
  for (guint32 v = 0; v < graph->n; v++)
    if (graph->actors[v] == key)
      return v;
  return MILIEU_NO_VERTEX;
}

guint32
milieu_graph_edge (const MilieuGraph *graph, guint32 a, guint32 b)
{
  guint32 low = graph->first[a], high = graph->first[a + 1];

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (graph->neighbours[middle] == b)
        return graph->edge_of[middle];
      if (graph->neighbours[middle] < b)
        low = middle + 1;
      else
        high = middle;
    }
  return MILIEU_NO_VERTEX;
}

gboolean
milieu_graph_has_arc (const MilieuGraph *graph, guint32 from, guint32 to)
{
  MilieuArc arc = { from, to };

  return graph->n_arcs > 0
         && bsearch (&arc, graph->arcs, graph->n_arcs, sizeof (MilieuArc), compare_arcs) != NULL;
}
