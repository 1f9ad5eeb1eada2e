/* Two bytes a verb: all undone is the beginning, all redone the end, and the journal replayed is the map. */
#include "fuzz.h"

#include <string.h>

#include "../edit/random-verbs.h"
#include "format/journal-line.h"

/* what is done in one map is done in the other by way of the journal */
static void
follow (MilieuMap *map, MilieuGroup *group, MilieuMap *other)
{
  g_autofree char *line = milieu_journal_line (group, map), *text = milieu_journal_unseal (line, strlen (line) - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (MilieuGroup) same = milieu_journal_group (text, other, &error);

  g_assert_no_error (error);
  g_assert_true (milieu_map_apply (other, same, &error));
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  Scene scene, other;
  g_autofree char *first = NULL, *last = NULL, *undone = NULL, *redone = NULL, *followed = NULL;

  scene_open (&scene, NULL);
  scene_open (&other, NULL);
  first = scene_bytes (&scene);
  for (gsize i = 0; i + 1 < MIN (size, 400); i += 2)
    {
      MilieuRandom random;
      g_autoptr (MilieuGroup) group = NULL;

      milieu_random_init (&random, bytes[i] << 8 | bytes[i + 1]);
      group = any_verb (&scene, &random);
      if (group != NULL && milieu_group_size (group) > 0 && milieu_history_commit (scene.history, group, NULL))
        follow (scene.map, group, other.map);
    }
  last = scene_bytes (&scene);
  followed = scene_bytes (&other);
  g_assert_cmpstr (last, ==, followed);
  while (milieu_history_undo (scene.history))
    ;
  undone = scene_bytes (&scene);
  g_assert_cmpstr (first, ==, undone);
  while (milieu_history_redo (scene.history))
    ;
  redone = scene_bytes (&scene);
  g_assert_cmpstr (last, ==, redone);
  scene_close (&scene, NULL);
  scene_close (&other, NULL);
  return 0;
}
