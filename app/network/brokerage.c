/* Who stands between the grounds: roles, mediation, redundancy, bridges. */
#include "network/measures.h"

#include <math.h>

#include "network/igraph-graph.h"
#include "network/worker.h"

/* the role of v for the pair a, b; NULL if the pair counts nowhere */
static guint64 *
role_of (MilieuRoles *roles, guint8 v, guint8 a, guint8 b)
{
  if (v == MILIEU_GROUND_NONE || a == MILIEU_GROUND_NONE || b == MILIEU_GROUND_NONE)
    return NULL;
  if (a == b)
    return a == v ? &roles->coordinator : &roles->itinerant;
  return a == v || b == v ? &roles->gatekeeper : &roles->liaison;
}

/* every pair of neighbours, tied or not */
static void
count_all_pairs (const MilieuGraph *graph, const guint8 *grounds, guint32 v, MilieuRoles *roles)
{
  guint64 counts[MILIEU_N_GROUNDS] = { 0 };

  roles->defined = grounds[v] != MILIEU_GROUND_NONE;
  for (guint32 i = graph->first[v]; i < graph->first[v + 1]; i++)
    counts[grounds[graph->neighbours[i]]]++;
  for (guint a = 0; a < MILIEU_N_GROUNDS; a++)
    for (guint b = a; b < MILIEU_N_GROUNDS; b++)
      {
        guint64 *role = role_of (roles, grounds[v], a, b);

        if (role != NULL)
          *role += a == b ? counts[a] * (counts[a] - (counts[a] > 0)) / 2 : counts[a] * counts[b];
      }
}

/* takes the pairs off that are tied to each other: each edge, for each vertex next to both its ends */
static void
take_tied_pairs_off (const MilieuGraph *graph, const guint8 *grounds, const MilieuEdge *edge, MilieuRoles *roles)
{
  gboolean a_less = milieu_graph_degree (graph, edge->a) <= milieu_graph_degree (graph, edge->b);
  guint32 less = a_less ? edge->a : edge->b, more = a_less ? edge->b : edge->a;

  for (guint32 i = graph->first[less]; i < graph->first[less + 1]; i++)
    {
      guint32 v = graph->neighbours[i];
      guint64 *role = role_of (&roles[v], grounds[v], grounds[less], grounds[more]);

      if (role != NULL && milieu_graph_edge (graph, more, v) != MILIEU_NO_VERTEX)
        --*role;
    }
}

MilieuRoles *
milieu_graph_roles (const MilieuGraph *graph, const guint8 *grounds)
{
  MilieuRoles *roles = g_new0 (MilieuRoles, graph->n);
  const guint8 *of = grounds != NULL ? grounds : graph->grounds;

  for (guint32 v = 0; v < graph->n; v++)
    count_all_pairs (graph, of, v, &roles[v]);
  for (guint e = 0; e < graph->m; e++)
    take_tied_pairs_off (graph, of, &graph->edges[e], roles);
  return roles;
}

/* breadth first from one vertex, counting shortest paths and those that pass no mediator */
typedef struct
{
  guint *steps;
  double *paths, *free_paths;
  guint32 *queue;
} PathCounts;

/* Both counts of one level are scaled alike, so their ratio stays and no count overflows. */
static void
scale_level (PathCounts *counts, guint from, guint to)
{
  double most = 0;

  for (guint i = from; i < to; i++)
    most = MAX (most, counts->paths[counts->queue[i]]);
  if (most < 1e200)
    return;
  for (guint i = from; i < to; i++)
    {
      counts->paths[counts->queue[i]] /= most;
      counts->free_paths[counts->queue[i]] /= most;
    }
}

static void
count_step (const MilieuGraph *graph, PathCounts *counts, guint32 from, gboolean mediates, guint *n)
{
  for (guint32 i = graph->first[from]; i < graph->first[from + 1]; i++)
    {
      guint32 next = graph->neighbours[i];

      if (counts->steps[next] == G_MAXUINT)
        {
          counts->steps[next] = counts->steps[from] + 1;
          counts->paths[next] = counts->free_paths[next] = 0;
          counts->queue[(*n)++] = next;
        }
      if (counts->steps[next] != counts->steps[from] + 1)
        continue;
      counts->paths[next] += counts->paths[from];
      counts->free_paths[next] += mediates ? 0 : counts->free_paths[from];
    }
}

static void
count_paths (const MilieuGraph *graph, const guint8 *grounds, guint middle, guint32 start, PathCounts *counts)
{
  guint n = 1, level_end = 1;

  for (guint v = 0; v < graph->n; v++)
    counts->steps[v] = G_MAXUINT;
  counts->steps[start] = 0;
  counts->paths[start] = counts->free_paths[start] = 1;
  counts->queue[0] = start;
  for (guint done = 0; done < n; done++)
    {
      guint32 v = counts->queue[done];

      if (done == level_end)
        {
          scale_level (counts, level_end, n);
          level_end = n;
        }
      count_step (graph, counts, v, v != start && (middle & 1u << grounds[v]), &n);
    }
}

static double
mediation_from (const MilieuGraph *graph, const guint8 *grounds, const PathCounts *counts, guint64 *connected)
{
  double sum = 0;

  for (guint32 v = 0; v < graph->n; v++)
    if (grounds[v] == MILIEU_GROUND_UNDERGROUND && counts->steps[v] != G_MAXUINT)
      {
        ++*connected;
        sum += 1 - counts->free_paths[v] / counts->paths[v];
      }
  return sum;
}

static void
mediation_conclude (MilieuMediation *result, double sum)
{
  MilieuMeasure few = { NAN, MILIEU_MEASURE_TOO_FEW }, none = { NAN, MILIEU_MEASURE_NO_TIES };

  result->reach = result->mediation = result->bridging = few;
  if (result->pairs < 9)
    return;
  result->reach = (MilieuMeasure) { (double) result->connected / result->pairs, MILIEU_MEASURE_VALUE };
  result->mediation = none;
  result->bridging = (MilieuMeasure) { 0, MILIEU_MEASURE_VALUE };
  if (result->connected == 0)
    return;
  result->mediation = (MilieuMeasure) { sum / result->connected, MILIEU_MEASURE_VALUE };
  result->bridging.value = result->reach.value * result->mediation.value;
}

MilieuMediation
milieu_graph_mediation (const MilieuGraph *graph, const guint8 *grounds, guint middle)
{
  g_autofree guint *steps = g_new (guint, graph->n);
  g_autofree double *paths = g_new (double, graph->n);
  g_autofree double *free_paths = g_new (double, graph->n);
  g_autofree guint32 *queue = g_new (guint32, graph->n);
  PathCounts counts = { steps, paths, free_paths, queue };
  const guint8 *of = grounds != NULL ? grounds : graph->grounds;
  MilieuMediation result = { 0 };
  guint64 up = 0, under = 0;
  double sum = 0;

  for (guint32 v = 0; v < graph->n; v++)
    {
      under += of[v] == MILIEU_GROUND_UNDERGROUND;
      if (of[v] != MILIEU_GROUND_UPPERGROUND)
        continue;
      up++;
      count_paths (graph, of, middle, v, &counts);
      sum += mediation_from (graph, of, &counts, &result.connected);
    }
  result.pairs = up * under;
  mediation_conclude (&result, sum);
  return result;
}

typedef struct
{
  const MilieuGraph *graph;
  const guint8 *grounds;
  guint32 *bridges;
  guint n_bridges;
  guint64 redundant;
} BlockJob;

static int
compare_numbers (const void *p, const void *q)
{
  guint32 a = *(const guint32 *) p, b = *(const guint32 *) q;

  return a < b ? -1 : a > b;
}

static int
run_bridges (gpointer data)
{
  BlockJob *job = data;
  const igraph_t *copy;
  igraph_vector_int_t found;

  IGRAPH_CHECK (milieu_igraph_of (job->graph, &copy));
  IGRAPH_CHECK (igraph_vector_int_init (&found, 0));
  IGRAPH_FINALLY (igraph_vector_int_destroy, &found);
  IGRAPH_CHECK (igraph_bridges (copy, &found));
  for (igraph_integer_t i = 0; i < igraph_vector_int_size (&found); i++)
    job->bridges[job->n_bridges++] = VECTOR (found)[i];
  igraph_vector_int_destroy (&found);
  IGRAPH_FINALLY_CLEAN (1);
  return IGRAPH_SUCCESS;
}

guint32 *
milieu_graph_bridges (const MilieuGraph *graph, guint *n, const gint *cancel)
{
  g_autofree guint32 *bridges = g_new (guint32, graph->m + 1);
  BlockJob job = { .graph = graph, .bridges = bridges };

  *n = 0;
  if (milieu_network_call (run_bridges, &job, cancel) != MILIEU_NETWORK_DONE)
    return NULL;
  qsort (bridges, job.n_bridges, sizeof (guint32), compare_numbers);
  *n = job.n_bridges;
  return g_steal_pointer (&bridges);
}

static guint64
pairs_in_block (const igraph_vector_int_t *block, const guint8 *grounds)
{
  guint64 counts[MILIEU_N_GROUNDS] = { 0 }, all = 0, squares = 0;

  for (igraph_integer_t i = 0; i < igraph_vector_int_size (block); i++)
    counts[grounds[VECTOR (*block)[i]]]++;
  for (guint g = MILIEU_GROUND_NONE + 1; g < MILIEU_N_GROUNDS; g++)
    {
      all += counts[g];
      squares += counts[g] * counts[g];
    }
  return (all * all - squares) / 2;
}

/* two blocks share one vertex at most, so no pair counts twice */
static int
run_redundancy (gpointer data)
{
  BlockJob *job = data;
  const igraph_t *copy;
  igraph_vector_int_list_t blocks;
  igraph_integer_t n;

  IGRAPH_CHECK (milieu_igraph_of (job->graph, &copy));
  IGRAPH_CHECK (igraph_vector_int_list_init (&blocks, 0));
  IGRAPH_FINALLY (igraph_vector_int_list_destroy, &blocks);
  IGRAPH_CHECK (igraph_biconnected_components (copy, &n, NULL, NULL, &blocks, NULL));
  for (igraph_integer_t i = 0; i < igraph_vector_int_list_size (&blocks); i++)
    {
      const igraph_vector_int_t *block = igraph_vector_int_list_get_ptr (&blocks, i);

      if (igraph_vector_int_size (block) > 2)
        job->redundant += pairs_in_block (block, job->grounds);
    }
  igraph_vector_int_list_destroy (&blocks);
  IGRAPH_FINALLY_CLEAN (1);
  return IGRAPH_SUCCESS;
}

MilieuRedundancy
milieu_graph_redundancy (const MilieuGraph *graph, const guint8 *grounds, const gint *cancel)
{
  BlockJob job = { .graph = graph, .grounds = grounds != NULL ? grounds : graph->grounds };
  MilieuRedundancy result = { .connected = milieu_graph_cross_pairs (graph, grounds, MILIEU_NO_VERTEX) };
  MilieuNetworkOutcome outcome;

  result.share = (MilieuMeasure) { NAN, MILIEU_MEASURE_NO_TIES };
  if (result.connected == 0)
    return result;
  outcome = milieu_network_call (run_redundancy, &job, cancel);
  result.redundant = job.redundant;
  if (outcome == MILIEU_NETWORK_DONE)
    result.share = (MilieuMeasure) { (double) job.redundant / result.connected, MILIEU_MEASURE_VALUE };
  else
    result.share.status = outcome == MILIEU_NETWORK_CANCELLED ? MILIEU_MEASURE_CANCELLED : MILIEU_MEASURE_FAILED;
  return result;
}
