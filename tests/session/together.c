/* Two programs edit and save one file at the same time: whoever comes second is told, merges and saves again, and
 * nothing of either is lost. */
#include "maps.h"

#include "format/project-read.h"

#include <sys/wait.h>
#include <unistd.h>

#define EDITS 25

static const char *self;

static void
count (guint *n)
{
  ++*n;
}

static void
letter_out (int file)
{
  g_assert_cmpint (write (file, "!", 1), ==, 1);
}

static void
letter_in (int file)
{
  char letter;

  g_assert_cmpint (read (file, &letter, 1), ==, 1);
}

static void
merge_from (MilieuDocument *document, const char *name)
{
  g_autoptr (GFile) file = file_of (name);
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MilieuMerge) merge = NULL;

  milieu_document_merge_async (document, file, on_finished, &answer);
  merge = milieu_document_merge_finish (document, wait_for (&answer), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (milieu_merge_n_conflicts (merge), ==, 0);
  g_assert_true (milieu_document_commit_merge (document, merge, TRUE, &error));
  g_assert_no_error (error);
}

/* Returns: how often somebody else had been there */
static guint
save_with_merges (MilieuDocument *document, const char *name)
{
  for (guint merges = 0;; merges++)
    {
      g_autoptr (GError) error = NULL;

      if (save_map (document, name, FALSE, &error))
        return merges;
      g_assert_error (error, MILIEU_DOCUMENT_ERROR, MILIEU_DOCUMENT_ERROR_CHANGED);
      merge_from (document, name);
    }
}

/* in a process of its own; its status: 0 if it was not told, 2 that another has the file, 3 that it had to merge, 4 both */
static int
hand (const char *letter)
{
  g_autoptr (MilieuJobs) jobs = milieu_jobs_new ();
  g_autoptr (MilieuDocument) document = milieu_document_new (jobs);
  guint told = 0, merges = 0;

  g_signal_connect_swapped (document, "trouble", G_CALLBACK (count), &told);
  open_map (document, "both.milieu");
  /* neither begins before both have it open */
  letter_out (STDOUT_FILENO);
  letter_in (STDIN_FILENO);
  for (guint i = 0; i < EDITS; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s%u", letter, i);

      add_actor (document, name);
      merges += save_with_merges (document, "both.milieu");
    }
  g_object_run_dispose (G_OBJECT (jobs));
  return merges > 0 && told > 0 ? 4 : merges > 0 ? 3 : told > 0 ? 2 : 0;
}

typedef struct { GPid pid; int in, out; } Hand;

static Hand
start (const char *letter)
{
  char *argv[] = { (char *) self, (char *) "--hand", (char *) letter, NULL };
  g_autoptr (GError) error = NULL;
  Hand hand;

  g_spawn_async_with_pipes (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &hand.pid, &hand.in, &hand.out, NULL, &error);
  g_assert_no_error (error);
  return hand;
}

static int
end (Hand *hand)
{
  int status;

  g_assert_cmpint (waitpid (hand->pid, &status, 0), ==, hand->pid);
  close (hand->in);
  close (hand->out);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static void
test_two (void)
{
  g_autofree char *path = path_of ("both.milieu");
  g_autoptr (MilieuMap) map = NULL;
  Hand one, other;
  int first, second;

  write_map ("both.milieu");
  one = start ("A");
  other = start ("B");
  letter_in (one.out);
  letter_in (other.out);
  letter_out (one.in);
  letter_out (other.in);
  first = end (&one);
  second = end (&other);
  g_test_message ("%d, %d", first, second);
  /* one of the two came second, and somebody found the file changed */
  g_assert_true ((first % 2 == 0 && first > 0) || (second % 2 == 0 && second > 0));
  g_assert_true (first > 2 || second > 2);
  map = milieu_project_read (path, NULL);
  g_assert_nonnull (map);
  g_assert_cmpuint (milieu_map_count (map, MILIEU_RECORD_ACTOR), ==, 1 + 2 * EDITS);
}

int
main (int argc, char **argv)
{
  self = argv[0];
  if (argc > 2 && g_str_equal (argv[1], "--hand"))
    {
      begin ();
      return hand (argv[2]);
    }
  g_test_init (&argc, &argv, NULL);
  begin ();
  g_test_add_func ("/together/two", test_two);
  return run ();
}
