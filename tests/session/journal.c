/* What was done and not saved is there after a death: the tests really die. */
#include "maps.h"

#include "session/journal.h"
#include "session/recovery.h"

#include <signal.h>

static G_GNUC_NORETURN void
die (void)
{
  wait_a_while (300);
  raise (SIGKILL);
  g_assert_not_reached ();
}

/* runs this test again in a process that dies */
static void
let_it_die (void)
{
  g_test_trap_subprocess (NULL, 0, 0);
  g_assert_false (g_test_trap_has_passed ());
  g_assert_false (g_test_trap_reached_timeout ());
}

/* commits all that @recovery holds into @map */
static void
replay (MilieuRecovery *recovery, MilieuMap *map, guint first)
{
  for (guint i = first; i < milieu_recovery_size (recovery); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MilieuGroup) group = milieu_recovery_group (recovery, i, map, &error);

      g_assert_no_error (error);
      g_assert_true (milieu_map_apply (map, group, &error));
    }
}

/* (transfer full): the only one there is */
static MilieuRecovery *
find_one (void)
{
  g_autoptr (GPtrArray) found = milieu_recovery_find ();

  g_assert_cmpuint (found->len, ==, 1);
  return g_ptr_array_steal_index (found, 0);
}

static void
test_file (void)
{
  g_autoptr (MilieuRecovery) recovery = NULL;
  g_autoptr (MilieuMap) map = NULL;
  g_autofree char *words = NULL, *text = NULL;
  gboolean fits;
  guint first;
  gint64 time;

  if (g_test_subprocess ())
    {
      MilieuDocument *document = milieu_document_new (milieu_jobs_new ());

      open_map (document, "map.milieu");
      add_actor (document, "Two");
      add_actor (document, "Three");
      milieu_document_undo (document);
      add_actor (document, "Four « 4 »\n");
      die ();
    }
  write_map ("map.milieu");
  let_it_die ();
  recovery = find_one ();
  g_assert_cmpuint (milieu_recovery_size (recovery), ==, 4);
  words = milieu_recovery_words (recovery, 0, &time);
  g_assert_cmpstr (words, ==, "Add “Two”");
  g_assert_cmpint (time, >, G_GINT64_CONSTANT (1700000000) * G_USEC_PER_SEC);
  map = milieu_recovery_open (recovery, &fits, &first, NULL);
  g_assert_true (fits);
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (milieu_map_count (map, MILIEU_RECORD_ACTOR), ==, 1);
  replay (recovery, map, first);
  text = text_of (map);
  g_assert_nonnull (strstr (text, "name=\"Two\""));
  g_assert_null (strstr (text, "name=\"Three\""));
  g_assert_nonnull (strstr (text, "Four « 4 »"));
  milieu_recovery_forget (recovery);
}

static void
test_never_saved (void)
{
  g_autoptr (MilieuRecovery) recovery = NULL;
  g_autoptr (MilieuMap) map = NULL;
  gboolean fits;
  guint first;

  if (g_test_subprocess ())
    {
      MilieuDocument *document = milieu_document_new (milieu_jobs_new ());

      add_actor (document, "Two");
      die ();
    }
  let_it_die ();
  recovery = find_one ();
  g_assert_null (milieu_recovery_file (recovery));
  map = milieu_recovery_open (recovery, &fits, &first, NULL);
  g_assert_true (fits);
  g_assert_cmpuint (milieu_map_count (map, MILIEU_RECORD_ACTOR), ==, 0);
  replay (recovery, map, first);
  g_assert_cmpuint (milieu_map_count (map, MILIEU_RECORD_ACTOR), ==, 1);
  milieu_recovery_forget (recovery);
}

/* what is in the file is not recovered again */
static void
test_after_save (void)
{
  g_autoptr (MilieuRecovery) recovery = NULL;
  g_autoptr (MilieuMap) map = NULL;
  gboolean fits;
  guint first;

  if (g_test_subprocess ())
    {
      MilieuDocument *document = milieu_document_new (milieu_jobs_new ());

      open_map (document, "saved.milieu");
      add_actor (document, "Two");
      g_assert_true (save_map (document, "saved.milieu", FALSE, NULL));
      add_actor (document, "Three");
      die ();
    }
  write_map ("saved.milieu");
  let_it_die ();
  recovery = find_one ();
  g_assert_cmpuint (milieu_recovery_size (recovery), ==, 1);
  map = milieu_recovery_open (recovery, &fits, &first, NULL);
  g_assert_true (fits);
  g_assert_cmpuint (milieu_map_count (map, MILIEU_RECORD_ACTOR), ==, 2);
  replay (recovery, map, first);
  g_assert_cmpuint (milieu_map_count (map, MILIEU_RECORD_ACTOR), ==, 3);
  milieu_recovery_forget (recovery);
}

/* the file was renamed into place and the program died before it could say so: the mark tells how far it goes */
static void
test_died_in_save (void)
{
  g_autoptr (MilieuRecovery) recovery = NULL;
  g_autoptr (MilieuMap) map = NULL;
  gboolean fits;
  guint first;

  if (g_test_subprocess ())
    {
      MilieuDocument *document = milieu_document_new (milieu_jobs_new ());
      g_autoptr (GFile) file = file_of ("save.milieu");
      g_autofree char *path = path_of ("save.milieu"), *text = NULL;

      open_map (document, "save.milieu");
      add_actor (document, "Two");
      /* the answer of the worker is never taken, as if the process ended before it */
      milieu_document_save_async (document, file, FALSE, on_finished, NULL);
      add_actor (document, "Three");
      for (gboolean there = FALSE; !there; g_usleep (1000))
        {
          g_autofree char *now = NULL;

          g_assert_true (g_file_get_contents (path, &now, NULL, NULL));
          there = strstr (now, "Two") != NULL;
        }
      g_usleep (100000);
      raise (SIGKILL);
    }
  write_map ("save.milieu");
  let_it_die ();
  recovery = find_one ();
  g_assert_cmpuint (milieu_recovery_size (recovery), ==, 2);
  map = milieu_recovery_open (recovery, &fits, &first, NULL);
  g_assert_true (fits);
  g_assert_cmpuint (first, ==, 1);
  g_assert_cmpuint (milieu_map_count (map, MILIEU_RECORD_ACTOR), ==, 2);
  replay (recovery, map, first);
  g_assert_cmpuint (milieu_map_count (map, MILIEU_RECORD_ACTOR), ==, 3);
  milieu_recovery_forget (recovery);
}

/* another program wrote the file meanwhile: the edits stand in a copy, and nothing is put over the file */
static void
test_does_not_fit (void)
{
  g_autoptr (MilieuRecovery) recovery = NULL;
  g_autoptr (MilieuMap) map = NULL;
  gboolean fits;
  guint first;

  if (g_test_subprocess ())
    {
      MilieuDocument *document = milieu_document_new (milieu_jobs_new ());

      open_map (document, "other.milieu");
      add_actor (document, "Two");
      die ();
    }
  write_map ("other.milieu");
  let_it_die ();
  {
    g_autoptr (MilieuJobs) jobs = milieu_jobs_new ();
    g_autoptr (MilieuDocument) document = milieu_document_new (jobs);

    g_assert_true (save_map (document, "other.milieu", TRUE, NULL));
    g_object_run_dispose (G_OBJECT (jobs));
  }
  recovery = find_one ();
  map = milieu_recovery_open (recovery, &fits, &first, NULL);
  g_assert_false (fits);
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (milieu_map_count (map, MILIEU_RECORD_ACTOR), ==, 1);
  replay (recovery, map, first);
  g_assert_cmpuint (milieu_map_count (map, MILIEU_RECORD_ACTOR), ==, 2);
  milieu_recovery_forget (recovery);
}

static char *
journal_of (MilieuRecovery *recovery G_GNUC_UNUSED)
{
  g_autofree char *parent = milieu_journal_folder ();
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);

  return g_build_filename (parent, g_dir_read_name (dir), "changes", NULL);
}

/* cut at each byte: never a crash, and each whole line before the cut is there */
static void
test_cut (void)
{
  g_autofree char *path = NULL, *text = NULL;
  gsize length;

  if (g_test_subprocess ())
    {
      MilieuDocument *document = milieu_document_new (milieu_jobs_new ());

      open_map (document, "cut.milieu");
      add_actor (document, "Two");
      add_actor (document, "Three");
      die ();
    }
  write_map ("cut.milieu");
  let_it_die ();
  path = journal_of (NULL);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (gsize cut = length; cut > 0; cut--)
    {
      guint lines = 0;
      g_autoptr (GPtrArray) found = NULL;

      for (gsize i = 0; i < cut; i++)
        lines += text[i] == '\n';
      if (lines < 2)
        break; /* the next find would take the empty journal away */
      g_assert_true (g_file_set_contents (path, text, cut, NULL));
      found = milieu_recovery_find ();
      g_assert_cmpuint (found->len, ==, 1);
      g_assert_cmpuint (milieu_recovery_size (found->pdata[0]), ==, lines - 1);
    }
  /* a line in the middle that cannot be read: what stands behind it is kept aside, not thrown away */
  strchr (text, '\n')[3] ^= 1;
  g_assert_true (g_file_set_contents (path, text, length, NULL));
  g_ptr_array_unref (milieu_recovery_find ());
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  {
    g_autofree char *parent = milieu_journal_folder (), *aside = g_strconcat (parent, "-aside", NULL);
    g_autoptr (GDir) dir = g_dir_open (aside, 0, NULL);

    g_assert_nonnull (dir);
    g_assert_nonnull (g_dir_read_name (dir));
  }
}

/* who lives is left alone, and who closed or saved leaves nothing */
static void
test_alive (void)
{
  g_autoptr (MilieuJobs) jobs = milieu_jobs_new ();
  g_autoptr (MilieuDocument) document = milieu_document_new (jobs);
  g_autofree char *parent = milieu_journal_folder ();
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GDir) dir = NULL;

  add_actor (document, "One");
  wait_a_while (300);
  found = milieu_recovery_find ();
  g_assert_cmpuint (found->len, ==, 0);
  dir = g_dir_open (parent, 0, NULL);
  g_assert_nonnull (g_dir_read_name (dir));
  g_assert_true (save_map (document, "alive.milieu", FALSE, NULL));
  wait_a_while (300);
  g_dir_rewind (dir);
  g_assert_null (g_dir_read_name (dir));
  g_object_run_dispose (G_OBJECT (jobs));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  begin ();
  g_test_add_func ("/journal/file", test_file);
  g_test_add_func ("/journal/never-saved", test_never_saved);
  g_test_add_func ("/journal/after-save", test_after_save);
  g_test_add_func ("/journal/died-in-save", test_died_in_save);
  g_test_add_func ("/journal/does-not-fit", test_does_not_fit);
  g_test_add_func ("/journal/cut", test_cut);
  g_test_add_func ("/journal/alive", test_alive);
  return run ();
}
