/* What a window remembers of a file: per file, bounded, and never in the way. */
#include "session/state.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
path (void)
{
  return g_build_filename (g_get_user_state_dir (), "milieu", "windows.ini", NULL);
}

static void
test_round_trip (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/maps/[odd] näme = 1.milieu"), other = g_file_new_for_path ("/maps/other.milieu");
  MilieuWindowState out = { 900, 700, TRUE, FALSE, TRUE, "network" }, in = { 0 };
  MilieuFilter asked, read;

  milieu_filter_init (&asked);
  asked.evidence = MILIEU_EVIDENCE_RECALLED;
  asked.suggested = FALSE;
  asked.all_scopes = TRUE;
  asked.hidden_grounds = 1u << MILIEU_GROUND_EMERGING;
  asked.hidden_classes = 1u << MILIEU_CLASS_LOCATION;
  asked.period_from = 1990;
  asked.hide_undated = TRUE;
  milieu_state_save (file, &out, &asked);
  milieu_filter_init (&read);
  milieu_state_load (file, &in, &read);
  g_assert_true (milieu_filter_equal (&asked, &read));
  g_assert_cmpint (in.width, ==, 900);
  g_assert_true (in.maximized && !in.filters && in.panel);
  g_assert_cmpstr (in.view, ==, "network");
  /* another file was never looked at */
  milieu_filter_init (&read);
  in.width = 1;
  milieu_state_load (other, &in, &read);
  g_assert_cmpint (in.width, ==, 1);
  g_assert_cmpuint (read.evidence, ==, MILIEU_EVIDENCE_VERIFIED);
}

static void
test_hostile (void)
{
  static const char *const texts[] = {
    "", "no group", "[new]\nwidth=-5\nheight=banana\nevidence=77\nhidden-grounds=-1\nview=sideways\n",
    "[new]\nwidth=99999999999999999999\nevidence=0\nsuggested=perhaps\n", "\xff\xfe[new]\n",
  };
  g_autofree char *file = path ();
  g_autofree char *folder = g_path_get_dirname (file);

  g_mkdir_with_parents (folder, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      MilieuWindowState state = { 1280, 800, FALSE, TRUE, TRUE, "map" };
      MilieuFilter filter, fresh;

      g_assert_true (g_file_set_contents (file, texts[i], -1, NULL));
      milieu_filter_init (&filter);
      milieu_filter_init (&fresh);
      milieu_state_load (NULL, &state, &filter);
      g_assert_cmpint (state.width, ==, 1280);
      g_assert_cmpint (state.height, ==, 800);
      g_assert_true (milieu_filter_equal (&filter, &fresh));
    }
}

static void
test_bounded (void)
{
  g_autofree char *file = path ();
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  MilieuWindowState state = { 1280, 800, FALSE, TRUE, TRUE, "map" };
  MilieuFilter filter;
  gsize n;
  g_auto (GStrv) groups = NULL;

  g_remove (file);
  milieu_filter_init (&filter);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("/maps/%u.milieu", i);
      g_autoptr (GFile) map = g_file_new_for_path (name);
      milieu_state_save (map, &state, &filter);
    }
  g_assert_true (g_key_file_load_from_file (keys, file, G_KEY_FILE_NONE, NULL));
  groups = g_key_file_get_groups (keys, &n);
  g_assert_cmpuint (n, ==, 50);
  g_assert_nonnull (strstr (groups[n - 1], "/maps/59.milieu"));
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("milieu-XXXXXX", NULL);
  g_autofree char *folder = NULL, *file = NULL;
  int status;

  /* before anyone asks for it: GLib keeps the answer */
  g_setenv ("XDG_STATE_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state/round-trip", test_round_trip);
  g_test_add_func ("/state/hostile", test_hostile);
  g_test_add_func ("/state/bounded", test_bounded);
  status = g_test_run ();
  file = path ();
  folder = g_path_get_dirname (file);
  g_remove (file);
  g_rmdir (folder);
  g_rmdir (home);
  return status;
}
