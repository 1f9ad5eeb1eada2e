/* Each allocation fails in turn while a hand edits and saves: the program may end, but the file is a map, and what it
 * said was safe is there. MILIEU_ALLOCATIONS says how many of them fail; all if there are no more. */
#include "maps.h"

#include "format/project-read.h"
#include "session/document-private.h"
#include "session/document-recovery.h"

#include <errno.h>
#include <malloc.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *self;

/* --- memory that fails */

static int made;           /* allocations since the hand began */
static int fails_at;       /* the number of the first that fails, 0 for none */
static gboolean stays_out; /* and all after it */

#ifndef __SANITIZE_ADDRESS__

extern void *__libc_malloc (size_t size);
extern void *__libc_calloc (size_t n, size_t size);
extern void *__libc_realloc (void *old, size_t size);

static gboolean
is_to_fail (void)
{
  int at = g_atomic_int_get (&fails_at), n;

  if (at == 0)
    return FALSE;
  n = g_atomic_int_add (&made, 1) + 1;
  if (n != at && !(stays_out && n > at))
    return FALSE;
  errno = ENOMEM;
  return TRUE;
}

void *
malloc (size_t size)
{
  return is_to_fail () ? NULL : __libc_malloc (size);
}

void *
calloc (size_t n, size_t size)
{
  return is_to_fail () ? NULL : __libc_calloc (n, size);
}

void *
realloc (void *old, size_t size)
{
  return is_to_fail () ? NULL : __libc_realloc (old, size);
}

#endif

/* --- the hand: says what is safe */

static void
say (const char *letter)
{
  if (write (STDOUT_FILENO, letter, 1) != 1)
    _exit (3);
}

static void
edit (MilieuDocument *document, const char *name)
{
  MilieuNewActor actor = { .name = name, .kind = MILIEU_NO_KEY };

  milieu_document_commit (document, milieu_edit_add_actor (milieu_document_map (document), &actor, NULL), NULL);
  while (!milieu_journal_has_begun (document->journal))
    g_main_context_iteration (NULL, FALSE);
  if (milieu_journal_settle (document->journal))
    say (".");
}

/* a first round, after which GLib has made its types */
static void
warm_up (void)
{
  MilieuDocument *document = milieu_document_new (milieu_jobs_new ());

  open_map (document, "hand.milieu");
  add_actor (document, "Warm");
  g_assert_true (save_map (document, "warm.milieu", FALSE, NULL));
  milieu_document_clear (document);
}

/* ends without closing the document, which would take its journal away */
static G_GNUC_NORETURN void
hand (int k, gboolean from_then_on)
{
  MilieuDocument *document;
  g_autoptr (GFile) file = file_of ("hand.milieu");
  g_autoptr (GAsyncResult) answer = NULL;

  /* GLib waits for itself for ever, when it has no memory for what it does once: to make a type, to write to the log */
  g_debug ("begins");
  alarm (10);
  warm_up ();
  document = milieu_document_new (milieu_jobs_new ());
  stays_out = from_then_on;
  g_atomic_int_set (&fails_at, k);
  milieu_document_open_async (document, file, on_finished, &answer);
  if (!milieu_document_open_finish (document, wait_for (&answer), NULL))
    _exit (1);
  edit (document, "Two");
  edit (document, "Three");
  save_map (document, "hand.milieu", FALSE, NULL);
  edit (document, "Four");
  g_atomic_int_set (&fails_at, 0);
  g_printerr ("%d allocations\n", g_atomic_int_get (&made));
  _exit (0);
}

/* --- who watches it */

/* Returns: how many edits the hand said were safe; @output: (out): its last words */
static guint
let_it_work (int k, gboolean stays, char **words, int *status)
{
  g_autofree char *at = g_strdup_printf ("%d", k), *said = NULL;
  char *argv[] = { (char *) self, (char *) "--hand", at, (char *) (stays ? "stays" : "once"), NULL };
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &said, words, status, &error);
  g_assert_no_error (error);
  return (guint) strlen (said);
}

static guint
actors_after_recovery (void)
{
  g_autoptr (MilieuJobs) jobs = milieu_jobs_new ();
  g_autoptr (MilieuDocument) document = milieu_document_new (jobs);
  g_autoptr (GPtrArray) found = milieu_recovery_find ();
  g_auto (MilieuRecovered) recovered = { 0 };
  guint n;

  g_assert_cmpuint (found->len, <=, 1);
  if (found->len == 0)
    open_map (document, "hand.milieu");
  else
    g_assert_true (milieu_document_recover (document, found->pdata[0], &recovered, NULL) && recovered.fits);
  n = milieu_map_count (milieu_document_map (document), MILIEU_RECORD_ACTOR);
  milieu_document_clear (document);
  g_object_run_dispose (G_OBJECT (jobs));
  return n;
}

static gboolean
try (int k, gboolean stays)
{
  g_autofree char *path = path_of ("hand.milieu"), *words = NULL;
  g_autoptr (MilieuMap) map = NULL;
  g_autoptr (GError) error = NULL;
  int status;
  guint safe;

  write_map ("hand.milieu");
  safe = let_it_work (k, stays, &words, &status);
  map = milieu_project_read (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (milieu_map_count (map, MILIEU_RECORD_ACTOR), >=, 1);
  g_assert_cmpuint (actors_after_recovery (), >=, 1 + safe);
  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

static int
count_allocations (void)
{
  g_autofree char *words = NULL;
  int status;

  write_map ("hand.milieu");
  g_assert_cmpuint (let_it_work (G_MAXINT, FALSE, &words, &status), ==, 3);
  g_assert_cmpuint (actors_after_recovery (), ==, 4);
  return atoi (words);
}

static void
test_each (gconstpointer stays)
{
  const char *wanted = g_getenv ("MILIEU_ALLOCATIONS");
  int most = wanted != NULL ? atoi (wanted) : 40, n, step, failed = 0, survived = 0;

#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("the checker of addresses has a memory of its own");
  return;
#endif
  n = count_allocations ();
  g_assert_cmpint (n, >, 1000);
  step = MAX (n / MAX (most, 1), 1);
  for (int k = 1 + step / 2; k <= n; k += step, failed++)
    survived += try (k, stays != NULL);
  g_test_message ("%d of %d allocations failed, %d outlived, nothing lost", failed, n, survived);
}

int
main (int argc, char **argv)
{
  self = argv[0];
  if (argc > 3 && g_str_equal (argv[1], "--hand"))
    {
      begin ();
      hand (atoi (argv[2]), g_str_equal (argv[3], "stays"));
    }
  g_setenv ("G_SLICE", "always-malloc", TRUE);
  g_test_init (&argc, &argv, NULL);
  begin ();
  g_test_add_data_func ("/failing-memory/once", NULL, test_each);
  g_test_add_data_func ("/failing-memory/from-then-on", "stays", test_each);
  return run ();
}
