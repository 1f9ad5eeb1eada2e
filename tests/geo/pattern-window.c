/* Windows of point patterns: areas by hand, what lies within, Ripley's K in closed form. */
#include "geo/pattern-window.h"

#include <math.h>

#define near(a, b) g_assert_cmpfloat_with_epsilon ((a), (b), 1e-9)

/* a square of side 2·@half about a point */
static void
square (MilieuMetres points[4], MilieuLine *ring, double x, double y, double half)
{
  points[0] = (MilieuMetres) { x - half, y - half };
  points[1] = (MilieuMetres) { x + half, y - half };
  points[2] = (MilieuMetres) { x + half, y + half };
  points[3] = (MilieuMetres) { x - half, y + half };
  *ring = (MilieuLine) { points, 4, TRUE, { x - half, y - half, x + half, y + half } };
}

/* 40 by 40 with a hole of 8 by 8 in which there is an island of 2 by 2 */
static MilieuPatternWindow
ring_window (void)
{
  static MilieuMetres points[3][4];
  static MilieuLine rings[3];
  static MilieuFeature feature;

  square (points[0], &rings[0], 20, 20, 20);
  square (points[1], &rings[1], 20, 20, 4);
  square (points[2], &rings[2], 20, 20, 1);
  feature = (MilieuFeature) { "", "", 0, rings, 3, rings[0].bounds };
  return milieu_pattern_window_outline (&feature);
}

static void
test_area (void)
{
  MilieuMetres points[] = { { 3, 4 }, { 13, 4 }, { 5, 24 } };
  MilieuPatternWindow around = milieu_pattern_window_around (points, 3);

  near (milieu_pattern_window_box ((MilieuBounds) { 1, 2, 11, 5 }).area, 30);
  near (around.area, 200);
  near (milieu_pattern_window_around (points, 2).area, 0);
  near (milieu_pattern_window_around (points, 0).area, 0);
  near (ring_window ().area, 1600 - 64 + 4);
}

static void
test_holds (void)
{
  MilieuPatternWindow box = milieu_pattern_window_box ((MilieuBounds) { 0, 0, 40, 40 }), ring = ring_window ();

  g_assert_true (milieu_pattern_window_holds (&box, (MilieuMetres) { 18, 20 }));
  g_assert_false (milieu_pattern_window_holds (&box, (MilieuMetres) { 41, 20 }));
  g_assert_true (milieu_pattern_window_holds (&ring, (MilieuMetres) { 10, 20 }));
  g_assert_false (milieu_pattern_window_holds (&ring, (MilieuMetres) { 17, 20 }));
  g_assert_true (milieu_pattern_window_holds (&ring, (MilieuMetres) { 20.5, 20 }));
}

static void
test_edge (void)
{
  MilieuPatternWindow box = milieu_pattern_window_box ((MilieuBounds) { 0, 0, 40, 40 }), ring = ring_window ();

  near (milieu_pattern_window_edge (&box, (MilieuMetres) { 7, 20 }), 7);
  near (milieu_pattern_window_edge (&ring, (MilieuMetres) { 7, 20 }), 7);
  near (milieu_pattern_window_edge (&ring, (MilieuMetres) { 13, 20 }), 3);
  /* beyond the corner of the hole */
  near (milieu_pattern_window_edge (&ring, (MilieuMetres) { 13, 12 }), 5);
}

/* chance stays within, and fills the window evenly: its left half holds half of it */
static void
test_throw (void)
{
  MilieuPatternWindow ring = ring_window ();
  MilieuRandom random;
  guint left = 0;

  milieu_random_init (&random, 42);
  for (guint i = 0; i < 10000; i++)
    {
      MilieuMetres point = milieu_pattern_window_throw (&ring, &random);

      g_assert_true (milieu_pattern_window_holds (&ring, point));
      left += point.x < 20;
    }
  g_assert_cmpfloat_with_epsilon (left / 10000.0, 0.5, 0.015); /* three standard errors */
}

/* The middles of 4 by 4 squares of 10 m have 48 neighbours at 10 m. By translation each counts 1600/(30·40) = 4/3,
 * so K = 1600/(16·15)·48·4/3; from the four that stand 10 m and more from the border, each with 4 neighbours,
 * K = 1600·4/15: the same. */
static void
test_ripley (void)
{
  MilieuMetres corners[4], points[16];
  MilieuLine line;
  MilieuFeature feature = { "", "", 0, &line, 1, { 0, 0, 40, 40 } };
  MilieuPatternWindow box = milieu_pattern_window_box (feature.bounds), outline;
  double expected = sqrt (1600 * 4 / 15.0 / G_PI) - 10;

  square (corners, &line, 20, 20, 20);
  outline = milieu_pattern_window_outline (&feature);
  for (guint i = 0; i < 16; i++)
    points[i] = (MilieuMetres) { 5 + 10 * (i % 4), 5 + 10 * (i / 4) };
  near (milieu_pattern_window_ripley (&box, points, 16, 10), expected);
  near (milieu_pattern_window_ripley (&outline, points, 16, 10), expected);
  /* nobody within 9 m */
  near (milieu_pattern_window_ripley (&box, points, 16, 9), -9);
  /* nobody so far from the border */
  g_assert_true (isnan (milieu_pattern_window_ripley (&outline, points, 16, 16)));
  g_assert_true (isnan (milieu_pattern_window_ripley (&box, points, 1, 10)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/pattern-window/area", test_area);
  g_test_add_func ("/geo/pattern-window/holds", test_holds);
  g_test_add_func ("/geo/pattern-window/edge", test_edge);
  g_test_add_func ("/geo/pattern-window/throw", test_throw);
  g_test_add_func ("/geo/pattern-window/ripley", test_ripley);
  return g_test_run ();
}
