/* Organic above the sizes that are tried from many starts: known distances,
 * the same bytes from any number of threads, and what must not move. */
#include <math.h>
#include <string.h>

#include "model/random.h"
#include "network/layout.h"

#define SIDE 20

static MilieuGraph *
graph_of (guint n, GArray *pairs)
{
  MilieuGraph *graph = milieu_graph_new_from_arrays (n, NULL, pairs->len / 2, (guint32 *) pairs->data, NULL, NULL, NULL);

  g_array_unref (pairs);
  return graph;
}

static void
tie (GArray *pairs, guint32 a, guint32 b)
{
  g_array_append_val (pairs, a);
  g_array_append_val (pairs, b);
}

/* @parts parts of n / parts vertices each, every vertex tied to one before it, and some more */
static MilieuGraph *
some_graph (guint n, guint parts, guint seed)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (guint32));
  MilieuRandom random;
  guint size = n / parts;

  milieu_random_init (&random, seed);
  for (guint v = 0; v < n; v++)
    for (guint k = 0; v % size > 0 && k < 1 + v % 2; k++)
      tie (pairs, v, v - 1 - milieu_random_below (&random, MIN (v % size, 60)));
  return graph_of (n, pairs);
}

static MilieuExtent *
boxes_of (guint n, double half)
{
  MilieuExtent *extents = g_new (MilieuExtent, n);

  for (guint v = 0; v < n; v++)
    extents[v] = (MilieuExtent) { half + v % 7, half + v % 7, half, half + v % 5 };
  return extents;
}

/* so small that no box is in the way of a distance */
static double
stress_of (const MilieuGraph *graph)
{
  g_autofree MilieuExtent *extents = g_new0 (MilieuExtent, graph->n);
  MilieuLayoutRequest request = { .kind = MILIEU_LAYOUT_ORGANIC, .seed = 42, .extents = extents };
  g_autoptr (MilieuLayout) layout = milieu_layout_new (graph, &request);

  g_assert_cmpfloat (layout->residual, ==, milieu_layout_stress (graph, layout->x, layout->y));
  return layout->residual;
}

/* by more than what rounding to 0.001 does */
static guint
overlaps (const MilieuLayout *layout, const MilieuExtent *extents)
{
  guint n = 0;

  for (guint v = 0; v < layout->n; v++)
    for (guint w = 0; w < v; w++)
      n += layout->x[v] - extents[v].left + 0.003 < layout->x[w] + extents[w].right
           && layout->x[w] - extents[w].left + 0.003 < layout->x[v] + extents[v].right
           && layout->y[v] - extents[v].up + 0.003 < layout->y[w] + extents[w].down
           && layout->y[w] - extents[w].up + 0.003 < layout->y[v] + extents[v].down;
  return n;
}

/* a measure that does not see that a line keeps all distances would be none */
static void
test_stress (void)
{
  const guint32 pairs[] = { 0, 1, 1, 2 };
  const double line[] = { 0, 5, 10 }, bent[] = { 0, 5, 5 }, zero[] = { 0, 0, 0 }, up[] = { 0, 0, 5 };
  g_autoptr (MilieuGraph) graph = milieu_graph_new_from_arrays (3, NULL, 2, pairs, NULL, NULL, NULL);
  double ratio = sqrt (2) / 2, sum = 2 + ratio, squares = 2 + ratio * ratio; /* of lengths to steps 1, 1 and 2 */

  g_assert_cmpfloat_with_epsilon (milieu_layout_stress (graph, line, zero), 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (milieu_layout_stress (graph, bent, up), 1 - sum * sum / (3 * squares), 1e-12);
  g_assert_cmpfloat (milieu_layout_stress (graph, zero, zero), ==, 1);
}

static void
test_path (void)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (MilieuGraph) graph = NULL;

  for (guint v = 1; v < 500; v++)
    tie (pairs, v * 7 % 500, (v - 1) * 7 % 500);
  graph = graph_of (500, pairs);
  g_assert_cmpfloat (stress_of (graph), <, 0.001); /* a straight line: 0 */
}

/* on a circle steps d are chords sin (π d / n) */
static void
test_ring (void)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (MilieuGraph) graph = NULL;
  double sum = 0, squares = 0;
  guint n = 501;

  for (guint v = 0; v < n; v++)
    tie (pairs, v, (v + 1) % n);
  graph = graph_of (n, pairs);
  for (guint d = 1; d <= n / 2; d++)
    {
      double ratio = sin (G_PI * d / n) / d;

      sum += ratio;
      squares += ratio * ratio;
    }
  g_assert_cmpfloat (stress_of (graph), <, 1.01 * (1 - sum * sum / (n / 2 * squares)));
}

static void
test_grid (void)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (MilieuGraph) graph = NULL;
  double x[SIDE * SIDE], y[SIDE * SIDE];

  for (guint v = 0; v < SIDE * SIDE; v++)
    {
      x[v] = v % SIDE;
      y[v] = v / SIDE;
      if (v % SIDE > 0)
        tie (pairs, v, v - 1);
      if (v >= SIDE)
        tie (pairs, v, v - SIDE);
    }
  graph = graph_of (SIDE * SIDE, pairs);
  g_assert_cmpfloat (stress_of (graph), <, 1.001 * milieu_layout_stress (graph, x, y)); /* squares are not quite the best */
}

static void
test_threads (void)
{
  g_autoptr (MilieuGraph) graph = some_graph (800, 1, 5);
  g_autoptr (MilieuLayout) alone = NULL;

  for (guint threads = 1; threads <= 8; threads *= 2)
    {
      MilieuLayoutRequest request = { .kind = MILIEU_LAYOUT_ORGANIC, .seed = 42, .threads = threads };
      g_autoptr (MilieuLayout) layout = milieu_layout_new (graph, &request);

      if (alone == NULL)
        alone = g_steal_pointer (&layout);
      else
        {
          g_assert_cmpmem (layout->x, 800 * sizeof (double), alone->x, 800 * sizeof (double));
          g_assert_cmpmem (layout->y, 800 * sizeof (double), alone->y, 800 * sizeof (double));
        }
    }
}

/* new actors make room for themselves; who was there moves no farther than said */
static void
test_leeway (void)
{
  g_autoptr (MilieuGraph) graph = some_graph (600, 1, 6);
  g_autofree MilieuExtent *extents = boxes_of (600, 20);
  MilieuLayoutRequest request = { .kind = MILIEU_LAYOUT_ORGANIC, .seed = 42, .extents = extents };
  g_autoptr (MilieuLayout) before = milieu_layout_new (graph, &request), after = NULL;
  guint8 pinned[600] = { 0 };
  double farthest = 0;

  request.keep = TRUE;
  request.x = before->x;
  request.y = before->y;
  request.pinned = pinned;
  for (guint v = 0; v < 600; v++)
    if (v % 20 == 10)
      before->x[v] = NAN;
    else
      pinned[v] = v % 20 == 5;
  after = milieu_layout_new (graph, &request);
  for (guint v = 0; v < 600; v++)
    {
      double dx = after->x[v] - before->x[v], dy = after->y[v] - before->y[v], way = sqrt (dx * dx + dy * dy);

      g_assert_true (isfinite (after->x[v]) && isfinite (after->y[v]));
      g_assert_true (!pinned[v] || way == 0);
      farthest = MAX (farthest, v % 20 == 10 ? 0 : way);
    }
  g_assert_cmpfloat (farthest, <=, MILIEU_LAYOUT_LEEWAY);
  g_assert_cmpfloat (farthest, >, 0); /* they did make room */
  g_assert_cmpuint (overlaps (after, extents), ==, 0);
}

static void
test_pinned (void)
{
  g_autoptr (MilieuGraph) graph = some_graph (600, 1, 7);
  g_autofree MilieuExtent *extents = boxes_of (600, 20);
  double x[600], y[600];
  guint8 pinned[600];

  for (guint few = 1; few <= 10; few += 3) /* from one to ten of them */
    {
      MilieuLayoutRequest request = { .kind = MILIEU_LAYOUT_ORGANIC, .seed = 42, .extents = extents, .x = x, .y = y, .pinned = pinned };
      g_autoptr (MilieuLayout) layout = NULL;

      for (guint v = 0; v < 600; v++)
        {
          pinned[v] = v % 60 == 0 && v / 60 < few;
          x[v] = pinned[v] ? 1e5 + 11.1 * v : NAN;
          y[v] = pinned[v] ? 3.3 * (v % 120) : NAN;
        }
      layout = milieu_layout_new (graph, &request);
      for (guint v = 0; v < 600; v++)
        g_assert_true (!pinned[v] || (layout->x[v] == x[v] && layout->y[v] == y[v]));
      g_assert_cmpuint (overlaps (layout, extents), ==, 0);
    }
}

/* nobody is to move, and all stand on one point: it ends, and nobody moved far */
static void
test_one_point (void)
{
  g_autoptr (MilieuGraph) graph = some_graph (400, 1, 8);
  double x[400] = { 0 }, y[400] = { 0 };
  MilieuLayoutRequest request = { .kind = MILIEU_LAYOUT_ORGANIC, .x = x, .y = y, .keep = TRUE };
  g_autoptr (MilieuLayout) layout = milieu_layout_new (graph, &request);

  for (guint v = 0; v < 400; v++)
    g_assert_cmpfloat (sqrt (layout->x[v] * layout->x[v] + layout->y[v] * layout->y[v]), <=, MILIEU_LAYOUT_LEEWAY);
}

/* everyone as far from everyone: distances tell nobody apart */
static void
test_star (void)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree MilieuExtent *extents = boxes_of (1200, 10);
  MilieuLayoutRequest request = { .kind = MILIEU_LAYOUT_ORGANIC, .seed = 42, .extents = extents };
  g_autoptr (MilieuGraph) graph = NULL;
  g_autoptr (MilieuLayout) layout = NULL;

  for (guint v = 1; v < 1200; v++)
    tie (pairs, 0, v);
  graph = graph_of (1200, pairs);
  layout = milieu_layout_new (graph, &request);
  g_assert_cmpuint (overlaps (layout, extents), ==, 0);
}

/* the rectangles about the parts do not touch */
static void
test_packing (void)
{
  g_autoptr (MilieuGraph) graph = some_graph (1600, 4, 9);
  g_autofree MilieuExtent *extents = boxes_of (1600, 15);
  MilieuLayoutRequest request = { .kind = MILIEU_LAYOUT_ORGANIC, .seed = 42, .extents = extents };
  g_autoptr (MilieuLayout) layout = milieu_layout_new (graph, &request);
  double box[4][4];

  for (guint p = 0; p < 4; p++)
    {
      box[p][0] = box[p][1] = INFINITY;
      box[p][2] = box[p][3] = -INFINITY;
      for (guint v = 400 * p; v < 400 * (p + 1); v++)
        {
          box[p][0] = MIN (box[p][0], layout->x[v] - extents[v].left);
          box[p][1] = MIN (box[p][1], layout->y[v] - extents[v].up);
          box[p][2] = MAX (box[p][2], layout->x[v] + extents[v].right);
          box[p][3] = MAX (box[p][3], layout->y[v] + extents[v].down);
        }
    }
  for (guint p = 0; p < 4; p++)
    for (guint q = 0; q < p; q++)
      g_assert_true (box[p][2] < box[q][0] || box[q][2] < box[p][0] || box[p][3] < box[q][1] || box[q][3] < box[p][1]);
}

typedef struct
{
  guint calls, most;
  double fraction;
} Stop;

static gboolean
stop (double fraction, gpointer data)
{
  Stop *asked = data;

  g_assert_true (fraction >= 0 && fraction <= 1);
  asked->fraction = fraction;
  return ++asked->calls < asked->most;
}

/* whenever it is asked to, it ends without another word */
static void
test_cancel (void)
{
  g_autoptr (MilieuGraph) graph = some_graph (600, 1, 10);

  for (guint most = 1; most < 40; most += 6)
    {
      Stop asked = { 0, most, 0 };
      MilieuLayoutRequest request = { .kind = MILIEU_LAYOUT_ORGANIC, .progress = stop, .progress_data = &asked };

      g_assert_null (milieu_layout_new (graph, &request));
      g_assert_cmpuint (asked.calls, ==, most);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/organic/stress", test_stress);
  g_test_add_func ("/organic/path", test_path);
  g_test_add_func ("/organic/ring", test_ring);
  g_test_add_func ("/organic/grid", test_grid);
  g_test_add_func ("/organic/threads", test_threads);
  g_test_add_func ("/organic/leeway", test_leeway);
  g_test_add_func ("/organic/pinned", test_pinned);
  g_test_add_func ("/organic/one-point", test_one_point);
  g_test_add_func ("/organic/star", test_star);
  g_test_add_func ("/organic/packing", test_packing);
  g_test_add_func ("/organic/cancel", test_cancel);
  return g_test_run ();
}
