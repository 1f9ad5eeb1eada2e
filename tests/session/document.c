/* Opening, saving, and what stays when either fails. */
#include "session/document.h"

#include "edit/actor.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  MilieuJobs *jobs;
  MilieuDocument *document;
  guint resets, changes, masks;
  char *folder;
} Desk;

static void
on_reset (Desk *desk)
{
  desk->resets++;
}

static void
on_changed (Desk *desk, guint mask)
{
  desk->changes++;
  desk->masks |= mask;
}

static void
set_up (Desk *desk, gconstpointer data)
{
  desk->jobs = milieu_jobs_new ();
  desk->document = milieu_document_new (desk->jobs);
  desk->folder = g_dir_make_tmp ("milieu-XXXXXX", NULL);
  g_signal_connect_swapped (desk->document, "reset", G_CALLBACK (on_reset), desk);
  g_signal_connect_swapped (desk->document, "changed", G_CALLBACK (on_changed), desk);
}

static void
tear_down (Desk *desk, gconstpointer data)
{
  g_autofree char *path = g_build_filename (desk->folder, "map.milieu", NULL);

  g_remove (path);
  g_rmdir (desk->folder);
  g_free (desk->folder);
  g_object_run_dispose (G_OBJECT (desk->jobs));
  g_clear_object (&desk->document);
  g_clear_object (&desk->jobs);
}

static void
on_finished (GObject *source, GAsyncResult *result, gpointer answer)
{
  *(GAsyncResult **) answer = g_object_ref (result);
}

static gboolean
open_file (Desk *desk, GFile *file, GError **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  milieu_document_open_async (desk->document, file, on_finished, &answer);
  while (!answer)
    g_main_context_iteration (NULL, TRUE);
  return milieu_document_open_finish (desk->document, answer, error);
}

static gboolean
save_file (Desk *desk, GFile *file, GError **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  milieu_document_save_async (desk->document, file, FALSE, on_finished, &answer);
  while (!answer)
    g_main_context_iteration (NULL, TRUE);
  return milieu_document_save_finish (desk->document, answer, error);
}

static void
add_actor (Desk *desk, const char *name)
{
  MilieuNewActor actor = { .name = name, .kind = MILIEU_NO_KEY };
  g_autoptr (GError) error = NULL;

  g_assert_true (milieu_document_commit (desk->document,
                                         milieu_edit_add_actor (milieu_document_map (desk->document), &actor, NULL), &error));
  g_assert_no_error (error);
}

static GFile *
example (void)
{
  return g_file_new_build_filename (g_getenv ("MILIEU_DATADIR"), "example", "hauts-de-france.milieu", NULL);
}

static void
test_new (Desk *desk, gconstpointer data)
{
  g_assert_false (milieu_document_is_modified (desk->document));
  g_assert_null (milieu_document_file (desk->document));
  g_assert_cmpuint (milieu_map_count (milieu_document_map (desk->document), MILIEU_RECORD_KIND), ==, 10);
  add_actor (desk, "La Piscine");
  g_assert_true (milieu_document_is_modified (desk->document));
  g_assert_cmpuint (desk->masks & 1u << MILIEU_RECORD_ACTOR, !=, 0);
  milieu_document_undo (desk->document);
  g_assert_false (milieu_document_is_modified (desk->document));
  milieu_document_redo (desk->document);
  g_assert_cmpuint (desk->changes, ==, 3);
  milieu_document_clear (desk->document);
  g_assert_cmpuint (milieu_map_count (milieu_document_map (desk->document), MILIEU_RECORD_ACTOR), ==, 0);
  g_assert_cmpuint (desk->resets, ==, 1);
}

static void
test_open (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) file = example ();
  g_autoptr (GError) error = NULL;
  MilieuSnapshot *before = milieu_document_snapshot (desk->document);

  g_assert_nonnull (before);
  g_assert_true (open_file (desk, file, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (desk->resets, ==, 1);
  g_assert_cmpuint (milieu_snapshot_count (milieu_document_snapshot (desk->document), MILIEU_RECORD_ACTOR), ==, 93);
  g_assert_true (g_file_equal (milieu_document_file (desk->document), file));
  g_assert_false (milieu_document_is_modified (desk->document));
}

static void
test_broken (Desk *desk, gconstpointer data)
{
  g_autofree char *path = g_build_filename (desk->folder, "map.milieu", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  add_actor (desk, "La Piscine");
  g_assert_true (g_file_set_contents (path, "<milieu xmlns=\"urn:milieu:map\" version=\"1\">\n  <actor id=", -1, NULL));
  g_assert_false (open_file (desk, file, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "map.milieu:2"));
  /* what was there is there still */
  g_assert_cmpuint (desk->resets, ==, 0);
  g_assert_nonnull (milieu_map_find (milieu_document_map (desk->document), MILIEU_RECORD_ACTOR, "la-piscine"));
  g_assert_true (milieu_document_is_modified (desk->document));
}

static void
test_save (Desk *desk, gconstpointer data)
{
  g_autofree char *path = g_build_filename (desk->folder, "map.milieu", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path), from = example ();
  g_autofree char *original = NULL, *written = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (open_file (desk, from, NULL));
  g_assert_true (save_file (desk, file, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_equal (milieu_document_file (desk->document), file));
  g_assert_true (g_file_load_contents (from, NULL, &original, NULL, NULL, NULL));
  g_assert_true (g_file_load_contents (file, NULL, &written, NULL, NULL, NULL));
  g_assert_cmpstr (written, ==, original);
  add_actor (desk, "La Piscine");
  g_assert_true (milieu_document_is_modified (desk->document));
  g_assert_true (save_file (desk, file, NULL));
  g_assert_false (milieu_document_is_modified (desk->document));
  milieu_document_undo (desk->document);
  g_assert_true (milieu_document_is_modified (desk->document));
}

static void
test_save_fails (Desk *desk, gconstpointer data)
{
  g_autofree char *path = g_build_filename (desk->folder, "no", "such", "folder.milieu", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path), remote = g_file_new_for_uri ("sftp://nowhere/map.milieu");
  g_autoptr (GError) error = NULL;

  add_actor (desk, "La Piscine");
  g_assert_false (save_file (desk, file, &error));
  g_assert_nonnull (error);
  g_assert_true (milieu_document_is_modified (desk->document));
  g_assert_null (milieu_document_file (desk->document));
  g_clear_error (&error);
  g_assert_false (save_file (desk, remote, &error));
  g_assert_nonnull (error);
}

/* the second request takes the lane of the first, whose caller is told */
static void
test_overtaken (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) file = example ();
  g_autoptr (GAsyncResult) first = NULL, second = NULL;
  g_autoptr (GError) error = NULL;

  milieu_document_open_async (desk->document, file, on_finished, &first);
  milieu_document_open_async (desk->document, file, on_finished, &second);
  while (!first || !second)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (milieu_document_open_finish (desk->document, first, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (milieu_document_open_finish (desk->document, second, NULL));
  g_assert_cmpuint (desk->resets, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/document/new", Desk, NULL, set_up, test_new, tear_down);
  g_test_add ("/document/open", Desk, NULL, set_up, test_open, tear_down);
  g_test_add ("/document/broken", Desk, NULL, set_up, test_broken, tear_down);
  g_test_add ("/document/save", Desk, NULL, set_up, test_save, tear_down);
  g_test_add ("/document/save-fails", Desk, NULL, set_up, test_save_fails, tear_down);
  g_test_add ("/document/overtaken", Desk, NULL, set_up, test_overtaken, tear_down);
  return g_test_run ();
}
