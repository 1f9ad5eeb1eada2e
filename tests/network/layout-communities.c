/* The layout communities: planted groups stay together, and nothing overlaps. */
#include <math.h>
#include <string.h>

#include "model/random.h"
#include "network/clusters.h"
#include "network/layout.h"

#define BLOCK 20

/* rings of BLOCK with chords, and one tie from each to the next */
static MilieuGraph *
planted (guint blocks, guint isolates)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n = blocks * BLOCK + isolates;
  MilieuGraph *graph;

  for (guint32 v = 0; v < blocks * BLOCK; v++)
    for (guint k = 1; k <= 3; k++)
      {
        guint32 next = v / BLOCK * BLOCK + (v + k) % BLOCK, bridge = (v + BLOCK) % (blocks * BLOCK);

        g_array_append_val (pairs, v);
        g_array_append_vals (pairs, v % BLOCK == 0 && k == 3 ? &bridge : &next, 1);
      }
  graph = milieu_graph_new_from_arrays (n, NULL, pairs->len / 2, (guint32 *) pairs->data, NULL, NULL, NULL);
  g_array_unref (pairs);
  return graph;
}

static void
test_clusters (void)
{
  g_autoptr (MilieuGraph) graph = planted (12, 3);
  guint of[12 * BLOCK + 3];

  for (guint64 seed = 1; seed < 5; seed++)
    {
      g_assert_cmpuint (milieu_clusters_find (graph, seed, of), ==, 15);
      for (guint v = 0; v < graph->n; v++)
        g_assert_cmpuint (of[v], ==, v < 12 * BLOCK ? v / BLOCK : 12 + v - 12 * BLOCK);
    }
}

/* the rectangles about planted groups do not touch, and so no boxes do, but within one */
static void
test_together (void)
{
  const guint sizes[] = { 3, 12, 40 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (MilieuGraph) graph = planted (sizes[i], 0);
      MilieuLayoutRequest request = { .kind = MILIEU_LAYOUT_COMMUNITIES, .seed = 42 };
      g_autoptr (MilieuLayout) layout = milieu_layout_new (graph, &request);
      guint of[40 * BLOCK], n = milieu_clusters_find (graph, 42, of);
      double box[40][4];

      for (guint c = 0; c < n; c++)
        box[c][0] = box[c][1] = INFINITY, box[c][2] = box[c][3] = -INFINITY;
      for (guint v = 0; v < graph->n; v++)
        {
          box[of[v]][0] = MIN (box[of[v]][0], layout->x[v] - 42);
          box[of[v]][1] = MIN (box[of[v]][1], layout->y[v] - 11);
          box[of[v]][2] = MAX (box[of[v]][2], layout->x[v] + 42);
          box[of[v]][3] = MAX (box[of[v]][3], layout->y[v] + 38);
        }
      for (guint p = 0; p < n; p++)
        for (guint q = 0; q < p; q++)
          g_assert_true (box[p][2] < box[q][0] || box[q][2] < box[p][0] || box[p][3] < box[q][1] || box[q][3] < box[p][1]);
    }
}

static guint
overlaps (const MilieuLayout *layout)
{
  guint n = 0;

  for (guint v = 0; v < layout->n; v++)
    for (guint w = 0; w < v; w++)
      n += fabs (layout->x[v] - layout->x[w]) < 84 - 0.003 && fabs (layout->y[v] - layout->y[w]) < 49 - 0.003;
  return n;
}

static void
test_no_overlap (void)
{
  g_autoptr (MilieuGraph) graph = planted (30, 25), alone = planted (0, 30), none = planted (0, 0);
  MilieuLayoutRequest request = { .kind = MILIEU_LAYOUT_COMMUNITIES, .seed = 42 };
  g_autoptr (MilieuLayout) layout = milieu_layout_new (graph, &request);
  g_autoptr (MilieuLayout) isolates = milieu_layout_new (alone, &request), nobody = milieu_layout_new (none, &request);

  g_assert_cmpuint (overlaps (layout), ==, 0);
  g_assert_cmpuint (overlaps (isolates), ==, 0);
  g_assert_cmpuint (nobody->n, ==, 0);
}

static void
test_threads (void)
{
  g_autoptr (MilieuGraph) graph = planted (20, 5);
  MilieuLayoutRequest request = { .kind = MILIEU_LAYOUT_COMMUNITIES, .seed = 42, .threads = 1 };
  g_autoptr (MilieuLayout) alone = milieu_layout_new (graph, &request), eight = NULL;

  request.threads = 8;
  eight = milieu_layout_new (graph, &request);
  g_assert_cmpmem (alone->x, graph->n * sizeof (double), eight->x, graph->n * sizeof (double));
  g_assert_cmpmem (alone->y, graph->n * sizeof (double), eight->y, graph->n * sizeof (double));
}

static gboolean
stop (double fraction, gpointer data)
{
  return --*(guint *) data > 0;
}

static void
test_cancel (void)
{
  g_autoptr (MilieuGraph) graph = planted (20, 5);

  for (guint most = 1; most < 60; most += 9)
    {
      guint left = most;
      MilieuLayoutRequest request = { .kind = MILIEU_LAYOUT_COMMUNITIES, .progress = stop, .progress_data = &left };

      g_assert_null (milieu_layout_new (graph, &request));
      g_assert_cmpuint (left, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/communities/clusters", test_clusters);
  g_test_add_func ("/communities/together", test_together);
  g_test_add_func ("/communities/no-overlap", test_no_overlap);
  g_test_add_func ("/communities/threads", test_threads);
  g_test_add_func ("/communities/cancel", test_cancel);
  return g_test_run ();
}
