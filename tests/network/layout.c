/* Layouts: same bytes, pinned still, actors in their band, no box on another, always an end. */
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "model/random.h"
#include "network/layout.h"

static const char *program;

/* a connected part of two thirds, small parts and isolates after it */
static MilieuGraph *
some_graph (guint n, guint seed)
{
  g_autofree guint32 *pairs = g_new (guint32, 6 * n + 6);
  g_autofree guint8 *grounds = g_new (guint8, n + 1), *classes = g_new (guint8, 3 * n + 3);
  guint n_ties = 0, joined = n * 2 / 3;
  MilieuRandom random;

  milieu_random_init (&random, seed);
  for (guint v = 0; v < n; v++)
    {
      grounds[v] = milieu_random_below (&random, MILIEU_N_GROUNDS);
      for (guint k = 0; v > 0 && v < joined && k < 1 + milieu_random_below (&random, 2); k++)
        {
          classes[n_ties] = 1 + milieu_random_below (&random, 3);
          pairs[2 * n_ties] = v;
          pairs[2 * n_ties++ + 1] = milieu_random_below (&random, v);
        }
      if (v > joined && v % 3 == 0)
        {
          classes[n_ties] = MILIEU_CLASS_INSTITUTION;
          pairs[2 * n_ties] = v;
          pairs[2 * n_ties++ + 1] = v - 1;
        }
    }
  return milieu_graph_new_from_arrays (n, grounds, n_ties, pairs, NULL, classes, NULL);
}

static MilieuExtent *
some_extents (guint n, guint seed)
{
  MilieuExtent *extents = g_new (MilieuExtent, n + 1);
  MilieuRandom random;

  milieu_random_init (&random, seed);
  for (guint v = 0; v < n; v++)
    {
      double half = 12 + milieu_random_below (&random, 45);

      extents[v] = (MilieuExtent) { half, half, 9, 14 + 12 * milieu_random_below (&random, 3) };
    }
  return extents;
}

static void
assert_all_placed (const MilieuLayout *layout)
{
  for (guint v = 0; v < layout->n; v++)
    {
      g_assert_true (isfinite (layout->x[v]) && isfinite (layout->y[v]));
      g_assert_true (fabs (layout->x[v] * 1000 - rint (layout->x[v] * 1000)) < 1e-6 * (1 + fabs (layout->x[v])));
    }
}

static guint
overlaps (const MilieuLayout *layout, const MilieuExtent *extents)
{
  guint n = 0;

  for (guint v = 0; v < layout->n; v++)
    for (guint w = 0; w < v; w++)
      {
        MilieuExtent a = extents != NULL ? extents[v] : MILIEU_LAYOUT_EXTENT;
        MilieuExtent b = extents != NULL ? extents[w] : MILIEU_LAYOUT_EXTENT;

        n += layout->x[v] - a.left + 0.01 < layout->x[w] + b.right && layout->x[w] - b.left + 0.01 < layout->x[v] + a.right
             && layout->y[v] - a.up + 0.01 < layout->y[w] + b.down && layout->y[w] - b.up + 0.01 < layout->y[v] + a.down;
      }
  return n;
}

static void
test_no_overlap (void)
{
  const guint sizes[] = { 0, 1, 2, 3, 7, 40, 480 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint kind = 0; kind < MILIEU_N_LAYOUTS; kind++)
      for (guint boxes = 0; boxes < 2; boxes++)
        {
          g_autoptr (MilieuGraph) graph = some_graph (sizes[i], i);
          g_autofree MilieuExtent *extents = boxes ? some_extents (sizes[i], i) : NULL;
          MilieuLayoutRequest request = { .kind = kind, .seed = 42, .extents = extents };
          g_autoptr (MilieuLayout) layout = milieu_layout_new (graph, &request);

          g_assert_cmpuint (layout->n, ==, sizes[i]);
          assert_all_placed (layout);
          g_assert_cmpuint (overlaps (layout, extents), ==, 0);
        }
}

static void
test_bands (void)
{
  const guint sizes[] = { 0, 1, 46, 310, 900 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (MilieuGraph) graph = some_graph (sizes[i], i);
      g_autofree MilieuExtent *extents = some_extents (sizes[i], i);
      MilieuLayoutRequest request = { .kind = MILIEU_LAYOUT_STRATA, .seed = 1, .extents = extents };
      g_autoptr (MilieuLayout) layout = milieu_layout_new (graph, &request);
      MilieuBand bands[MILIEU_N_GROUNDS];
      guint n = milieu_layout_bands (graph->n, graph->grounds, extents, bands);

      g_assert_cmpuint (n, ==, layout->n_bands);
      g_assert_cmpuint (n, >=, 4);
      g_assert_cmpmem (bands, n * sizeof (MilieuBand), layout->bands, n * sizeof (MilieuBand));
      for (guint b = 1; b < 4; b++)
        g_assert_cmpfloat (bands[b - 1].y1, <, bands[b].y0);
      for (guint v = 0; v < graph->n; v++)
        for (guint b = 0; b < n; b++)
          if (bands[b].ground == graph->grounds[v])
            {
              g_assert_cmpfloat (layout->x[v] - extents[v].left, >=, bands[b].x0);
              g_assert_cmpfloat (layout->x[v] + extents[v].right, <=, bands[b].x1);
              g_assert_cmpfloat (layout->y[v] - extents[v].up, >=, bands[b].y0);
              g_assert_cmpfloat (layout->y[v] + extents[v].down, <=, bands[b].y1);
            }
    }
}

static void
test_pinned (void)
{
  g_autoptr (MilieuGraph) graph = some_graph (46, 3);
  double x[46], y[46];
  guint8 pinned[46] = { 0 };

  for (guint v = 0; v < 46; v++)
    {
      x[v] = v % 2 == 0 ? 91.0005 * v + 0.123456 : NAN;
      y[v] = v % 2 == 0 ? 7.25 * v - 100 : NAN;
      pinned[v] = v % 4 == 0 || v == 1; /* the last has nowhere to be pinned */
    }
  for (guint kind = 0; kind < MILIEU_N_LAYOUTS; kind++)
    for (guint keep = 0; keep < 2; keep++)
      {
        MilieuLayoutRequest request = { .kind = kind, .seed = 9, .x = x, .y = y, .pinned = pinned, .keep = keep };
        g_autoptr (MilieuLayout) layout = milieu_layout_new (graph, &request);

        for (guint v = 0; v < 46; v++)
          {
            g_assert_true (isfinite (layout->x[v]) && isfinite (layout->y[v]));
            if (!pinned[v] || v == 1)
              continue;
            g_assert_true (layout->x[v] == x[v] && layout->y[v] == y[v]);
          }
      }
}

static void
test_all_pinned (void)
{
  g_autoptr (MilieuGraph) graph = some_graph (30, 3);
  double x[30], y[30];
  guint8 pinned[30];

  memset (pinned, 1, sizeof pinned);
  for (guint v = 0; v < 30; v++)
    {
      x[v] = v / 2; /* all in a heap: nothing to be done about it, but an end */
      y[v] = 0;
    }
  for (guint kind = 0; kind < MILIEU_N_LAYOUTS; kind++)
    {
      MilieuLayoutRequest request = { .kind = kind, .x = x, .y = y, .pinned = pinned };
      g_autoptr (MilieuLayout) layout = milieu_layout_new (graph, &request);

      g_assert_cmpmem (layout->x, sizeof x, x, sizeof x);
      g_assert_cmpmem (layout->y, sizeof y, y, sizeof y);
    }
}

static void
test_keep (void)
{
  const MilieuLayoutKind kinds[] = { MILIEU_LAYOUT_STRATA, MILIEU_LAYOUT_ORGANIC };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MilieuGraph) graph = some_graph (46, 8);
      MilieuLayoutRequest request = { .kind = kinds[i], .seed = 42 };
      g_autoptr (MilieuLayout) before = milieu_layout_new (graph, &request), after = NULL;
      g_autofree double *x = g_memdup2 (before->x, 46 * sizeof (double));

      x[5] = x[40] = NAN; /* two are new */
      request = (MilieuLayoutRequest) { .kind = kinds[i], .seed = 7, .keep = TRUE, .x = x, .y = before->y };
      after = milieu_layout_new (graph, &request);
      for (guint v = 0; v < 46; v++)
        if (v != 5 && v != 40)
          {
            double dx = after->x[v] - before->x[v], dy = after->y[v] - before->y[v];

            g_assert_cmpfloat (sqrt (dx * dx + dy * dy), <=, kinds[i] == MILIEU_LAYOUT_STRATA ? 0 : MILIEU_LAYOUT_LEEWAY);
          }
      g_assert_true (isfinite (after->x[5]) && isfinite (after->x[40]));
      g_assert_cmpuint (overlaps (after, NULL), ==, 0);
    }
}

static void
test_no_ties (void)
{
  guint8 grounds[40] = { 0 };
  g_autoptr (MilieuGraph) graph = milieu_graph_new_from_arrays (40, grounds, 0, NULL, NULL, NULL, NULL);

  for (guint kind = 0; kind < MILIEU_N_LAYOUTS; kind++)
    {
      MilieuLayoutRequest request = { .kind = kind, .seed = 42 };
      g_autoptr (MilieuLayout) layout = milieu_layout_new (graph, &request);

      assert_all_placed (layout);
      g_assert_cmpuint (overlaps (layout, NULL), ==, 0);
      g_assert_cmpuint (layout->crossings, ==, 0);
    }
}

static void
test_large (void)
{
  g_autoptr (MilieuGraph) graph = some_graph (1000, 4);

  for (guint kind = 0; kind < MILIEU_N_LAYOUTS; kind++)
    {
      MilieuLayoutRequest request = { .kind = kind, .seed = 42 };
      g_autoptr (MilieuLayout) layout = milieu_layout_new (graph, &request);

      assert_all_placed (layout);
      g_assert_cmpuint (overlaps (layout, NULL), ==, 0);
    }
}

/* drawings that are known to need no crossing get none */
static void
test_planar (void)
{
  guint32 tree[2 * 30], ring[2 * 24];
  g_autoptr (MilieuGraph) tree_graph = NULL, ring_graph = NULL;
  g_autoptr (MilieuLayout) organic = NULL, circle = NULL;
  MilieuLayoutRequest request = { .kind = MILIEU_LAYOUT_ORGANIC, .seed = 42 };

  for (guint v = 1; v <= 30; v++)
    {
      tree[2 * v - 2] = v;
      tree[2 * v - 1] = (v - 1) / 2;
    }
  for (guint i = 0; i < 24; i++) /* 7 is prime to 24: a ring with its vertices mixed */
    {
      ring[2 * i] = i * 7 % 24;
      ring[2 * i + 1] = (i + 1) * 7 % 24;
    }
  tree_graph = milieu_graph_new_from_arrays (31, NULL, 30, tree, NULL, NULL, NULL);
  organic = milieu_layout_new (tree_graph, &request);
  g_assert_cmpuint (organic->crossings, ==, 0);
  g_assert_cmpfloat (organic->residual, <, 0.1);
  ring_graph = milieu_graph_new_from_arrays (24, NULL, 24, ring, NULL, NULL, NULL);
  organic->crossings = 0;
  request.kind = MILIEU_LAYOUT_CIRCLE;
  circle = milieu_layout_new (ring_graph, &request);
  g_assert_cmpuint (circle->crossings, <=, 24); /* by chance 24 · 21 / 6 = 84 */
}

/* pairs, one of each in the band above: the shuffled end within a slot of the other, sideways */
static void
test_pairs (void)
{
  guint32 pairs[2 * 200];
  guint8 grounds[400];
  g_autoptr (MilieuGraph) graph = NULL;
  g_autoptr (MilieuLayout) layout = NULL;
  MilieuLayoutRequest request = { .kind = MILIEU_LAYOUT_STRATA, .seed = 42 };
  double sideways = 0;

  for (guint v = 0; v < 200; v++)
    {
      grounds[v] = MILIEU_GROUND_UPPERGROUND;
      grounds[200 + v] = MILIEU_GROUND_EMERGING;
      pairs[2 * v] = v;
      pairs[2 * v + 1] = 200 + v * 7 % 200;
    }
  graph = milieu_graph_new_from_arrays (400, grounds, 200, pairs, NULL, NULL, NULL);
  layout = milieu_layout_new (graph, &request);
  for (guint v = 0; v < 200; v++)
    sideways += fabs (layout->x[v] - layout->x[200 + v * 7 % 200]) / 200;
  g_assert_cmpfloat (sideways, <, 85);
}

/* two ties that cross in any drawing on a line of four: a known count */
static void
test_crossings (void)
{
  const guint32 pairs[] = { 0, 2, 1, 3, 0, 1, 2, 3 };
  const double x[] = { 0, 1, 1, 0 }, y[] = { 0, 0, 1, 1 };
  g_autoptr (MilieuGraph) graph = milieu_graph_new_from_arrays (4, NULL, 4, pairs, NULL, NULL, NULL);

  g_assert_cmpuint (milieu_layout_crossings (graph, x, y), ==, 1);
}

static gboolean
stop_soon (double fraction, gpointer data)
{
  g_assert_true (fraction >= 0 && fraction <= 1);
  return ++*(guint *) data < 3;
}

static void
test_cancel (void)
{
  g_autoptr (MilieuGraph) graph = some_graph (200, 4);

  for (guint kind = 0; kind < MILIEU_N_LAYOUTS; kind++)
    {
      guint calls = 0;
      MilieuLayoutRequest request = { .kind = kind, .progress = stop_soon, .progress_data = &calls };

      g_assert_null (milieu_layout_new (graph, &request));
      g_assert_cmpuint (calls, ==, 3);
    }
}

static char *
all_bytes (void)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint kind = 0; kind < MILIEU_N_LAYOUTS; kind++)
    for (guint n = 24; n < 600; n += 456)
      {
        g_autoptr (MilieuGraph) graph = some_graph (n, 12);
        MilieuLayoutRequest request = { .kind = kind, .seed = 42 };
        g_autoptr (MilieuLayout) layout = milieu_layout_new (graph, &request);

        g_checksum_update (sum, (const guchar *) layout->x, n * sizeof (double));
        g_checksum_update (sum, (const guchar *) layout->y, n * sizeof (double));
      }
  return g_strdup (g_checksum_get_string (sum));
}

static void
test_same_bytes (void)
{
  g_autofree char *here = all_bytes (), *again = all_bytes (), *there = NULL;
  char *argv[] = { (char *) program, (char *) "--bytes", NULL };
  char *environment[] = { (char *) "LC_ALL=fr_FR.UTF-8", (char *) "TZ=Asia/Tokyo", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (MilieuGraph) graph = some_graph (46, 12);
  MilieuLayoutRequest request = { .kind = MILIEU_LAYOUT_STRATA, .seed = 1 };
  g_autoptr (MilieuLayout) one = milieu_layout_new (graph, &request), other = NULL;

  g_assert_cmpstr (here, ==, again);
  g_spawn_sync (NULL, argv, environment, 0, NULL, NULL, &there, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_strchomp (there), ==, here);
  request.seed = 2;
  other = milieu_layout_new (graph, &request);
  g_assert_true (memcmp (one->x, other->x, 46 * sizeof (double)) != 0);
}

static void
test_tokens (void)
{
  MilieuLayoutKind kind;

  for (guint i = 0; i < MILIEU_N_LAYOUTS; i++)
    {
      g_assert_true (milieu_layout_kind_parse (milieu_layout_kind_token (i), &kind));
      g_assert_cmpuint (kind, ==, i);
    }
  g_assert_false (milieu_layout_kind_parse ("spiral", &kind));
  g_assert_false (milieu_layout_kind_parse (NULL, &kind));
}

int
main (int argc, char **argv)
{
  program = argv[0];
  setlocale (LC_ALL, "");
  if (argc > 1 && strcmp (argv[1], "--bytes") == 0)
    {
      g_autofree char *bytes = all_bytes ();

      puts (bytes);
      return 0;
    }
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/no-overlap", test_no_overlap);
  g_test_add_func ("/layout/bands", test_bands);
  g_test_add_func ("/layout/pinned", test_pinned);
  g_test_add_func ("/layout/all-pinned", test_all_pinned);
  g_test_add_func ("/layout/keep", test_keep);
  g_test_add_func ("/layout/no-ties", test_no_ties);
  g_test_add_func ("/layout/large", test_large);
  g_test_add_func ("/layout/planar", test_planar);
  g_test_add_func ("/layout/pairs", test_pairs);
  g_test_add_func ("/layout/crossings", test_crossings);
  g_test_add_func ("/layout/cancel", test_cancel);
  g_test_add_func ("/layout/same-bytes", test_same_bytes);
  g_test_add_func ("/layout/tokens", test_tokens);
  return g_test_run ();
}
