#include "session/state.h"

#include <stdlib.h>
#include <string.h>

#define MAX_FILES 50

static char *
state_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "milieu", "windows.ini", NULL);
}

static char *
group_of (GFile *file)
{
  g_autofree char *uri = file ? g_file_get_uri (file) : NULL;
  /* a group's name may hold neither [ nor ] */
  return uri ? g_uri_escape_string (uri, ":/", FALSE) : g_strdup ("new");
}

static void
load_int (GKeyFile *keys, const char *group, const char *key, int *value, int least, int most)
{
  g_autoptr (GError) error = NULL;
  int read = g_key_file_get_integer (keys, group, key, &error);

  if (!error && read >= least && read <= most)
    *value = read;
}

static void
load_uint (GKeyFile *keys, const char *group, const char *key, guint *value, guint most)
{
  int read = (int) *value;

  load_int (keys, group, key, &read, 0, (int) most);
  *value = (guint) read;
}

static void
load_boolean (GKeyFile *keys, const char *group, const char *key, gboolean *value)
{
  g_autoptr (GError) error = NULL;
  gboolean read = g_key_file_get_boolean (keys, group, key, &error);

  if (!error)
    *value = read;
}

static void
load_filter (GKeyFile *keys, const char *group, MilieuFilter *filter)
{
  guint evidence = filter->evidence;

  load_uint (keys, group, "evidence", &evidence, MILIEU_N_EVIDENCES - 1);
  if (evidence != MILIEU_EVIDENCE_UNSET)
    filter->evidence = evidence;
  load_boolean (keys, group, "suggested", &filter->suggested);
  load_boolean (keys, group, "all-scopes", &filter->all_scopes);
  load_uint (keys, group, "year", &filter->year, 9999);
  load_uint (keys, group, "slice", &filter->slice, 9999);
  load_uint (keys, group, "hidden-grounds", &filter->hidden_grounds, (1 << MILIEU_N_GROUNDS) - 1);
  load_uint (keys, group, "hidden-classes", &filter->hidden_classes, (1 << MILIEU_N_CLASSES) - 1);
  load_uint (keys, group, "period-from", &filter->period_from, 9999);
  load_uint (keys, group, "period-to", &filter->period_to, 9999);
  load_boolean (keys, group, "hide-undated", &filter->hide_undated);
}

static void
save_filter (GKeyFile *keys, const char *group, const MilieuFilter *filter)
{
  g_key_file_set_integer (keys, group, "evidence", filter->evidence);
  g_key_file_set_boolean (keys, group, "suggested", filter->suggested);
  g_key_file_set_boolean (keys, group, "all-scopes", filter->all_scopes);
  g_key_file_set_integer (keys, group, "year", filter->year);
  g_key_file_set_integer (keys, group, "slice", filter->slice);
  g_key_file_set_integer (keys, group, "hidden-grounds", filter->hidden_grounds);
  g_key_file_set_integer (keys, group, "hidden-classes", filter->hidden_classes);
  g_key_file_set_integer (keys, group, "period-from", filter->period_from);
  g_key_file_set_integer (keys, group, "period-to", filter->period_to);
  g_key_file_set_boolean (keys, group, "hide-undated", filter->hide_undated);
}

static void
forget_oldest (GKeyFile *keys)
{
  gsize n;
  g_auto (GStrv) groups = g_key_file_get_groups (keys, &n);

  /* a group that is saved goes to the end, so that the first is the oldest */
  for (gsize i = 0; i + MAX_FILES < n; i++)
    g_key_file_remove_group (keys, groups[i], NULL);
}

void
milieu_state_load (GFile *file, MilieuWindowState *window, MilieuFilter *filter)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *path = state_path ();
  g_autofree char *group = group_of (file);
  g_autofree char *view = NULL;

  if (!g_key_file_load_from_file (keys, path, G_KEY_FILE_NONE, NULL) || !g_key_file_has_group (keys, group))
    return;
  load_int (keys, group, "width", &window->width, 200, 20000);
  load_int (keys, group, "height", &window->height, 200, 20000);
  load_boolean (keys, group, "maximized", &window->maximized);
  load_boolean (keys, group, "filters", &window->filters);
  load_boolean (keys, group, "panel", &window->panel);
  view = g_key_file_get_string (keys, group, "view", NULL);
  if (view)
    g_strlcpy (window->view, view, sizeof window->view);
  load_filter (keys, group, filter);
}

void
milieu_state_save (GFile *file, const MilieuWindowState *window, const MilieuFilter *filter)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *path = state_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *group = group_of (file);

  g_key_file_load_from_file (keys, path, G_KEY_FILE_KEEP_COMMENTS, NULL);
  g_key_file_remove_group (keys, group, NULL);
  g_key_file_set_integer (keys, group, "width", window->width);
  g_key_file_set_integer (keys, group, "height", window->height);
  g_key_file_set_boolean (keys, group, "maximized", window->maximized);
  g_key_file_set_boolean (keys, group, "filters", window->filters);
  g_key_file_set_boolean (keys, group, "panel", window->panel);
  g_key_file_set_string (keys, group, "view", window->view);
  save_filter (keys, group, filter);
  forget_oldest (keys);
  if (g_mkdir_with_parents (folder, 0700) == 0)
    g_key_file_save_to_file (keys, path, NULL);
}

char *
milieu_state_path (GFile *file, const char *kind)
{
  g_autofree char *path = g_file_get_path (file), *hash = NULL;
  char *resolved = path != NULL ? realpath (path, NULL) : NULL;

  if (path == NULL)
    return NULL;
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, resolved != NULL ? resolved : path, -1);
  free (resolved);
  return g_build_filename (g_get_user_state_dir (), "milieu", kind, hash, NULL);
}
