/* Expected values: pyproj 3.4.1 on PROJ 9.1.1, EPSG:4326 to EPSG:2154 with
 * always_xy, its get_factors(), and Geod (ellps="GRS80"). The first point is
 * the check value that comes with the basemap. */
#include "geo/projection.h"

#include <math.h>
#include <proj.h>

static const struct
{
  const char *name;
  MilieuDegrees degrees;
  MilieuMetres metres;
  double stretch;
} points[] = {
  { "check point", { 3.0573, 50.6292 }, { 704061.1459, 7059136.5895 }, 1.0016881 },
  { "Lille", { 3.05512, 50.63391 }, { 703906.2717, 7059661.3116 }, 1.0016943 },
  { "Dunkerque", { 2.37681, 51.03456 }, { 656188.3612, 7104490.7576 }, 1.0022444 },
  { "Paris", { 2.3488, 48.85341 }, { 652216.6352, 6861682.6119 }, 0.9998903 },
  { "London", { -0.12574, 51.50853 }, { 482400.8851, 7161493.1012 }, 1.0029652 },
  { "Marseille", { 5.38107, 43.29695 }, { 893303.3821, 6247112.7827 }, 1.0005979 },
  { "origin", { 3, 46.5 }, { 700000, 6600000 }, 0.9990511 },
};

static const struct
{
  MilieuDegrees to;
  double distance;
} from_lille[] = {
  { { 2.3488, 48.85341 }, 204470.741 },
  { { -0.12574, 51.50853 }, 243227.732 },
  { { 2.37681, 51.03456 }, 65344.309 },
  { { 4.34878, 50.85045 }, 94436.712 },
};

static void
test_published_points (void)
{
  g_autoptr (MilieuProjection) projection = milieu_projection_new ();

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      MilieuMetres metres;
      MilieuDegrees degrees;

      g_test_message ("%s", points[i].name);
      g_assert_true (milieu_projection_to_metres (projection, points[i].degrees, &metres));
      g_assert_cmpfloat_with_epsilon (metres.x, points[i].metres.x, 1e-3);
      g_assert_cmpfloat_with_epsilon (metres.y, points[i].metres.y, 1e-3);
      g_assert_true (milieu_projection_to_degrees (projection, points[i].metres, &degrees));
      g_assert_cmpfloat_with_epsilon (degrees.lon, points[i].degrees.lon, 1e-8);
      g_assert_cmpfloat_with_epsilon (degrees.lat, points[i].degrees.lat, 1e-8);
      g_assert_cmpfloat_with_epsilon (milieu_projection_stretch (projection, points[i].degrees), points[i].stretch, 1e-7);
    }
}

/* the parameters in the program are those of PROJ's database, where there is one */
static void
test_same_as_database (void)
{
  PJ_CONTEXT *context = proj_context_create ();
  PJ *known = proj_create_crs_to_crs (context, "EPSG:4326", "EPSG:2154", NULL);
  PJ *normal = known != NULL ? proj_normalize_for_visualization (context, known) : NULL;
  g_autoptr (MilieuProjection) projection = milieu_projection_new ();

  if (normal == NULL)
    g_test_skip ("PROJ has no database here");
  for (double lon = -5; normal != NULL && lon <= 9; lon += 0.7)
    for (double lat = 41; lat <= 52; lat += 0.6)
      {
        PJ_COORD expected = proj_trans (normal, PJ_FWD, proj_coord (lon, lat, 0, 0));
        MilieuMetres metres;

        g_assert_true (milieu_projection_to_metres (projection, (MilieuDegrees) { lon, lat }, &metres));
        g_assert_cmpfloat_with_epsilon (metres.x, expected.xy.x, 1e-3);
        g_assert_cmpfloat_with_epsilon (metres.y, expected.xy.y, 1e-3);
      }
  proj_destroy (normal);
  proj_destroy (known);
  proj_context_destroy (context);
}

static void
test_no_place (void)
{
  static const MilieuDegrees none[] = {
    { NAN, 50 }, { 3, NAN }, { INFINITY, 50 }, { 181, 50 }, { 3, 90.5 }, { 3, -91 }, { 0, -90 },
  };
  g_autoptr (MilieuProjection) projection = milieu_projection_new ();
  MilieuMetres metres = { 1, 2 };
  MilieuDegrees degrees = { 3, 4 };

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_false (milieu_projection_to_metres (projection, none[i], &metres));
  g_assert_cmpfloat (metres.x, ==, 1);
  g_assert_cmpfloat (metres.y, ==, 2);
  g_assert_false (milieu_projection_to_degrees (projection, (MilieuMetres) { NAN, 0 }, &degrees));
  g_assert_false (milieu_projection_to_degrees (projection, (MilieuMetres) { 0, INFINITY }, &degrees));
  g_assert_cmpfloat (degrees.lon, ==, 3);
  g_assert_true (isnan (milieu_projection_stretch (projection, none[0])));
  /* a failure leaves nothing behind */
  g_assert_true (milieu_projection_to_metres (projection, points[0].degrees, &metres));
}

static void
test_geodesic (void)
{
  g_autoptr (MilieuProjection) projection = milieu_projection_new ();
  MilieuDegrees lille = points[1].degrees, nowhere = { NAN, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (from_lille); i++)
    {
      g_assert_cmpfloat_with_epsilon (milieu_projection_distance (projection, lille, from_lille[i].to), from_lille[i].distance, 0.01);
    }
  g_assert_cmpfloat (milieu_projection_distance (projection, lille, lille), ==, 0);
  g_assert_true (isnan (milieu_projection_distance (projection, lille, nowhere)));
}

/* in a process of its own, since PROJ remembers where it looked */
static void
test_without_database (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (MilieuProjection) projection = NULL;
      MilieuMetres metres;

      g_setenv ("PROJ_DATA", "/nowhere", TRUE);
      g_setenv ("PROJ_LIB", "/nowhere", TRUE);
      projection = milieu_projection_new ();
      g_assert_true (milieu_projection_to_metres (projection, points[0].degrees, &metres));
      g_assert_cmpfloat_with_epsilon (metres.x, points[0].metres.x, 1e-3);
      g_assert_false (milieu_projection_to_metres (projection, (MilieuDegrees) { 0, -90 }, &metres));
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/projection/published-points", test_published_points);
  g_test_add_func ("/geo/projection/same-as-database", test_same_as_database);
  g_test_add_func ("/geo/projection/no-place", test_no_place);
  g_test_add_func ("/geo/projection/geodesic", test_geodesic);
  g_test_add_func ("/geo/projection/without-database", test_without_database);
  return g_test_run ();
}
