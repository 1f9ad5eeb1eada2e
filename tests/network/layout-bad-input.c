/* What no one would draw, but files may hold: layouts end, and everyone has a place. */
#include <math.h>

#include "model/random.h"
#include "network/layout.h"

static MilieuGraph *
some_graph (guint n, guint ties)
{
  g_autofree guint32 *pairs = g_new (guint32, 2 * ties);
  MilieuRandom random;

  milieu_random_init (&random, 4);
  for (guint i = 0; i < 2 * ties; i++)
    pairs[i] = milieu_random_below (&random, n);
  return milieu_graph_new_from_arrays (n, NULL, ties, pairs, NULL, NULL, NULL);
}

static void
assert_all_placed (const MilieuLayout *layout)
{
  for (guint v = 0; v < layout->n; v++)
    g_assert_true (isfinite (layout->x[v]) && isfinite (layout->y[v]));
}

/* thousands on one point, most of them pinned there: each keeps its place or stays near it */
static void
test_heap (void)
{
  enum { N = 3000 };
  g_autoptr (MilieuGraph) graph = some_graph (N, 2 * N);
  g_autofree double *x = g_new0 (double, N), *y = g_new0 (double, N);
  guint8 pinned[N];

  for (guint v = 0; v < N; v++)
    pinned[v] = v % 50 != 0;
  for (guint kind = 0; kind < MILIEU_N_LAYOUTS; kind++)
    {
      MilieuLayoutRequest request = { .kind = kind, .seed = 42, .keep = TRUE, .x = x, .y = y, .pinned = pinned };
      g_autoptr (MilieuLayout) layout = milieu_layout_new (graph, &request);

      for (guint v = 0; v < N; v++)
        {
          double far = sqrt (layout->x[v] * layout->x[v] + layout->y[v] * layout->y[v]);

          if (pinned[v])
            g_assert_cmpfloat (far, ==, 0);
          else if (kind != MILIEU_LAYOUT_STRATA && kind != MILIEU_LAYOUT_CIRCLE)
            g_assert_cmpfloat (far, <=, MILIEU_LAYOUT_LEEWAY);
          else
            g_assert_true (isfinite (far));
        }
    }
}

/* ties to oneself, and a hundred between the same two */
static void
test_odd_ties (void)
{
  guint32 pairs[2 * 300];
  g_autoptr (MilieuGraph) graph = NULL;

  for (guint i = 0; i < 300; i++)
    {
      pairs[2 * i] = i < 100 ? 0 : i % 40;
      pairs[2 * i + 1] = i < 100 ? 1 : i < 200 ? i % 40 : i * 7 % 40;
    }
  graph = milieu_graph_new_from_arrays (40, NULL, 300, pairs, NULL, NULL, NULL);
  for (guint kind = 0; kind < MILIEU_N_LAYOUTS; kind++)
    {
      MilieuLayoutRequest request = { .kind = kind, .seed = 42 };
      g_autoptr (MilieuLayout) layout = milieu_layout_new (graph, &request);

      assert_all_placed (layout);
    }
}

/* a hub of thousands, and a hundred thousand whom nothing ties */
static void
test_many (void)
{
  enum { LEAVES = 8000, ISOLATES = 100000 };
  g_autofree guint32 *pairs = g_new (guint32, 2 * LEAVES);
  g_autoptr (MilieuGraph) star = NULL, isolates = milieu_graph_new_from_arrays (ISOLATES, NULL, 0, NULL, NULL, NULL, NULL);
  MilieuLayoutRequest request = { .kind = MILIEU_LAYOUT_ORGANIC, .seed = 42 };
  g_autoptr (MilieuLayout) hub = NULL, alone = milieu_layout_new (isolates, &request);

  for (guint i = 0; i < LEAVES; i++)
    {
      pairs[2 * i] = 0;
      pairs[2 * i + 1] = i + 1;
    }
  star = milieu_graph_new_from_arrays (LEAVES + 1, NULL, LEAVES, pairs, NULL, NULL, NULL);
  hub = milieu_layout_new (star, &request);
  assert_all_placed (hub);
  assert_all_placed (alone);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout-bad-input/heap", test_heap);
  g_test_add_func ("/layout-bad-input/odd-ties", test_odd_ties);
  g_test_add_func ("/layout-bad-input/many", test_many);
  return g_test_run ();
}
