#include "network/communities.h"

#include <math.h>
#include <string.h>

#include "network/igraph-graph.h"
#include "network/worker.h"

/* igraph's own defaults: randomness of refinement, iterations of one start */
#define BETA 0.01
#define ITERATIONS 2

typedef struct
{
  const MilieuGraph *graph;
  double resolution;
  guint restarts;
  guint64 seed;
  guint *membership;
  double best;
} LeidenJob;

static void
take_membership (LeidenJob *job, const igraph_vector_int_t *found)
{
  guint n = job->graph->n, next = 0;
  g_autofree guint *renamed = g_new (guint, n + 1);

  memset (renamed, 0xff, (n + 1) * sizeof (guint));
  for (guint v = 0; v < n; v++)
    {
      guint community = VECTOR (*found)[v];
      if (renamed[community] == G_MAXUINT)
        renamed[community] = next++;
      job->membership[v] = renamed[community];
    }
}

static igraph_error_t
try_restarts (LeidenJob *job, const igraph_t *copy, const igraph_vector_t *weights, const igraph_vector_t *strengths,
              igraph_vector_int_t *found)
{
  double total = igraph_vector_sum (weights);

  igraph_rng_seed (igraph_rng_default (), job->seed);
  for (guint i = 0; i < job->restarts; i++)
    {
      igraph_real_t q;
      IGRAPH_CHECK (igraph_community_leiden (copy, weights, strengths, job->resolution / (2 * total), BETA, false,
                                             ITERATIONS, found, NULL, NULL));
      IGRAPH_CHECK (igraph_modularity (copy, found, weights, job->resolution, IGRAPH_UNDIRECTED, &q));
      if (i > 0 && q <= job->best + 1e-12)
        continue;
      job->best = q;
      take_membership (job, found);
    }
  return IGRAPH_SUCCESS;
}

static int
run_leiden (gpointer data)
{
  LeidenJob *job = data;
  const MilieuGraph *graph = job->graph;
  const igraph_t *copy;
  igraph_vector_t weights, strengths;
  igraph_vector_int_t found;

  IGRAPH_CHECK (milieu_igraph_of (graph, &copy));
  IGRAPH_CHECK (igraph_vector_init (&weights, graph->m));
  IGRAPH_FINALLY (igraph_vector_destroy, &weights);
  IGRAPH_CHECK (igraph_vector_init (&strengths, graph->n));
  IGRAPH_FINALLY (igraph_vector_destroy, &strengths);
  IGRAPH_CHECK (igraph_vector_int_init (&found, 0));
  IGRAPH_FINALLY (igraph_vector_int_destroy, &found);
  for (guint e = 0; e < graph->m; e++)
    {
      VECTOR (weights)[e] = graph->edges[e].weight;
      VECTOR (strengths)[graph->edges[e].a] += graph->edges[e].weight;
      VECTOR (strengths)[graph->edges[e].b] += graph->edges[e].weight;
    }
  IGRAPH_CHECK (try_restarts (job, copy, &weights, &strengths, &found));
  igraph_vector_int_destroy (&found);
  igraph_vector_destroy (&strengths);
  igraph_vector_destroy (&weights);
  IGRAPH_FINALLY_CLEAN (3);
  return IGRAPH_SUCCESS;
}

MilieuMeasure
milieu_graph_leiden (const MilieuGraph *graph, double resolution, guint restarts, guint64 seed, guint *membership,
                     const gint *cancel)
{
  LeidenJob job = { graph, resolution, restarts, seed, membership, NAN };
  MilieuNetworkOutcome outcome;

  if (graph->n == 0)
    return (MilieuMeasure) { NAN, MILIEU_MEASURE_NO_ACTORS };
  if (graph->m == 0)
    return (MilieuMeasure) { NAN, MILIEU_MEASURE_NO_TIES };
  outcome = milieu_network_call (run_leiden, &job, cancel);
  if (outcome == MILIEU_NETWORK_DONE && isfinite (job.best))
    return (MilieuMeasure) { job.best, MILIEU_MEASURE_VALUE };
  return (MilieuMeasure) { NAN, outcome == MILIEU_NETWORK_CANCELLED ? MILIEU_MEASURE_CANCELLED : MILIEU_MEASURE_FAILED };
}
