/* Leiden without igraph: against closed forms, all partitions of small graphs, and the best known of the karate club. */
#include "model/random.h"
#include "network/communities.h"

#include <math.h>

/* Zachary 1977, the 78 ties of the karate club, from 0 */
static const guint32 karate[] = {
  0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 8, 0, 10, 0, 11, 0, 12, 0, 13, 0, 17, 0, 19, 0, 21, 0, 31,
  1, 2, 1, 3, 1, 7, 1, 13, 1, 17, 1, 19, 1, 21, 1, 30, 2, 3, 2, 7, 2, 8, 2, 9, 2, 13, 2, 27, 2, 28, 2, 32,
  3, 7, 3, 12, 3, 13, 4, 6, 4, 10, 5, 6, 5, 10, 5, 16, 6, 16, 8, 30, 8, 32, 8, 33, 9, 33, 13, 33,
  14, 32, 14, 33, 15, 32, 15, 33, 18, 32, 18, 33, 19, 33, 20, 32, 20, 33, 22, 32, 22, 33, 23, 25, 23, 27,
  23, 29, 23, 32, 23, 33, 24, 25, 24, 27, 24, 31, 25, 31, 26, 29, 26, 33, 27, 33, 28, 31, 28, 33, 29, 32,
  29, 33, 30, 32, 30, 33, 31, 32, 31, 33, 32, 33,
};

/* Q = Σ_ij [w_ij − s_i s_j / 2W] δ(c_i, c_j) / 2W, as the formula stands */
static double
q_of (const MilieuGraph *graph, const guint *of)
{
  g_autofree double *strength = g_new0 (double, graph->n);
  double total = 0, sum = 0;

  for (guint e = 0; e < graph->m; e++)
    {
      const MilieuEdge *edge = &graph->edges[e];

      strength[edge->a] += edge->weight;
      strength[edge->b] += edge->weight;
      total += 2 * edge->weight;
      sum += of[edge->a] == of[edge->b] ? 2 * edge->weight : 0;
    }
  for (guint i = 0; i < graph->n; i++)
    for (guint j = 0; j < graph->n; j++)
      sum -= of[i] == of[j] ? strength[i] * strength[j] / total : 0;
  return sum / total;
}

static void
test_ring_of_cliques (void)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (MilieuGraph) graph = NULL;
  guint membership[50];
  MilieuMeasure q;

  for (guint32 clique = 0; clique < 10; clique++)
    for (guint32 i = 0; i < 5; i++)
      for (guint32 j = i + 1; j <= 5; j++)
        {
          guint32 pair[2] = { 5 * clique + i, j < 5 ? 5 * clique + j : 5 * ((clique + 1) % 10) };

          if (j < 5 || i == 4)
            g_array_append_vals (pairs, pair, 2);
        }
  graph = milieu_graph_new_from_arrays (50, NULL, pairs->len / 2, (guint32 *) pairs->data, NULL, NULL, NULL);
  q = milieu_graph_leiden_once (graph, 1, membership);
  /* ten times 10 of 110 ties within, a tenth of all ends */
  g_assert_cmpfloat_with_epsilon (q.value, 10 * (10 / 110.0 - 0.01), 1e-12);
  for (guint v = 0; v < 50; v++)
    g_assert_cmpuint (membership[v], ==, v / 5);
}

static void
test_karate (void)
{
  g_autoptr (MilieuGraph) graph = milieu_graph_new_from_arrays (34, NULL, G_N_ELEMENTS (karate) / 2, karate, NULL, NULL, NULL);
  double best = 0;

  g_assert_cmpuint (graph->m, ==, 78);
  for (guint seed = 0; seed < 20; seed++)
    {
      guint membership[34], again[34];
      MilieuMeasure q = milieu_graph_leiden_once (graph, seed, membership);

      g_assert_cmpfloat_with_epsilon (q.value, q_of (graph, membership), 1e-12);
      g_assert_cmpfloat (q.value, >=, 0.39);
      best = MAX (best, q.value);
      milieu_graph_leiden_once (graph, seed, again);
      g_assert_cmpmem (membership, sizeof membership, again, sizeof again);
    }
  /* the optimum, proven by Brandes et al. 2008 */
  g_assert_cmpfloat_with_epsilon (best, 0.4198, 1e-4);
}

/* all partitions of n vertices: each joins a community that is there, or opens the next */
static double
best_of (const MilieuGraph *graph, guint *of, guint v, guint n_communities)
{
  double best = -1;

  if (v == graph->n)
    return q_of (graph, of);
  for (of[v] = 0; of[v] <= n_communities; of[v]++)
    best = MAX (best, best_of (graph, of, v + 1, MAX (n_communities, of[v] + 1)));
  return best;
}

static void
test_small_graphs (void)
{
  MilieuRandom random;
  guint optimal = 0;

  milieu_random_init (&random, 3);
  for (guint trial = 0; trial < 60; trial++)
    {
      guint n = 2 + milieu_random_below (&random, 6), n_ties = 1 + milieu_random_below (&random, 12), of[8];
      guint32 pairs[24];
      double weights[12], best, q;
      g_autoptr (MilieuGraph) graph = NULL;

      for (guint i = 0; i < n_ties; i++)
        {
          pairs[2 * i] = milieu_random_below (&random, n);
          pairs[2 * i + 1] = milieu_random_below (&random, n);
          weights[i] = milieu_random_below (&random, 4);
        }
      graph = milieu_graph_new_from_arrays (n, NULL, n_ties, pairs, weights, NULL, NULL);
      q = milieu_graph_leiden_once (graph, trial, of).value;
      if (isnan (q))
        continue;
      g_assert_cmpfloat_with_epsilon (q, q_of (graph, of), 1e-12);
      best = best_of (graph, of, 0, 0);
      g_assert_cmpfloat (q, <=, best + 1e-12);
      optimal += q >= best - 1e-12;
    }
  g_assert_cmpuint (optimal, >=, 45);
}

static void
test_nothing_to_join (void)
{
  const guint32 pairs[] = { 0, 1, 1, 2 };
  const double nothing[] = { 0, 0 };
  g_autoptr (MilieuGraph) isolates = milieu_graph_new_from_arrays (3, NULL, 0, pairs, NULL, NULL, NULL);
  g_autoptr (MilieuGraph) weightless = milieu_graph_new_from_arrays (3, NULL, 2, pairs, nothing, NULL, NULL);
  g_autoptr (MilieuGraph) empty = milieu_graph_new_from_arrays (0, NULL, 0, pairs, NULL, NULL, NULL);
  guint membership[3];

  g_assert_cmpint (milieu_graph_leiden_once (isolates, 1, membership).status, ==, MILIEU_MEASURE_NO_TIES);
  g_assert_cmpint (milieu_graph_leiden_once (weightless, 1, membership).status, ==, MILIEU_MEASURE_NO_TIES);
  g_assert_cmpint (milieu_graph_leiden_once (empty, 1, membership).status, ==, MILIEU_MEASURE_NO_ACTORS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network/communities/ring-of-cliques", test_ring_of_cliques);
  g_test_add_func ("/network/communities/karate", test_karate);
  g_test_add_func ("/network/communities/small-graphs", test_small_graphs);
  g_test_add_func ("/network/communities/nothing-to-join", test_nothing_to_join);
  return g_test_run ();
}
