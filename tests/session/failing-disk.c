/* Each call of the journal's thread fails in turn: what the disk refused is written with the next edit. */
#include "../failing-disk.h"

#include "maps.h"

#include "session/journal.h"
#include "session/recovery.h"

typedef struct { MilieuMap *map; MilieuHistory *history; MilieuJournal *journal; guint told; gboolean ails; } Desk;

static void
on_changed (Desk *desk, MilieuGroup *group)
{
  milieu_journal_append (desk->journal, group, desk->map);
}

static void
on_failed (Desk *desk, const char *words)
{
  desk->ails = words != NULL;
  desk->told += words != NULL;
}

static void
edit (Desk *desk, const char *name)
{
  MilieuNewActor actor = { .name = name, .kind = MILIEU_NO_KEY };
  g_autoptr (MilieuGroup) group = milieu_edit_add_actor (desk->map, &actor, NULL);

  g_assert_true (milieu_history_commit (desk->history, group, NULL));
  milieu_journal_wait (desk->journal);
  wait_a_while (2);
}

static void
assert_recovered (guint n)
{
  g_autoptr (GPtrArray) found = milieu_recovery_find ();
  MilieuRecovery *recovery;
  g_autoptr (MilieuMap) map = NULL;
  gboolean fits;
  guint first;

  g_assert_cmpuint (found->len, ==, 1);
  recovery = found->pdata[0];
  g_assert_cmpuint (milieu_recovery_size (recovery), ==, n);
  map = milieu_recovery_open (recovery, &fits, &first, NULL);
  for (guint i = first; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MilieuGroup) group = milieu_recovery_group (recovery, i, map, &error);

      g_assert_no_error (error);
      g_assert_true (milieu_map_apply (map, group, NULL));
    }
  g_assert_cmpuint (milieu_map_count (map, MILIEU_RECORD_ACTOR), ==, n);
  milieu_recovery_forget (recovery);
}

/* Returns: whether the @k-th call was reached */
static gboolean
try (int k, int number, gboolean half, guint *told)
{
  Desk desk = { .map = milieu_map_new () };
  g_autofree char *empty = text_of (desk.map);
  g_autoptr (GBytes) base = g_bytes_new (empty, strlen (empty));
  gboolean reached;

  desk.history = milieu_history_new (desk.map);
  desk.journal = milieu_journal_new (NULL, "map", base);
  g_signal_connect_swapped (desk.map, "changed", G_CALLBACK (on_changed), &desk);
  g_signal_connect_swapped (desk.journal, "failed", G_CALLBACK (on_failed), &desk);
  fail_at (k, number, half);
  edit (&desk, "One");
  edit (&desk, "Two");
  reached = !has_not_failed ();
  fail_at (0, 0, FALSE);
  edit (&desk, "Three");
  g_assert_false (desk.ails);
  *told += desk.told;
  g_object_unref (desk.journal);
  assert_recovered (3);
  g_object_unref (desk.history);
  g_object_unref (desk.map);
  return reached;
}

static void
test_each_call (gconstpointer data)
{
  int number = GPOINTER_TO_INT (data), k = 1;
  guint told = 0;

  while (try (k, number, number == 0, &told))
    k++;
  /* the base and its fsync, the changes and their name, two lines with their syncs: whatever fails there is told */
  g_assert_cmpint (k, >, number == 0 ? 3 : 8);
  g_assert_cmpuint (told, >=, number == 0 ? 0 : 8);
}

/* nobody edits any more, and the disk takes lines again: they are on it soon */
static void
test_later (void)
{
  Desk desk = { .map = milieu_map_new () };
  g_autofree char *empty = text_of (desk.map);
  g_autoptr (GBytes) base = g_bytes_new (empty, strlen (empty));

  desk.history = milieu_history_new (desk.map);
  desk.journal = milieu_journal_new (NULL, "map", base);
  g_signal_connect_swapped (desk.map, "changed", G_CALLBACK (on_changed), &desk);
  g_signal_connect_swapped (desk.journal, "failed", G_CALLBACK (on_failed), &desk);
  fail_at (4, ENOSPC, FALSE);
  edit (&desk, "One");
  g_assert_true (desk.ails);
  fail_at (0, 0, FALSE);
  while (desk.ails)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (milieu_journal_settle (desk.journal));
  g_object_unref (desk.journal);
  assert_recovered (1);
  g_object_unref (desk.history);
  g_object_unref (desk.map);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  begin ();
  g_test_add_data_func ("/failing-disk/full", GINT_TO_POINTER (ENOSPC), test_each_call);
  g_test_add_data_func ("/failing-disk/half", GINT_TO_POINTER (0), test_each_call);
  g_test_add_func ("/failing-disk/later", test_later);
  return run ();
}
