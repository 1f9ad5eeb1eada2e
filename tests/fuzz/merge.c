/* Two bytes a verb of the base, of ours or of theirs, by turns: the merge is a map, and the same from either side. */
#include "fuzz.h"

#include <string.h>

#include "../edit/random-verbs.h"
#include "edit/merge.h"
#include "format/project-read.h"

static void
play (Scene *scene, const guint8 *bytes, gsize size)
{
  for (gsize i = 0; i + 1 < size; i += 2)
    {
      MilieuRandom random;
      g_autoptr (MilieuGroup) group = NULL;

      milieu_random_init (&random, bytes[i] << 8 | bytes[i + 1]);
      group = any_verb (scene, &random);
      if (group != NULL)
        milieu_history_commit (scene->history, group, NULL);
    }
}

static void
copy (Scene *scene, Scene *from)
{
  g_autofree char *text = scene_bytes (from);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;

  scene->map = milieu_project_read_bytes (bytes, "copy", &error);
  g_assert_no_error (error);
  scene->history = milieu_history_new (scene->map);
}

/* merges @theirs into a copy of @ours, with choices by chance; Returns: the bytes, or %NULL if there was something to choose */
static char *
merged (Scene *base, Scene *ours, Scene *theirs, guint chance)
{
  Scene result, again;
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (base->map);
  g_autoptr (MilieuMerge) merge = NULL;
  g_autoptr (MilieuGroup) group = NULL;
  g_autoptr (GError) error = NULL;
  char *text;

  copy (&result, ours);
  merge = milieu_merge_new (result.map, snapshot, base->map, theirs->map);
  for (guint i = 0; i < milieu_merge_n_conflicts (merge); i++)
    milieu_merge_choose (merge, i, chance >> i % 16 & 1);
  group = milieu_merge_group (merge, &error);
  g_assert_no_error (error);
  g_assert_true (milieu_map_apply (result.map, group, &error));
  copy (&again, &result);
  text = milieu_merge_n_conflicts (merge) == 0 ? scene_bytes (&again) : NULL;
  scene_close (&again, NULL);
  scene_close (&result, NULL);
  return text;
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  Scene base, ours, theirs;
  gsize third = MIN (size, 240) / 3;
  g_autofree char *one = NULL, *other = NULL;

  scene_open (&base, NULL);
  play (&base, bytes, third);
  copy (&ours, &base);
  copy (&theirs, &base);
  play (&ours, bytes + third, third);
  play (&theirs, bytes + 2 * third, third);
  one = merged (&base, &ours, &theirs, size);
  other = merged (&base, &theirs, &ours, size);
  g_assert_cmpstr (one, ==, other);
  scene_close (&base, NULL);
  scene_close (&ours, NULL);
  scene_close (&theirs, NULL);
  return 0;
}
