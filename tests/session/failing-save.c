/* Each call that a save makes of the disk fails in turn, be it for the file, its journal or its versions: the old file
 * is whole, the map stays open and unsaved, and it is said why; with room on the disk the next save succeeds. */
#include "../failing-disk.h"

#include "maps.h"

#include "format/project-read.h"
#include "session/document-private.h"

#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>

typedef struct { MilieuJobs *jobs; MilieuDocument *document; char *path, *before, *after; } Desk;

static void
desk_open (Desk *desk)
{
  write_map ("map.milieu");
  *desk = (Desk) { .jobs = milieu_jobs_new (), .path = path_of ("map.milieu") };
  desk->document = milieu_document_new (desk->jobs);
  open_map (desk->document, "map.milieu");
  desk->before = text_of (milieu_document_map (desk->document));
  add_actor (desk->document, "Two");
  g_assert_true (milieu_journal_settle (desk->document->journal));
  desk->after = text_of (milieu_document_map (desk->document));
}

static void
desk_close (Desk *desk)
{
  g_object_unref (desk->document);
  g_object_run_dispose (G_OBJECT (desk->jobs));
  g_object_unref (desk->jobs);
  g_free (desk->path);
  g_free (desk->before);
  g_free (desk->after);
}

static void
assert_holds (Desk *desk, const char *text)
{
  g_autofree char *there = NULL;

  g_assert_true (g_file_get_contents (desk->path, &there, NULL, NULL));
  g_assert_cmpstr (there, ==, text);
}

/* the map is open as it was, and nothing but the map lies in the folder */
static void
assert_stands (Desk *desk, gboolean saved)
{
  g_autofree char *text = text_of (milieu_document_map (desk->document));
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_cmpstr (text, ==, desk->after);
  g_assert_true (milieu_document_is_modified (desk->document) == !saved);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_prefix (name, ".milieu-"));
}

static void
assert_refused (Desk *desk, const GError *error)
{
  assert_holds (desk, desk->before);
  assert_stands (desk, FALSE);
  g_assert_nonnull (strstr (error->message, "map.milieu"));
}

static void
assert_saves (Desk *desk)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (save_map (desk->document, "map.milieu", FALSE, &error));
  g_assert_no_error (error);
  assert_holds (desk, desk->after);
  assert_stands (desk, TRUE);
}

/* Returns: whether the save made so many calls that the @k-th failed */
static gboolean
try (int k, int number, gboolean half, guint *refused)
{
  g_autoptr (GError) error = NULL;
  gboolean saved, reached;
  Desk desk;

  desk_open (&desk);
  fail_at (k, number, half);
  saved = save_map (desk.document, "map.milieu", FALSE, &error);
  reached = !has_not_failed ();
  fail_at (0, 0, FALSE);
  if (saved)
    assert_holds (&desk, desk.after);
  else
    assert_refused (&desk, error);
  assert_saves (&desk);
  *refused += !saved;
  desk_close (&desk);
  return reached;
}

static void
test_each_call (gconstpointer data)
{
  int number = GPOINTER_TO_INT (data), k = 1;
  guint refused = 0;

  for (; try (k, number, number == 0, &refused); k++)
    ;
  g_test_message ("%d calls failed, %u saves refused, nothing lost", k - 1, refused);
  /* the mark in the journal, the save (open, write, fchmod, fsync, rename), the version; half a write goes on */
  g_assert_cmpint (k, >, number == 0 ? 3 : 10);
  g_assert_cmpuint (refused, ==, number == 0 ? 0u : 5u);
}

/* no file may be larger than the map */
static void
test_limit (void)
{
  struct rlimit before, small;
  g_autoptr (GError) error = NULL;
  Desk desk;

  signal (SIGXFSZ, SIG_IGN); /* as the program does */
  desk_open (&desk);
  wait_a_while (50);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = (struct rlimit) { strlen (desk.after) / 2, before.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (save_map (desk.document, "map.milieu", FALSE, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  assert_refused (&desk, error);
  assert_saves (&desk);
  desk_close (&desk);
}

/* as many bytes as there is room for */
static void
fill_disk (const char *path)
{
  char zeros[512] = { 0 };
  int file = open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

  while (write (file, zeros, sizeof zeros) > 0)
    ;
  close (file);
}

/* a small disk, which is really full */
static void
test_disk (void)
{
  g_autofree char *filler = path_of ("filler");
  g_autoptr (GError) error = NULL;
  Desk desk;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }
  if ((unshare (CLONE_NEWNS) != 0 && unshare (CLONE_NEWUSER | CLONE_NEWNS) != 0)
      || mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 || mount ("none", folder, "tmpfs", 0, "size=64k") != 0)
    {
      g_test_skip ("no disk of our own may be had here");
      return;
    }
  desk_open (&desk);
  fill_disk (filler);
  g_assert_false (save_map (desk.document, "map.milieu", FALSE, &error));
  assert_refused (&desk, error);
  g_assert_nonnull (strstr (error->message, "No space left on device"));
  g_remove (filler);
  assert_saves (&desk);
  desk_close (&desk);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  begin ();
  g_test_add_data_func ("/failing-save/full", GINT_TO_POINTER (ENOSPC), test_each_call);
  g_test_add_data_func ("/failing-save/broken", GINT_TO_POINTER (EIO), test_each_call);
  g_test_add_data_func ("/failing-save/half", GINT_TO_POINTER (0), test_each_call);
  g_test_add_func ("/failing-save/limit", test_limit);
  g_test_add_func ("/failing-save/disk", test_disk);
  return run ();
}
