#include "geo/statistics.h"
#include "geo/projection.h"

#include <math.h>

/* The located core actors of the example: where, in which municipality, and
 * whether the place is better known than that. The expected values stand in
 * the project's table of reference values. */
static const struct
{
  double lon, lat;
  const char *insee;
  gboolean precise;
} actors[] = {
  { 3.044, 50.632, "59350", TRUE },
  { 3.062, 50.63, "59350", TRUE },
  { 3.161, 50.7, "59512", TRUE },
  { 3.4252, 50.3849, "59632", TRUE },
  { 2.3036, 50.7317, "62040", TRUE },
  { 3.0471, 50.6318, "59350", FALSE },
  { 3.0644, 50.6381, "59350", TRUE },
  { 3.5163, 50.3591, "59606", FALSE },
  { 3.07, 50.629, "59350", TRUE },
  { 3.1596, 50.7257, "59599", FALSE },
  { 3.4252, 50.3849, "59632", TRUE },
  { 3.0471, 50.6318, "59350", FALSE },
  { 3.1547, 50.7, "59599", TRUE },
  { 3.157, 50.7, "59599", TRUE },
  { 3.0644, 50.6381, "59350", TRUE },
  { 3.0471, 50.6318, "59350", FALSE },
  { 3.0711, 50.6306, "59350", TRUE },
  { 3.0726, 50.6367, "59350", TRUE },
  { 3.0471, 50.6318, "59350", FALSE },
  { 3.062, 50.63, "59350", TRUE },
  { 3.0471, 50.6318, "59350", FALSE },
  { 3.0471, 50.6318, "59350", FALSE },
  { 3.157, 50.7, "59599", TRUE },
  { 3.157, 50.7, "59599", TRUE },
  { 3.0471, 50.6318, "59350", FALSE },
  { 3.078, 50.63, "59350", TRUE },
  { 3.078, 50.63, "59350", TRUE },
  { 3.0471, 50.6318, "59350", FALSE },
  { 3.5163, 50.3591, "59606", FALSE },
  { 3.5163, 50.3591, "59606", FALSE },
  { 3.0471, 50.6318, "59350", FALSE },
  { 3.5376, 50.3261, "59032", FALSE },
  { 3.5376, 50.3261, "59032", FALSE },
  { 3.031, 50.634, "59350", TRUE },
  { 3.0471, 50.6318, "59350", FALSE },
  { 3.044, 50.632, "59350", TRUE },
  { 2.585, 50.48, "62400", TRUE },
  { 3.0471, 50.6318, "59350", FALSE },
};

static guint
project_actors (gboolean only_precise, MilieuMetres *metres, const char **insee)
{
  g_autoptr (MilieuProjection) projection = milieu_projection_new ();
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    if (actors[i].precise || !only_precise)
      {
        g_assert_true (milieu_projection_to_metres (projection, (MilieuDegrees) { actors[i].lon, actors[i].lat }, &metres[n]));
        insee[n++] = actors[i].insee;
      }
  return n;
}

static guint
count_municipalities (const char **insee, guint n, guint *counts)
{
  guint n_counts = 0;

  for (guint i = 0; i < n; i++)
    {
      guint first = 0;

      while (!g_str_equal (insee[first], insee[i]))
        first++;
      if (first != i)
        continue;
      counts[n_counts] = 0;
      for (guint k = i; k < n; k++)
        counts[n_counts] += g_str_equal (insee[k], insee[i]);
      n_counts++;
    }
  return n_counts;
}

static void
test_example_centre (void)
{
  g_autoptr (MilieuProjection) projection = milieu_projection_new ();
  MilieuMetres metres[G_N_ELEMENTS (actors)], centre;
  const char *insee[G_N_ELEMENTS (actors)];
  guint n = project_actors (FALSE, metres, insee);
  MilieuDegrees degrees;

  g_assert_cmpuint (n, ==, 38);
  g_assert_true (milieu_statistics_centre (metres, n, &centre));
  g_assert_true (milieu_projection_to_degrees (projection, centre, &degrees));
  g_assert_cmpfloat_with_epsilon (degrees.lat, 50.5917, 1e-4);
  g_assert_cmpfloat_with_epsilon (degrees.lon, 3.1206, 1e-4);
  g_assert_cmpfloat_with_epsilon (milieu_statistics_standard_distance (metres, n), 21196, 2);
}

static void
test_example_concentration (void)
{
  MilieuMetres metres[G_N_ELEMENTS (actors)];
  const char *insee[G_N_ELEMENTS (actors)];
  guint counts[G_N_ELEMENTS (actors)];
  guint n = count_municipalities (insee, project_actors (FALSE, metres, insee), counts);
  double effective;

  g_assert_cmpuint (n, ==, 8);
  g_assert_cmpfloat_with_epsilon (milieu_statistics_concentration (counts, n, &effective), 0.3975, 5e-5);
  g_assert_cmpfloat_with_epsilon (effective, 2.52, 5e-3);
  g_assert_cmpfloat_with_epsilon (milieu_statistics_gini (counts, n), 0.592, 5e-4);
  n = count_municipalities (insee, project_actors (TRUE, metres, insee), counts);
  g_assert_cmpfloat_with_epsilon (milieu_statistics_concentration (counts, n, NULL), 0.3787, 5e-5);
}

static void
test_example_clark_evans (void)
{
  MilieuMetres metres[G_N_ELEMENTS (actors)], sites[G_N_ELEMENTS (actors)];
  const char *insee[G_N_ELEMENTS (actors)];
  guint n = project_actors (TRUE, metres, insee), n_sites;
  MilieuClarkEvans result;

  g_assert_cmpuint (n, ==, 21);
  n_sites = milieu_statistics_sites (metres, n, 1, sites);
  g_assert_cmpuint (n_sites, ==, 14);
  g_assert_true (milieu_statistics_clark_evans (sites, n_sites, NULL, &result));
  g_assert_cmpfloat_with_epsilon (result.ratio, 1.0665, 1e-4);
  g_assert_cmpfloat_with_epsilon (result.corrected, 0.9338, 1e-4);
  g_assert_cmpfloat_with_epsilon (result.z, 0.476, 5e-4);
}

/* Points in the middle of 4 by 4 squares of 10 m: every neighbour at 10 m,
 * E = ½√(1600/16) = 5, so R = 2; Donnelly's term is (0.0514 + 0.0412/4)·160/16
 * = 0.617; SE = √((4−π)·1600/(4π))/16 = 0.653404, by hand. */
static void
test_square_grid (void)
{
  MilieuMetres points[16];
  MilieuPatternWindow window = milieu_pattern_window_box ((MilieuBounds) { 0, 0, 40, 40 });
  MilieuClarkEvans result;

  for (guint i = 0; i < 16; i++)
    points[i] = (MilieuMetres) { 5 + 10 * (i % 4), 5 + 10 * (i / 4) };
  g_assert_true (milieu_statistics_clark_evans (points, 16, &window, &result));
  g_assert_cmpuint (result.n, ==, 16);
  g_assert_cmpfloat_with_epsilon (result.area, 1600, 1e-9);
  g_assert_cmpfloat_with_epsilon (result.perimeter, 160, 1e-9);
  g_assert_cmpfloat_with_epsilon (result.mean, 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (result.expected, 5, 1e-9);
  g_assert_cmpfloat_with_epsilon (result.ratio, 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (result.corrected, 10 / 5.617, 1e-9);
  g_assert_cmpfloat_with_epsilon (result.z, 5 / 0.653404, 1e-4);
  /* in their bounding box, 30 by 30, E = ½√(900/16) = 3.75 */
  g_assert_true (milieu_statistics_clark_evans (points, 16, NULL, &result));
  g_assert_cmpfloat_with_epsilon (result.ratio, 10 / 3.75, 1e-9);
}

/* two piles 60 m apart: everyone's neighbour stands on the same spot, and the
 * middle is 30 m from all */
static void
test_two_clusters (void)
{
  MilieuMetres points[10], sites[10], centre;
  MilieuPatternWindow window = milieu_pattern_window_box ((MilieuBounds) { 0, 0, 100, 100 });
  MilieuClarkEvans result;
  double nearest[2];

  for (guint i = 0; i < 10; i++)
    points[i] = (MilieuMetres) { i % 2 == 0 ? 20 : 80, 50 };
  g_assert_true (milieu_statistics_clark_evans (points, 10, &window, &result));
  g_assert_cmpfloat (result.ratio, ==, 0);
  g_assert_cmpfloat (result.z, <, -5);
  g_assert_true (milieu_statistics_centre (points, 10, &centre));
  g_assert_cmpfloat (centre.x, ==, 50);
  g_assert_cmpfloat_with_epsilon (milieu_statistics_standard_distance (points, 10), 30, 1e-9);
  g_assert_cmpuint (milieu_statistics_sites (points, 10, 1, sites), ==, 2);
  g_assert_cmpfloat (sites[1].x, ==, 80);
  g_assert_true (milieu_statistics_nearest (sites, 2, nearest));
  g_assert_cmpfloat (nearest[0], ==, 60);
  g_assert_cmpfloat (nearest[1], ==, 60);
}

static void
test_sites_within (void)
{
  MilieuMetres points[] = { { 0, 0 }, { 0.6, 0.8 }, { 1.8, 0 }, { 0, 0 } }, sites[4];

  /* the second is exactly 1 m from the first, the third is not */
  g_assert_cmpuint (milieu_statistics_sites (points, 4, 1, sites), ==, 2);
  g_assert_cmpuint (milieu_statistics_sites (points, 4, 0, sites), ==, 3);
  g_assert_cmpuint (milieu_statistics_sites (points, 0, 1, sites), ==, 0);
}

/* HHI and Gini by hand: {5, 5} → ½, 0; {1, 3} → 10/16, 2·7/(2·4) − 3/2 = ¼ */
static void
test_counts_by_hand (void)
{
  guint even[] = { 5, 0, 5 }, uneven[] = { 3, 1 }, one[] = { 0, 7 }, none[] = { 0, 0 };
  double effective;

  g_assert_cmpfloat_with_epsilon (milieu_statistics_concentration (even, 3, &effective), 0.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (effective, 2, 1e-12);
  g_assert_cmpfloat_with_epsilon (milieu_statistics_gini (even, 3), 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (milieu_statistics_concentration (uneven, 2, NULL), 0.625, 1e-12);
  g_assert_cmpfloat_with_epsilon (milieu_statistics_gini (uneven, 2), 0.25, 1e-12);
  g_assert_cmpfloat (milieu_statistics_concentration (one, 2, NULL), ==, 1);
  g_assert_cmpfloat (milieu_statistics_gini (one, 2), ==, 0);
  g_assert_true (isnan (milieu_statistics_concentration (none, 2, &effective)));
  g_assert_true (isnan (effective));
  g_assert_true (isnan (milieu_statistics_gini (none, 2)));
  g_assert_true (isnan (milieu_statistics_gini (NULL, 0)));
}

static void
test_too_few (void)
{
  MilieuMetres points[8] = { { 0, 0 }, { 1, 1 } }, centre = { 9, 9 };
  MilieuClarkEvans result;
  double distances[1];

  g_assert_false (milieu_statistics_centre (points, 2, &centre));
  g_assert_cmpfloat (centre.x, ==, 9);
  g_assert_true (isnan (milieu_statistics_standard_distance (points, 2)));
  g_assert_false (milieu_statistics_nearest (points, 1, distances));
  g_assert_false (milieu_statistics_clark_evans (points, 7, NULL, &result));
  g_assert_cmpuint (result.n, ==, 7);
  g_assert_true (isnan (result.ratio) && isnan (result.z) && isnan (result.corrected));
  /* eight points in a line have a box without area */
  for (guint i = 0; i < 8; i++)
    points[i] = (MilieuMetres) { i, 0 };
  g_assert_false (milieu_statistics_clark_evans (points, 8, NULL, &result));
  g_assert_cmpuint (result.n, ==, 8);
  g_assert_true (isnan (result.ratio));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/statistics/example-centre", test_example_centre);
  g_test_add_func ("/geo/statistics/example-concentration", test_example_concentration);
  g_test_add_func ("/geo/statistics/example-clark-evans", test_example_clark_evans);
  g_test_add_func ("/geo/statistics/square-grid", test_square_grid);
  g_test_add_func ("/geo/statistics/two-clusters", test_two_clusters);
  g_test_add_func ("/geo/statistics/sites-within", test_sites_within);
  g_test_add_func ("/geo/statistics/counts-by-hand", test_counts_by_hand);
  g_test_add_func ("/geo/statistics/too-few", test_too_few);
  return g_test_run ();
}
