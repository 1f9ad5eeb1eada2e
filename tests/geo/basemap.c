#include "geo/basemap.h"
#include "geo/projection.h"

#include <math.h>

static MilieuBasemap *
load (void)
{
  g_autoptr (GError) error = NULL;
  MilieuBasemap *basemap = milieu_basemap_load (NULL, &error);

  g_assert_no_error (error);
  return basemap;
}

static MilieuMetres
metres (double lon, double lat)
{
  g_autoptr (MilieuProjection) projection = milieu_projection_new ();
  MilieuMetres point;

  g_assert_true (milieu_projection_to_metres (projection, (MilieuDegrees) { lon, lat }, &point));
  return point;
}

static const MilieuFeature *
find (MilieuBasemap *basemap, MilieuBasemapLayer layer, MilieuDetail detail, const char *code)
{
  guint n;
  const MilieuFeature *features = milieu_basemap_features (basemap, layer, detail, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (features[i].code, code))
      return &features[i];
  return NULL;
}

static void
test_layers (void)
{
  static const guint expected[MILIEU_N_BASEMAP_LAYERS] = {
    [MILIEU_LAYER_COUNTRIES] = 4, [MILIEU_LAYER_NEIGHBOURS] = 18, [MILIEU_LAYER_DEPARTEMENTS] = 5, [MILIEU_LAYER_REGION] = 1,
  };
  g_autoptr (MilieuBasemap) basemap = load ();

  for (guint layer = 0; layer < MILIEU_N_BASEMAP_LAYERS; layer++)
    for (guint detail = 0; detail < MILIEU_N_DETAILS; detail++)
      {
        guint n;

        g_assert_nonnull (milieu_basemap_features (basemap, layer, detail, &n));
        if (layer != MILIEU_LAYER_RIVERS)
          g_assert_cmpuint (n, ==, expected[layer]);
      }
  g_assert_cmpstr (find (basemap, MILIEU_LAYER_DEPARTEMENTS, MILIEU_DETAIL_100M, "59")->name, ==, "Nord");
  g_assert_nonnull (find (basemap, MILIEU_LAYER_COUNTRIES, MILIEU_DETAIL_500M, "BEL"));
}

static void
test_rings_are_sound (void)
{
  g_autoptr (MilieuBasemap) basemap = load ();

  for (guint i = 0; i < MILIEU_N_BASEMAP_LAYERS * MILIEU_N_DETAILS; i++)
    {
      MilieuBasemapLayer layer = i / MILIEU_N_DETAILS;
      guint n;
      const MilieuFeature *features = milieu_basemap_features (basemap, layer, i % MILIEU_N_DETAILS, &n);

      for (guint f = 0; f < n; f++)
        for (guint k = 0; k < features[f].n_lines; k++)
          {
            const MilieuLine *line = &features[f].lines[k];

            g_assert_cmpint (line->closed, ==, layer != MILIEU_LAYER_RIVERS);
            g_assert_cmpuint (line->n_points, >=, line->closed ? 3 : 2);
            g_assert_true (milieu_bounds_meet (&features[f].bounds, &line->bounds));
            for (guint p = 0; p < line->n_points; p++)
              g_assert_true (milieu_bounds_contain (&line->bounds, line->points[p]));
          }
    }
}

static void
test_region_contains (void)
{
  static const struct
  {
    const char *name;
    double lon, lat;
    gboolean inside;
  } places[] = {
    { "Lille", 3.05512, 50.63391, TRUE }, { "Amiens", 2.3, 49.9, TRUE }, { "Laon", 3.62, 49.56, TRUE },
    { "Brussels", 4.34878, 50.85045, FALSE }, { "Tournai", 3.39, 50.606, FALSE }, { "Rouen", 1.09, 49.44, FALSE },
    { "Dover Strait", 1.5, 51.0, FALSE }, { "London", -0.12574, 51.50853, FALSE },
  };
  g_autoptr (MilieuBasemap) basemap = load ();

  for (guint detail = 0; detail < MILIEU_N_DETAILS; detail++)
    for (guint i = 0; i < G_N_ELEMENTS (places); i++)
      {
        const MilieuFeature *region = find (basemap, MILIEU_LAYER_REGION, detail, "32");

        g_test_message ("%s", places[i].name);
        g_assert_cmpint (milieu_feature_contains (region, metres (places[i].lon, places[i].lat)), ==, places[i].inside);
      }
}

/* a square of 10 with a hole of 2 in its middle, beside it an open line */
static void
test_contains_holes (void)
{
  MilieuMetres outer[] = { { 0, 0 }, { 10, 0 }, { 10, 10 }, { 0, 10 } }, hole[] = { { 4, 4 }, { 6, 4 }, { 6, 6 }, { 4, 6 } };
  MilieuLine lines[] = { { outer, 4, TRUE, { 0, 0, 10, 10 } }, { hole, 4, TRUE, { 4, 4, 6, 6 } } };
  MilieuLine open[] = { { outer, 4, FALSE, { 0, 0, 10, 10 } } };
  MilieuFeature square = { "", "", 0, lines, 2, { 0, 0, 10, 10 } }, line = { "", "", 0, open, 1, { 0, 0, 10, 10 } };

  g_assert_true (milieu_feature_contains (&square, (MilieuMetres) { 1, 1 }));
  g_assert_true (milieu_feature_contains (&square, (MilieuMetres) { 5, 7 }));
  g_assert_false (milieu_feature_contains (&square, (MilieuMetres) { 5, 5 }));
  g_assert_false (milieu_feature_contains (&square, (MilieuMetres) { 11, 5 }));
  g_assert_false (milieu_feature_contains (&line, (MilieuMetres) { 1, 1 }));
}

static void
test_region_box (void)
{
  g_autoptr (MilieuBasemap) basemap = load ();
  MilieuBounds box = milieu_basemap_region (basemap);

  /* 1.38 to 4.26 E at 50 N, 48.84 to 51.09 N: 2.88 · 71.6 km and 2.25 · 111.2 km */
  g_assert_cmpfloat_with_epsilon (box.east - box.west, 206e3, 3e3);
  g_assert_cmpfloat_with_epsilon (box.north - box.south, 250e3, 3e3);
  g_assert_true (milieu_bounds_contain (&box, metres (3.05512, 50.63391)));
}

static void
test_rivers (void)
{
  static const char *const expected[] = { "Aisne", "Escaut", "Lys", "Marne", "Meuse", "Oise", "Seine", "Somme" };
  g_autoptr (MilieuBasemap) basemap = load ();

  for (guint detail = 0; detail < MILIEU_N_DETAILS; detail++)
    for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
      {
          guint n, found = 0;
        const MilieuFeature *rivers = milieu_basemap_features (basemap, MILIEU_LAYER_RIVERS, detail, &n);

        for (guint k = 0; k < n; k++)
          found += g_str_equal (rivers[k].name, expected[i]) && rivers[k].level > 0;
        g_test_message ("%s", expected[i]);
        g_assert_cmpuint (found, >, 0);
      }
}

/* a name stands on what it names */
static void
test_names (void)
{
  g_autoptr (MilieuBasemap) basemap = load ();
  guint n, roles = 0, n_departements;
  const MilieuPlaceName *names = milieu_basemap_names (basemap, &n);
  const MilieuFeature *departements = milieu_basemap_features (basemap, MILIEU_LAYER_DEPARTEMENTS, MILIEU_DETAIL_100M, &n_departements);
  const MilieuFeature *region = find (basemap, MILIEU_LAYER_REGION, MILIEU_DETAIL_100M, "32");

  g_assert_cmpuint (n, >, 10);
  for (guint i = 0; i < n; i++)
    {
      roles |= 1u << names[i].role;
      g_assert_cmpfloat (names[i].finest, <, names[i].coarsest);
      if (names[i].role == MILIEU_NAME_SEA || names[i].role == MILIEU_NAME_COUNTRY)
        g_assert_false (milieu_feature_contains (region, names[i].anchor));
      for (guint k = 0; names[i].role == MILIEU_NAME_DEPARTEMENT && k < n_departements; k++)
        g_assert_cmpint (g_str_equal (departements[k].name, names[i].text[MILIEU_LANGUAGE_FRENCH]),
                         ==, milieu_feature_contains (&departements[k], names[i].anchor));
    }
  g_assert_cmphex (roles, ==, 0x1f);
  g_assert_cmpstr (names[0].text[MILIEU_LANGUAGE_ENGLISH], ==, "North Sea");
  g_assert_cmpstr (names[0].text[MILIEU_LANGUAGE_FRENCH], ==, "Mer du Nord");
}

static void
test_attributions (void)
{
  g_autoptr (MilieuBasemap) basemap = load ();
  const char *const *lines = milieu_basemap_attributions (basemap);
  g_autofree char *all = g_strjoinv ("\n", (char **) lines);

  /* three makers, each named once though each made several files */
  g_assert_cmpuint (g_strv_length ((char **) lines), ==, 3);
  g_assert_nonnull (strstr (all, "OpenStreetMap"));
  g_assert_nonnull (strstr (all, "IGN"));
  g_assert_nonnull (strstr (all, "GSHHG"));
}

static void
test_detail (void)
{
  g_assert_cmpint (milieu_basemap_detail (20), ==, MILIEU_DETAIL_100M);
  g_assert_cmpint (milieu_basemap_detail (230), ==, MILIEU_DETAIL_100M);
  g_assert_cmpint (milieu_basemap_detail (340), ==, MILIEU_DETAIL_500M);
  g_assert_cmpint (milieu_basemap_detail (1000), ==, MILIEU_DETAIL_500M);
}

/* loads a basemap of its own and projects at the same time as others do;
 * returns a sum that depends on every coordinate */
static gpointer
load_and_sum (gpointer data)
{
  g_autoptr (MilieuBasemap) basemap = load ();
  g_autoptr (MilieuBasemap) shared = milieu_basemap_ref (data);
  g_autoptr (MilieuProjection) projection = milieu_projection_new ();
  double *sum = g_new0 (double, 1);
  guint n;
  const MilieuFeature *features = milieu_basemap_features (basemap, MILIEU_LAYER_NEIGHBOURS, MILIEU_DETAIL_100M, &n);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < features[i].n_lines; k++)
      for (guint p = 0; p < features[i].lines[k].n_points; p++)
        {
          MilieuDegrees degrees;
          MilieuMetres again;

          g_assert_true (milieu_projection_to_degrees (projection, features[i].lines[k].points[p], &degrees));
          g_assert_true (milieu_projection_to_metres (projection, degrees, &again));
          *sum += again.x - again.y;
        }
  return sum;
}

static void
test_threads (void)
{
  g_autoptr (MilieuBasemap) shared = load ();
  GThread *one = g_thread_new ("one", load_and_sum, shared), *two = g_thread_new ("two", load_and_sum, shared);
  g_autofree double *alone = load_and_sum (shared);
  g_autofree double *first = g_thread_join (one);
  g_autofree double *second = g_thread_join (two);

  g_assert_cmpfloat (*alone, !=, 0);
  g_assert_cmpfloat (*first, ==, *alone);
  g_assert_cmpfloat (*second, ==, *alone);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/basemap/layers", test_layers);
  g_test_add_func ("/geo/basemap/rings-are-sound", test_rings_are_sound);
  g_test_add_func ("/geo/basemap/region-contains", test_region_contains);
  g_test_add_func ("/geo/basemap/contains-holes", test_contains_holes);
  g_test_add_func ("/geo/basemap/region-box", test_region_box);
  g_test_add_func ("/geo/basemap/rivers", test_rivers);
  g_test_add_func ("/geo/basemap/names", test_names);
  g_test_add_func ("/geo/basemap/attributions", test_attributions);
  g_test_add_func ("/geo/basemap/detail", test_detail);
  g_test_add_func ("/geo/basemap/threads", test_threads);
  return g_test_run ();
}
