#include "session/jobs.h"

#include <glib-unix.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <unistd.h>

/* one million steps are enough for any bar, and fit an atomic integer */
#define FRACTION_SCALE 1000000

struct _MilieuJob
{
  MilieuTask task;
  GWeakRef owner;
  gint64 since;
  gint cancelled, fraction, finished; /* atomic */
  gpointer result;
  GError *error;
};

/* a lane has a thread that stays, for what a thread learns is worth keeping (fonts) */
typedef struct
{
  const char *name;
  MilieuJob *running, *waiting; /* main thread only */
  pthread_t thread;
  gboolean has_thread;
  pthread_mutex_t mutex;
  pthread_cond_t given_or_quit;
  MilieuJob *given; /* guarded by the mutex, as is what follows */
  gboolean quit;
  int wake;
} Lane;

struct _MilieuJobs
{
  GObject parent;
  GPtrArray *lanes;
  int wake; /* an eventfd that threads write to when a job ends */
  guint source;
};

G_DEFINE_FINAL_TYPE (MilieuJobs, milieu_jobs, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
job_free (MilieuJob *job)
{
  if (job->result && job->task.free_result)
    job->task.free_result (job->result);
  if (job->task.data && job->task.free_data)
    job->task.free_data (job->task.data);
  g_clear_pointer (&job->task.snapshot, milieu_snapshot_unref);
  g_clear_error (&job->error);
  g_weak_ref_clear (&job->owner);
  g_free (job);
}

static MilieuJob *
next_job (Lane *lane)
{
  MilieuJob *job;

  pthread_mutex_lock (&lane->mutex);
  while (!lane->given && !lane->quit)
    pthread_cond_wait (&lane->given_or_quit, &lane->mutex);
  job = lane->given;
  lane->given = NULL;
  pthread_mutex_unlock (&lane->mutex);
  return job;
}

static void *
run (void *data)
{
  Lane *lane = data;
  MilieuJob *job;
  guint64 one = 1;

  while ((job = next_job (lane)))
    {
      if (!g_atomic_int_get (&job->cancelled))
        job->result = job->task.work (job, job->task.data, &job->error);
      g_atomic_int_set (&job->finished, 1);
      while (write (lane->wake, &one, sizeof one) < 0 && errno == EINTR)
        ;
    }
  return NULL;
}

static Lane *
lane_new (MilieuJobs *self, const char *name)
{
  Lane *lane = g_new0 (Lane, 1);

  lane->name = name;
  lane->wake = self->wake;
  pthread_mutex_init (&lane->mutex, NULL);
  pthread_cond_init (&lane->given_or_quit, NULL);
  lane->has_thread = pthread_create (&lane->thread, NULL, run, lane) == 0;
  g_ptr_array_add (self->lanes, lane);
  return lane;
}

static void
lane_free (gpointer data)
{
  Lane *lane = data;

  if (lane->running)
    g_atomic_int_set (&lane->running->cancelled, 1);
  pthread_mutex_lock (&lane->mutex);
  lane->quit = TRUE;
  pthread_cond_signal (&lane->given_or_quit);
  pthread_mutex_unlock (&lane->mutex);
  if (lane->has_thread)
    pthread_join (lane->thread, NULL);
  g_clear_pointer (&lane->running, job_free);
  g_clear_pointer (&lane->waiting, job_free);
  pthread_cond_destroy (&lane->given_or_quit);
  pthread_mutex_destroy (&lane->mutex);
  g_free (lane);
}

static Lane *
find_lane (MilieuJobs *self, const char *name)
{
  for (guint i = 0; i < self->lanes->len; i++)
    {
      Lane *lane = self->lanes->pdata[i];
      if (g_str_equal (lane->name, name))
        return lane;
    }
  return NULL;
}

static void
deliver (MilieuJob *job)
{
  g_autoptr (GObject) owner = g_weak_ref_get (&job->owner);

  if (owner && !g_atomic_int_get (&job->cancelled) && job->task.done)
    job->task.done (job, g_steal_pointer (&job->result), job->error, owner);
  job_free (job);
}

static void
start_waiting (Lane *lane)
{
  if (lane->running || !lane->waiting)
    return;
  lane->running = g_steal_pointer (&lane->waiting);
  pthread_mutex_lock (&lane->mutex);
  lane->given = lane->running;
  pthread_cond_signal (&lane->given_or_quit);
  pthread_mutex_unlock (&lane->mutex);
}

static gboolean
on_wake (int fd, GIOCondition condition, gpointer data)
{
  g_autoptr (MilieuJobs) self = g_object_ref (data);
  g_autoptr (GPtrArray) ended = g_ptr_array_new ();
  guint64 n;

  while (read (fd, &n, sizeof n) < 0 && errno == EINTR)
    ;
  for (guint i = 0; i < self->lanes->len; i++)
    {
      Lane *lane = self->lanes->pdata[i];
      if (!lane->running || !g_atomic_int_get (&lane->running->finished))
        continue;
      g_ptr_array_add (ended, g_steal_pointer (&lane->running));
      start_waiting (lane);
    }
  for (guint i = 0; i < ended->len; i++)
    deliver (ended->pdata[i]);
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_CONTINUE;
}

static void
milieu_jobs_dispose (GObject *object)
{
  MilieuJobs *self = MILIEU_JOBS (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->lanes, g_ptr_array_unref);
  if (self->wake >= 0)
    close (self->wake);
  self->wake = -1;
  G_OBJECT_CLASS (milieu_jobs_parent_class)->dispose (object);
}

static void
milieu_jobs_class_init (MilieuJobsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = milieu_jobs_dispose;
  signals[CHANGED] = g_signal_new ("changed", MILIEU_TYPE_JOBS, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
milieu_jobs_init (MilieuJobs *self)
{
  self->lanes = g_ptr_array_new_with_free_func (lane_free);
  self->wake = eventfd (0, EFD_CLOEXEC | EFD_NONBLOCK);
  self->source = g_unix_fd_add (self->wake, G_IO_IN, on_wake, self);
}

MilieuJobs *
milieu_jobs_new (void)
{
  return g_object_new (MILIEU_TYPE_JOBS, NULL);
}

void
milieu_jobs_cancel (MilieuJobs *self, const char *name)
{
  Lane *lane;

  g_return_if_fail (MILIEU_IS_JOBS (self));
  lane = self->lanes ? find_lane (self, name) : NULL;
  if (lane && lane->running)
    g_atomic_int_set (&lane->running->cancelled, 1);
  if (lane)
    g_clear_pointer (&lane->waiting, job_free);
}

static MilieuJob *
job_new (const MilieuTask *task)
{
  MilieuJob *job = g_new0 (MilieuJob, 1);

  job->task = *task;
  if (task->snapshot)
    milieu_snapshot_ref (task->snapshot);
  job->since = g_get_monotonic_time ();
  job->fraction = -1;
  g_weak_ref_init (&job->owner, task->owner);
  return job;
}

void
milieu_jobs_start (MilieuJobs *self, const MilieuTask *task)
{
  MilieuJob *job;
  Lane *lane;

  g_return_if_fail (MILIEU_IS_JOBS (self));
  job = job_new (task);
  if (!self->lanes)
    {
      job_free (job);
      return;
    }
  lane = find_lane (self, task->lane);
  if (!lane)
    lane = lane_new (self, task->lane);
  if (lane->running && !task->patient)
    g_atomic_int_set (&lane->running->cancelled, 1);
  g_clear_pointer (&lane->waiting, job_free);
  lane->waiting = job;
  if (lane->has_thread)
    start_waiting (lane);
  else
    {
      /* no thread to be had: the work is done here rather than never */
      lane->waiting = NULL;
      job->result = task->work (job, task->data, &job->error);
      deliver (job);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
milieu_jobs_is_busy (MilieuJobs *self, const char *name)
{
  g_return_val_if_fail (MILIEU_IS_JOBS (self), FALSE);
  for (guint i = 0; self->lanes && i < self->lanes->len; i++)
    {
      Lane *lane = self->lanes->pdata[i];
      if (name && !g_str_equal (lane->name, name))
        continue;
      if (lane->waiting || (lane->running && !g_atomic_int_get (&lane->running->cancelled)))
        return TRUE;
    }
  return FALSE;
}

const char *
milieu_jobs_progress (MilieuJobs *self, double *fraction, gint64 *since)
{
  MilieuJob *oldest = NULL;

  g_return_val_if_fail (MILIEU_IS_JOBS (self), NULL);
  for (guint i = 0; self->lanes && i < self->lanes->len; i++)
    {
      Lane *lane = self->lanes->pdata[i];
      MilieuJob *job = lane->running;
      if (job && job->task.title && !g_atomic_int_get (&job->cancelled) && (!oldest || job->since < oldest->since))
        oldest = job;
    }
  if (!oldest)
    return NULL;
  *fraction = g_atomic_int_get (&oldest->fraction) / (double) FRACTION_SCALE;
  if (*fraction < 0)
    *fraction = -1;
  *since = oldest->since;
  return oldest->task.title;
}

gboolean
milieu_job_is_cancelled (MilieuJob *job)
{
  return g_atomic_int_get (&job->cancelled) != 0;
}

const gint *
milieu_job_cancel_flag (MilieuJob *job)
{
  return &job->cancelled;
}

void
milieu_job_set_fraction (MilieuJob *job, double fraction)
{
  g_atomic_int_set (&job->fraction, (int) (CLAMP (fraction, 0, 1) * FRACTION_SCALE));
}

MilieuSnapshot *
milieu_job_snapshot (MilieuJob *job)
{
  return job->task.snapshot;
}

gpointer
milieu_job_data (MilieuJob *job)
{
  return job->task.data;
}
