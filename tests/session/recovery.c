/* Edits of a program that died are done again in a document. */
#include "maps.h"

#include "session/document-recovery.h"
#include "session/journal.h"

#include <signal.h>

typedef struct { MilieuJobs *jobs; MilieuDocument *document; guint resets, changes; } Desk;

static void
count (guint *n)
{
  ++*n;
}

static Desk *
desk_new (void)
{
  Desk *desk = g_new0 (Desk, 1);

  desk->jobs = milieu_jobs_new ();
  desk->document = milieu_document_new (desk->jobs);
  g_signal_connect_swapped (desk->document, "reset", G_CALLBACK (count), &desk->resets);
  g_signal_connect_swapped (desk->document, "changed", G_CALLBACK (count), &desk->changes);
  return desk;
}

static void
desk_free (Desk *desk)
{
  g_object_unref (desk->document);
  g_object_run_dispose (G_OBJECT (desk->jobs));
  g_object_unref (desk->jobs);
  g_free (desk);
}

static guint
count_actors (Desk *desk)
{
  return milieu_map_count (milieu_document_map (desk->document), MILIEU_RECORD_ACTOR);
}

/* in a process that dies: opens @name (nullable), adds two actors */
static G_GNUC_NORETURN void
edit_and_die (const char *name)
{
  MilieuDocument *document = milieu_document_new (milieu_jobs_new ());

  if (name != NULL)
    open_map (document, name);
  add_actor (document, "Two");
  add_actor (document, "Three");
  wait_a_while (300);
  raise (SIGKILL);
  g_assert_not_reached ();
}

static void
let_it_die (void)
{
  g_test_trap_subprocess (NULL, 0, 0);
  g_assert_false (g_test_trap_has_passed ());
  g_assert_false (g_test_trap_reached_timeout ());
}

/* (transfer full): the only one there is */
static MilieuRecovery *
find_one (void)
{
  g_autoptr (GPtrArray) found = milieu_recovery_find ();

  g_assert_cmpuint (found->len, ==, 1);
  return g_ptr_array_steal_index (found, 0);
}

static guint
count_entries (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* (transfer full): the path of the file @name in the only journal */
static char *
in_journal (const char *name)
{
  g_autofree char *parent = milieu_journal_folder ();
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);

  return g_build_filename (parent, g_dir_read_name (dir), name, NULL);
}

/* undoable, journalled anew before the old journal goes, and saved where it belongs */
static void
test_file (void)
{
  g_autofree char *journals = milieu_journal_folder ();
  g_autoptr (MilieuRecovery) recovery = NULL;
  g_auto (MilieuRecovered) recovered = { 0 };
  g_autoptr (GFile) file = file_of ("map.milieu");
  Desk *desk;

  if (g_test_subprocess ())
    edit_and_die ("map.milieu");
  write_map ("map.milieu");
  let_it_die ();
  desk = desk_new ();
  recovery = find_one ();
  g_assert_true (milieu_document_recover (desk->document, recovery, &recovered, NULL));
  g_assert_true (recovered.fits);
  g_assert_cmpuint (recovered.edits, ==, 2);
  g_assert_cmpuint (recovered.missing, ==, 0);
  g_assert_null (recovered.aside);
  g_assert_cmpuint (desk->resets, ==, 1);
  g_assert_cmpuint (desk->changes, ==, 0);
  g_assert_true (g_file_equal (milieu_document_file (desk->document), file));
  g_assert_true (milieu_document_is_modified (desk->document));
  g_assert_cmpuint (count_entries (journals), ==, 1);
  milieu_document_undo (desk->document);
  g_assert_cmpuint (count_actors (desk), ==, 2);
  milieu_document_redo (desk->document);
  g_assert_cmpuint (count_actors (desk), ==, 3);
  g_assert_true (save_map (desk->document, "map.milieu", FALSE, NULL));
  wait_a_while (300);
  g_assert_cmpuint (count_entries (journals), ==, 0);
  desk_free (desk);
}

/* who dies again after recovering loses nothing either */
static void
test_twice (void)
{
  g_autoptr (MilieuRecovery) recovery = NULL;
  g_auto (MilieuRecovered) recovered = { 0 };
  Desk *desk;

  if (g_test_subprocess ())
    {
      g_autoptr (GPtrArray) found = milieu_recovery_find ();

      if (found->len == 0)
        edit_and_die ("twice.milieu");
      desk = desk_new ();
      g_assert_true (milieu_document_recover (desk->document, found->pdata[0], &recovered, NULL));
      raise (SIGKILL);
    }
  write_map ("twice.milieu");
  let_it_die ();
  let_it_die ();
  desk = desk_new ();
  recovery = find_one ();
  g_assert_true (milieu_document_recover (desk->document, recovery, &recovered, NULL));
  g_assert_true (recovered.fits);
  g_assert_cmpuint (recovered.edits, ==, 2);
  g_assert_cmpuint (count_actors (desk), ==, 3);
  desk_free (desk);
}

static void
test_never_saved (void)
{
  g_autoptr (MilieuRecovery) recovery = NULL;
  g_auto (MilieuRecovered) recovered = { 0 };
  Desk *desk;

  if (g_test_subprocess ())
    edit_and_die (NULL);
  let_it_die ();
  desk = desk_new ();
  recovery = find_one ();
  g_assert_true (milieu_document_recover (desk->document, recovery, &recovered, NULL));
  g_assert_true (recovered.fits);
  g_assert_null (milieu_document_file (desk->document));
  g_assert_cmpuint (count_actors (desk), ==, 2);
  desk_free (desk);
}

/* another program wrote the file meanwhile: a copy without a file */
static void
test_copy (void)
{
  g_autoptr (MilieuRecovery) recovery = NULL;
  g_auto (MilieuRecovered) recovered = { 0 };
  g_autofree char *path = path_of ("other.milieu"), *text = NULL, *after = NULL;
  Desk *desk;
  gsize length;

  if (g_test_subprocess ())
    edit_and_die ("other.milieu");
  write_map ("other.milieu");
  let_it_die ();
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_true (g_file_set_contents (path, text, (gssize) length - 1, NULL));
  desk = desk_new ();
  recovery = find_one ();
  g_assert_true (milieu_document_recover (desk->document, recovery, &recovered, NULL));
  g_assert_false (recovered.fits);
  g_assert_null (milieu_document_file (desk->document));
  g_assert_cmpuint (count_actors (desk), ==, 3);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpuint (strlen (after), ==, length - 1);
  desk_free (desk);
}

/* an edit that does not fit: those before it stand, and the journal is kept aside */
static void
test_does_not_apply (void)
{
  g_autoptr (MilieuRecovery) recovery = NULL;
  g_auto (MilieuRecovered) recovered = { 0 };
  g_autofree char *path = NULL, *text = NULL, *shorter = NULL;
  g_auto (GStrv) lines = NULL;
  Desk *desk;

  if (g_test_subprocess ())
    edit_and_die ("torn.milieu");
  write_map ("torn.milieu");
  let_it_die ();
  path = in_journal ("changes");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  /* the second edit is there twice, and finds its actor already there */
  shorter = g_strjoin ("\n", lines[0], lines[1], lines[2], lines[2], "", NULL);
  g_assert_true (g_file_set_contents (path, shorter, -1, NULL));
  desk = desk_new ();
  recovery = find_one ();
  g_assert_true (milieu_document_recover (desk->document, recovery, &recovered, NULL));
  g_assert_cmpuint (recovered.edits, ==, 2);
  g_assert_cmpuint (recovered.missing, ==, 1);
  g_assert_nonnull (recovered.aside);
  g_assert_true (g_file_test (recovered.aside, G_FILE_TEST_IS_DIR));
  g_assert_cmpuint (count_actors (desk), ==, 3);
  desk_free (desk);
}

/* no map to begin with: what stands here stays, and it is said where the journal is */
static void
test_no_base (void)
{
  g_autoptr (MilieuRecovery) recovery = NULL;
  g_auto (MilieuRecovered) recovered = { 0 };
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  Desk *desk;

  if (g_test_subprocess ())
    edit_and_die ("lost.milieu");
  write_map ("lost.milieu");
  let_it_die ();
  path = in_journal ("base");
  g_assert_true (g_file_set_contents (path, "<mil", -1, NULL));
  desk = desk_new ();
  recovery = find_one ();
  g_assert_false (milieu_document_recover (desk->document, recovery, &recovered, &error));
  g_assert_nonnull (strstr (error->message, "journals-aside"));
  g_assert_cmpuint (desk->resets, ==, 0);
  g_assert_false (milieu_document_is_modified (desk->document));
  {
    g_autoptr (GPtrArray) left = milieu_recovery_find ();

    g_assert_cmpuint (left->len, ==, 0);
  }
  desk_free (desk);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  begin ();
  g_test_add_func ("/recovery/file", test_file);
  g_test_add_func ("/recovery/twice", test_twice);
  g_test_add_func ("/recovery/never-saved", test_never_saved);
  g_test_add_func ("/recovery/copy", test_copy);
  g_test_add_func ("/recovery/does-not-apply", test_does_not_apply);
  g_test_add_func ("/recovery/no-base", test_no_base);
  return run ();
}
