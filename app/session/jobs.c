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
  MilieuJobs *jobs; /* not owned: jobs wait for their threads before they go */
  GWeakRef owner;
  gint64 since;
  pthread_t thread;
  gint cancelled, fraction, finished; /* atomic */
  gpointer result;
  GError *error;
};

struct _MilieuJobs
{
  GObject parent;
  GPtrArray *running; /* MilieuJob */
  GPtrArray *waiting; /* MilieuJob, at most one per lane */
  int wake;           /* an eventfd that threads write to when they end */
  guint source;
};

G_DEFINE_FINAL_TYPE (MilieuJobs, milieu_jobs, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void start_waiting (MilieuJobs *self);

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

static void
wake_main (MilieuJobs *self)
{
  guint64 one = 1;
  while (write (self->wake, &one, sizeof one) < 0 && errno == EINTR)
    ;
}

static void *
run (void *data)
{
  MilieuJob *job = data;
  MilieuJobs *jobs = job->jobs;

  job->result = job->task.work (job, job->task.data, &job->error);
  g_atomic_int_set (&job->finished, 1);
  wake_main (jobs);
  return NULL;
}

static void
deliver (MilieuJob *job)
{
  g_autoptr (GObject) owner = g_weak_ref_get (&job->owner);

  if (!owner || g_atomic_int_get (&job->cancelled) || !job->task.done)
    return;
  job->task.done (job, g_steal_pointer (&job->result), job->error, owner);
}

static gboolean
on_wake (int fd, GIOCondition condition, gpointer data)
{
  MilieuJobs *self = data;
  g_autoptr (GPtrArray) ended = g_ptr_array_new_with_free_func ((GDestroyNotify) job_free);
  guint64 n;

  g_object_ref (self);
  while (read (fd, &n, sizeof n) < 0 && errno == EINTR)
    ;
  for (guint i = self->running->len; i-- > 0;)
    {
      MilieuJob *job = self->running->pdata[i];
      if (!g_atomic_int_get (&job->finished))
        continue;
      pthread_join (job->thread, NULL);
      g_ptr_array_remove_index (self->running, i);
      g_ptr_array_add (ended, job);
    }
  start_waiting (self);
  for (guint i = 0; i < ended->len; i++)
    deliver (ended->pdata[i]);
  g_signal_emit (self, signals[CHANGED], 0);
  g_object_unref (self);
  return G_SOURCE_CONTINUE;
}

static MilieuJob *
find (GPtrArray *jobs, const char *lane)
{
  for (guint i = 0; i < jobs->len; i++)
    {
      MilieuJob *job = jobs->pdata[i];
      if (g_str_equal (job->task.lane, lane))
        return job;
    }
  return NULL;
}

static void
start (MilieuJobs *self, MilieuJob *job)
{
  g_ptr_array_add (self->running, job);
  if (pthread_create (&job->thread, NULL, run, job) == 0)
    return;
  /* no thread to be had: the work is done here rather than never */
  g_ptr_array_remove (self->running, job);
  job->result = job->task.work (job, job->task.data, &job->error);
  deliver (job);
  job_free (job);
}

static void
start_waiting (MilieuJobs *self)
{
  for (guint i = 0; i < self->waiting->len;)
    {
      MilieuJob *job = self->waiting->pdata[i];
      if (find (self->running, job->task.lane))
        {
          i++;
          continue;
        }
      g_ptr_array_remove_index (self->waiting, i);
      start (self, job);
    }
}

static void
milieu_jobs_dispose (GObject *object)
{
  MilieuJobs *self = MILIEU_JOBS (object);

  for (guint i = 0; self->running && i < self->running->len; i++)
    {
      MilieuJob *job = self->running->pdata[i];
      g_atomic_int_set (&job->cancelled, 1);
    }
  for (guint i = 0; self->running && i < self->running->len; i++)
    {
      MilieuJob *job = self->running->pdata[i];
      pthread_join (job->thread, NULL);
      job_free (job);
    }
  g_clear_pointer (&self->running, g_ptr_array_unref);
  for (guint i = 0; self->waiting && i < self->waiting->len; i++)
    job_free (self->waiting->pdata[i]);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_handle_id (&self->source, g_source_remove);
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
  self->running = g_ptr_array_new ();
  self->waiting = g_ptr_array_new ();
  self->wake = eventfd (0, EFD_CLOEXEC | EFD_NONBLOCK);
  self->source = g_unix_fd_add (self->wake, G_IO_IN, on_wake, self);
}

MilieuJobs *
milieu_jobs_new (void)
{
  return g_object_new (MILIEU_TYPE_JOBS, NULL);
}

void
milieu_jobs_cancel (MilieuJobs *self, const char *lane)
{
  MilieuJob *job;

  g_return_if_fail (MILIEU_IS_JOBS (self));
  if ((job = find (self->running, lane)))
    g_atomic_int_set (&job->cancelled, 1);
  if ((job = find (self->waiting, lane)))
    {
      g_ptr_array_remove (self->waiting, job);
      job_free (job);
    }
}

void
milieu_jobs_start (MilieuJobs *self, const MilieuTask *task)
{
  MilieuJob *job;

  g_return_if_fail (MILIEU_IS_JOBS (self));
  milieu_jobs_cancel (self, task->lane);
  job = g_new0 (MilieuJob, 1);
  job->task = *task;
  if (task->snapshot)
    milieu_snapshot_ref (task->snapshot);
  job->jobs = self;
  job->since = g_get_monotonic_time ();
  job->fraction = -1;
  g_weak_ref_init (&job->owner, task->owner);
  g_ptr_array_add (self->waiting, job);
  start_waiting (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
milieu_jobs_is_busy (MilieuJobs *self, const char *lane)
{
  g_return_val_if_fail (MILIEU_IS_JOBS (self), FALSE);
  for (guint i = 0; i < self->running->len; i++)
    {
      MilieuJob *job = self->running->pdata[i];
      if (!g_atomic_int_get (&job->cancelled) && (!lane || g_str_equal (job->task.lane, lane)))
        return TRUE;
    }
  return lane ? find (self->waiting, lane) != NULL : self->waiting->len > 0;
}

const char *
milieu_jobs_progress (MilieuJobs *self, double *fraction, gint64 *since)
{
  MilieuJob *oldest = NULL;

  for (guint i = 0; i < self->running->len; i++)
    {
      MilieuJob *job = self->running->pdata[i];
      if (job->task.title && !g_atomic_int_get (&job->cancelled) && (!oldest || job->since < oldest->since))
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
