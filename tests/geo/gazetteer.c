#include "geo/gazetteer.h"

#include <math.h>

static MilieuGazetteer *
load (void)
{
  g_autoptr (GError) error = NULL;
  MilieuGazetteer *gazetteer = milieu_gazetteer_load (NULL, &error);

  g_assert_no_error (error);
  return gazetteer;
}

static void
test_by_insee (void)
{
  g_autoptr (MilieuGazetteer) gazetteer = load ();
  const MilieuMunicipality *lille = milieu_gazetteer_by_insee (gazetteer, "59350");

  g_assert_nonnull (lille);
  g_assert_cmpstr (lille->name, ==, "Lille");
  g_assert_cmpstr (lille->departement, ==, "59");
  g_assert_cmpstr (lille->epci_name, ==, "Métropole Européenne de Lille");
  g_assert_cmpuint (lille->population, >, 200000);
  /* pyproj on the point that GeoNames gives */
  g_assert_cmpfloat_with_epsilon (lille->metres.x, 703906.2717, 1e-3);
  g_assert_cmpfloat_with_epsilon (lille->metres.y, 7059661.3116, 1e-3);
  g_assert_null (milieu_gazetteer_by_insee (gazetteer, "75056"));
  g_assert_null (milieu_gazetteer_by_insee (gazetteer, ""));
  g_assert_null (milieu_gazetteer_by_insee (gazetteer, NULL));
  g_assert_nonnull (strstr (milieu_gazetteer_attribution (gazetteer), "GeoNames"));
}

static void
test_by_name (void)
{
  static const struct
  {
    const char *name, *insee;
  } rows[] = {
    { "Lille", "59350" }, { "  LILLE ", "59350" }, { "villeneuve d’ascq", "59009" }, { "Villeneuve-d'Ascq", "59009" },
    { "MARCQ EN BAROEUL", "59378" }, { "Marcq-en-Barœul", "59378" }, { "aulnoy lez valenciennes", "59032" },
    { "Saint-Quentin", "02691" }, { "St Quentin", "02691" }, { "Ste-Catherine", "62744" },
  };
  g_autoptr (MilieuGazetteer) gazetteer = load ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint n;
      const MilieuMunicipality *const *found = milieu_gazetteer_by_name (gazetteer, rows[i].name, &n);

      g_test_message ("%s", rows[i].name);
      g_assert_cmpuint (n, ==, 1);
      g_assert_cmpstr (found[0]->insee, ==, rows[i].insee);
    }
}

static void
test_ambiguous_and_unknown (void)
{
  g_autoptr (MilieuGazetteer) gazetteer = load ();
  const MilieuMunicipality *const *found;
  guint n;

  /* one in Oise or Somme, one in Pas-de-Calais: both, the larger first */
  found = milieu_gazetteer_by_name (gazetteer, "saint sauveur", &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (found[0]->insee, !=, found[1]->insee);
  g_assert_cmpuint (found[0]->population, >=, found[1]->population);
  g_assert_null (milieu_gazetteer_by_name (gazetteer, "Lill", &n));
  g_assert_cmpuint (n, ==, 0);
  g_assert_null (milieu_gazetteer_by_name (gazetteer, "", &n));
  g_assert_null (milieu_gazetteer_by_name (gazetteer, NULL, &n));
  g_assert_null (milieu_gazetteer_by_name (gazetteer, "\xff\xfe", &n));
}

static void
test_towns (void)
{
  g_autoptr (MilieuGazetteer) gazetteer = load ();
  guint n;
  const MilieuMunicipality *towns = milieu_gazetteer_towns (gazetteer, &n);

  g_assert_cmpuint (n, ==, 903);
  g_assert_cmpstr (towns[0].name, ==, "Lille");
  g_assert_cmpstr (towns[1].name, ==, "Amiens");
  for (guint i = 1; i < n; i++)
    g_assert_true (towns[i - 1].population > towns[i].population
                   || (towns[i - 1].population == towns[i].population && strcmp (towns[i - 1].insee, towns[i].insee) < 0));
}

static void
test_nearest (void)
{
  g_autoptr (MilieuGazetteer) gazetteer = load ();
  const MilieuMunicipality *amiens = milieu_gazetteer_by_insee (gazetteer, "80021"), *found;
  MilieuMetres beside = { amiens->metres.x + 30, amiens->metres.y - 40 };
  double distance;

  found = milieu_gazetteer_nearest (gazetteer, beside, &distance);
  g_assert_true (found == amiens);
  g_assert_cmpfloat_with_epsilon (distance, 50, 1e-6);
  g_assert_true (milieu_gazetteer_nearest (gazetteer, amiens->metres, NULL) == amiens);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/gazetteer/by-insee", test_by_insee);
  g_test_add_func ("/geo/gazetteer/by-name", test_by_name);
  g_test_add_func ("/geo/gazetteer/ambiguous-and-unknown", test_ambiguous_and_unknown);
  g_test_add_func ("/geo/gazetteer/towns", test_towns);
  g_test_add_func ("/geo/gazetteer/nearest", test_nearest);
  return g_test_run ();
}
