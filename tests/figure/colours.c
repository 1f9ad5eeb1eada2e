/* The measurements of the visual language, on the values that the program
 * ships. Differences and thresholds were computed apart from this program. */
#include "figure/style.h"
#include "figure/vision.h"

static const MilieuStyleName styles[] = { MILIEU_STYLE_LIGHT, MILIEU_STYLE_DARK, MILIEU_STYLE_PRINT, MILIEU_STYLE_GREY };

static MilieuRgb
value (MilieuStyleName style, MilieuColour colour)
{
  return milieu_rgb (milieu_style_rgb (milieu_style (style), colour));
}

/* Sharma, Wu and Dalal 2005, table 1: if these fail nothing below may be believed */
static void
test_sharma (void)
{
  static const struct { MilieuLab p, q; double difference; } pairs[] = {
    { { 50, 2.6772, -79.7751 }, { 50, 0, -82.7485 }, 2.0425 },
    { { 50, 2.5, 0 }, { 73, 25, -18 }, 27.1492 },
    { { 50, 2.5, 0 }, { 61, -5, 29 }, 22.8977 },
    { { 50, -1, 2 }, { 50, 0, 0 }, 2.3669 },
    { { 2.0776, 0.0795, -1.1350 }, { 0.9033, -0.0636, -0.5514 }, 0.9082 },
    { { 6.7747, -0.2908, -2.4247 }, { 5.8714, -0.0985, -2.2286 }, 0.6377 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpfloat_with_epsilon (milieu_colour_difference (pairs[i].p, pairs[i].q), pairs[i].difference, 1e-4);
}

static double
least_difference (MilieuStyleName style, const MilieuColour *colours, guint n, MilieuVision vision)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      {
        MilieuLab p = milieu_lab (milieu_seen_by (value (style, colours[i]), vision)), q = milieu_lab (milieu_seen_by (value (style, colours[j]), vision));
        double difference = milieu_colour_difference (p, q);

        least = MIN (least, difference);
      }
  return least;
}

static void
test_differences (void)
{
  static const MilieuColour grounds[] = {
    MILIEU_COLOUR_FILL (MILIEU_GROUND_UPPERGROUND), MILIEU_COLOUR_FILL (MILIEU_GROUND_EMERGING),
    MILIEU_COLOUR_FILL (MILIEU_GROUND_MIDDLEGROUND), MILIEU_COLOUR_FILL (MILIEU_GROUND_UNDERGROUND),
    MILIEU_COLOUR_FILL (MILIEU_GROUND_NONE),
  };
  static const MilieuColour ties[] = { MILIEU_COLOUR_TIE_INTERACTION, MILIEU_COLOUR_TIE_INSTITUTION, MILIEU_COLOUR_TIE_LOCATION };
  /* by style, then by vision: normal, deuteranopia, protanopia, tritanopia, tritanopia by Brettel, luminance */
  static const double least_grounds[][MILIEU_N_VISIONS] = {
    { 29.4, 22.1, 21.8, 16.9, 17.6, 12.5 }, { 29.4, 23.1, 24.5, 16.7, 16.4, 5.7 },
    { 29.4, 22.1, 21.8, 16.9, 17.6, 12.5 }, { 16.2, 16.2, 16.2, 16.2, 16.2, 16.2 },
  };
  static const double least_ties[][MILIEU_N_VISIONS] = {
    { 17.5, 16.6, 16.6, 21.3, 16.6, 1.6 }, { 17.2, 17.4, 15.5, 19.8, 16.3, 1.0 },
    { 17.5, 16.6, 16.6, 21.3, 16.6, 1.6 }, { 14.6, 14.6, 14.6, 14.6, 14.6, 14.6 },
  };

  for (guint s = 0; s < G_N_ELEMENTS (styles); s++)
    for (guint v = 0; v < MILIEU_N_VISIONS; v++)
      {
        g_assert_cmpfloat_with_epsilon (least_difference (styles[s], grounds, 5, v), least_grounds[s][v], 0.06);
        g_assert_cmpfloat_with_epsilon (least_difference (styles[s], ties, 3, v), least_ties[s][v], 0.06);
      }
}

/* two grounds that luminance alone would mix up have different fill styles */
static void
test_second_sign (void)
{
  for (guint i = 0; i < MILIEU_N_GROUNDS; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpint (milieu_style_fill (i), !=, milieu_style_fill (j));
}

static double
least_contrast (MilieuStyleName style, MilieuColour colour, double opacity, gboolean water)
{
  double least = G_MAXDOUBLE;
  MilieuColour backs[5 + 4] = { MILIEU_COLOUR_LAND, MILIEU_COLOUR_NEIGHBOUR, MILIEU_COLOUR_CANVAS, MILIEU_COLOUR_SEA };
  guint n = water ? 4 : 1;

  for (guint g = 0; g < MILIEU_N_GROUNDS; g++)
    backs[n++] = MILIEU_COLOUR_BAND (g);
  for (guint i = 0; i < n; i++)
    {
      MilieuRgb back = value (style, backs[i]);
      double c = milieu_contrast (milieu_rgb_over (value (style, colour), back, opacity), back);

      least = MIN (least, c);
    }
  return least;
}

/* lines need 3, text 4.5 */
static void
test_contrast (void)
{
  for (guint s = 0; s < G_N_ELEMENTS (styles); s++)
    {
      MilieuStyleName style = styles[s];

      for (guint g = 0; g < MILIEU_N_GROUNDS; g++)
        {
          MilieuColour text = milieu_style_ground_text (milieu_style (style), MILIEU_COLOUR_LINE (g));

          g_assert_cmpfloat (least_contrast (style, text, 1, TRUE), >=, 3);
          /* a band's title on its band */
          g_assert_cmpfloat (milieu_contrast (value (style, text), value (style, MILIEU_COLOUR_BAND (g))), >=, 4.5);
        }
      for (guint c = 1; c < MILIEU_N_CLASSES; c++)
        g_assert_cmpfloat (least_contrast (style, MILIEU_COLOUR_TIE (c), 0.94, FALSE), >=, 3);
      g_assert_cmpfloat (least_contrast (style, MILIEU_COLOUR_INK, 1, TRUE), >=, 7);
      g_assert_cmpfloat (least_contrast (style, MILIEU_COLOUR_SOFT, 1, TRUE), >=, 4.5);
      g_assert_cmpfloat (least_contrast (style, MILIEU_COLOUR_SOFT, 0.72, TRUE), >=, 3.0);
      g_assert_cmpfloat (milieu_contrast (value (style, MILIEU_COLOUR_TOWN_TEXT), value (style, MILIEU_COLOUR_LAND)), >=, 4.5);
      g_assert_cmpfloat (milieu_contrast (value (style, MILIEU_COLOUR_TOWN_TEXT), value (style, MILIEU_COLOUR_NEIGHBOUR)), >=, 4.5);
      g_assert_cmpfloat (milieu_contrast (value (style, MILIEU_COLOUR_SEA_TEXT), value (style, MILIEU_COLOUR_SEA)), >=, 4.5);
      g_assert_cmpfloat (milieu_contrast (value (style, MILIEU_COLOUR_COUNTRY_TEXT), value (style, MILIEU_COLOUR_NEIGHBOUR)), >=, 4.5);
      g_assert_cmpfloat (milieu_contrast (value (style, MILIEU_COLOUR_DEPARTEMENT_TEXT), value (style, MILIEU_COLOUR_LAND)), >=, 4.5);
      for (MilieuColour c = MILIEU_COLOUR_SELECT; c <= MILIEU_COLOUR_GHOST; c++)
        g_assert_cmpfloat (least_contrast (style, c, 1, TRUE), >=, 3);
      for (MilieuColour c = MILIEU_COLOUR_WARNING; c <= MILIEU_COLOUR_SUCCESS; c++)
        g_assert_cmpfloat (milieu_contrast (value (style, c), value (style, MILIEU_COLOUR_CANVAS)), >=, 4.5);
      g_assert_cmpfloat (milieu_contrast (value (style, MILIEU_COLOUR_REGION), value (style, MILIEU_COLOUR_LAND)), >=, 3);
    }
}

/* light, measured apart: see the table of the visual language */
static void
test_contrast_values (void)
{
  static const struct { MilieuColour colour; double contrast; } lines[] = {
    { MILIEU_COLOUR_LINE (MILIEU_GROUND_UPPERGROUND), 8.19 }, { MILIEU_COLOUR_LINE (MILIEU_GROUND_EMERGING), 6.51 },
    { MILIEU_COLOUR_LINE (MILIEU_GROUND_MIDDLEGROUND), 5.49 }, { MILIEU_COLOUR_LINE (MILIEU_GROUND_UNDERGROUND), 11.81 },
    { MILIEU_COLOUR_LINE (MILIEU_GROUND_NONE), 4.18 }, { MILIEU_COLOUR_TIE_INTERACTION, 4.40 },
    { MILIEU_COLOUR_TIE_INSTITUTION, 3.68 }, { MILIEU_COLOUR_TIE_LOCATION, 3.48 }, { MILIEU_COLOUR_INK, 11.42 },
    { MILIEU_COLOUR_SOFT, 5.50 }, { MILIEU_COLOUR_SELECT, 3.70 }, { MILIEU_COLOUR_HOVER, 3.55 }, { MILIEU_COLOUR_GHOST, 4.69 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_cmpfloat_with_epsilon (least_contrast (MILIEU_STYLE_LIGHT, lines[i].colour, 1, TRUE), lines[i].contrast, 0.006);
}

static void
test_styles (void)
{
  MilieuStyleName name;

  for (guint i = 0; i < MILIEU_N_STYLES; i++)
    {
      g_assert_true (milieu_style_parse (milieu_style (i)->token, &name));
      g_assert_cmpint (name, ==, i);
      for (guint c = 1; c < MILIEU_N_COLOURS; c++)
        g_assert_nonnull (milieu_colour_token (c));
    }
  g_assert_false (milieu_style_parse ("Light", &name));
  g_assert_false (milieu_style_parse (NULL, &name));
  for (guint g = 0; g < MILIEU_N_GROUNDS; g++)
    g_assert_cmphex (milieu_style_rgb (milieu_style (MILIEU_STYLE_CONTRAST), MILIEU_COLOUR_LINE (g)), ==, 0);
  g_assert_cmphex (milieu_style_rgb (milieu_style (MILIEU_STYLE_CONTRAST), MILIEU_COLOUR_SEA), ==, 0xDFEBF1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/colours/sharma", test_sharma);
  g_test_add_func ("/colours/differences", test_differences);
  g_test_add_func ("/colours/second-sign", test_second_sign);
  g_test_add_func ("/colours/contrast", test_contrast);
  g_test_add_func ("/colours/contrast-values", test_contrast_values);
  g_test_add_func ("/colours/styles", test_styles);
  return g_test_run ();
}
