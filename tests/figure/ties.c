#include "figure/ties.h"

#include <math.h>

static const MilieuPoint origin = { 0, 0 };
static const MilieuPoint east = { 100, 0 };

static MilieuMark
tie (MilieuClass tie_class, MilieuEvidence evidence, gboolean directed, double bend)
{
  return (MilieuMark) {
    .kind = MILIEU_MARK_TIE, .width = milieu_tie_width (tie_class, 1, FALSE),
    .tie = { milieu_curve_between (origin, east, bend), 1, tie_class, evidence, directed },
  };
}

static void
test_widths (void)
{
  g_assert_cmpfloat_with_epsilon (milieu_tie_width (MILIEU_CLASS_INTERACTION, 1, FALSE), 1.4, 1e-9);
  g_assert_cmpfloat_with_epsilon (milieu_tie_width (MILIEU_CLASS_INTERACTION, NAN, FALSE), 1.4, 1e-9);
  g_assert_cmpfloat_with_epsilon (milieu_tie_width (MILIEU_CLASS_INSTITUTION, 3, FALSE), 2.6, 1e-9);
  g_assert_cmpfloat_with_epsilon (milieu_tie_width (MILIEU_CLASS_INSTITUTION, 900, FALSE), 3.8, 1e-9);
  g_assert_cmpfloat_with_epsilon (milieu_tie_width (MILIEU_CLASS_LOCATION, 1, FALSE), 1.008, 1e-9);
  g_assert_cmpfloat_with_epsilon (milieu_tie_width (MILIEU_CLASS_INTERACTION, 1, TRUE), 1.19, 1e-9);
  g_assert_cmpfloat (milieu_tie_width (MILIEU_CLASS_LOCATION, 0, TRUE), >=, 0.25 * 96 / 72);
  g_assert_cmpfloat_with_epsilon (milieu_tie_opacity (0.94, 150), 0.94, 1e-9);
  g_assert_cmpfloat_with_epsilon (milieu_tie_opacity (0.94, 600), 0.47, 1e-9);
  g_assert_cmpfloat_with_epsilon (milieu_tie_opacity (0.94, 100000), 0.25, 1e-9);
}

static void
test_bends (void)
{
  MilieuPoint middle;
  MilieuCurve curve = milieu_curve_between (origin, east, 0.13);

  /* to the left of east is north, which is up: y is negative */
  middle = milieu_curve_point (&curve, 0.5);
  g_assert_cmpfloat_with_epsilon (middle.x, 50, 1e-9);
  g_assert_cmpfloat_with_epsilon (middle.y, -13, 1e-9);
  g_assert_cmpfloat (milieu_tie_bend (MILIEU_CLASS_INTERACTION, 61), ==, 0.13);
  g_assert_cmpfloat (milieu_tie_bend (MILIEU_CLASS_INTERACTION, 59), ==, 0.10);
  g_assert_cmpfloat (milieu_tie_bend (MILIEU_CLASS_INSTITUTION, 61), ==, 0);
  g_assert_cmpfloat_with_epsilon (milieu_tie_fan_bend (0, 2, FALSE), -0.11, 1e-9);
  g_assert_cmpfloat_with_epsilon (milieu_tie_fan_bend (1, 2, FALSE), 0.11, 1e-9);
  g_assert_cmpfloat_with_epsilon (milieu_tie_fan_bend (0, 3, TRUE), 0.22, 1e-9);
  g_assert_cmpfloat_with_epsilon (milieu_tie_fan_bend (1, 3, FALSE), 0, 1e-9);
}

/* of two opposite ties, both bent to their left, the fan keeps them apart */
static void
test_fan_of_opposite_ties (void)
{
  MilieuCurve there = milieu_curve_between (origin, east, milieu_tie_fan_bend (0, 2, FALSE));
  MilieuCurve back = milieu_curve_between (east, origin, milieu_tie_fan_bend (1, 2, TRUE));
  MilieuPoint a = milieu_curve_point (&there, 0.5), b = milieu_curve_point (&back, 0.5);

  g_assert_cmpfloat_with_epsilon (milieu_point_distance (a, b), 22, 1e-9);
}

static void
test_trim (void)
{
  MilieuCurve curve = milieu_curve_between (origin, east, 0);

  g_assert_true (milieu_curve_trim (&curve, 10, 20));
  g_assert_cmpfloat_with_epsilon (curve.start.x, 10, 1e-4);
  g_assert_cmpfloat_with_epsilon (curve.end.x, 80, 1e-4);
  g_assert_true (milieu_curve_is_straight (&curve));

  curve = milieu_curve_between (origin, east, 0.3);
  g_assert_true (milieu_curve_trim (&curve, 12, 7));
  g_assert_cmpfloat_with_epsilon (milieu_point_distance (curve.start, origin), 12, 1e-4);
  g_assert_cmpfloat_with_epsilon (milieu_point_distance (curve.end, east), 7, 1e-4);

  curve = milieu_curve_between (origin, east, 0);
  g_assert_false (milieu_curve_trim (&curve, 60, 60));
  g_assert_cmpfloat (curve.end.x, ==, 100);
  curve = milieu_curve_between (origin, origin, 0);
  g_assert_false (milieu_curve_trim (&curve, 5, 5));
}

static void
test_lengths (void)
{
  /* the arc length of y = x² from 0 to 1: √5 / 2 + asinh (2) / 4 */
  MilieuCurve parabola = { { 0, 0 }, { 50, 0 }, { 100, 100 } };
  double length = 100 * (sqrt (5) / 2 + asinh (2) / 4);

  g_assert_cmpfloat_with_epsilon (milieu_curve_length (&parabola), length, 0.05);
  g_assert_cmpfloat_with_epsilon (milieu_curve_at (&parabola, length / 2), 0.63, 0.05);
  g_assert_cmpfloat (milieu_curve_at (&parabola, 1000), ==, 1);
  g_assert_cmpfloat_with_epsilon (milieu_curve_distance (&parabola, (MilieuPoint) { 50, 25 }), 0, 0.2);
  g_assert_cmpfloat_with_epsilon (milieu_curve_distance (&parabola, (MilieuPoint) { 0, -30 }), 30, 1e-9);
}

static void
test_crossings (void)
{
  MilieuPoint a = { 0, 0 }, b = { 10, 10 }, c = { 0, 10 }, d = { 10, 0 };
  MilieuBox box = { 2, 2, 4, 8 };

  g_assert_true (milieu_segments_cross (a, b, c, d));
  g_assert_false (milieu_segments_cross (a, c, b, d));
  g_assert_false (milieu_segments_cross (a, b, b, d)); /* they share an end */
  g_assert_cmpfloat_with_epsilon (milieu_segment_length_in (a, b, &box), 2 * sqrt (2), 1e-9);
  g_assert_cmpfloat (milieu_segment_length_in (a, d, &box), ==, 0);
  g_assert_true (milieu_segment_meets (a, b, &box));
  g_assert_false (milieu_segment_meets (a, c, &box));
}

static void
test_shapes (void)
{
  MilieuMark mark = tie (MILIEU_CLASS_INSTITUTION, MILIEU_EVIDENCE_VERIFIED, TRUE, 0);
  MilieuTieShape shape = milieu_tie_shape (&mark, NULL, 1);

  /* a triangle 6.4 long and 5.12 wide, the body ending 0.8 of it before the tip */
  g_assert_cmpint (shape.head, ==, MILIEU_HEAD_TRIANGLE);
  g_assert_cmpfloat_with_epsilon (shape.head_points[0].x, 93.6, 1e-3);
  g_assert_cmpfloat_with_epsilon (fabs (shape.head_points[0].y - shape.head_points[2].y), 5.12, 1e-3);
  g_assert_cmpfloat (shape.head_points[1].x, ==, 100);
  g_assert_cmpfloat_with_epsilon (shape.body.end.x, 94.88, 1e-3);
  g_assert_cmpfloat_with_epsilon (shape.casing, 1.4 + 2.2, 1e-9);
  g_assert_true (shape.has_tick);
  g_assert_cmpfloat_with_epsilon (milieu_point_distance (shape.tick[0], shape.tick[1]), 5.2, 1e-3);
  g_assert_cmpfloat_with_epsilon (shape.tick[0].x, 47.44, 0.01);

  mark = tie (MILIEU_CLASS_INTERACTION, MILIEU_EVIDENCE_IMPLIED, TRUE, 0.13);
  shape = milieu_tie_shape (&mark, NULL, 1.5);
  g_assert_cmpint (shape.head, ==, MILIEU_HEAD_CHEVRON);
  g_assert_cmpfloat (shape.body.end.x, ==, 100);
  g_assert_false (shape.has_tick);
  g_assert_cmpuint (shape.n_dash, ==, 2);
  g_assert_cmpfloat_with_epsilon (shape.dash[0], 4 * 2.1, 1e-9);
  g_assert_cmpfloat_with_epsilon (shape.dash[1], 2.5 * 2.1, 1e-9);

  mark = tie (MILIEU_CLASS_LOCATION, MILIEU_EVIDENCE_RECALLED, FALSE, 0);
  shape = milieu_tie_shape (&mark, milieu_style (MILIEU_STYLE_CONTRAST), 1);
  g_assert_cmpint (shape.head, ==, MILIEU_HEAD_NONE);
  g_assert_true (shape.round_caps);
  g_assert_cmpfloat_with_epsilon (shape.width, 1.008 * 1.4, 1e-9);
  g_assert_cmpfloat_with_epsilon (shape.casing, 1.008 * 1.4 + 4, 1e-9);

  mark.flags = MILIEU_MARK_PLAIN;
  g_assert_cmpfloat (milieu_tie_shape (&mark, NULL, 1).casing, ==, 0);
}

/* a tie of 10 px has a head of 4.5 and no tick */
static void
test_short_tie (void)
{
  MilieuMark mark = tie (MILIEU_CLASS_INSTITUTION, MILIEU_EVIDENCE_VERIFIED, TRUE, 0);
  MilieuTieShape shape;

  mark.tie.curve = milieu_curve_between (origin, (MilieuPoint) { 10, 0 }, 0);
  shape = milieu_tie_shape (&mark, NULL, 1);
  g_assert_cmpfloat_with_epsilon (shape.head_points[0].x, 5.5, 1e-3);
  g_assert_false (shape.has_tick);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ties/widths", test_widths);
  g_test_add_func ("/ties/bends", test_bends);
  g_test_add_func ("/ties/fan-of-opposite-ties", test_fan_of_opposite_ties);
  g_test_add_func ("/ties/trim", test_trim);
  g_test_add_func ("/ties/lengths", test_lengths);
  g_test_add_func ("/ties/crossings", test_crossings);
  g_test_add_func ("/ties/shapes", test_shapes);
  g_test_add_func ("/ties/short-tie", test_short_tie);
  return g_test_run ();
}
