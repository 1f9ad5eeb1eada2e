/* Measures that set the grounds against each other. */
#include "network/measures.h"

#include <math.h>

static const guint8 *
grounds_or_own (const MilieuGraph *graph, const guint8 *grounds)
{
  return grounds != NULL ? grounds : graph->grounds;
}

static MilieuMeasure
undefined (MilieuMeasureStatus status)
{
  return (MilieuMeasure) { NAN, status };
}

static MilieuMeasure
defined (double value)
{
  return (MilieuMeasure) { value, MILIEU_MEASURE_VALUE };
}

static void
count_edge (MilieuExternalInternal *counts, const guint8 *grounds, const MilieuEdge *edge)
{
  guint8 a = grounds[edge->a], b = grounds[edge->b];

  if (a == MILIEU_GROUND_NONE || b == MILIEU_GROUND_NONE)
    counts->left_out++;
  else if (a == b)
    counts->internal++;
  else
    counts->external++;
}

static void
take_index (MilieuExternalInternal *counts)
{
  double e = counts->external, i = counts->internal;

  counts->index = e + i > 0 ? defined ((e - i) / (e + i)) : undefined (MILIEU_MEASURE_NO_TIES);
}

MilieuExternalInternal
milieu_graph_external_internal (const MilieuGraph *graph, const guint8 *grounds)
{
  MilieuExternalInternal counts = { 0 };

  for (guint e = 0; e < graph->m; e++)
    count_edge (&counts, grounds_or_own (graph, grounds), &graph->edges[e]);
  take_index (&counts);
  return counts;
}

MilieuExternalInternal
milieu_graph_external_internal_of (const MilieuGraph *graph, const guint8 *grounds, guint32 v)
{
  MilieuExternalInternal counts = { 0 };

  for (guint32 i = graph->first[v]; i < graph->first[v + 1]; i++)
    count_edge (&counts, grounds_or_own (graph, grounds), &graph->edges[graph->edge_of[i]]);
  take_index (&counts);
  return counts;
}

MilieuExternalInternal
milieu_graph_external_internal_in (const MilieuGraph *graph, const guint8 *grounds, MilieuGround ground)
{
  MilieuExternalInternal counts = { 0 };
  const guint8 *of = grounds_or_own (graph, grounds);

  for (guint e = 0; e < graph->m; e++)
    if (of[graph->edges[e].a] == ground || of[graph->edges[e].b] == ground)
      count_edge (&counts, of, &graph->edges[e]);
  take_index (&counts);
  return counts;
}

/* Over edges with both grounds known: @mass of edge ends and @within, both by
 * ground; returns the total of the edges. */
static double
ground_masses (const MilieuGraph *graph, const guint8 *grounds, gboolean weighted, double *mass, double *within)
{
  double total = 0;

  for (guint g = 0; g < MILIEU_N_GROUNDS; g++)
    mass[g] = within[g] = 0;
  for (guint e = 0; e < graph->m; e++)
    {
      guint8 a = grounds[graph->edges[e].a], b = grounds[graph->edges[e].b];
      double weight = weighted ? graph->edges[e].weight : 1;

      if (a == MILIEU_GROUND_NONE || b == MILIEU_GROUND_NONE)
        continue;
      total += weight;
      mass[a] += weight;
      mass[b] += weight;
      if (a == b)
        within[a] += weight;
    }
  return total;
}

MilieuMeasure
milieu_graph_assortativity (const MilieuGraph *graph, const guint8 *grounds)
{
  double mass[MILIEU_N_GROUNDS], within[MILIEU_N_GROUNDS], trace = 0, expected = 0;
  double m = ground_masses (graph, grounds_or_own (graph, grounds), FALSE, mass, within);
  guint present = 0;

  if (m == 0)
    return undefined (MILIEU_MEASURE_NO_TIES);
  for (guint g = 0; g < MILIEU_N_GROUNDS; g++)
    {
      trace += within[g] / m;
      expected += (mass[g] / (2 * m)) * (mass[g] / (2 * m));
      present += mass[g] > 0;
    }
  return present < 2 ? undefined (MILIEU_MEASURE_ONE_GROUND) : defined ((trace - expected) / (1 - expected));
}

MilieuMeasure
milieu_graph_modularity (const MilieuGraph *graph, const guint8 *grounds)
{
  double mass[MILIEU_N_GROUNDS], within[MILIEU_N_GROUNDS], q = 0;
  double total = ground_masses (graph, grounds_or_own (graph, grounds), TRUE, mass, within);

  if (!(total > 0))
    return undefined (MILIEU_MEASURE_NO_TIES);
  for (guint g = 0; g < MILIEU_N_GROUNDS; g++)
    q += within[g] / total - (mass[g] / (2 * total)) * (mass[g] / (2 * total));
  return defined (q);
}

MilieuMeasure
milieu_graph_density (const MilieuGraph *graph)
{
  if (graph->n < 2)
    return undefined (graph->n == 0 ? MILIEU_MEASURE_NO_ACTORS : MILIEU_MEASURE_TOO_FEW);
  return defined (2.0 * graph->m / ((double) graph->n * (graph->n - 1)));
}

MilieuMeasure
milieu_graph_density_in (const MilieuGraph *graph, MilieuGround ground, guint *edges)
{
  guint n = 0, m = 0;

  for (guint v = 0; v < graph->n; v++)
    n += graph->grounds[v] == ground;
  for (guint e = 0; e < graph->m; e++)
    m += graph->grounds[graph->edges[e].a] == ground && graph->grounds[graph->edges[e].b] == ground;
  if (edges != NULL)
    *edges = m;
  return n < 3 ? undefined (MILIEU_MEASURE_TOO_FEW) : defined (2.0 * m / ((double) n * (n - 1)));
}

MilieuMeasure
milieu_graph_reciprocity (const MilieuGraph *graph)
{
  guint answered = 0;

  if (graph->n_arcs == 0)
    return undefined (MILIEU_MEASURE_NO_TIES);
  for (guint i = 0; i < graph->n_arcs; i++)
    answered += milieu_graph_has_arc (graph, graph->arcs[i].to, graph->arcs[i].from);
  return defined ((double) answered / graph->n_arcs);
}
