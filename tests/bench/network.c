/* network MAP EDGES ROUNDS: the measures of the whole network of a map, one by
 * one; its simple graph goes to EDGES ("N", then "A B" a line), for the peer. */
#include "bench/edges.h"
#include "bench/stopwatch.h"

#include "format/project-read.h"
#include "network/communities.h"
#include "network/measures.h"

#include <stdlib.h>

#define SEED 42

static void
measure_all (gpointer graph)
{
  milieu_measures_free (milieu_measures_new (graph, TRUE, NULL));
}

static void
measure_betweenness (gpointer graph)
{
  g_autofree double *scores = g_new (double, ((MilieuGraph *) graph)->n);

  milieu_graph_betweenness (graph, scores, NULL);
}

static void
measure_constraint (gpointer graph)
{
  g_free (milieu_graph_constraint (graph));
}

static void
measure_coreness (gpointer graph)
{
  g_autofree guint *core = g_new (guint, ((MilieuGraph *) graph)->n);

  milieu_graph_coreness (graph, core, NULL);
}

static void
measure_cut_points (gpointer graph)
{
  g_autofree guint8 *cut_point = g_new (guint8, ((MilieuGraph *) graph)->n);

  milieu_graph_cut_points (graph, cut_point, NULL);
}

static void
measure_communities (gpointer graph)
{
  g_autofree guint *membership = g_new (guint, ((MilieuGraph *) graph)->n);

  milieu_graph_leiden (graph, 1, 1, SEED, membership, NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MilieuMap) map = argc == 4 ? milieu_project_read (argv[1], &error) : NULL;
  g_autoptr (MilieuSnapshot) snapshot = NULL;
  g_autoptr (MilieuGraph) graph = NULL;
  MilieuFilter filter;
  guint rounds;

  if (map == NULL)
    {
      g_printerr ("network: %s\n", error != NULL ? error->message : "MAP EDGES ROUNDS");
      return 2;
    }
  rounds = atoi (argv[3]);
  snapshot = milieu_map_snapshot (map);
  milieu_filter_init (&filter);
  graph = milieu_graph_new_all (snapshot, &filter);
  bench_write_edges (graph, argv[2]);
  stopwatch_time ("betweenness", rounds, measure_betweenness, graph);
  stopwatch_time ("constraint", rounds, measure_constraint, graph);
  stopwatch_time ("coreness", rounds, measure_coreness, graph);
  stopwatch_time ("communities", rounds, measure_communities, graph);
  stopwatch_time ("articulation points", rounds, measure_cut_points, graph);
  stopwatch_time ("all measures", rounds, measure_all, graph);
  return 0;
}
