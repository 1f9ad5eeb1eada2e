/* A hand edits and saves, and is killed at any instant: the file is a map, and what is older than a second is there.
 * MILIEU_KILLS says how many hands die. */
#include "maps.h"

#include "format/project-read.h"
#include "model/random.h"
#include "session/recovery.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>

static const char *self;

/* --- the hand: says each edit once it is done */

static void
on_saved (GObject *source, GAsyncResult *result, gpointer busy)
{
  *(gboolean *) busy = FALSE;
}

static G_GNUC_NORETURN void
hand (void)
{
  MilieuDocument *document = milieu_document_new (milieu_jobs_new ());
  gboolean busy = FALSE;

  open_map (document, "hand.milieu");
  for (guint n = 2;; n++)
    {
      g_autofree char *name = g_strdup_printf ("N%u", n);
      g_autoptr (GFile) file = file_of ("hand.milieu");

      add_actor (document, name);
      printf ("%u\n", n);
      fflush (stdout);
      if (n % 7 == 0 && !busy)
        {
          busy = TRUE;
          milieu_document_save_async (document, file, FALSE, on_saved, &busy);
        }
      wait_a_while (3);
    }
}

/* --- who kills it */

/* reads for @milliseconds; Returns: the last edit that was said a second before the end, @last: the very last */
static guint
listen (int out, guint milliseconds, guint *last)
{
  gint64 start = g_get_monotonic_time (), end = start + milliseconds * 1000;
  g_autoptr (GArray) times = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_autoptr (GString) text = g_string_new (NULL);
  guint old = 0;

  for (gint64 now = start; now < end; now = g_get_monotonic_time ())
    {
      struct pollfd wait = { out, POLLIN, 0 };
      char buffer[256];
      gssize n = poll (&wait, 1, (end - now) / 1000 + 1) > 0 ? read (out, buffer, sizeof buffer) : 0;

      now = g_get_monotonic_time ();
      for (gssize i = 0; i < n; i++)
        if (buffer[i] == '\n')
          g_array_append_val (times, now);
    }
  *last = times->len;
  for (; old < times->len && g_array_index (times, gint64, old) < end - G_USEC_PER_SEC; old++)
    ;
  return old; /* the first edit is "2" */
}

static MilieuMap *
file_map (void)
{
  g_autofree char *path = path_of ("hand.milieu");
  g_autoptr (GError) error = NULL;
  MilieuMap *map = milieu_project_read (path, &error);

  g_assert_no_error (error);
  return map;
}

/* (transfer full): what a person has after the next start */
static MilieuMap *
recovered (void)
{
  g_autoptr (GPtrArray) found = milieu_recovery_find ();
  g_autoptr (MilieuMap) map = NULL;
  MilieuRecovery *recovery = found->len > 0 ? found->pdata[0] : NULL;
  gboolean fits;
  guint first;

  /* a save that had just begun anew leaves the journal before it, of which everything is in the file */
  g_assert_cmpuint (found->len, <=, 2);
  if (recovery == NULL)
    return file_map ();
  map = milieu_recovery_open (recovery, &fits, &first, NULL);
  g_assert_true (fits);
  for (guint i = first; i < milieu_recovery_size (recovery); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MilieuGroup) group = milieu_recovery_group (recovery, i, map, &error);

      g_assert_no_error (error);
      g_assert_true (milieu_map_apply (map, group, NULL));
    }
  for (guint i = 0; i < found->len; i++)
    milieu_recovery_forget (found->pdata[i]);
  return g_steal_pointer (&map);
}

static void
kill_one (guint milliseconds, guint *edits)
{
  char *argv[] = { (char *) self, (char *) "--hand", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (MilieuMap) map = NULL, file = NULL;
  guint safe, last, actors;
  GPid child;
  int out;

  write_map ("hand.milieu");
  g_spawn_async_with_pipes (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &child, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  safe = listen (out, milliseconds, &last);
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  close (out);
  file = file_map ();
  map = recovered ();
  actors = milieu_map_count (map, MILIEU_RECORD_ACTOR);
  g_assert_cmpuint (actors, >=, 1 + safe);
  g_assert_cmpuint (actors, >=, milieu_map_count (file, MILIEU_RECORD_ACTOR));
  *edits += last;
}

static void
test_kills (void)
{
  const char *wanted = g_getenv ("MILIEU_KILLS");
  guint n = wanted != NULL ? (guint) g_ascii_strtoull (wanted, NULL, 10) : 6, edits = 0;
  MilieuRandom random;

  milieu_random_init (&random, 42);
  for (guint i = 0; i < n; i++)
    kill_one (100 + milieu_random_below (&random, 1800), &edits);
  g_test_message ("%u killed, %u edits, none older than a second lost", n, edits);
  g_assert_cmpuint (edits, >, 5 * n);
}

int
main (int argc, char **argv)
{
  self = argv[0];
  if (argc > 1 && g_str_equal (argv[1], "--hand"))
    {
      begin ();
      hand ();
    }
  g_test_init (&argc, &argv, NULL);
  begin ();
  g_test_add_func ("/killed/any-instant", test_kills);
  return run ();
}
