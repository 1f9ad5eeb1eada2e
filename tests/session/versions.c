/* The last saves are kept, with what was done; two that have one file open know of each other. */
#include "maps.h"

#include "format/project-read.h"
#include "session/difference.h"
#include "session/open-lock.h"
#include "session/versions.h"

#include <unistd.h>

static void
count (guint *n)
{
  ++*n;
}

static char *
bytes_of (const char *path)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
test_kept (void)
{
  g_autoptr (MilieuJobs) jobs = milieu_jobs_new ();
  g_autoptr (MilieuDocument) document = NULL;
  g_autoptr (GFile) file = file_of ("kept.milieu");
  g_autoptr (GPtrArray) first = NULL, versions = NULL;
  g_autofree char *path = path_of ("kept.milieu"), *opened = NULL, *now = NULL, *newest = NULL, *oldest = NULL;
  const MilieuVersion *version;

  write_map ("kept.milieu");
  first = milieu_versions_list (file);
  g_assert_cmpuint (first->len, ==, 1);
  version = first->pdata[0];
  g_assert_cmpuint (version->added, ==, 1);
  opened = bytes_of (path);
  document = milieu_document_new (jobs);
  open_map (document, "kept.milieu");
  add_actor (document, "Two");
  add_actor (document, "Three");
  milieu_document_undo (document);
  add_actor (document, "Four");
  g_assert_true (save_map (document, "kept.milieu", FALSE, NULL));
  versions = milieu_versions_list (file);
  g_assert_cmpuint (versions->len, ==, 2);
  version = versions->pdata[0];
  g_assert_cmpuint (version->added, ==, 2);
  g_assert_cmpuint (version->changed, ==, 0);
  g_assert_cmpuint (version->removed, ==, 0);
  g_assert_cmpuint (g_strv_length (version->words), ==, 4);
  g_assert_cmpstr (version->words[0], ==, "Add “Two”");
  now = bytes_of (path);
  newest = bytes_of (version->path);
  oldest = bytes_of (((const MilieuVersion *) versions->pdata[1])->path);
  g_assert_cmpstr (newest, ==, now);
  g_assert_cmpstr (oldest, ==, opened);
  g_object_run_dispose (G_OBJECT (jobs));
}

/* a file of another hand: what it held before the first save here is kept too */
static void
test_found (void)
{
  g_autoptr (MilieuJobs) jobs = milieu_jobs_new ();
  g_autoptr (MilieuDocument) document = milieu_document_new (jobs);
  g_autofree char *from = path_of ("kept.milieu"), *path = path_of ("found.milieu"), *text = bytes_of (from), *oldest = NULL;
  g_autoptr (GFile) file = file_of ("found.milieu");
  g_autoptr (GPtrArray) versions = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  open_map (document, "found.milieu");
  add_actor (document, "Five");
  g_assert_true (save_map (document, "found.milieu", FALSE, NULL));
  versions = milieu_versions_list (file);
  g_assert_cmpuint (versions->len, ==, 2);
  oldest = bytes_of (((const MilieuVersion *) versions->pdata[1])->path);
  g_assert_cmpstr (oldest, ==, text);
  g_assert_cmpuint (g_strv_length (((const MilieuVersion *) versions->pdata[1])->words), ==, 0);
  g_object_run_dispose (G_OBJECT (jobs));
}

static void
test_pruned (void)
{
  g_autoptr (MilieuJobs) jobs = milieu_jobs_new ();
  g_autoptr (MilieuDocument) document = milieu_document_new (jobs);
  g_autoptr (GFile) file = file_of ("many.milieu");
  g_autoptr (GPtrArray) versions = NULL;

  for (guint i = 0; i < MILIEU_VERSIONS_KEPT + 3; i++)
    {
      add_actor (document, "Another");
      g_assert_true (save_map (document, "many.milieu", FALSE, NULL));
      /* nothing new: no version */
      g_assert_true (save_map (document, "many.milieu", FALSE, NULL));
    }
  versions = milieu_versions_list (file);
  g_assert_cmpuint (versions->len, ==, MILIEU_VERSIONS_KEPT);
  for (guint i = 0; i < versions->len; i++)
    {
      const MilieuVersion *version = versions->pdata[i];
      g_autoptr (MilieuMap) map = milieu_project_read (version->path, NULL);

      g_assert_cmpuint (milieu_map_count (map, MILIEU_RECORD_ACTOR), ==, MILIEU_VERSIONS_KEPT + 3 - i);
    }
  g_object_run_dispose (G_OBJECT (jobs));
}

/* where versions cannot be kept, the file is saved all the same */
static void
test_no_room (void)
{
  g_autoptr (MilieuJobs) jobs = milieu_jobs_new ();
  g_autoptr (MilieuDocument) document = milieu_document_new (jobs);
  g_autofree char *place = g_build_filename (g_getenv ("XDG_STATE_HOME"), "milieu", "versions", NULL);
  g_autoptr (GFile) file = file_of ("no-room.milieu");
  g_autoptr (GPtrArray) versions = NULL;

  remove_all (place);
  g_assert_true (g_file_set_contents (place, "in the way", -1, NULL));
  add_actor (document, "One");
  g_assert_true (save_map (document, "no-room.milieu", FALSE, NULL));
  versions = milieu_versions_list (file);
  g_assert_cmpuint (versions->len, ==, 0);
  g_remove (place);
  g_object_run_dispose (G_OBJECT (jobs));
}

/* what a version and the present map differ in, though they are maps of their own */
static void
test_differences (void)
{
  g_autoptr (MilieuJobs) jobs = milieu_jobs_new ();
  g_autoptr (MilieuDocument) document = milieu_document_new (jobs);
  g_autofree char *path = path_of ("differ.milieu");
  g_autoptr (MilieuMap) before = NULL;
  g_autoptr (MilieuSnapshot) snapshot = NULL;
  g_autoptr (GArray) none = NULL, some = NULL;
  const MilieuDifference *difference;

  add_actor (document, "One");
  g_assert_true (save_map (document, "differ.milieu", FALSE, NULL));
  before = milieu_project_read (path, NULL);
  snapshot = milieu_map_snapshot (before);
  none = milieu_differences (snapshot, before, milieu_document_snapshot (document), milieu_document_map (document));
  g_assert_cmpuint (none->len, ==, 0);
  milieu_document_undo (document);
  add_actor (document, "Another");
  some = milieu_differences (snapshot, before, milieu_document_snapshot (document), milieu_document_map (document));
  g_assert_cmpuint (some->len, ==, 2);
  difference = &g_array_index (some, MilieuDifference, 0);
  g_assert_null (difference->before);
  g_assert_cmpstr (((const MilieuActor *) difference->after)->name, ==, "Another");
  difference = &g_array_index (some, MilieuDifference, 1);
  g_assert_cmpstr (((const MilieuActor *) difference->before)->name, ==, "One");
  g_assert_null (difference->after);
  g_object_run_dispose (G_OBJECT (jobs));
}

static void
test_elsewhere (void)
{
  g_autoptr (MilieuJobs) jobs = milieu_jobs_new (), other_jobs = milieu_jobs_new ();
  g_autoptr (MilieuDocument) document = milieu_document_new (jobs), other = milieu_document_new (other_jobs);
  guint told = 0, other_told = 0;

  g_signal_connect_swapped (document, "trouble", G_CALLBACK (count), &told);
  g_signal_connect_swapped (other, "trouble", G_CALLBACK (count), &other_told);
  write_map ("shared.milieu");
  open_map (document, "shared.milieu");
  open_map (other, "shared.milieu");
  g_assert_cmpuint (told, ==, 0);
  g_assert_cmpuint (other_told, ==, 1);
  /* the first lets it go, and whoever comes next has it alone */
  milieu_document_clear (document);
  milieu_document_clear (other);
  open_map (other, "shared.milieu");
  g_assert_cmpuint (other_told, ==, 1);
  g_object_run_dispose (G_OBJECT (jobs));
  g_object_run_dispose (G_OBJECT (other_jobs));
}

/* another process, and a path that leads to the same file */
static void
test_process (void)
{
  g_autoptr (GFile) file = file_of ("process.milieu");
  g_autofree char *path = path_of ("process.milieu"), *other = path_of ("link.milieu");
  MilieuOpenLock *lock;
  gboolean elsewhere;

  if (g_test_subprocess ())
    {
      g_autoptr (GFile) linked = file_of ("link.milieu");

      g_assert_null (milieu_open_lock_take (linked, &elsewhere));
      g_assert_true (elsewhere);
      return;
    }
  write_map ("process.milieu");
  g_assert_cmpint (symlink (path, other), ==, 0);
  lock = milieu_open_lock_take (file, &elsewhere);
  g_assert_nonnull (lock);
  g_assert_false (elsewhere);
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  milieu_open_lock_free (lock);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  begin ();
  g_test_add_func ("/versions/kept", test_kept);
  g_test_add_func ("/versions/found", test_found);
  g_test_add_func ("/versions/pruned", test_pruned);
  g_test_add_func ("/versions/no-room", test_no_room);
  g_test_add_func ("/versions/differences", test_differences);
  g_test_add_func ("/elsewhere/document", test_elsewhere);
  g_test_add_func ("/elsewhere/process", test_process);
  return run ();
}
