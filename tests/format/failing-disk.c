/* Each call of a save fails in turn: the old file is whole, the new one is whole, and nothing else lies about. */
#include "../failing-disk.h"

#include "format/save.h"

#include <glib/gstdio.h>
#include <string.h>

#define OLD "the old map, which is longer than the new one"
#define NEW "the new map"

static guint
count (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Returns: whether the save made so many calls that the @k-th failed */
static gboolean
try (const char *folder, const char *path, int k, int number, gboolean half, guint *refused)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (NEW, strlen (NEW));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean saved, untouched;

  g_assert_true (g_file_set_contents (path, OLD, -1, NULL));
  fail_at (k, number, half);
  saved = milieu_save_bytes (path, bytes, &error);
  untouched = has_not_failed ();
  fail_at (0, 0, FALSE);
  g_assert_true (saved == (error == NULL));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, saved ? NEW : OLD);
  g_assert_cmpuint (count (folder), ==, 1);
  *refused += !saved;
  return !untouched;
}

static void
test_each_call (gconstpointer data)
{
  int number = GPOINTER_TO_INT (data);
  g_autofree char *folder = g_dir_make_tmp ("milieu-disk-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "map.milieu", NULL);
  guint refused = 0;
  int k = 1;

  while (try (folder, path, k, number, number == 0, &refused))
    k++;
  /* open, write, fchmod, fsync, rename and the folder's fsync, which cannot undo anything; half a write goes on */
  g_assert_cmpint (k, >=, number == 0 ? 2 : 6);
  g_assert_cmpuint (refused, ==, number == 0 ? 0 : 5);
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/failing-disk/full", GINT_TO_POINTER (ENOSPC), test_each_call);
  g_test_add_data_func ("/failing-disk/broken", GINT_TO_POINTER (EIO), test_each_call);
  g_test_add_data_func ("/failing-disk/half", GINT_TO_POINTER (0), test_each_call);
  return g_test_run ();
}
