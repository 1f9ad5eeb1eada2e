#include "network/measures.h"

#include <math.h>
#include <string.h>

#include "network/igraph-graph.h"
#include "network/worker.h"

/* one call of the worker: what it reads, and what it fills where that is asked for */
typedef struct
{
  const MilieuGraph *graph;
  double *betweenness;
  guint *core;
  guint8 *cut_point;
} MeasureJob;

static igraph_error_t
take_betweenness (const MeasureJob *job, const igraph_t *copy)
{
  igraph_vector_t scores;

  IGRAPH_CHECK (igraph_vector_init (&scores, 0));
  IGRAPH_FINALLY (igraph_vector_destroy, &scores);
  IGRAPH_CHECK (igraph_betweenness (copy, &scores, igraph_vss_all (), IGRAPH_UNDIRECTED, NULL));
  memcpy (job->betweenness, VECTOR (scores), sizeof (double) * job->graph->n);
  igraph_vector_destroy (&scores);
  IGRAPH_FINALLY_CLEAN (1);
  return IGRAPH_SUCCESS;
}

static igraph_error_t
take_core (const MeasureJob *job, const igraph_t *copy)
{
  igraph_vector_int_t found;

  IGRAPH_CHECK (igraph_vector_int_init (&found, 0));
  IGRAPH_FINALLY (igraph_vector_int_destroy, &found);
  IGRAPH_CHECK (igraph_coreness (copy, &found, IGRAPH_ALL));
  for (guint v = 0; v < job->graph->n; v++)
    job->core[v] = VECTOR (found)[v];
  igraph_vector_int_destroy (&found);
  IGRAPH_FINALLY_CLEAN (1);
  return IGRAPH_SUCCESS;
}

static igraph_error_t
take_cut_points (const MeasureJob *job, const igraph_t *copy)
{
  igraph_vector_int_t found;

  IGRAPH_CHECK (igraph_vector_int_init (&found, 0));
  IGRAPH_FINALLY (igraph_vector_int_destroy, &found);
  IGRAPH_CHECK (igraph_articulation_points (copy, &found));
  memset (job->cut_point, 0, job->graph->n);
  for (igraph_integer_t i = 0; i < igraph_vector_int_size (&found); i++)
    job->cut_point[VECTOR (found)[i]] = 1;
  igraph_vector_int_destroy (&found);
  IGRAPH_FINALLY_CLEAN (1);
  return IGRAPH_SUCCESS;
}

static int
run_measures (gpointer data)
{
  MeasureJob *job = data;
  const igraph_t *copy;

  IGRAPH_CHECK (milieu_igraph_of (job->graph, &copy));
  if (job->core)
    IGRAPH_CHECK (take_core (job, copy));
  if (job->cut_point)
    IGRAPH_CHECK (take_cut_points (job, copy));
  if (job->betweenness)
    IGRAPH_CHECK (take_betweenness (job, copy));
  return IGRAPH_SUCCESS;
}

static MilieuMeasureStatus
ask_worker (MeasureJob *job, const gint *cancel)
{
  switch (milieu_network_call (run_measures, job, cancel))
    {
    case MILIEU_NETWORK_DONE:
      return MILIEU_MEASURE_VALUE;
    case MILIEU_NETWORK_CANCELLED:
      return MILIEU_MEASURE_CANCELLED;
    default:
      return MILIEU_MEASURE_FAILED;
    }
}

MilieuMeasureStatus
milieu_graph_betweenness (const MilieuGraph *graph, double *scores, const gint *cancel)
{
  return ask_worker (&(MeasureJob) { graph, .betweenness = scores }, cancel);
}

MilieuMeasureStatus
milieu_graph_coreness (const MilieuGraph *graph, guint *core, const gint *cancel)
{
  return ask_worker (&(MeasureJob) { graph, .core = core }, cancel);
}

MilieuMeasureStatus
milieu_graph_cut_points (const MilieuGraph *graph, guint8 *cut_point, const gint *cancel)
{
  return ask_worker (&(MeasureJob) { graph, .cut_point = cut_point }, cancel);
}

static double *
strengths_of (const MilieuGraph *graph)
{
  double *strength = g_new0 (double, graph->n + 1);

  for (guint e = 0; e < graph->m; e++)
    {
      strength[graph->edges[e].a] += graph->edges[e].weight;
      strength[graph->edges[e].b] += graph->edges[e].weight;
    }
  return strength;
}

/* c_v = Σ_j (p_vj + Σ_q p_vq p_qj)²; @reach is a scratch array of zeros, and is left so. Only neighbours j of v count. */
static double
constraint_of (const MilieuGraph *graph, const double *strength, guint32 v, double *reach)
{
  double sum = 0;

  for (guint32 i = graph->first[v]; i < graph->first[v + 1]; i++)
    {
      guint32 q = graph->neighbours[i];
      double p = graph->edges[graph->edge_of[i]].weight / strength[v];

      reach[q] += p;
      for (guint32 k = graph->first[q]; k < graph->first[q + 1]; k++)
        reach[graph->neighbours[k]] += p * graph->edges[graph->edge_of[k]].weight / strength[q];
    }
  for (guint32 i = graph->first[v]; i < graph->first[v + 1]; i++)
    sum += reach[graph->neighbours[i]] * reach[graph->neighbours[i]];
  for (guint32 i = graph->first[v]; i < graph->first[v + 1]; i++)
    {
      guint32 q = graph->neighbours[i];

      reach[q] = 0;
      for (guint32 k = graph->first[q]; k < graph->first[q + 1]; k++)
        reach[graph->neighbours[k]] = 0;
    }
  return sum;
}

double *
milieu_graph_constraint (const MilieuGraph *graph)
{
  g_autofree double *reach = g_new0 (double, graph->n + 1);
  g_autofree double *strength = strengths_of (graph);
  double *constraint = g_new (double, graph->n + 1);

  for (guint32 v = 0; v < graph->n; v++)
    constraint[v] = milieu_graph_degree (graph, v) > 0 ? constraint_of (graph, strength, v, reach) : NAN;
  return constraint;
}

/* e_v = k − 2t/k: each edge whose ends share the neighbour w is a tie among w's neighbours */
static void
take_effective_size (MilieuMeasures *measures, const MilieuGraph *graph)
{
  g_autofree guint64 *ties = g_new0 (guint64, graph->n);

  for (guint e = 0; e < graph->m; e++)
    {
      guint32 a = graph->edges[e].a, b = graph->edges[e].b;
      guint32 less = measures->degree[a] <= measures->degree[b] ? a : b, more = a + b - less;

      for (guint32 i = graph->first[less]; i < graph->first[less + 1]; i++)
        if (milieu_graph_edge (graph, more, graph->neighbours[i]) != MILIEU_NO_VERTEX)
          ties[graph->neighbours[i]]++;
    }
  for (guint v = 0; v < graph->n; v++)
    {
      double k = measures->degree[v];

      measures->effective_size[v] = k > 0 ? k - 2 * ties[v] / k : NAN;
    }
}

static double
participation_of (const MilieuGraph *graph, guint32 v)
{
  guint counts[MILIEU_N_GROUNDS] = { 0 }, known = 0;
  double sum = 0;

  for (guint32 i = graph->first[v]; i < graph->first[v + 1]; i++)
    counts[graph->grounds[graph->neighbours[i]]]++;
  for (guint g = MILIEU_GROUND_NONE + 1; g < MILIEU_N_GROUNDS; g++)
    known += counts[g];
  if (known == 0)
    return NAN;
  for (guint g = MILIEU_GROUND_NONE + 1; g < MILIEU_N_GROUNDS; g++)
    sum += ((double) counts[g] / known) * ((double) counts[g] / known);
  return 1 - sum;
}

typedef struct
{
  double score;
  guint32 vertex;
} Ranked;

static int
compare_scores (const void *p, const void *q)
{
  const Ranked *a = p, *b = q;

  if (a->score != b->score)
    return a->score > b->score ? -1 : 1;
  return a->vertex < b->vertex ? -1 : 1;
}

static int
compare_vertices (const void *p, const void *q)
{
  const Ranked *a = p, *b = q;

  return a->vertex < b->vertex ? -1 : 1;
}

static MilieuMeasures *
measures_allocate (guint n)
{
  MilieuMeasures *measures = g_new0 (MilieuMeasures, 1);

  measures->count = 1;
  measures->n = n;
  measures->degree = g_new0 (guint, n);
  measures->betweenness = g_new0 (double, n);
  measures->effective_size = g_new0 (double, n);
  measures->participation = g_new0 (double, n);
  measures->core = g_new0 (guint, n);
  measures->cut_point = g_new0 (guint8, n);
  measures->ranking = g_new0 (guint32, n);
  return measures;
}

/* Returns: FALSE if cancelled */
static gboolean
measures_ask_worker (MilieuMeasures *measures, const MilieuGraph *graph, gboolean force, const gint *cancel)
{
  gboolean small = force || (double) graph->n * graph->m <= MILIEU_MEASURES_LIMIT;
  MeasureJob job = { graph, small ? measures->betweenness : NULL, measures->core, measures->cut_point };

  measures->betweenness_status = ask_worker (&job, cancel);
  if (measures->betweenness_status == MILIEU_MEASURE_VALUE && !small)
    measures->betweenness_status = MILIEU_MEASURE_TOO_LARGE;
  if (measures->betweenness_status != MILIEU_MEASURE_VALUE)
    for (guint v = 0; v < graph->n; v++)
      measures->betweenness[v] = NAN;
  return measures->betweenness_status != MILIEU_MEASURE_CANCELLED;
}

MilieuMeasures *
milieu_measures_new (const MilieuGraph *graph, gboolean force, const gint *cancel)
{
  g_autoptr (MilieuMeasures) measures = measures_allocate (graph->n);

  for (guint32 v = 0; v < graph->n; v++)
    measures->degree[v] = milieu_graph_degree (graph, v);
  measures->strength = strengths_of (graph);
  measures->constraint = milieu_graph_constraint (graph);
  take_effective_size (measures, graph);
  for (guint v = 0; v < graph->n; v++)
    measures->participation[v] = participation_of (graph, v);
  measures->roles = milieu_graph_roles (graph, NULL);
  if (!measures_ask_worker (measures, graph, force, cancel))
    return NULL;
  milieu_vertices_by_betweenness (measures->betweenness, measures->n, measures->ranking);
  return g_steal_pointer (&measures);
}

MilieuMeasures *
milieu_measures_ref (MilieuMeasures *measures)
{
  g_atomic_int_inc (&measures->count);
  return measures;
}

void
milieu_measures_free (MilieuMeasures *measures)
{
  g_return_if_fail (measures != NULL);
  if (!g_atomic_int_dec_and_test (&measures->count))
    return;
  g_free (measures->degree);
  g_free (measures->strength);
  g_free (measures->betweenness);
  g_free (measures->constraint);
  g_free (measures->effective_size);
  g_free (measures->participation);
  g_free (measures->core);
  g_free (measures->cut_point);
  g_free (measures->roles);
  g_free (measures->ranking);
  g_free (measures);
}

/* Scores that differ by rounding alone stand in the order of ids: runs of
 * neighbours in the falling order are put by id, each within 1e-9 of its first. */
void
milieu_vertices_by_betweenness (const double *betweenness, guint n, guint32 *ranking)
{
  g_autofree Ranked *ranked = g_new (Ranked, n);
  guint start = 0;

  for (guint v = 0; v < n; v++)
    ranked[v] = (Ranked) { isnan (betweenness[v]) ? 0 : betweenness[v], v };
  if (n > 0)
    qsort (ranked, n, sizeof (Ranked), compare_scores);
  for (guint i = 1; i <= n; i++)
    if (i == n || ranked[start].score - ranked[i].score > 1e-9)
      {
        qsort (ranked + start, i - start, sizeof (Ranked), compare_vertices);
        start = i;
      }
  for (guint i = 0; i < n; i++)
    ranking[i] = ranked[i].vertex;
}
