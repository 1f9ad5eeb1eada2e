/* Measures of 200 small random graphs against brute force: paths found one by
 * one, vertices taken away one by one. */
#include <math.h>
#include <string.h>

#include "model/random.h"
#include "network/measures.h"

#define U MILIEU_GROUND_UPPERGROUND
#define M MILIEU_GROUND_MIDDLEGROUND
#define D MILIEU_GROUND_UNDERGROUND

static void
assert_near (double a, double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, 1e-9);
}

#define MOST 9

typedef struct
{
  guint n;
  gboolean tied[MOST][MOST];
  guint8 ground[MOST];
  guint shortest;            /* of the pair under study */
  guint paths, through[MOST], free_of_middle;
} Brute;

static void
walk (Brute *brute, guint at, guint to, guint8 *on_path, guint length)
{
  gboolean middle = FALSE;

  if (length > brute->shortest)
    return;
  if (at == to)
    {
      if (length < brute->shortest)
        {
          brute->shortest = length;
          brute->paths = brute->free_of_middle = 0;
          memset (brute->through, 0, sizeof brute->through);
        }
      brute->paths++;
      for (guint v = 0; v < brute->n; v++)
        {
          brute->through[v] += on_path[v] == 2;
          middle |= on_path[v] == 2 && brute->ground[v] == M;
        }
      brute->free_of_middle += !middle;
      return;
    }
  for (guint next = 0; next < brute->n; next++)
    if (brute->tied[at][next] && on_path[next] == 0)
      {
        on_path[next] = next == to ? 1 : 2;
        walk (brute, next, to, on_path, length + 1);
        on_path[next] = 0;
      }
}

static void
brute_pair (Brute *brute, guint from, guint to)
{
  guint8 on_path[MOST] = { 0 };

  brute->shortest = G_MAXUINT;
  brute->paths = brute->free_of_middle = 0;
  memset (brute->through, 0, sizeof brute->through);
  on_path[from] = 1;
  walk (brute, from, to, on_path, 0);
}

static MilieuGraph *
random_graph (MilieuRandom *random, Brute *brute)
{
  guint32 pairs[MOST * MOST];
  guint n_ties = 0, chance = 1 + milieu_random_below (random, 6);

  *brute = (Brute) { .n = 2 + milieu_random_below (random, MOST - 1) };
  for (guint a = 0; a < brute->n; a++)
    {
      brute->ground[a] = milieu_random_below (random, MILIEU_N_GROUNDS);
      for (guint b = 0; b < a; b++)
        if (milieu_random_below (random, 8) < chance)
          {
            brute->tied[a][b] = brute->tied[b][a] = TRUE;
            pairs[2 * n_ties] = a;
            pairs[2 * n_ties++ + 1] = b;
          }
    }
  return milieu_graph_new_from_arrays (brute->n, brute->ground, n_ties, pairs, NULL, NULL, NULL);
}

static void
check_betweenness (Brute *brute, const MilieuMeasures *measures)
{
  double expected[MOST] = { 0 };

  for (guint s = 0; s < brute->n; s++)
    for (guint t = 0; t < s; t++)
      {
        brute_pair (brute, s, t);
        for (guint v = 0; v < brute->n && brute->paths > 0; v++)
          expected[v] += (double) brute->through[v] / brute->paths;
      }
  for (guint v = 0; v < brute->n; v++)
    assert_near (measures->betweenness[v], expected[v]);
}

static void
check_roles (const Brute *brute, const MilieuMeasures *measures)
{
  for (guint v = 0; v < brute->n; v++)
    {
      MilieuRoles expected = { .defined = brute->ground[v] != 0 };

      for (guint a = 0; a < brute->n; a++)
        for (guint b = 0; b < a; b++)
          {
            guint8 ga = brute->ground[a], gv = brute->ground[v], gb = brute->ground[b];

            if (!brute->tied[a][v] || !brute->tied[v][b] || brute->tied[a][b] || !ga || !gv || !gb)
              continue;
            expected.coordinator += ga == gv && gv == gb;
            expected.itinerant += ga == gb && gv != ga;
            expected.gatekeeper += ga != gb && (gv == ga || gv == gb);
            expected.liaison += ga != gb && gv != ga && gv != gb;
          }
      g_assert_cmpmem (&expected, sizeof expected, &measures->roles[v], sizeof expected);
    }
}

static void
check_mediation (Brute *brute, const MilieuGraph *graph)
{
  MilieuMediation result = milieu_graph_mediation (graph, NULL, 1 << M);
  guint pairs = 0, connected = 0;
  double sum = 0;

  for (guint u = 0; u < brute->n; u++)
    for (guint d = 0; d < brute->n; d++)
      if (brute->ground[u] == U && brute->ground[d] == D)
        {
          pairs++;
          brute_pair (brute, u, d);
          connected += brute->paths > 0;
          sum += brute->paths > 0 ? 1 - (double) brute->free_of_middle / brute->paths : 0;
        }
  g_assert_cmpuint (result.pairs, ==, pairs);
  g_assert_cmpuint (result.connected, ==, connected);
  if (pairs < 9)
    g_assert_cmpint (result.reach.status, ==, MILIEU_MEASURE_TOO_FEW);
  else
    assert_near (result.reach.value, (double) connected / pairs);
  if (pairs >= 9 && connected > 0)
    assert_near (result.mediation.value, sum / connected);
}

/* c_i over the formula with all q, e_i over ties among neighbours */
static void
check_holes (const Brute *brute, const MilieuMeasures *measures)
{
  guint degree[MOST] = { 0 };

  for (guint a = 0; a < brute->n; a++)
    for (guint b = 0; b < brute->n; b++)
      degree[a] += brute->tied[a][b];
  for (guint i = 0; i < brute->n; i++)
    {
      double c = 0, t = 0;

      for (guint j = 0; j < brute->n; j++)
        {
          double reach = brute->tied[i][j] ? 1.0 / degree[i] : 0;

          for (guint q = 0; q < brute->n; q++)
            {
              if (brute->tied[i][q] && brute->tied[q][j] && q != i && q != j)
                reach += 1.0 / degree[i] / degree[q];
              t += q < j && brute->tied[i][q] && brute->tied[i][j] && brute->tied[q][j];
            }
          c += brute->tied[i][j] ? reach * reach : 0;
        }
      g_assert_cmpuint (measures->degree[i], ==, degree[i]);
      if (degree[i] == 0)
        continue;
      assert_near (measures->constraint[i], c);
      assert_near (measures->effective_size[i], degree[i] - 2 * t / degree[i]);
    }
}

static guint
largest_left (const Brute *brute, const gboolean *gone)
{
  guint largest = 0;

  for (guint s = 0; s < brute->n; s++)
    {
      gboolean seen[MOST] = { FALSE };
      guint size = 0;

      if (gone[s])
        continue;
      seen[s] = TRUE;
      for (guint round = 0; round < brute->n; round++)
        for (guint a = 0; a < brute->n; a++)
          for (guint b = 0; b < brute->n; b++)
            if (seen[a] && brute->tied[a][b] && !gone[b])
              seen[b] = TRUE;
      for (guint v = 0; v < brute->n; v++)
        size += seen[v];
      largest = MAX (largest, size);
    }
  return largest;
}

static void
check_robustness (const Brute *brute, const MilieuGraph *graph)
{
  gboolean gone[MOST] = { FALSE };
  double sum = 0;

  for (guint q = 0; q < brute->n; q++)
    {
      int top = -1, most = -1;

      for (guint v = 0; v < brute->n; v++)
        {
          int degree = 0;

          for (guint w = 0; w < brute->n; w++)
            degree += brute->tied[v][w] && !gone[w];
          if (!gone[v] && degree > most)
            {
              most = degree;
              top = v;
            }
        }
      gone[top] = TRUE;
      sum += (double) largest_left (brute, gone) / brute->n;
    }
  assert_near (milieu_graph_robustness (graph, 1).r, sum / brute->n);
}

/* a pair is redundant if no tie and no single other vertex taken away parts it */
static void
check_redundancy (const Brute *brute, const MilieuGraph *graph)
{
  MilieuRedundancy result = milieu_graph_redundancy (graph, NULL, NULL);
  guint connected = 0, redundant = 0;

  for (guint a = 0; a < brute->n; a++)
    for (guint b = 0; b < a; b++)
      {
        gboolean stays = TRUE;
        Brute copy = *brute;

        if (!brute->ground[a] || !brute->ground[b] || brute->ground[a] == brute->ground[b])
          continue;
        brute_pair (&copy, a, b);
        if (copy.paths == 0)
          continue;
        connected++;
        for (guint v = 0; v < brute->n; v++)
          {
            copy = *brute;
            if (v == b)
              copy.tied[a][b] = copy.tied[b][a] = FALSE;
            else
              for (guint w = 0; w < brute->n && v != a; w++)
                copy.tied[v][w] = copy.tied[w][v] = FALSE;
            brute_pair (&copy, a, b);
            stays &= copy.paths > 0;
          }
        redundant += stays;
      }
  g_assert_cmpuint (result.connected, ==, connected);
  if (connected > 0)
    g_assert_cmpuint (result.redundant, ==, redundant);
}

static void
test_brute_force (void)
{
  MilieuRandom random;

  milieu_random_init (&random, 2018);
  for (guint i = 0; i < 200; i++)
    {
      Brute brute;
      g_autoptr (MilieuGraph) graph = random_graph (&random, &brute);
      g_autoptr (MilieuMeasures) measures = milieu_measures_new (graph, FALSE, NULL);

      check_betweenness (&brute, measures);
      check_roles (&brute, measures);
      check_mediation (&brute, graph);
      check_holes (&brute, measures);
      check_robustness (&brute, graph);
      check_redundancy (&brute, graph);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/brute-force/200-graphs", test_brute_force);
  return g_test_run ();
}
