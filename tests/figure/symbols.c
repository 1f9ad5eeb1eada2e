/* Outlines weigh the same, and are told apart when small. */
#include "figure/symbols.h"

#include <cairo.h>
#include <math.h>

#define STEPS 200 /* chords of a Bézier */
#define GRID 18   /* px of a drawn symbol of 10 px */

static MilieuPoint
bezier (MilieuPoint a, const double *p, double t)
{
  double u = 1 - t;

  return (MilieuPoint) { u * u * u * a.x + 3 * u * u * t * p[0] + 3 * u * t * t * p[2] + t * t * t * p[4],
                         u * u * u * a.y + 3 * u * u * t * p[1] + 3 * u * t * t * p[3] + t * t * t * p[5] };
}

static GArray *
flatten (const MilieuOutline *outline)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (MilieuPoint));
  MilieuPoint last = { 0 };

  for (const MilieuSegment *s = outline->segments; s->command && s->command != 'Z'; s++)
    for (guint i = 1; i <= (s->command == 'C' ? STEPS : 1); i++)
      {
        MilieuPoint next = s->command == 'C' ? bezier (last, s->points, (double) i / STEPS)
                                             : (MilieuPoint) { s->points[0], s->points[1] };

        g_array_append_val (points, next);
        if (s->command != 'C' || i == STEPS)
          last = next;
      }
  return points;
}

/* shoelace, of the part above @y */
static double
area_above (GArray *points, double y)
{
  double area = 0;
  g_autoptr (GArray) part = g_array_new (FALSE, FALSE, sizeof (MilieuPoint));

  for (guint i = 0; i < points->len; i++)
    {
      MilieuPoint a = g_array_index (points, MilieuPoint, (i + points->len - 1) % points->len);
      MilieuPoint b = g_array_index (points, MilieuPoint, i);
      MilieuPoint cut = { a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y), y };

      if ((a.y <= y) != (b.y <= y))
        g_array_append_val (part, cut);
      if (b.y <= y)
        g_array_append_val (part, b);
    }
  for (guint i = 0; i < part->len; i++)
    {
      MilieuPoint a = g_array_index (part, MilieuPoint, (i + part->len - 1) % part->len), b = g_array_index (part, MilieuPoint, i);

      area += (a.x * b.y - b.x * a.y) / 2;
    }
  return fabs (area);
}

static MilieuPoint
centre_of_mass (GArray *points)
{
  double area = 0, x = 0, y = 0;

  for (guint i = 0; i < points->len; i++)
    {
      MilieuPoint a = g_array_index (points, MilieuPoint, (i + points->len - 1) % points->len), b = g_array_index (points, MilieuPoint, i);
      double w = a.x * b.y - b.x * a.y;

      area += w / 2;
      x += (a.x + b.x) * w;
      y += (a.y + b.y) * w;
    }
  return (MilieuPoint) { x / (6 * area), y / (6 * area) };
}

static void
test_area (void)
{
  for (guint i = 1; i < MILIEU_N_SYMBOLS; i++)
    {
      const MilieuOutline *outline = milieu_outline (i);
      g_autoptr (GArray) points = flatten (outline);
      MilieuPoint centre = centre_of_mass (points);

      g_assert_cmpfloat_with_epsilon (area_above (points, 10), 0.600, 0.002);
      g_assert_cmpfloat_with_epsilon (area_above (points, outline->half), 0.300, 0.002);
      g_assert_cmpfloat_with_epsilon (centre.x, 0, 0.001);
      g_assert_cmpfloat_with_epsilon (centre.y, 0, 0.001);
    }
}

static void
test_box (void)
{
  for (guint i = 1; i < MILIEU_N_SYMBOLS; i++)
    {
      const MilieuOutline *outline = milieu_outline (i);
      g_autoptr (GArray) points = flatten (outline);
      MilieuBox box = { 9, 9, -9, -9 };

      for (guint j = 0; j < points->len; j++)
        {
          MilieuPoint p = g_array_index (points, MilieuPoint, j);

          box = (MilieuBox) { MIN (box.x0, p.x), MIN (box.y0, p.y), MAX (box.x1, p.x), MAX (box.y1, p.y) };
        }
      g_assert_cmpfloat_with_epsilon (box.x0, outline->box.x0, 0.0015);
      g_assert_cmpfloat_with_epsilon (box.y0, outline->box.y0, 0.0015);
      g_assert_cmpfloat_with_epsilon (box.x1, outline->box.x1, 0.0015);
      g_assert_cmpfloat_with_epsilon (box.y1, outline->box.y1, 0.0015);
    }
}

static void
draw (guint symbol, double *ink)
{
  g_autoptr (GArray) points = flatten (milieu_outline (symbol));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, GRID, GRID);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < points->len; i++)
    cairo_line_to (cr, GRID / 2.0 + 10 * g_array_index (points, MilieuPoint, i).x, GRID / 2.0 + 10 * g_array_index (points, MilieuPoint, i).y);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (guint y = 0; y < GRID; y++)
    for (guint x = 0; x < GRID; x++)
      ink[y * GRID + x] = cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + x] / 255.0;
  cairo_surface_destroy (surface);
}

/* the share of ink that differs, at the best of nine shifts by a pixel */
static double
unlike (const double *a, const double *b)
{
  double best = G_MAXDOUBLE;

  for (int dy = -1; dy <= 1; dy++)
    for (int dx = -1; dx <= 1; dx++)
      {
        double difference = 0, ink = 0;

        for (int y = 0; y < GRID; y++)
          for (int x = 0; x < GRID; x++)
            {
              difference += fabs (a[y * GRID + x] - b[(y + dy + GRID) % GRID * GRID + (x + dx + GRID) % GRID]);
              ink += a[y * GRID + x];
            }
        best = MIN (best, difference / ink);
      }
  return best;
}

static void
test_told_apart (void)
{
  double ink[MILIEU_N_SYMBOLS][GRID * GRID];

  for (guint i = 1; i < MILIEU_N_SYMBOLS; i++)
    draw (i, ink[i]);
  for (guint i = 1; i < MILIEU_N_SYMBOLS; i++)
    for (guint j = 1; j < i; j++)
      g_assert_cmpfloat (unlike (ink[i], ink[j]), >, 0.17);
}

static void
test_sizes (void)
{
  g_assert_cmpfloat_with_epsilon (milieu_symbol_size (80.5, 80.5, 9, 30), 30, 1e-9);
  g_assert_cmpfloat_with_epsilon (milieu_symbol_size (0, 80.5, 9, 30), 9, 1e-9);
  /* a quarter of the largest: 81 + 819 / 4 = 285.75 */
  g_assert_cmpfloat_with_epsilon (milieu_symbol_size (1, 4, 9, 30), 16.904, 0.001);
  g_assert_cmpfloat_with_epsilon (milieu_symbol_size (NAN, 4, 9, 30), 9, 1e-9);
  g_assert_cmpfloat_with_epsilon (milieu_symbol_size (3, 0, 9, 30), 9, 1e-9);
  /* a square of 12 px: 12 × 0.387 × 0.93 + 2.6 */
  g_assert_cmpfloat_with_epsilon (milieu_symbol_reach (MILIEU_SYMBOL_ORGANISATION, 12, 1), 6.9189, 0.001);
  g_assert_true (milieu_outline (MILIEU_SYMBOL_UNSET) == milieu_outline (MILIEU_SYMBOL_ORGANISATION));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/symbols/area", test_area);
  g_test_add_func ("/symbols/box", test_box);
  g_test_add_func ("/symbols/told-apart", test_told_apart);
  g_test_add_func ("/symbols/sizes", test_sizes);
  return g_test_run ();
}
