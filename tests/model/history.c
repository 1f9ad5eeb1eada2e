/* The history: each verb and its undo, told by a table of steps, and random
 * scripts of edits in which undoing all gives the start. */
#include "model/history.h"

#include <string.h>

#include "model/random.h"

typedef struct
{
  MilieuMap *map;
  MilieuHistory *history;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->map = milieu_map_new ();
  fixture->history = milieu_history_new (fixture->map);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->history);
  g_object_unref (fixture->map);
}

static gboolean
put (Fixture *fixture, MilieuRecordType type, const char *id, const MilieuValue *values, GError **error)
{
  guint32 key = milieu_map_intern (fixture->map, type, id);
  g_autoptr (MilieuGroup) group = milieu_group_new ("put", id);

  milieu_group_change (group, milieu_map_get (fixture->map, type, key), milieu_record_new (type, key, id, values, NULL));
  return milieu_history_commit (fixture->history, group, error);
}

static void
put_setting (Fixture *fixture, const char *id, const char *value)
{
  MilieuValue values[] = { MILIEU_TEXT (value) };

  g_assert_true (put (fixture, MILIEU_RECORD_SETTING, id, values, NULL));
}

static void
remove_setting (Fixture *fixture, const char *id)
{
  g_autoptr (MilieuGroup) group = milieu_group_new ("remove", id);

  milieu_group_change (group, milieu_map_find (fixture->map, MILIEU_RECORD_SETTING, id), NULL);
  g_assert_true (milieu_history_commit (fixture->history, group, NULL));
}

/* every setting in order of id, as "a=1 b=2" */
static char *
tell (MilieuMap *map)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  g_autofree guint32 *keys = NULL;
  GString *text = g_string_new (NULL);
  guint n;

  keys = milieu_snapshot_sorted (snapshot, MILIEU_RECORD_SETTING, &n);
  for (guint i = 0; i < n; i++)
    {
      const MilieuRecord *record = milieu_snapshot_get (snapshot, MILIEU_RECORD_SETTING, keys[i]);

      g_string_append_printf (text, "%s%s=%s", i > 0 ? " " : "", record->id, ((const MilieuSetting *) record)->value);
    }
  return g_string_free (text, FALSE);
}

/* u undo, r redo, s saved, -x removes x, else "id=value" */
static const struct
{
  const char *step, *map, *undo, *redo;
  gboolean saved;
} steps[] = {
  { "a=1", "a=1", "a", NULL, FALSE },
  { "b=2", "a=1 b=2", "b", NULL, FALSE },
  { "s", "a=1 b=2", "b", NULL, TRUE },
  { "a=3", "a=3 b=2", "a", NULL, FALSE },
  { "u", "a=1 b=2", "b", "a", TRUE },
  { "u", "a=1", "a", "b", FALSE },
  { "r", "a=1 b=2", "b", "a", TRUE },
  { "r", "a=3 b=2", "a", NULL, FALSE },
  { "-b", "a=3", "b", NULL, FALSE },
  { "u", "a=3 b=2", "a", "b", FALSE },
  { "u", "a=1 b=2", "b", "a", TRUE },
  { "u", "a=1", "a", "b", FALSE },
  { "u", "", NULL, "a", FALSE },
  { "r", "a=1", "a", "b", FALSE },
  { "c=9", "a=1 c=9", "c", NULL, FALSE }, /* what was undone is forgotten, the saved state with it */
  { "u", "a=1", "a", "c", FALSE },
  { "r", "a=1 c=9", "c", NULL, FALSE },
};

static void
take (Fixture *fixture, const char *step)
{
  if (g_str_equal (step, "u"))
    g_assert_true (milieu_history_undo (fixture->history));
  else if (g_str_equal (step, "r"))
    g_assert_true (milieu_history_redo (fixture->history));
  else if (g_str_equal (step, "s"))
    milieu_history_mark_saved (fixture->history);
  else if (step[0] == '-')
    remove_setting (fixture, step + 1);
  else
    {
      g_autofree char *id = g_strndup (step, strcspn (step, "="));

      put_setting (fixture, id, strchr (step, '=') + 1);
    }
}

static void
test_table (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *told = NULL;

      take (fixture, steps[i].step);
      told = tell (fixture->map);
      g_test_message ("step %u: %s", i, steps[i].step);
      g_assert_cmpstr (told, ==, steps[i].map);
      g_assert_cmpstr (milieu_history_undo_words (fixture->history), ==, steps[i].undo);
      g_assert_cmpstr (milieu_history_redo_words (fixture->history), ==, steps[i].redo);
      g_assert_cmpint (milieu_history_is_saved (fixture->history), ==, steps[i].saved);
    }
}

static void
test_ends (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MilieuGroup) nothing = milieu_group_new ("nothing", "Nothing");

  g_assert_false (milieu_history_undo (fixture->history));
  g_assert_false (milieu_history_redo (fixture->history));
  g_assert_true (milieu_history_commit (fixture->history, nothing, NULL));
  g_assert_cmpuint (milieu_history_size (fixture->history, NULL), ==, 0);
  g_assert_true (milieu_history_is_saved (fixture->history));
}

static void
count_change (MilieuMap *map, MilieuGroup *group, guint *count)
{
  (*count)++;
}

/* a setting written again with the value it has is no change at all */
static void
test_same_value (Fixture *fixture, gconstpointer data)
{
  guint changes = 0;

  g_signal_connect (fixture->map, "changed", G_CALLBACK (count_change), &changes);
  put_setting (fixture, "a", "1");
  put_setting (fixture, "a", "1");
  g_assert_cmpuint (changes, ==, 1);
  g_assert_cmpuint (milieu_history_size (fixture->history, NULL), ==, 1);
}

static void
random_step (Fixture *fixture, MilieuRandom *random)
{
  char id[] = { (char) ('a' + milieu_random_below (random, 8)), '\0' };
  char value[] = { (char) ('0' + milieu_random_below (random, 10)), '\0' };

  switch (milieu_random_below (random, 6))
    {
    case 0:
      milieu_history_undo (fixture->history);
      break;
    case 1:
      milieu_history_redo (fixture->history);
      break;
    case 2:
      if (milieu_map_find (fixture->map, MILIEU_RECORD_SETTING, id) != NULL)
        remove_setting (fixture, id);
      break;
    default:
      put_setting (fixture, id, value);
    }
}

static void
test_random (Fixture *fixture, gconstpointer data)
{
  for (guint seed = 1; seed <= 50; seed++)
    {
      g_autofree char *last = NULL, *first = NULL, *again = NULL;
      MilieuRandom random;

      milieu_random_init (&random, seed);
      for (guint i = 0; i < 200; i++)
        random_step (fixture, &random);
      while (milieu_history_redo (fixture->history))
        ;
      last = tell (fixture->map);
      while (milieu_history_undo (fixture->history))
        ;
      first = tell (fixture->map);
      g_assert_cmpstr (first, ==, "");
      while (milieu_history_redo (fixture->history))
        ;
      again = tell (fixture->map);
      g_assert_cmpstr (again, ==, last);
      while (milieu_history_undo (fixture->history))
        ;
    }
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/history/table", test_table);
  ADD ("/history/ends", test_ends);
  ADD ("/history/same-value", test_same_value);
  ADD ("/history/random", test_random);
  return g_test_run ();
}
