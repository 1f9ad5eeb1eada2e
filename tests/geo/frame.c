#include "geo/frame.h"

#include <math.h>

static const MilieuFrame frame = { 800, 600, { 700000, 7000000 }, 100 };

static void
assert_px (const MilieuFrame *f, MilieuMetres point, double x, double y)
{
  double px, py;

  milieu_frame_to_px (f, point, &px, &py);
  g_assert_cmpfloat_with_epsilon (px, x, 1e-6);
  g_assert_cmpfloat_with_epsilon (py, y, 1e-6);
}

static void
test_corners (void)
{
  MilieuBounds bounds = milieu_frame_bounds (&frame);
  MilieuMetres under = milieu_frame_to_metres (&frame, 410, 290);

  assert_px (&frame, (MilieuMetres) { 700000, 7000000 }, 400, 300);
  assert_px (&frame, (MilieuMetres) { 660000, 7030000 }, 0, 0);
  g_assert_cmpfloat (bounds.west, ==, 660000);
  g_assert_cmpfloat (bounds.east, ==, 740000);
  g_assert_cmpfloat (bounds.south, ==, 6970000);
  g_assert_cmpfloat (bounds.north, ==, 7030000);
  g_assert_cmpfloat (under.x, ==, 701000);
  g_assert_cmpfloat (under.y, ==, 7001000);
}

static void
test_contains (void)
{
  MilieuMetres near_edge = { 660500, 7000000 }, outside = { 659500, 7000000 };

  g_assert_true (milieu_frame_contains (&frame, near_edge, 0));
  g_assert_false (milieu_frame_contains (&frame, near_edge, 6));
  g_assert_false (milieu_frame_contains (&frame, outside, 0));
  g_assert_true (milieu_frame_contains (&frame, outside, -6));
}

static void
test_fit (void)
{
  MilieuFrame f = { .width = 1000, .height = 500 };
  MilieuBounds bounds = { 0, 0, 80000, 20000 };
  MilieuMargins margins = { 150, 10, 50, 40 };

  /* 80 km in the 800 px between the margins, 20 km in the middle of 10…460 */
  milieu_frame_fit (&f, &bounds, &margins, 1);
  g_assert_cmpfloat_with_epsilon (f.scale, 100, 1e-9);
  assert_px (&f, (MilieuMetres) { 0, 20000 }, 150, 135);
  assert_px (&f, (MilieuMetres) { 80000, 0 }, 950, 335);
  /* without margins the width decides: 80 m a pixel */
  milieu_frame_fit (&f, &bounds, NULL, 1);
  g_assert_cmpfloat_with_epsilon (f.scale, 80, 1e-9);
  assert_px (&f, (MilieuMetres) { 40000, 10000 }, 500, 250);
}

static void
test_fit_extremes (void)
{
  MilieuFrame f = { .width = 100, .height = 100 }, before = f;
  MilieuBounds point = { 5, 6, 5, 6 }, empty;
  MilieuMargins huge = { 300, 300, 100, 100 };

  milieu_frame_fit (&f, &point, NULL, 25);
  g_assert_cmpfloat (f.scale, ==, 25);
  assert_px (&f, (MilieuMetres) { 5, 6 }, 50, 50);
  /* margins four times the frame: half of it stays, moved as they ask */
  milieu_frame_fit (&f, &(MilieuBounds) { 0, 0, 100, 100 }, &huge, 0.1);
  g_assert_cmpfloat_with_epsilon (f.scale, 2, 1e-9);
  assert_px (&f, (MilieuMetres) { 0, 100 }, 37.5, 37.5);
  f = before;
  milieu_bounds_init (&empty);
  milieu_frame_fit (&f, &empty, NULL, 1);
  g_assert_cmpfloat (f.scale, ==, 0);
}

static void
test_zoom_and_pan (void)
{
  MilieuFrame f = frame;
  MilieuMetres under = milieu_frame_to_metres (&f, 123, 456);

  milieu_frame_zoom (&f, 2.5, 123, 456);
  g_assert_cmpfloat (f.scale, ==, 40);
  assert_px (&f, under, 123, 456);
  milieu_frame_pan (&f, 7, -11);
  assert_px (&f, under, 130, 445);
}

static void
test_edge (void)
{
  double x, y, angle;

  /* straight right of the middle, then exactly towards the lower right corner of the margin's rectangle */
  g_assert_true (milieu_frame_edge (&frame, (MilieuMetres) { 900000, 7000000 }, 6, &x, &y, &angle));
  g_assert_cmpfloat_with_epsilon (x, 794, 1e-9);
  g_assert_cmpfloat_with_epsilon (y, 300, 1e-9);
  g_assert_cmpfloat_with_epsilon (angle, 0, 1e-9);
  g_assert_true (milieu_frame_edge (&frame, (MilieuMetres) { 700000, 6900000 }, 6, &x, &y, &angle));
  g_assert_cmpfloat_with_epsilon (x, 400, 1e-9);
  g_assert_cmpfloat_with_epsilon (y, 594, 1e-9);
  g_assert_cmpfloat_with_epsilon (angle, 90, 1e-9);
  g_assert_false (milieu_frame_edge (&frame, (MilieuMetres) { 700100, 7000000 }, 6, &x, &y, NULL));
  g_assert_false (milieu_frame_edge (&frame, (MilieuMetres) { 900000, 7000000 }, 300, &x, &y, NULL));
}

static void
test_ground_scale (void)
{
  g_autoptr (MilieuProjection) projection = milieu_projection_new ();
  MilieuFrame f = { 800, 600, { 0, 0 }, 100 };
  MilieuDegrees lille = { 3, 50.6 };

  /* pyproj: the parallel's scale at 3 E 50.6 N is 1.0016502 */
  g_assert_true (milieu_projection_to_metres (projection, lille, &f.centre));
  g_assert_cmpfloat_with_epsilon (milieu_frame_ground_scale (&f, projection), 100 / 1.0016502094, 1e-6);
  f.centre.x = NAN;
  g_assert_true (isnan (milieu_frame_ground_scale (&f, projection)));
}

static void
test_scale_bar (void)
{
  static const struct
  {
    double metres_per_px, most, length;
  } rows[] = {
    { 100, 90, 5000 }, { 230, 90, 20000 }, { 27, 60, 1000 }, { 1, 100, 100 }, { 1, 99, 50 }, { 0.01, 100, 1 }, { 0.02, 20, 0 },
    { 0, 100, 0 }, { -3, 100, 0 }, { NAN, 100, 0 }, { 10, INFINITY, 0 }, { 10, 0, 0 },
  };
  double px;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpfloat (milieu_scale_bar_length (rows[i].metres_per_px, rows[i].most, &px), ==, rows[i].length);
      g_assert_cmpfloat (px, ==, rows[i].length > 0 ? rows[i].length / rows[i].metres_per_px : 0);
    }
}

static void
test_bounds (void)
{
  MilieuBounds a, b;

  milieu_bounds_init (&a);
  g_assert_true (milieu_bounds_is_empty (&a));
  b = a;
  milieu_bounds_add (&a, (MilieuMetres) { -3, 4 });
  g_assert_false (milieu_bounds_is_empty (&a));
  milieu_bounds_join (&a, &b);
  milieu_bounds_add (&a, (MilieuMetres) { 5, -6 });
  g_assert_cmpfloat (a.west, ==, -3);
  g_assert_cmpfloat (a.south, ==, -6);
  g_assert_cmpfloat (a.east, ==, 5);
  g_assert_cmpfloat (a.north, ==, 4);
  g_assert_true (milieu_bounds_contain (&a, (MilieuMetres) { 5, 4 }));
  g_assert_false (milieu_bounds_contain (&a, (MilieuMetres) { 5, 4.1 }));
  g_assert_false (milieu_bounds_meet (&a, &b));
  g_assert_true (milieu_bounds_meet (&a, &(MilieuBounds) { 5, 4, 9, 9 }));
  g_assert_false (milieu_bounds_meet (&a, &(MilieuBounds) { 5.1, 4, 9, 9 }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/frame/corners", test_corners);
  g_test_add_func ("/geo/frame/contains", test_contains);
  g_test_add_func ("/geo/frame/fit", test_fit);
  g_test_add_func ("/geo/frame/fit-extremes", test_fit_extremes);
  g_test_add_func ("/geo/frame/zoom-and-pan", test_zoom_and_pan);
  g_test_add_func ("/geo/frame/edge", test_edge);
  g_test_add_func ("/geo/frame/ground-scale", test_ground_scale);
  g_test_add_func ("/geo/frame/scale-bar", test_scale_bar);
  g_test_add_func ("/geo/frame/bounds", test_bounds);
  return g_test_run ();
}
