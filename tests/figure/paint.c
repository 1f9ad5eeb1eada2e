/* What the cairo painter leaves on the page: light, layers, panels, rings. */
#include "figure/paint-cairo.h"
#include "figure/paint-shapes.h"

#include "handmade.h"

#define SCALE 2

static cairo_surface_t *
paint (const MilieuPaintOptions *options, MilieuStyleName style)
{
  g_autoptr (MilieuFigure) figure = handmade_figure ("POP\nMan", "");
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 200 * SCALE, 100 * SCALE);
  cairo_t *cr = cairo_create (surface);

  milieu_paint_figure (cr, figure, milieu_style (style), options);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* of a point of the page */
static guint32
pixel (cairo_surface_t *surface, double x, double y)
{
  const guchar *row = cairo_image_surface_get_data (surface) + (int) (y * SCALE) * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) row)[(int) (x * SCALE)];
}

static guint32
mixed (guint32 a, guint32 b, double share)
{
  guint32 colour = 0xff;

  for (int shift = 16; shift >= 0; shift -= 8)
    colour = colour << 8 | (guint32) ((a >> shift & 255) * share + (b >> shift & 255) * (1 - share) + 0.5);
  return colour;
}

static void
assert_near (guint32 a, guint32 b)
{
  for (int shift = 24; shift >= 0; shift -= 8)
    g_assert_cmpint (ABS ((int) (a >> shift & 255) - (int) (b >> shift & 255)), <=, 2);
}

static void
test_light (void)
{
  g_autoptr (GHashTable) lit = g_hash_table_new (NULL, NULL);
  MilieuLight light = { lit, NULL, 1, 1.35 };
  MilieuPaintOptions options = { .scale = SCALE, .light = &light };
  cairo_surface_t *surface;

  /* anis is lit: pop man's fill comes down to 40 % over the canvas */
  g_hash_table_add (lit, GUINT_TO_POINTER (9));
  surface = paint (&options, MILIEU_STYLE_LIGHT);
  assert_near (pixel (surface, 30, 47), mixed (0x5C9E8F, 0xFBFAF7, 0.4));
  assert_near (pixel (surface, 80, 50.5), 0xffF0DDE6); /* the hollow of the ring */
  /* the tie is not lit: 22 % of 94 %, over its casing as faint */
  g_assert_cmphex (pixel (surface, 55, 43.5) >> 8 & 255, >, 0xC0);
  cairo_surface_destroy (surface);

  light.amount = 0.5;
  surface = paint (&options, MILIEU_STYLE_LIGHT);
  assert_near (pixel (surface, 30, 47), mixed (0x5C9E8F, 0xFBFAF7, 0.7));
  cairo_surface_destroy (surface);

  light.amount = 0;
  surface = paint (&options, MILIEU_STYLE_LIGHT);
  assert_near (pixel (surface, 30, 47), 0xff5C9E8F);
  cairo_surface_destroy (surface);
}

static void
test_layers (void)
{
  MilieuPaintOptions options = { .scale = SCALE, .layers = MILIEU_LAYER_BIT (MILIEU_LAYER_GROUND), .no_background = TRUE };
  cairo_surface_t *surface = paint (&options, MILIEU_STYLE_LIGHT);

  g_assert_cmphex (pixel (surface, 30, 47), ==, 0);
  g_assert_cmphex (pixel (surface, 130, 80), ==, 0xffD7E5EC);
  g_assert_cmphex (pixel (surface, 195, 50), ==, 0); /* outside the panel */
  cairo_surface_destroy (surface);
}

/* the page moves under the origin */
static void
test_offset (void)
{
  MilieuPaintOptions options = { .scale = SCALE, .x = 100, .y = 10 };
  cairo_surface_t *surface = paint (&options, MILIEU_STYLE_LIGHT);

  g_assert_cmphex (pixel (surface, 20, 20), ==, 0xff6F675B); /* the town's dot of (120, 30) */
  g_assert_cmphex (pixel (surface, 150, 50), ==, 0);         /* beyond the page */
  cairo_surface_destroy (surface);
}

/* dark middleground is outlined darker than its fill: text takes the fill, outlines stay */
static void
test_dark_middleground (void)
{
  const MilieuStyle *dark = milieu_style (MILIEU_STYLE_DARK);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 40 * SCALE, 40 * SCALE);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, SCALE, SCALE);
  milieu_paint_symbol (cr, dark, MILIEU_SYMBOL_ORGANISATION, MILIEU_GROUND_MIDDLEGROUND, 20, 20, 24);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_assert_cmphex (pixel (surface, 20, 20), ==, 0xff402B00);  /* the pip */
  g_assert_cmphex (pixel (surface, 15, 15), ==, 0xffE3A93C);
  g_assert_cmpint (milieu_style_ground_text (dark, MILIEU_COLOUR_LINE (MILIEU_GROUND_MIDDLEGROUND)), ==,
                   MILIEU_COLOUR_FILL (MILIEU_GROUND_MIDDLEGROUND));
  cairo_surface_destroy (surface);
}

/* a square of 20 px: outline to 8.5 px, gap to 10.8, ring to 13.0, glow to 16.0 */
static void
test_ring (void)
{
  const MilieuStyle *light = milieu_style (MILIEU_STYLE_LIGHT);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 60 * SCALE, 60 * SCALE);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, SCALE, SCALE);
  milieu_paint_ring (cr, light, MILIEU_SYMBOL_ORGANISATION, 30, 30, 20, FALSE);
  milieu_paint_symbol (cr, light, MILIEU_SYMBOL_ORGANISATION, MILIEU_GROUND_UPPERGROUND, 30, 30, 20);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_assert_cmphex (pixel (surface, 30, 30), ==, 0xff33689B);
  g_assert_cmphex (pixel (surface, 30 + 9.5, 30), ==, 0xffF7F3EA);
  g_assert_cmphex (pixel (surface, 30 + 12, 30), ==, 0xff1C71D8);
  g_assert_cmphex (pixel (surface, 30 + 14.5, 30) >> 24, ==, 0x38); /* 22 % */
  g_assert_cmphex (pixel (surface, 30 + 17, 30), ==, 0);
  cairo_surface_destroy (surface);
}

static GBytes *
paint_at (double x, double y, gboolean snap)
{
  MilieuFigureBuilder *builder = milieu_figure_builder_new (40, 40, MILIEU_LANGUAGE_ENGLISH);
  MilieuPaintOptions options = { .scale = 1, .snap = snap };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 40, 40);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (MilieuFigure) figure = NULL;
  GBytes *bytes;

  milieu_figure_add (builder, &(MilieuMark) { .kind = MILIEU_MARK_SYMBOL, .layer = MILIEU_LAYER_SYMBOLS, .symbol = { x, y, 12, MILIEU_SYMBOL_PLACE, 0 } });
  figure = milieu_figure_builder_finish (builder);
  milieu_paint_figure (cr, figure, milieu_style (MILIEU_STYLE_LIGHT), &options);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), 40 * 40 * 4);
  cairo_surface_destroy (surface);
  return bytes;
}

/* on screen a symbol stands on the nearest half pixel; on paper where it is */
static void
test_snap (void)
{
  g_autoptr (GBytes) loose = paint_at (20.2, 19.7, TRUE), on = paint_at (20, 19.5, TRUE);
  g_autoptr (GBytes) paper = paint_at (20.2, 19.7, FALSE), exact = paint_at (20, 19.5, FALSE);

  g_assert_true (g_bytes_equal (loose, on));
  g_assert_true (g_bytes_equal (on, exact));
  g_assert_false (g_bytes_equal (paper, exact));
}

/* how many px of a surface are covered at all, and how many more than @most of 255; @sum: of all alphas */
static guint
count_over (cairo_surface_t *surface, guint most, double *sum)
{
  guint n = 0;

  *sum = 0;
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      {
        guint alpha = cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + 4 * x + 3];

        n += alpha > most;
        *sum += alpha;
      }
  return n;
}

static cairo_surface_t *
paint_tie (MilieuClass tie_class, MilieuEvidence evidence, double bend, double opacity)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 900, 400);
  cairo_t *cr = cairo_create (surface);
  MilieuMark mark = {
    .kind = MILIEU_MARK_TIE, .flags = MILIEU_MARK_PLAIN, .width = milieu_tie_width (tie_class, 1, FALSE),
    .tie = { milieu_curve_between ((MilieuPoint) { 10, 25 }, (MilieuPoint) { 90, 25 }, bend), 1, tie_class, evidence, TRUE },
  };

  cairo_scale (cr, 10, 10);
  milieu_paint_tie_mark (cr, milieu_style (MILIEU_STYLE_LIGHT), &mark, opacity, 1);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* a faint tie is as large as a full one, and no darker where its parts meet */
static void
test_faint_ties (void)
{
  const MilieuEvidence evidences[] = { MILIEU_EVIDENCE_STATED, MILIEU_EVIDENCE_IMPLIED, MILIEU_EVIDENCE_VERIFIED };

  for (guint tie_class = MILIEU_CLASS_INTERACTION; tie_class < MILIEU_N_CLASSES; tie_class++)
    for (guint i = 0; i < G_N_ELEMENTS (evidences); i++)
      for (guint bent = 0; bent < 2; bent++)
        {
          cairo_surface_t *full = paint_tie (tie_class, evidences[i], 0.13 * bent, 1);
          cairo_surface_t *faint = paint_tie (tie_class, evidences[i], 0.13 * bent, 0.4);
          double of_full, of_faint;
          guint painted = count_over (full, 128, &of_full), darker = count_over (faint, 0.4 * 255 + 4, &of_faint);

          g_assert_cmpuint (painted, >, 3000);
          g_assert_cmpuint (darker, <, painted / 100);
          g_assert_cmpfloat_with_epsilon (of_faint / of_full, 0.4, 0.004);
          cairo_surface_destroy (full);
          cairo_surface_destroy (faint);
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/light", test_light);
  g_test_add_func ("/paint/layers", test_layers);
  g_test_add_func ("/paint/offset", test_offset);
  g_test_add_func ("/paint/dark-middleground", test_dark_middleground);
  g_test_add_func ("/paint/ring", test_ring);
  g_test_add_func ("/paint/snap", test_snap);
  g_test_add_func ("/paint/faint-ties", test_faint_ties);
  return g_test_run ();
}
