/* Lanes: one job at a time, the latest wish wins, nothing comes back to who is gone. */
#include "session/jobs.h"

#include <pthread.h>
#include <unistd.h>

typedef struct
{
  GMainLoop *loop;
  guint done;
  int last; /* result of the last job that came back */
  gboolean failed;
  guint freed;
} Tally;

static Tally tally;

/* a gate that jobs wait at, so that no test depends on time */
static pthread_mutex_t gate_mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t gate_moved = PTHREAD_COND_INITIALIZER;
static gboolean gate_open;
static int at_gate;

static void
set_gate (gboolean open)
{
  pthread_mutex_lock (&gate_mutex);
  gate_open = open;
  pthread_cond_broadcast (&gate_moved);
  pthread_mutex_unlock (&gate_mutex);
}

static void
wait_for_arrival (void)
{
  pthread_mutex_lock (&gate_mutex);
  while (at_gate == 0)
    pthread_cond_wait (&gate_moved, &gate_mutex);
  pthread_mutex_unlock (&gate_mutex);
}

static gpointer
pass_gate (MilieuJob *job, gpointer data, GError **error)
{
  pthread_mutex_lock (&gate_mutex);
  at_gate++;
  pthread_cond_broadcast (&gate_moved);
  while (!gate_open)
    pthread_cond_wait (&gate_moved, &gate_mutex);
  at_gate--;
  pthread_mutex_unlock (&gate_mutex);
  return data;
}

static gpointer
fail (MilieuJob *job, gpointer data, GError **error)
{
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC, "full");
  return NULL;
}

static void
on_done (MilieuJob *job, gpointer result, const GError *error, gpointer owner)
{
  tally.done++;
  tally.last = GPOINTER_TO_INT (result);
  tally.failed = error != NULL;
  g_main_loop_quit (tally.loop);
}

static void
on_freed (gpointer result)
{
  tally.freed++;
}

static MilieuTask
task (MilieuJobWork work, int number, GObject *owner)
{
  return (MilieuTask) { .lane = "lane", .title = "counting", .work = work, .data = GINT_TO_POINTER (number),
                        .free_result = on_freed, .done = on_done, .owner = owner };
}

static void
run_until_done (void)
{
  g_main_loop_run (tally.loop);
}

static void
drain (MilieuJobs *jobs)
{
  while (milieu_jobs_is_busy (jobs, NULL) || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
}

static MilieuJobs *
start (GObject **owner)
{
  GMainLoop *loop = tally.loop ? tally.loop : g_main_loop_new (NULL, FALSE);

  tally = (Tally) { .loop = loop };
  set_gate (FALSE);
  *owner = g_object_new (G_TYPE_OBJECT, NULL);
  return milieu_jobs_new ();
}

static void
test_result (void)
{
  g_autoptr (GObject) owner = NULL;
  g_autoptr (MilieuJobs) jobs = start (&owner);
  MilieuTask one = task (pass_gate, 7, owner);
  double fraction;
  gint64 since;

  milieu_jobs_start (jobs, &one);
  g_assert_true (milieu_jobs_is_busy (jobs, "lane"));
  g_assert_cmpstr (milieu_jobs_progress (jobs, &fraction, &since), ==, "counting");
  g_assert_cmpfloat (fraction, ==, -1);
  set_gate (TRUE);
  run_until_done ();
  g_assert_cmpint (tally.last, ==, 7);
  g_assert_false (milieu_jobs_is_busy (jobs, NULL));
  g_assert_null (milieu_jobs_progress (jobs, &fraction, &since));
}

static void
test_error (void)
{
  g_autoptr (GObject) owner = NULL;
  g_autoptr (MilieuJobs) jobs = start (&owner);
  MilieuTask one = task (fail, 0, owner);

  milieu_jobs_start (jobs, &one);
  run_until_done ();
  g_assert_true (tally.failed);
}

static void
test_latest_wins (void)
{
  g_autoptr (GObject) owner = NULL;
  g_autoptr (MilieuJobs) jobs = start (&owner);

  for (int i = 1; i <= 3; i++)
    {
      MilieuTask next = task (pass_gate, i, owner);
      milieu_jobs_start (jobs, &next);
      if (i == 1)
        wait_for_arrival ();
    }
  set_gate (TRUE);
  run_until_done ();
  drain (jobs);
  g_assert_cmpuint (tally.done, ==, 1); /* the first was cancelled, the second never began */
  g_assert_cmpint (tally.last, ==, 3);
  g_assert_cmpuint (tally.freed, ==, 1);
}

static void
test_patient (void)
{
  g_autoptr (GObject) owner = NULL;
  g_autoptr (MilieuJobs) jobs = start (&owner);

  for (int i = 1; i <= 3; i++)
    {
      MilieuTask next = task (pass_gate, i, owner);
      next.patient = TRUE;
      milieu_jobs_start (jobs, &next);
      if (i == 1)
        wait_for_arrival ();
    }
  set_gate (TRUE);
  run_until_done ();
  g_assert_cmpint (tally.last, ==, 1);
  run_until_done ();
  g_assert_cmpint (tally.last, ==, 3);
  g_assert_cmpuint (tally.done, ==, 2);
}

static void
test_cancel (void)
{
  g_autoptr (GObject) owner = NULL;
  g_autoptr (MilieuJobs) jobs = start (&owner);
  MilieuTask one = task (pass_gate, 1, owner);

  milieu_jobs_start (jobs, &one);
  wait_for_arrival ();
  milieu_jobs_cancel (jobs, "lane");
  g_assert_false (milieu_jobs_is_busy (jobs, "lane"));
  set_gate (TRUE);
  while (tally.freed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (tally.done, ==, 0);
}

static void
test_owner_gone (void)
{
  g_autoptr (GObject) owner = NULL;
  g_autoptr (MilieuJobs) jobs = start (&owner);
  MilieuTask one = task (pass_gate, 1, owner);

  milieu_jobs_start (jobs, &one);
  g_clear_object (&owner);
  set_gate (TRUE);
  while (tally.freed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (tally.done, ==, 0);
}

/* the window closes while threads work: they are waited for, and nothing leaks */
static void
test_dispose (void)
{
  g_autoptr (GObject) owner = NULL;
  g_autoptr (MilieuJobs) jobs = start (&owner);
  MilieuTask one = task (pass_gate, 1, owner), two = task (pass_gate, 2, owner);

  two.lane = "other";
  milieu_jobs_start (jobs, &one);
  milieu_jobs_start (jobs, &two);
  wait_for_arrival ();
  set_gate (TRUE);
  g_object_run_dispose (G_OBJECT (jobs));
  g_assert_cmpuint (tally.done, ==, 0);
  milieu_jobs_start (jobs, &one); /* too late: let go without a word */
  g_assert_false (milieu_jobs_is_busy (jobs, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jobs/result", test_result);
  g_test_add_func ("/jobs/error", test_error);
  g_test_add_func ("/jobs/latest-wins", test_latest_wins);
  g_test_add_func ("/jobs/patient", test_patient);
  g_test_add_func ("/jobs/cancel", test_cancel);
  g_test_add_func ("/jobs/owner-gone", test_owner_gone);
  g_test_add_func ("/jobs/dispose", test_dispose);
  return g_test_run ();
}
