/* Two hundred random verbs, many times over: undoing all gives the first bytes, redoing all the last. */
#include "random-verbs.h"

static void
test_script (gconstpointer data)
{
  Scene scene;
  MilieuRandom random;
  g_autofree char *first = NULL, *last = NULL, *undone = NULL, *redone = NULL;
  guint steps = 0;

  scene_open (&scene, NULL);
  milieu_random_init (&random, GPOINTER_TO_UINT (data));
  first = scene_bytes (&scene);
  for (guint i = 0; i < 200; i++)
    {
      MilieuGroup *group = any_verb (&scene, &random);

      /* a group may be refused, as a reference to nowhere is; it then changed nothing */
      if (group != NULL)
        milieu_history_commit (scene.history, group, NULL);
      g_clear_pointer (&group, milieu_group_unref);
    }
  last = scene_bytes (&scene);
  for (; milieu_history_undo (scene.history); steps++)
    ;
  undone = scene_bytes (&scene);
  while (milieu_history_redo (scene.history))
    ;
  redone = scene_bytes (&scene);
  g_assert_cmpuint (steps, >, 100);
  g_assert_cmpstr (undone, ==, first);
  g_assert_cmpstr (redone, ==, last);
  g_assert_cmpstr (first, !=, last);
  scene_close (&scene, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= 20; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/random-script/%u", seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_script);
    }
  return g_test_run ();
}
