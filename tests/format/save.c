/* Whole or not at all. */
#include "format/save.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder, *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("milieu-save-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "map.milieu", NULL);
}

static guint
count (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static gboolean
save (const char *path, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return milieu_save_bytes (path, bytes, error);
}

static void
assert_holds (const char *path, const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_new_and_old (Fixture *fixture, gconstpointer data)
{
  GStatBuf about;

  g_assert_true (save (fixture->path, "one", NULL));
  g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
  g_assert_true (save (fixture->path, "two", NULL));
  assert_holds (fixture->path, "two");
  g_assert_cmpint (g_stat (fixture->path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 07777, ==, 0640);
  g_assert_true (save (fixture->path, "", NULL));
  assert_holds (fixture->path, "");
  g_assert_cmpuint (count (fixture->folder), ==, 1);
}

static void
test_mask (Fixture *fixture, gconstpointer data)
{
  mode_t mask = umask (027);
  GStatBuf about;

  g_assert_true (save (fixture->path, "one", NULL));
  umask (mask);
  g_assert_cmpint (g_stat (fixture->path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 07777, ==, 0640);
}

static void
test_owner (Fixture *fixture, gconstpointer data)
{
  GStatBuf about;

  if (geteuid () != 0)
    {
      g_test_skip ("only root gives files away");
      return;
    }
  g_assert_true (save (fixture->path, "one", NULL));
  if (chown (fixture->path, 1234, 2345) != 0)
    {
      g_test_skip ("no other owner here");
      return;
    }
  g_assert_true (save (fixture->path, "two", NULL));
  g_assert_cmpint (g_stat (fixture->path, &about), ==, 0);
  g_assert_cmpuint (about.st_uid, ==, 1234);
  g_assert_cmpuint (about.st_gid, ==, 2345);
}

static void
test_links (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autofree char *far = g_build_filename (fixture->folder, "far", NULL);
  g_autofree char *ring = g_build_filename (fixture->folder, "ring", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("map.milieu", link), ==, 0);
  g_assert_cmpint (symlink (link, far), ==, 0);
  g_assert_cmpint (symlink ("ring", ring), ==, 0);
  /* a link to nothing makes the file it names */
  g_assert_true (save (far, "one", NULL));
  assert_holds (fixture->path, "one");
  g_assert_true (save (link, "two", NULL));
  assert_holds (fixture->path, "two");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_false (save (ring, "three", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_LOOP);
}

static void
test_no_regular_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (save (fixture->folder, "one", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
  g_assert_nonnull (strstr (error->message, fixture->folder));
  g_clear_error (&error);
  g_assert_false (save ("/dev/null", "one", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
  g_assert_cmpuint (count (fixture->folder), ==, 0);
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none", "map.milieu", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (save (path, "one", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, "no folder"));
}

/* a limit on the size of files stands for a full disk: the write comes back short, then fails */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *much = g_strnfill (1 << 20, 'x');
  g_autoptr (GError) error = NULL;
  struct rlimit before, small;

  g_assert_true (save (fixture->path, "the old file", NULL));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 4096;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (save (fixture->path, much, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, fixture->path));
  assert_holds (fixture->path, "the old file");
  g_assert_cmpuint (count (fixture->folder), ==, 1);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("root may write anywhere");
      return;
    }
  g_assert_true (save (fixture->path, "the old file", NULL));
  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  g_assert_false (save (fixture->path, "new", &error));
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_ACCES);
  assert_holds (fixture->path, "the old file");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/format/save/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("new-and-old", test_new_and_old);
  ADD ("mask", test_mask);
  ADD ("owner", test_owner);
  ADD ("links", test_links);
  ADD ("no-regular-file", test_no_regular_file);
  ADD ("no-folder", test_no_folder);
  ADD ("full-disk", test_full_disk);
  ADD ("read-only", test_read_only);
  return g_test_run ();
}
