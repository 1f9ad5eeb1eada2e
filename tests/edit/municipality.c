/* The municipality of actors: where the gazetteer knows it, it is a place. */
#include "scene.h"

#include <string.h>

/* a municipality that the gazetteer knows is a place; a precise place is kept */
static void
test_municipality (Scene *scene, gconstpointer data)
{
  g_autoptr (MilieuGazetteer) gazetteer = milieu_gazetteer_load (NULL, NULL);
  const MilieuMunicipality *lille = milieu_gazetteer_by_insee (gazetteer, "59350");
  const MilieuMunicipality *douai = milieu_gazetteer_by_insee (gazetteer, "59178");
  guint32 keys[] = { scene_add (scene, "A"), scene_add (scene, "B") };
  g_autofree char *before = NULL, *at_lille = NULL;

  scene_do (scene, milieu_edit_place_actors (scene->map, &keys[1], 1, 3.2, 50.5, 0, "Lens", "62498"));
  before = scene_bytes (scene);
  scene_do (scene, milieu_edit_set_municipality (scene->map, gazetteer, keys, 2, " lille ", NULL));
  g_assert_cmpstr (milieu_history_undo_words (scene->history), ==, "Change Municipality of 2 Actors");
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpstr (actor_of (scene, keys[i])->municipality, ==, "Lille");
      g_assert_cmpstr (actor_of (scene, keys[i])->insee, ==, "59350");
    }
  g_assert_cmpint (actor_of (scene, keys[0])->precision, ==, MILIEU_PRECISION_MUNICIPALITY);
  g_assert_cmpfloat (actor_of (scene, keys[0])->lon, ==, lille->degrees.lon);
  g_assert_cmpint (actor_of (scene, keys[1])->precision, ==, MILIEU_PRECISION_EXACT);
  g_assert_cmpfloat (actor_of (scene, keys[1])->lon, ==, 3.2);
  assert_undo_redo (scene, before);
  at_lille = scene_bytes (scene);
  scene_do (scene, milieu_edit_set_municipality (scene->map, gazetteer, keys, 1, "59178", NULL));
  g_assert_cmpstr (actor_of (scene, keys[0])->municipality, ==, "Douai");
  g_assert_cmpfloat (actor_of (scene, keys[0])->lat, ==, douai->degrees.lat);
  assert_undo_redo (scene, at_lille);
  /* outside the gazetteer nobody knows where */
  scene_do (scene, milieu_edit_set_municipality (scene->map, gazetteer, keys, 1, "Gand", NULL));
  g_assert_cmpstr (actor_of (scene, keys[0])->municipality, ==, "Gand");
  g_assert_null (actor_of (scene, keys[0])->insee);
  g_assert_false (milieu_actor_is_located (actor_of (scene, keys[0])));
}

/* who comes to a municipality stands with those already known to be there */
static void
test_municipality_shared (Scene *scene, gconstpointer data)
{
  g_autoptr (MilieuGazetteer) gazetteer = milieu_gazetteer_load (NULL, NULL);
  guint32 a = scene_add (scene, "A"), b = scene_add (scene, "B");

  scene_do (scene, milieu_edit_place_actors (scene->map, &a, 1, 3.0471, 50.6318, 0, "Lille", "59350"));
  scene_do (scene, milieu_edit_set_field (scene->map, MILIEU_RECORD_ACTOR, &a, 1, MILIEU_ACTOR_PRECISION,
                                          MILIEU_TOKEN (MILIEU_PRECISION_MUNICIPALITY), NULL));
  scene_do (scene, milieu_edit_set_municipality (scene->map, gazetteer, &b, 1, "Lille", NULL));
  g_assert_cmpfloat (actor_of (scene, b)->lon, ==, 3.0471);
  g_assert_cmpfloat (actor_of (scene, b)->lat, ==, 50.6318);
}

static const MilieuMunicipality *
find_namesake (MilieuGazetteer *gazetteer)
{
  guint n, n_named;
  const MilieuMunicipality *towns = milieu_gazetteer_towns (gazetteer, &n);

  for (guint i = 0; i < n; i++)
    if (milieu_gazetteer_by_name (gazetteer, towns[i].name, &n_named) != NULL && n_named > 1)
      return &towns[i];
  return NULL;
}

static void
test_municipality_ambiguous (Scene *scene, gconstpointer data)
{
  g_autoptr (MilieuGazetteer) gazetteer = milieu_gazetteer_load (NULL, NULL);
  const MilieuMunicipality *town = find_namesake (gazetteer);
  g_autofree char *words = milieu_edit_municipality_words (gazetteer, town);
  g_autoptr (GError) error = NULL;
  guint32 a = scene_add (scene, "A");

  g_assert_null (milieu_edit_set_municipality (scene->map, gazetteer, &a, 1, town->name, &error));
  g_assert_error (error, MILIEU_EDIT_ERROR, MILIEU_EDIT_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, words));
  scene_do (scene, milieu_edit_set_municipality (scene->map, gazetteer, &a, 1, words, NULL));
  g_assert_cmpstr (actor_of (scene, a)->municipality, ==, town->name);
}

#define ADD(path, function) g_test_add (path, Scene, NULL, scene_open, function, scene_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/municipality/place", test_municipality);
  ADD ("/municipality/shared", test_municipality_shared);
  ADD ("/municipality/ambiguous", test_municipality_ambiguous);
  return g_test_run ();
}
