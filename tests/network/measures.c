/* Measures against closed forms, the toy graph of the indicators. */
#include <math.h>

#include "network/measures.h"

#define U MILIEU_GROUND_UPPERGROUND
#define E MILIEU_GROUND_EMERGING
#define M MILIEU_GROUND_MIDDLEGROUND
#define D MILIEU_GROUND_UNDERGROUND

static MilieuGraph *
graph_of (guint n, const guint8 *grounds, guint n_ties, const guint32 *pairs)
{
  return milieu_graph_new_from_arrays (n, grounds, n_ties, pairs, NULL, NULL, NULL);
}

static void
assert_near (double a, double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, 1e-9);
}

static void
assert_shown (double value, double as_printed)
{
  g_assert_cmpfloat_with_epsilon (value, as_printed, 0.00005);
}

static void
test_toy (void)
{
  const guint8 grounds[] = { U, U, U, M, D, D };
  const guint32 pairs[] = { 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 3, 5 };
  const double betweenness[] = { 0, 4, 6, 6, 0, 0 }, constraint[] = { 1, .5, .5, .6111, 1.0069, 1.0069 };
  const double size[] = { 1, 2, 2, 2.3333, 1, 1 };
  const guint core[] = { 1, 1, 1, 2, 2, 2 };
  const guint8 cut[] = { 0, 1, 1, 1, 0, 0 };
  g_autoptr (MilieuGraph) graph = graph_of (6, grounds, 6, pairs);
  g_autoptr (MilieuMeasures) measures = milieu_measures_new (graph, FALSE, NULL);
  MilieuExternalInternal ei = milieu_graph_external_internal (graph, NULL);
  guint n;
  g_autofree guint32 *bridges = milieu_graph_bridges (graph, &n, NULL);

  for (guint v = 0; v < 6; v++)
    {
      assert_near (measures->betweenness[v], betweenness[v]);
      assert_shown (measures->constraint[v], constraint[v]);
      assert_shown (measures->effective_size[v], size[v]);
      g_assert_cmpuint (measures->core[v], ==, core[v]);
      g_assert_cmpuint (measures->cut_point[v], ==, cut[v]);
    }
  g_assert_cmpuint (measures->ranking[0], ==, 2);
  g_assert_cmpuint (measures->ranking[1], ==, 3);
  g_assert_cmpuint (ei.external, ==, 3);
  g_assert_cmpuint (ei.internal, ==, 3);
  assert_near (ei.index.value, 0);
  assert_shown (milieu_graph_assortativity (graph, NULL).value, 0.2340);
  assert_shown (milieu_graph_modularity (graph, NULL).value, 0.1528);
  g_assert_cmpuint (measures->roles[3].liaison, ==, 2);
  g_assert_cmpuint (measures->roles[2].gatekeeper, ==, 1);
  g_assert_cmpuint (n, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (bridges[i], ==, i);
  assert_shown (milieu_graph_robustness (graph, 1).r, 0.2222);
  g_assert_cmpint (milieu_graph_robustness (graph, 10).status, ==, MILIEU_MEASURE_TOO_FEW);
}

/* star of n: betweenness (n−1)(n−2)/2 in the middle; R = (n − 1)/n² */
static void
test_star (void)
{
  guint32 pairs[2 * 11];
  guint8 grounds[12];
  g_autoptr (MilieuGraph) graph = NULL;
  g_autoptr (MilieuMeasures) measures = NULL;
  MilieuRedundancy redundancy;

  for (guint i = 0; i < 11; i++)
    {
      pairs[2 * i] = 5;
      pairs[2 * i + 1] = i < 5 ? i : i + 1;
    }
  for (guint v = 0; v < 12; v++)
    grounds[v] = v % 2 == 0 ? U : D;
  graph = graph_of (12, grounds, 11, pairs);
  measures = milieu_measures_new (graph, FALSE, NULL);
  assert_near (measures->betweenness[5], 55);
  assert_near (measures->constraint[5], 1.0 / 11);
  assert_near (measures->constraint[0], 1);
  assert_near (measures->effective_size[5], 11);
  g_assert_cmpuint (measures->ranking[0], ==, 5);
  assert_near (milieu_graph_robustness (graph, 10).r, 11.0 / 144);
  assert_near (milieu_graph_robustness_by_betweenness (graph, 10, FALSE, NULL).r, 11.0 / 144);
  g_assert_cmpuint (milieu_graph_cross_pairs (graph, NULL, MILIEU_NO_VERTEX), ==, 36);
  g_assert_cmpuint (milieu_graph_cross_pairs (graph, NULL, 5), ==, 0);
  assert_near (milieu_graph_dependence (graph, NULL, 5).value, 1);
  redundancy = milieu_graph_redundancy (graph, NULL, NULL);
  g_assert_cmpuint (redundancy.connected, ==, 36);
  assert_near (redundancy.share.value, 0);
  assert_near (milieu_graph_density (graph).value, 2.0 * 11 / (12 * 11));
}

/* ring of n even: betweenness (n − 2)²/8 each; every pair has two disjoint paths */
static void
test_ring (void)
{
  guint32 pairs[2 * 10];
  guint8 grounds[10];
  g_autoptr (MilieuGraph) graph = NULL;
  g_autoptr (MilieuMeasures) measures = NULL;
  guint n;
  g_autofree guint32 *bridges = NULL;

  for (guint i = 0; i < 10; i++)
    {
      pairs[2 * i] = i;
      pairs[2 * i + 1] = (i + 1) % 10;
      grounds[i] = i < 5 ? U : D;
    }
  graph = graph_of (10, grounds, 10, pairs);
  measures = milieu_measures_new (graph, FALSE, NULL);
  for (guint v = 0; v < 10; v++)
    {
      assert_near (measures->betweenness[v], 8);
      assert_near (measures->constraint[v], 0.5);
      g_assert_cmpuint (measures->core[v], ==, 2);
      g_assert_cmpuint (measures->cut_point[v], ==, 0);
      g_assert_cmpuint (measures->ranking[v], ==, v);
    }
  assert_near (milieu_graph_redundancy (graph, NULL, NULL).share.value, 1);
  bridges = milieu_graph_bridges (graph, &n, NULL);
  g_assert_nonnull (bridges);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (milieu_graph_distance (graph, 0, 5), ==, 5);
}

/* complete: R* = 1, constraint of n equal ties ((n−1+n−2)/(n−1))²/(n−1)… e = 1 */
static void
test_complete (void)
{
  enum { N = 11 };
  guint32 pairs[N * (N - 1)];
  guint n = 0;
  double p = 1.0 / (N - 1), reach = p + (N - 2) * p * p;
  g_autoptr (MilieuGraph) graph = NULL;
  g_autoptr (MilieuMeasures) measures = NULL;
  MilieuRobustness robustness;

  for (guint a = 0; a < N; a++)
    for (guint b = a + 1; b < N; b++)
      {
        pairs[2 * n] = b;
        pairs[2 * n++ + 1] = a;
      }
  graph = graph_of (N, NULL, n, pairs);
  measures = milieu_measures_new (graph, FALSE, NULL);
  robustness = milieu_graph_robustness (graph, 10);
  assert_near (robustness.r_star, 1);
  assert_near (robustness.r, (N - 1.0) / (2 * N));
  for (guint v = 0; v < N; v++)
    {
      assert_near (measures->constraint[v], (N - 1) * reach * reach);
      assert_near (measures->effective_size[v], 1);
      g_assert_cmpuint (measures->core[v], ==, N - 1);
      g_assert_false (measures->roles[v].defined);
      g_assert_true (isnan (measures->participation[v]));
    }
  assert_near (milieu_graph_density (graph).value, 1);
}

/* parallel ties add up, loops are dropped, arcs follow the directions */
static void
test_multigraph (void)
{
  const guint32 pairs[] = { 2, 0, 0, 2, 1, 1, 1, 2, 2, 1 };
  const double weights[] = { 2, NAN, 5, 3, 4 };
  const guint8 classes[] = { 1, 2, 1, 1, 3 }, directed[] = { 1, 1, 1, 0, 1 };
  g_autoptr (MilieuGraph) graph = milieu_graph_new_from_arrays (3, NULL, 5, pairs, weights, classes, directed);
  g_autoptr (MilieuMeasures) measures = milieu_measures_new (graph, FALSE, NULL);
  const guint8 removed[] = { 0, 1, 0 };
  g_autoptr (MilieuGraph) rest = milieu_graph_without (graph, removed);

  g_assert_cmpuint (graph->m, ==, 2);
  g_assert_cmpuint (graph->n_ties, ==, 4);
  assert_near (graph->edges[0].weight, 3);
  assert_near (graph->edges[1].weight, 7);
  g_assert_cmpuint (graph->edges[0].classes, ==, 1 << 1 | 1 << 2);
  g_assert_cmpuint (graph->ties[graph->edges[1].first_tie], ==, 3);
  g_assert_cmpuint (graph->n_arcs, ==, 4);
  g_assert_true (milieu_graph_has_arc (graph, 2, 0));
  g_assert_true (milieu_graph_has_arc (graph, 1, 2));
  g_assert_false (milieu_graph_has_arc (graph, 0, 1));
  assert_near (milieu_graph_reciprocity (graph).value, 1);
  assert_near (measures->strength[2], 10);
  g_assert_cmpuint (measures->degree[2], ==, 2);
  assert_near (measures->constraint[2], 0.09 + 0.49);
  g_assert_cmpuint (rest->n, ==, 2);
  g_assert_cmpuint (rest->m, ==, 1);
  g_assert_cmpuint (rest->actors[1], ==, 2);
  g_assert_cmpuint (rest->n_ties, ==, 2);
}

/* nothing is 0 that has no value */
static void
test_undefined (void)
{
  const guint8 grounds[] = { U, U };
  const guint32 pair[] = { 0, 1 };
  g_autoptr (MilieuGraph) none = graph_of (0, NULL, 0, NULL), alone = graph_of (1, NULL, 0, NULL);
  g_autoptr (MilieuGraph) two = graph_of (2, grounds, 1, pair);
  g_autoptr (MilieuMeasures) of_none = milieu_measures_new (none, FALSE, NULL);
  g_autoptr (MilieuMeasures) of_one = milieu_measures_new (alone, FALSE, NULL);

  g_assert_cmpint (milieu_graph_lambda (none).status, ==, MILIEU_MEASURE_NO_ACTORS);
  g_assert_true (isnan (milieu_graph_lambda (none).value));
  assert_near (milieu_graph_lambda (alone).value, 1);
  g_assert_cmpint (milieu_graph_density (alone).status, ==, MILIEU_MEASURE_TOO_FEW);
  g_assert_cmpint (milieu_graph_external_internal (alone, NULL).index.status, ==, MILIEU_MEASURE_NO_TIES);
  g_assert_cmpint (milieu_graph_assortativity (alone, NULL).status, ==, MILIEU_MEASURE_NO_TIES);
  g_assert_cmpint (milieu_graph_assortativity (two, NULL).status, ==, MILIEU_MEASURE_ONE_GROUND);
  g_assert_cmpint (milieu_graph_dependence (two, NULL, 0).status, ==, MILIEU_MEASURE_NO_TIES);
  g_assert_cmpint (milieu_graph_redundancy (two, NULL, NULL).share.status, ==, MILIEU_MEASURE_NO_TIES);
  g_assert_cmpint (milieu_graph_mediation (two, NULL, 1 << M).reach.status, ==, MILIEU_MEASURE_TOO_FEW);
  g_assert_cmpint (milieu_graph_robustness (none, 0).status, ==, MILIEU_MEASURE_NO_ACTORS);
  g_assert_true (isnan (milieu_graph_robustness (alone, 0).r_without_isolates));
  g_assert_true (isnan (of_one->constraint[0]));
  g_assert_true (isnan (of_one->effective_size[0]));
  g_assert_cmpuint (of_none->n, ==, 0);
  assert_near (milieu_graph_lambda_without (two, D).value, 1);
  g_assert_cmpint (milieu_graph_lambda_without (two, U).status, ==, MILIEU_MEASURE_NO_ACTORS);
}

/* a chain of 1 100 diamonds has 2¹¹⁰⁰ shortest paths, more than a double holds; half avoid the one M */
static void
test_many_paths (void)
{
  enum { DIAMONDS = 1100, N = 3 * DIAMONDS + 1 + 16 };
  g_autofree guint32 *pairs = g_new (guint32, 2 * (4 * DIAMONDS + 16));
  g_autofree guint8 *grounds = g_new0 (guint8, N);
  guint n = 0;
  g_autoptr (MilieuGraph) graph = NULL;
  MilieuMediation result;

  for (guint k = 0; k < DIAMONDS; k++)
    for (guint side = 1; side <= 2; side++)
      {
        grounds[3 * k + side] = k == 0 && side == 1 ? M : MILIEU_GROUND_NONE;
        pairs[2 * n] = 3 * k;
        pairs[2 * n++ + 1] = 3 * k + side;
        pairs[2 * n] = 3 * k + side;
        pairs[2 * n++ + 1] = 3 * k + 3;
      }
  for (guint i = 0; i < 16; i++)
    {
      grounds[N - 16 + i] = i % 2 == 0 ? U : D;
      pairs[2 * n] = i % 2 == 0 ? 0 : 3 * DIAMONDS;
      pairs[2 * n++ + 1] = N - 16 + i;
    }
  graph = graph_of (N, grounds, n, pairs);
  result = milieu_graph_mediation (graph, NULL, 1 << M);
  assert_near (result.reach.value, 1);
  assert_near (result.mediation.value, 0.5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/toy", test_toy);
  g_test_add_func ("/measures/star", test_star);
  g_test_add_func ("/measures/ring", test_ring);
  g_test_add_func ("/measures/complete", test_complete);
  g_test_add_func ("/measures/multigraph", test_multigraph);
  g_test_add_func ("/measures/undefined", test_undefined);
  g_test_add_func ("/measures/many-paths", test_many_paths);
  return g_test_run ();
}
