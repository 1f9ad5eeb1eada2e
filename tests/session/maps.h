/* Maps in a folder of their own, for tests that open, save and lose them. */
#pragma once

#include "session/document.h"

#include "edit/actor.h"
#include "format/project-write.h"

#include <glib/gstdio.h>

static char *folder; /* of the maps; journals lie in XDG_STATE_HOME */

static inline char *
path_of (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static inline GFile *
file_of (const char *name)
{
  g_autofree char *path = path_of (name);

  return g_file_new_for_path (path);
}

static inline void
wait_a_while (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
}

static inline void
on_finished (GObject *source, GAsyncResult *result, gpointer answer)
{
  *(GAsyncResult **) answer = g_object_ref (result);
}

static inline GAsyncResult *
wait_for (GAsyncResult **answer)
{
  while (!*answer)
    g_main_context_iteration (NULL, TRUE);
  return *answer;
}

static inline void
open_map (MilieuDocument *document, const char *name)
{
  g_autoptr (GFile) file = file_of (name);
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;

  milieu_document_open_async (document, file, on_finished, &answer);
  g_assert_true (milieu_document_open_finish (document, wait_for (&answer), &error));
  g_assert_no_error (error);
}

static inline gboolean
save_map (MilieuDocument *document, const char *name, gboolean over, GError **error)
{
  g_autoptr (GFile) file = file_of (name);
  g_autoptr (GAsyncResult) answer = NULL;

  milieu_document_save_async (document, file, over, on_finished, &answer);
  return milieu_document_save_finish (document, wait_for (&answer), error);
}

static inline void
add_actor (MilieuDocument *document, const char *name)
{
  MilieuNewActor actor = { .name = name, .kind = MILIEU_NO_KEY };
  g_autoptr (GError) error = NULL;

  milieu_document_commit (document, milieu_edit_add_actor (milieu_document_map (document), &actor, NULL), &error);
  g_assert_no_error (error);
}

static inline char *
text_of (MilieuMap *map)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  g_autoptr (GBytes) bytes = milieu_project_write (snapshot);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* a map with one actor, in the file @name */
static inline void
write_map (const char *name)
{
  g_autoptr (MilieuJobs) jobs = milieu_jobs_new ();
  g_autoptr (MilieuDocument) document = milieu_document_new (jobs);

  add_actor (document, "One");
  g_assert_true (save_map (document, name, FALSE, NULL));
  g_object_run_dispose (G_OBJECT (jobs));
}

static inline void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      remove_all (child);
    }
  g_remove (path);
}

/* a state folder of its own, which the process that a test starts shares */
static inline void
begin (void)
{
  g_autofree char *state = g_strdup (g_getenv ("MILIEU_TEST_STATE"));

  if (state == NULL)
    state = g_dir_make_tmp ("milieu-state-XXXXXX", NULL);
  g_setenv ("MILIEU_TEST_STATE", state, TRUE);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  folder = g_build_filename (state, "maps", NULL);
  g_mkdir_with_parents (folder, 0700);
}

static inline int
run (void)
{
  int status = g_test_run ();

  if (!g_test_subprocess ())
    remove_all (g_getenv ("MILIEU_TEST_STATE"));
  g_free (folder);
  return status;
}
