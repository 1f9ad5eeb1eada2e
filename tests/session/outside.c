/* Another program writes the file that is open here: neither overwrites the other unseen. */
#include "maps.h"

static void
count (guint *n)
{
  ++*n;
}

static void
test_changed_outside (void)
{
  g_autoptr (MilieuJobs) jobs = milieu_jobs_new (), other_jobs = milieu_jobs_new ();
  g_autoptr (MilieuDocument) document = milieu_document_new (jobs), other = milieu_document_new (other_jobs);
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GFile) file = file_of ("two.milieu");
  g_autoptr (MilieuMerge) merge = NULL;
  guint told = 0;

  write_map ("two.milieu");
  open_map (document, "two.milieu");
  open_map (other, "two.milieu");
  g_signal_connect_swapped (document, "changed-outside", G_CALLBACK (count), &told);
  add_actor (document, "Ours");
  add_actor (other, "Theirs");
  g_assert_true (save_map (other, "two.milieu", FALSE, NULL));
  for (guint i = 0; i < 100 && told == 0; i++)
    wait_a_while (50);
  g_assert_cmpuint (told, >, 0);
  g_assert_false (save_map (document, "two.milieu", FALSE, &error));
  g_assert_error (error, MILIEU_DOCUMENT_ERROR, MILIEU_DOCUMENT_ERROR_CHANGED);
  g_clear_error (&error);

  milieu_document_merge_async (document, file, on_finished, &answer);
  merge = milieu_document_merge_finish (document, wait_for (&answer), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (milieu_merge_n_conflicts (merge), ==, 0);
  g_assert_true (milieu_document_commit_merge (document, merge, TRUE, &error));
  g_assert_cmpuint (milieu_map_count (milieu_document_map (document), MILIEU_RECORD_ACTOR), ==, 3);
  g_assert_true (save_map (document, "two.milieu", FALSE, &error));
  g_assert_no_error (error);
  g_object_run_dispose (G_OBJECT (jobs));
  g_object_run_dispose (G_OBJECT (other_jobs));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  begin ();
  g_test_add_func ("/outside/merged", test_changed_outside);
  return run ();
}
